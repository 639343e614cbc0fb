// Features of a mention-ranking model (Denis and Baldridge, EMNLP 2008): the candidates and "nothing" compete
// in one log-linear distribution, so that a close race gives no sure winner and the pronoun stays open.
#include "ingest/resolve/pronoun_features.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/pronoun_nothing.h"
#include "ingest/resolve/pronoun_weights.h"
#include "ingest/resolve/ranking.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kReach = 4;  // sentences

class Describer {
 public:
  Describer(const DocumentTree& tree, const Resolution& resolution, const Mention& pronoun,
            const std::vector<std::uint32_t>& agreeing)
      : tree_(tree),
        out_(resolution),
        pronoun_(pronoun),
        above_(subjects_above(tree, pronoun.head)),
        owned_there_(owned_there(agreeing)) {}

  void look_over_speech() { over_speech_ = true; }  // what is said since makes nothing far
  bool describe(std::uint32_t e, PronounCandidate& candidate) {
    features_ = &candidate.features;
    candidate.entity = e;
    const Entity& entity = out_.entities[e];
    const Mention* last = last_before(entity);
    if (last == nullptr && !fronted(entity)) return false;
    set(PronounFeature::kFronted, fronted(entity));
    if (last) describe_place(*last);
    describe_above(e);
    set(PronounFeature::kJoinedOwner, joined_owner(e));
    describe_kind(entity);
    describe_use(entity);
    describe_fit(entity);
    describe_doings(entity);
    set(PronounFeature::kToldByBody, told_by_body(e));
    if (last) describe_deed(*last);
    const std::uint32_t judged = whom_judged(tree_, pronoun_.head);
    const std::uint32_t agent =
        judged == DocumentTree::kNoToken ? agent_above(tree_, pronoun_.head) : DocumentTree::kNoToken;
    set(PronounFeature::kJudged, judged != DocumentTree::kNoToken && stands_at(e, judged));
    set(PronounFeature::kAgent, agent != DocumentTree::kNoToken && stands_at(e, agent));
    return true;
  }

  std::uint32_t last_head(std::uint32_t e) const {
    const Mention* last = last_before(out_.entities[e]);
    return last ? last->head : 0;
  }

 private:
  void set(PronounFeature feature, float value) { (*features_)[static_cast<std::size_t>(feature)] = value; }

  // "Ana spoke. (five sentences that she says) ..., she said": where the article itself goes on
  std::uint32_t told_since(std::uint32_t sentence) const {
    const std::uint32_t back = pronoun_.sentence - sentence;
    return back <= kReach || !over_speech_ ? back : unsaid_since(sentence);
  }
  std::uint32_t unsaid_since(std::uint32_t sentence) const {
    if (tree_.speech_at(pronoun_.head) != kNone) return pronoun_.sentence - sentence;
    std::uint32_t told = 0;
    for (std::uint32_t s = sentence + 1; s <= pronoun_.sentence; ++s)
      told += tree_.speech_at(tree_.document().sentences[s].begin) == kNone;
    return told;
  }

  const Mention* last_before(const Entity& entity) const {
    const Mention* last = nullptr;
    for (const std::uint32_t m : entity.mentions) {
      const Mention& mention = out_.mentions[m];
      if (mention.head >= pronoun_.head || relative(mention) || told_since(mention.sentence) > kReach)
        continue;
      if (!last || mention.head > last->head) last = &mention;
    }
    return last;
  }

  // "When [Ana] sold her house, Ida left": hers whose clause it stands in
  bool owned_there(const std::vector<std::uint32_t>& agreeing) const {
    if (above_.empty() || above_.front().level != 0 || tree_.token(pronoun_.head).deprel != Deprel::kPoss)
      return false;
    const std::uint32_t subject = out_.entity_index_at(above_.front().subject);
    return above_.front().subject < pronoun_.head &&
           std::find(agreeing.begin(), agreeing.end(), subject) != agreeing.end();
  }

  bool fronted(const Entity& entity) const {
    return !owned_there_ && std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
      const Mention& other = out_.mentions[m];
      return other.head > pronoun_.head && other.sentence == pronoun_.sentence &&
             fronted_before(tree_, pronoun_.head, other.head);
    });
  }

  // Where the last mention stands; in its sentence the highest place counts.
  void describe_place(const Mention& last) {
    const std::uint32_t back = pronoun_.sentence - last.sentence;
    set(PronounFeature::kSameSentence, back == 0);
    set(PronounFeature::kPreviousSentence, back == 1);
    set(PronounFeature::kTwoBack, back == 2);
    bool subject = false, object = false, owner = false, parallel = false, both = false, same = false,
         contains = false, root = false;
    const std::uint32_t verb = tree_.governing_verb(pronoun_.head);
    for (const std::uint32_t m : out_.entities[last.entity].mentions) {
      const Mention& other = out_.mentions[m];
      if (other.sentence != last.sentence || other.head >= pronoun_.head || relative(other)) continue;
      const std::uint32_t first = whole_of(tree_, place_of(tree_, other.head));
      const Deprel deprel = tree_.token(first).deprel;
      const bool is_subject = is_subject_of_clause(tree_, first) || is_presented(tree_, first);
      subject = subject || is_subject || deprel == Deprel::kRoot;
      root = root || (is_subject && leads(first, back));
      object = object || deprel == Deprel::kDobj || verb_phrase_object(first);
      owner = owner || deprel == Deprel::kPoss;
      parallel = parallel || (is_subject && is_subject_of_clause(tree_, pronoun_.head));
      both = both || (deprel == Deprel::kDobj && tree_.token(pronoun_.head).deprel == Deprel::kDobj);
      same = same || (back == 0 && !is_subject && tree_.governing_verb(other.head) == verb);
      contains = contains || (back == 0 && stands_in(tree_, pronoun_.head, other.head));
    }
    set(PronounFeature::kSubject, subject);
    set(PronounFeature::kObject, object && !subject);
    set(PronounFeature::kOwner, owner && !subject && !object);
    set(PronounFeature::kNested, !owner && !subject && !object);
    set(PronounFeature::kRootSubject, root);
    set(PronounFeature::kParallel, parallel);
    set(PronounFeature::kSubjectBefore, back == 1 && root && opens_sentence(tree_, pronoun_.head));
    set(PronounFeature::kBothObjects, both);
    set(PronounFeature::kObjectBefore,
        back == 1 && object && !subject && opens_sentence(tree_, pronoun_.head));
    set(PronounFeature::kApart, std::log(1 + static_cast<float>(pronoun_.head - last.head)));
    set(PronounFeature::kParagraph, paragraph_between(last.head));
    set(PronounFeature::kSameClause, same);
    set(PronounFeature::kContains, contains);
    const bool inside = tree_.speech_at(pronoun_.head) != kNone;
    set(PronounFeature::kQuoteBorder, tree_.speech_at(last.head) != tree_.speech_at(pronoun_.head) &&
                                          (inside || tree_.speech_at(last.head) != kNone));
    set(PronounFeature::kIndefinite, last.kind == MentionKind::kNominal && !last.definite &&
                                         last.number == 's' &&
                                         tree_.child(last.head, Deprel::kPoss) == DocumentTree::kNoToken);
  }
  // Subject of the main verb; "[Norsk] left, the ministry said. It paid", but "Norsk left, the [ministry] said. It added"
  bool leads(std::uint32_t subject, std::uint32_t back) const {
    const std::uint32_t verb = tree_.token(subject).head;
    const bool goes_on = back == 0 || says(tree_, pronoun_.head);
    if (goes_on || tree_.token(verb).deprel == Deprel::kRoot)
      return tree_.token(verb).deprel == Deprel::kRoot && (goes_on || !speaks_behind(tree_, subject));
    const std::uint32_t said = tree_.token(verb).head, speaker = tree_.child(said, Deprel::kNsubj);
    return tree_.token(verb).deprel == Deprel::kCcomp && tree_.token(said).deprel == Deprel::kRoot &&
           speaker != DocumentTree::kNoToken && speaks_behind(tree_, speaker);
  }
  // Whose word or doing the pronoun's clause is.
  void describe_above(std::uint32_t e) {
    const bool owner = tree_.token(pronoun_.head).deprel == Deprel::kPoss;
    for (const SubjectAbove& above : above_) {
      if (!stands_at(e, above.subject) || (above.level == 0 && !owner)) continue;
      const bool reported = above.link == Deprel::kCcomp;
      set(PronounFeature::kOwnNoun, above.level == 0 && owner && own_noun(above));
      set(above.level == 0                              ? PronounFeature::kOwnSubject
          : above.level > 1 || !above.subject_of_clause ? PronounFeature::kHigherAbove
          : reported                                    ? PronounFeature::kSpeaksAbove
                                                        : PronounFeature::kBesideAbove,
          1);
      return;
    }
  }
  bool own_noun(const SubjectAbove& above) const {
    const std::uint32_t m = out_.mention_of[above.subject];
    return above.link == Deprel::kAcl || (m != kNone && relative(out_.mentions[m]));
  }
  bool stands_at(std::uint32_t e, std::uint32_t token) const {
    if (token == DocumentTree::kNoToken) return false;
    if (out_.entity_index_at(token) == e) return true;
    const auto& mentions = out_.entities[e].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return !relative(out_.mentions[m]) && place_of(tree_, out_.mentions[m].head) == token;
    });
  }
  bool joined_owner(std::uint32_t e) const {
    const Token& token = tree_.token(pronoun_.head);
    return token.deprel == Deprel::kPoss && tree_.token(token.head).deprel == Deprel::kConj &&
           out_.entity_index_at(tree_.token(token.head).head) == e;
  }
  bool paragraph_between(std::uint32_t before) const {
    const std::uint32_t begin = tree_.token(before).span.end, end = tree_.token(pronoun_.head).span.begin;
    return std::string_view(tree_.document().text).substr(begin, end - begin).find('\n') !=
           std::string_view::npos;
  }
  bool verb_phrase_object(std::uint32_t t) const {
    if (tree_.token(t).deprel != Deprel::kPobj) return false;
    return tree_.token(tree_.token(tree_.token(t).head).head).upos == Upos::kVerb;
  }

  void describe_kind(const Entity& entity) {
    const bool person = entity.type == EntityType::kPerson || names_person(out_, entity);
    const bool body = entity.type == EntityType::kOrganization || entity.type == EntityType::kGroup;
    const bool group = is_group_noun(out_, entity);
    set(PronounFeature::kNamed, entity.named);
    set(PronounFeature::kPerson, person);
    set(PronounFeature::kOrganization, body);
    set(PronounFeature::kPlace, entity.type == EntityType::kPlace);
    set(PronounFeature::kGroupNoun, group);
    set(PronounFeature::kCoordination, !entity.members.empty());
    set(PronounFeature::kOneForMany,
        pronoun_.number == 'p' && entity.number == 's' && entity.members.empty());
    const bool lifeless = this->lifeless(entity);
    set(PronounFeature::kAbstract, lifeless && abstract(entity));
    const bool acts = acts_as_somebody();
    set(PronounFeature::kLifelessActor, lifeless && acts);
    set(PronounFeature::kActor, !lifeless && acts);
    set(PronounFeature::kAgreesInKind,
        owns_members() && (body || group || entity.country || entity.type == EntityType::kPlace));
    const bool gendered = pronoun_.gender == 'm' || pronoun_.gender == 'f';
    set(PronounFeature::kKnownGender, gendered && entity.gender == pronoun_.gender);
    set(PronounFeature::kLikelyGender,
        gendered && entity.gender == '-' && entity.likely_gender == pronoun_.gender);
    // "Robin Roe lost his work": may own, unless somebody of that gender was just named
    const bool owns_here =
        (*features_)[static_cast<std::size_t>(PronounFeature::kOwnSubject)] != 0 && !rival_of_gender();
    set(PronounFeature::kUnlikelyGender, gendered && !owns_here && entity.gender == '-' &&
                                             entity.likely_gender != '-' &&
                                             entity.likely_gender != pronoun_.gender);
  }

  // Somebody known by the pronoun's gender, in this sentence or the one before.
  bool rival_of_gender() const {
    return std::any_of(out_.entities.begin(), out_.entities.end(), [&](const Entity& entity) {
      if (entity.known_or_likely_gender() != pronoun_.gender) return false;
      return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
        return out_.mentions[m].head < pronoun_.head && pronoun_.sentence - out_.mentions[m].sentence <= 1;
      });
    });
  }
  bool somebody(const Entity& entity) const {
    return entity.type == EntityType::kPerson || names_person(out_, entity) || is_group_noun(out_, entity) ||
           entity.type == EntityType::kOrganization || entity.type == EntityType::kGroup ||
           !entity.members.empty();
  }
  bool lifeless(const Entity& entity) const {
    return !entity.named && entity.members.empty() && !names_person(out_, entity) &&
           !is_group_noun(out_, entity);
  }

  // What WordNet's frames and kinds say of the pronoun's place.
  void describe_fit(const Entity& entity) {
    const Token& token = tree_.token(pronoun_.head);
    const Token& above = tree_.token(token.head);
    const std::string& lemma = above.lemma;
    const bool verb = above.upos == Upos::kVerb;
    if (token.deprel == Deprel::kNsubj && verb)
      set(PronounFeature::kThingDoes, !person_may(lemma) && thing_may(lemma) && somebody(entity));
    if ((token.deprel == Deprel::kDobj || token.deprel == Deprel::kNsubjpass) && verb &&
        takes_person(lemma) != takes_thing(lemma))
      set(PronounFeature::kObjectFits, takes_person(lemma) ? somebody(entity) : lifeless(entity));
    if (token.deprel == Deprel::kPoss) {
      const std::string owned = to_lower(lemma);
      const bool alive = noun_mostly_means(owned, NounKind::kBody) ||
                         noun_mostly_means(owned, NounKind::kFeeling) ||
                         noun_mostly_means(owned, NounKind::kCognition);
      set(PronounFeature::kLifelessOwner, alive && lifeless(entity));
    }
    describe_complement(entity, token);
  }
  // "They were lighter beers"
  void describe_complement(const Entity& entity, const Token& token) {
    if (token.deprel != Deprel::kNsubj || tree_.token(token.head).lemma != "be" || entity.mentions.empty())
      return;
    const std::uint32_t said = tree_.child(token.head, Deprel::kAttr);
    if (said == DocumentTree::kNoToken || tree_.token(said).upos != Upos::kNoun) return;
    const std::string noun = to_lower(tree_.token(said).lemma);
    const auto facts = Facts::get().find_noun(noun);
    const bool person = entity.type == EntityType::kPerson || names_person(out_, entity);
    const bool says_person = facts && facts->noun_class == NounClass::kPerson;
    bool fits = person && says_person;
    if (entity.named) {
      fits = fits || type_of_noun(noun) == entity.type;
    } else {
      const NounRelation relation =
          relate(senses_of_noun(out_.mentions[entity.mentions.front()].text), senses_of_noun(noun));
      fits = fits || relation.same || relation.above != 0 || relation.siblings;
    }
    set(PronounFeature::kSaidToBe, fits);
    set(PronounFeature::kSaidNotToBe, !fits && person != says_person);
  }

  // Of what somebody does, which a clause with `be` does not tell: "the agency said it was a mistake".
  bool told_by_body(std::uint32_t e) const {
    const Token& token = tree_.token(pronoun_.head);
    const Entity& entity = out_.entities[e];
    if (pronoun_.text != "it" || token.deprel != Deprel::kNsubj ||
        tree_.token(token.head).upos != Upos::kVerb || !person_may(tree_.token(token.head).lemma) ||
        tree_.speech_at(pronoun_.head) != kNone ||
        !(entity.type == EntityType::kOrganization || entity.country || is_group_noun(out_, entity)))
      return false;
    return std::any_of(above_.begin(), above_.end(), [&](const SubjectAbove& above) {
      return above.level == 1 && above.subject_of_clause && above.link == Deprel::kCcomp &&
             says(tree_, above.subject) &&
             (stands_at(e, above.subject) || stands_at(e, spoken_for(above.subject)));
    });
  }
  // The ministry of "a spokesman for the ministry", "a ministry spokesman", "the ministry's spokesman"
  std::uint32_t spoken_for(std::uint32_t subject) const {
    if (!tree_.lower(subject).starts_with("spokes")) return DocumentTree::kNoToken;
    for (const std::uint32_t child : tree_.children(subject)) {
      const Deprel deprel = tree_.token(child).deprel;
      if (deprel == Deprel::kPoss || deprel == Deprel::kCompound) return child;
      if (deprel == Deprel::kPrep && (tree_.lower(child) == "for" || tree_.lower(child) == "of"))
        return tree_.child(child, Deprel::kPobj);
    }
    return DocumentTree::kNoToken;
  }

  // The clauses that it stood in before.
  void describe_doings(const Entity& entity) {
    const std::uint32_t verb = tree_.token(tree_.first_conjunct(pronoun_.head)).head;
    const Deprel place = tree_.token(tree_.first_conjunct(pronoun_.head)).deprel;
    const bool tells = tree_.token(verb).upos == Upos::kVerb && !says_little(tree_.token(verb).lemma) &&
                       (place == Deprel::kNsubj || place == Deprel::kDobj);
    float subjects = 0;
    bool same = false;
    for (const std::uint32_t m : entity.mentions) {
      const Mention& other = out_.mentions[m];
      if (other.head >= pronoun_.head) continue;
      const std::uint32_t first = tree_.first_conjunct(other.head);
      const std::uint32_t governor = tree_.token(first).head;
      subjects += pronoun_.sentence - other.sentence <= 7 && is_subject_of_clause(tree_, other.head) &&
                  !relative(other);
      same = same || (tells && governor != verb && tree_.token(first).deprel == place &&
                      tree_.token(governor).lemma == tree_.token(verb).lemma);
    }
    set(PronounFeature::kOftenSubject, std::log(1 + subjects));
    set(PronounFeature::kSameVerb, same);
  }

  // Who suffers what is done next is rather whom it was done to than who did it.
  void describe_deed(const Mention& last) {
    const bool told = tree_.token(tree_.first_conjunct(pronoun_.head)).deprel == Deprel::kNsubjpass;
    if (pronoun_.sentence - last.sentence > 1 || !told) return;
    bool suffered = false, did = false;
    for (const std::uint32_t m : out_.entities[last.entity].mentions) {
      const Mention& other = out_.mentions[m];
      if (other.sentence != last.sentence || other.head >= pronoun_.head || relative(other)) continue;
      suffered = suffered || (suffers(tree_, whole_of(tree_, other.head)) &&
                              !suffers_in_passing(tree_, whole_of(tree_, other.head)));
      did = did || does_to_another(tree_, other.head);
    }
    set(PronounFeature::kBothSuffer, suffered);
    set(PronounFeature::kDidSuffers, did && !suffered && last.sentence < pronoun_.sentence);
  }

  bool abstract(const Entity& entity) const {
    if (entity.mentions.empty()) return false;
    const std::string& lemma = out_.mentions[entity.mentions.front()].text;
    for (const NounKind kind : {NounKind::kAct, NounKind::kAttribute, NounKind::kCognition, NounKind::kEvent,
                                NounKind::kFeeling, NounKind::kProcess, NounKind::kState, NounKind::kTime,
                                NounKind::kQuantity, NounKind::kPhenomenon}) {
      if (noun_mostly_means(lemma, kind)) return true;
    }
    return false;
  }
  // "its president", "their members", "its troops"
  bool owns_members() const {
    const Token& token = tree_.token(pronoun_.head);
    if (token.deprel != Deprel::kPoss) return false;
    const auto noun = Facts::get().find_noun(to_lower(tree_.token(token.head).lemma));
    return noun && (noun->noun_class == NounClass::kPerson || noun->noun_class == NounClass::kGroup);
  }
  // "They said", "their parents"
  bool acts_as_somebody() const {
    const Token& token = tree_.token(pronoun_.head);
    if (token.deprel == Deprel::kPoss) {
      const auto noun = Facts::get().find_noun(to_lower(tree_.token(token.head).lemma));
      return noun && noun->noun_class == NounClass::kPerson;
    }
    if (token.deprel != Deprel::kNsubj || tree_.token(token.head).upos != Upos::kVerb) return false;
    std::uint32_t verb = token.head;  // "they want to show"
    for (int steps = 0; steps < 3 && verb != DocumentTree::kNoToken; ++steps) {
      if (tree_.token(verb).upos == Upos::kVerb && !thing_may(tree_.token(verb).lemma)) return true;
      verb = tree_.child(verb, Deprel::kXcomp);
    }
    return false;
  }

  void describe_use(const Entity& entity) {
    float before = 0, lately = 0;
    bool topic = false, chain = false, spoke = false;
    const bool speaks = says(tree_, pronoun_.head);
    for (const std::uint32_t m : entity.mentions) {
      const Mention& other = out_.mentions[m];
      if (other.head >= pronoun_.head || relative(other)) continue;
      before += 1;
      lately += pronoun_.sentence - other.sentence <= 1;
      spoke = spoke || (speaks && says(tree_, other.head) &&
                        (pronoun_.sentence - other.sentence <= 2 || spoke_last(other)));
      topic = topic || other.sentence <= 1;
      chain = chain || (other.kind == MentionKind::kPronoun && other.number == pronoun_.number &&
                        other.gender == pronoun_.gender && pronoun_.sentence - other.sentence <= 1);
    }
    set(PronounFeature::kOften, std::log(1 + before));
    set(PronounFeature::kLately, std::log(1 + lately));
    set(PronounFeature::kTopic, topic);
    set(PronounFeature::kChain, chain);
    set(PronounFeature::kSpoke, spoke);
  }

  // "Ana said ... “(three sentences),” she said": nobody else has spoken since
  bool spoke_last(const Mention& speaker) const {
    return unsaid_since(speaker.sentence) <= 2 &&
           takes_clause(tree_.token(tree_.token(place_of(tree_, speaker.head)).head).lemma) &&
           std::none_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& other) {
             return other.head > speaker.head && other.head < pronoun_.head &&
                    other.entity != speaker.entity && says(tree_, other.head);
           });
  }

  const DocumentTree& tree_;
  const Resolution& out_;
  const Mention& pronoun_;
  std::vector<SubjectAbove> above_;
  bool owned_there_, over_speech_ = false;
  std::array<float, kPronounFeatures>* features_ = nullptr;
};

// Who did it suffers next as likely as anybody, unless there is whom it was done to.
void compare_deeds(std::vector<PronounCandidate>& candidates) {
  constexpr auto kDid = static_cast<std::size_t>(PronounFeature::kDidSuffers);
  constexpr auto kSuffered = static_cast<std::size_t>(PronounFeature::kBothSuffer);
  const auto count = [&](std::size_t feature) {
    return std::count_if(candidates.begin(), candidates.end(),
                         [&](const auto& one) { return one.features[feature] != 0; });
  };
  if (count(kDid) != 0 && count(kSuffered) != 0) return;
  for (PronounCandidate& one : candidates) one.features[kDid] = one.features[kSuffered] = 0;
}

PronounClass class_of(const Mention& mention) {
  if (mention.gender == 'm' || mention.gender == 'f') return PronounClass::kPerson;
  return mention.number == 'p' ? PronounClass::kMany : PronounClass::kThing;
}

}  // namespace

PronounCase describe_pronoun(const DocumentTree& tree, const Resolution& resolution, const Mention& mention,
                             const std::vector<std::uint32_t>& agreeing) {
  PronounCase pronoun{.pronoun_class = class_of(mention)};
  Describer describer(tree, resolution, mention, agreeing);
  const auto describe_all = [&] {
    for (const std::uint32_t e : agreeing) {
      PronounCandidate candidate;
      if (describer.describe(e, candidate)) pronoun.candidates.push_back(candidate);
    }
  };
  describe_all();
  if (pronoun.candidates.empty() && pronoun.pronoun_class == PronounClass::kPerson) {
    describer.look_over_speech();
    describe_all();
  }
  std::stable_sort(pronoun.candidates.begin(), pronoun.candidates.end(), [&](const auto& a, const auto& b) {
    return describer.last_head(a.entity) > describer.last_head(b.entity);
  });
  for (std::size_t i = 0; i < pronoun.candidates.size(); ++i) {
    auto& features = pronoun.candidates[i].features;
    features[static_cast<std::size_t>(PronounFeature::kNearest)] = i == 0 ? 1 : 0;
    features[static_cast<std::size_t>(PronounFeature::kBetween)] = std::log(1 + static_cast<float>(i));
  }
  compare_deeds(pronoun.candidates);
  describe_nothing(tree, resolution, mention, pronoun);
  return pronoun;
}

void weigh(PronounCase& pronoun) {
  const auto row = static_cast<std::size_t>(pronoun.pronoun_class);
  for (PronounCandidate& candidate : pronoun.candidates)
    candidate.probability = score(kPronounWeights[row], candidate.features);
  normalise(pronoun.candidates, score(kNothingWeights[row], pronoun.nothing));
}

}  // namespace dossier::ingest
