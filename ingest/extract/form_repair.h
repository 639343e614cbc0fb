// Mends trees whose words have forms that cannot stand where the parser put them; before parse_repair.cc.
#pragma once

#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Changes heads, labels and tags of one sentence's tokens; form_repair.cc lists the repairs. What would not
/// be a tree any more is left as it was.
void repair_forms(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

}  // namespace dossier::ingest
