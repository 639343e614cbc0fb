// What a clause is by the noun, the preposition or the `sure` that it hangs on: an idea, a means, what
// something is for.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {
namespace {

// Behind a noun for what people think or fear: `policies regarding Muslims travelling`
bool leaves_open(std::string_view preposition) {
  return preposition == "of" || preposition == "about" || preposition == "on" || preposition == "over" ||
         preposition == "for" || preposition == "regarding" || preposition == "concerning" ||
         preposition == "against";
}

}  // namespace

bool wins_prize(const Tree& tree, std::uint32_t verb) {
  const auto object = tree.child(verb, Deprel::kDobj);
  return object && *object > verb && is_kind_of(common_lemma(tree[*object]), {"award", "prize", "medal"}, 0);
}

bool is_judged_for(const Tree& tree, std::uint32_t governor) {
  const auto judges = [&](std::uint32_t noun) {
    return tree[noun].upos == Upos::kNoun &&
           (is_kind_of(lower_case(tree[noun].lemma),
                       {"criticism", "disapproval", "praise", "condemnation", "backlash", "scrutiny"}, 2) ||
            (tree.lower(noun) == "fire" && tree.lower(tree.parent(noun)) == "under"));
  };
  if (judges(governor)) return true;
  const auto children = tree.children(governor);
  return std::any_of(children.begin(), children.end(), [&](auto c) {
    const auto noun = tree[c].deprel == Deprel::kPrep ? tree.child(c, Deprel::kPobj) : std::optional(c);
    return c > governor && (tree[c].deprel == Deprel::kDobj || tree.lower(c) == "under") && noun &&
           judges(*noun);
  });
}

namespace {

// `is known for devising it`, `won a prize for devising it`, `criticised him for not going`, `was found guilty of raping her`, `admitted to
// ordering it`
bool holds_of(const Tree& tree, std::uint32_t governor, const std::string& preposition) {
  const std::string& lemma = tree[governor].lemma;
  if (preposition == "for" &&
      (blames(tree, governor) || verb_is(lemma, VerbClass::kRepay) || wins_prize(tree, governor)))
    return true;
  if (preposition == "for")
    return lemma == "know" || lemma == "known" || lemma == "famous" || lemma == "responsible";
  if (preposition == "of") {  // `was found guilty on Friday of raping her`
    const auto verdict = tree.child(governor, {Deprel::kOprd, Deprel::kAcomp});
    return lemma == "guilty" || lemma == "convict" || (verdict && tree.lower(*verdict) == "guilty");
  }
  const auto will = tree.child(governor, Deprel::kAux);
  const bool done = !will || (tree[*will].tag != Tag::kMd && tree[*will].tag != Tag::kTo);
  return preposition == "to" && (lemma == "admit" || lemma == "confess" ||
                                 (done && (lemma == "devote" || lemma == "contribute" ||
                                           lemma == "resort")));  // `devoted her life to saving it`
}

// `wants a coach who speaks Greek`, `looked for somebody selling maps`, `dreams of a town where women rule`: at present, of one
// that nobody says there is
bool is_sought(const Tree& tree, const Clause& clause) {
  const std::uint32_t noun = tree.parent(clause.verb);
  if ((clause.kind != ClauseKind::kRelative && clause.kind != ClauseKind::kParticipial) ||
      is_aside(tree, clause) || clause.relation.empty() || tree[noun].upos != Upos::kNoun ||
      is_name_entity(tree[noun].entity) || tree.child(noun, {Deprel::kPoss, Deprel::kNummod}))
    return false;
  const Tag tag = tree[clause.relation.front()].tag;
  const auto determiner = tree.child(noun, Deprel::kDet);
  const std::string word = determiner ? tree.lower(*determiner) : "a";
  // what `has been known` is known
  const bool perfect = tree[clause.relation.front()].lemma == "have" && clause.relation.size() > 1 &&
                       tree[clause.relation[1]].tag == Tag::kVbn;
  if (perfect || (tag != Tag::kVbz && tag != Tag::kVbp && tag != Tag::kVbg) ||
      (word != "a" && word != "an" && word != "any" && word != "some"))
    return false;
  const bool phrase = tree[noun].deprel == Deprel::kPobj;
  if (!phrase && tree[noun].deprel != Deprel::kDobj) return false;
  const std::uint32_t link = tree.parent(noun), verb = phrase ? tree.parent(link) : link;
  const std::string preposition = phrase ? tree.lower(link) : std::string();
  if (phrase && preposition != "for" && preposition != "of" && preposition != "about") return false;
  const std::string& lemma = tree[verb].lemma;
  return is_verb_tag(tree[verb].tag) && !tree.child(verb, Deprel::kAuxpass) &&
         (verb_is(lemma, VerbClass::kSeek) || verb_is(lemma + "_" + preposition, VerbClass::kSeek) ||
          verb_is(lemma, VerbClass::kPlan) || verb_is(lemma, VerbClass::kDemand));
}

}  // namespace

std::optional<Modality> modality_of_word(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const auto subject = tree.child(governor.verb, Deprel::kNsubj);
  const std::string& verb = tree[governor.predicate()].lemma;
  if (clause.kind != ClauseKind::kComplement || tree.parent(clause.verb) != governor.predicate() || !mark ||
      tree.lower(*mark) != "that" || !subject || tree[*subject].upos != Upos::kNoun ||
      names_actor(tree, *subject) || verb == "be" || (!takes_nothing(verb) && takes_clause(verb)) ||
      verb_mostly_means(verb, VerbKind::kCommunication) ||
      tree.child(governor.predicate(), {Deprel::kDobj, Deprel::kAcomp, Deprel::kOprd}))
    return std::nullopt;
  const std::string lemma = lower_case(tree[*subject].lemma);
  if (noun_mostly_means(lemma, NounKind::kCommunication)) return Modality::kReported;
  return noun_mostly_means(lemma, NounKind::kFeeling) ? std::optional(Modality::kPossible) : std::nullopt;
}

std::optional<Modality> modality_of_noun_above(const Tree& tree, const Clause& clause) {
  if (is_sought(tree, clause)) return Modality::kPossible;
  if (clause.kind == ClauseKind::kParticipial) {
    const std::uint32_t noun = tree.parent(clause.verb);
    const auto of = tree.child(noun, Deprel::kPrep);
    const bool idea = of && tree.lower(*of) == "of" && tree[clause.verb].tag == Tag::kVbg &&
                      noun_means(lower_case(tree[noun].lemma), NounKind::kCognition);
    if (idea) return Modality::kPossible;
    // `the prospect of cars replacing taxis`, `concerns about banks failing`, `a ban on women voting`
    const std::uint32_t link = tree.parent(noun), over = tree.parent(link);
    const std::uint32_t above =
        is_verb_tag(tree[over].tag) && tree.parent(link - 1) == over ? link - 1 : over;
    const std::string lemma = lower_case(tree[above].lemma);
    const bool told = tree[noun].deprel == Deprel::kPobj && tree[clause.verb].tag == Tag::kVbg &&
                      clause.verb == noun + 1 && tree[above].upos == Upos::kNoun;
    if (told &&
        (tree.lower(link) == "against" ||
         (leaves_open(tree.lower(link)) &&
          (noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kFeeling) ||
           noun_mostly_means(lemma, NounKind::kState) || verb_is(event_verb_of(lemma), VerbClass::kForbid) ||
           verb_is(lemma, VerbClass::kForbid)))))
      return Modality::kPossible;
    if (told && tree.lower(link) == "of" && verb_mostly_means(event_verb_of(lemma), VerbKind::kCommunication))
      return Modality::kReported;  // `reports of troops shooting at them`
    if (tree[clause.verb].tag == Tag::kVb) return Modality::kPlanned;
  }
  // `questions over why it left`: it did
  if (clause.kind != ClauseKind::kGerund ||
      (tree[clause.verb].tag != Tag::kVbg && tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})))
    return std::nullopt;
  std::uint32_t link = tree.parent(clause.verb);  // `fined for lying and for taking it`
  while (tree[link].deprel == Deprel::kConj && tree[tree.parent(link)].upos == Upos::kAdp)
    link = tree.parent(link);
  const std::uint32_t noun = tree.parent(link);
  const std::string preposition = tree.lower(tree.parent(clause.verb));
  // `was given a medal for saving her`; `offered a prize for finding her`
  if (tree[noun].deprel == Deprel::kDobj && preposition == "for" && wins_prize(tree, tree.parent(noun)) &&
      !verb_is(tree[tree.parent(noun)].lemma, VerbClass::kPlan))
    return std::nullopt;
  if (preposition == "for" && is_judged_for(tree, noun)) return std::nullopt;
  if (tree[noun].upos == Upos::kNoun) return Modality::kPossible;
  if (preposition == "on" && verb_is(tree[noun].lemma, VerbClass::kPlan)) return Modality::kPlanned;
  if (holds_of(tree, noun, preposition) ||
      ((is_left_out(tree, clause) || is_spared(tree, clause)) && clause.negated))
    return std::nullopt;
  // `a prize for her work drawing attention to it`
  const auto work = tree.child(clause.verb, Deprel::kNsubj);
  if (preposition == "for" && work && tree.child(*work, Deprel::kPoss) &&
      noun_mostly_means(lower_case(tree[*work].lemma), NounKind::kAct))
    return std::nullopt;
  // `tricked the clerk into paying`: he did
  auto doer = tree.child(noun, {Deprel::kDobj, Deprel::kNsubjpass});
  if (!doer && tree[noun].deprel == Deprel::kAcl && tree[noun].tag == Tag::kVbn)
    doer = tree.parent(noun);  // `clerks tasked with making it`
  const bool of_whom = doer && *doer < clause.verb && names_actor(tree, *doer);
  const auto open =
      tree.child(noun, Deprel::kAux);  // `tried to trick him into paying`, `may trick him into paying`
  const bool done = !open || (tree[*open].tag != Tag::kMd && tree[*open].tag != Tag::kTo);
  if (preposition == "into" && of_whom && done && !tree.child(noun, Deprel::kNeg)) return std::nullopt;
  // `charged with making it`: so they say; `said it was closed, with Ana leaving` has a doer of its own.
  // `credited the clerk with making it` says so, `tasked the clerk with making it` does not
  const bool credits =
      of_whom && tree[*doer].tag != Tag::kWdt && verb_mostly_means(tree[noun].lemma, VerbKind::kCognition);
  if (preposition == "with" && !tree.child(clause.verb, Deprel::kNsubj) &&
      (verb_means(tree[noun].lemma, VerbKind::kCommunication) || of_whom))
    return credits ? Modality::kReported : Modality::kPossible;
  // `by`, `after`, `while` doing something is doing it; `for`, `into`, `without` doing it need not be.
  static constexpr std::string_view kReal[] = {"by",   "after",   "before",  "since",     "while",     "when",
                                               "upon", "on",      "in",      "through",   "following", "with",
                                               "as",   "despite", "besides", "including", "because"};
  return std::find(std::begin(kReal), std::end(kReal), preposition) == std::end(kReal)
             ? std::optional(Modality::kPossible)
             : std::nullopt;
}

std::optional<Modality> modality_for_somebody(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const std::uint32_t noun = tree.parent(clause.verb);
  if (!mark || *mark > clause.verb || tree.lower(*mark) != "for" || tree[noun].upos != Upos::kNoun ||
      !has_infinitive_mark(tree, clause.verb) ||
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}))
    return std::nullopt;
  const std::string lemma = lower_case(tree[noun].lemma);
  if (is_kind_of(lemma, {"possibility", "means", "opportunity", "freedom"})) return Modality::kPossible;
  if (is_kind_of(lemma, {"necessity", "duty", "pressure"}) ||
      verb_is(event_verb_of(lemma), VerbClass::kDemand))
    return Modality::kDemanded;
  return std::nullopt;
}

std::optional<Modality> modality_of_assured(const Tree& tree, const std::vector<Clause>& clauses,
                                            const Clause& clause) {
  const auto subject = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  if (!subject || *subject > clause.verb) return std::nullopt;
  std::uint32_t t = tree.leftmost(*subject);
  if (t > tree.range().begin && tree.lower(t - 1) == "that") --t;
  if (t < tree.range().begin + 2 || tree[t - 2].lemma != "make" ||
      (tree.lower(t - 1) != "sure" && tree.lower(t - 1) != "certain"))
    return std::nullopt;
  for (const Clause& making : clauses)
    if (making.verb != clause.verb &&
        std::find(making.chain.begin(), making.chain.end(), t - 2) != making.chain.end())
      return making.modality == Modality::kAsserted && making.chain.size() == 1
                 ? std::nullopt
                 : std::optional(making.modality);
  return tree[t - 2].tag == Tag::kVb ? std::optional(Modality::kPlanned) : std::nullopt;
}

}  // namespace dossier::ingest
