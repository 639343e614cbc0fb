#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("who was beaten is no part of the score, whatever the parser says",
          "[ingest][extract][score_repair]") {
  const auto [beaten, score] = GENERATE(table<std::string, std::string>({
      {"4 compound", "3-1 3-1 NNP 2 dobj\n"},
      {"2 npadvmod", "2 2 CD 3 nummod\n- - SYM 6 punct\n0 0 CD 4 prep\n"},
      {"2 dobj",
       "7 7 CD 3 nummod I-GPE\n- - , 6 punct I-GPE\n6 6 CD 4 prep I-GPE\n, , , 3 punct\n6-3 6-3 CD 3 "
       "appos\n"},
  }));
  CHECK(statements_of(hand_built("Norway Norway NNP 2 nsubj B-GPE\nbeat beat VBD 0 ROOT\nSweden Sweden NNP " +
                                 beaten + " B-GPE\n" + score),
                      "active") == Texts{"Norway | beat | Sweden"});
}

TEST_CASE("between two names any verb has a score", "[ingest][extract][score_repair]") {
  CHECK(statements_of(hand_built(R"(
Norway   Norway NNP 2 nsubj B-GPE
hammered hammer VBD 0 ROOT
Sweden   Sweden NNP 2 dobj B-GPE
4        4      CD  3 nummod I-GPE
-        -      SYM 2 punct I-GPE
0        0      CD  2 dobj I-GPE
)"),
                      "active") == Texts{"Norway | hammered | Sweden"});
}

TEST_CASE("what only looks like a score stays where it is", "[ingest][extract][score_repair]") {
  const auto [tail, text] = GENERATE(table<std::string, std::string>({
      {"a a DT 5 det\n3-1 3-1 CD 5 nummod\nwin win NN 2 dobj\n", "Norway | celebrated | a 3-1 win"},
      {"children child NNS 2 dobj\naged age VBN 3 acl\n5-10 5-10 CD 4 npadvmod\n",
       "Norway | celebrated | children aged 5-10"},
  }));
  CHECK(statements_of(hand_built("Norway Norway NNP 2 nsubj B-GPE\ncelebrated celebrate VBD 0 ROOT\n" + tail),
                      "active") == Texts{text});
}

TEST_CASE("the two numbers of a score are one", "[ingest][extract][score_repair]") {
  const Document document = hand_built(R"(
Peru Peru NNP 2 nsubj B-GPE
lost lose VBD 0 ROOT
1    1    CD  2 dobj  B-CARDINAL
–    –    SYM 2 punct
2    2    CD  2 dobj  B-CARDINAL
to   to   IN  2 prep
Oslo Oslo NNP 6 pobj  B-GPE
)");
  CHECK(statements_of(document, "active") == Texts{"Peru | lost | 1 – 2 | to Oslo"});
}
