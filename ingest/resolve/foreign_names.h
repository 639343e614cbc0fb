// Names with a foreign "of" in them.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/name_spans.h"

namespace dossier::ingest {

/// "Banco do Brasil", "Médecins du Monde": names that a recogniser of English cuts at their small words. Those that it has
/// whole are left out.
std::vector<NameSpan> foreign_names(const DocumentTree& tree);

}  // namespace dossier::ingest
