// What the shell offers when Tab is pressed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"

namespace dossier::shell {

/// Keywords (in the case that was begun), ':' commands, and after a colon the labels and relationship types;
/// property keys after a dot. Sorted, no doubles. A leading word up to the last ':' or '.' is kept in each offer.
std::vector<std::string> complete_word(std::string_view beginning, const graph::Reader& reader);

}  // namespace dossier::shell
