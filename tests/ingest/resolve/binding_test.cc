#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("grammar tells whom a pronoun cannot mean", "[ingest][pronouns]") {
  check_referents({
      {"who expects it to fall does not fall",
       "Oslo Oslo NNP 2 nsubj B-GPE | expects expect VBZ 0 ROOT | it it PRP 5 nsubj | to to TO 5 aux | "
       "fall fall VB 2 ccomp",
       {{"it", ""}}},
      {"who expects her to leave stays",
       "Ana Ana NNP 2 nsubj B-PERSON | expects expect VBZ 0 ROOT | her she PRP 5 nsubj | to to TO 5 aux | "
       "leave leave VB 2 ccomp",
       {{"her", ""}}},
      {"what may fall is the subject of its clause",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | it it PRP 5 nsubj | may may MD 5 aux | "
       "fall fall VB 2 ccomp",
       {{"it", "Norsk"}}},
      {"whom it told to pay is another",
       "Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 0 ROOT | | "
       "It it PRP 2 nsubj | told tell VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | to to TO 5 aux | "
       "pay pay VB 2 xcomp",
       {{"It", ""}}},
      {"whose hut she sold is another",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "She she PRP 2 nsubj | sold sell VBD 0 ROOT | Ana Ana NNP 5 poss B-PERSON | 's 's POS 3 case | "
       "hut hut NN 2 dobj",
       {{"She", ""}}},
      {"what is joined to a clause may name her again",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "She she PRP 2 nsubj | ran run VBD 0 ROOT | and and CC 2 cc | Ana Ana NNP 5 nsubj B-PERSON | "
       "won win VBD 2 conj",
       {{"She", "Ana"}}},
  });
}

TEST_CASE("both are the only two who were named together", "[ingest][pronouns]") {
  const Resolved one(
      "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | lost lose VBD 0 ROOT | "
      "| "
      "Both both DT 2 nsubj | appealed appeal VBD 0 ROOT");
  const Entity* both = entity_of(one.document, one.resolution, "Both");
  REQUIRE(both != nullptr);
  CHECK(both->members.size() == 2);
  const Resolved two(
      "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | met meet VBD 0 ROOT | "
      "Ole Ole NNP 4 dobj B-PERSON | and and CC 5 cc | Per Per NNP 5 conj B-PERSON | | "
      "Both both DT 2 nsubj | appealed appeal VBD 0 ROOT");
  CHECK(entity_of(two.document, two.resolution, "Both") == nullptr);
}

TEST_CASE("who is asked is who answers", "[ingest][pronouns]") {
  check_referents({
      {"why he left",
       "Erik Erik NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "Olof Olof NNP 2 nsubj B-PERSON | asked ask VBD 0 ROOT | Erik Erik NNP 2 dobj B-PERSON | "
       "why why WRB 6 advmod | he he PRP 6 nsubj | left leave VBD 2 ccomp",
       {{"he", "Erik"}}},
  });
}

TEST_CASE("of whom a lawyer or a sister tells is whose they are", "[ingest][pronouns]") {
  check_referents({
      {"a man's lawyer who is a man, too",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "His his PRP$ 2 poss | lawyer lawyer NN 7 nsubj | , , , 2 punct | Ole Ole NNP 5 compound B-PERSON | "
       "Holt Holt NNP 2 appos I-PERSON | , , , 2 punct | said say VBD 0 ROOT | he he PRP 9 nsubj | "
       "paid pay VBD 7 ccomp",
       {{"he", "Erik Dahl"}}},
      {"a lawyer of nobody who was named tells of nobody",
       "His his PRP$ 2 poss | lawyer lawyer NN 7 nsubj | , , , 2 punct | Ole Ole NNP 5 compound B-PERSON | "
       "Holt Holt NNP 2 appos I-PERSON | , , , 2 punct | said say VBD 0 ROOT | he he PRP 9 nsubj | "
       "paid pay VBD 7 ccomp",
       {{"he", ""}}},
      {"her whom somebody hit",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "Her her PRP$ 2 poss | sister sister NN 6 nsubj | , , , 2 punct | Ida Ida NNP 2 appos B-PERSON | "
       ", , , 2 punct | said say VBD 0 ROOT | Ole Ole NNP 8 nsubj B-PERSON | hit hit VBD 6 ccomp | "
       "her she PRP 8 dobj",
       {{"her", "Ana"}}},
  });
}

TEST_CASE("of whom a clause tells that he did it to is another", "[ingest][pronouns]") {
  check_referents({
      {"the seller is not who described him",
       "Ole Ole NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | Erik Erik NNP 7 nsubj B-PERSON | whom who WP 6 "
       "dobj | "
       "he he PRP 6 nsubj | described describe VBD 3 relcl | left leave VBD 2 ccomp",
       {{"he", "Ole"}}},
  });
}
