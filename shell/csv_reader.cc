// A cell is a view of the input; only one with a doubled quote is copied. A line end stands between rows where no
// quoted cell is open. A quote opens one at a cell's beginning only, and again right behind a closing one: "" inside.
#include "shell/csv_reader.h"

#include <algorithm>

#include "dossier/status_macros.h"

namespace dossier::shell {

// Behind the last row that is whole, or 0.
std::size_t CsvBlocks::last_row_end(std::string_view bytes) {
  std::size_t end = 0;
  if (!quoted_ && bytes.find('"', seen_) == std::string_view::npos) {  // most files have none
    const std::size_t line_end = bytes.rfind('\n');
    if (line_end != std::string_view::npos && line_end >= seen_) end = line_end + 1;
    seen_ = bytes.size();
    return end;
  }
  for (; seen_ < bytes.size(); ++seen_) {
    const char before = seen_ == 0 ? '\n' : bytes[seen_ - 1];
    if (bytes[seen_] == '"') {
      quoted_ = !quoted_ && (before == ',' || before == '\n' || before == '"');
    } else if (bytes[seen_] == '\n' && !quoted_) {
      end = seen_ + 1;
    }
  }
  return end;
}

bool CsvBlocks::next(CsvBlock& block) {
  block.first_line = line_;
  block.bytes.assign(rest_);
  std::size_t end = 0;
  seen_ = 0;
  quoted_ = false;
  for (bool last = false; end == 0 && !last;) {
    const std::size_t kept = block.bytes.size();
    block.bytes.resize(kept + size_);
    in_.read(block.bytes.data() + kept, static_cast<std::streamsize>(size_));
    block.bytes.resize(kept + static_cast<std::size_t>(in_.gcount()));
    last = block.bytes.size() < kept + size_;
    end = last ? block.bytes.size() : last_row_end(block.bytes);
  }
  rest_.assign(block.bytes, end, std::string::npos);
  block.bytes.resize(end);
  line_ += static_cast<std::uint64_t>(std::count(block.bytes.begin(), block.bytes.end(), '\n'));
  return !block.bytes.empty();
}

bool CsvReader::at_row_end() const {
  return at_ >= bytes_.size() || bytes_[at_] == '\n' ||
         (bytes_[at_] == '\r' && (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] == '\n'));
}

void CsvReader::end_row() {
  if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
  if (at_ < bytes_.size()) ++at_, ++line_;
}

bool CsvReader::skip_blank_lines() {
  while (at_ < bytes_.size() && at_row_end()) end_row();
  return at_ < bytes_.size();
}

Result<std::string_view> CsvReader::quoted() {
  const std::size_t begin = ++at_;
  std::string* copy = nullptr;
  std::size_t copied = begin;  // bytes before are in `copy`
  while (true) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos) return invalid_argument(place() + ": a quoted cell is not closed");
    at_ = quote + 1;
    if (at_ >= bytes_.size() || bytes_[at_] != '"') break;
    if (copy == nullptr) {
      copy = &unquoted_.emplace_back();
    }
    copy->append(bytes_, copied, at_ - copied);
    copied = ++at_;
  }
  const std::string_view cell = bytes_.substr(begin, at_ - 1 - begin);
  line_ += static_cast<std::uint64_t>(std::count(cell.begin(), cell.end(), '\n'));
  if (!at_row_end() && bytes_[at_] != ',') {
    return invalid_argument(place() +
                            ": text after a closing quote; expected a comma or the end of the line");
  }
  if (copy == nullptr) return cell;
  copy->append(bytes_, copied, at_ - 1 - copied);
  return std::string_view(*copy);
}

std::string_view CsvReader::bare() {
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n') ++at_;
  std::size_t end = at_;
  const bool ends_row = at_ >= bytes_.size() || bytes_[at_] == '\n';
  if (ends_row && end > begin && bytes_[end - 1] == '\r') at_ = --end;
  return bytes_.substr(begin, end - begin);
}

Result<bool> CsvReader::next(std::vector<std::string_view>& cells) {
  cells.clear();
  if (!skip_blank_lines()) return false;
  row_line_ = line_;
  while (true) {
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
      DOSSIER_ASSIGN_OR_RETURN(const std::string_view cell, quoted());
      cells.push_back(cell);
    } else {
      cells.push_back(bare());
    }
    if (at_row_end()) break;
    ++at_;  // the comma
  }
  end_row();
  return true;
}

}  // namespace dossier::shell
