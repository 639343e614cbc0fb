#include "ingest/resolve/pronoun_nothing.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

// "it took 115 years"
bool takes_time(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t object = tree.child(verb, Deprel::kDobj);
  return object != DocumentTree::kNoToken && tree.token(verb).lemma == "take" &&
         noun_mostly_means(to_lower(tree.token(object).lemma), NounKind::kTime);
}

bool like(const Mention& one, const Mention& other) {
  return one.kind == MentionKind::kPronoun && !relative(one) && one.number == other.number &&
         one.gender == other.gender;
}

bool open_above(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  const std::vector<SubjectAbove> above = subjects_above(tree, mention.head);
  if (above.empty() || above.front().level != 0) return false;
  const std::uint32_t m = resolution.mention_of[above.front().subject];
  return m != kNone && like(resolution.mentions[m], mention) && resolution.mentions[m].entity == kNone;
}

bool open_before(const Resolution& resolution, const Mention& mention) {
  const Mention* last = nullptr;
  for (const Mention& other : resolution.mentions) {
    if (other.head < mention.head && mention.sentence - other.sentence <= 1 && like(other, mention))
      last = &other;
  }
  return last && last->entity == kNone;
}

bool has(const DocumentTree& tree, std::uint32_t t, Deprel deprel) {
  return tree.child(t, deprel) != DocumentTree::kNoToken;
}
bool infinitive_below(const DocumentTree& tree, std::uint32_t t) {
  for (std::uint32_t below = t + 1; below < tree.sentence_range(t).end; ++below) {
    const std::uint32_t to = tree.token(below).tag == Tag::kVb ? tree.child(below, Deprel::kAux) : t;
    if (to != t && to != DocumentTree::kNoToken && tree.token(to).tag == Tag::kTo && tree.dominates(t, below))
      return true;
  }
  return false;
}

// "it was willing to leave", "it is likely to": the subject of the adjective is that of its infinitive; not
// "it is likely that"
bool goes_on_with_subject(const DocumentTree& tree, std::uint32_t adjective) {
  static constexpr std::string_view kGoOn[] = {"able",   "unable",   "willing",   "unwilling", "ready",
                                               "likely", "unlikely", "due",       "set",       "bound",
                                               "keen",   "eager",    "reluctant", "prepared",  "determined",
                                               "poised", "free",     "entitled",  "happy"};
  return has(tree, adjective, Deprel::kXcomp) &&
         std::find(std::begin(kGoOn), std::end(kGoOn), tree.lower(adjective)) != std::end(kGoOn);
}
// "it emerged that it had left", "it remains to be seen if it will"
bool comes_out(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t told = tree.child(verb, Deprel::kXcomp);
  const std::uint32_t clause = tree.child(verb, Deprel::kCcomp);
  const std::uint32_t that = clause == DocumentTree::kNoToken ? clause : tree.child(clause, Deprel::kMark);
  return (that != DocumentTree::kNoToken && tree.lower(that) == "that" &&
          !takes_clause(tree.token(verb).lemma)) ||
         (told != DocumentTree::kNoToken && has(tree, told, Deprel::kAuxpass) &&
          has(tree, told, Deprel::kCcomp));
}
// "it was Ana who left"
bool sets_apart(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t name = tree.child(verb, Deprel::kAttr);
  return name != DocumentTree::kNoToken && tree.token(name).upos == Upos::kPropn &&
         has(tree, name, Deprel::kRelcl);
}

}  // namespace

bool stands_for_nothing(const DocumentTree& tree, const Mention& mention) {
  const Token& token = tree.token(mention.head);
  if (mention.text != "it" || (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjpass))
    return false;
  const std::uint32_t verb = token.head;
  if (tree.token(verb).lemma == "rain" || tree.token(verb).lemma == "snow") return true;
  if (token.deprel == Deprel::kNsubjpass)
    return has(tree, verb, Deprel::kCcomp) && !takes_two(tree.token(verb).lemma) &&  // "it was told that"
           (verb_means(tree.token(verb).lemma, VerbKind::kCommunication) ||
            verb_means(tree.token(verb).lemma, VerbKind::kCognition));
  if (tree.token(verb).upos != Upos::kVerb && tree.token(verb).upos != Upos::kAux)
    return tree.token(verb).deprel == Deprel::kCcomp && infinitive_below(tree, verb);
  const std::uint32_t complement = tree.child(verb, Deprel::kAcomp);
  if (complement != DocumentTree::kNoToken && goes_on_with_subject(tree, complement)) return false;
  if (tree.token(verb).lemma != "be")
    return comes_out(tree, verb) ||
           (complement != DocumentTree::kNoToken && !takes_clause(tree.token(verb).lemma) &&
            has(tree, complement, Deprel::kCcomp));
  return sets_apart(tree, verb) || has(tree, verb, Deprel::kCcomp) || has(tree, verb, Deprel::kXcomp) ||
         has(tree, verb, Deprel::kAdvcl) ||
         (complement != DocumentTree::kNoToken &&
          (has(tree, complement, Deprel::kXcomp) || has(tree, complement, Deprel::kCcomp) ||
           infinitive_below(tree, complement)));
}

bool relative(const Mention& mention) {
  const Pronoun* pronoun =
      mention.kind == MentionKind::kPronoun ? Facts::get().find_pronoun(mention.text) : nullptr;
  return pronoun && pronoun->kind == PronounKind::kRelative;
}

void describe_nothing(const DocumentTree& tree, const Resolution& resolution, const Mention& mention,
                      PronounCase& pronoun) {
  const auto set = [&](NothingFeature feature, bool value) {
    pronoun.nothing[static_cast<std::size_t>(feature)] = value ? 1 : 0;
  };
  const Token& token = tree.token(mention.head);
  const std::uint32_t verb = tree.governing_verb(mention.head);
  const bool subject = token.deprel == Deprel::kNsubj || token.deprel == Deprel::kNsubjpass;
  set(NothingFeature::kAlways, true);
  const bool copula = subject && tree.token(token.head).lemma == "be";
  const bool quoted = tree.speech_at(mention.head) != kNone;
  const std::uint32_t first = tree.sentence_range(mention.head).begin;
  set(NothingFeature::kAdjective, copula && tree.child(token.head, Deprel::kAcomp) != DocumentTree::kNoToken);
  set(NothingFeature::kNounSaid, copula && tree.child(token.head, Deprel::kAttr) != DocumentTree::kNoToken);
  set(NothingFeature::kQuoted, quoted);
  set(NothingFeature::kCopula, copula);
  set(NothingFeature::kQuotedCopula, copula && quoted);
  set(NothingFeature::kSentenceStart, mention.head <= first + 1);
  set(NothingFeature::kClauseBefore, mention.head <= first + 1 && subject && !copula);
  set(NothingFeature::kObject, token.deprel == Deprel::kDobj || token.deprel == Deprel::kPobj);
  set(NothingFeature::kOwns, token.deprel == Deprel::kPoss);
  set(NothingFeature::kFewCandidates, pronoun.candidates.size() <= 1);
  set(NothingFeature::kOpenAbove, open_above(tree, resolution, mention));
  set(NothingFeature::kOpenBefore, open_before(resolution, mention));
  set(NothingFeature::kMeasured, subject && takes_time(tree, token.head));
  pronoun.nothing[static_cast<std::size_t>(NothingFeature::kCandidates)] =
      std::log(1 + static_cast<float>(pronoun.candidates.size()));
  set(NothingFeature::kTold,
      token.deprel == Deprel::kNsubjpass && tree.child(token.head, Deprel::kCcomp) != DocumentTree::kNoToken);
  set(NothingFeature::kClauseBelow, subject && verb != DocumentTree::kNoToken &&
                                        (tree.child(verb, Deprel::kCcomp) != DocumentTree::kNoToken ||
                                         tree.child(verb, Deprel::kXcomp) != DocumentTree::kNoToken));
}

}  // namespace dossier::ingest
