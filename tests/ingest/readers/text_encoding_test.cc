#include "ingest/readers/text_encoding.h"

#include <catch2/catch.hpp>

using dossier::StatusCode;
using dossier::ingest::decode_text;
using dossier::ingest::utf8_sequence_length;
using namespace std::string_literals;

TEST_CASE("text decodes by mark, validity, declaration and statistics", "[readers][text_encoding]") {
  SECTION("valid UTF-8 stays") {
    const auto decoded = decode_text("Côte d’Ivoire");
    REQUIRE(decoded.ok());
    CHECK(decoded->text == "Côte d’Ivoire");
    CHECK(decoded->replaced == 0);
  }
  SECTION("a byte order mark goes") { CHECK(decode_text("\xEF\xBB\xBFhello")->text == "hello"); }
  SECTION("UTF-16 by mark") {
    CHECK(decode_text("\xFF\xFEh\0\xE9\0"s)->text == "hé");
    CHECK(decode_text("\xFE\xFF\0h\0\xE9"s)->text == "hé");
  }
  SECTION("a declared charset is believed where the bytes are no UTF-8") {
    CHECK(decode_text("caf\xE9 \x93yes\x94", "windows-1252")->text == "café “yes”");
    CHECK(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251")->text == "Привет");
  }
  SECTION("an unknown declared charset is passed over") {
    CHECK(decode_text("caf\xE9", "x-no-such-charset").ok());
  }
  SECTION("undeclared Western text is recognised") {
    const auto decoded =
        decode_text("The caf\xE9 in the H\xF4tel de Ville closed on Monday, the owner said.");
    REQUIRE(decoded.ok());
    CHECK(decoded->text.find("café") != std::string::npos);
  }
}

TEST_CASE("mostly valid UTF-8 keeps its characters and marks the rest", "[readers][text_encoding]") {
  const auto decoded = decode_text("na\xC3\xAFve \xE2\x80\x9Cquote\xE2\x80\x9D cut \xE2\x80");
  REQUIRE(decoded.ok());
  CHECK(decoded->text == "naïve “quote” cut \xEF\xBF\xBD");
  CHECK(decoded->replaced == 1);
}

TEST_CASE("control characters become blanks of the same length", "[readers][text_encoding]") {
  CHECK(decode_text("a\r\nb\rc\x07"
                    "d\te")
            ->text == "a \nb\nc d\te");
}

TEST_CASE("binary data is refused, with the reason", "[readers][text_encoding]") {
  const auto [bytes, reason] = GENERATE(table<std::string, std::string>({
      {"abc\0def"s, "NUL byte at offset 3"},
      {"%PDF-1.7 ...", "a PDF"},
      {"PK\x03\x04zip", "ZIP"},
      {std::string(100, '\x01'), "control characters"},
  }));
  const auto decoded = decode_text(bytes);
  REQUIRE_FALSE(decoded.ok());
  CHECK(decoded.status().code() == StatusCode::kInvalidArgument);
  CHECK(decoded.status().message().find(reason) != std::string::npos);
}

TEST_CASE("every byte string decodes to valid UTF-8 or is refused", "[readers][text_encoding]") {
  std::uint32_t state = GENERATE(1u, 77u, 4242u);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(1 + (state >> 24) % 255);
    }
    const auto decoded = decode_text(bytes);
    if (!decoded.ok()) continue;
    for (std::string_view rest = decoded->text; !rest.empty();) {
      const std::size_t length = utf8_sequence_length(rest);
      REQUIRE(length > 0);
      rest.remove_prefix(length);
    }
  }
}

TEST_CASE("overlong forms, surrogates and values past the last plane are not UTF-8",
          "[readers][text_encoding]") {
  const std::string bytes =
      GENERATE(as<std::string>(), "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88");
  CHECK(utf8_sequence_length(bytes) == 0);
}
