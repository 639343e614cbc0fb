// Which prepositions words take: `accusation against`, `blame somebody for`, `eligible for`.
#pragma once

#include <string_view>

namespace dossier::ingest {

struct Valency {
  bool known = false;   // the dictionary has the word
  bool strong = false;  // a noun's or adjective's own complement; a verb's beside its object
  bool weak = false;    // a noun often has it; a verb has it without an object
};

/// What valency.tsv says of a noun, verb or adjective (`part`: n, v or a) and a preposition.
Valency valency_of(char part, std::string_view lemma, std::string_view preposition);

}  // namespace dossier::ingest
