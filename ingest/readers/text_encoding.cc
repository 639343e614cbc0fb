// Order of evidence: a byte order mark is certain; text that is valid UTF-8 and not plain ASCII is UTF-8 beyond doubt;
// only then count what the page declares and what its byte statistics suggest (uchardet). A text that is UTF-8 but for a
// few bytes (cut in the middle of a character, or mixed by hand) stays UTF-8, with U+FFFD for what is invalid: one
// replacement for each maximal subpart, as Unicode 15 chapter 3.9 and the WHATWG encoding standard have it.
// Tests: tests/ingest/readers/text_encoding_test.cc.

#include "ingest/readers/text_encoding.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <optional>

#include "dossier/status_macros.h"

namespace dossier::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array<Mark, 5> kMarks = {{{std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
                                         {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
                                         {std::string_view("\xFE\xFF", 2), "UTF-16BE"}}};

struct Signature {
  std::string_view bytes;
  const char* what;
};
constexpr std::array<Signature, 5> kSignatures = {{{"%PDF-", "a PDF"},
                                                   {"PK\x03\x04", "a ZIP archive or office document"},
                                                   {"{\\rtf", "RTF"},
                                                   {"\x89PNG", "a PNG image"},
                                                   {"\xFF\xD8\xFF", "a JPEG image"}}};

bool is_blanked_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F; }

/// The allowed range of a sequence's second byte, which rules out overlong forms, surrogates and values past U+10FFFF.
std::pair<unsigned char, unsigned char> second_byte_range(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

std::size_t expected_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Bytes of the longest prefix of a well-formed sequence, at least 1.
std::size_t maximal_subpart(std::string_view bytes) {
  const std::size_t expected = expected_length(static_cast<unsigned char>(bytes[0]));
  std::size_t length = 1;
  while (length < expected && length < bytes.size()) {
    const auto [low, high] = length == 1 ? second_byte_range(static_cast<unsigned char>(bytes[0]))
                                         : std::pair<unsigned char, unsigned char>{0x80, 0xBF};
    const auto byte = static_cast<unsigned char>(bytes[length]);
    if (byte < low || byte > high) break;
    ++length;
  }
  return length;
}

struct Utf8Census {
  std::size_t multibyte = 0, invalid = 0, controls = 0;
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      census.controls += is_blanked_control(byte) && byte != '\r' && byte != '\f' && byte != '\v';
      ++i;
      continue;
    }
    const std::size_t length = utf8_sequence_length(bytes.substr(i));
    census.multibyte += length > 0;
    census.invalid += length == 0;
    i += length > 0 ? length : maximal_subpart(bytes.substr(i));
  }
  return census;
}

void blank_controls(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
      text[i] = '\n';
    } else if (is_blanked_control(byte)) {
      text[i] = ' ';
    }
  }
}

DecodedText repair_utf8(std::string_view bytes) {
  DecodedText decoded{.text = {}, .charset = "UTF-8"};
  decoded.text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes.substr(i));
    if (length > 0) {
      decoded.text.append(bytes.substr(i, length));
      i += length;
    } else {
      decoded.text.append(kReplacement);
      ++decoded.replaced;
      i += maximal_subpart(bytes.substr(i));
    }
  }
  return decoded;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != text.npos; at = text.find(kReplacement, at + 3))
    ++count;
  return count;
}

std::optional<DecodedText> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &error),
                                                                     &ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  const icu::UnicodeString unicode(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                   error);
  if (U_FAILURE(error)) return std::nullopt;
  DecodedText decoded{.text = {}, .charset = charset};
  unicode.toUTF8String(decoded.text);
  decoded.replaced = count_replacements(decoded.text);
  return decoded;
}

std::string guess_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  constexpr std::size_t kEnough = std::size_t{1} << 20;
  if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough)) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

Status refuse_binary(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) {
      return invalid_argument(std::string("this is ") + signature.what +
                              ", not text; convert it to text first");
    }
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != bytes.npos) {
    return invalid_argument("binary data: a NUL byte at offset " + std::to_string(nul) + "; expected text");
  }
  return Status();
}

DecodedText decode_legacy(std::string_view bytes, std::string_view declared) {
  for (const std::string& charset :
       {std::string(declared), guess_charset(bytes), std::string("windows-1252")}) {
    if (charset.empty() || charset == "UTF-8" || charset == "utf-8") continue;
    if (std::optional<DecodedText> decoded = convert(bytes, charset)) return *std::move(decoded);
  }
  return repair_utf8(bytes);
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const std::size_t expected = expected_length(static_cast<unsigned char>(bytes[0]));
  return expected != 0 && maximal_subpart(bytes) == expected ? expected : 0;
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.size() > std::size_t{0x7FFFFFFF}) return invalid_argument("a text of more than 2 GiB");
  DecodedText decoded;
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view body = bytes.substr(mark.bytes.size());
    if (std::string_view(mark.charset) == "UTF-8") {
      DOSSIER_RETURN_IF_ERROR(refuse_binary(body));
      decoded = repair_utf8(body);
    } else if (auto converted = convert(body, mark.charset)) {
      decoded = *std::move(converted);
    }
    blank_controls(decoded.text);
    return decoded;
  }
  DOSSIER_RETURN_IF_ERROR(refuse_binary(bytes));
  const Utf8Census census = take_census(bytes);
  if (census.controls > 8 && census.controls * 20 > bytes.size()) {
    return invalid_argument("binary data: " + std::to_string(census.controls) +
                            " control characters; expected text");
  }
  const bool is_utf8 = census.invalid == 0 || census.multibyte > census.invalid;
  decoded = is_utf8 ? repair_utf8(bytes) : decode_legacy(bytes, declared);
  blank_controls(decoded.text);
  return decoded;
}

}  // namespace dossier::ingest
