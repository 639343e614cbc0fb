// Document -> mentions: names, noun phrases that name nothing, pronouns.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Finds every mention; entities are not filled in.
///
/// Shape    ascending by head, no token in two mentions; nominals cover their premodifiers unless these name
/// something.
std::vector<Mention> find_mentions(const DocumentTree& tree);

/// Whether the label is of something with a name, rather than of a date, a number or an amount.
bool names_something(EntityLabel label);

}  // namespace dossier::ingest
