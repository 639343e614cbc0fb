// What stands beside its alternative: `the army or the rebels`, `fell or was pushed`.
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"

namespace dossier::ingest {

/// Whether the statement is one of several of which the sentence leaves open which is so: its subject, its verb or what it
/// leads to is joined to another by `or`. `The draft, or conscription,` names one thing twice, `two or more` counts.
bool is_alternative(const DocumentTree& tree, const Extraction& extraction, const Argument* argument);

}  // namespace dossier::ingest
