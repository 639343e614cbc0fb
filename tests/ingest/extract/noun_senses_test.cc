#include "ingest/extract/noun_senses.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

TEST_CASE("nouns of one sense, kinds and their kinds are told apart", "[ingest][noun_senses]") {
  const auto between = [](const char* first, const char* second) {
    return relate(senses_of_noun(first), senses_of_noun(second));
  };
  CHECK(between("car", "automobile").same);
  CHECK(between("car", "vehicle").above > 0);
  CHECK(between("car", "vehicle").below == 0);
  CHECK(between("vehicle", "car").below > 0);
  CHECK_FALSE(between("lion", "city").siblings);
  CHECK(between("lion", "tiger").siblings);
  CHECK(between("hong kong", "city").above + between("paris", "city").above > 0);
  CHECK(between("mars", "planet").above > 0);
  CHECK_FALSE(between("car", "treaty").same);
  CHECK(between("car", "treaty").above == 0);
}

TEST_CASE("a word that WordNet lacks has no senses and is related to nothing", "[ingest][noun_senses]") {
  CHECK(senses_of_noun("xyzzyish").own.empty());
  CHECK(relate(senses_of_noun("xyzzyish"), senses_of_noun("city")).above == 0);
}
