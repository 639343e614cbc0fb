#include "ingest/extract/quotes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

std::string claimant_of(const Document& document, std::string_view predicate) {
  for (const Extraction& e : extract(document))
    if (e.predicate == predicate)
      return e.attribution ? text_of(document, e.attribution->claimant.tokens) : "nobody";
  return "no such statement";
}

}  // namespace

TEST_CASE("the sentences of one quotation have the speaker named at its end", "[ingest][quotes]") {
  const Document document = hand_built(R"(
" " `` 3 punct
Troops troop NNS 3 nsubj
fired fire VBD 0 ROOT
shells shell NNS 3 dobj
. . . 3 punct

They they PRP 2 nsubj
hit hit VBD 7 ccomp
posts post NNS 2 dobj
" " '' 7 punct
, , , 7 punct
KCNA KCNA NNP 7 nsubj B-ORG
said say VBD 0 ROOT
. . . 7 punct
)");
  CHECK(claimant_of(document, "fired") == "KCNA");
  CHECK(claimant_of(document, "hit") == "KCNA");
}

TEST_CASE("a quotation right after a speech in the same paragraph goes on with its speaker",
          "[ingest][quotes]") {
  const Document document = hand_built(R"(
He he PRP 2 nsubj
spoke speak VBD 0 ROOT
. . . 2 punct

" " `` 3 punct
Troops troop NNS 3 nsubj
left leave VBD 0 ROOT
. . . 3 punct
" " '' 3 punct

Troops troop NNS 2 nsubj
came come VBD 0 ROOT
. . . 2 punct
)");
  CHECK(claimant_of(document, "left") == "He");
  CHECK(claimant_of(document, "came") == "nobody");
}

TEST_CASE("a thing speaks for nobody", "[ingest][quotes]") {
  const Document document = hand_built(R"(
Ida Ida NNP 2 nsubj B-PERSON
wrote write VBD 0 ROOT
what what WP 6 dobj
a a DT 5 det
change change NN 6 nsubj
represented represent VBD 2 ccomp
. . . 2 punct

" " `` 3 punct
Troops troop NNS 3 nsubj
left leave VBD 0 ROOT
. . . 3 punct
" " '' 3 punct
)");
  CHECK(claimant_of(document, "left") == "Ida");
}
