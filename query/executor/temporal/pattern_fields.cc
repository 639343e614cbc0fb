// The letters of java.time's DateTimeFormatter. Numbers are as wide as the letter is repeated, or wider; three of
// a letter that has names mean the short one, four the full one, five the first character. Weeks are ISO 8601's.
#include "query/executor/temporal/pattern_fields.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/format.h"
#include "query/executor/temporal/zone_names.h"

namespace dossier::query::temporal {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 4> kQuarters = {"1st", "2nd", "3rd", "4th"};

constexpr std::uint32_t up_to(int width) { return (std::uint32_t{2} << width) - 2; }
constexpr std::uint32_t one_or_four = 1U << 1 | 1U << 4;

constexpr auto kLetters = std::to_array<Letter>({
    {'G', up_to(5), Need::kDay},
    {'u', up_to(19), Need::kDay},
    {'y', up_to(19), Need::kDay},
    {'Y', up_to(19), Need::kDay},
    {'Q', up_to(5), Need::kDay},
    {'q', up_to(5), Need::kDay},
    {'M', up_to(5), Need::kDay},
    {'L', up_to(5), Need::kDay},
    {'w', up_to(2), Need::kDay},
    {'W', up_to(1), Need::kDay},
    {'d', up_to(2), Need::kDay},
    {'D', up_to(3), Need::kDay},
    {'F', up_to(1), Need::kDay},
    {'g', up_to(19), Need::kDay},
    {'E', up_to(5), Need::kDay},
    {'e', up_to(5), Need::kDay},
    {'c', up_to(5) & ~(1U << 2), Need::kDay},
    {'a', up_to(1), Need::kTime},
    {'B', one_or_four | 1U << 5, Need::kTime},
    {'H', up_to(2), Need::kTime},
    {'k', up_to(2), Need::kTime},
    {'K', up_to(2), Need::kTime},
    {'h', up_to(2), Need::kTime},
    {'m', up_to(2), Need::kTime},
    {'s', up_to(2), Need::kTime},
    {'S', up_to(9), Need::kTime},
    {'A', up_to(19), Need::kTime},
    {'n', up_to(19), Need::kTime},
    {'N', up_to(19), Need::kTime},
    {'V', 1U << 2, Need::kZone},
    {'v', one_or_four, Need::kZone},
    {'z', up_to(4), Need::kZone},
    {'O', one_or_four, Need::kOffset},
    {'X', up_to(5), Need::kOffset},
    {'x', up_to(5), Need::kOffset},
    {'Z', up_to(5), Need::kOffset},
});

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(std::abs(number));
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return number < 0 ? "-" + digits : digits;
}

/// Two letters mean the last two digits; from four on, a year too long for them has a sign.
std::string year_text(std::int64_t year, std::size_t width) {
  if (width == 2) return padded(std::abs(year) % 100, 2);
  std::string text = padded(year, width);
  return width >= 4 && year > 0 && text.size() > width ? "+" + text : text;
}

std::string name(std::string_view full, std::size_t width) {
  return std::string(width == 4 ? full : full.substr(0, width == 5 ? 1 : 3));
}

std::string month_text(int month, std::size_t width) {
  return width < 3 ? padded(month, width) : name(kMonths[static_cast<std::size_t>(month - 1)], width);
}

std::string quarter_text(int month, std::size_t width) {
  const int quarter = (month - 1) / 3 + 1;
  if (width == 3) return "Q" + std::to_string(quarter);
  if (width == 4) return std::string(kQuarters[static_cast<std::size_t>(quarter - 1)]) + " quarter";
  return padded(quarter, width == 5 ? 1 : width);
}

std::string week_day_text(std::int64_t days, std::size_t width) {
  return name(kWeekDays[static_cast<std::size_t>(week_day(days) - 1)], width);
}

std::string era_text(std::int64_t year, std::size_t width) {
  const bool common = year > 0;
  if (width == 4) return common ? "Anno Domini" : "Before Christ";
  return std::string(common ? "AD" : "BC").substr(0, width == 5 ? 1 : 2);
}

/// The first week of a month is that with at least four of its days; what precedes it is week 0.
int week_of_month(std::int64_t days, int day) {
  const auto start = static_cast<int>(floor_modulo(day - week_day(days), 7));
  return (7 + (start >= 4 ? 7 - start : -start) + day - 1) / 7;
}

std::string date_field(char letter, std::size_t width, std::int64_t days) {
  const CivilDate date = civil_of(days);
  switch (letter) {
    case 'G':
      return era_text(date.year, width);
    case 'u':
      return year_text(date.year, width);
    case 'y':
      return year_text(date.year > 0 ? date.year : 1 - date.year, width);
    case 'Y':
      return year_text(week_of(days).year, width);
    case 'Q':
    case 'q':
      return quarter_text(date.month, width);
    case 'M':
    case 'L':
      return month_text(date.month, width);
    case 'w':
      return padded(week_of(days).week, width);
    case 'W':
      return padded(week_of_month(days, date.day), width);
    case 'd':
      return padded(date.day, width);
    case 'D':
      return padded(day_of_year(days), width);
    case 'F':
      return padded((date.day - 1) / 7 + 1, width);
    case 'g':
      return padded(days + 40'587, width);  // 1970-01-01 is this modified Julian day
    case 'E':
      return week_day_text(days, width);
    default:  // e, c
      return width < 3 ? padded(week_day(days), width) : week_day_text(days, width);
  }
}

std::string day_period(std::int64_t minute, std::size_t width) {
  if (minute == 0) return width == 5 ? "mi" : "midnight";
  if (minute == 12 * 60) return width == 5 ? "n" : "noon";
  const std::int64_t hour = minute / 60;
  if (hour < 12) return "in the morning";
  if (hour < 18) return "in the afternoon";
  return hour < 21 ? "in the evening" : "at night";
}

std::string time_field(char letter, std::size_t width, std::int64_t nanoseconds) {
  const std::int64_t seconds = nanoseconds / kNanosPerSecond, subsecond = nanoseconds % kNanosPerSecond;
  const std::int64_t hour = seconds / 3600;
  switch (letter) {
    case 'a':
      return hour < 12 ? "AM" : "PM";
    case 'B':
      return day_period(seconds / 60, width);
    case 'H':
      return padded(hour, width);
    case 'k':
      return padded(hour == 0 ? 24 : hour, width);
    case 'K':
      return padded(hour % 12, width);
    case 'h':
      return padded(hour % 12 == 0 ? 12 : hour % 12, width);
    case 'm':
      return padded(seconds / 60 % 60, width);
    case 's':
      return padded(seconds % 60, width);
    case 'S':
      return padded(subsecond, 9).substr(0, width);
    case 'A':
      return padded(nanoseconds / 1'000'000, width);
    case 'n':
      return padded(subsecond, width);
    default:  // N
      return padded(nanoseconds, width);
  }
}

/// "+05:30"; seconds only where there are some and they are asked for. An offset without any digit but 0 is `zero`.
std::string signed_offset(std::int32_t offset, std::string_view colon, bool with_seconds, std::string zero) {
  const std::int32_t size = std::abs(offset), second = with_seconds ? size % 60 : 0;
  if (size / 60 == 0 && second == 0) return zero;
  std::string text = (offset < 0 ? "-" : "+") + padded(size / 3600, 2) + std::string(colon);
  text += padded(size / 60 % 60, 2);
  return second == 0 ? text : text + std::string(colon) + padded(second, 2);
}

/// "GMT+5:30", or "GMT+05:30" in full.
std::string greenwich_text(std::int32_t offset, bool full) {
  const std::string text = signed_offset(offset, ":", true, "");
  if (text.empty()) return "GMT";
  if (full) return "GMT" + text;
  const std::int32_t size = std::abs(offset);
  std::string brief = std::string("GMT") + (offset < 0 ? "-" : "+") + std::to_string(size / 3600);
  return size % 3600 == 0 ? brief : brief + text.substr(3);
}

/// X and x: hours, with minutes if any; +hhmm; +hh:mm; +hhmmss; +hh:mm:ss.
std::string offset_field(std::size_t width, std::int32_t offset, std::string zero) {
  const std::string_view colon = width == 3 || width == 5 ? ":" : "";
  std::string text = signed_offset(offset, colon, width >= 4, std::move(zero));
  if (width == 1 && text.size() == 5 && text.ends_with("00")) text.resize(3);
  return text;
}

std::string offset_letter(char letter, std::size_t width, std::int32_t offset) {
  if (letter == 'O') return greenwich_text(offset, width == 4);
  if (letter == 'X') return offset_field(width, offset, "Z");
  if (letter == 'x')
    return offset_field(width, offset, width == 1 ? "+00" : width % 2 == 1 ? "+00:00" : "+0000");
  if (width == 4) return greenwich_text(offset, true);
  return width == 5 ? offset_field(5, offset, "Z") : offset_field(2, offset, "+0000");
}

std::string zone_field(char letter, std::size_t width, const Parts& parts) {
  const Zone& zone = *parts.zone;
  if (zone.name.empty()) return offset_text(zone.offset);
  if (letter == 'V') return zone.name;
  const bool full = width == 4;
  const ZoneName kind = letter == 'v' ? (full ? ZoneName::kLongGeneric : ZoneName::kShortGeneric)
                                      : (full ? ZoneName::kLong : ZoneName::kShort);
  std::string text = name_of(zone, kind, epoch_seconds(parts));
  return text.empty() ? greenwich_text(zone.offset, true) : text;
}

bool has(const Parts& parts, Need need) {
  switch (need) {
    case Need::kDay:
      return parts.days.has_value();
    case Need::kTime:
      return parts.nanoseconds.has_value();
    case Need::kOffset:
      return parts.zone.has_value();
    case Need::kZone:
      return parts.zone.has_value() && parts.days.has_value();
  }
  return false;
}

}  // namespace

const Letter* find_letter(char letter) {
  for (const Letter& known : kLetters) {
    if (known.letter == letter) return &known;
  }
  return nullptr;
}

std::optional<std::string> field_text(const Letter& letter, std::size_t width, const Parts& parts) {
  if (!has(parts, letter.need)) return std::nullopt;
  switch (letter.need) {
    case Need::kDay:
      return date_field(letter.letter, width, *parts.days);
    case Need::kTime:
      return time_field(letter.letter, width, *parts.nanoseconds);
    case Need::kOffset:
      return offset_letter(letter.letter, width, parts.zone->offset);
    case Need::kZone:
      return zone_field(letter.letter, width, parts);
  }
  return std::nullopt;
}

}  // namespace dossier::query::temporal
