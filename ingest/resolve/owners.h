// What is known of role nouns once it is known whose they are.
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "Its owner" is not the owner of something else that was named before: parts what a role alone had joined.
void part_by_owners(const DocumentTree& tree, Resolution& resolution);

/// "Ana's lawyer said his client ...": that is Ana, and his the lawyer's.
void find_clients(const DocumentTree& tree, Resolution& resolution);

/// "Norwegian minister Ana Roe said her country ...": that is Norway.
void find_own_countries(const DocumentTree& tree, Resolution& resolution);

}  // namespace dossier::ingest
