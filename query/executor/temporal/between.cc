#include "query/executor/temporal/between.h"

#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/duration.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Duration;

namespace {

// Both by one clock, with all parts.
void complete(Parts& from, Parts& to) {
  const std::int64_t day = from.days ? *from.days : to.days.value_or(0);
  const std::int64_t other_day = to.days ? *to.days : day;
  from.days = from.days ? from.days : other_day;
  to.days = other_day;
  from.nanoseconds = from.nanoseconds.value_or(0);
  to.nanoseconds = to.nanoseconds.value_or(0);
  if (from.zone && to.zone) {
    to = in_zone(to, *from.zone);
    return;
  }
  const Zone zone = from.zone ? *from.zone : to.zone.value_or(Zone{});
  from.zone = zone;
  to.zone = zone;
}

// The day to count to: one that is not reached yet because of its time does not count.
std::int64_t counted_day(const Parts& from, const Parts& to) {
  if (*to.days > *from.days && *to.nanoseconds < *from.nanoseconds) return *to.days - 1;
  if (*to.days<*from.days&& * to.nanoseconds> * from.nanoseconds) return *to.days + 1;
  return *to.days;
}

std::int64_t months_until(const Parts& from, const Parts& to) {
  const CivilDate a = civil_of(*from.days), b = civil_of(counted_day(from, to));
  const auto packed = [](const CivilDate& date) { return (date.year * 12 + date.month) * 32 + date.day; };
  return (packed(b) - packed(a)) / 32;
}

Result<Duration> clock_until(std::int64_t months, std::int64_t days, const Parts& from, const Parts& to) {
  return duration_of(months, days, epoch_seconds(to) - epoch_seconds(from),
                     *to.nanoseconds % kNanosPerSecond - *from.nanoseconds % kNanosPerSecond);
}

}  // namespace

Result<Duration> between(Measure measure, const graph::Value& from_value, const graph::Value& to_value) {
  Parts from = parts_of(from_value), to = parts_of(to_value);
  const bool by_calendar = from.days && to.days;
  complete(from, to);
  if (measure == Measure::kSeconds) return clock_until(0, 0, from, to);
  if (!by_calendar)
    return measure == Measure::kBoth ? clock_until(0, 0, from, to) : Result<Duration>(Duration{});
  const std::int64_t months = measure == Measure::kDays ? 0 : months_until(from, to);
  if (measure == Measure::kMonths) return duration_of(months, 0, 0, 0);
  from.days = days_of(plus_months(civil_of(*from.days), months));
  const std::int64_t days = counted_day(from, to) - *from.days;
  if (measure == Measure::kDays) return duration_of(0, days, 0, 0);
  from.days = *from.days + days;
  return clock_until(months, days, from, to);
}

}  // namespace dossier::query::temporal
