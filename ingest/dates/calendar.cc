#include "ingest/dates/calendar.h"

#include <charconv>
#include <cstdio>

namespace dossier::ingest {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool read_number(std::string_view text, std::size_t at, std::size_t size, int& out) {
  if (text.size() < at + size) return false;
  const char* const end = text.data() + at + size;
  return std::from_chars(text.data() + at, end, out).ptr == end;
}

}  // namespace

std::optional<PartialDate> parse_iso(std::string_view text) {
  PartialDate date;
  if (!read_number(text, 0, 4, date.year)) return std::nullopt;
  if (text.size() >= 7 && text[4] == '-' && !read_number(text, 5, 2, date.month)) return std::nullopt;
  if (text.size() >= 10 && text[7] == '-' && !read_number(text, 8, 2, date.day)) return std::nullopt;
  return exists(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(PartialDate date) {
  char buffer[16];
  if (date.day != 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  else if (date.month != 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", date.year, date.month);
  else
    std::snprintf(buffer, sizeof buffer, "%04d", date.year);
  return buffer;
}

std::string to_iso(Days first, Days end) { return to_iso(date_of(first)) + "/" + to_iso(date_of(end)); }

bool exists(PartialDate date) {
  if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12 || date.day < 0) return false;
  if (date.day == 0) return true;
  return date.month != 0 &&
         year_month_day(year(date.year), month(unsigned(date.month)), day(unsigned(date.day))).ok();
}

Days first_day(PartialDate date) {
  return Days(year(date.year) / month(unsigned(date.month ? date.month : 1)) /
              day(unsigned(date.day ? date.day : 1)));
}

Days last_day(PartialDate date) {
  if (date.day != 0) return first_day(date);
  return Days(year(date.year) / month(unsigned(date.month ? date.month : 12)) / last);
}

PartialDate date_of(Days when) {
  const year_month_day date(when);
  return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

PartialDate add_months(PartialDate date, int count) {
  const int months = date.year * 12 + (date.month ? date.month - 1 : 0) + count;
  return {months / 12, months % 12 + 1, 0};
}

int weekday_of(Days when) { return int(std::chrono::weekday(when).iso_encoding()); }

}  // namespace dossier::ingest
