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
  });
}
