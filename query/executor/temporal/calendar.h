// The proleptic Gregorian calendar over days since 1970-01-01, for years -999,999,999 to 999,999,999.
#pragma once

#include <cstdint>

namespace dossier::query::temporal {

inline constexpr std::int64_t kMaxYear = 999'999'999;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

struct CivilDate {
  std::int64_t year;
  int month, day;  // from 1
};

/// A date by ISO 8601's weeks: those of a year begin on Monday, the first is that of the first Thursday.
struct WeekDate {
  std::int64_t year;
  int week, day;  // from 1; Monday is 1
};

std::int64_t days_of(CivilDate date);
CivilDate civil_of(std::int64_t days);
std::int64_t days_of(WeekDate date);
WeekDate week_of(std::int64_t days);

bool is_leap(std::int64_t year);
int days_in_month(std::int64_t year, int month);
int days_in_year(std::int64_t year);
int weeks_in_year(std::int64_t year);
int week_day(std::int64_t days);     // Monday is 1
int day_of_year(std::int64_t days);  // from 1
/// The first month of the quarter that the month lies in.
constexpr int quarter_start(int month) { return (month - 1) / 3 * 3 + 1; }

/// The same day some months on; a day that the month does not have becomes its last.
CivilDate plus_months(CivilDate date, std::int64_t months);

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}
constexpr std::int64_t floor_modulo(std::int64_t a, std::int64_t b) { return a - floor_divide(a, b) * b; }

}  // namespace dossier::query::temporal
