// Where a name begins and ends.
#pragma once

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// A span of the recogniser without what is no part of the name, and with what is.
TokenRange with_mended_edges(const DocumentTree& tree, TokenRange range, EntityLabel label);

/// A proper noun that the recogniser left out of its names and dates.
bool free_proper(const DocumentTree& tree, std::uint32_t t);

/// A small word within a name: "da" of "Lula da Silva", which is no district attorney.
bool is_particle(const DocumentTree& tree, std::uint32_t t);

}  // namespace dossier::ingest
