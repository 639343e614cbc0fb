// Deeds that lead to nothing but who did them: which of them are worth an edge from a node to itself.
#pragma once

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/qualifiers.h"

namespace dossier::ingest {

/// "The wall collapsed", "the wall fell down" lead nowhere: only of what has a name in it, or on somebody's word, at a
/// date or place; what was done to it, only of people, or of what has a name, is known or counted ("Central Station was
/// closed", "the bill is suspended", "ten houses were hit"), or if it is over ("windows were broken"); and what became
/// more or less, of all ("prices fell"). `entity` is the subject.
bool worth_a_loop(const DocumentTree& tree, const Extraction& extraction, const graph::EntityRecord& entity,
                  const Qualifiers& qualifiers, bool claimed);

/// "There is no evidence of fraud", "there are limits on fishing": what is not there or is, if its name tells what it is;
/// what is there only if nothing more is told of it than its name holds.
bool exists_or_not(const DocumentTree& tree, const Extraction& extraction);

}  // namespace dossier::ingest
