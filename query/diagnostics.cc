#include "query/diagnostics.h"

#include <algorithm>
#include <cctype>

#include "dossier/query/diagnostics.h"

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
  QueryError error{std::move(type), "compile time",       std::move(detail), begin, end, line,
                   column,          std::move(suggestion)};
  return Status::query(std::move(error), std::move(message));
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 64;
  if (word.empty() || word.size() > kLongest) return {};
  const std::string wanted = lower_case(word);
  std::size_t best = word.size() <= 4 ? 1 : word.size() <= 6 ? 2 : 3;  // more edits than that is another word
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

namespace {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

/// The line around `begin`, and carets under [begin, end) or what of it is on this line.
std::string excerpt(std::string_view query, std::size_t begin, std::size_t end) {
  constexpr std::size_t kWidest = 100;  // longer lines are cut around the place
  begin = std::min(begin, query.size());
  const std::size_t before = begin == 0 ? std::string_view::npos : query.rfind('\n', begin - 1);
  std::size_t first = before == std::string_view::npos ? 0 : before + 1;
  std::size_t last = std::min(query.find('\n', begin), query.size());
  end = std::clamp(end, begin, last);
  std::string cut;
  if (last - first > kWidest) {
    const std::size_t from = begin - first > kWidest / 2 ? begin - kWidest / 2 : first;
    if (from > first) cut = "... ";
    first = from;
    while (first < begin && continues_character(query[first])) ++first;
    last = std::min(last, std::max(end, first + kWidest));
    while (last < query.size() && continues_character(query[last])) ++last;
    last = std::min(last, first + 2 * kWidest);
    end = std::min(end, last);
  }
  std::string line = "  " + cut + std::string(query.substr(first, last - first));
  std::replace(line.begin(), line.end(), '\t', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  const std::size_t indent = 2 + cut.size() + count_characters(query.substr(first, begin - first));
  const std::size_t width = std::max<std::size_t>(1, count_characters(query.substr(begin, end - begin)));
  return line + "\n" + std::string(indent, ' ') + std::string(width, '^');
}

std::string place_text(int line, int column) { return std::to_string(line) + ":" + std::to_string(column); }

}  // namespace

std::string render_error(const Status& status, std::string_view query) {
  const QueryError* error = status.query_error();
  if (!error) return status.message();
  std::string text = error->type + " (" + error->detail + ")";
  if (error->line > 0) text += " at " + place_text(error->line, error->column);
  text += ": " + status.message();
  if (error->line > 0) text += "\n" + excerpt(query, error->begin, error->end);
  if (!error->suggestion.empty()) text += "\n  " + error->suggestion;
  return text;
}

std::string render_warning(const Warning& warning, std::string_view query) {
  std::string text = "warning";
  if (warning.line > 0) text += " at " + place_text(warning.line, warning.column);
  text += ": " + warning.message;
  if (warning.line > 0) text += "\n" + excerpt(query, warning.begin, warning.end);
  return text;
}

}  // namespace dossier::query
