// JSON written by hand, without a tree in between.
#pragma once

#include <string>
#include <string_view>

namespace dossier::query {

/// The text in double quotes; control characters are escaped, and bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

}  // namespace dossier::query
