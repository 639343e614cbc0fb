#include "query/diagnostics.h"

#include <algorithm>
#include <cctype>

namespace dossier::query {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

/// Edits from one to the other, two neighbours swapped being one (optimal string alignment).
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before, previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] != b[j - 1]);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    before = previous;
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

std::pair<int, int> line_and_column(std::string_view text, std::size_t position) {
  int line = 1, column = 1;
  for (std::size_t i = 0; i < position && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if (!continues_character(text[i])) {
      ++column;
    }
  }
  return {line, column};
}

Status syntax_error(std::string_view text, std::size_t begin, std::size_t end, std::string detail,
                    std::string message, std::string suggestion, std::string type) {
  const auto [line, column] = line_and_column(text, begin);
  QueryError error{std::move(type), "compile time", std::move(detail), begin, end, line, column,
                   std::move(suggestion)};
  return Status::query(std::move(error), std::move(message));
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 64;
  if (word.empty() || word.size() > kLongest) return {};
  const std::string wanted = lower_case(word);
  std::size_t best = word.size() <= 3 ? 1 : word.size() <= 6 ? 2 : 3;  // more edits than that is another word
  std::string nearest;
  for (const std::string& name : names) {
    if (name.empty() || name.size() > kLongest || name == word) continue;
    const std::size_t distance = edit_distance(wanted, lower_case(name));
    if (distance >= std::max(wanted.size(), name.size())) continue;
    if (distance < best || (distance == best && nearest.empty())) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

std::string suggest(std::string_view word, const std::vector<std::string>& names) {
  const std::string nearest = nearest_name(word, names);
  return nearest.empty() ? nearest : "did you mean `" + nearest + "`?";
}

}  // namespace dossier::query
