// What something is done for, told of the deed and not of what it is done to.
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {

bool fill_purpose_of_deed(const Tree& tree, Clause& clause, const Clause& governor) {
  if (!governor.passive || clause.verb < governor.predicate() || !has_infinitive_mark(tree, clause.verb) ||
      !governor.subject || governor.subject->empty() || names_actor(tree, governor.subject->head))
    return false;
  if (governor.agent && names_actor(tree, governor.agent->argument.phrase.head)) {
    inherit(clause, *governor.agent);
    return true;
  }
  // `was altered to make fields`; what was built to make something does make it
  return verb_mostly_means(tree[governor.predicate()].lemma, VerbKind::kChange);
}

}  // namespace dossier::ingest
