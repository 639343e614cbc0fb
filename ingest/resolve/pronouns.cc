// Pronouns: of what was named before and agrees in number, gender and animacy and is not bound out, the
// likeliest by a model of place, role and kind (pronoun_features.h), where it is likely enough.
//
//   "During his video call with Xi, Putin emphasised ..."   a fronted phrase looks forward to the subject
//   "Trump said his discussions ..."                        the subject of the same sentence is near and high
//   "Xi met him"                                            an object is not the subject of its own clause
//   "it is important to ..."                                stands for nothing
//   "the road itself"                                       adds nothing to its noun
//
// Source: Lappin and Leass 1994 (salience, syntactic filter); Denis and Baldridge 2008 (ranking).
#include <algorithm>
#include <array>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/binding.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/pronoun_features.h"
#include "ingest/resolve/pronoun_nothing.h"
#include "ingest/resolve/ranking.h"
#include "ingest/resolve/speakers.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

// By PronounClass. Out of fold 94, 80 and 87 in a hundred links of `he`, `it` and `they` above these are right;
// docs/ingest.md.
constexpr std::array<float, 3> kLeastSure = {0.5F, 0.65F, 0.75F};

constexpr std::uint32_t kPairReach = 2;  // sentences

class Pronouns {
 public:
  Pronouns(const DocumentTree& tree, Resolution& resolution, std::span<const Extraction> extractions,
           const PronounTrace& trace)
      : tree_(tree), out_(resolution), trace_(trace), talk_(tree, extractions) {}

  void run() {
    const std::size_t count = out_.mentions.size();
    for (std::uint32_t m = 0; m < count; ++m) {
      if (out_.mentions[m].kind == MentionKind::kPronoun) resolve(m);
    }
    for (std::uint32_t m = 0; m < count; ++m) {
      if (out_.mentions[m].kind == MentionKind::kPronoun) refer_to_speaker(m);
    }
  }

 private:
  void resolve(std::uint32_t m) {
    Mention& mention = out_.mentions[m];
    const Pronoun* pronoun = Facts::get().find_pronoun(mention.text);
    const bool both = mention.text == "both";
    if (pronoun == nullptr || pronoun->person != 3 || (pronoun->kind == PronounKind::kDemonstrative && !both))
      return;
    const std::uint32_t entity = both ? only_pair_before(mention) : antecedent(m, *pronoun);
    if (entity == kNone) return;
    mention.entity = entity;
    out_.entities[entity].mentions.push_back(m);
    const Entity& named = out_.entities[entity];
    if ((named.type == EntityType::kPerson || names_person(out_, named)) && named.gender == '-')
      out_.entities[entity].gender = pronoun->gender == 'n' ? '-' : pronoun->gender;
  }

  // "Norsk and Adler lost. Both appealed": the only two that stand together in the words before
  std::uint32_t only_pair_before(const Mention& mention) const {
    if (!is_subject_of_clause(tree_, mention.head) || !tree_.children(mention.head).empty()) return kNone;
    std::uint32_t only = kNone;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      const auto& mentions = out_.entities[e].mentions;
      const bool near = std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
        return out_.mentions[m].head < mention.head &&
               mention.sentence - out_.mentions[m].sentence <= kPairReach;
      });
      if (!near || out_.entities[e].members.empty()) continue;
      if (only != kNone || out_.entities[e].members.size() != 2) return kNone;
      only = e;
    }
    return only;
  }

  // `"My wife left," said Holm`: whoever speaks. Last, for the model of the others has weighed no `I`.
  void refer_to_speaker(std::uint32_t m) {
    const Pronoun* pronoun = Facts::get().find_pronoun(out_.mentions[m].text);
    if (pronoun == nullptr || pronoun->person != 1 || pronoun->number != 's') return;
    const std::uint32_t speaker = talk_.speaker_of(out_.mentions[m].head);
    const std::uint32_t entity = speaker == DocumentTree::kNoToken ? kNone : out_.entity_index_at(speaker);
    if (entity == kNone || !out_.entities[entity].members.empty()) return;
    out_.mentions[m].entity = entity;
    out_.entities[entity].mentions.push_back(m);
  }

  std::uint32_t antecedent(std::uint32_t m, const Pronoun& pronoun) {
    Mention& mention = out_.mentions[m];
    if (pronoun.kind == PronounKind::kRelative) return above_relative(mention);
    if (pronoun.kind == PronounKind::kReflexive) return own_subject(mention, pronoun);
    if (tree_.token(mention.head).deprel == Deprel::kExpl || stands_for_nothing(tree_, mention) ||
        open_above(mention, pronoun))
      return kNone;
    if (const std::uint32_t only = only_person_above(mention, pronoun); only != kNone) return only;
    if (const std::uint32_t owner = owner_of_joined(mention, pronoun); owner != kNone) return owner;
    for (const std::uint32_t t :
         {owner_of_subject_beside(tree_, mention.head), whom_judged_above(tree_, mention.head)}) {
      const std::uint32_t entity = t == DocumentTree::kNoToken ? kNone : out_.entity_index_at(t);
      if (entity != kNone && mention.gender != 'n' && agrees(out_.entities[entity], mention, pronoun))
        return entity;
    }
    if (const Mention* asked = who_is_asked(mention, pronoun)) {
      mention.sure = asked->sure;
      return asked->entity;
    }
    if (const Mention* owner = owner_of_teller(mention, pronoun)) {
      mention.sure = owner->sure;
      return owner->entity;
    }
    PronounCase described = describe_pronoun(tree_, out_, mention, agreeing(mention, pronoun));
    leave_out_lifeless_owners(described);
    weigh(described);
    if (trace_) trace_(out_, mention, described);
    const float least = kLeastSure[static_cast<std::size_t>(described.pronoun_class)];
    const PronounCandidate* best = likeliest(described.candidates);
    if (best == nullptr || best->probability < least) return kNone;
    if (described.pronoun_class == PronounClass::kPerson && unlikely(*best)) {
      leave_out_unlikely(described.candidates, pronoun);
      weigh(described);
      best = likeliest(described.candidates);
      if (best->probability < least || (unlikely(*best) && !stands_above(*best))) return kNone;
    }
    if (named_below(tree_, out_, best->entity, mention)) return kNone;
    mention.sure = best->probability;
    return best->entity;
  }

  // "Ana Roe visited Oslo in May, when she met Ida": who acts above is the only person of the sentence so far.
  std::uint32_t only_person_above(const Mention& mention, const Pronoun& pronoun) const {
    if ((pronoun.gender != 'm' && pronoun.gender != 'f') || tree_.speech_at(mention.head) != kNone ||
        tree_.token(mention.head).deprel != Deprel::kNsubj || !is_subject_pronoun(tree_, mention.head))
      return kNone;
    const std::uint32_t inner = tree_.token(mention.head).head;
    std::uint32_t verb = inner;
    while (tree_.token(verb).head != verb && (verb == inner || !is_verb_tag(tree_.token(verb).tag)))
      verb = tree_.token(verb).head;
    const std::uint32_t subject = verb == inner ? DocumentTree::kNoToken : tree_.child(verb, Deprel::kNsubj);
    if (subject == DocumentTree::kNoToken || subject > mention.head) return kNone;
    const std::uint32_t entity = out_.entity_index_at(subject);
    if (entity == kNone || out_.mentions[out_.mention_of[subject]].kind != MentionKind::kName) return kNone;
    const Entity& person = out_.entities[entity];
    const char likely = person.known_or_likely_gender();
    if (person.type != EntityType::kPerson || (likely != '-' && likely != pronoun.gender) ||
        !agrees(person, mention, pronoun) || outside_quote(entity, mention))
      return kNone;
    for (std::uint32_t t = tree_.sentence_range(subject).begin; t < mention.head; ++t) {
      const std::uint32_t other = out_.entity_index_at(t);
      if (other != kNone && other != entity &&
          (out_.entities[other].type == EntityType::kPerson || names_person(out_, out_.entities[other])))
        return kNone;
    }
    return entity;
  }

  // "Ole asked him why he had left": him; "Ole asked him if he could leave" may be either
  const Mention* who_is_asked(const Mention& mention, const Pronoun& pronoun) const {
    const std::uint32_t verb = tree_.token(mention.head).head, asks = tree_.token(verb).head;
    const std::uint32_t may = tree_.child(verb, Deprel::kAux);
    if (!is_subject_pronoun(tree_, mention.head) || tree_.token(asks).lemma != "ask" ||
        (tree_.token(verb).deprel != Deprel::kCcomp && tree_.token(verb).deprel != Deprel::kAdvcl) ||
        (may != DocumentTree::kNoToken && (tree_.lower(may) == "could" || tree_.lower(may) == "might")))
      return nullptr;
    for (const Deprel deprel : {Deprel::kDobj, Deprel::kDative}) {
      const std::uint32_t asked = tree_.child(asks, deprel);
      const std::uint32_t m = asked < mention.head ? out_.mention_of[asked] : kNone;
      if (m != kNone && out_.mentions[m].entity != kNone &&
          agrees(out_.entities[out_.mentions[m].entity], mention, pronoun))
        return &out_.mentions[m];
    }
    return nullptr;
  }

  // "His lawyer said he was ill", "Her sister, Ida, said Ole had hit her": whose lawyer and sister they are, unless somebody
  // is named between who may be meant as well
  const Mention* owner_of_teller(const Mention& mention, const Pronoun& pronoun) const {
    if (pronoun.gender != 'm' && pronoun.gender != 'f') return nullptr;
    const auto above = subjects_above(tree_, mention.head);
    const auto told = std::find_if(above.begin(), above.end(), [&](const SubjectAbove& one) {
      return one.link == Deprel::kCcomp && one.subject < mention.head && one.level > 0;
    });
    const std::uint32_t owner =
        told == above.end() ? DocumentTree::kNoToken : tree_.child(told->subject, Deprel::kPoss);
    if (owner == DocumentTree::kNoToken || out_.mention_of[owner] == kNone) return nullptr;
    const Mention& found = out_.mentions[out_.mention_of[owner]];
    if (found.kind != MentionKind::kPronoun || found.gender != mention.gender ||
        (found.entity != kNone && bound_out(tree_, out_, found.entity, mention, pronoun)))
      return nullptr;
    const bool another = std::any_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& other) {
      return other.head > tree_.token(told->subject).head && other.head < mention.head &&
             other.entity != kNone && other.entity != found.entity &&
             agrees(out_.entities[other.entity], mention, pronoun) &&
             !bound_out(tree_, out_, other.entity, mention, pronoun);
    });
    return another ? nullptr : &found;
  }

  // "Oslo's demand and its refusal", "Ana's hut and her car": whose the first is; not "Ana's son and his car"
  std::uint32_t owner_of_joined(const Mention& mention, const Pronoun& pronoun) const {
    const Token& token = tree_.token(mention.head);
    if (token.deprel != Deprel::kPoss || tree_.token(token.head).deprel != Deprel::kConj) return kNone;
    const std::uint32_t first = tree_.token(token.head).head, owner = tree_.child(first, Deprel::kPoss);
    const std::string noun = to_lower(tree_.token(first).lemma);
    const bool may_own = tree_.token(first).upos != Upos::kNoun || noun_means(noun, NounKind::kPerson) ||
                         noun_means(noun, NounKind::kGroup) ||
                         (pronoun.gender == 'n' && !noun_mostly_means(noun, NounKind::kAct) &&
                          !noun_mostly_means(noun, NounKind::kCommunication));
    if (may_own) return kNone;
    const std::uint32_t entity = owner == DocumentTree::kNoToken ? kNone : out_.entity_index_at(owner);
    return entity != kNone && agrees(out_.entities[entity], mention, pronoun) ? entity : kNone;
  }

  // "The party called it a coup. Its leader ...": a coup has none while there is what may have one.
  static void leave_out_lifeless_owners(PronounCase& described) {
    const auto is = [](const PronounCandidate& candidate, PronounFeature feature) {
      return candidate.features[static_cast<std::size_t>(feature)] != 0;
    };
    const auto may_have = [&](const PronounCandidate& candidate) {
      return is(candidate, PronounFeature::kAgreesInKind);
    };
    if (described.pronoun_class == PronounClass::kThing &&
        std::any_of(described.candidates.begin(), described.candidates.end(), may_have))
      std::erase_if(described.candidates,
                    [&](const auto& candidate) { return is(candidate, PronounFeature::kAbstract); });
  }

  static bool unlikely(const PronounCandidate& candidate) {
    return candidate.features[static_cast<std::size_t>(PronounFeature::kUnlikelyGender)] != 0;
  }
  // "Robin Roe said she had left", whose clause it is
  static bool stands_above(const PronounCandidate& candidate) {
    constexpr std::array kAbove = {PronounFeature::kOwnSubject,   PronounFeature::kSpeaksAbove,
                                   PronounFeature::kBesideAbove,  PronounFeature::kHigherAbove,
                                   PronounFeature::kFronted,      PronounFeature::kOwnNoun,
                                   PronounFeature::kSubjectBefore};
    return std::any_of(kAbove.begin(), kAbove.end(), [&](PronounFeature feature) {
      return candidate.features[static_cast<std::size_t>(feature)] != 0;
    });
  }
  // "Ana Roe ... Erik Dahl said she": nobody with a man's given name while a woman is named.
  void leave_out_unlikely(std::vector<PronounCandidate>& candidates, const Pronoun& pronoun) const {
    const bool likely = std::any_of(candidates.begin(), candidates.end(), [&](const auto& candidate) {
      return out_.entities[candidate.entity].known_or_likely_gender() == pronoun.gender;
    });
    if (!likely) return;
    std::erase_if(candidates, unlikely);
  }

  // "Andreas Granqvist, who ..."
  std::uint32_t above_relative(const Mention& mention) const {
    std::uint32_t t = mention.head;
    for (int steps = 0; steps < 8 && tree_.token(t).head != t; ++steps) {
      if (tree_.token(t).deprel == Deprel::kRelcl) return out_.entity_index_at(tree_.token(t).head);
      t = tree_.token(t).head;
    }
    return kNone;
  }

  // "participants were locked in to free themselves": who does what its verb says
  std::uint32_t own_subject(const Mention& mention, const Pronoun& pronoun) const {
    const std::uint32_t before = mention.head - 1;
    if (mention.head > 0 && out_.mention_of[before] != kNone &&
        tree_.token(mention.head).deprel != Deprel::kDobj)
      return kNone;  // "the road itself"
    std::uint32_t t = tree_.governing_verb(mention.head);
    for (int steps = 0; steps < 6 && t != DocumentTree::kNoToken; ++steps) {
      for (const Deprel deprel : {Deprel::kNsubj, Deprel::kNsubjpass}) {
        const std::uint32_t subject = tree_.child(t, deprel);
        const std::uint32_t entity =
            subject == DocumentTree::kNoToken ? kNone : out_.entity_index_at(subject);
        if (entity != kNone) return agrees(out_.entities[entity], mention, pronoun) ? entity : kNone;
        if (subject != DocumentTree::kNoToken && subject != mention.head && steps == 0)
          return kNone;  // "said that 38% describe themselves"
      }
      const Deprel deprel = tree_.token(t).deprel;
      const std::uint32_t above = tree_.token(t).head;
      if (deprel == Deprel::kAcl || deprel == Deprel::kRelcl) {
        const std::uint32_t entity = out_.entity_index_at(above);
        return entity != kNone && agrees(out_.entities[entity], mention, pronoun) ? entity : kNone;
      }
      if (above == t) break;
      t = tree_.token(above).upos == Upos::kVerb || tree_.token(above).upos == Upos::kAux
              ? above
              : tree_.governing_verb(above);
    }
    return kNone;
  }

  std::vector<std::uint32_t> agreeing(const Mention& mention, const Pronoun& pronoun) const {
    std::vector<std::uint32_t> entities;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      if (agrees(out_.entities[e], mention, pronoun) && !bound_out(tree_, out_, e, mention, pronoun) &&
          !outside_quote(e, mention) && !counted_otherwise(e, mention) && !said_to_be_deed(e, mention) &&
          !part_of_pair(e, mention) && !said_of_another(e))
        entities.push_back(e);
    }
    return entities;
  }

  // "The agency said it knew that they were stored there": what is an "it" in the sentence is no "they" there.
  bool counted_otherwise(std::uint32_t e, const Mention& mention) const {
    const auto& mentions = out_.entities[e].mentions;
    return out_.entities[e].members.empty() &&
           std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
             const Mention& other = out_.mentions[m];
             const Pronoun* one =
                 other.kind == MentionKind::kPronoun ? Facts::get().find_pronoun(other.text) : nullptr;
             return one && one->person == 3 && one->kind == PronounKind::kPersonal &&
                    tree_.token(other.head).tag == Tag::kPrp && tree_.token(mention.head).tag == Tag::kPrp &&
                    other.sentence == mention.sentence && other.head < mention.head &&
                    other.number != mention.number;
           });
  }

  // "Ana, who is captain, ... she": no other than Ana
  bool said_of_another(std::uint32_t e) const {
    const Entity& entity = out_.entities[e];
    if (entity.named || entity.mentions.size() != 1 || !names_person(out_, entity)) return false;
    const Token& token = tree_.token(out_.mentions[entity.mentions.front()].head);
    const std::uint32_t subject =
        token.deprel == Deprel::kAttr ? tree_.child(token.head, Deprel::kNsubj) : DocumentTree::kNoToken;
    const std::uint32_t other = subject == DocumentTree::kNoToken ? kNone : out_.entity_index_at(subject);
    return other != kNone && other != e;
  }

  // "Ana and her colleagues left. They ...": not the colleagues alone
  bool part_of_pair(std::uint32_t e, const Mention& mention) const {
    if (mention.number != 'p' || out_.entities[e].named || out_.entities[e].mentions.size() != 1)
      return false;
    return std::any_of(out_.entities.begin(), out_.entities.end(), [&](const Entity& pair) {
      return !pair.named && std::find(pair.members.begin(), pair.members.end(), e) != pair.members.end();
    });
  }

  // "called it a betrayal", "it was a mistake": what somebody did, and nobody who is named.
  bool said_to_be_deed(std::uint32_t e, const Mention& mention) const {
    const Entity& entity = out_.entities[e];
    if (mention.text != "it" || !entity.named || entity.type == EntityType::kEvent ||
        entity.type == EntityType::kLaw || entity.type == EntityType::kConcept ||
        entity.type == EntityType::kWork)
      return false;
    const std::uint32_t noun = said_of(mention.head);
    if (noun == DocumentTree::kNoToken || tree_.token(noun).upos != Upos::kNoun) return false;
    const std::string lemma = to_lower(tree_.token(noun).lemma);
    return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
           noun_mostly_means(lemma, NounKind::kFeeling);
  }
  // "it was a mistake", "called it a mistake", "described it as one", "considered it one"
  std::uint32_t said_of(std::uint32_t t) const {
    const Token& token = tree_.token(t);
    const std::uint32_t head = token.head;
    if (token.deprel == Deprel::kNsubj)
      return tree_.token(head).upos == Upos::kNoun ? head
             : tree_.token(head).lemma == "be"     ? tree_.child(head, Deprel::kAttr)
                                                   : DocumentTree::kNoToken;
    if (token.deprel != Deprel::kDobj) return DocumentTree::kNoToken;
    const std::uint32_t said = tree_.child(head, Deprel::kOprd), as = tree_.child(head, Deprel::kPrep);
    if (said != DocumentTree::kNoToken) return said;
    return as != DocumentTree::kNoToken && tree_.lower(as) == "as" ? tree_.child(as, Deprel::kPobj)
                                                                   : DocumentTree::kNoToken;
  }

  // `"Trump returned ...," he said`: who speaks is none of those spoken of.
  bool said_inside(std::uint32_t e, const Mention& mention) const {
    if (!is_subject_of_clause(tree_, mention.head)) return false;
    const std::uint32_t words = region_before(mention.head);
    const auto& mentions = out_.entities[e].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      const std::uint32_t region = tree_.speech_at(out_.mentions[m].head);
      return region != kNone && out_.mentions[m].head < mention.head &&
             (out_.mentions[m].sentence == mention.sentence || region == words);
    });
  }
  // The quotation that ends in this sentence before the token.
  std::uint32_t region_before(std::uint32_t t) const {
    for (const std::uint32_t begin = tree_.sentence_range(t).begin; t > begin; --t) {
      if (tree_.speech_at(t - 1) != kNone) return tree_.speech_at(t - 1);
    }
    return kNone;
  }

  // In an interview: whose turn it is would say "I".
  bool speaks_itself(std::uint32_t e, const Mention& mention) const {
    const std::uint32_t speaker = talk_.speaker_of(mention.head);
    return speaker != DocumentTree::kNoToken && out_.entity_index_at(speaker) == e;
  }

  // A speaker's "it" and "they" refer to what the speaker has named.
  bool outside_quote(std::uint32_t e, const Mention& mention) const {
    const std::uint32_t quote = tree_.speech_at(mention.head);
    if (quote == kNone) return said_inside(e, mention) || speaks_itself(e, mention);
    if (speaks_itself(e, mention)) return true;  // he would say "I"
    if ((mention.text != "it" && mention.text != "they" && mention.text != "them")) return false;
    const auto& mentions = out_.entities[e].mentions;
    return std::none_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return out_.mentions[m].head < mention.head && tree_.speech_at(out_.mentions[m].head) == quote;
    });
  }

  // "It withdrew its bid after its bankers left": where the subject stays open, so does what is his.
  bool open_above(const Mention& mention, const Pronoun& pronoun) const {
    if (pronoun.gender == 'm' || pronoun.gender == 'f') return one_of_them_above(mention);
    for (const SubjectAbove& above : subjects_above(tree_, mention.head)) {
      const std::uint32_t m = out_.mention_of[above.subject];
      if (m == kNone || above.subject > mention.head) continue;
      const Mention& subject = out_.mentions[m];
      if (subject.entity != kNone && agrees(out_.entities[subject.entity], mention, pronoun)) return false;
      const Pronoun* other =
          subject.kind == MentionKind::kPronoun ? Facts::get().find_pronoun(subject.text) : nullptr;
      if (other && other->kind == PronounKind::kPersonal && subject.entity == kNone &&
          other->number == pronoun.number && other->gender == pronoun.gender &&
          !stands_for_nothing(tree_, subject))
        return true;
    }
    return false;
  }

  // "One of the women said she had left. She ...": nobody who was named
  bool one_of_them_above(const Mention& mention) const {
    const std::vector<SubjectAbove> above = subjects_above(tree_, mention.head);
    if (!above.empty()) return above.front().subject < mention.head && one_of_them(above.front().subject);
    const std::uint32_t first = tree_.sentence_range(mention.head).begin;
    for (std::uint32_t t = first; t > 0 && opens_sentence(tree_, mention.head) &&
                                  tree_.sentence_of(t - 1) + 1 == tree_.sentence_of(first);
         --t) {
      if (one_of_them(t - 1) && tree_.token(tree_.token(t - 1).head).deprel == Deprel::kRoot) return true;
    }
    return false;
  }
  bool one_of_them(std::uint32_t t) const {
    const std::uint32_t of = tree_.child(t, Deprel::kPrep);
    const std::string word = tree_.lower(t);
    return of != DocumentTree::kNoToken && tree_.lower(of) == "of" && out_.mention_of[t] == kNone &&
           is_subject_of_clause(tree_, t) && (word == "one" || word == "another" || word == "each") &&
           !has(tree_.token(t).head, Deprel::kAttr);
  }

  bool has(std::uint32_t t, Deprel deprel) const { return tree_.child(t, deprel) != DocumentTree::kNoToken; }

  bool agrees(const Entity& entity, const Mention& mention, const Pronoun& pronoun) const {
    const bool person = entity.type == EntityType::kPerson || names_person(out_, entity);
    if (pronoun.gender == 'm' || pronoun.gender == 'f') {
      return person && entity.number == 's' && (entity.gender == '-' || entity.gender == pronoun.gender);
    }
    if (mention.number == 'p') {
      if (entity.number == 'p' || named_as_many(entity)) return true;
      if (owns_kin(mention)) return false;
      return !person && (entity.type == EntityType::kOrganization || entity.type == EntityType::kGroup ||
                         is_group_noun(out_, entity) || names_body(entity));
    }
    return !person && entity.number == 's' && entity.type != EntityType::kValue;
  }

  // "their daughter": no body has one
  bool owns_kin(const Mention& mention) const {
    const Token& token = tree_.token(mention.head);
    return token.deprel == Deprel::kPoss && Facts::get().is_kin(to_lower(tree_.token(token.head).lemma));
  }
  // "the Ukrainians", whatever else the people's country is
  bool named_as_many(const Entity& entity) const {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
      const Tag tag = tree_.token(out_.mentions[m].head).tag;
      return out_.mentions[m].kind == MentionKind::kName && tag == Tag::kNnps && entity.country != nullptr;
    });
  }
  // "the foundation ... they said"
  bool names_body(const Entity& entity) const {
    return !entity.named && !entity.mentions.empty() &&
           type_of_noun(out_.mentions[entity.mentions.front()].text) == EntityType::kOrganization;
  }

  const DocumentTree& tree_;
  Resolution& out_;
  const PronounTrace& trace_;
  Speakers talk_;
};

}  // namespace

void cluster_pronouns(const DocumentTree& tree, Resolution& resolution,
                      std::span<const Extraction> extractions, const PronounTrace& trace) {
  Pronouns(tree, resolution, extractions, trace).run();
}

}  // namespace dossier::ingest
