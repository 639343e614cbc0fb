// Documents as CoNLL-U, the format of the Universal Dependencies treebanks.
#pragma once

#include <string>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Writes each sentence with its `# text`, ten tab-separated columns a word, and a blank line. Labels are the model's
/// own (ClearNLP style), entities stand in MISC as NER=B-PERSON; white-space tokens are left out and their children,
/// of which a parse has none in practice, hang on the root.
void append_conllu(const Document& document, std::string& out);

}  // namespace dossier::ingest
