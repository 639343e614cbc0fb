#include "query/executor/temporal/construct.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dossier/status_macros.h"
#include "query/diagnostics.h"
#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/duration.h"
#include "query/executor/temporal/fields.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Map;
using graph::Value;
using graph::ValueType;

namespace {

bool has_day(ValueType type) {
  return type == ValueType::kDate || type == ValueType::kLocalDateTime || type == ValueType::kDateTime;
}
bool has_time(ValueType type) { return type != ValueType::kDate; }
bool has_zone(ValueType type) { return type == ValueType::kTime || type == ValueType::kDateTime; }

Status lacks(const Value& value, std::string_view part) {
  return bad_value(std::string(graph::type_name(value.type())) + " has no " + std::string(part));
}

// What `date`, `time` and `datetime` give.
Result<Parts> ground_of(const Fields& fields) {
  Parts ground;
  for (const std::string_view name : {"date", "time", "datetime"}) {
    const Value* value = fields.find(name);
    if (value == nullptr) continue;
    if (!value->is_temporal())
      return bad_value("`" + std::string(name) + "` expected a temporal instant, got " +
                       std::string(graph::type_name(value->type())));
    const Parts parts = parts_of(*value);
    if (name != "time") {
      if (!parts.days) return lacks(*value, "date");
      ground.days = parts.days;
    }
    if (name == "date") continue;
    if (!parts.nanoseconds && name == "time") return lacks(*value, "time");
    ground.nanoseconds = parts.nanoseconds.value_or(0);
    ground.zone = parts.zone;
  }
  return ground;
}

// A time of the day without a date knows its offset only.
Zone bare(const Zone& zone) { return Zone{"", zone.offset}; }

// The clock of a time moved to another offset.
Parts moved(Parts time, std::int32_t offset) {
  const std::int64_t shift = (offset - time.zone->offset) * kNanosPerSecond;
  time.nanoseconds = floor_modulo(*time.nanoseconds + shift, kNanosPerDay);
  time.zone = Zone{"", offset};
  return time;
}

// A named zone has an offset only at some instant: for a bare time that of the statement.
Result<Parts> time_in_zone(Parts parts, const Zone& zone, const EvalContext& context) {
  if (!zone.name.empty() && context.folding) return bad_value("known only at run time");
  const std::int32_t offset = offset_at(zone, context.clock.seconds);
  if (parts.zone) return moved(std::move(parts), offset);
  parts.zone = Zone{"", offset};
  return parts;
}

Result<Value> from_epoch(const Fields& fields) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<Zone> zone, zone_from(fields));
  constexpr std::int64_t kLimit = 40'000'000'000'000'000;
  DOSSIER_ASSIGN_OR_RETURN(std::int64_t seconds, fields.integer("epochSeconds", -kLimit, kLimit, 0));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t milliseconds,
                           fields.integer("epochMillis", INT64_MIN, INT64_MAX, 0));
  DOSSIER_ASSIGN_OR_RETURN(std::int64_t nanoseconds, fields.integer("nanosecond", 0, 999'999'999, 0));
  seconds += floor_divide(milliseconds, 1000);
  nanoseconds += floor_modulo(milliseconds, 1000) * 1'000'000;
  seconds += nanoseconds / kNanosPerSecond;
  const std::int64_t days = floor_divide(seconds, kSecondsPerDay);
  const Parts utc{days, (seconds - days * kSecondsPerDay) * kNanosPerSecond + nanoseconds % kNanosPerSecond,
                  Zone{}};
  return from_parts(ValueType::kDateTime, in_zone(utc, zone.value_or(Zone{})));
}

bool only_timezone(const Map& fields) { return fields.size() == 1 && fields.front().first == "timezone"; }

// Where the subsecond of a truncated value must be kept beside a finer component, it becomes a component itself.
Map with_kept_subsecond(std::string_view unit, const Map& fields, std::int64_t nanoseconds) {
  Map result = fields;
  const Fields given(fields);
  const std::int64_t subsecond = nanoseconds % kNanosPerSecond;
  if (unit == "millisecond" && given.has_any({"microsecond", "nanosecond"}) && !given.has("millisecond")) {
    result.emplace_back("millisecond", subsecond / 1'000'000);
  }
  if (unit == "microsecond" && given.has("nanosecond") && !given.has_any({"millisecond", "microsecond"})) {
    result.emplace_back("microsecond", subsecond / 1'000);
  }
  return result;
}

std::optional<std::int64_t> truncated_day(std::string_view unit, std::int64_t days) {
  const CivilDate date = civil_of(days);
  const auto year_in = [&](std::int64_t years) {
    return days_of(CivilDate{floor_divide(date.year, years) * years, 1, 1});
  };
  if (unit == "millennium") return year_in(1000);
  if (unit == "century") return year_in(100);
  if (unit == "decade") return year_in(10);
  if (unit == "year") return year_in(1);
  if (unit == "weekyear") return days_of(WeekDate{week_of(days).year, 1, 1});
  if (unit == "quarter") return days_of(CivilDate{date.year, quarter_start(date.month), 1});
  if (unit == "month") return days_of(CivilDate{date.year, date.month, 1});
  if (unit == "week") return days - (week_day(days) - 1);
  return std::nullopt;
}

std::optional<std::int64_t> unit_nanoseconds(std::string_view unit) {
  if (unit == "day") return kNanosPerDay;
  if (unit == "hour") return 3600 * kNanosPerSecond;
  if (unit == "minute") return 60 * kNanosPerSecond;
  if (unit == "second") return kNanosPerSecond;
  if (unit == "millisecond") return 1'000'000;
  if (unit == "microsecond") return 1'000;
  return std::nullopt;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return result;
}

// The start of the unit that the parts lie in.
Result<Parts> cut(ValueType type, const std::string& unit, Parts parts, const Value& other) {
  if (const auto size = unit_nanoseconds(unit)) {
    if (type == ValueType::kDate && unit != "day")
      return bad_value("a date cannot be truncated to a " + unit);
    parts.nanoseconds = parts.nanoseconds.value_or(0) / *size * *size;
    return parts;
  }
  if (!has_day(type)) return bad_value("a time cannot be truncated to '" + unit + "'");
  if (!parts.days) return lacks(other, "date");
  parts.days = truncated_day(unit, *parts.days);
  parts.nanoseconds = 0;
  if (!parts.days)
    return bad_value(
        "there is no unit '" + unit + "' to truncate to",
        suggest(unit, {"millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week",
                       "day", "hour", "minute", "second", "millisecond", "microsecond"}));
  return parts;
}

}  // namespace

Result<Value> instant_at(ValueType type, const StatementClock& clock, const Zone& zone) {
  const std::int64_t days = floor_divide(clock.seconds, kSecondsPerDay);
  const Parts utc{days, (clock.seconds - days * kSecondsPerDay) * kNanosPerSecond + clock.nanoseconds,
                  Zone{}};
  return from_parts(type, in_zone(utc, zone));
}

Result<Value> convert(ValueType type, const Value& other) {
  Parts parts = parts_of(other);
  if (has_day(type) && !parts.days) return lacks(other, "date");
  if (!has_day(type) && !parts.nanoseconds) return lacks(other, "time");
  return from_parts(type, parts);
}

Result<Value> construct(ValueType type, const Map& map, const EvalContext& context) {
  const Fields fields(map);
  DOSSIER_RETURN_IF_ERROR(fields.check_names());
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<Zone> zone, zone_from(fields));
  if (only_timezone(map) && zone) {
    if (context.folding) return bad_value("known only at run time");
    return instant_at(type, context.clock, *zone);
  }
  if (type == ValueType::kDateTime && fields.has_any({"epochSeconds", "epochMillis"}))
    return from_epoch(fields);
  DOSSIER_ASSIGN_OR_RETURN(const Parts ground, ground_of(fields));
  Parts parts;
  if (has_day(type)) {
    DOSSIER_ASSIGN_OR_RETURN(parts.days, day_from(fields, ground.days));
  }
  if (has_time(type)) {
    DOSSIER_ASSIGN_OR_RETURN(parts.nanoseconds, time_from(fields, ground.nanoseconds));
  }
  if (!has_zone(type)) return from_parts(type, parts);
  parts.zone = ground.zone;
  if (type == ValueType::kTime) {
    if (parts.zone) parts.zone = bare(*parts.zone);
    if (zone) {
      DOSSIER_ASSIGN_OR_RETURN(parts, time_in_zone(parts, *zone, context));
    }
    return from_parts(type, parts);
  }
  if (zone && parts.zone)
    parts = in_zone(parts, *zone);
  else if (zone)
    parts.zone = zone;
  return from_parts(type, parts);
}

Result<Value> truncate(ValueType type, std::string_view unit_text, const Value& other, const Map& map) {
  const std::string unit = lower_case(unit_text);
  DOSSIER_ASSIGN_OR_RETURN(Parts parts, cut(type, unit, parts_of(other), other));
  if (has_day(type) && !parts.days) return lacks(other, "date");
  const Map kept = with_kept_subsecond(unit, map, parts.nanoseconds.value_or(0));
  const Fields fields(kept);
  DOSSIER_RETURN_IF_ERROR(fields.check_names());
  if (has_day(type)) {
    DOSSIER_ASSIGN_OR_RETURN(parts.days, day_from(fields, parts.days));
  }
  DOSSIER_ASSIGN_OR_RETURN(parts.nanoseconds, time_from(fields, parts.nanoseconds));
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<Zone> zone, zone_from(fields));
  if (zone)
    parts.zone = zone;
  else if (type == ValueType::kTime && parts.zone)
    parts.zone = bare(*parts.zone);
  return from_parts(type, parts);
}

Result<graph::Duration> construct_duration(const Map& fields) {
  struct Unit {
    std::string_view name;
    long double Amounts::*amount;
    long double size;
  };
  static constexpr std::array<Unit, 11> kUnits = {{{"years", &Amounts::months, 12},
                                                   {"quarters", &Amounts::months, 3},
                                                   {"months", &Amounts::months, 1},
                                                   {"weeks", &Amounts::days, 7},
                                                   {"days", &Amounts::days, 1},
                                                   {"hours", &Amounts::seconds, 3600},
                                                   {"minutes", &Amounts::seconds, 60},
                                                   {"seconds", &Amounts::seconds, 1},
                                                   {"milliseconds", &Amounts::nanoseconds, 1e6L},
                                                   {"microseconds", &Amounts::nanoseconds, 1e3L},
                                                   {"nanoseconds", &Amounts::nanoseconds, 1}}};
  Amounts amounts;
  for (const auto& [name, value] : fields) {
    const auto unit =
        std::find_if(kUnits.begin(), kUnits.end(), [&name = name](const Unit& u) { return u.name == name; });
    if (unit == kUnits.end()) {
      std::vector<std::string> names;
      for (const Unit& known : kUnits) names.emplace_back(known.name);
      return bad_value("durations have no component `" + name + "`", suggest(name, names));
    }
    if (value.is_null()) continue;
    if (!value.is_number())
      return bad_value("`" + name + "` expected a number, got " +
                       std::string(graph::type_name(value.type())));
    const long double number =
        value.is_integer() ? static_cast<long double>(value.as_integer()) : value.as_float();
    amounts.*(unit->amount) += number * unit->size;
  }
  return duration_of(amounts);
}

}  // namespace dossier::query::temporal
