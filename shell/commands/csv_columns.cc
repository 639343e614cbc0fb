#include "shell/commands/csv_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/temporal/parse.h"

namespace dossier::shell {
namespace {

constexpr std::array<std::pair<std::string_view, CellType>, 17> kTypes = {
    {{"string", CellType::kString},
     {"char", CellType::kString},
     {"id", CellType::kString},
     {"int", CellType::kInteger},
     {"integer", CellType::kInteger},
     {"long", CellType::kInteger},
     {"short", CellType::kInteger},
     {"byte", CellType::kInteger},
     {"float", CellType::kFloat},
     {"double", CellType::kFloat},
     {"boolean", CellType::kBoolean},
     {"date", CellType::kDate},
     {"localtime", CellType::kLocalTime},
     {"time", CellType::kTime},
     {"localdatetime", CellType::kLocalDateTime},
     {"datetime", CellType::kDateTime},
     {"duration", CellType::kDuration}}};

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <typename Number>
bool parse_number(std::string_view text, Number& number) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// 2026-02-04 without going through the general reader: bulk files are full of them.
bool parse_plain_date(std::string_view text, graph::Date& date) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int year = 0, month = 0, day = 0;
  if (!parse_number(text.substr(0, 4), year) || !parse_number(text.substr(5, 2), month) ||
      !parse_number(text.substr(8, 2), day) || month < 1 || month > 12 || day < 1) {
    return false;
  }
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > kDays[month - 1] + (month == 2 && leap ? 1 : 0)) return false;
  // Days since 1970-01-01: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  const int y = year - (month <= 2 ? 1 : 0);
  const int era = y / 400, year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  date.days = std::int64_t{era} * 146097 + day_of_era - 719468;
  return true;
}

Result<graph::Value> parse_scalar(std::string_view text, CellType type) {
  const std::string_view bare = trimmed(text);
  const auto refused = [&](std::string_view what) {
    return invalid_argument("'" + std::string(text) + "' is no " + std::string(what));
  };
  switch (type) {
    case CellType::kString:
      return graph::Value(text);
    case CellType::kInteger: {
      std::int64_t number = 0;
      if (!parse_number(bare, number)) return refused("integer");
      return graph::Value(number);
    }
    case CellType::kFloat: {
      double number = 0;
      if (!parse_number(bare, number)) return refused("number");
      return graph::Value(number);
    }
    case CellType::kBoolean: {
      const std::string word = lower(bare);
      if (word != "true" && word != "false") return refused("boolean; expected true or false");
      return graph::Value(word == "true");
    }
    case CellType::kDate: {
      if (graph::Date date{}; parse_plain_date(bare, date)) return graph::Value(date);
      return query::temporal::parse_instant(graph::ValueType::kDate, bare);
    }
    case CellType::kLocalTime:
      return query::temporal::parse_instant(graph::ValueType::kLocalTime, bare);
    case CellType::kTime:
      return query::temporal::parse_instant(graph::ValueType::kTime, bare);
    case CellType::kLocalDateTime:
      return query::temporal::parse_instant(graph::ValueType::kLocalDateTime, bare);
    case CellType::kDateTime:
      return query::temporal::parse_instant(graph::ValueType::kDateTime, bare);
    case CellType::kDuration: {
      DOSSIER_ASSIGN_OR_RETURN(const graph::Duration duration, query::temporal::parse_duration(bare));
      return graph::Value(duration);
    }
  }
  return refused("value");
}

}  // namespace

Result<Column> parse_column(std::string_view header) {
  Column column;
  const std::size_t colon = header.rfind(':');
  column.name = std::string(trimmed(header.substr(0, colon)));
  if (colon == std::string_view::npos) return column;
  std::string_view type = trimmed(header.substr(colon + 1));
  if (const std::size_t space = type.find('('); space != std::string_view::npos) type = type.substr(0, space);
  static constexpr std::pair<std::string_view, ColumnRole> kRoles[] = {
      {"ID", ColumnRole::kId},        {"LABEL", ColumnRole::kLabel}, {"START_ID", ColumnRole::kStartId},
      {"END_ID", ColumnRole::kEndId}, {"TYPE", ColumnRole::kType},   {"IGNORE", ColumnRole::kIgnore}};
  for (const auto& [name, role] : kRoles) {
    if (type == name) {
      column.role = role;
      return column;
    }
  }
  if (type.ends_with("[]")) {
    column.list = true;
    type.remove_suffix(2);
  }
  const std::string name = lower(type);
  const auto known =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& entry) { return entry.first == name; });
  if (known == kTypes.end()) {
    return invalid_argument(
        "column '" + std::string(header) + "': unknown type '" + std::string(type) +
        "'; expected string, int, float, boolean, date, datetime, ... or ID, LABEL, START_ID, END_ID, TYPE");
  }
  column.type = known->second;
  return column;
}

Result<graph::Value> parse_cell(std::string_view text, const Column& column) {
  if (text.empty()) return graph::Value();
  if (!column.list) return parse_scalar(text, column.type);
  graph::List items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    DOSSIER_ASSIGN_OR_RETURN(graph::Value item, parse_scalar(text.substr(begin, end - begin), column.type));
    items.push_back(std::move(item));
    begin = end + 1;
  }
  return graph::Value(std::move(items));
}

}  // namespace dossier::shell
