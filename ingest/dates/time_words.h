// The words of a time expression with what each may mean; the meanings come from the table time_words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::ingest {

struct TimeWord {
  std::string text;  // lower case
  int number = -1;   // "4", "4th", "four"
  int month = 0, weekday = 0, season = 0, ordinal = 0;
  std::string_view unit;  // "day", "week", ...
  std::string_view part;  // "early", "late", "mid", "2" for "half"
  bool has_day = false, has_shift = false, has_direction = false, has_same = false, daytime = false;
  int day = 0, shift = 0, direction = 0;
  bool four_digits = false;
  bool slashed = false;  // "4/2", "5/2/2026"
  bool known = false;    // the table has it
};

/// Splits at white space, commas and brackets; "mid-2025" gives two words, "4/2" and "2026-02-04" one.
std::vector<TimeWord> read_time_words(std::string_view text);

/// `to`, `and`, `until`: what stands between the two dates of a span.
bool joins(const TimeWord& word);

}  // namespace dossier::ingest
