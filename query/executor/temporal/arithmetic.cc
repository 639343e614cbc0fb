#include "query/executor/temporal/arithmetic.h"

#include <optional>

#include "dossier/status_macros.h"
#include "query/executor/errors.h"
#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/duration.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Duration;
using graph::Value;
using graph::ValueType;

namespace {

// Far enough to leave the supported years from anywhere within them, and near enough not to overflow.
constexpr std::int64_t kFar = 4 * (kMaxYear + 1);
constexpr std::int64_t kFarDays = kFar * 366;

bool reachable(const Duration& d) {
  return std::abs(d.months / 12) < kFar && std::abs(d.days) < kFarDays &&
         std::abs(d.seconds / kSecondsPerDay) < kFarDays;
}

Status out_of_years(ast::SourceSpan span) {
  return overflow_error(span, "the result lies outside of the years -999999999 to 999999999");
}

// Months, then days, by the calendar.
std::int64_t plus_calendar(std::int64_t days, const Duration& duration) {
  if (duration.months != 0) days = days_of(plus_months(civil_of(days), duration.months));
  return days + duration.days;
}

// The clock's part of the duration on a time of the day; whole days go into `days`.
void plus_clock(std::int64_t& days, std::int64_t& nanoseconds, const Duration& duration) {
  const std::int64_t whole_days = floor_divide(duration.seconds, kSecondsPerDay);
  nanoseconds += (duration.seconds - whole_days * kSecondsPerDay) * kNanosPerSecond + duration.nanoseconds;
  const std::int64_t carried = floor_divide(nanoseconds, kNanosPerDay);
  nanoseconds -= carried * kNanosPerDay;
  days += whole_days + carried;
}

// Of a date only whole days of the clock's part count, towards zero.
std::int64_t clock_days(const Duration& duration) {
  const std::int64_t seconds = duration.seconds + (duration.seconds < 0 && duration.nanoseconds != 0 ? 1 : 0);
  return seconds / kSecondsPerDay;
}

// By the calendar on the zone's own clock; then by the instant, whatever its clock does meanwhile.
Result<Value> plus_zoned(Parts parts, const Duration& duration) {
  parts.days = plus_calendar(*parts.days, duration);
  const Zone zone = *parts.zone;
  const std::int64_t utc = epoch_seconds(parts);
  std::int64_t days = floor_divide(utc, kSecondsPerDay);
  std::int64_t nanoseconds =
      (utc - days * kSecondsPerDay) * kNanosPerSecond + *parts.nanoseconds % kNanosPerSecond;
  plus_clock(days, nanoseconds, duration);
  return from_parts(ValueType::kDateTime, in_zone(Parts{days, nanoseconds, Zone{}}, zone));
}

Result<Value> plus(const Value& value, const Duration& duration) {
  Parts parts = parts_of(value);
  if (value.type() == ValueType::kDateTime) return plus_zoned(std::move(parts), duration);
  if (parts.days) parts.days = plus_calendar(*parts.days, duration);
  if (parts.nanoseconds) {
    std::int64_t days = parts.days.value_or(0);
    plus_clock(days, *parts.nanoseconds, duration);
    if (parts.days) parts.days = days;
  } else {
    *parts.days += clock_days(duration);
  }
  return from_parts(value.type(), parts);
}

Result<Duration> sum(const Duration& a, const Duration& b, ast::SourceSpan span) {
  std::int64_t months = 0, days = 0, seconds = 0;
  if (__builtin_add_overflow(a.months, b.months, &months) || __builtin_add_overflow(a.days, b.days, &days) ||
      __builtin_add_overflow(a.seconds, b.seconds, &seconds)) {
    return overflow_error(span, "the duration is too large");
  }
  return duration_of(months, days, seconds, std::int64_t{a.nanoseconds} + b.nanoseconds);
}

Result<Duration> negated(const Duration& d, ast::SourceSpan span) {
  if (d.months == INT64_MIN || d.days == INT64_MIN || d.seconds == INT64_MIN) {
    return overflow_error(span, "the duration is too large");
  }
  return duration_of(-d.months, -d.days, -d.seconds, -std::int64_t{d.nanoseconds});
}

Result<Value> placed(Result<Duration> duration, ast::SourceSpan span) {
  if (!duration.ok()) return with_place(duration.status(), span);
  return Value(*duration);
}

}  // namespace

Result<Value> add(const Value& value, const Duration& duration, ast::SourceSpan span) {
  if (value.is_duration()) return placed(sum(value.as_duration(), duration, span), span);
  if (!reachable(duration)) return out_of_years(span);
  Result<Value> result = plus(value, duration);
  if (!result.ok()) return out_of_years(span);
  return result;
}

Result<Value> subtract(const Value& value, const Duration& duration, ast::SourceSpan span) {
  DOSSIER_ASSIGN_OR_RETURN(const Duration opposite, negated(duration, span));
  return add(value, opposite, span);
}

Result<Value> scale(const Duration& d, double factor, ast::SourceSpan span) {
  const long double f = factor;
  return placed(duration_of(Amounts{d.months * f, d.days * f, d.seconds * f, d.nanoseconds * f}), span);
}

Result<Value> divide(const Duration& d, double divisor, ast::SourceSpan span) {
  const long double f = divisor;
  return placed(duration_of(Amounts{d.months / f, d.days / f, d.seconds / f, d.nanoseconds / f}), span);
}

}  // namespace dossier::query::temporal
