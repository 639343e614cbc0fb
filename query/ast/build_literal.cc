#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "query/ast/tree_builder.h"

namespace dossier::query::ast {
namespace {

/// The digits of "0x1F", "0o17" or "15" and their base.
std::pair<std::string_view, int> digits_of(std::string_view text) {
  if (text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == 'x') return {text.substr(2), 16};
  if (text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == 'o') return {text.substr(2), 8};
  return {text, 10};
}

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  }
}

bool is_surrogate(std::uint32_t code) { return code >= 0xd800 && code < 0xe000; }

/// The number that `digits` hexadecimal digits at `at` make; false where they are not all there.
bool read_hex(std::string_view text, std::size_t at, std::size_t digits, std::uint32_t& code) {
  if (at + digits > text.size()) return false;
  const char* end = text.data() + at + digits;
  const auto [stop, error] = std::from_chars(text.data() + at, end, code, 16);
  return error == std::errc() && stop == end;
}

}  // namespace

ExpressionPtr TreeBuilder::literal(Node node, graph::Value value) {
  return make(LiteralExpression{std::move(value)}, span(node));
}

ExpressionPtr TreeBuilder::integer(Node node, bool negative, std::size_t begin) {
  const auto [digits, base] = digits_of(text(node));
  std::uint64_t magnitude = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
  const std::uint64_t limit = std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1 : 0);
  if (error == std::errc::result_out_of_range || magnitude > limit) {
    fail({begin, node.end()}, "IntegerOverflow",
         "this integer is too large: expected one from -9223372036854775808 to 9223372036854775807");
  }
  const auto value = static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
  return make(LiteralExpression{graph::Value(value)}, {begin, node.end()});
}

std::int64_t TreeBuilder::range_bound(Node node) {
  const ExpressionPtr bound = integer(node, false, node.begin());
  return std::get<LiteralExpression>(bound->node).value.as_integer();
}

ExpressionPtr TreeBuilder::floating(Node node) {
  const std::string digits(text(node));
  double value = 0;
  const char* begin = digits.data();
  const auto [stop, error] = std::from_chars(begin, begin + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    value = std::strtod(begin, nullptr);  // tells too large from too small
    if (std::isinf(value)) {
      fail(span(node), "FloatingPointOverflow",
           "this number is too large: expected one up to 1.7976931348623157e308");
    }
  }
  return literal(node, graph::Value(value));
}

std::string TreeBuilder::string_text(Node node) {
  std::string out;
  const std::size_t end = node.end() - 1;  // the closing quote
  for (std::size_t at = node.begin() + 1; at < end;) {
    if (text_[at] == '\\') {
      append_escape(out, at, end);
    } else {
      out += text_[at++];
    }
  }
  return out;
}

void TreeBuilder::append_escape(std::string& out, std::size_t& at, std::size_t end) {
  const char letter = text_[at + 1];
  switch (letter) {
    case '\\':
    case '\'':
    case '"':
    case '`':
    case '/':
      out += letter;
      break;
    case 'b':
    case 'B':
      out += '\b';
      break;
    case 'f':
    case 'F':
      out += '\f';
      break;
    case 'n':
    case 'N':
      out += '\n';
      break;
    case 'r':
    case 'R':
      out += '\r';
      break;
    case 't':
    case 'T':
      out += '\t';
      break;
    case 'u':
    case 'U':
      if (append_code_point(out, at, end)) return;
      fail({at, std::min(at + (letter == 'u' ? 6 : 10), end)}, "InvalidUnicodeLiteral",
           letter == 'u' ? "expected four hexadecimal digits after \\u"
                         : "expected eight hexadecimal digits after \\U");
      break;
    default:
      fail({at, at + 2}, "UnexpectedSyntax", std::string("there is no escape \\") + letter,
           "write \\\\ for one backslash");
  }
  at += 2;
}

bool TreeBuilder::append_code_point(std::string& out, std::size_t& at, std::size_t end) {
  const std::string_view inside = text_.substr(0, end);
  const std::size_t digits = text_[at + 1] == 'u' ? 4 : 8;
  std::uint32_t code = 0;
  if (!read_hex(inside, at + 2, digits, code)) return false;
  std::size_t next = at + 2 + digits;
  std::uint32_t low = 0;
  const bool high_first = code >= 0xd800 && code < 0xdc00;
  if (high_first && inside.substr(next, 2) == "\\u" && read_hex(inside, next + 2, 4, low) && low >= 0xdc00 &&
      low < 0xe000) {  // a surrogate pair
    code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    next += 6;
  }
  if (is_surrogate(code) || code > 0x10ffff) return false;
  append_utf8(out, code);
  at = next;
  return true;
}

/// A variable, parameter, label, type or key, without '$' and backticks.
std::string TreeBuilder::name(Node node) {
  std::string_view written = text(node);
  if (!written.empty() && written[0] == '$') written.remove_prefix(1);
  if (written.empty() || written[0] != '`') return std::string(written);
  written = written.substr(1, written.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    out += written[i];
    if (written[i] == '`') ++i;  // two stand for one
  }
  return out;
}

std::string TreeBuilder::dotted_name(Node node) {
  std::string out;
  for (const Node part : node.children()) {
    if (!out.empty()) out += '.';
    out += name(part);
  }
  return out;
}

}  // namespace dossier::query::ast
