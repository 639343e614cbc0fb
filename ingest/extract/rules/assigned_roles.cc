// What somebody was made holds of him: `was appointed as Holm's successor`, `named her chief of the bank`,
// `became its director`. The clause itself says when; the role says of whom or what.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

bool makes_somebody(const Tree& tree, const Clause& clause) {
  const std::string lemma = lower_case(tree[clause.predicate()].lemma);
  return !clause.copula && clause.chain.size() == 1 &&
         (verb_is(lemma, VerbClass::kAssign) || (takes_two(lemma) && names_so(lemma)));
}

bool says_what(const Tree& tree, const Slot& slot) {
  const Argument& argument = slot.argument;
  const std::uint32_t role = argument.phrase.head;
  const bool made = argument.role == ArgumentRole::kComplement ||
                    (argument.role == ArgumentRole::kPrepositional && argument.preposition == "as");
  return made && is_role(tree, role) && is_relational(tree, role);
}

std::vector<Phrase> holders(const Clause& clause) {
  if (clause.passive) return clause.subjects;
  for (const Slot& slot : clause.slots)
    if (slot.argument.role == ArgumentRole::kObject)
      return slot.conjuncts.empty() ? std::vector<Phrase>{slot.argument.phrase} : slot.conjuncts;
  return {};
}

// `is considered the founder of it`, `called her its founder`: on somebody's word, and not for being made so
bool is_held_to_be(const Tree& tree, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  return !verb_is(lemma, VerbClass::kAssign) && !verb_is(lemma, VerbClass::kFactive) &&
         (verb_mostly_means(lemma, VerbKind::kCognition) || lemma == "call");
}

void stand_on_word(const Clause& clause, Extraction& role) {
  const auto holder = clause.passive
                          ? clause.agent ? std::optional(clause.agent->conjuncts.front()) : std::nullopt
                      : clause.subjects.empty() ? std::nullopt
                                                : std::optional(clause.subjects.front());
  if (holder)
    role.attribution = Attribution{*holder, Stance::kAsserts};
  else if (!role.attribution && role.modality == Modality::kAsserted)
    role.modality = Modality::kReported;
}

}  // namespace

// `Leif was appointed as Holm's successor` -> Leif | successor of | Holm
void assigned_roles(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!makes_somebody(reading.tree, clause)) continue;
    const auto slot = std::find_if(clause.slots.begin(), clause.slots.end(),
                                   [&](const Slot& s) { return says_what(reading.tree, s); });
    if (slot == clause.slots.end()) continue;
    const std::size_t before = found.size();
    for (const Phrase& holder : holders(clause))
      add_said_role(reading, clause, holder, slot->argument.phrase.head, "assigned_role", found);
    if (is_held_to_be(reading.tree, clause.predicate()))
      for (std::size_t i = before; i < found.size(); ++i) stand_on_word(clause, found[i]);
  }
}

}  // namespace dossier::ingest
