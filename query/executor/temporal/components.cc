#include "query/executor/temporal/components.h"

#include <algorithm>
#include <span>
#include <string>

#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/format.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Value;

namespace {

template <typename Subject>
struct Component {
  std::string_view name;
  Value (*read)(Subject);
};

template <typename Subject>
std::optional<Value> look_up(std::span<const Component<Subject>> table, std::string_view name,
                             Subject subject) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
  if (at == table.end()) return std::nullopt;
  return at->read(subject);
}

constexpr Component<std::int64_t> kOfDay[] = {
    {"year", [](std::int64_t days) { return Value(civil_of(days).year); }},
    {"quarter", [](std::int64_t days) { return Value((civil_of(days).month - 1) / 3 + 1); }},
    {"month", [](std::int64_t days) { return Value(civil_of(days).month); }},
    {"week", [](std::int64_t days) { return Value(week_of(days).week); }},
    {"weekYear", [](std::int64_t days) { return Value(week_of(days).year); }},
    {"day", [](std::int64_t days) { return Value(civil_of(days).day); }},
    {"ordinalDay", [](std::int64_t days) { return Value(day_of_year(days)); }},
    {"weekDay", [](std::int64_t days) { return Value(week_day(days)); }},
    {"dayOfWeek", [](std::int64_t days) { return Value(week_day(days)); }},
    {"dayOfQuarter",
     [](std::int64_t days) {
       const CivilDate date = civil_of(days);
       return Value(days - days_of(CivilDate{date.year, quarter_start(date.month), 1}) + 1);
     }},
};

constexpr Component<std::int64_t> kOfTime[] = {
    {"hour", [](std::int64_t nanos) { return Value(nanos / (3600 * kNanosPerSecond)); }},
    {"minute", [](std::int64_t nanos) { return Value(nanos / (60 * kNanosPerSecond) % 60); }},
    {"second", [](std::int64_t nanos) { return Value(nanos / kNanosPerSecond % 60); }},
    {"millisecond", [](std::int64_t nanos) { return Value(nanos % kNanosPerSecond / 1'000'000); }},
    {"microsecond", [](std::int64_t nanos) { return Value(nanos % kNanosPerSecond / 1'000); }},
    {"nanosecond", [](std::int64_t nanos) { return Value(nanos % kNanosPerSecond); }},
};

constexpr Component<const Zone&> kOfZone[] = {
    {"timezone",
     [](const Zone& zone) { return Value(zone.name.empty() ? offset_text(zone.offset) : zone.name); }},
    {"offset", [](const Zone& zone) { return Value(offset_text(zone.offset)); }},
    {"offsetMinutes", [](const Zone& zone) { return Value(zone.offset / 60); }},
    {"offsetSeconds", [](const Zone& zone) { return Value(zone.offset); }},
};

// Seconds and their fraction in a smaller unit; null where 64 bits do not hold the number.
Value in_unit(std::int64_t seconds, std::int32_t nanoseconds, std::int64_t per_second) {
  std::int64_t amount = 0;
  if (__builtin_mul_overflow(seconds, per_second, &amount) ||
      __builtin_add_overflow(amount, nanoseconds / (kNanosPerSecond / per_second), &amount)) {
    return Value();
  }
  return Value(amount);
}

constexpr Component<const graph::DateTime&> kOfInstant[] = {
    {"epochMillis", [](const graph::DateTime& t) { return in_unit(t.seconds, t.nanoseconds, 1000); }},
    {"epochSeconds", [](const graph::DateTime& t) { return Value(t.seconds); }},
};

template <std::int64_t per_second>
Value clock_in(const graph::Duration& d) {
  return in_unit(d.seconds, d.nanoseconds, per_second);
}

constexpr Component<const graph::Duration&> kOfDuration[] = {
    {"years", [](const graph::Duration& d) { return Value(d.months / 12); }},
    {"quarters", [](const graph::Duration& d) { return Value(d.months / 3); }},
    {"months", [](const graph::Duration& d) { return Value(d.months); }},
    {"weeks", [](const graph::Duration& d) { return Value(d.days / 7); }},
    {"days", [](const graph::Duration& d) { return Value(d.days); }},
    {"hours", [](const graph::Duration& d) { return Value(d.seconds / 3600); }},
    {"minutes", [](const graph::Duration& d) { return Value(d.seconds / 60); }},
    {"seconds", [](const graph::Duration& d) { return Value(d.seconds); }},
    {"milliseconds", clock_in<1000>},
    {"microseconds", clock_in<1'000'000>},
    {"nanoseconds", clock_in<kNanosPerSecond>},
    {"quartersOfYear", [](const graph::Duration& d) { return Value(d.months / 3 % 4); }},
    {"monthsOfYear", [](const graph::Duration& d) { return Value(d.months % 12); }},
    {"monthsOfQuarter", [](const graph::Duration& d) { return Value(d.months % 3); }},
    {"daysOfWeek", [](const graph::Duration& d) { return Value(d.days % 7); }},
    {"minutesOfHour", [](const graph::Duration& d) { return Value(d.seconds / 60 % 60); }},
    {"secondsOfMinute", [](const graph::Duration& d) { return Value(d.seconds % 60); }},
    {"millisecondsOfSecond", [](const graph::Duration& d) { return Value(d.nanoseconds / 1'000'000); }},
    {"microsecondsOfSecond", [](const graph::Duration& d) { return Value(d.nanoseconds / 1'000); }},
    {"nanosecondsOfSecond", [](const graph::Duration& d) { return Value(d.nanoseconds); }},
};

}  // namespace

std::optional<Value> component(const Value& value, std::string_view name) {
  if (value.is_duration()) return look_up<const graph::Duration&>(kOfDuration, name, value.as_duration());
  const Parts parts = parts_of(value);
  std::optional<Value> found;
  if (parts.days) found = look_up<std::int64_t>(kOfDay, name, *parts.days);
  if (!found && parts.nanoseconds) found = look_up<std::int64_t>(kOfTime, name, *parts.nanoseconds);
  if (!found && parts.zone) found = look_up<const Zone&>(kOfZone, name, *parts.zone);
  if (!found && value.type() == graph::ValueType::kDateTime) {
    found = look_up<const graph::DateTime&>(kOfInstant, name, value.as_date_time());
  }
  return found;
}

}  // namespace dossier::query::temporal
