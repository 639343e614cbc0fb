#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("who is told by an age or by children", "[ingest][nominal_kinds]") {
  check_referents({
      {"the teenager is who is so old",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | praised praise VBD 0 ROOT | "
       "Olof Olof NNP 5 compound B-PERSON | Berg Berg NNP 3 dobj I-PERSON | , , , 5 punct | 18 18 CD 5 appos "
       "| | "
       "The the DT 2 det | teenager teenager NN 3 nsubj | left leave VBD 0 ROOT",
       {{"teenager", "Olof Berg"}}},
      {"the mother of two is a woman just named",
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | met meet VBD 0 ROOT | "
       "Erik Erik NNP 5 compound B-PERSON | Dahl Dahl NNP 3 dobj I-PERSON | | "
       "The the DT 2 det | mother mother NN 5 nsubj | of of IN 2 prep | two two CD 3 pobj | left leave VBD 0 "
       "ROOT",
       {{"mother", "Ana Roe"}}},
      {"the 20-year-old may be who was just named, or not",
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | slept sleep VBD 0 ROOT | | "
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 5 poss I-PERSON | 's 's POS 2 case | old old JJ 5 amod "
       "| place place NN 6 nsubj | went go VBD 0 ROOT | to to IN 6 prep | "
       "Ida Ida NNP 9 compound B-PERSON | Berg Berg NNP 7 pobj I-PERSON | | "
       "The the DT 6 det | 20 20 CD 4 nummod | - - HYPH 4 punct | year year NN 6 npadvmod | - - HYPH 4 punct "
       "| "
       "old old NN 7 nsubj | won win VBD 0 ROOT",
       {{"old", "20-year-old", 2}}},
      {"and not the friend of whom one knows whose friend she is",
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Her her PRP$ 2 poss | friend friend NN 7 nsubj | , , , 2 punct | Ida Ida NNP 5 compound B-PERSON | "
       "Berg Berg NNP 2 appos I-PERSON | , , , 2 punct | called call VBD 0 ROOT | | "
       "The the DT 2 det | mother mother NN 5 nsubj | of of IN 2 prep | two two CD 3 pobj | returned return "
       "VBD 0 ROOT",
       {{"mother", "Ana Roe"}}},
  });
}

TEST_CASE("the country is the one that the article is about", "[ingest][nominal_kinds]") {
  check_referents({
      {"not the one that an embassy is of",
       "Floods flood NNS 2 nsubj | hit hit VBD 0 ROOT | Kenya Kenya NNP 2 dobj B-GPE | | "
       "Kenyan kenyan JJ 2 amod B-NORP | police police NNS 3 nsubj | left leave VBD 0 ROOT | | "
       "The the DT 3 det | US US NNP 3 compound B-GPE | embassy embassy NN 4 nsubj | closed close VBD 0 ROOT "
       "| | "
       "Rain rain NN 2 nsubj | fell fall VBD 0 ROOT | in in IN 2 prep | the the DT 5 det | "
       "country country NN 3 pobj",
       {{"country", "Kenya"}}},
      {"told by where it lies alone",
       "Floods flood NNS 2 nsubj | hit hit VBD 0 ROOT | Kenya Kenya NNP 2 dobj B-GPE | | "
       "The the DT 4 det | east east JJ 3 amod | African african JJ 4 amod B-NORP | nation nation NN 5 nsubj "
       "| "
       "suffered suffer VBD 0 ROOT",
       {{"nation", "Kenya"}}},
  });
}

TEST_CASE("a body's health agency is another, its militant group is the body", "[ingest][nominal_kinds]") {
  const auto closed = [](const std::string& field, const std::string& kind) {
    const Resolved text("The the DT 4 det | Norsk Norsk NNP 4 compound B-ORG | " + field + " " + field +
                        " NN 4 compound | " + kind + " " + kind + " NN 5 nsubj | closed close VBD 0 ROOT");
    return text(kind);
  };
  CHECK(closed("health", "agency") == "Norsk health agency");
  CHECK(closed("rebel", "group") == "Norsk");
}

TEST_CASE("the lender is the body just named", "[ingest][nominal_kinds]") {
  const Resolved text(
      "The the DT 2 det | Norsk Norsk NNP 3 compound B-ORG | Bank Bank NNP 4 nsubj I-ORG | lent lend VBD 0 "
      "ROOT | "
      "money money NN 4 dobj | | "
      "The the DT 2 det | lender lender NN 3 nsubj | grew grow VBD 0 ROOT");
  CHECK(text("lender") == "Norsk Bank");
}

TEST_CASE("a body told by where it is", "[ingest][nominal_kinds]") {
  check_referents({
      {"the only one just named that is not from elsewhere",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | to to IN 2 prep | "
       "Kenyan kenyan JJ 7 amod B-NORP | firm firm NN 7 compound | Granite Granite NNP 4 pobj B-ORG | | "
       "The the DT 3 det | German german JJ 3 amod B-NORP | carrier carrier NN 4 nsubj | grew grow VBD 0 "
       "ROOT",
       {{"carrier", "Norsk"}}},
      {"a capital tells the country",
       "Norsk Norsk NNP 3 nsubjpass B-ORG | is be VBZ 3 auxpass | owned own VBN 0 ROOT | by by IN 3 agent | "
       "Kenyan kenyan JJ 7 amod B-NORP | firm firm NN 7 compound | Granite Granite NNP 4 pobj B-ORG | | "
       "The the DT 5 det | Nairobi Nairobi NNP 4 npadvmod B-GPE | - - HYPH 4 punct | based base VBN 5 amod | "
       "group group NN 6 nsubj | grew grow VBD 0 ROOT",
       {{"group", "Granite"}}},
  });
}

TEST_CASE("the attorney is the only lawyer", "[ingest][nominal_clusters]") {
  check_referents({
      {"a synonym of the role",
       "Lawyer lawyer NN 3 compound | Ana Ana NNP 3 compound B-PERSON | Roe Roe NNP 4 nsubj I-PERSON | met "
       "meet VBD 0 ROOT | "
       "Erik Erik NNP 6 compound B-PERSON | Dahl Dahl NNP 4 dobj I-PERSON | | "
       "The the DT 2 det | attorney attorney NN 3 nsubj | left leave VBD 0 ROOT",
       {{"attorney", "Ana Roe"}}},
      {"the union's chief may be of any of its countries",
       "EU EU NNP 4 compound B-ORG | chief chief NN 4 compound | Ana Ana NNP 4 compound B-PERSON | "
       "Roe Roe NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "The the DT 2 det | Spaniard Spaniard NNP 3 nsubj B-NORP | returned return VBD 0 ROOT",
       {{"Spaniard", "Ana Roe"}}},
  });
}

TEST_CASE("the company is what was said to be one", "[ingest][nominal_clusters]") {
  check_referents({
      {"so said",
       "Norsk Norsk NNP 2 nsubj B-ORG | is be VBZ 0 ROOT | a a DT 5 det | private private JJ 5 amod | "
       "company company NN 2 attr | | "
       "The the DT 2 det | company company NN 3 nsubj | grew grow VBD 0 ROOT",
       {{"company", "Norsk", 2}}},
      {"said to be none",
       "Norsk Norsk NNP 2 nsubj B-ORG | is be VBZ 0 ROOT | not not RB 2 neg | a a DT 6 det | "
       "private private JJ 6 amod | theatre theatre NN 2 attr | | "
       "The the DT 2 det | theatre theatre NN 3 nsubj | closed close VBD 0 ROOT",
       {{"theatre", "private theatre", 2}}},
  });
}

TEST_CASE("who says so at the end is not what is told of", "[ingest][nominal_clusters]") {
  check_referents({
      {"a department is no company",
       "Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 7 ccomp | , , , 7 punct | the the DT 6 det | "
       "State State NNP 6 compound B-ORG | Department Department NNP 7 nsubj I-ORG | said say VBD 0 ROOT | | "
       "The the DT 2 det | company company NN 3 nsubj | returned return VBD 0 ROOT",
       {{"company", "Norsk"}}},
      {"a teacher is no judge",
       "Teacher teacher NN 3 compound | Ana Ana NNP 3 compound B-PERSON | Roe Roe NNP 4 nsubj I-PERSON | "
       "met meet VBD 0 ROOT | Ida Ida NNP 4 dobj B-PERSON | | "
       "The the DT 2 det | judge judge NN 3 nsubj | asked ask VBD 0 ROOT | Ana Ana NNP 5 compound B-PERSON | "
       "Roe Roe NNP 3 dobj I-PERSON",
       {{"judge", "judge"}}},
      {"of two firms nobody knows which is the smaller",
       "Norsk Norsk NNP 2 nsubj B-ORG | bought buy VBD 0 ROOT | firm firm NN 4 compound | "
       "Granite Granite NNP 2 dobj B-ORG | | "
       "The the DT 3 det | smaller small JJR 3 amod | firm firm NN 4 nsubj | closed close VBD 0 ROOT",
       {{"firm", "smaller firm", 2}}},
  });
}

TEST_CASE("the Italian is whom Italy was told to have", "[ingest][nominal_kinds]") {
  check_referents({
      {"an adjective for the noun",
       "Ida Ida NNP 2 nsubj B-PERSON | beat beat VBD 0 ROOT | Italy Italy NNP 6 poss B-GPE | 's 's POS 3 "
       "case | "
       "Laura Laura NNP 6 compound B-PERSON | Conti Conti NNP 2 dobj I-PERSON | | "
       "The the DT 2 det | Italian italian JJ 3 nsubj B-NORP | leads lead VBZ 0 ROOT",
       {{"Italian", "Laura Conti"}}},
  });
}

TEST_CASE("the event is the convention just named, this island whatever it is like",
          "[ingest][nominal_kinds]") {
  check_referents({
      {"a body that meets",
       "Fans fan NNS 2 nsubj | attended attend VBD 0 ROOT | the the DT 6 det | Harvik Harvik NNP 5 compound "
       "B-ORG | "
       "Book Book NNP 6 compound I-ORG | Convention Convention NNP 2 dobj I-ORG | | "
       "The the DT 2 det | event event NN 3 nsubj | ended end VBD 0 ROOT",
       {{"event", "Harvik Book Convention"}}},
      {"taken for a work",
       "Fans fan NNS 2 nsubj | visited visit VBD 0 ROOT | the the DT 6 det | Harvik Harvik NNP 5 compound "
       "B-WORK_OF_ART | "
       "Book Book NNP 6 compound I-WORK_OF_ART | Fair Fair NNP 2 dobj I-WORK_OF_ART | | "
       "The the DT 2 det | event event NN 3 nsubj | ended end VBD 0 ROOT",
       {{"event", "Harvik Book Fair"}}},
      {"told of with this",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | Harvik Harvik NNP 2 dobj B-LOC | | "
       "Tourists tourist NNS 2 nsubj | like like VBP 0 ROOT | this this DT 5 det | quiet quiet JJ 5 amod | "
       "island island NN 2 dobj",
       {{"island", "Harvik"}}},
      {"the trade of the only body just named, whose profits lead the sentence before",
       "Norsk Norsk NNP 3 poss B-ORG | 's 's POS 1 case | profits profit NNS 4 nsubj | rose rise VBD 0 ROOT "
       "| | "
       "The the DT 4 det | Danish danish JJ 4 amod B-NORP | toy toy NN 4 compound | company company NN 5 "
       "nsubj | "
       "grew grow VBD 0 ROOT",
       {{"company", "Norsk"}}},
  });
}

TEST_CASE("a role behind a name is his though both are subjects", "[ingest][nominal_appositions]") {
  check_referents({
      {"between commas",
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 9 nsubj I-PERSON | , , , 9 punct | the the DT 5 det | "
       "mayor mayor NN 9 nsubj | of of IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE | , , , 5 punct | left leave "
       "VBD 0 "
       "ROOT",
       {{"mayor", "Ana Roe"}}},
      {"the president is no vice-president",
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 10 nsubj I-PERSON | , , , 2 punct | vice vice AFX 6 "
       "compound "
       "| - - HYPH 6 punct | president president NN 2 appos | of of IN 6 prep | Kenya Kenya NNP 7 pobj B-GPE "
       "| "
       ", , , 2 punct | left leave VBD 0 ROOT | | "
       "The the DT 2 det | president president NN 5 nsubj | of of IN 2 prep | Kenya Kenya NNP 3 pobj B-GPE | "
       "stayed stay VBD 0 ROOT",
       {{"president", "president of Kenya", 2}}},
  });
}

TEST_CASE("another drug is the one named beside it", "[ingest][nominal_appositions]") {
  check_referents({
      {"the kind, then the thing",
       "Another another DT 2 det | drug drug NN 5 nsubj | , , , 2 punct | aspirin aspirin NN 2 appos | sold "
       "sell VBD 0 "
       "ROOT",
       {{"drug", "aspirin"}}},
      {"the thing, then the kind",
       "Aspirin aspirin NN 5 nsubj | , , , 1 punct | a a DT 4 det | drug drug NN 1 appos | sold sell VBD 0 "
       "ROOT",
       {{"Aspirin", "aspirin"}}},
      {"another kind",
       "A a DT 2 det | boat boat NN 5 nsubj | , , , 2 punct | aspirin aspirin NN 2 appos | sold sell VBD 0 "
       "ROOT",
       {{"boat", "boat"}}},
  });
}
