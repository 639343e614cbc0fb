// JSON written by hand, without a tree in between.
#pragma once

#include <string>
#include <string_view>

#include "dossier/status.h"

namespace dossier::query {

/// The text in double quotes; control characters are escaped, and bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

/// Whether every integer of a JSON text fits into 64 bits; a tree would silently make a float of one that does not.
/// Errors   Unsupported, with the integer and the character where it begins. The text itself must be right.
Status check_integers(std::string_view json);

}  // namespace dossier::query
