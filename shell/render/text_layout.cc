#include "shell/render/text_layout.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace dossier::shell {
namespace {

// UAX #11: wide and fullwidth characters take two columns, marks and format characters none.
int character_width(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Calls visit(byte offset, byte length, code point) for each character; a bad byte counts as U+FFFD.
template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, size, c);
    visit(start, i - start, c);
  }
}

struct Folder {
  int limit;
  std::vector<std::string> lines{std::string()};
  int width = 0;                             // of the last line
  std::size_t break_at = std::string::npos;  // after the last space of the last line

  void new_line() {
    lines.emplace_back();
    width = 0;
    break_at = std::string::npos;
  }

  // Moves what stands after the last space to a line of its own; without a space the line just ends.
  void wrap() {
    std::string rest;
    if (break_at != std::string::npos) {
      rest = lines.back().substr(break_at);
      lines.back().resize(break_at);
      while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
    }
    new_line();
    lines.back() = std::move(rest);
    width = display_width(lines.back());
  }

  void add(std::string_view bytes, UChar32 c) {
    if (c == '\n') return new_line();
    const bool space = c == ' ' || u_charType(c) == U_CONTROL_CHAR;
    const int extra = space ? 1 : character_width(c);
    if (width + extra > limit && width > 0) {
      if (space) return new_line();
      wrap();
    }
    if (space) {
      lines.back() += ' ';
    } else {
      lines.back() += bytes;
    }
    width += extra;
    if (space) break_at = lines.back().size();
  }
};

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for_each_character(text, [&](std::int32_t, std::int32_t, UChar32 c) { width += character_width(c); });
  return width;
}

std::vector<std::string> fold(std::string_view text, int width) {
  Folder folder{std::max(width, 1)};
  for_each_character(text, [&](std::int32_t begin, std::int32_t length, UChar32 c) {
    folder.add(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(length)), c);
  });
  return std::move(folder.lines);
}

std::string pad(std::string_view text, int width) {
  std::string padded(text);
  padded.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return padded;
}

std::vector<int> fit_columns(std::vector<int> wanted, int total, int overhead) {
  if (total <= 0 || wanted.empty()) return wanted;
  const int room = std::max(total - overhead, static_cast<int>(wanted.size()) * 4);
  // Lowers the cap on a column until all fit: narrow columns keep what they want.
  int cap = *std::max_element(wanted.begin(), wanted.end());
  const auto sum_at = [&](int limit) {
    return std::accumulate(wanted.begin(), wanted.end(), 0,
                           [&](int sum, int width) { return sum + std::min(width, limit); });
  };
  while (cap > 4 && sum_at(cap) > room) --cap;
  for (int& width : wanted) width = std::min(width, cap);
  return wanted;
}

}  // namespace dossier::shell
