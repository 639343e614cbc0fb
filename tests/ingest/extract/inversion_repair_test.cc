#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what stands behind a place and its verb is the subject", "[ingest][extract][inversion_repair]") {
  check_said({
      {"Among the dead were two children",
       "",
       "Among among IN 4 prep | the the DT 3 det | dead dead NNS 1 pobj | were be VBD 0 ROOT | "
       "two two CD 6 nummod | children child NNS 4 attr",
       {"two children | was | among the dead"}},
      {"the name at the end is the last one's",
       "",
       "Among among IN 4 prep | the the DT 3 det | dead dead NNS 1 pobj | were be VBD 0 ROOT | "
       "two two CD 6 nummod | girls girl NNS 4 attr | from from IN 6 prep | a a DT 9 det | fair fair NN 7 "
       "pobj | "
       "and and CC 9 cc | a a DT 12 det | priest priest NN 9 conj | , , , 4 punct | Ole Ole NNP 15 compound "
       "B-PERSON | Dahl Dahl NNP 4 nsubj I-PERSON",
       {"two girls from a fair | was | among the dead", "Ole Dahl | was | among the dead",
        "Ole Dahl | is | a priest"}},
      {"On the table lay a letter",
       "",
       "On on IN 4 prep | the the DT 3 det | table table NN 1 pobj | lay lay VBD 0 ROOT | a a DT 6 det | "
       "letter letter NN 4 dobj",
       {"a letter | lay | on the table"}},
  });
}

TEST_CASE("behind a date stands what somebody was", "[ingest][extract][inversion_repair]") {
  const Document document = hand_built(R"(
In in IN 3 prep
2012 2012 CD 1 pobj B-DATE
was be VBD 0 ROOT
the the DT 5 det
mayor mayor NN 3 attr
)");
  for (const std::string& text : statements_of(document)) CHECK_FALSE(text.starts_with("the mayor"));
}

TEST_CASE("a participle in front tells what the subject behind it does",
          "[ingest][extract][inversion_repair]") {
  check_said({
      {"Leading the race is Ana Roe",
       "",
       "Leading lead VBG 0 ROOT | the the DT 3 det | race race NN 1 dobj | is be VBZ 1 aux | "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 4 attr I-PERSON",
       {"Ana Roe | led | the race"}},
      {"Also killed were three soldiers",
       "",
       "Also also RB 2 advmod | killed kill VBN 0 ROOT | were be VBD 2 auxpass | three three CD 5 nummod | "
       "soldiers soldier NNS 3 attr",
       {"three soldiers | was killed"}},
      {"Missing from the list was Ana",
       "",
       "Missing miss VBG 0 ROOT | from from IN 1 prep | the the DT 4 det | list list NN 2 pobj | "
       "was be VBD 1 aux | Ana Ana NNP 5 attr B-PERSON",
       {"Ana | was missing | from the list"}},
  });
}

TEST_CASE("a deed in front that is a dream is nobody's", "[ingest][extract][inversion_repair]") {
  const Document document = hand_built(R"(
Winning win VBG 4 csubj
the the DT 3 det
race race NN 1 dobj
is be VBZ 0 ROOT
a a DT 6 det
dream dream NN 4 attr
)");
  for (const std::string& text : statements_of(document)) CHECK_FALSE(text.starts_with("a dream"));
}
