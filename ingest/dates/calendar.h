// Calendar arithmetic for dates.cc: a date of day, month or year precision, and intervals of days.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

struct PartialDate {
  int year = 0, month = 0, day = 0;  // 0: not given
  bool operator==(const PartialDate&) const = default;
};

using Days = std::chrono::sys_days;

std::optional<PartialDate> parse_iso(std::string_view text);
std::string to_iso(PartialDate date);
std::string to_iso(Days first, Days last);  // "2026-01-01/2026-06-30"
bool exists(PartialDate date);
Days first_day(PartialDate date);
Days last_day(PartialDate date);
PartialDate date_of(Days day);
PartialDate add_months(PartialDate month, int count);  // month precision
int weekday_of(Days day);                              // 1 Monday .. 7 Sunday

}  // namespace dossier::ingest
