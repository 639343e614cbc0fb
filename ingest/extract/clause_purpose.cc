// What something is done for, told of the deed and not of what it is done to.
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// `was sent to help`, `was trained to help`, no `was tested to help`: who is moved, appointed or made to do.
bool is_set_to(const Tree& tree, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  return verb_means(verb, VerbKind::kMotion) || makes_do(verb) || takes_infinitive(verb) ||
         verb_is(verb, VerbClass::kAssign) || verb_is(verb, VerbClass::kDemand) ||
         verb_is(verb, VerbClass::kCause) || verb_is(verb, VerbClass::kForce);
}

}  // namespace

bool fill_purpose_of_deed(const Tree& tree, Clause& clause, const Clause& governor) {
  if (!governor.passive || clause.verb < governor.predicate() || !has_infinitive_mark(tree, clause.verb) ||
      !governor.subject || governor.subject->empty())
    return false;
  // `an attempt was made to sell it`: the attempt does not
  if (verb_is(tree[governor.predicate()].lemma, VerbClass::kLight) && !governor.agent &&
      noun_mostly_means(lower_case(tree[governor.subject->head].lemma), NounKind::kAct))
    return true;
  const bool somebody = names_actor(tree, governor.subject->head);
  if (somebody && (clause.copula || is_set_to(tree, governor))) return false;
  if (governor.agent && names_actor(tree, governor.agent->argument.phrase.head)) {
    inherit(clause, *governor.agent);
    return true;
  }
  // `was altered to make fields`; what was built to make something does make it
  const std::string& verb = tree[governor.predicate()].lemma;
  return somebody || verb_mostly_means(verb, VerbKind::kChange) ||
         !(verb_means(verb, VerbKind::kCreation) || is_set_to(tree, governor));
}

}  // namespace dossier::ingest
