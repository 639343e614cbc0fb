#include "query/json/json_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>

namespace dossier::query {
namespace {

void append_control(unsigned char c, std::string& out) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  char escape[8];
  std::snprintf(escape, sizeof escape, "\\u%04x", c);
  out += escape;
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::uint8_t c = bytes[at];
    if (c >= 0x80) {
      const std::int64_t begin = at;
      UChar32 character = 0;
      U8_NEXT(bytes, at, size, character);
      if (character < 0)
        out += "\xEF\xBF\xBD";
      else
        out.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    if (c < 0x20)
      append_control(c, out);
    else
      out += static_cast<char>(c);
    ++at;
  }
  out += '"';
}

Status check_integers(std::string_view json) {
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '"') {
      for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
      ++at;
      continue;
    }
    const std::size_t end = std::min(json.find_first_not_of("+-.0123456789eE", at), json.size());
    if (end == at || (json[at] != '-' && (json[at] < '0' || json[at] > '9'))) {
      ++at;
      continue;
    }
    const std::string_view number = json.substr(at, end - at);
    std::int64_t value = 0;
    const bool whole = number.find_first_of(".eE") == std::string_view::npos;
    if (whole && std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc()) {
      return Status(StatusCode::kUnsupported,
                    "JSON: " + std::string(number) + " at character " + std::to_string(at + 1) +
                        " does not fit into 64 bits, expected an integer from -9223372036854775808 to "
                        "9223372036854775807, a float such as 1e20, or a string");
    }
    at = end;
  }
  return {};
}

}  // namespace dossier::query
