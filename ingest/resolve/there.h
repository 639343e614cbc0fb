// Which place "there" stands for.
#pragma once

#include <cstdint>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// The place of "She moved to Oslo. She opened a shop there"; nothing where two could be meant, or none.
const Entity* place_of_there(const DocumentTree& tree, const Resolution& resolution,
                             const Extraction& extraction);

}  // namespace dossier::ingest
