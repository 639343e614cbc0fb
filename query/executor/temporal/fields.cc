#include "query/executor/temporal/fields.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dossier/status_macros.h"
#include "query/diagnostics.h"
#include "query/executor/temporal/calendar.h"

namespace dossier::query::temporal {

using graph::Value;

namespace {

constexpr std::array<std::string_view, 21> kNames = {
    "year",         "month", "day",    "week",     "dayOfWeek",    "ordinalDay",  "quarter",
    "dayOfQuarter", "hour",  "minute", "second",   "millisecond",  "microsecond", "nanosecond",
    "timezone",     "date",  "time",   "datetime", "epochSeconds", "epochMillis", "weekYear"};

Status missing(std::string_view name) {
  return bad_value("the component `" + std::string(name) + "` is missing");
}

Status impossible(std::string_view name, std::int64_t number) {
  return bad_value("there is no " + std::string(name) + " " + std::to_string(number) + " then");
}

// The year must come from somewhere.
Result<std::int64_t> year_of(const Fields& fields, std::optional<std::int64_t> ground_year) {
  if (!ground_year && !fields.has("year")) return missing("year");
  return fields.integer("year", -kMaxYear, kMaxYear, ground_year.value_or(0));
}

Result<std::int64_t> from_week(const Fields& fields, std::optional<std::int64_t> ground) {
  std::optional<WeekDate> base;
  if (ground) base = week_of(*ground);
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t year,
                           year_of(fields, base ? std::optional(base->year) : std::nullopt));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t week, fields.integer("week", 1, 53, base ? base->week : 1));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t day, fields.integer("dayOfWeek", 1, 7, base ? base->day : 1));
  if (week > weeks_in_year(year)) return impossible("week", week);
  return days_of(WeekDate{year, static_cast<int>(week), static_cast<int>(day)});
}

Result<std::int64_t> from_ordinal(const Fields& fields, std::optional<std::int64_t> ground) {
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t year,
                           year_of(fields, ground ? std::optional(civil_of(*ground).year) : std::nullopt));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t day, fields.integer("ordinalDay", 1, 366, 1));
  if (day > days_in_year(year)) return impossible("day", day);
  return days_of(CivilDate{year, 1, 1}) + day - 1;
}

Result<std::int64_t> from_quarter(const Fields& fields, std::optional<std::int64_t> ground) {
  std::optional<CivilDate> base;
  if (ground) base = civil_of(*ground);
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t year,
                           year_of(fields, base ? std::optional(base->year) : std::nullopt));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t quarter,
                           fields.integer("quarter", 1, 4, base ? (base->month - 1) / 3 + 1 : 1));
  const int first_month = static_cast<int>(quarter) * 3 - 2;
  const std::int64_t first = days_of(CivilDate{year, first_month, 1});
  if (!fields.has("dayOfQuarter")) {
    if (!base) return first;
    const int month = first_month + (base->month - 1) % 3;
    return days_of(CivilDate{year, month, std::min(base->day, days_in_month(year, month))});
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t day, fields.integer("dayOfQuarter", 1, 92, 1));
  if (first + day > days_of(plus_months(civil_of(first), 3))) return impossible("day", day);
  return first + day - 1;
}

Result<std::int64_t> from_civil(const Fields& fields, std::optional<std::int64_t> ground) {
  std::optional<CivilDate> base;
  if (ground) base = civil_of(*ground);
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t year,
                           year_of(fields, base ? std::optional(base->year) : std::nullopt));
  if (!base && fields.has("day") && !fields.has("month")) return missing("month");
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t month, fields.integer("month", 1, 12, base ? base->month : 1));
  const int longest = days_in_month(year, static_cast<int>(month));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t day,
                           fields.integer("day", 1, 31, base ? std::min(base->day, longest) : 1));
  if (day > longest) return impossible("day", day);
  return days_of(CivilDate{year, static_cast<int>(month), static_cast<int>(day)});
}

// Below the second: the finer a component, the less room the coarser ones beside it leave.
Result<std::int64_t> subsecond_from(const Fields& fields, std::int64_t ground) {
  if (!fields.has_any({"millisecond", "microsecond", "nanosecond"})) return ground;
  const bool milli = fields.has("millisecond"), micro = fields.has("microsecond");
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t milliseconds, fields.integer("millisecond", 0, 999, 0));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t microseconds,
                           fields.integer("microsecond", 0, milli ? 999 : 999'999, 0));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t nanoseconds, fields.integer("nanosecond", 0,
                                                                          micro   ? 999
                                                                          : milli ? 999'999
                                                                                  : 999'999'999,
                                                                          0));
  return milliseconds * 1'000'000 + microseconds * 1'000 + nanoseconds;
}

// Without a ground no component may be given whose coarser one is not.
Status check_no_gap(const Fields& fields) {
  const bool fine = fields.has_any({"millisecond", "microsecond", "nanosecond"});
  if (fine && !fields.has("second")) return missing("second");
  if ((fine || fields.has("second")) && !fields.has("minute")) return missing("minute");
  if ((fine || fields.has("minute")) && !fields.has("hour")) return missing("hour");
  return {};
}

}  // namespace

const Value* Fields::find(std::string_view name) const {
  const auto at =
      std::find_if(map_.begin(), map_.end(), [&](const auto& entry) { return entry.first == name; });
  return at == map_.end() || at->second.is_null() ? nullptr : &at->second;
}

bool Fields::has_any(std::initializer_list<std::string_view> names) const {
  return std::any_of(names.begin(), names.end(), [this](std::string_view name) { return has(name); });
}

Result<std::int64_t> Fields::integer(std::string_view name, std::int64_t low, std::int64_t high,
                                     std::int64_t otherwise) const {
  const Value* value = find(name);
  if (value == nullptr) return otherwise;
  if (!value->is_integer()) {
    return bad_value("`" + std::string(name) + "` expected an integer, got " +
                     std::string(graph::type_name(value->type())));
  }
  if (value->as_integer() < low || value->as_integer() > high) {
    return bad_value("`" + std::string(name) + "` expected a number between " + std::to_string(low) +
                     " and " + std::to_string(high) + ", got " + std::to_string(value->as_integer()));
  }
  return value->as_integer();
}

Status Fields::check_names() const {
  for (const auto& [name, value] : map_) {
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) {
      return bad_value("temporal values have no component `" + name + "`",
                       suggest(name, std::vector<std::string>(kNames.begin(), kNames.end())));
    }
  }
  return {};
}

Result<std::int64_t> day_from(const Fields& fields, std::optional<std::int64_t> ground) {
  if (fields.has_any({"week", "dayOfWeek"})) return from_week(fields, ground);
  if (fields.has("ordinalDay")) return from_ordinal(fields, ground);
  if (fields.has_any({"quarter", "dayOfQuarter"})) return from_quarter(fields, ground);
  return from_civil(fields, ground);
}

Result<std::int64_t> time_from(const Fields& fields, std::optional<std::int64_t> ground) {
  if (!ground) DOSSIER_RETURN_IF_ERROR(check_no_gap(fields));
  const std::int64_t base = ground.value_or(0), base_seconds = base / kNanosPerSecond;
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t hour, fields.integer("hour", 0, 23, base_seconds / 3600));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t minute,
                           fields.integer("minute", 0, 59, base_seconds / 60 % 60));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t second, fields.integer("second", 0, 59, base_seconds % 60));
  DOSSIER_ASSIGN_OR_RETURN(const std::int64_t subsecond, subsecond_from(fields, base % kNanosPerSecond));
  return (hour * 3600 + minute * 60 + second) * kNanosPerSecond + subsecond;
}

Result<std::optional<Zone>> zone_from(const Fields& fields) {
  const Value* value = fields.find("timezone");
  if (value == nullptr) return std::optional<Zone>();
  if (!value->is_string())
    return bad_value("`timezone` expected a string, got " + std::string(graph::type_name(value->type())));
  std::optional<Zone> zone = parse_zone(value->as_string());
  if (!zone)
    return bad_value("there is no time zone '" + value->as_string() +
                     "', expected one such as 'Europe/Paris' or '+02:00'");
  return zone;
}

}  // namespace dossier::query::temporal
