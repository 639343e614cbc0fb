#include "ingest/resolve/spelt_out_names.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("an acronym in brackets spells the name before it", "[ingest][spelt_out_names]") {
  check_referents({
      {"the acronym in brackets tells where the name before it begins",
       "Rail rail NN 7 nsubj | for for IN 1 prep | Oslo Oslo NNP 2 pobj B-GPE | ( ( -LRB- 1 punct | "
       "RfO RfO NNP 1 appos B-ORG | ) ) -RRB- 1 punct | told tell VBD 0 ROOT | Ana Ana NNP 7 dobj B-PERSON",
       {{"Rail", "Rail for Oslo"}, {"RfO", "Rail for Oslo"}}},
      {"an acronym that leaves a capital over spells nothing",
       "Rail rail NN 8 nsubj | for for IN 1 prep | South South NNP 4 compound B-GPE | "
       "Oslo Oslo NNP 2 pobj I-GPE | ( ( -LRB- 1 punct | RfO RfO NNP 1 appos B-ORG | ) ) -RRB- 1 punct | "
       "told tell VBD 0 ROOT | Ana Ana NNP 8 dobj B-PERSON",
       {{"RfO", "RfO"}}},
  });
}

TEST_CASE("an acronym is known by the words beside it", "[ingest][spelt_out_names]") {
  const auto [rows, acronym, words] = GENERATE(table<std::string, std::uint32_t, std::string>({
      {"ZRM ZRM NNP 7 nsubj B-ORG\n( ( -LRB- 1 punct\nzinc zinc NN 5 compound\nrights right NNS 5 compound\n"
       "management management NN 1 appos\n) ) -RRB- 1 punct\nfell fall VBD 0 ROOT\n",
       0, "zinc rights management"},
      {"Zinc zinc NN 3 compound\nzinc zinc NN 3 compound\nrights right NNS 7 nsubj\n( ( -LRB- 3 punct\n"
       "ZR ZR NNP 3 appos B-ORG\n) ) -RRB- 3 punct\nfell fall VBD 0 ROOT\n",
       4, ""},
      {"some some DT 4 det\nzinc zinc NN 4 compound\nrights right NNS 4 compound\nmanagement management NN 8 "
       "nsubj\n"
       "( ( -LRB- 4 punct\nZRM ZRM NNP 4 appos B-ORG\n) ) -RRB- 4 punct\nfell fall VBD 0 ROOT\n",
       5, "zinc rights management"},
      {"ZRM ZRM NNP 6 nsubj B-ORG\n( ( -LRB- 1 punct\nzinc zinc NN 4 compound\nrights right NNS 1 appos\n"
       ") ) -RRB- 1 punct\nfell fall VBD 0 ROOT\n",
       0, ""},
  }));
  const Document document = hand_built(rows);
  CHECK(spelt_beside(DocumentTree(document), {acronym, acronym + 1}) == words);
}
