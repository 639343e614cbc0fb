// Whether 4/2 is in April or in February: an article's other dates say it where one number is above twelve; else
// the order that puts them nearest to the day it was published, else the country that its language is written in.
#include <algorithm>
#include <cstdlib>
#include <regex>
#include <string>

#include "ingest/dates/calendar.h"
#include "ingest/dates/dates.h"

namespace dossier::ingest {

DayOrder find_day_order(std::string_view text, std::string_view anchor, std::string_view language) {
  static const std::regex kNumeric(R"((?:^|[^\d/])(\d{1,2})/(\d{1,2})(?:/\d{2,4})?(?![\d/]))");
  const auto published = parse_iso(anchor);
  long day_first = 0, month_first = 0, day_distance = 0, month_distance = 0;
  const std::string copy(text);
  for (std::sregex_iterator at(copy.begin(), copy.end(), kNumeric), end; at != end; ++at) {
    const int first = std::stoi((*at)[1]), second = std::stoi((*at)[2]);
    if (first > 12 && first <= 31 && second <= 12) ++day_first;
    if (second > 12 && second <= 31 && first <= 12) ++month_first;
    if (!published || first > 12 || second > 12 || first == 0 || second == 0) continue;
    const auto distance = [&](int day, int month) {
      const int apart =
          std::abs((month - published->month) * 30 + day - (published->day ? published->day : 15));
      return std::min(apart, 365 - std::min(apart, 365));
    };
    day_distance += distance(first, second);
    month_distance += distance(second, first);
  }
  if (day_first != month_first) return day_first > month_first ? DayOrder::kDayFirst : DayOrder::kMonthFirst;
  if (day_distance != month_distance)
    return day_distance < month_distance ? DayOrder::kDayFirst : DayOrder::kMonthFirst;
  if (language.ends_with("US") || language.ends_with("us")) return DayOrder::kMonthFirst;
  return language.size() > 2 ? DayOrder::kDayFirst : DayOrder::kUnknown;
}

}  // namespace dossier::ingest
