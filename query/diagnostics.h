// What is wrong with a query, said so that it can be mended.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/status.h"

namespace dossier::query {

/// A failure of phase "compile time" at text[begin, end), with line and column filled in.
Status syntax_error(std::string_view text, std::size_t begin, std::size_t end, std::string detail,
                    std::string message, std::string suggestion = {}, std::string type = "SyntaxError");

/// Line and column, from 1, of a byte of the text; columns count characters.
std::pair<int, int> line_and_column(std::string_view text, std::size_t position);

/// The nearest of `names` to `word` by edit distance, letter case ignored, if it is near enough to be meant;
/// else empty.
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

/// "did you mean `name`?", or empty.
std::string suggest(std::string_view word, const std::vector<std::string>& names);

}  // namespace dossier::query
