#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

namespace {

// The names of those whom a noun takes up, joined by " + ".
std::string members_of(std::string_view rows, std::string_view word) {
  const Resolved text(rows);
  const Entity* entity = entity_of(text.document, text.resolution, word);
  std::string names;
  for (const std::uint32_t member : entity ? entity->members : std::vector<std::uint32_t>{})
    names += (names.empty() ? "" : " + ") + text.resolution.entities[member].name;
  return names;
}

}  // namespace

TEST_CASE("the two companies are who stood together before", "[ingest][pairs]") {
  const auto [rows, word, members] = GENERATE(table<std::string, std::string, std::string>({
      {"Norsk Norsk NNP 2 nsubj B-ORG | agreed agree VBD 9 ccomp | to to TO 4 aux | buy buy VB 2 xcomp | "
       "Lervik Lervik NNP 4 dobj B-ORG | , , , 9 punct | the the DT 8 det | companies company NNS 9 nsubj | "
       "said say VBD 0 ROOT",
       "companies", "Norsk + Lervik"},
      {"Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | Lervik Lervik NNP 2 dobj B-ORG | | "
       "Rain rain NN 2 nsubj | fell fall VBD 0 ROOT | | "
       "Clerks clerk NNS 4 nsubj | at at IN 1 prep | Brevik Brevik NNP 2 pobj B-ORG | said say VBD 0 ROOT | "
       "the the DT 7 det | two two CD 7 nummod | companies company NNS 8 nsubj | talked talk VBD 4 ccomp",
       "companies", "Norsk + Lervik"},
      {"Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | Lervik Lervik NNP 2 dobj B-ORG | | "
       "The the DT 3 det | two two CD 3 nummod | carmakers carmaker NNS 4 nsubj | talked talk VBD 0 ROOT",
       "carmakers", "Norsk + Lervik"},
      {"According accord VBG 9 prep | to to IN 1 prep | Norpress Norpress NNP 2 pobj B-ORG | , , , 9 punct | "
       "the the DT 6 det | Norsk Norsk NNP 7 compound B-ORG | vote vote NN 9 nsubj | is be VBZ 9 aux | "
       "starting start VBG 0 ROOT | when when WRB 13 advmod | both both DT 12 det | parties party NNS 13 "
       "nsubj | "
       "meet meet VBP 9 advcl",
       "parties", ""},
      {"Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | Lervik Lervik NNP 2 dobj B-ORG | | "
       "Some some DT 2 det | companies company NNS 3 nsubj | left leave VBD 0 ROOT | | "
       "The the DT 2 det | companies company NNS 3 nsubj | closed close VBD 0 ROOT",
       "The", ""},
  }));
  CHECK(members_of(rows, word) == members);
}

TEST_CASE("the couple are who are married to each other", "[ingest][group_clusters]") {
  CHECK(members_of("Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | is be VBZ 0 ROOT | "
                   "married married JJ 3 acomp | to to IN 4 prep | Erik Erik NNP 7 compound B-PERSON | "
                   "Dahl Dahl NNP 5 pobj I-PERSON | | "
                   "The the DT 2 det | couple couple NN 3 nsubj | live live VBP 0 ROOT",
                   "couple") == "Ana Roe + Erik Dahl");
}
