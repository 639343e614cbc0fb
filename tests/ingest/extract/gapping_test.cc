#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a verb said once serves the second subject and its preposition", "[ingest][extract]") {
  const Document document = hand_built(R"(
The the DT 2 det
silver silver NN 3 nsubj
went go VBD 0 ROOT
to to IN 3 prep
Finland Finland NNP 4 pobj B-GPE
and and CC 5 cc
the the DT 8 det
bronze bronze NN 5 conj
to to IN 8 prep
Chad Chad NNP 9 pobj B-GPE
)");
  CHECK(statements_of(document, "gapping") == Texts{"the bronze | went | to Chad"});
  CHECK(statements_of(document, "active") == Texts{"The silver | went | to Finland"});
}

TEST_CASE("a noun with an object of its own repeats the verb before it", "[ingest][extract]") {
  const Document document = hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
won win VBD 0 ROOT
the the DT 4 det
gold gold NN 2 dobj
, , , 2 punct
Finland Finland NNP 2 advcl B-GPE
the the DT 8 det
silver silver NN 6 dobj
and and CC 6 cc
Chad Chad NNP 6 conj B-GPE
the the DT 12 det
bronze bronze NN 10 appos
)");
  CHECK(statements_of(document, "gapping") == Texts{"Finland | won | the silver", "Chad | won | the bronze"});
}

TEST_CASE("a name joined to a name shares the verb in the ordinary way", "[ingest][extract]") {
  const Document document = hand_built(R"(
The the DT 2 det
silver silver NN 3 nsubj
went go VBD 0 ROOT
to to IN 3 prep
Finland Finland NNP 4 pobj B-GPE
and and CC 5 cc
Chad Chad NNP 5 conj B-GPE
)");
  CHECK(statements_of(document, "gapping").empty());
}
