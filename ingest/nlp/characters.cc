#include "ingest/nlp/characters.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kLongWord = 100;
constexpr std::size_t kLongestRun = 4;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_digit(char32_t code) {
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

// What stands for a character in a shape; 0 for itself.
char shape_of(char32_t code) {
  if (code < 0x80) {
    if (code >= 'a' && code <= 'z') return 'x';
    if (code >= 'A' && code <= 'Z') return 'X';
    return code >= '0' && code <= '9' ? 'd' : '\0';
  }
  if (is_alphabetic(code)) return u_isUUppercase(static_cast<UChar32>(code)) != 0 ? 'X' : 'x';
  return is_digit(code) ? 'd' : '\0';
}

}  // namespace

Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

std::string_view last_characters(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x1F);
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool is_alphabetic(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_L_MASK) != 0;
}

bool is_all_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = first_character(text.substr(at));
    if (!is_space(c.code)) return false;
    at += c.size;
  }
  return !text.empty();
}

bool is_all_alphabetic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = first_character(text.substr(at));
    if (!is_alphabetic(c.code)) return false;
    at += c.size;
  }
  return !text.empty();
}

std::string lower_case(std::string_view text) {
  std::string lower;
  if (is_ascii(text)) {
    lower = text;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return lower;
  }
  icu::StringByteSink<std::string> sink(&lower);
  UErrorCode error = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                            nullptr, error);
  return U_SUCCESS(error) ? lower : std::string(text);
}

std::string word_shape(std::string_view text) {
  if (text.size() >= kLongWord && character_count(text) >= kLongWord) return "LONG";
  std::string shape;
  char32_t last = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = first_character(text.substr(at));
    const char mapped = shape_of(c.code);
    const char32_t symbol = mapped != '\0' ? static_cast<char32_t>(mapped) : c.code;
    run = symbol == last && at > 0 ? run + 1 : 1;
    last = symbol;
    if (run <= kLongestRun) shape += mapped != '\0' ? std::string_view(&mapped, 1) : text.substr(at, c.size);
    at += c.size;
  }
  return shape;
}

std::string valid_utf8(std::string_view text) {
  std::string valid(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    if (code < 0) std::fill(valid.begin() + begin, valid.begin() + at, '\x1A');
  }
  return valid;
}

}  // namespace dossier::ingest::nlp
