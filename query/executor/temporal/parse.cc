#include "query/executor/temporal/parse.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string>

#include "query/executor/temporal/calendar.h"
#include "query/executor/temporal/duration.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

using graph::Value;
using graph::ValueType;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a text from its front; each `take` moves on only where it succeeds.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  char peek() const { return text_.empty() ? '\0' : text_.front(); }
  std::size_t digits_ahead() const {
    return static_cast<std::size_t>(std::find_if_not(text_.begin(), text_.end(), is_digit) - text_.begin());
  }
  bool take(char c) {
    if (peek() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// A number of exactly so many digits.
  std::optional<std::int64_t> take_number(std::size_t digits) {
    if (digits == 0 || digits_ahead() < digits) return std::nullopt;
    std::int64_t number = 0;
    if (std::from_chars(text_.data(), text_.data() + digits, number).ec != std::errc{}) return std::nullopt;
    text_.remove_prefix(digits);
    return number;
  }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

bool within(std::int64_t number, std::int64_t low, std::int64_t high) {
  return number >= low && number <= high;
}

// --- dates

std::optional<std::int64_t> take_year(Scanner& in) {
  const char sign = in.peek();
  if (sign != '+' && sign != '-') return in.take_number(4);
  in.take(sign);
  const std::size_t digits = in.digits_ahead();
  if (!within(static_cast<std::int64_t>(digits), 1, 9)) return std::nullopt;
  const std::optional<std::int64_t> year = in.take_number(digits);
  return sign == '-' ? -*year : *year;
}

// After the 'W': "30", "30-2", "302".
std::optional<std::int64_t> week_date(Scanner& in, std::int64_t year) {
  const auto week = in.take_number(2);
  if (!week || !within(*week, 1, weeks_in_year(year))) return std::nullopt;
  std::int64_t day = 1;
  if (in.take('-') || is_digit(in.peek())) {
    const auto given = in.take_number(1);
    if (!given || !within(*given, 1, 7)) return std::nullopt;
    day = *given;
  }
  return days_of(WeekDate{year, static_cast<int>(*week), static_cast<int>(day)});
}

// After the 'Q': "2", "2-60", "260".
std::optional<std::int64_t> quarter_date(Scanner& in, std::int64_t year) {
  const auto quarter = in.take_number(1);
  if (!quarter || !within(*quarter, 1, 4)) return std::nullopt;
  std::int64_t day = 1;
  if (in.take('-') || is_digit(in.peek())) {
    const auto given = in.take_number(2);
    if (!given) return std::nullopt;
    day = *given;
  }
  const std::int64_t first = days_of(CivilDate{year, static_cast<int>(*quarter) * 3 - 2, 1});
  const std::int64_t next = days_of(plus_months(civil_of(first), 3));
  if (!within(day, 1, next - first)) return std::nullopt;
  return first + day - 1;
}

std::optional<std::int64_t> ordinal_date(std::int64_t year, std::int64_t day) {
  if (!within(day, 1, days_in_year(year))) return std::nullopt;
  return days_of(CivilDate{year, 1, 1}) + day - 1;
}

std::optional<std::int64_t> civil_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (!within(month, 1, 12) || !within(day, 1, days_in_month(year, static_cast<int>(month))))
    return std::nullopt;
  return days_of(CivilDate{year, static_cast<int>(month), static_cast<int>(day)});
}

// After the year: "-07-21", "0721", "-07", "07", "-202", "202", "-W30-2", "W302", "-Q2-60", "Q260", "".
std::optional<std::int64_t> rest_of_date(Scanner& in, std::int64_t year) {
  if (in.at_end()) return civil_date(year, 1, 1);
  const bool dash = in.take('-');
  if (in.take('W')) return week_date(in, year);
  if (in.take('Q')) return quarter_date(in, year);
  if (in.digits_ahead() == 3) return ordinal_date(year, *in.take_number(3));
  const auto month = in.take_number(2);
  if (!month) return std::nullopt;
  if (in.at_end()) return civil_date(year, *month, 1);
  if (dash && !in.take('-')) return std::nullopt;
  const auto day = in.take_number(2);
  return day ? civil_date(year, *month, *day) : std::nullopt;
}

std::optional<std::int64_t> read_date(std::string_view text) {
  Scanner in(text);
  const auto year = take_year(in);
  if (!year) return std::nullopt;
  const auto days = rest_of_date(in, *year);
  return in.at_end() ? days : std::nullopt;
}

// --- times of the day

// After '.' or ',': nanoseconds. More digits than nine are cut off.
std::optional<std::int64_t> take_fraction(Scanner& in) {
  std::int64_t nanoseconds = 0;
  std::size_t digits = in.digits_ahead();
  if (digits == 0) return std::nullopt;
  for (int place = 0; place < 9; ++place) {
    nanoseconds *= 10;
    if (digits == 0) continue;
    nanoseconds += *in.take_number(1);
    --digits;
  }
  while (digits-- > 0) in.take_number(1);
  return nanoseconds;
}

std::optional<std::int64_t> read_time(std::string_view text) {
  Scanner in(text);
  const auto hour = in.take_number(2);
  if (!hour || *hour > 23) return std::nullopt;
  const bool colons = in.peek() == ':';
  std::int64_t parts[2] = {0, 0};  // minute, second
  int given = 0;
  for (; given < 2 && (colons ? in.take(':') : is_digit(in.peek())); ++given) {
    const auto number = in.take_number(2);
    if (!number || *number > 59) return std::nullopt;
    parts[given] = *number;
  }
  std::int64_t nanoseconds = 0;
  if (given == 2 && (in.take('.') || in.take(','))) {
    const auto fraction = take_fraction(in);
    if (!fraction) return std::nullopt;
    nanoseconds = *fraction;
  }
  if (!in.at_end()) return std::nullopt;
  return (*hour * 3600 + parts[0] * 60 + parts[1]) * kNanosPerSecond + nanoseconds;
}

// --- zones

// "+0100[Europe/Stockholm]": an offset, a name, both or none. The offset must be one that the zone has then.
struct ZoneText {
  std::string_view offset, name;
};

ZoneText split_zone(std::string_view& text) {
  ZoneText zone;
  if (text.ends_with(']')) {
    const std::size_t bracket = text.find('[');
    if (bracket != std::string_view::npos) {
      zone.name = text.substr(bracket + 1, text.size() - bracket - 2);
      text = text.substr(0, bracket);
    }
  }
  return zone;
}

std::optional<Zone> read_zone(const ZoneText& text) {
  Zone zone;
  if (!text.name.empty()) {
    const auto named = parse_zone(text.name);
    if (!named) return std::nullopt;
    zone = *named;
  }
  if (!text.offset.empty()) {
    const auto offset = parse_offset(text.offset);
    if (!offset) return std::nullopt;
    zone.offset = *offset;
  }
  return zone;
}

// --- together

bool has_date(ValueType type) {
  return type == ValueType::kDate || type == ValueType::kLocalDateTime || type == ValueType::kDateTime;
}
bool has_zone(ValueType type) { return type == ValueType::kTime || type == ValueType::kDateTime; }

std::optional<Parts> read_parts(ValueType type, std::string_view text) {
  Parts parts;
  ZoneText zone = split_zone(text);
  const std::size_t t = has_date(type) ? text.find('T') : std::string_view::npos;
  if (has_date(type)) {
    parts.days = read_date(text.substr(0, t));
    if (!parts.days) return std::nullopt;
    text = t == std::string_view::npos ? std::string_view() : text.substr(t + 1);
    if (type == ValueType::kDate) return t == std::string_view::npos ? std::optional(parts) : std::nullopt;
  } else if (!text.empty() && text.front() == 'T') {
    text.remove_prefix(1);
  }
  const std::size_t sign = text.find_first_of("Zz+-");
  if (sign != std::string_view::npos) zone.offset = text.substr(sign);
  if ((!zone.offset.empty() || !zone.name.empty()) && !has_zone(type)) return std::nullopt;
  const std::string_view clock = text.substr(0, sign);
  parts.nanoseconds = clock.empty() && has_date(type) && t == std::string_view::npos ? 0 : read_time(clock);
  if (!parts.nanoseconds) return std::nullopt;
  if (has_zone(type)) {
    parts.zone = read_zone(zone);
    if (!parts.zone) return std::nullopt;
    const bool both = !zone.offset.empty() && !zone.name.empty();
    if (both && parts.days && in_zone(parts, *parts.zone).zone->offset != parts.zone->offset)
      return std::nullopt;
  }
  return parts;
}

// --- durations

// "-1.5": a number that need not be whole.
std::optional<long double> take_amount(Scanner& in) {
  const bool negative = in.take('-');
  if (!negative) in.take('+');
  long double amount = 0, place = 1;
  if (in.digits_ahead() == 0) return std::nullopt;
  while (is_digit(in.peek())) amount = amount * 10 + static_cast<long double>(*in.take_number(1));
  if (in.take('.') || in.take(',')) {
    if (in.digits_ahead() == 0) return std::nullopt;
    while (is_digit(in.peek())) {
      place *= 10;
      amount = amount * 10 + static_cast<long double>(*in.take_number(1));
    }
  }
  return (negative ? -amount : amount) / place;
}

// Units in their order, each at most once: returns false on anything else.
bool take_units(Scanner& in, std::string_view units, std::span<long double* const> targets,
                std::span<const long double> sizes) {
  std::size_t next = 0;
  while (!in.at_end() && in.peek() != 'T') {
    const auto amount = take_amount(in);
    const std::size_t unit = amount ? units.find(in.peek(), next) : std::string_view::npos;
    if (unit == std::string_view::npos || in.at_end()) return false;
    in.take(in.peek());
    *targets[unit] += *amount * sizes[unit];
    next = unit + 1;
  }
  return next > 0;
}

std::optional<Amounts> read_units(std::string_view text) {
  Scanner in(text);
  Amounts amounts;
  long double* const calendar[] = {&amounts.months, &amounts.months, &amounts.days, &amounts.days};
  constexpr long double kCalendar[] = {12, 1, 7, 1};
  long double* const clock[] = {&amounts.seconds, &amounts.seconds, &amounts.seconds};
  constexpr long double kClock[] = {3600, 60, 1};
  if (in.peek() != 'T' && !take_units(in, "YMWD", calendar, kCalendar)) return std::nullopt;
  if (in.take('T') && !take_units(in, "HMS", clock, kClock)) return std::nullopt;
  if (!in.at_end()) return std::nullopt;
  return amounts;
}

// "2012-02-02T14:37:21.545": so many years, months, days ... and not a date.
std::optional<Amounts> read_date_form(std::string_view text) {
  const std::size_t t = text.find('T');
  Scanner in(text.substr(0, t));
  const auto year = in.take_number(4);
  const bool dash = in.take('-');
  const auto month = in.take_number(2);
  if (dash && !in.take('-')) return std::nullopt;
  const auto day = in.take_number(2);
  if (!year || !month || !day || !in.at_end() || *month > 12 || *day > 31) return std::nullopt;
  Amounts amounts;
  amounts.months = static_cast<long double>(*year * 12 + *month);
  amounts.days = static_cast<long double>(*day);
  if (t == std::string_view::npos) return amounts;
  const auto clock = read_time(text.substr(t + 1));
  if (!clock) return std::nullopt;
  amounts.seconds = static_cast<long double>(*clock / kNanosPerSecond);
  amounts.nanoseconds = static_cast<long double>(*clock % kNanosPerSecond);
  return amounts;
}

std::string_view example_of(ValueType type) {
  switch (type) {
    case ValueType::kDate:
      return "2026-02-04";
    case ValueType::kLocalTime:
      return "21:40:32";
    case ValueType::kTime:
      return "21:40:32+01:00";
    case ValueType::kLocalDateTime:
      return "2026-02-04T21:40:32";
    default:
      return "2026-02-04T21:40:32+01:00";
  }
}

}  // namespace

Result<Value> parse_instant(ValueType type, std::string_view text) {
  const std::optional<Parts> parts = read_parts(type, text);
  if (parts) return from_parts(type, *parts);
  return bad_value("'" + std::string(text) + "' is no " + std::string(graph::type_name(type)),
                   "write it as ISO 8601 does: " + std::string(example_of(type)));
}

Result<graph::Duration> parse_duration(std::string_view text) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  std::optional<Amounts> amounts;
  if (rest.starts_with('P')) {
    rest.remove_prefix(1);
    amounts = read_units(rest);
    if (!amounts) amounts = read_date_form(rest);
  }
  if (!amounts)
    return bad_value("'" + std::string(text) + "' is no Duration",
                     "write it as ISO 8601 does: P3D or PT1H30M");
  if (negative) amounts = Amounts{-amounts->months, -amounts->days, -amounts->seconds, -amounts->nanoseconds};
  return duration_of(*amounts);
}

}  // namespace dossier::query::temporal
