// The canonical form of a predicate, the one that statements are compared by.
#pragma once

#include <string>

#include "ingest/extract/clause.h"

namespace dossier::ingest {

/// Simple past and active voice, without adverbs, negation, modals and the object's preposition: `agreed to
/// stop buying`, `refused to extend`, `gave up`, `was expected to travel`. A copula keeps its tense: `is`,
/// `was`. A passive without an agent stays one: `was signed`. `active` turns a passive chain of one verb
/// around: `signed`.
std::string predicate_of(const Tree& tree, const Clause& clause, bool active = false);

/// `is` or `was`, as the tense of the words beside the verb has it.
std::string copula_form(const Tree& tree, const Clause& clause);

}  // namespace dossier::ingest
