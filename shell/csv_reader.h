// RFC 4180: comma-separated cells, quoted where they hold a comma, a quote or a line end.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"

namespace dossier::shell {

/// Rows one by one, in memory bounded by the longest row.
class CsvReader {
 public:
  /// `name` is what errors call the input.
  CsvReader(std::istream& in, std::string name);

  /// True and the cells, or false at the end. The views hold until the next call.
  /// Errors   InvalidArgument with the line, for a quote that is not closed or stands inside a bare cell.
  Result<bool> next(std::vector<std::string_view>& cells);

  /// Where the last row began, from 1.
  std::uint64_t line() const { return row_line_; }
  std::string place() const { return name_ + ":" + std::to_string(row_line_); }

 private:
  bool fill();  // the next line joins buffer_; false at the end of input
  Status take_quoted(std::size_t& at);  // from its opening quote to behind its closing one

  std::istream& in_;
  std::string name_;
  std::string buffer_;   // the row being read
  std::string line_;
  std::uint64_t lines_ = 0, row_line_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> cells_;  // offsets: buffer_ may move
};

}  // namespace dossier::shell
