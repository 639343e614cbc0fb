// "sold it on 4 May 2021. That October, ...": a month or a weekday is the next one from there; "that month", "the
// same day" and "that night" are the very same. Tests: tests/ingest/dates.
#include "ingest/dates/told_dates.h"

#include "ingest/dates/calendar.h"

namespace dossier::ingest {

bool takes_up(const std::vector<TimeWord>& words) {
  if (words.size() < 2) return false;
  const TimeWord& last = words.back();
  const bool names_time = last.unit == "day" || last.unit == "week" || last.unit == "month" ||
                          last.unit == "year" || last.daytime || last.month != 0 || last.weekday != 0;
  return names_time && words[words.size() - 2].has_same && last.text != "noon" && !last.text.ends_with('s');
}

bool names_end(const std::vector<TimeWord>& words) {
  const std::size_t n = words.size();
  return n == 6 && words[0].text == "by" && words[n - 4].text == "end" && words[n - 3].text == "of" &&
         words[n - 2].text == "the" &&
         (words.back().text == "week" || words.back().text == "month" || words.back().text == "year");
}

std::optional<std::string> taken_up(const std::vector<TimeWord>& words, std::string_view told) {
  const auto date = parse_iso(told);
  const TimeWord& last = words.back();
  if (!date) return std::nullopt;
  if (last.unit == "year") return to_iso(PartialDate{date->year, 0, 0});
  if (last.month != 0) return to_iso(PartialDate{date->year + (last.month < date->month), last.month, 0});
  if (date->month == 0) return std::nullopt;
  if (last.unit == "month") return to_iso(PartialDate{date->year, date->month, 0});
  if (date->day == 0) return std::nullopt;
  const Days day = first_day(*date), monday = day - std::chrono::days(weekday_of(day) - 1);
  if (last.unit == "week") return to_iso(monday, monday + std::chrono::days(6));
  if (last.weekday == 0) return to_iso(*date);
  return to_iso(date_of(day + std::chrono::days((last.weekday - weekday_of(day) + 7) % 7)));
}

}  // namespace dossier::ingest
