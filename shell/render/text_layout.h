// Text in a fixed-width grid: how wide it is and where it folds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::shell {

/// Columns of a terminal that the UTF-8 text fills; combining marks take none, wide characters two.
int display_width(std::string_view text);

/// The text in lines of at most `width` columns (at least 1), broken at spaces where there are any and at its own
/// line ends. Control characters other than the line end come out as spaces. At least one line.
std::vector<std::string> fold(std::string_view text, int width);

/// The text followed by spaces up to `width` columns.
std::string pad(std::string_view text, int width);

/// Column widths whose sum with `overhead` fits in `total` (0: no limit), taken from the widest columns first.
std::vector<int> fit_columns(std::vector<int> wanted, int total, int overhead);

}  // namespace dossier::shell
