#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what something followed has happened", "[ingest][extract][lone_events]") {
  const auto [noun, predicate] =
      GENERATE(table<std::string, std::string>({{"death", "died"},
                                                {"resignation", "resigned"},
                                                {"arrest", "was arrested"},
                                                {"impeachment", "was impeached"}}));
  CHECK(says(hand_built("After after IN 7 prep\nthe the DT 3 det\n" + noun + " " + noun + R"( NN 1 pobj
of of IN 3 prep
Ana Ana NNP 4 pobj B-PERSON
Ida Ida NNP 7 nsubj B-PERSON
left leave VBD 0 ROOT
)"),
             "Ana | " + predicate));
}

TEST_CASE("what somebody mourned has happened, what he wanted has not", "[ingest][extract][lone_events]") {
  const auto [verb, told] = GENERATE(table<std::string, bool>({{"condemned condemn", true},
                                                               {"confirmed confirm", true},
                                                               {"demanded demand", false},
                                                               {"blocked block", false}}));
  CHECK(says(hand_built("Ida Ida NNP 2 nsubj B-PERSON\n" + verb + R"( VBD 0 ROOT
the the DT 4 det
arrest arrest NN 2 dobj
of of IN 4 prep
Ana Ana NNP 5 pobj B-PERSON
)"),
             "Ana | was arrested") == told);
}

TEST_CASE("who is elected as something is its subject", "[ingest][extract][lone_events]") {
  const auto [adjective, told] = GENERATE(table<std::string, bool>({{"sudden", true}, {"possible", false}}));
  CHECK(says(hand_built("Ana Ana NNP 4 poss B-PERSON\n's 's POS 1 case\n" + adjective + " " + adjective +
                        R"( JJ 4 amod
election election NN 7 nsubj
as as IN 4 prep
mayor mayor NN 5 pobj
shocked shock VBD 0 ROOT
Oslo Oslo NNP 7 dobj B-GPE
)"),
             "Ana | was elected | as mayor") == told);
}

TEST_CASE("whose resignation is announced may yet resign", "[ingest][extract][lone_events]") {
  CHECK_FALSE(says(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
announced announce VBD 0 ROOT
her her PRP$ 4 poss
resignation resignation NN 2 dobj
)"),
                   "her | resigned"));
}

TEST_CASE("who is arrested on charges or on a day was arrested", "[ingest][extract][lone_events]") {
  const auto [noun, rest, text] = GENERATE(table<std::string, std::string, std::string>(
      {{"arrest", "fraud fraud NN 6 compound\ncharges charge NNS 4 pobj\n",
        "Ana | was arrested | on fraud charges"},
       {"arrest", "Monday Monday NNP 4 pobj B-DATE\n, , , 3 punct\n", "Ana | was arrested | on Monday"}}));
  const Document document = hand_built("Ana Ana NNP 3 poss B-PERSON\n's 's POS 1 case\n" + noun + " " + noun +
                                       " NN 7 nsubj\non on IN 3 prep\n" + rest +
                                       "angered anger VBD 0 ROOT\nIda Ida NNP 7 dobj B-PERSON\n");
  CHECK(says(document, text));
  for (const std::string& told : statements_of(document, "nominal_event"))
    CHECK(told.find("Ana | arrested") == told.npos);
}
