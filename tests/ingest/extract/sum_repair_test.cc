#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("who gets or pays a sum is no part of it", "[ingest][extract][sum_repair]") {
  const auto [verb, whom, apart] = GENERATE(table<std::string, std::string, bool>({
      {"gave give", "the the DT 7 det\nbank bank NN 7 nmod\n", true},
      {"fined fine", "the the DT 7 det\nbank bank NN 7 nmod\n", true},
      {"paid pay", "a a DT 7 det\nrecord record NN 7 nmod\n", false},
      {"joined join", "the the DT 7 det\nChannel Channel NNP 7 nmod\n", false},
  }));
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + verb + " VBD 0 ROOT\n" + whom +
                 "5 5 CD 6 compound B-CARDINAL\nmillion million CD 7 nummod I-CARDINAL\n"
                 "euros euro NNS 2 dobj\n");
  const DocumentTree tree(document);
  CHECK((tree.token(3).head == 1) == apart);
  CHECK((tree.token(2).head == 3) == apart);
}

TEST_CASE("from one amount to another are two amounts", "[ingest][extract][sum_repair]") {
  const auto [link, apart] = GENERATE(table<std::string, bool>({{"from", true}, {"of", false}}));
  const Document document =
      hand_built("Rates rate NNS 2 nsubj\nfell fall VBD 0 ROOT\n" + link + ' ' + link + R"( IN 2 prep
7 7 CD 7 quantmod B-PERCENT
% % NN 7 quantmod I-PERCENT
to to TO 7 quantmod I-PERCENT
5 5 CD 8 nummod I-PERCENT
% % NN 3 pobj I-PERCENT
)");
  const DocumentTree tree(document);
  CHECK((tree.token(4).head == 2 && tree.token(3).head == 4) == apart);
  CHECK((tree.token(5).head == 1 && tree.token(7).head == 5) == apart);
}

TEST_CASE("each of two sums keeps its currency", "[ingest][extract][sum_repair]") {
  const Document document = hand_built(R"(Sales sale NNS 2 nsubj
rose rise VBD 0 ROOT
from from IN 2 prep
$ $ $ 6 quantmod B-MONEY
3 3 CD 6 compound I-MONEY
million million CD 10 quantmod I-MONEY
to to TO 10 quantmod I-MONEY
$ $ $ 10 quantmod I-MONEY
4 4 CD 10 compound I-MONEY
million million CD 3 pobj I-MONEY
)");
  const DocumentTree tree(document);
  CHECK(tree.token(5).head == 2);
  CHECK(tree.token(3).head == 5);
  CHECK(tree.token(6).head == 1);
  CHECK(tree.token(9).head == 6);
}

TEST_CASE("months in advance are no object", "[ingest][extract][sum_repair]") {
  const auto [next, object] =
      GENERATE(table<std::string, bool>({{"advance advance NN", false}, {"Oslo Oslo NNP", true}}));
  const Document document = hand_built(
      "Boats boat NNS 3 nsubjpass\nwere be VBD 3 auxpass\nbooked book VBN 0 ROOT\n"
      "months month NNS 3 dobj B-DATE\nin in IN 3 prep\n" +
      next + " 5 pobj\n");
  CHECK((DocumentTree(document).token(3).deprel == Deprel::kDobj) == object);
}

TEST_CASE("a number of years ago is no object", "[ingest][extract][sum_repair]") {
  CHECK(any_begins(statements_of(hand_built(R"(
Ida Ida NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
brought bring VBN 0 ROOT
to to IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
a a DT 7 det
number number NN 3 dobj
of of IN 7 prep
years year NNS 10 npadvmod B-DATE
ago ago RB 8 pcomp I-DATE
by by IN 7 prep
Ana Ana NNP 11 pobj B-PERSON
)")),
                   "Ana | brought | Ida"));
}
