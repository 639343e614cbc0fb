#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what somebody is of is a body", "[ingest][extract][name_repair]") {
  check_statements({
      {"Norsk chairman Ana Holt left: of Norsk, which the recogniser does not know",
       "title",
       "Norsk Norsk NNS 2 compound | chairman chairman NN 4 compound | Ana Ana NNP 4 compound B-PERSON | "
       "Holt Holt NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Holt | chairman | of Norsk"}},
      {"NRB President Ana Holt left: so is a title with a capital",
       "title",
       "NRB NRB NNP 2 compound | President President NNP 4 compound | Ana Ana NNP 4 compound B-PERSON | "
       "Holt Holt NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Holt | president | of NRB"}},
      {"Ana of The Globe left",
       "affiliation",
       "Ana Ana NNP 5 nsubj B-PERSON | of of IN 1 prep | The the DT 4 det | Globe Globe NNP 2 pobj | "
       "left leave VBD 0 ROOT",
       {"Ana | is | of The Globe"}},
      {"Ana of The Globe and Mail left",
       "affiliation",
       "Ana Ana NNP 7 nsubj B-PERSON | of of IN 1 prep | The the DT 4 det | Globe Globe NNP 2 pobj | "
       "and and CC 4 cc | Mail Mail NNP 4 conj | left leave VBD 0 ROOT",
       {"Ana | is | of The Globe and Mail"}},
      {"nobody has an article: the Ana and Ole Roe Foundation is one",
       "active",
       "The the DT 2 det | Ana Ana NNP 7 nsubj B-PERSON | and and CC 2 cc | Ole Ole NNP 6 compound B-ORG | "
       "Roe Roe NNP 6 compound I-ORG | Foundation Foundation NNP 2 conj I-ORG | bought buy VBD 0 ROOT | it "
       "it PRP 7 "
       "dobj",
       {"The Ana and Ole Roe Foundation | bought | it"}},
      {"Ana and the Roe Foundation are two",
       "active",
       "Ana Ana NNP 6 nsubj B-PERSON | and and CC 1 cc | the the DT 5 det | Roe Roe NNP 5 compound B-ORG | "
       "Foundation Foundation NNP 1 conj I-ORG | bought buy VBD 0 ROOT | it it PRP 6 dobj",
       {"Ana | bought | it", "the Roe Foundation | bought | it"}},
      {"what an office is of is no part of the holder's name",
       "title",
       "Secretary secretary NNP 5 nmod | of of IN 1 prep | State State NNP 2 pobj B-ORG | "
       "Ana Ana NNP 5 compound I-ORG | Holt Holt NNP 6 nsubj I-ORG | left leave VBD 0 ROOT",
       {"Ana Holt | is | Secretary of State"}},
      {"a firm has the name right behind it, whatever the recogniser takes that for",
       "apposition_role",
       "Ana Ana NNP 10 nsubj B-PERSON | , , , 1 punct | a a DT 4 det | clerk clerk NN 1 appos | with with IN "
       "4 "
       "prep | the the DT 7 det | company company NN 5 pobj | Jadra Jadra NNP 7 appos B-PERSON | , , , 1 "
       "punct | "
       "left leave VBD 0 ROOT",
       {"Ana | clerk | with Jadra"}},
      {"a court is named with what it is for",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | the the DT 5 det B-ORG | "
       "District District NNP 5 compound I-ORG | Court Court NNP 2 dobj I-ORG | for for IN 2 prep | "
       "the the DT 9 det | Northern Northern NNP 9 compound B-LOC | District District NNP 6 pobj I-LOC | "
       "of of IN 9 prep | Ohio Ohio NNP 10 pobj B-GPE",
       {"Ana | left | the District Court for the Northern District of Ohio"}},
      {"a body is named with what it is for",
       "active",
       "The the DT 2 det | Centre Centre NNP 8 nsubj | for for IN 2 prep | the the DT 5 det | "
       "Study Study NNP 3 pobj | of of IN 5 prep | Violence Violence NNP 6 pobj | closed close VBD 0 ROOT | "
       "it it PRP 8 dobj",
       {"The Centre for the Study of Violence | closed | it"}},
      {"a state's university is named with its town, which does not do what the university does",
       "active",
       "The the DT 2 det B-ORG | University University NNP 8 npadvmod I-ORG | of of IN 2 prep I-ORG | "
       "Texas Texas NNP 3 pobj I-ORG | , , , 8 punct | Austin Austin NNP 8 nsubj B-GPE | , , , 8 punct | "
       "closed close VBD 0 ROOT | it it PRP 8 dobj",
       {"The University of Texas | closed | it"}},
      {"nor is its head the head of the town",
       "apposition_role",
       "The the DT 2 det B-ORG | University University NNP 12 nsubj I-ORG | of of IN 2 prep I-ORG | "
       "Texas Texas NNP 3 pobj I-ORG | , , , 2 punct | Austin Austin NNP 8 poss B-GPE | 's 's POS 6 case | "
       "head head NN 2 appos | , , , 8 punct | Ana Ana NNP 8 appos B-PERSON | , , , 8 punct | "
       "left leave VBD 0 ROOT",
       {"Ana | head | of The University of Texas"}},
  });
}

TEST_CASE("the letter that says million counts, as the word would", "[ingest][extract][name_repair]") {
  Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
spent spend VBD 0 ROOT
$ $ $ 4 nmod
10 10 CD 2 dobj B-MONEY
m m NN 2 dobj
on on IN 2 prep
ships ship NNS 6 pobj
)");
  CHECK(statements_of(document) == Texts{"Ana | spent | $ 10 | m | on ships"});
  document.tokens[2].space_after = document.tokens[3].space_after = false;
  CHECK(statements_of(document) == Texts{"Ana | spent | $10m | on ships"});
}

TEST_CASE("what things cost is not built beside them", "[ingest][extract][name_repair]") {
  Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
built build VBD 0 ROOT
$ $ $ 5 quantmod B-MONEY
10 10 CD 5 compound I-MONEY
m m NN 2 dobj
flats flat NNS 2 dobj
)");
  document.tokens[2].space_after = document.tokens[3].space_after = false;
  CHECK(statements_of(document) == Texts{"Ana | built | $10m flats"});
}

TEST_CASE("the name behind a role is of that role", "[ingest][extract][name_repair]") {
  const Document document = hand_built(R"(
The the DT 2 det
minister minister NN 11 nsubj
, , , 2 punct
Ana Ana NNP 2 appos B-PERSON
, , , 4 punct
and and CC 4 cc
her her PRP$ 8 poss
counterpart counterpart NN 4 conj
, , , 8 punct
Ida Ida NNP 8 appos B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 11 dobj B-GPE
)");
  const Texts roles = statements_of(document, "apposition_role");
  CHECK(std::find(roles.begin(), roles.end(), "Ida | is | The minister") == roles.end());
  CHECK(std::find(roles.begin(), roles.end(), "Ana | is | The minister") != roles.end());
}

TEST_CASE("of two who left one is not the other's wife and children", "[ingest][extract][name_repair]") {
  const auto [other, list] =
      GENERATE(table<std::string, bool>({{"their their PRP$ 7 poss\nchildren child NNS 4 conj", true},
                                         {"chief chief JJ 7 amod\naide aide NN 4 conj", false}}));
  const Document document = hand_built(
      "Ana Ana NNP 8 nsubj B-PERSON\n, , , 1 punct\nhis his PRP$ 4 poss\nwife wife NN 1 appos\nand and CC 4 "
      "cc\n" +
      other + "\nleft leave VBD 0 ROOT\nOslo Oslo NNP 8 dobj B-GPE\n");
  CHECK(says(document, "his wife | left | Oslo") == list);
}

TEST_CASE("a name with an article is the body before the place", "[ingest][extract][name_repair]") {
  check_statements(
      {{"not what the place is",
        "apposition_role",
        "The the DT 2 det | parliament parliament NN 9 nsubj | of of IN 2 prep | Norland Norland NNP 3 pobj "
        "B-GPE | , , , 4 punct | "
        "the the DT 7 det | Storting Storting NNP 4 appos B-FAC | , , , 9 punct | rose rise VBD 0 ROOT",
        {"the Storting | parliament | of Norland"}}});
}

TEST_CASE("an account is named by its last noun", "[ingest][extract][body_repair]") {
  const auto [last, text] = GENERATE(table<std::string, std::string>(
      {{"account", "A ministry Zarn account | printed | it"}, {"clerk", "A ministry | printed | it"}}));
  CHECK(says(hand_built("A a DT 2 det\nministry ministry NN 5 nsubj\nZarn Zarn NNP 4 compound\n" + last +
                        ' ' + last + " NN 2 appos\nprinted print VBD 0 ROOT\nit it PRP 5 dobj\n"),
             text));
}
