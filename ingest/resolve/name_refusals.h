// Spans that name nothing.
#pragma once

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// Whether the words only look like a name: "square km", "UTC", "Vice President", "Drones" at a sentence's
/// start.
bool names_nothing(const DocumentTree& tree, TokenRange range, EntityLabel label);

}  // namespace dossier::ingest
