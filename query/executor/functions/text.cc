#include "query/executor/functions/text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

#include "query/executor/temporal/format.h"

namespace dossier::query {

using graph::Value;
using graph::ValueType;

namespace {

// The shortest digits that read back as the same number, and the decimal exponent of the first of them.
struct Digits {
  std::string digits;
  int exponent = 0;
};

Digits shortest_digits(double magnitude) {
  char buffer[32];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific).ptr;
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = text.find('e');
  Digits result;
  for (const char c : text.substr(0, e)) {
    if (c != '.') result.digits += c;
  }
  result.exponent = std::atoi(std::string(text.substr(e + 1)).c_str());
  return result;
}

// 1234.5: digits before and after a point.
std::string plain(const Digits& d) {
  const int size = static_cast<int>(d.digits.size());
  if (d.exponent < 0) return "0." + std::string(static_cast<std::size_t>(-d.exponent - 1), '0') + d.digits;
  if (d.exponent + 1 >= size) {
    return d.digits + std::string(static_cast<std::size_t>(d.exponent + 1 - size), '0') + ".0";
  }
  const auto point = static_cast<std::size_t>(d.exponent + 1);
  return d.digits.substr(0, point) + "." + d.digits.substr(point);
}

std::string scientific(const Digits& d) {
  const std::string fraction = d.digits.size() > 1 ? d.digits.substr(1) : "0";
  return d.digits.substr(0, 1) + "." + fraction + "E" + std::to_string(d.exponent);
}

void append_quoted(const std::string& text, std::string& out) {
  out += '\'';
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  out += '\'';
}

void append_nested(const Value& value, std::string& out) {
  if (value.is_string())
    append_quoted(value.as_string(), out);
  else
    out += display_text(value);
}

std::string list_text(const graph::List& list) {
  std::string out = "[";
  for (const Value& item : list) {
    if (out.size() > 1) out += ", ";
    append_nested(item, out);
  }
  return out + "]";
}

std::string map_text(const graph::Map& map) {
  std::string out = "{";
  for (const auto& [key, item] : map) {
    if (out.size() > 1) out += ", ";
    out += key + ": ";
    append_nested(item, out);
  }
  return out + "}";
}

std::string_view without_blanks(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string float_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (value == 0) return std::signbit(value) ? "-0.0" : "0.0";
  const Digits digits = shortest_digits(std::abs(value));
  const std::string magnitude =
      digits.exponent >= -3 && digits.exponent < 7 ? plain(digits) : scientific(digits);
  return value < 0 ? "-" + magnitude : magnitude;
}

std::string display_text(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
      return "null";
    case ValueType::kBoolean:
      return value.as_boolean() ? "true" : "false";
    case ValueType::kInteger:
      return std::to_string(value.as_integer());
    case ValueType::kFloat:
      return float_text(value.as_float());
    case ValueType::kString:
      return value.as_string();
    case ValueType::kList:
      return list_text(value.as_list());
    case ValueType::kMap:
      return map_text(value.as_map());
    case ValueType::kNode:
      return "Node(" + std::to_string(graph::raw(value.as_node())) + ")";
    case ValueType::kRelationship:
      return "Relationship(" + std::to_string(graph::raw(value.as_relationship())) + ")";
    case ValueType::kPath:
      return "Path";
    default:
      return temporal::to_text(value);
  }
}

std::optional<double> read_float(std::string_view text) {
  text = without_blanks(text);
  if (text == "NaN") return std::nan("");
  if (text == "Infinity" || text == "+Infinity") return HUGE_VAL;
  if (text == "-Infinity") return -HUGE_VAL;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.empty() || !(text.back() == '.' || (text.back() >= '0' && text.back() <= '9')))
    return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::strtod(std::string(text).c_str(), nullptr);
  if (error != std::errc{}) return std::nullopt;
  return value;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
  text = without_blanks(text);
  std::string_view digits = text;
  if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc{} && end == digits.data() + digits.size()) return value;
  if (error == std::errc::result_out_of_range) return std::nullopt;
  const std::optional<double> number = read_float(text);
  if (!number || !(std::abs(*number) < 9.2e18)) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += continues_character(c) ? 0 : 1;
  return count;
}

std::size_t character_offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  while (at < text.size() && index > 0) {
    ++at;
    while (at < text.size() && continues_character(text[at])) ++at;
    --index;
  }
  return at;
}

}  // namespace dossier::query
