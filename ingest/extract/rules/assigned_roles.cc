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

}  // namespace

// `Leif was appointed as Holm's successor` -> Leif | successor of | Holm
void assigned_roles(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!makes_somebody(reading.tree, clause)) continue;
    const auto slot = std::find_if(clause.slots.begin(), clause.slots.end(),
                                   [&](const Slot& s) { return says_what(reading.tree, s); });
    if (slot == clause.slots.end()) continue;
    for (const Phrase& holder : holders(clause))
      add_said_role(reading, clause, holder, slot->argument.phrase.head, "assigned_role", found);
  }
}

}  // namespace dossier::ingest
