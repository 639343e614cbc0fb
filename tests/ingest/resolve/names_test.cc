#include "ingest/resolve/names.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

TEST_CASE("a clean name has no article, quotes, possessive or trailing punctuation", "[ingest][names]") {
  const auto [text, name] =
      GENERATE(table<const char*, const char*>({{"the Kremlin", "Kremlin"},
                                                {"Xi's", "Xi"},
                                                {"Xi’s", "Xi"},
                                                {"“Better Idea”", "Better Idea"},
                                                {"Hau Lung - bin", "Hau Lung-bin"},
                                                {"The  Straits\nTimes,", "Straits Times"},
                                                {"U.S.", "U.S."},
                                                {"Washington D.C.", "Washington D.C."},
                                                {"'the'", "the"}}));
  CHECK(clean_name(text) == name);
}

TEST_CASE("spellings of one name have one key", "[ingest][names]") {
  CHECK(name_key("Kim Jong-un") == name_key("Kim Jong Un"));
  CHECK(name_key("U.N.") == name_key("UN"));
  CHECK(name_key("Wang Yi") != name_key("Wang Yiwei"));
}

TEST_CASE("an acronym has the initials of the name, small words counted or not", "[ingest][names]") {
  CHECK(is_acronym_of("KCNA", "Korean Central News Agency"));
  CHECK(is_acronym_of("UAAR", "Union of Atheists and Agnostics Rationalists"));
  CHECK(is_acronym_of("M5S", "Movimento 5 Stelle"));
  CHECK(is_acronym_of("IDA", "International Dark-Sky Association"));
  CHECK_FALSE(is_acronym_of("NASA", "National Museum"));
  CHECK_FALSE(is_acronym_of("A", "Anonymous"));
}

TEST_CASE("marks alone name nothing, letters of any script do", "[ingest][names]") {
  CHECK_FALSE(has_letter_or_digit(""));
  CHECK_FALSE(has_letter_or_digit("= -- \u2019"));
  CHECK(has_letter_or_digit("\u7b97\u76e4"));
  CHECK(has_letter_or_digit("'7'"));
}

TEST_CASE("accents do not part two spellings; an editor's brackets are no part of a name",
          "[ingest][names]") {
  CHECK(name_key("Erdoğan") == name_key("Erdogan"));
  CHECK(name_key("José") == name_key("Jose"));
  CHECK(clean_name("[Bashir al] Assad") == "Bashir al Assad");
}

TEST_CASE("initials have one key, spaced or not", "[ingest][names]") {
  CHECK(name_key("J. K. Rowling") == name_key("J.K. Rowling"));
  CHECK(name_key("Michael B. Jordan") == "michael b jordan");
  CHECK(name_key("U.S. Navy") == "us navy");
}

TEST_CASE("spellings of one name sound alike, two names do not", "[ingest][names]") {
  CHECK(sound_key("Sergei Lavrov") == sound_key("Sergey Lavrov"));
  CHECK(sound_key("Aleksei Navalny") == sound_key("Alexey Navalnyy"));
  CHECK(sound_key("Volodymyr Zelensky") == sound_key("Volodymyr Zelenskiy"));
  CHECK_FALSE(sound_key("Maria Silva") == sound_key("Mario Silva"));
}
