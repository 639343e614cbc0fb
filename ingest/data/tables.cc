#include "ingest/data/tables.h"

#include <algorithm>

namespace dossier::ingest {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

void for_each_row(std::string_view table, const std::function<void(std::span<const std::string_view>)>& row) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    row(split(line, '\t'));
  }
}

std::vector<std::string_view> list_of(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

}  // namespace dossier::ingest
