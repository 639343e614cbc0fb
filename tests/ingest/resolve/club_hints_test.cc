#include "ingest/resolve/club_hints.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("several of one surname are a family", "[ingest][club_hints]") {
  check_referents({
      {"where no match is told",
       "The the DT 2 det | Harrisons Harrisons NNPS 3 nsubj B-ORG | met meet VBD 0 ROOT | the the DT 5 det | "
       "Pridhams Pridhams NNPS 3 dobj B-GPE | and and CC 5 cc | the the DT 8 det | "
       "Rivers Rivers NNPS 5 conj B-ORG | | "
       "Ana Ana NNP 2 compound B-PERSON | Pridham Pridham NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT",
       {{"Harrisons", "Harrisons", 1, "Group"},
        {"Pridhams", "Pridhams", 1, "Group"},
        {"Rivers", "Rivers", 1, "Organization"}}},
  });
}

TEST_CASE("a town's name is its team where a match is told", "[ingest][club_hints]") {
  check_referents({
      {"towns that win and lose are teams where the article tells a score",
       "Barcelona Barcelona NNP 2 nsubj B-GPE | beat beat VBD 0 ROOT | Bologna Bologna NNP 2 dobj B-GPE | "
       "2 2 CD 6 nummod | - - SYM 6 punct | 1 1 CD 2 npadvmod | in in IN 2 prep | "
       "Porto Porto NNP 7 pobj B-GPE",
       {{"Barcelona", "Barcelona", 1, "Organization"},
        {"Bologna", "Bologna", 1, "Organization"},
        {"Porto", "Porto", 1, "Place"}}},
      {"where a match is told, one name with a verb of many is a team",
       "It it PRP 2 nsubj | won win VBD 0 ROOT | 2 2 CD 5 nummod | - - SYM 5 punct | 1 1 CD 2 dobj | | "
       "Sevilla Sevilla NNP 2 nsubj B-GPE | want want VBP 0 ROOT | him he PRP 2 dobj",
       {{"Sevilla", "Sevilla", 1, "Organization"}}},
      {"where a match is told, a town that was beaten or has a manager is a team, whoever it was taken for",
       "Wrexham Wrexham NNP 3 nsubjpass B-GPE | were be VBD 3 auxpass | promoted promote VBN 0 ROOT | "
       "after after IN 3 prep | beating beat VBG 4 pcomp | Charlton Charlton NNP 5 dobj B-GPE | "
       "3–0 3–0 CD 5 dobj | | "
       "Their their PRP$ 3 poss | Augsburg Augsburg NNP 3 compound B-GPE | coach coach NN 4 nsubj | "
       "left leave VBD 0 ROOT",
       {{"Wrexham", "Wrexham", 1, "Organization"},
        {"Charlton", "Charlton", 1, "Organization"},
        {"Augsburg", "Augsburg", 1, "Organization"}}},
      {"a verb that has a score tells of a match, whatever it means; who is beaten there is elsewhere",
       "Burnley Burnley NNP 2 nsubj B-GPE | hammered hammer VBD 0 ROOT | Fulham Fulham NNP 2 dobj B-GPE | "
       "5 5 CD 6 nummod | - - SYM 6 punct | 1 1 CD 2 npadvmod | at at IN 2 prep | "
       "Girona Girona NNP 7 pobj B-GPE",
       {{"Burnley", "Burnley", 1, "Organization"},
        {"Fulham", "Fulham", 1, "Organization"},
        {"Girona", "Girona", 1, "Place"}}},
      {"the many that play are a team, whoever they were taken for; whom somebody beat is somebody",
       "The the DT 2 det | Scorchers Scorchers NNPS 3 nsubj B-PERSON | beat beat VBD 0 ROOT | "
       "Lund Lund NNP 3 dobj B-GPE | 3 3 CD 7 nummod | - - SYM 7 punct | 1 1 CD 3 npadvmod | | "
       "Ana Ana NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | beat beat VBD 0 ROOT | "
       "Casper Casper NNP 5 compound B-GPE | Ruud Ruud NNP 3 dobj I-GPE",
       {{"Scorchers", "Scorchers", 1, "Organization"}, {"Ruud", "Casper Ruud", 1, "Person"}}},
      {"without a score or players a town stays one",
       "Barcelona Barcelona NNP 2 nsubj B-GPE | beat beat VBD 0 ROOT | Bologna Bologna NNP 2 dobj B-GPE | "
       "as as IN 2 prep | a a DT 6 det | host host NN 4 pobj",
       {{"Barcelona", "Barcelona", 1, "Place"}}},
  });
}
