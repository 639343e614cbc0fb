// Days and civil dates by Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years that begin in March,
// in eras of 400 years = 146,097 days, so that the leap day is the last of its year. His library itself stops at
// year 32,767.
#include "query/executor/temporal/calendar.h"

#include <algorithm>

namespace dossier::query::temporal {

std::int64_t days_of(CivilDate date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

CivilDate civil_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = floor_divide(days, 146'097);
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int week_day(std::int64_t days) { return static_cast<int>(floor_modulo(days + 3, 7)) + 1; }

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

int days_in_year(std::int64_t year) { return is_leap(year) ? 366 : 365; }

int day_of_year(std::int64_t days) {
  return static_cast<int>(days - days_of(CivilDate{civil_of(days).year, 1, 1})) + 1;
}

namespace {

// Monday of the first week: that of January 4th.
std::int64_t first_monday(std::int64_t year) {
  const std::int64_t fourth = days_of(CivilDate{year, 1, 4});
  return fourth - (week_day(fourth) - 1);
}

}  // namespace

std::int64_t days_of(WeekDate date) { return first_monday(date.year) + (date.week - 1) * 7 + date.day - 1; }

WeekDate week_of(std::int64_t days) {
  std::int64_t year = civil_of(days).year;
  if (days < first_monday(year))
    --year;
  else if (days >= first_monday(year + 1))
    ++year;
  return {year, static_cast<int>((days - first_monday(year)) / 7) + 1, week_day(days)};
}

int weeks_in_year(std::int64_t year) {
  return static_cast<int>((first_monday(year + 1) - first_monday(year)) / 7);
}

CivilDate plus_months(CivilDate date, std::int64_t months) {
  const std::int64_t total = date.year * 12 + (date.month - 1) + months;
  const std::int64_t year = floor_divide(total, 12);
  const int month = static_cast<int>(floor_modulo(total, 12)) + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

}  // namespace dossier::query::temporal
