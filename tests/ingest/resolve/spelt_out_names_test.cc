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
