// Values as text, and text by characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/graph/value.h"

namespace dossier::query {

/// The shortest text that reads back as the same number, always with a point or an exponent: "1.0", "1.0E10", "NaN".
std::string float_text(double value);

/// What toString() gives for strings, numbers, booleans and temporal values; lists and maps as they are written in a
/// query. Nodes, relationships and paths have no text of their own: "Node(12)".
std::string display_text(const graph::Value& value);

/// Numbers as toInteger() and toFloat() read them: a whole decimal number with surrounding blanks.
std::optional<std::int64_t> read_integer(std::string_view text);
std::optional<double> read_float(std::string_view text);

/// Characters (code points) of UTF-8 text; a byte that is none counts as one.
std::size_t character_count(std::string_view text);
/// The byte where character `index` begins, or the end.
std::size_t character_offset(std::string_view text, std::size_t index);

}  // namespace dossier::query
