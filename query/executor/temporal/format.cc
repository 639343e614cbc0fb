#include "query/executor/temporal/format.h"

#include <cstdio>
#include <cstdlib>

#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Value;
using graph::ValueType;

namespace {

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// ISO 8601: four digits at least; a sign where there are more, or before the year 0.
std::string year_text(std::int64_t year) {
  std::string digits = std::to_string(std::abs(year));
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  if (year < 0) return "-" + digits;
  return digits.size() > 4 ? "+" + digits : digits;
}

std::string date_text(std::int64_t days) {
  const CivilDate date = civil_of(days);
  return year_text(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

// ".5" for half a second; nothing for none.
std::string fraction_text(std::int64_t nanoseconds) {
  if (nanoseconds == 0) return "";
  std::string digits = std::to_string(nanoseconds);
  digits.insert(0, 9 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  return "." + digits;
}

// Seconds are left out where they and their fraction are 0.
std::string time_text(std::int64_t nanoseconds) {
  const std::int64_t seconds = nanoseconds / kNanosPerSecond;
  std::string text = two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
  if (nanoseconds % (60 * kNanosPerSecond) == 0) return text;
  return text + ":" + two_digits(seconds % 60) + fraction_text(nanoseconds % kNanosPerSecond);
}

void append_unit(std::int64_t amount, char unit, std::string& out) {
  if (amount != 0) out += std::to_string(amount) + unit;
}

// Hours, minutes and seconds share the sign of the whole.
std::string clock_part(const graph::Duration& duration) {
  const bool negative = duration.seconds < 0;
  // What is left of a negative duration, counted from zero: -1 s + 0.999 s is -0.001 s.
  const bool borrowed = negative && duration.nanoseconds != 0;
  const std::int64_t seconds = duration.seconds + (borrowed ? 1 : 0);
  const std::int64_t nanoseconds = borrowed ? kNanosPerSecond - duration.nanoseconds : duration.nanoseconds;
  std::string text;
  append_unit(seconds / 3600, 'H', text);
  append_unit(seconds / 60 % 60, 'M', text);
  if (seconds % 60 != 0 || nanoseconds != 0) {
    if (negative) text += '-';
    text += std::to_string(std::abs(seconds % 60)) + fraction_text(nanoseconds) + "S";
  }
  return text;
}

std::string duration_text(const graph::Duration& duration) {
  std::string text = "P";
  append_unit(duration.months / 12, 'Y', text);
  append_unit(duration.months % 12, 'M', text);
  append_unit(duration.days, 'D', text);
  const std::string clock = clock_part(duration);
  if (!clock.empty()) return text + "T" + clock;
  return text == "P" ? "PT0S" : text;
}

}  // namespace

std::string offset_text(std::int32_t seconds) {
  if (seconds == 0) return "Z";
  const std::int32_t size = std::abs(seconds);
  std::string text = (seconds < 0 ? "-" : "+") + two_digits(size / 3600) + ":" + two_digits(size / 60 % 60);
  return size % 60 == 0 ? text : text + ":" + two_digits(size % 60);
}

std::string to_text(const Value& value) {
  if (value.is_duration()) return duration_text(value.as_duration());
  const Parts parts = parts_of(value);
  std::string text;
  if (parts.days) text = date_text(*parts.days);
  if (parts.days && parts.nanoseconds) text += "T";
  if (parts.nanoseconds) text += time_text(*parts.nanoseconds);
  if (parts.zone) text += offset_text(parts.zone->offset);
  if (parts.zone && !parts.zone->name.empty()) text += "[" + parts.zone->name + "]";
  return text;
}

}  // namespace dossier::query::temporal
