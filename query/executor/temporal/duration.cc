#include "query/executor/temporal/duration.h"

#include <cmath>

#include "dossier/status_macros.h"
#include "query/executor/errors.h"
#include "query/executor/temporal/calendar.h"

namespace dossier::query::temporal {
namespace {

constexpr long double kDaysPerMonth = 30.436875L;

Status too_large() { return overflow_error({}, "the duration is too large"); }

// The whole part of an amount; what is left of it stays. A double that stands for a decimal fraction may lie a hair
// below it (2.3 is 2.2999999999999998): less than `tolerance` below the next whole number counts as that.
Result<std::int64_t> take_whole(long double& amount, long double tolerance) {
  if (!std::isfinite(amount) || std::abs(amount) >= 9223372036854775808.0L) return too_large();
  long double whole = std::trunc(amount);
  const long double step = amount < 0 ? -1 : 1;
  if (std::abs(amount - whole) > 1 - tolerance) whole += step;
  amount -= whole;
  if (std::abs(amount) < tolerance) amount = 0;
  return static_cast<std::int64_t>(whole);
}

}  // namespace

Result<graph::Duration> duration_of(const Amounts& amounts) {
  long double months = amounts.months;
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t whole_months, take_whole(months, 1e-15L));
  long double days = amounts.days + months * kDaysPerMonth;
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t whole_days, take_whole(days, 1e-14L));
  long double seconds = amounts.seconds + days * kSecondsPerDay;
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t whole_seconds, take_whole(seconds, 1e-12L));
  long double nanoseconds = amounts.nanoseconds + seconds * kNanosPerSecond;
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t whole_nanoseconds, take_whole(nanoseconds, 1e-3L));
  return duration_of(whole_months, whole_days, whole_seconds, whole_nanoseconds);
}

Result<graph::Duration> duration_of(std::int64_t months, std::int64_t days, std::int64_t seconds,
                                    std::int64_t nanoseconds) {
  const std::int64_t carried = floor_divide(nanoseconds, kNanosPerSecond);
  if (__builtin_add_overflow(seconds, carried, &seconds)) return too_large();
  return graph::Duration{months, days, seconds,
                         static_cast<std::int32_t>(nanoseconds - carried * kNanosPerSecond)};
}

}  // namespace dossier::query::temporal
