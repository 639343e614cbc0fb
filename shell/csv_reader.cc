#include "shell/csv_reader.h"

#include "dossier/status_macros.h"

namespace dossier::shell {

CsvReader::CsvReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

bool CsvReader::fill() {
  if (!std::getline(in_, line_)) return false;
  ++lines_;
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  buffer_ += line_;
  return true;
}

// A quoted cell: doubled quotes become one in place, line ends inside are kept.
Status CsvReader::take_quoted(std::size_t& at) {
  std::size_t write = at;
  const std::size_t begin = write;
  ++at;  // the opening quote
  while (true) {
    if (at >= buffer_.size()) {
      buffer_ += '\n';
      if (!fill()) return invalid_argument(place() + ": a quoted cell is not closed");
      continue;
    }
    if (buffer_[at] == '"') {
      if (at + 1 >= buffer_.size() || buffer_[at + 1] != '"') break;
      ++at;
    }
    buffer_[write++] = buffer_[at++];
  }
  ++at;  // the closing quote
  if (at < buffer_.size() && buffer_[at] != ',') {
    return invalid_argument(place() + ": text after a closing quote; expected a comma or the end of the line");
  }
  cells_.emplace_back(begin, write - begin);
  return {};
}

Result<bool> CsvReader::next(std::vector<std::string_view>& cells) {
  buffer_.clear();
  cells_.clear();
  do {
    if (!fill()) return false;
  } while (buffer_.empty());  // blank lines are no rows
  row_line_ = lines_;
  for (std::size_t at = 0; at <= buffer_.size(); ++at) {
    if (at < buffer_.size() && buffer_[at] == '"') {
      DOSSIER_RETURN_IF_ERROR(take_quoted(at));
    } else {
      const std::size_t end = std::min(buffer_.find(',', at), buffer_.size());
      cells_.emplace_back(at, end - at);
      at = end;
    }
  }
  cells.clear();
  for (const auto& [begin, size] : cells_) cells.push_back(std::string_view(buffer_).substr(begin, size));
  return true;
}

}  // namespace dossier::shell
