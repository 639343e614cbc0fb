#include "query/json/json_text.h"

#include <unicode/utf8.h>

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

}  // namespace dossier::query
