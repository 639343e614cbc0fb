// Pronouns and noun phrases that name nothing; the names are found before.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Appends them; `taken` marks tokens that are part of a mention, and is kept so.
void find_other_mentions(const DocumentTree& tree, std::vector<bool>& taken, std::vector<Mention>& found);

}  // namespace dossier::ingest
