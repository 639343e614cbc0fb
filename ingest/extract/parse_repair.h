// Mends what statistical parsers get wrong in the same way again and again, before any rule reads the tree.
#pragma once

#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Changes heads, labels and lemmas of one sentence's tokens, in place; every token keeps a path to the root.
/// parse_repair.cc has an example of each repair.
void repair_parse(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

/// The part of it that is about names beside nouns: name_repair.cc.
void repair_names(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

}  // namespace dossier::ingest
