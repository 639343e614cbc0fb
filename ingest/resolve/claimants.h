// Who it is on whose word a clause stands.
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "Cornyn's statement added": Cornyn says it. "said co-author and Fellow Martin How", "said the college's
/// head, Ana Lind": who is named there does.
Phrase author_of(const DocumentTree& tree, const Resolution& resolution, const Phrase& claimant);

}  // namespace dossier::ingest
