// Noun phrases that name nothing, from the surest link to the least sure:
//
//   apposition   "Shi Yinhong, a professor of ..."          the nominal is the name's
//   role         "the Chinese President", "the leader"      the person with that role and country
//   head         "the treaty", "the Church"                 an earlier name or noun phrase with that head
//   kind         "the pact", "the city", "the student"      nominal_kinds.cc: the most present thing of that kind, if no other
//                                                           rivals it
//
// What is left is a concept of its own name. Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include <algorithm>
#include <map>

#include "ingest/resolve/apart.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/lead_person.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/nominal_appositions.h"
#include "ingest/resolve/nominal_features.h"
#include "ingest/resolve/nominal_kinds.h"
#include "ingest/resolve/ranking.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/salience.h"
#include "ingest/resolve/speakers.h"
#include "ingest/resolve/state_bodies.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

// The second of what a sieve takes. Out of fold 87 in a hundred links above these are right; docs/ingest.md.
constexpr float kLeastSure = 0.6F, kLeastSureTaken = 0.35F;

class NominalClusters {
 public:
  NominalClusters(const DocumentTree& tree, Resolution& resolution, std::span<const Extraction> extractions,
                  const NominalTrace& trace)
      : tree_(tree),
        out_(resolution),
        talk_(tree, extractions),
        trace_(trace),
        describer_(tree, resolution),
        kinds_(tree, resolution, describer_) {}

  void run() {
    if (const LeadPerson lead = find_lead_person(tree_, out_); lead.entity != kNone)
      attach(lead.mention, lead.entity);
    for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
      if (out_.mentions[m].kind != MentionKind::kNominal || out_.mentions[m].entity != kNone) continue;
      if (const std::uint32_t owner = find_apposition(tree_, out_, out_.mentions[m]); owner != kNone)
        attach(m, owner);
    }
    for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
      Mention& mention = out_.mentions[m];
      if (mention.kind == MentionKind::kNominal && mention.entity == kNone) place(m);
    }
  }

 private:
  void attach(std::uint32_t m, std::uint32_t entity) {
    out_.mentions[m].entity = entity;
    tell_type(out_.mentions[m], out_.entities[entity]);
    auto& mentions = out_.entities[entity].mentions;
    mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), m), m);
    if (out_.entities[entity].gender == '-') out_.entities[entity].gender = out_.mentions[m].gender;
  }

  // "the M5S party": what nothing else told
  static void tell_type(const Mention& mention, Entity& entity) {
    if (!entity.named || entity.type != EntityType::kConcept || mention.number == 'p') return;
    const auto type = mention.person ? EntityType::kPerson : type_of_noun(mention.text);
    if (type) entity.type = *type;
  }

  void place(std::uint32_t m) {
    const Mention& mention = out_.mentions[m];
    if (const std::uint32_t whole = rest_of_word(mention); whole != kNone) return attach(m, whole);
    if (means_any_holder(tree_, mention)) return attach(m, concept_of(mention));
    if (const std::uint32_t kind = find_one_of_its_kind(tree_, out_, mention); kind != kNone) {
      if (out_.mentions[kind].entity == kNone) place(kind);
      return attach(m, out_.mentions[kind].entity);
    }
    const bool definite =
        (mention.definite || owned(mention) || capital_role(mention)) && !names_follow(mention);
    const bool group = counted_plural(mention),
               alone = definite && mention.definite && mention.number == 's' && plain(mention);
    NominalSieves sieves;
    if (definite && mention.number == 's' && !mention.role.empty()) sieves.by_role = by_role(mention);
    if (alone && !mention.role.empty() && sieves.by_role == kNone) sieves.by_role = by_like_role(mention);
    if (definite && !group && !pronoun_owns(tree_, mention.head)) sieves.by_head = by_head(mention);
    const bool somebody = mention.person || !mention.role.empty();
    const std::uint32_t of_age =
        (alone && somebody) || (mention.definite && !parent_of(tree_, mention).empty())
            ? kinds_.by_age(mention)
            : kNone;
    const bool this_one = definite && mention.number == 's' && says_this(mention);
    if ((alone || this_one) && mention.text != "year-old") sieves.by_kind = kinds_.by_kind(mention);
    std::uint32_t entity = kNone;
    const bool country = (mention.text == "country" || mention.text == "nation") && mention.definite &&
                         (alone || kinds_.told_by_region(mention));
    const std::uint32_t later = definite && mention.number == 's' && sieves.by_role == kNone
                                    ? find_holder_named_later(tree_, out_, mention)
                                    : kNone;
    const bool noun = tree_.token(mention.head).upos == Upos::kNoun;
    const std::uint32_t called = alone && !somebody && noun ? describer_.only_called(mention) : kNone;
    if (of_age != kNone)
      entity = of_age;
    else if (called != kNone)
      entity = called;
    else if (later != kNone)
      entity = later;
    else if (const std::uint32_t topic = country ? kinds_.topic_country(mention) : kNone; topic != kNone)
      entity = topic;
    else if (only_holder(mention, sieves.by_role) || named_since(mention, sieves))
      entity = sieves.by_role;
    else if (definite && mention.definite && !group && !tells_kind_only(mention))
      entity = likeliest_of(m, sieves);
    else
      entity = sieves.by_role != kNone   ? sieves.by_role
               : sieves.by_head != kNone ? sieves.by_head
                                         : sieves.by_kind;
    if (entity == kNone && definite && mention.number == 's' && mention.country)
      entity = kinds_.by_country(mention);
    if (entity == kNone && country) entity = kinds_.told_country(mention);
    if (definite && alone) entity = who_is(entity, mention.sentence);
    attach(m, entity != kNone ? entity : group ? fresh_concept(mention) : concept_of(mention));
  }

  // "SpaceX is a private company. The company ...": the noun told what something named is.
  std::uint32_t who_is(std::uint32_t e, std::uint32_t sentence) const {
    if (e == kNone || out_.entities[e].named || out_.entities[e].mentions.empty()) return e;
    const Mention& said = out_.mentions[out_.entities[e].mentions.front()];
    const std::uint32_t verb = tree_.token(said.head).head;
    if (tree_.token(said.head).deprel != Deprel::kAttr || said.number != 's' || said.sentence == sentence ||
        tree_.token(verb).lemma != "be" || tree_.child(verb, Deprel::kNeg) != DocumentTree::kNoToken)
      return e;
    const std::uint32_t aux = tree_.child(verb, Deprel::kAux), subject = tree_.child(verb, Deprel::kNsubj);
    if (subject == DocumentTree::kNoToken ||
        (aux != DocumentTree::kNoToken && tree_.token(aux).tag == Tag::kMd))
      return e;
    const std::uint32_t named = out_.entity_index_at(subject);
    const bool fits =
        named != kNone && out_.entities[named].named && out_.entities[named].number == 's' &&
        (out_.entities[named].type == EntityType::kPerson) == (said.person || !said.role.empty());
    return fits ? named : e;
  }

  // Of what the noun may stand for the likeliest, if it is likely enough.
  std::uint32_t likeliest_of(std::uint32_t m, const NominalSieves& sieves) {
    Mention& mention = out_.mentions[m];
    NominalCase described = describer_.describe(mention, sieves, [&](std::uint32_t e) {
      const auto& mentions = out_.entities[e].mentions;
      const bool another =
          sieves.by_role != kNone && sieves.by_role != e && has_other_role(out_, out_.entities[e], mention);
      return !speaks(e, mention) && !another && !(plain(mention) && of_other_trade(e, mention)) &&
             !above_suspicion(tree_, out_, out_.entities[e], mention) &&
             !only_hears(tree_, out_, out_.entities[e], mention) &&
             (mentions.empty() || !speakers_own(out_.mentions[mentions.front()]));
    });
    weigh(described);
    if (trace_) trace_(out_, mention, described);
    const NominalCandidate *best = likeliest(described.candidates), *taken = nullptr;
    for (const NominalCandidate& one : described.candidates) {
      if (sieves.take(one.entity) && (!taken || one.probability > taken->probability)) taken = &one;
    }
    if (best == nullptr || best->probability < kLeastSure) best = taken;
    if (best == nullptr || best->probability < (best == taken ? kLeastSureTaken : kLeastSure)) return kNone;
    mention.sure = best->probability;
    return best->entity;
  }

  // "Former teacher Ana Roe told the court ... The judge asked": no teacher is a judge
  bool of_other_trade(std::uint32_t e, const Mention& mention) {
    const Entity& entity = out_.entities[e];
    if (mention.role.empty() || entity.type != EntityType::kPerson ||
        !has_other_role(out_, entity, mention) || tells_of_wrong(mention.text) ||
        !deed_of(mention.text).empty())  // "the suspect", "the buyer"
      return false;
    return std::none_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
      const Mention& other = out_.mentions[m];
      if (other.head >= mention.head || other.role.empty()) return false;
      if (!Facts::get().find_generic(other.role).empty()) return true;  // "a boy" may be a student
      const NounRelation& relation = describer_.relation(other.role, mention.text);
      return relation.same || relation.above != 0 || relation.below != 0;
    });
  }

  // "A judge blocked it. Judge Ana Roe said ...": the judge is who was named since, if nobody else is one.
  bool named_since(const Mention& mention, const NominalSieves& sieves) const {
    if (!mention.definite || sieves.by_role == kNone || sieves.by_head == kNone ||
        out_.entities[sieves.by_head].named)
      return false;
    const Mention& first = out_.mentions[out_.entities[sieves.by_head].mentions.front()];
    if (first.definite || first.kind != MentionKind::kNominal) return false;
    bool since = false;
    for (const Mention& other : out_.mentions) {
      if (other.head >= mention.head || other.kind != MentionKind::kName || other.role != mention.role)
        continue;
      if (other.entity != sieves.by_role || other.head < first.head) return false;
      since = true;
    }
    return since;
  }

  // "the two leaders" are other leaders each time.
  bool counted_plural(const Mention& mention) const {
    if (tree_.token(mention.head).tag == Tag::kCd || counts_people(mention) != 0) return true;
    if (mention.number != 'p' || (Facts::get().find_generic(mention.text).empty() && !mention.person))
      return false;
    return tree_.child(mention.head, Deprel::kNummod) != DocumentTree::kNoToken || both(mention.head);
  }
  bool both(std::uint32_t head) const {
    const auto children = tree_.children(head);
    return std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t c) { return tree_.lower(c) == "both"; });
  }

  // "co | - | founder": the noun at the end of the word tells what it is.
  std::uint32_t rest_of_word(const Mention& mention) const {
    const std::uint32_t t = mention.head;
    if (t + 2 >= tree_.size() || tree_.word(t + 1) != "-" ||
        tree_.token(t).span.end != tree_.token(t + 1).span.begin)
      return kNone;
    return out_.entity_index_at(t + 2);
  }
  // "the company Hitwise": named at once, so not before
  bool names_follow(const Mention& mention) const {
    const std::uint32_t next = mention.head + 1;
    if (next >= tree_.size() || out_.mention_of[next] == kNone) return false;
    const Mention& other = out_.mentions[out_.mention_of[next]];
    return other.kind == MentionKind::kName && other.tokens.begin == next &&
           other.sentence == mention.sentence;
  }

  bool owned(const Mention& mention) const {
    const std::uint32_t owner = tree_.child(mention.head, Deprel::kPoss);
    return owner != DocumentTree::kNoToken;
  }
  // "President said", "the President"
  bool capital_role(const Mention& mention) const {
    return !mention.role.empty() && tree_.token(mention.head).upos == Upos::kPropn;
  }
  // "the 45-year-old", "the Swede"
  static bool tells_kind_only(const Mention& mention) {
    return mention.text == "year-old" || mention.text == "one-of-a-people";
  }
  // No complement or relative clause that would tell it from another: "the user who ..."
  bool plain(const Mention& mention) const {
    if (tells_kind_only(mention)) return true;
    return std::none_of(
        tree_.children(mention.head).begin(), tree_.children(mention.head).end(), [&](std::uint32_t child) {
          const Deprel deprel = tree_.token(child).deprel;
          return deprel == Deprel::kPrep || (tells_which(deprel) && !set_off(tree_, mention.head, child)) ||
                 deprel == Deprel::kConj || deprel == Deprel::kPoss ||
                 (deprel == Deprel::kAmod && !Facts::get().tells_nothing(tree_.lower(child)) &&
                  !tells_age(tree_, child) && !tells_base(tree_, child)) ||
                 deprel == Deprel::kCompound || deprel == Deprel::kNmod;
        });
  }

  // "this peaceful island in the north": whatever else is told of it
  bool says_this(const Mention& mention) const {
    const std::uint32_t determiner = tree_.child(mention.head, Deprel::kDet);
    return determiner != DocumentTree::kNoToken && tree_.lower(determiner) == "this";
  }

  static bool tells_which(Deprel deprel) { return deprel == Deprel::kRelcl || deprel == Deprel::kAcl; }

  // 3: role and country agree; 2: so, but he was called the former or the club president; 1: the country alone, for a general noun
  int role_fit(const Mention& mention, const Entity& entity) const {
    int best = 0;
    for (const std::uint32_t m : entity.mentions) {
      const Mention& other = out_.mentions[m];
      if (other.role.empty() || other.head >= mention.head) continue;
      if (owned(mention) && !owned(other)) continue;  // "her mother" is no mother of others
      if (another_role(tree_, mention, other)) continue;
      const bool same_country = mention.country == nullptr || mention.country == other.country;
      if (same_country && other.role == mention.role)
        best = std::max(best, holds_simply(tree_, mention, other) ? 3 : 2);
      else if (mention.country && same_country && Facts::get().find_generic(mention.role) == "person")
        best = std::max(best, 1);
    }
    return best;
  }

  // `"The student gets no help," said the student`: whoever speaks would say "I".
  bool speaks(std::uint32_t e, const Mention& mention) const {
    const std::uint32_t speaker = talk_.speaker_of(mention.head);
    return speaker != DocumentTree::kNoToken && out_.entity_index_at(speaker) == e;
  }

  std::uint32_t by_role(const Mention& mention) const {
    std::uint32_t best = kNone, rivals = 0;
    std::pair<int, float> best_rank{0, 0};
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      const Entity& entity = out_.entities[e];
      if (entity.type != EntityType::kPerson || !entity.named || !gender_fits(mention, entity) ||
          commands(tree_, out_, entity, mention) || speaks(e, mention))
        continue;
      const int fit = role_fit(mention, entity);
      if (fit == 0) continue;
      const std::pair<int, float> rank{fit, salience(tree_, out_, entity, mention.head)};
      rivals += fit == 1;
      if (rank > best_rank) best = e, best_rank = rank;
    }
    return best_rank.first == 1 && rivals > 1 ? kNone : best;
  }

  // "the attorney" for a lawyer, "the monarch" for a king: the only one with a role that is such a one.
  std::uint32_t by_like_role(const Mention& mention) {
    constexpr std::uint8_t kSteps = 1;
    std::uint32_t only = kNone;
    for (const Mention& other : out_.mentions) {
      if (other.head >= mention.head || other.entity == kNone || other.role.empty()) continue;
      if (other.role == mention.role) return kNone;
      const Entity& entity = out_.entities[other.entity];
      const NounRelation& relation = describer_.relation(other.role, mention.text);
      if (!relation.same && (relation.above == 0 || relation.above > kSteps)) continue;
      if (entity.type != EntityType::kPerson || !entity.named || !gender_fits(mention, entity) ||
          (only != kNone && only != other.entity))
        return kNone;
      only = other.entity;
    }
    return only == kNone || speaks(only, mention) || commands(tree_, out_, out_.entities[only], mention)
               ? kNone
               : only;
  }

  // Nothing but the word that tells its kind.
  bool only_its_kind(const Mention& mention) const {
    const auto children = tree_.children(mention.head);
    return std::all_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return child + 1 == mention.head || tree_.token(child).deprel == Deprel::kDet;
    });
  }

  // "the prime minister": the only one whom the article has called so
  bool only_holder(const Mention& mention, std::uint32_t person) const {
    const auto called_so = [&](const Mention& other) {
      return other.entity != kNone && other.head < mention.head && out_.entities[other.entity].named &&
             same_kind_of_role(tree_, mention, other);
    };
    return person != kNone && mention.definite && only_its_kind(mention) &&
           std::any_of(out_.mentions.begin(), out_.mentions.end(),
                       [&](const Mention& other) { return called_so(other) && other.entity == person; }) &&
           std::none_of(out_.mentions.begin(), out_.mentions.end(),
                        [&](const Mention& other) { return called_so(other) && other.entity != person; });
  }

  bool premodifiers_within(const Mention& mention, const std::string& key) const {
    for (const std::uint32_t child : tree_.children(mention.head)) {
      const Deprel deprel = tree_.token(child).deprel;
      const bool numbered = deprel == Deprel::kNummod && mention.number == 's';  // "the 2015 election"
      if (deprel != Deprel::kAmod && deprel != Deprel::kCompound && deprel != Deprel::kNmod && !numbered)
        continue;
      if (Facts::get().tells_nothing(tree_.lower(child)) || tells_age(tree_, child) ||
          tells_base(tree_, child))
        continue;
      if ((" " + key + " ").find(" " + tree_.lower(child) + " ") == std::string::npos) return false;
    }
    return true;
  }

  std::uint32_t by_head(const Mention& mention) const {
    std::uint32_t best = kNone;
    float best_salience = 0;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      const Entity& entity = out_.entities[e];
      if (entity.number != mention.number || !head_fits(mention, entity) ||
          told_apart(tree_, out_, entity, mention) ||
          (mention.person && entity.named && entity.type != EntityType::kPerson) ||
          (entity.named && commands(tree_, out_, entity, mention)))
        continue;
      const float value = salience(tree_, out_, entity, mention.head);
      const float known = kTopic * static_cast<float>(mentions_before(entity, mention.head));
      if (value + known > best_salience) best = e, best_salience = value + known;
    }
    return best;
  }

  // What the article is about is taken up from afar.
  static constexpr float kTopic = 40;
  std::size_t mentions_before(const Entity& entity, std::uint32_t token) const {
    return static_cast<std::size_t>(
        std::count_if(entity.mentions.begin(), entity.mentions.end(),
                      [&](std::uint32_t m) { return out_.mentions[m].head < token; }));
  }

  bool head_fits(const Mention& mention, const Entity& entity) const {
    if (entity.country) return false;
    if (owned(mention) && entity.named) return false;
    if (!entity.named) {
      const std::uint32_t first = entity.mentions.empty() ? kNone : entity.mentions.front();
      if (first == kNone || out_.mentions[first].text != mention.text ||
          out_.mentions[first].head >= mention.head || speakers_own(out_.mentions[first]))
        return false;
      if (owned(mention)) return name_key(nominal_name(tree_, out_, mention.head)) == name_key(entity.name);
      return premodifiers_within(mention, name_key(entity.name)) && !restricted(mention);
    }
    if (entity.type == EntityType::kPerson || restricted(mention) || only_in_title(mention.text, entity))
      return false;
    const auto names = [&](const std::string& name) {
      const std::string key = name_key(name);
      return words_of(key).size() >= 2 && name_head(key) == mention.text && premodifiers_within(mention, key);
    };
    return names(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), names);
  }

  bool restricted(const Mention& mention) const {
    return std::any_of(
        tree_.children(mention.head).begin(), tree_.children(mention.head).end(), [&](std::uint32_t child) {
          const Deprel deprel = tree_.token(child).deprel;
          return (tells_which(deprel) && !set_off(tree_, mention.head, child)) ||
                 (deprel == Deprel::kPrep && (tree_.lower(child) == "of" || tree_.lower(child) == "between"));
        });
  }

  std::uint32_t fresh_concept(const Mention& mention) {
    out_.entities.push_back({.type = EntityType::kConcept,
                             .name = nominal_name(tree_, out_, mention.head),
                             .number = mention.number});
    return static_cast<std::uint32_t>(out_.entities.size() - 1);
  }

  // "my story": not "the story" that another tells of
  bool speakers_own(const Mention& mention) const {
    const Pronoun* owner =
        pronoun_owns(tree_, mention.head)
            ? Facts::get().find_pronoun(tree_.lower(tree_.child(mention.head, Deprel::kPoss)))
            : nullptr;
    return owner != nullptr && owner->person < 3;
  }

  std::uint32_t concept_of(const Mention& mention) {
    if (pronoun_owns(tree_, mention.head))
      return fresh_concept(mention);  // named after the owner once he is known
    if (const StateBody body = state_body_of(tree_, out_, mention.head); !body.name.empty())
      return body_of(body);
    std::string name = nominal_name(tree_, out_, mention.head);
    const auto [at, fresh] =
        concepts_.try_emplace(name_key(name), static_cast<std::uint32_t>(out_.entities.size()));
    if (fresh) {
      Entity entity{.type = names_facility(mention) ? EntityType::kFacility : EntityType::kConcept,
                    .name = std::move(name),
                    .number = mention.number,
                    .gender = mention.gender};
      out_.entities.push_back(std::move(entity));
    }
    return at->second;
  }

  // "at Kumla prison": without an article and behind a place it is a name
  bool names_facility(const Mention& mention) const {
    const auto children = tree_.children(mention.head);
    const bool alone = std::all_of(children.begin(), children.end(), [&](std::uint32_t t) {
      return tree_.token(t).deprel == Deprel::kCompound || t > mention.head;
    });
    const std::uint32_t place = mention.head == 0 ? kNone : out_.entity_index_at(mention.head - 1);
    return alone && mention.number == 's' && place != kNone && out_.entities[place].named &&
           out_.entities[place].type == EntityType::kPlace &&
           tree_.token(mention.head - 1).deprel == Deprel::kCompound &&
           type_of_noun(mention.text) == EntityType::kFacility;
  }

  // "the Iraqi government", "the government of Iraq": one body, maybe named before
  std::uint32_t body_of(const StateBody& body) {
    const std::string key = name_key(body.with_country);
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      const Entity& entity = out_.entities[e];
      if (entity.named && entity.type == EntityType::kOrganization &&
          name_key(with_country_spelt_out(official_form(entity.name))) == key)
        return e;
    }
    const auto [at, fresh] = concepts_.try_emplace(key, static_cast<std::uint32_t>(out_.entities.size()));
    if (fresh)
      out_.entities.push_back(
          {.type = EntityType::kOrganization, .name = body.name, .aliases = {body.with_country}});
    return at->second;
  }

  const DocumentTree& tree_;
  Resolution& out_;
  Speakers talk_;
  const NominalTrace& trace_;
  NominalDescriber describer_;
  KindSieve kinds_;
  std::map<std::string, std::uint32_t> concepts_;
};

}  // namespace

void cluster_nominals(const DocumentTree& tree, Resolution& resolution,
                      std::span<const Extraction> extractions, const NominalTrace& trace) {
  NominalClusters(tree, resolution, extractions, trace).run();
}

}  // namespace dossier::ingest
