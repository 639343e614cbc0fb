#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what the writer is not sure of, and what hangs on a condition, is not asserted",
          "[ingest][extract][modality]") {
  CHECK(extract(hand_built(R"(
Perhaps perhaps RB 3 advmod
Ana Ana NNP 3 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)"))[0]
            .modality == Modality::kPossible);
  const auto found = extract(hand_built(R"(
If if IN 3 mark
Ana Ana NNP 3 nsubj B-PERSON
wins win VBZ 6 advcl
, , , 6 punct
Norsk Norsk NNP 6 nsubj B-ORG
loses lose VBZ 0 ROOT
money money NN 6 dobj
)"));
  CHECK(std::all_of(found.begin(), found.end(),
                    [](const Extraction& e) { return e.modality == Modality::kConditional; }));
}

TEST_CASE("of what there is not nothing holds", "[ingest][extract][modality]") {
  const auto [determiner, modality] =
      GENERATE(table<std::string, Modality>({{"any", Modality::kPossible}, {"the", Modality::kAsserted}}));
  const auto found =
      extract(hand_built("Oslo Oslo NNP 4 nsubj B-GPE\ndoes do VBZ 4 aux\nnot not RB 4 neg\n"
                         "own own VB 0 ROOT\n" +
                         determiner + " " + determiner + R"( DT 6 det
ships ship NNS 4 dobj
carrying carry VBG 6 acl
oil oil NN 7 dobj
)"));
  const auto carried =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.predicate == "carried"; });
  REQUIRE(carried != found.end());
  CHECK(carried->modality == modality);
}

TEST_CASE("one thing people do is two noun phrases", "[ingest][extract]") {
  CHECK_FALSE(kept_from_graph(hand_built(R"(
one one CD 3 nummod
thing thing NN 3 compound
people person NNS 4 nsubj
remember remember VBP 0 ROOT
Ana Ana NNP 4 dobj B-PERSON
)"))
                  .empty());
}

TEST_CASE("many were, no many was", "[ingest][extract]") {
  const auto [verb, kept] = GENERATE(table<std::string, bool>({{"was", false}, {"were", true}}));
  CHECK(kept_from_graph(hand_built("groups group NNS 3 nsubjpass\n" + verb + R"( be VBD 3 auxpass
stolen steal VBN 0 ROOT
from from IN 3 prep
Ana Ana NNP 4 pobj B-PERSON
)"))
            .empty() == kept);
}

TEST_CASE("a number out of many needs them", "[ingest][extract]") {
  CHECK_FALSE(kept_from_graph(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
tested test VBD 0 ROOT
7 7 CD 2 dobj
out out IN 3 prep
of of IN 4 prep
20 20 CD 5 pobj
)"))
                  .empty());
}
