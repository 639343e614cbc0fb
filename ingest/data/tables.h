// The tables of this folder as text, compiled in by embed.cmake.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// The table called `name` ("countries"), or nothing.
std::string_view table_text(std::string_view name);

/// Calls `row` with the cells of every line that is no comment.
void for_each_row(std::string_view table,
                  const std::function<void(std::span<const std::string_view> cells)>& row);

/// The parts of a cell between '|'; none for an empty cell.
std::vector<std::string_view> list_of(std::string_view cell);

}  // namespace dossier::ingest
