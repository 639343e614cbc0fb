#include "ingest/resolve/apart.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("what is said of two that are named alike tells whether they are one", "[ingest][apart]") {
  check_referents({
      {"a prime minister is no foreign minister",
       "Prime Prime NNP 4 compound | Minister Minister NNP 4 compound | Ana Ana NNP 4 compound B-PERSON | "
       "Roe Roe NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Her her PRP$ 3 poss | foreign foreign JJ 3 amod | minister minister NN 6 nsubj | , , , 3 punct | "
       "Olof Olof NNP 3 appos B-PERSON | stayed stay VBD 0 ROOT | | "
       "The the DT 3 det | prime prime JJ 3 amod | minister minister NN 4 nsubj | thanked thank VBD 0 ROOT | "
       "the the DT 7 det | foreign foreign JJ 7 amod | minister minister NN 4 dobj",
       {{"minister", "Ana Roe", 2}, {"minister", "Olof", 3}}},
      {"a clause behind a comma and an age do not say which one is meant",
       "President President NNP 3 compound | Ana Ana NNP 3 compound B-PERSON | "
       "Roe Roe NNP 4 nsubj I-PERSON | resigned resign VBD 0 ROOT | | "
       "Lawmakers lawmaker NNS 2 nsubj | thanked thank VBD 0 ROOT | the the DT 9 det | 61 61 CD 6 nummod | "
       "- - HYPH 6 punct | year year NN 8 npadvmod | - - HYPH 8 punct | old old JJ 9 amod | "
       "leader leader NN 2 dobj | , , , 9 punct | who who WP 12 nsubj | left leave VBD 9 relcl",
       {{"leader", "Ana Roe"}}},
      {"the truck maker is the one that was introduced as a truck maker",
       "Norsk Norsk NNP 2 nsubj B-ORG | bought buy VBD 0 ROOT | truck truck NN 4 compound | "
       "maker maker NN 5 compound | Adler Adler NNP 2 dobj B-ORG | | "
       "The the DT 3 det | truck truck NN 3 compound | maker maker NN 4 nsubj | lost lose VBD 0 ROOT | "
       "money money NN 4 dobj",
       {{"maker", "Adler", 2}}},
      {"the union is the only one that was called a union, whoever was named since",
       "The the DT 3 det | union union NN 3 compound | Solid Solid NNP 4 nsubj B-ORG | sued sue VBD 0 ROOT | "
       "Norsk Norsk NNP 4 dobj B-ORG | | "
       "Norsk Norsk NNP 2 nsubj B-ORG | has have VBZ 0 ROOT | shops shop NNS 2 dobj | | "
       "The the DT 2 det | union union NN 3 nsubj | waited wait VBD 0 ROOT",
       {{"union", "Solid", 2}}},
      {"the planemaker is the business that was just named",
       "Norsk Norsk NNP 2 nsubj B-ORG | closed close VBD 0 ROOT | | "
       "The the DT 2 det | planemaker planemaker NN 3 nsubj | lost lose VBD 0 ROOT | money money NN 3 dobj",
       {{"planemaker", "Norsk"}}},
      {"a deal with one is no deal with another",
       "A a DT 2 det | deal deal NN 5 nsubj | with with IN 2 prep | Norsk Norsk NNP 3 pobj B-ORG | failed "
       "fail VBD 0 ROOT | | "
       "The the DT 2 det | deal deal NN 5 nsubj | with with IN 2 prep | Adler Adler NNP 3 pobj B-ORG | held "
       "hold VBD 0 ROOT",
       {{"deal", "deal with Adler", 2}}},
      {"a second attack is not the first",
       "The the DT 3 det | first first JJ 3 amod B-ORDINAL | attack attack NN 4 nsubj | "
       "failed fail VBD 0 ROOT | | "
       "The the DT 3 det | second second JJ 3 amod B-ORDINAL | attack attack NN 4 nsubj | "
       "killed kill VBD 0 ROOT | two two CD 4 dobj",
       {{"attack", "second attack", 2}, {"attack", "first attack"}}},
      {"the final debate is not the second",
       "The the DT 3 det | second second JJ 3 amod B-ORDINAL | debate debate NN 4 nsubj | "
       "failed fail VBD 0 ROOT | | "
       "The the DT 3 det | final final JJ 3 amod | debate debate NN 4 nsubj | begins begin VBZ 0 ROOT",
       {{"debate", "final debate", 2}}},
      {"who is elected as a rule is whoever holds the office",
       "President President NNP 2 compound | Olek Olek NNP 3 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "Voters voter NNS 2 nsubj | elect elect VBP 0 ROOT | the the DT 4 det | president president NN 2 dobj",
       {{"president", "president", 1}}},
      {"who was elected once is somebody",
       "President President NNP 2 compound | Olek Olek NNP 3 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "Voters voter NNS 2 nsubj | elected elect VBD 0 ROOT | the the DT 4 det | president president NN 2 "
       "dobj",
       {{"president", "Olek", 1}}},
      {"an office that is one of any is nobody's",
       "President President NNP 2 compound | Olek Olek NNP 3 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "An a DT 2 det | official official NN 8 nsubj | , , , 2 punct | including include VBG 2 prep | "
       "the the DT 6 det | president president NN 4 pobj | may may MD 8 aux | resign resign VB 0 ROOT",
       {{"president", "president", 1}}},
      {"who is identified as somebody is he",
       "The the DT 2 det | suspect suspect NN 7 nsubj | , , , 2 punct | identified identify VBN 2 acl | "
       "as as IN 4 prep | Olek Olek NNP 5 pobj B-PERSON | fled flee VBD 0 ROOT",
       {{"suspect", "Olek"}}},
      {"unless an adverb says how",
       "The the DT 2 det | suspect suspect NN 7 nsubj | wrongly wrongly RB 4 advmod | identified identify "
       "VBN 2 acl | "
       "as as IN 4 prep | Olek Olek NNP 5 pobj B-PERSON | fled flee VBD 0 ROOT",
       {{"suspect", "suspect"}}},
      {"a city's team is not the city, whatever the recogniser takes that for",
       "The the DT 3 det | Oslo Oslo NNP 3 compound B-ORG | team team NN 4 nsubj | won win VBD 0 ROOT | "
       "in in IN 4 prep | Oslo Oslo NNP 5 pobj B-ORG",
       {{"team", "Oslo team"}}},
  });
}

TEST_CASE("a company is no court, whichever was named last", "[ingest][apart]") {
  const auto company_after = [](const std::string& last) {
    return Resolved(R"(
Norsk  Norsk  NNP 7 nsubj B-ORG
,      ,      ,   1 punct
a      a      DT  5 det
big    big    JJ  5 amod
airline airline NN 1 appos
,      ,      ,   1 punct
sued   sue    VBD 0 ROOT

The    the     DT  3 det
Supreme Supreme NNP 3 compound B-ORG
)" + last + R"( x NNP 4 nsubj I-ORG
met    meet    VBD 0 ROOT

The     the     DT 2 det
company company NN 3 nsubj
agreed  agree   VBD 0 ROOT
)")("company");
  };
  CHECK(company_after("Court") != "Supreme Court");
  CHECK(company_after("Foods") == "Supreme Foods");
}

TEST_CASE("the suspect is no inspector, unless he was arrested", "[ingest][apart]") {
  const auto suspect_after = [](const std::string& deed) {
    return Resolved(
        "Inspector inspector NNP 3 compound\nAna Ana NNP 3 compound B-PERSON\n"
        "Roe Roe NNP 5 " +
        deed + "\n\nThe the DT 2 det\nsuspect suspect NN 3 nsubj\nleft leave VBD 0 ROOT\n")("suspect");
  };
  CHECK(suspect_after("nsubj I-PERSON\nhas have VBZ 5 aux\nspoken speak VBN 0 ROOT") != "Ana Roe");
  CHECK(suspect_after("nsubjpass I-PERSON\nwas be VBD 5 auxpass\ncharged charge VBN 0 ROOT") == "Ana Roe");
}
