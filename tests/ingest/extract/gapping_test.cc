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

TEST_CASE("what has a phrase of its own is one more object", "[ingest][extract]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
runs run VBZ 0 ROOT
schools school NNS 2 dobj
in in IN 2 prep
Bergen Bergen NNP 4 pobj B-GPE
, , , 5 punct
clinics clinic NNS 5 appos
in in IN 7 prep
Lund Lund NNP 8 pobj B-GPE
)");
  CHECK(statements_of(document, "gapping").empty());
  CHECK(statements_of(document, "active") ==
        Texts{"Norsk | ran | schools in Bergen", "Norsk | ran | clinics in Lund"});
}

TEST_CASE("a noun repeats the verb before it with an object of its own only", "[ingest][extract]") {
  check_statements({
      {"a noun with an object of its own repeats the verb before it",
       "gapping",
       "Norway Norway NNP 2 nsubj B-GPE | won win VBD 0 ROOT | the the DT 4 det | gold gold NN 2 dobj | "
       ", , , 2 punct | Finland Finland NNP 2 advcl B-GPE | the the DT 8 det | silver silver NN 6 dobj | "
       "and and CC 6 cc | Chad Chad NNP 6 conj B-GPE | the the DT 12 det | bronze bronze NN 10 appos",
       {"Finland | won | the silver", "Chad | won | the bronze"}},
      {"a name joined to a thing, before another thing, does what was done to the first",
       "",
       "Holt Holt NNP 2 nsubj B-PERSON | shot shoot VBD 0 ROOT | the the DT 4 det | film film NN 2 dobj | "
       "and and CC 4 cc | Roe Roe NNP 4 conj B-PERSON | the the DT 8 det | play play NN 2 dobj",
       {"Holt | shot | the film", "Roe | shot | the play"}},
      {"a week is nothing that a name did",
       "gapping",
       "Holt Holt NNP 2 nsubj B-PERSON | sold sell VBD 0 ROOT | the the DT 4 det | film film NN 2 dobj | "
       "and and CC 4 cc | Roe Roe NNP 4 conj B-PERSON | the the DT 8 det | week week NN 2 npadvmod",
       {}},
      {"a name joined to a name shares the verb in the ordinary way",
       "gapping",
       "The the DT 2 det | silver silver NN 3 nsubj | went go VBD 0 ROOT | to to IN 3 prep | "
       "Finland Finland NNP 4 pobj B-GPE | and and CC 5 cc | Chad Chad NNP 5 conj B-GPE",
       {}},
  });
}

TEST_CASE("who did the second is no other name of the first", "[ingest][extract][gapping]") {
  const auto [object, text] =
      GENERATE(table<std::string, std::string>({{"goal", "Roe | scored | the second"}, {"king", ""}}));
  const Document document = hand_built(
      "Holt Holt NNP 2 nsubj B-PERSON\nscored score VBD 0 ROOT\nthe the DT 5 det\nfirst first JJ 5 amod "
      "B-ORDINAL\n" +
      object + " " + object +
      " NN 2 dobj\n, , , 5 punct\nRoe Roe NNP 5 appos B-PERSON\nthe the DT 9 det\nsecond second NN 7 appos "
      "B-ORDINAL\n");
  CHECK(statements_of(document, "gapping") == (text.empty() ? Texts{} : Texts{text}));
}
