// RFC 4180: comma-separated cells, quoted where they hold a comma, a quote or a line end.
#pragma once

#include <cstdint>
#include <deque>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"

namespace dossier::shell {

/// Whole rows of a file as they lie there.
struct CsvBlock {
  std::string bytes;
  std::uint64_t first_line = 1;
};

/// Cuts an input between rows, so that its blocks can be read in several threads.
class CsvBlocks {
 public:
  CsvBlocks(std::istream& in, std::size_t size) : in_(in), size_(size) {}

  /// False at the end. A block is about `size` bytes, or as long as its one row.
  bool next(CsvBlock& block);

 private:
  std::size_t last_row_end(std::string_view bytes);

  std::istream& in_;
  std::size_t size_;
  std::string rest_;  // read, and behind the last block's last row
  std::uint64_t line_ = 1;
  std::size_t seen_ = 0;  // bytes of the block that last_row_end() has looked at
  bool quoted_ = false;   // whether they end inside a quoted cell
};

/// Rows one by one.
class CsvReader {
 public:
  /// `bytes` must outlive the reader; `name` is what errors call the input.
  CsvReader(std::string_view bytes, std::string name, std::uint64_t first_line = 1)
      : bytes_(bytes), name_(std::move(name)), line_(first_line) {}

  /// True and the cells, or false at the end. The views hold as long as the reader and the bytes.
  /// Errors   InvalidArgument with the line, for a quote that is not closed or stands inside a bare cell.
  Result<bool> next(std::vector<std::string_view>& cells);

  /// Where the last row began, from 1.
  std::uint64_t line() const { return row_line_; }
  std::string place() const { return name_ + ":" + std::to_string(row_line_); }
  /// Where the next row begins.
  std::size_t offset() const { return at_; }
  std::uint64_t next_line() const { return line_; }

 private:
  bool skip_blank_lines();
  bool at_row_end() const;
  void end_row();
  Result<std::string_view> quoted();  // from its opening quote to behind its closing one
  std::string_view bare();

  std::string_view bytes_;
  std::string name_;
  std::size_t at_ = 0;
  std::uint64_t line_, row_line_ = 0;
  std::deque<std::string> unquoted_;  // cells whose doubled quotes became one
};

}  // namespace dossier::shell
