// Who fills the subject's place of each clause: its own subject, the antecedent of a relative clause, the
// noun before a participle, or by conjunction and control the subject or object of the clause it hangs on.
#include "ingest/extract/clause_subjects.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {
namespace {

bool sets_off(std::string_view mark) { return mark == "," || mark == "–" || mark == "—" || mark == "--"; }

// `a body run by clerks called Kris`: several have no single name.
std::optional<std::uint32_t> named_above(const Tree& tree, const Clause& clause, std::uint32_t noun) {
  if (!names_so(tree[clause.verb].lemma) || tree[noun].tag != Tag::kNns || tree[noun].deprel != Deprel::kPobj)
    return std::nullopt;
  const auto name = tree.child(clause.verb, {Deprel::kOprd, Deprel::kDobj, Deprel::kAttr});
  std::uint32_t above = tree.parent(tree.parent(noun));
  if (is_verb_tag(tree[above].tag) && tree[above].deprel == Deprel::kAcl) above = tree.parent(above);
  return name && tree[*name].tag == Tag::kNnp && tree[above].tag == Tag::kNn && above < noun
             ? std::optional(above)
             : std::nullopt;
}

// `a treaty signed in 2010`, `a trader selling stocks`; of an infinitive (`efforts to end it`) the noun is no
// subject.
void fill_participial(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  if (const auto subject = own_subject(tree, clause)) {
    set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  const Tag tag = tree[clause.verb].tag;
  if (tag != Tag::kVbg && tag != Tag::kVbn && tag != Tag::kVbd) return;
  PhraseShape bare;
  bare.participles = false;
  std::uint32_t noun = named(tree, tree.parent(clause.verb));
  // `the cost per student fixed by the state`
  if (tree[noun].deprel == Deprel::kPobj && tree.lower(tree.parent(noun)) == "per")
    noun = tree.parent(tree.parent(noun));
  // `had difficulties getting there`: who had them got there, or did not.
  if (tag == Tag::kVbg && clause.governor && tree[noun].deprel == Deprel::kDobj &&
      tree[clauses[*clause.governor].predicate()].lemma == "have")
    return;
  if (!is_nominal(tree[noun])) return;
  // `The worst part: cleaning up`
  if (tag == Tag::kVbg && clause.verb > noun && tree.word(tree.leftmost(clause.verb) - 1) == ":") return;
  // `in a survey up to 2000, combined with others`: nobody combines a year.
  if (tag != Tag::kVbg && is_time_entity(tree[noun].entity) && clause.verb > noun + 1 &&
      tree.word(clause.verb - 1) == ",")
    return;
  // `spent millions selling beer`, `took a loan using his name`: who did it has what he did it with.
  if (tag == Tag::kVbg && clause.governor && tree[noun].deprel == Deprel::kDobj &&
      (tree[clauses[*clause.governor].predicate()].lemma == "spend" ||
       (verb_mostly_means(tree[clause.verb].lemma, VerbKind::kConsumption) && !names_actor(tree, noun))))
    return inherit(clause, clauses[*clause.governor]);
  // `after ten years working there, she ...`
  if (tag == Tag::kVbg && clause.governor && is_spent(tree, noun) &&
      (tree.child(noun, Deprel::kNummod) || tree[noun].deprel == Deprel::kDobj))
    return inherit(clause, clauses[*clause.governor]);
  if (tag == Tag::kVbg) {
    // `the idea of China forming a group`: it is China that would form it. `a video of police beating a man`,
    // `calls by Oslo asking`
    if (const auto of = tree.child(noun, Deprel::kPrep)) {
      const auto whose = tree.child(*of, Deprel::kPobj);
      const std::string lemma = lower_case(tree[noun].lemma), word = tree.lower(*of);
      const bool told =
          whose && *whose + 1 == clause.verb && names_actor(tree, *whose) &&
          (noun_means(lemma, NounKind::kCommunication) || is_kind_of(lemma, {"representation"})) &&
          (word == "of" || word == "by");
      if (whose && (told || (word == "of" && noun_means(lemma, NounKind::kCognition))))
        return set_subject(clause, subject_of_head(tree, *whose));
    }
    // `held a ceremony commemorating the date`: who holds it does.
    if (clause.governor && tree[noun].deprel == Deprel::kDobj && names_event(tree, noun)) {
      const Clause& governor = clauses[*clause.governor];
      // `issued a warning covering the coast`: the warning does.
      const bool itself = noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kCommunication) &&
                          thing_may(tree[clause.verb].lemma);
      if (!itself && verb_is(tree[governor.predicate()].lemma, VerbClass::kLight))
        return inherit(clause, governor);
    }
  }
  // `Oslo had most votes, with 60, followed by Bergen`
  if (tree[clause.verb].lemma == "follow" && tag != Tag::kVbg && clause.governor &&
      clause.verb > tree.range().begin && tree.word(clause.verb - 1) == "," &&
      tree.child(clause.verb, Deprel::kAgent) && clauses[*clause.governor].subject &&
      clauses[*clause.governor].predicate() < clause.verb &&
      names_actor(tree, clauses[*clause.governor].subject->head) && !is_name_entity(tree[noun].entity))
    return inherit(clause, clauses[*clause.governor]);
  // `It grew ahead of the election, securing access`: what a comma sets off is the subject's doing.
  const bool beside = tree[noun].deprel == Deprel::kPobj && tree.lower(tree.parent(noun)) == "with";
  std::uint32_t before = clause.verb - (clause.verb > tree.range().begin);
  while (before > noun && tree[before].upos == Upos::kAdv) --before;  // `, potentially reducing`
  if (tag == Tag::kVbg && !beside && clause.governor && sets_off(tree.word(before))) {
    const Clause& governor = clauses[*clause.governor];
    if (governor.subject && governor.predicate() < noun && noun < clause.verb)
      return inherit(clause, governor);
  }
  if (const auto described = described_beyond_name(tree, noun, tree.leftmost(clause.verb))) noun = *described;
  if (const auto named_so = named_above(tree, clause, noun)) noun = *named_so;
  if (auto names = named_by_copula(tree, noun, clause.verb)) return set_subject(clause, *std::move(names));
  const Phrase phrase = phrase_of(tree, noun, bare);
  set_subject(clause, {phrase, {phrase}});
}

// `brought the clock he made to school on Monday`: what the inner verb cannot take, the outer one does.
void give_back_phrases(const Tree& tree, std::vector<Clause>& clauses, Clause& clause) {
  if (clause.kind != ClauseKind::kRelative || !clause.governor) return;
  Clause& governor = clauses[*clause.governor];
  const std::uint32_t noun = tree.parent(clause.verb);
  const auto subject = own_subject(tree, clause);
  // `permits, some of which belonged to Norsk`: behind a comma it keeps what it has
  if (!subject || is_relative_pronoun(tree, *subject) || tree[noun].deprel != Deprel::kDobj ||
      tree.word(tree.leftmost(clause.verb) - 1) == "," || tree.parent(noun) != governor.predicate() ||
      !verb_means(tree[governor.predicate()].lemma, VerbKind::kMotion) ||
      verb_means(tree[clause.predicate()].lemma, VerbKind::kMotion))
    return;
  const auto first = std::find_if(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
    return s.argument.preposition == "to" && s.anchor == clause.predicate() + 1;
  });
  if (first == clause.slots.end()) return;
  for (auto slot = first; slot != clause.slots.end(); ++slot)
    if (slot->argument.role == ArgumentRole::kIndirectObject)
      slot->argument.role = ArgumentRole::kPrepositional;
  std::move(first, clause.slots.end(), std::back_inserter(governor.slots));
  clause.slots.erase(first, clause.slots.end());
}

void fill_one(const Tree& tree, std::vector<Clause>& clauses, std::size_t index) {
  Clause& clause = clauses[index];
  const bool of_noun = clause.kind == ClauseKind::kRelative || clause.kind == ClauseKind::kParticipial;
  if (of_noun && ranks(tree, clause)) return fill_ranked(tree, clause, clauses);
  // `a stadium where there was a match`
  if (clause.kind == ClauseKind::kRelative && !tree.child(clause.verb, Deprel::kExpl))
    return fill_relative(tree, clause, clauses);
  if (clause.kind == ClauseKind::kParticipial) return fill_participial(tree, clause, clauses);
  if (const auto subject = own_subject(tree, clause)) {
    if (is_relative_pronoun(tree, *subject) && clause.kind != ClauseKind::kConjunct) {
      // `ties that he said were strong`: the pronoun of the relative clause stands in the clause below it.
      // `letters he asked Ida who had sent`: no letters did
      if (!clause.governor || clauses[*clause.governor].kind != ClauseKind::kRelative ||
          *subject > clauses[*clause.governor].predicate())
        return;
      const std::uint32_t noun = antecedent_within(tree, clause, tree.parent(clauses[*clause.governor].verb));
      if (noun == clause.verb) return;
      const Phrase antecedent = phrase_of(tree, named(tree, noun));
      set_subject(clause, {antecedent, {antecedent}});
      return;
    }
    set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  if (tree.child(clause.verb, Deprel::kExpl)) {
    clause.existential = true;
    for (auto slot = clause.slots.begin(); slot != clause.slots.end(); ++slot)
      if (slot->argument.role == ArgumentRole::kComplement || slot->argument.role == ArgumentRole::kObject) {
        set_subject(clause, {slot->argument.phrase, slot->conjuncts});
        clause.slots.erase(slot);
        return;
      }
    return;
  }
  fill_from_governor(tree, clause, clauses);
}

}  // namespace

void fill_subjects(const Tree& tree, std::vector<Clause>& clauses) {
  // Governors first: a subject may travel down several clauses.
  std::vector<std::size_t> order(clauses.size());
  std::vector<unsigned> depth(clauses.size(), 0);
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    order[i] = i;
    for (auto g = clauses[i].governor; g && depth[i] <= clauses.size(); g = clauses[*g].governor) ++depth[i];
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
  for (Clause& clause : clauses) give_back_phrases(tree, clauses, clause);
  for (const std::size_t i : order) fill_one(tree, clauses, i);
}

}  // namespace dossier::ingest
