#include "graph/names.h"

#include <catch2/catch.hpp>

using namespace dossier::graph;

TEST_CASE("spellings of one name have one form", "[graph][names]") {
  const auto [written, form] = GENERATE(table<std::string, std::string>({
      {"Xi Jinping", "xi jinping"},
      {"XI  JINPING", "xi jinping"},
      {"Xi Jinping's", "xi jinping"},
      {"Xi’s", "xi"},
      {"“Xi”", "xi"},
      {"Emmanuel Macron,", "emmanuel macron"},
      {"Élysée", "elysee"},
      {"E\xcc\x81lys\xc3\xa9"
       "e",
       "elysee"},
      {"Straße", "strasse"},
      {"the United States", "united states"},
      {"U.S.", "us"},
      {"Jean-Claude", "jean claude"},
      {"AT&T", "at&t"},
      {"1.5 hours", "1.5 hours"},
      {"leaders'", "leaders"},
      {"The", "the"},
      {"北京", "北京"},
      {"Москва́", "москва"},
      {"!", "!"},
      {"", ""},
      {"O'Neill", "oneill"},
      {"it's", "it"},
  }));
  CHECK(normalise_name(written) == form);
}

TEST_CASE("titles go while a word is left", "[graph][names]") {
  const auto [form, bare] = GENERATE(table<std::string, std::string>({
      {"president xi", "xi"},
      {"prime minister keir starmer", "keir starmer"},
      {"president", "president"},
      {"former us president barack obama", "barack obama"},
      {"mr", "mr"},
      {"xi president", "xi president"},
  }));
  CHECK(without_titles(form) == bare);
}
