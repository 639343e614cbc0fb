// What people write who come from SQL, C, Python or another Cypher, and how it is said here.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::query::grammar {

/// Where a query stopped making sense.
class Mistake {
 public:
  std::string_view text;
  std::size_t begin = 0, end = 0;  // what stands there
  std::function<bool(std::string_view)>
      expected;  // whether that, as messages.h calls it, could have stood there

  std::string_view found() const { return text.substr(begin, end - begin); }
  /// The character so far from the place, '\0' outside of the text.
  char at(std::ptrdiff_t offset) const;
  /// The word that ends before the place, blanks left aside; empty where a sign does.
  std::string_view word_before() const;
  /// The last sign before the place that is no blank.
  char sign_before() const;
  /// The first sign behind what stands there that is no blank.
  char sign_after() const;
  /// Whether the word stands before the one word, number, string or brace that ends before the place.
  bool stands_behind(std::string_view word) const;

 private:
  std::size_t end_before() const;
};

struct Habit {
  std::string suggestion;
  std::size_t begin, end;  // the whole sign, of which the place may be only a part
};

/// The habit that a mistake comes from, if it is one of those known.
std::optional<Habit> habit_behind(const Mistake& mistake);

/// What is said where no habit is known and no keyword is near; empty: nothing. The place may be the end of the query.
std::string last_resort(const Mistake& mistake);

}  // namespace dossier::query::grammar
