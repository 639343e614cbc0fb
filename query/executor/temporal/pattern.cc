#include "query/executor/temporal/pattern.h"

#include <array>
#include <optional>

#include "dossier/status_macros.h"
#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/format.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return number < 0 ? "-" + digits : digits;
}

std::string name(std::string_view full, std::size_t count) {
  return std::string(count == 4 ? full : full.substr(0, 3));
}

std::optional<std::string> date_field(char letter, std::size_t count, std::int64_t days) {
  const CivilDate date = civil_of(days);
  switch (letter) {
    case 'y':
    case 'u':
      return count == 2 ? padded(floor_modulo(date.year, 100), 2) : padded(date.year, count);
    case 'M':
    case 'L':
      return count < 3 ? padded(date.month, count)
                       : name(kMonths[static_cast<std::size_t>(date.month - 1)], count);
    case 'd':
      return padded(date.day, count);
    case 'D':
      return padded(day_of_year(days), count);
    case 'E':
      return name(kWeekDays[static_cast<std::size_t>(week_day(days) - 1)], count);
    case 'e':
      return padded(week_day(days), count);
    case 'q':
    case 'Q':
      return padded((date.month - 1) / 3 + 1, count);
    case 'w':
      return padded(week_of(days).week, count);
    case 'Y':
      return padded(week_of(days).year, count);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> time_field(char letter, std::size_t count, std::int64_t nanoseconds) {
  const std::int64_t seconds = nanoseconds / kNanosPerSecond, subsecond = nanoseconds % kNanosPerSecond;
  const std::int64_t hour = seconds / 3600;
  switch (letter) {
    case 'H':
      return padded(hour, count);
    case 'k':
      return padded(hour == 0 ? 24 : hour, count);
    case 'K':
      return padded(hour % 12, count);
    case 'h':
      return padded(hour % 12 == 0 ? 12 : hour % 12, count);
    case 'a':
      return std::string(hour < 12 ? "AM" : "PM");
    case 'm':
      return padded(seconds / 60 % 60, count);
    case 's':
      return padded(seconds % 60, count);
    case 'S':
      return padded(subsecond, 9).substr(0, count);
    case 'n':
      return padded(subsecond, count);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> zone_field(char letter, std::size_t count, const Zone& zone) {
  const std::string offset = offset_text(zone.offset);
  switch (letter) {
    case 'V':
      return zone.name.empty() ? offset : zone.name;
    case 'X':
      return count == 1 && offset.ends_with(":00") ? offset.substr(0, offset.size() - 3) : offset;
    case 'x':
      return offset == "Z" ? "+00:00" : offset;
    default:
      return std::nullopt;
  }
}

Result<std::string> field(char letter, std::size_t count, const Parts& parts) {
  std::optional<std::string> text;
  if (parts.days) text = date_field(letter, count, *parts.days);
  if (!text && parts.nanoseconds) text = time_field(letter, count, *parts.nanoseconds);
  if (!text && parts.zone) text = zone_field(letter, count, *parts.zone);
  if (text) return *std::move(text);
  return bad_value(std::string("the pattern letter '") + letter + "' says nothing of this type");
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Result<std::string> format(const graph::Value& instant, std::string_view pattern) {
  const Parts parts = parts_of(instant);
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    if (c == '\'') {
      const std::size_t end = pattern.find('\'', i + 1);
      if (end == std::string_view::npos) return bad_value("a quote in the pattern is not closed");
      out += end == i + 1 ? "'" : std::string(pattern.substr(i + 1, end - i - 1));
      i = end + 1;
      continue;
    }
    const std::size_t end = std::min(pattern.find_first_not_of(c, i), pattern.size());
    if (is_letter(c)) {
      DOSSIER_ASSIGN_OR_RETURN(const std::string text, field(c, end - i, parts));
      out += text;
    } else {
      out.append(pattern.substr(i, end - i));
    }
    i = end;
  }
  return out;
}

}  // namespace dossier::query::temporal
