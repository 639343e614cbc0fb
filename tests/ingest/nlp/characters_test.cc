#include "ingest/nlp/characters.h"

#include <catch2/catch.hpp>

namespace dossier::ingest::nlp {

TEST_CASE("a shape keeps four of a run", "[ingest][characters]") {
  const auto [word, shape] = GENERATE(table<std::string, std::string>({
      {"Apple", "Xxxxx"},
      {"COVID-19", "XXXX-dd"},
      {"McDonald", "XxXxxxx"},
      {"2021", "dddd"},
      {"123456", "dddd"},
      {"U.S.", "X.X."},
      {"n’t", "x’x"},
      {"......", "...."},
      {"Ürümqi", "Xxxxx"},
      {"x²", "xd"},
      {"Ⅷ", "Ⅷ"},
      {std::string(99, 'a'), "xxxx"},
      {std::string(100, 'a'), "LONG"},
  }));
  CHECK(word_shape(word) == shape);
}

TEST_CASE("lower case is Unicode's full mapping", "[ingest][characters]") {
  const auto [word, lower] = GENERATE(table<std::string, std::string>({
      {"Apple", "apple"},
      {"ÀÉÎ", "àéî"},
      {"ΟΔΟΣ", "οδος"},
      {"İ", "i\xCC\x87"},
      {"STRASSE", "strasse"},
      {"ẞ", "ß"},
  }));
  CHECK(lower_case(word) == lower);
}

TEST_CASE("white space is Python's", "[ingest][characters]") {
  const auto [code, expected] = GENERATE(table<char32_t, bool>({
      {U' ', true},
      {U'\n', true},
      {0x1C, true},
      {0x1B, false},
      {0x85, true},
      {0xA0, true},
      {0x200A, true},
      {0x200B, false},
      {0x3000, true},
      {U'a', false},
  }));
  CHECK(is_space(code) == expected);
}

TEST_CASE("bytes that are in no character become one byte each", "[ingest][characters]") {
  const auto [bytes, valid] = GENERATE(table<std::string, std::string>({
      {"plain é", "plain é"},
      {"a\x80z", "a\x1Az"},
      {"\xC3", "\x1A"},
      {"\xED\xA0\x80", "\x1A\x1A\x1A"},  // a surrogate
      {"\xF5\x80\x80\x80", "\x1A\x1A\x1A\x1A"},
      {"\xE2\x82", "\x1A\x1A"},
      {"\xC0\xAF", "\x1A\x1A"},  // overlong
  }));
  CHECK(valid_utf8(bytes) == valid);
}

TEST_CASE("the last characters are counted in characters", "[ingest][characters]") {
  CHECK(last_characters("München", 3) == "hen");
  CHECK(last_characters("né€", 3) == "né€");
  CHECK(last_characters("aé€", 2) == "é€");
  CHECK(last_characters("a", 3) == "a");
}

}  // namespace dossier::ingest::nlp
