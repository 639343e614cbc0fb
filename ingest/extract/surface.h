// Extraction -> the strings of `dossier extract`: the words of the sentence as they stand.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/extraction.h"

namespace dossier::ingest {

struct Surface {
  std::string subject, relation, object;  // an object that no word spells is empty
  std::vector<std::string> arguments;     // each with its preposition
};

/// Single spaces between words; `relation` ends in the preposition of an object that is not direct.
Surface surface_of(const Document& document, const Extraction& extraction);

}  // namespace dossier::ingest
