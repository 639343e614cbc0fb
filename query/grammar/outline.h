// What a first pass over a query's text knows: its brackets, and where blanks and comments are.
//
// A PEG decides between two readings by trying the first. Where both begin with the same nested text, such as
// `((a)-->(b))` and `((a) + (b))`, trying doubles the work at every level. The grammar asks the outline instead.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/result.h"

namespace dossier::query::grammar {

struct Bracket {
  std::uint32_t begin, end;  // of the opening and the closing sign; end == 0: never closed
  bool has_comma = false, has_where = false, has_pipe = false;  // directly inside
  bool bar_divides = false;  // set by the parser: '|' directly inside ends an expression
};

class Outline {
 public:
  /// Errors   kQueryError for a string, name or comment that does not end, and for bytes that are no UTF-8.
  /// Cost     linear.
  static Result<Outline> scan(std::string_view text);

  /// The bracket that opens at `position`, or null.
  Bracket* bracket_at(std::size_t position);
  const Bracket* bracket_at(std::size_t position) const {
    return const_cast<Outline*>(this)->bracket_at(position);
  }
  /// The innermost bracket around `position`, or null.
  const Bracket* around(std::size_t position) const;

  /// `position`, or the first place after it that is neither blank nor comment.
  std::size_t skip_blanks(std::size_t position) const;
  /// `position`, or the place where the blanks and comments that end there begin.
  std::size_t trim_blanks(std::size_t position) const;

  std::string_view text() const { return text_; }

  /// At a '(': is this a node pattern that a relationship follows, so that `(a)-->(b)` begins here?
  bool path_begins_at(std::size_t position) const;
  /// At a '[': `[x IN list WHERE ... | ...]` rather than a list whose first item is `x IN list`.
  bool comprehension_at(std::size_t position) const;

  /// Places of ';' outside of strings, names and comments.
  const std::vector<std::uint32_t>& semicolons() const { return semicolons_; }

 private:
  friend class OutlineScanner;
  std::string_view text_;
  std::vector<Bracket> brackets_;  // by begin
  std::vector<std::pair<std::uint32_t, std::int32_t>>
      enclosing_;  // from this place on: index of a bracket, or -1
  std::vector<std::pair<std::uint32_t, std::uint32_t>> blanks_;  // maximal runs
  std::vector<std::uint32_t> semicolons_;
};

}  // namespace dossier::query::grammar
