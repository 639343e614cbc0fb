#include "query/grammar/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace dossier::query::grammar {

Character decode_character(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[position]);
  if (first < 0x80) return {first, 1};
  std::int32_t offset = 0;
  const auto length = static_cast<std::int32_t>(text.size() - position < 4 ? text.size() - position : 4);
  UChar32 code = 0;
  U8_NEXT(text.data() + position, offset, length, code);
  if (code < 0) return {};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(offset)};
}

bool is_identifier_start(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_';
  const auto c = static_cast<UChar32>(code);
  return u_hasBinaryProperty(c, UCHAR_ID_START) || u_charType(c) == U_CONNECTOR_PUNCTUATION;
}

bool is_identifier_part(char32_t code) {
  if (code < 0x80) return is_identifier_start(code) || (code >= '0' && code <= '9') || code == '$';
  const auto c = static_cast<UChar32>(code);
  return u_hasBinaryProperty(c, UCHAR_ID_CONTINUE) || u_charType(c) == U_CURRENCY_SYMBOL;
}

bool is_blank(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  return u_isUWhiteSpace(static_cast<UChar32>(code)) || code == 0x180e;
}

bool may_stand_in_query(char32_t code) {
  if (code < 0x80) return code > 0x20 && code < 0x7f;
  return is_identifier_part(code);
}

}  // namespace dossier::query::grammar
