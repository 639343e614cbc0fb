#include "ingest/readers/dates.h"

#include <date/date.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace dossier::ingest {
namespace {

constexpr std::size_t kLongestDateLine = 120;

// What may stand around a date: a word or three before it ("Published on:", "Last updated"), a weekday, and a time of
// day with its zone after it.
constexpr const char* kBefore =
    R"((?i)^[\s(]*(?:[a-z]+(?: [a-z]+){0,2}:\s*|(?:first )?(?:published|updated|posted|modified|created|last updated|)"
    R"(last modified)(?: on| at)?:?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?)";
constexpr const char* kAfter =
    R"((?:(?:,|\s|at|t|\||-|–|—)*\d{1,2}(?::|\.|h)\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?)?)"
    R"(\s*(?:z|[+-]\d{2}:?\d{2}|\(?[a-z]{2,5}(?:[+-]\d{1,2})?\)?)?[\s).]*$)";
constexpr const char* kMonth =
    R"((jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|)"
    R"(nov(?:ember)?|dec(?:ember)?)\.?)";

struct Patterns {
  RE2 month_first{std::string(kBefore) + kMonth + R"(\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))" + kAfter,
                  RE2::Quiet};
  RE2 day_first{std::string(kBefore) + R"((\d{1,2})(?:st|nd|rd|th)?(?:\s+|-)(?:of\s+)?)" + kMonth +
                    R"(,?(?:\s+|-)(\d{4}))" + kAfter,
                RE2::Quiet};
  RE2 year_first{std::string(kBefore) + R"((\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))" + kAfter, RE2::Quiet};
  RE2 packed{R"(^\s*(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?\s*$)", RE2::Quiet};
  RE2 month_first_within{std::string(R"((?i)\b)") + kMonth + R"(\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b)",
                         RE2::Quiet};
  RE2 day_first_within{std::string(R"((?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+)") + kMonth + R"(,?\s+(\d{4})\b)",
                       RE2::Quiet};
  RE2 year_first_within{R"(\b(\d{4})-(\d{2})-(\d{2})\b)", RE2::Quiet};
  RE2 figures{std::string(kBefore) + R"((\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))" + kAfter, RE2::Quiet};
};

const Patterns& patterns() {
  static const Patterns instance;
  return instance;
}

int month_number(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  std::string start(name.substr(0, 3));
  for (char& c : start) c = static_cast<char>(c | 0x20);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == start) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<std::string> iso(int year, int month, int day) {
  const date::year_month_day when{date::year(year), date::month(static_cast<unsigned>(month)),
                                  date::day(static_cast<unsigned>(day))};
  if (!when.ok() || year < 1500 || year > 2200) return std::nullopt;
  return date::format("%F", when);
}

}  // namespace

std::optional<std::string> find_date(std::string_view text) {
  if (text.size() > kLongestDateLine) return std::nullopt;
  const re2::StringPiece input(text.data(), text.size());
  std::string name;
  int year = 0, month = 0, day = 0;
  if (RE2::FullMatch(input, patterns().month_first, &name, &day, &year))
    return iso(year, month_number(name), day);
  if (RE2::FullMatch(input, patterns().day_first, &day, &name, &year))
    return iso(year, month_number(name), day);
  if (RE2::FullMatch(input, patterns().year_first, &year, &month, &day)) return iso(year, month, day);
  if (RE2::FullMatch(input, patterns().packed, &year, &month, &day)) return iso(year, month, day);
  if (RE2::FullMatch(input, patterns().figures, &day, &month, &year)) {
    if (day > 12) return iso(year, month, day);
    if (month > 12) return iso(year, day, month);
    if (day == month) return iso(year, month, day);
  }
  return std::nullopt;
}

std::optional<std::string> find_date_within(std::string_view text) {
  const re2::StringPiece input(text.data(), std::min(text.size(), kLongestDateLine));
  std::string name;
  int year = 0, month = 0, day = 0;
  if (RE2::PartialMatch(input, patterns().month_first_within, &name, &day, &year)) {
    return iso(year, month_number(name), day);
  }
  if (RE2::PartialMatch(input, patterns().day_first_within, &day, &name, &year)) {
    return iso(year, month_number(name), day);
  }
  if (RE2::PartialMatch(input, patterns().year_first_within, &year, &month, &day))
    return iso(year, month, day);
  return std::nullopt;
}

std::optional<std::string> find_epoch_date(double number) {
  const double seconds = std::abs(number) > 1e11 ? number / 1000 : number;
  if (!(std::abs(seconds) < 7.3e9)) return std::nullopt;
  const date::sys_seconds when{std::chrono::seconds(static_cast<std::int64_t>(seconds))};
  const date::year_month_day day{date::floor<date::days>(when)};
  return iso(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
             static_cast<int>(static_cast<unsigned>(day.day())));
}

}  // namespace dossier::ingest
