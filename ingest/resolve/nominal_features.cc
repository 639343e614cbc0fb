// Features of a mention-ranking model (Denis and Baldridge, EMNLP 2008) for definite noun phrases. What the sieves
// take is one of them; the others are how the nouns stand to each other in WordNet, what the modifiers say,
// and the place of both. Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/nominal_features.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/apart.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/nominal_kinds.h"
#include "ingest/resolve/nominal_weights.h"
#include "ingest/resolve/ranking.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/told_countries.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kIntroduction = 5;  // words before a name

using Features = std::array<float, kNominalFeatures>;

void set(Features& features, NominalFeature feature, bool value) {
  if (value) features[static_cast<std::size_t>(feature)] = 1;
}
void put(Features& features, NominalFeature feature, float value) {
  features[static_cast<std::size_t>(feature)] = value;
}

bool narrowed(const DocumentTree& tree, std::uint32_t head) {
  const auto children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Deprel deprel = tree.token(child).deprel;
    return deprel == Deprel::kPrep ||
           ((deprel == Deprel::kRelcl || deprel == Deprel::kAcl) && !set_off(tree, head, child));
  });
}

bool predicate(const DocumentTree& tree, std::uint32_t head) {
  return tree.token(tree.first_conjunct(head)).deprel == Deprel::kAttr;
}

bool of_any_kind(const std::string& noun, std::initializer_list<NounKind> kinds) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](NounKind kind) { return noun_mostly_means(noun, kind); });
}

bool tells(const NounRelation& relation) {
  return relation.same || relation.above != 0 || relation.siblings ||
         (relation.below != 0 && relation.below <= 2);
}

bool person_in(const Resolution& resolution, const Entity& entity) {
  return entity.type == EntityType::kPerson || names_person(resolution, entity);
}

}  // namespace

NominalDescriber::NominalDescriber(const DocumentTree& tree, const Resolution& resolution)
    : tree_(tree), out_(resolution) {}

const NounSenses& NominalDescriber::senses(const std::string& noun) {
  const auto [at, fresh] = senses_.try_emplace(noun);
  if (fresh) at->second = senses_of_noun(noun);
  return at->second;
}

const NounRelation& NominalDescriber::relation(const std::string& first, const std::string& second) {
  const auto [at, fresh] = relations_[second].try_emplace(first);
  if (fresh) at->second = relate(senses(first), senses(second));
  return at->second;
}

// Adjectives and nouns before the head that tell something.
std::vector<std::string> NominalDescriber::modifiers(std::uint32_t head) const {
  std::vector<std::string> words;
  for (const std::uint32_t child : tree_.children(head)) {
    const Deprel deprel = tree_.token(child).deprel;
    const bool modifies = deprel == Deprel::kAmod || deprel == Deprel::kCompound || deprel == Deprel::kNmod ||
                          deprel == Deprel::kNummod;
    if (modifies && child < head && !Facts::get().tells_nothing(tree_.lower(child)) &&
        !tells_age(tree_, child) && !tells_base(tree_, child))
      words.push_back(tree_.lower(child));
  }
  return words;
}

bool NominalDescriber::compatible(const Mention& mention, const Entity& entity) const {
  if (!entity.members.empty() || entity.number != mention.number || entity.type == EntityType::kValue)
    return false;
  const bool gender = mention.gender == '-' || entity.gender == '-' || mention.gender == entity.gender;
  const bool person = mention.person || !mention.role.empty();
  return gender && !(mention.person && entity.named && entity.type != EntityType::kPerson) &&
         (person || !person_in(out_, entity));
}

// "the company" is no court, "the union" no airline: bodies that do business, and the others
bool NominalDescriber::other_body(const Mention& mention, const Entity& entity) {
  if (!entity.named || mention.number != 's') return false;
  const bool trades = this->trades(mention.text), governs = this->governs(mention.text);
  if (entity.country) return trades || governs || Facts::get().find_generic(mention.text) == "organization";
  const NounRelation& government = relation(mention.text, "government");
  if (!trades && !governs && !government.same && government.above == 0) return false;
  bool like = false, unlike = false;
  const auto weigh_noun = [&](const std::string& noun) {
    like = like || (trades ? this->trades(noun) : governs && this->governs(noun)) || noun == mention.text;
    unlike = unlike || (trades ? this->governs(noun) : this->trades(noun));
  };
  const std::string key = name_key(entity.name);
  for (const std::string_view word : words_of(key)) {
    if (word == "of" || word == "for") break;
    weigh_noun(std::string(word));
  }
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = out_.mentions[m];
    if (other.head >= mention.head) continue;
    if (other.kind == MentionKind::kNominal) weigh_noun(other.text);
    const std::uint32_t before = other.tokens.begin - 1;  // "the chipmaker Norsk"
    if (other.kind == MentionKind::kName && other.tokens.begin > 0 && tree_.token(before).tag == Tag::kNn &&
        other.tokens.contains(tree_.token(before).head))
      weigh_noun(tree_.lower(before));
  }
  return unlike && !like;
}
// "company", "firm", "airline"
bool NominalDescriber::trades(const std::string& noun) {
  const NounRelation &company = relation(noun, "company"), &enterprise = relation(noun, "enterprise");
  return noun == "company" || company.above != 0 || enterprise.above != 0 || enterprise.same ||
         (!Facts::get().find_noun(noun) && type_of_noun(noun) == EntityType::kOrganization);
}
// "court", "ministry", "department", "party": a body that is no business, and not a kind of institution as banks are
bool NominalDescriber::governs(const std::string& noun) {
  const bool body = Facts::get().is_state_body(noun) || relation(noun, "division").above != 0 ||
                    (Facts::get().find_generic(noun) == "organization" && type_of_noun(noun));
  return body && !trades(noun) && relation(noun, "institution").above == 0 &&
         relation("company", noun).above == 0;
}

bool NominalDescriber::apart(const Mention& mention, const Entity& entity) const {
  return commands(tree_, out_, entity, mention) || told_apart(tree_, out_, entity, mention) ||
         (mention.country && entity.named &&
          told_from_elsewhere(tree_, out_, entity, mention.country, mention.head));
}

// What it did or suffered before.
void NominalDescriber::describe_deeds(const Mention& mention, Features& features,
                                      const Entity& entity) const {
  const std::string deed = modifiers(mention.head).empty() ? deed_of(mention.text) : std::string();
  const bool accused = person_in(out_, entity) && is_accused(mention.text);
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = out_.mentions[m];
    if (other.head >= mention.head) continue;
    set(features, NominalFeature::kDidSo, !deed.empty() && did(tree_, other.head, deed));
    set(features, NominalFeature::kCharged, accused && pursued(tree_, other.head));
  }
  set(features, NominalFeature::kOfCountry,
      mention.country && entity.country == nullptr &&
          told_from(tree_, out_, entity, mention.country, mention.head) &&
          (Facts::get().find_generic(mention.text) == "person" || !has_other_role(out_, entity, mention)));
}

bool NominalDescriber::describe_nominal(const Mention& mention, Features& features, const Mention& other) {
  if (other.text == mention.text) {
    const auto own = modifiers(mention.head), others = modifiers(other.head);
    const auto shared = [&](const std::string& word) {
      return std::find(others.begin(), others.end(), word) != others.end();
    };
    const bool again = std::all_of(own.begin(), own.end(), shared);
    set(features, NominalFeature::kSameHead, true);
    set(features, NominalFeature::kAgain, again);
    set(features, NominalFeature::kMoreModifiers, !again);
    set(features, NominalFeature::kApart,
        !again && !others.empty() && std::none_of(own.begin(), own.end(), shared));
    set(features, NominalFeature::kSameHeadNarrow, narrowed(tree_, mention.head));
    return true;
  }
  const NounRelation& relation = this->relation(other.text, mention.text);
  set(features, NominalFeature::kSameSense, relation.same);
  set(features, NominalFeature::kNearKind, relation.above != 0 && relation.above <= 2);
  set(features, NominalFeature::kKind, relation.above == 3 || relation.above == 4);
  set(features, NominalFeature::kFarKind, relation.above > 4);
  set(features, NominalFeature::kNarrower, relation.below != 0 && relation.below <= 2);
  set(features, NominalFeature::kSiblings, relation.siblings);
  return tells(relation);
}

bool NominalDescriber::describe_name(const Mention& mention, Features& features, const Entity& entity) {
  const std::string key = name_key(entity.name);
  const auto words = words_of(key);
  const bool told = words.size() >= 2 && !only_in_title(mention.text, entity);
  const bool head = told && words.back() == mention.text;
  const bool within = told && std::find(words.begin(), words.end(), mention.text) != words.end();
  set(features, NominalFeature::kNameHead, head);
  set(features, NominalFeature::kNameWord, within && !head);
  const NounRelation& relation = this->relation(key, mention.text);
  const bool is_a = relation.above != 0 || relation.same;
  set(features, NominalFeature::kNameIsA, is_a);
  set(features, NominalFeature::kNameIsANear, relation.above != 0 && relation.above <= 2);
  const bool body = Facts::get().find_generic(mention.text) == "organization";  // "the group"
  const auto type =
      mention.person
          ? EntityType::kPerson
          : type_of_noun(mention.text).value_or(body ? EntityType::kOrganization : EntityType::kConcept);
  const bool meeting = mention.text == "event" && is_named_meeting(out_, entity);
  const bool typed = type != EntityType::kConcept, agrees = type == entity.type || meeting;
  set(features, NominalFeature::kTypeAgrees, typed && agrees);
  set(features, NominalFeature::kTypeDiffers, typed && !agrees);
  const bool city = Facts::get().is_city(entity.name),
             country = entity.country != nullptr && !entity.country->union_of_states;
  const bool nation = Facts::get().find_generic(mention.text) == "country";
  const NounRelation& town = this->relation(mention.text, "municipality");
  const bool municipal = town.above != 0 || town.same;
  set(features, NominalFeature::kCityFits, municipal && city);
  set(features, NominalFeature::kCountryFits, nation && country);
  set(features, NominalFeature::kPlaceMisfits,
      entity.type == EntityType::kPlace && !is_a && ((municipal && country) || (nation && !country)));
  set(features, NominalFeature::kGeneralType,
      typed && agrees && !Facts::get().find_generic(mention.text).empty());
  return head || within || is_a || (typed && agrees) || (nation && country) || (municipal && city);
}

// "president", "retailer": the role, or what else stands before the name
std::string NominalDescriber::introduced_as(const Mention& name) const {
  const std::uint32_t t = name.tokens.begin;
  if (!name.role.empty() || t == tree_.sentence_range(t).begin || tree_.token(t - 1).tag != Tag::kNn)
    return name.role;
  const bool before = tree_.token(t - 1).deprel == Deprel::kCompound &&
                      name.tokens.begin <= tree_.token(t - 1).head &&
                      tree_.token(t - 1).head < name.tokens.end;
  return before ? tree_.lower(t - 1) : std::string();
}

std::uint32_t NominalDescriber::only_called(const Mention& mention) const {
  std::uint32_t only = kNone;
  bool called = false;
  for (std::uint32_t m = 0; m < out_.mentions.size() && out_.mentions[m].head < mention.head; ++m) {
    const Mention& other = out_.mentions[m];
    const Entity* entity = other.entity == kNone ? nullptr : &out_.entities[other.entity];
    if (other.kind == MentionKind::kPronoun || other.number == 'p') continue;
    const bool so = (other.kind == MentionKind::kName ? introduced_as(other) : other.text) == mention.text;
    if (!so && !(entity && entity->named && name_head(name_key(entity->name)) == mention.text)) continue;
    if (!entity || !entity->named || entity->type == EntityType::kPerson ||
        entity->type == EntityType::kPlace || (only != kNone && only != other.entity))
      return kNone;  // "the party", of two; "the state"
    only = other.entity;
    called = called || so;
  }
  return called ? only : kNone;
}

// "the truck maker" after "Swedish truck maker Norsk": each of its modifiers stands before the name, and there is one
bool NominalDescriber::described_before(const Mention& mention, const Mention& name) const {
  const std::uint32_t first = tree_.sentence_range(name.head).begin;
  const std::vector<std::string> own = modifiers(mention.head);
  return !own.empty() && std::all_of(own.begin(), own.end(), [&](const std::string& word) {
    for (std::uint32_t t = name.tokens.begin; t > first && name.tokens.begin - t < kIntroduction; --t) {
      if (tree_.lower(t - 1) == word) return true;
    }
    return false;
  });
}

bool NominalDescriber::describe_kind(const Mention& mention, Features& features, const Entity& entity) {
  bool related = entity.named && describe_name(mention, features, entity);
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = out_.mentions[m];
    if (other.head >= mention.head || other.kind == MentionKind::kPronoun ||
        another_role(tree_, mention, other))
      continue;
    if (other.kind == MentionKind::kNominal) related = describe_nominal(mention, features, other) || related;
    const std::string told = other.kind == MentionKind::kName ? introduced_as(other) : std::string();
    if (told.empty()) continue;
    const bool same = told == mention.text, again = same && described_before(mention, other);
    set(features, NominalFeature::kSameHead, again);
    set(features, NominalFeature::kAgain, again);
    const NounRelation& relation = this->relation(told, mention.text);
    set(features, NominalFeature::kRole, same);
    set(features, NominalFeature::kRoleKind, !same && (relation.same || relation.above != 0));
    related = related || same || relation.same || relation.above != 0;
  }
  return related;
}

void NominalDescriber::describe_place(const Mention& mention, Features& features, const Entity& entity,
                                      const Mention& last) {
  const std::uint32_t back = mention.sentence - last.sentence;
  set(features, NominalFeature::kSameSentence, back == 0);
  set(features, NominalFeature::kPreviousSentence, back == 1);
  set(features, NominalFeature::kTwoBack, back == 2);
  set(features, NominalFeature::kFar, back > 4);
  const std::uint32_t first = tree_.first_conjunct(last.head);
  const Token& token = tree_.token(first);
  const bool subject = is_subject_of_clause(tree_, last.head) && !speaks_behind(tree_, last.head);
  set(features, NominalFeature::kSubject, subject);
  set(features, NominalFeature::kObject, token.deprel == Deprel::kDobj);
  const Token& verb = tree_.token(token.head);
  const bool told_first = subject && verb.deprel == Deprel::kCcomp && token.head < verb.head &&
                          tree_.token(verb.head).deprel == Deprel::kRoot;  // "Norsk left, the ministry said"
  set(features, NominalFeature::kRootSubject, subject && (told_first || verb.deprel == Deprel::kRoot));
  set(features, NominalFeature::kBothSubjects, subject && is_subject_of_clause(tree_, mention.head));
  set(features, NominalFeature::kPredicate, !entity.named && predicate(tree_, last.head));
  const std::uint32_t here = tree_.speech_at(mention.head), there = tree_.speech_at(last.head);
  set(features, NominalFeature::kQuoteBorder, here != there);
}

bool NominalDescriber::candidate(const Mention& mention, const NominalSieves& sieves,
                                 NominalCandidate& candidate) {
  const Entity& entity = out_.entities[candidate.entity];
  Features& features = candidate.features;
  const Mention *first = nullptr, *last = nullptr;
  float before = 0;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = out_.mentions[m];
    if (other.head >= mention.head) continue;
    if (!first || other.head < first->head) first = &other;
    if (!last || other.head > last->head) last = &other;
    before += 1;
  }
  const bool taken = sieves.take(candidate.entity);
  if (!last || (!taken && !compatible(mention, entity)) || other_body(mention, entity)) return false;
  const bool kind = describe_kind(mention, features, entity);
  describe_deeds(mention, features, entity);
  const auto has = [&](NominalFeature feature) { return features[static_cast<std::size_t>(feature)] != 0; };
  if (!kind && !taken && !has(NominalFeature::kDidSo) && !has(NominalFeature::kCharged)) return false;
  if (!taken && apart(mention, entity)) return false;
  const bool bare = !narrowed(tree_, mention.head) && modifiers(mention.head).empty();
  set(features, NominalFeature::kBareKind,
      bare && (has(NominalFeature::kSameSense) || has(NominalFeature::kNearKind) ||
               has(NominalFeature::kNameIsA)));
  set(features, NominalFeature::kNameModified,
      entity.named && !modifiers(mention.head).empty() && !has(NominalFeature::kAgain) &&
          !has(NominalFeature::kOfCountry));
  set(features, NominalFeature::kNameNarrow, entity.named && narrowed(tree_, mention.head));
  set(features, NominalFeature::kBareType, bare && has(NominalFeature::kTypeAgrees));
  set(features, NominalFeature::kByRole, candidate.entity == sieves.by_role);
  set(features, NominalFeature::kByHead, candidate.entity == sieves.by_head);
  set(features, NominalFeature::kByKind, candidate.entity == sieves.by_kind);
  set(features, NominalFeature::kByHeadName, candidate.entity == sieves.by_head && entity.named);
  describe_place(mention, features, entity, *last);
  set(features, NominalFeature::kNamed, entity.named);
  set(features, NominalFeature::kPerson, person_in(out_, entity));
  put(features, NominalFeature::kOften, std::log(1 + before));
  set(features, NominalFeature::kTopic, first->sentence <= 1);
  set(features, NominalFeature::kIntroduced,
      first->kind == MentionKind::kNominal && !first->definite && first->number == 's');
  return true;
}

void NominalDescriber::describe_new(const Mention& mention, NominalCase& described) const {
  const auto put = [&](NewFeature feature, bool value) {
    described.nothing[static_cast<std::size_t>(feature)] = value ? 1 : 0;
  };
  bool of = false, phrase = false, clause = false, unique = false, demonstrative = false;
  for (const std::uint32_t child : tree_.children(mention.head)) {
    const Deprel deprel = tree_.token(child).deprel;
    const std::string word = tree_.lower(child);
    const Tag tag = tree_.token(child).tag;
    of = of || (deprel == Deprel::kPrep && word == "of");
    phrase = phrase || (deprel == Deprel::kPrep && word != "of");
    clause = clause ||
             ((deprel == Deprel::kRelcl || deprel == Deprel::kAcl) && !set_off(tree_, mention.head, child));
    unique = unique || (deprel == Deprel::kAmod && (tag == Tag::kJjs || word == "same" || word == "only" ||
                                                    tree_.token(child).entity == EntityLabel::kOrdinal));
    demonstrative = demonstrative || (deprel == Deprel::kDet && word != "the");
  }
  put(NewFeature::kAlways, true);
  put(NewFeature::kOf, of);
  put(NewFeature::kClause, clause);
  put(NewFeature::kPhrase, phrase);
  put(NewFeature::kModified, !modifiers(mention.head).empty());
  put(NewFeature::kUnique, unique);
  put(NewFeature::kThis, demonstrative);
  put(NewFeature::kPlural, mention.number == 'p');
  put(NewFeature::kPerson, mention.person);
  put(NewFeature::kTime, of_any_kind(mention.text, {NounKind::kTime, NounKind::kQuantity,
                                                    NounKind::kAttribute, NounKind::kRelation}));
  put(NewFeature::kAct, of_any_kind(mention.text, {NounKind::kAct, NounKind::kEvent}));
  put(NewFeature::kPredicate, predicate(tree_, mention.head));
  put(NewFeature::kFirstSentence, mention.sentence <= 1);
  put(NewFeature::kQuoted, tree_.speech_at(mention.head) != kNone);
  put(NewFeature::kGeneral, !Facts::get().find_generic(mention.text).empty());
  put(NewFeature::kTyped, type_of_noun(mention.text).has_value());
  put(NewFeature::kFewCandidates, described.candidates.size() <= 1);
}

// What tells a candidate from the others.
void NominalDescriber::compare(std::vector<NominalCandidate>& candidates) {
  const auto has = [](const NominalCandidate& one, NominalFeature feature) {
    return one.features[static_cast<std::size_t>(feature)];
  };
  NominalCandidate *same = nullptr, *name = nullptr, *oftenest = nullptr;
  std::size_t same_heads = 0;
  for (NominalCandidate& one : candidates) {
    if (has(one, NominalFeature::kSameHead) != 0) {
      same_heads += 1;
      if (!same) same = &one;
    }
    if (has(one, NominalFeature::kNamed) == 0) continue;
    if (!name) name = &one;
    if (!oftenest || has(one, NominalFeature::kOften) > has(*oftenest, NominalFeature::kOften))
      oftenest = &one;
  }
  if (same) set(same->features, NominalFeature::kNearestSameHead, true);
  if (same) set(same->features, NominalFeature::kOnlySameHead, same_heads == 1);
  if (name) set(name->features, NominalFeature::kNearestName, true);
  if (oftenest) set(oftenest->features, NominalFeature::kOftenestName, true);
}

NominalCase NominalDescriber::describe(const Mention& mention, const NominalSieves& sieves,
                                       const std::function<bool(std::uint32_t)>& may_mean) {
  NominalCase described;
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    NominalCandidate one{.entity = e};
    if (may_mean(e) && candidate(mention, sieves, one)) described.candidates.push_back(one);
  }
  const auto last_head = [&](std::uint32_t e) {
    std::uint32_t last = 0;
    for (const std::uint32_t m : out_.entities[e].mentions) {
      if (out_.mentions[m].head < mention.head) last = std::max(last, out_.mentions[m].head);
    }
    return last;
  };
  std::stable_sort(described.candidates.begin(), described.candidates.end(),
                   [&](const auto& a, const auto& b) { return last_head(a.entity) > last_head(b.entity); });
  for (std::size_t i = 0; i < described.candidates.size(); ++i) {
    put(described.candidates[i].features, NominalFeature::kNearest, i == 0 ? 1.0F : 0.0F);
    put(described.candidates[i].features, NominalFeature::kBetween, std::log(1 + static_cast<float>(i)));
  }
  compare(described.candidates);
  describe_new(mention, described);
  return described;
}

void weigh(NominalCase& described) {
  for (NominalCandidate& candidate : described.candidates)
    candidate.probability = score(kNominalWeights, candidate.features);
  normalise(described.candidates, score(kNewWeights, described.nothing));
}

}  // namespace dossier::ingest
