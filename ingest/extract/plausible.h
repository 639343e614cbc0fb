// What a statement of a wrong parse looks like.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// Whether the extraction's own words speak against it: the verb does not agree with its subject, a thing
/// does what only people do, a verb stands where a noun should. plausible.cc has an example of each sign.
bool implausible(const Tree& tree, const Extraction& extraction);

/// The same of its noun phrases; plausible_nouns.cc has the examples.
bool implausible_nouns(const Tree& tree, const Extraction& extraction);

/// The same by what the clause says: plausible_clauses.cc.
bool implausible_clause(const Tree& tree, const Extraction& extraction);

/// The same by the words of its relation: plausible_verbs.cc.
bool implausible_verb(const Tree& tree, const Extraction& extraction);

}  // namespace dossier::ingest
