#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what follows a person's of and does something is the verb's", "[ingest][extract]") {
  const Document document = hand_built(R"(
She she PRP 2 nsubj
accused accuse VBD 0 ROOT
the the DT 4 det
minister minister NN 2 dobj
of of IN 4 prep
misleading mislead VBG 5 pcomp
parliament parliament NN 6 dobj
)");
  CHECK(statements_of(document, "active") == Texts{"She | accused | the minister | of misleading parliament",
                                                   "the minister | misled | parliament"});
}

TEST_CASE("a participle joined to a passive is one", "[ingest][extract]") {
  const Document document = hand_built(R"(
Twelve twelve CD 3 nsubjpass
were be VBD 3 auxpass
killed kill VBN 0 ROOT
and and CC 3 cc
others other NNS 6 nsubj
injured injure VBN 3 conj
)");
  CHECK(statements_of(document, "passive") == Texts{"Twelve | was killed", "others | was injured"});
}

TEST_CASE("a preposition of two words stays whole", "[ingest][extract]") {
  const Document document = hand_built(R"(
Flights flight NNS 3 nsubjpass
were be VBD 3 auxpass
cancelled cancel VBN 0 ROOT
because because IN 3 prep
of of IN 4 pcomp
the the DT 7 det
strike strike NN 4 pobj
)");
  CHECK(statements_of(document, "passive") == Texts{"Flights | was cancelled | because of the strike"});
}

TEST_CASE("whose visit it is visits", "[ingest][extract]") {
  const Document document = hand_built(R"(
The the DT 2 det
visit visit NN 0 ROOT
of of IN 2 prep
Francis Francis NNP 3 pobj B-PERSON
to to IN 2 prep
Mongolia Mongolia NNP 5 pobj B-GPE
)");
  CHECK(statements_of(document, "nominal_event") == Texts{"Francis | visited | Mongolia"});
}

TEST_CASE("joined roles are each of their own", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ressa Ressa NNP 9 nsubj B-PERSON
, , , 1 punct
winner winner NN 1 appos
of of IN 3 prep
prizes prize NNS 4 pobj
and and CC 3 cc
founder founder NN 3 conj
, , , 1 punct
spoke speak VBD 0 ROOT
)");
  CHECK(statements_of(document, "apposition_role") ==
        Texts{"Ressa | winner | of prizes", "Ressa | is | founder"});
}

TEST_CASE("the owner of a title is what the role is of", "[ingest][extract]") {
  const Document document = hand_built(R"(
Volkswagen Volkswagen NNP 5 poss
's 's POS 1 case
chief chief JJ 4 compound
executive executive NN 5 compound
Blume Blume NNP 6 nsubj B-PERSON
resigned resign VBD 0 ROOT
)");
  CHECK(statements_of(document, "title") == Texts{"Blume | chief executive | of Volkswagen"});
}

TEST_CASE("a gerund behind by of a passive is not the patient's", "[ingest][extract]") {
  const Document document = hand_built(R"(
Crowds crowd NNS 4 nsubjpass
can can MD 4 aux
be be VB 4 auxpass
avoided avoid VBN 0 ROOT
by by IN 4 prep
leaving leave VBG 5 pcomp
early early RB 6 advmod
)");
  CHECK(statements_of(document).size() == 1);
}

TEST_CASE("another cut of the words comes only when asked for, and less certain", "[ingest][extract]") {
  const Document document = hand_built(R"(
Xi Xi NNP 2 nsubj B-PERSON
signed sign VBD 0 ROOT
a a DT 4 det
treaty treaty NN 2 dobj
with with IN 2 prep
Moscow Moscow NNP 5 pobj B-GPE
)");
  CHECK(extract(document).size() == 1);
  CHECK(extract(document, {.alternatives = true}).size() == 2);
  CHECK(extract(document, {.alternatives = true})[1].relation == "signed a treaty with");
  CHECK(extract(document, {.alternatives = true})[1].confidence < extract(document)[0].confidence);
}

TEST_CASE("a sentence that is no sentence says nothing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Photos photo NNS 0 ROOT
)");
  CHECK(extract(document).empty());
  CHECK(extract(Document{}).empty());
}
