#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what a noun is for joins the verb, where the noun says nothing alone",
          "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Couples couple NNS 2 nsubj
had have VBD 0 ROOT
some some DT 4 det
time time NN 2 dobj
to to TO 6 aux
start start VB 4 acl
families family NNS 6 dobj
)");
  CHECK(statements_of(document, "completion") == Texts{"Couples | had time to start | families"});
  CHECK(extract(document)[0].surface_only);
}

TEST_CASE("what a thing is bought for leaves the thing bought", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Couples couple NNS 2 nsubj
bought buy VBD 0 ROOT
a a DT 4 det
house house NN 2 dobj
to to TO 6 aux
start start VB 4 acl
families family NNS 6 dobj
)");
  CHECK(statements_of(document, "completion").empty());
}

TEST_CASE("who is first to do something is not first of all", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
is be VBZ 0 ROOT
the the DT 5 det
first first JJ 5 amod B-ORDINAL
country country NN 2 attr
to to TO 7 aux
name name VB 5 relcl
elements element NNS 7 dobj
)");
  CHECK(statements_of(document, "completion") == Texts{"Norway | is first country to name | elements"});
}

TEST_CASE("whom a verb moves to do something joins it, a name does not", "[ingest][extract][completions]") {
  const auto [object, entity, text] = GENERATE(table<std::string, std::string, std::string>({
      {"people", "", "Ana | urged people to leave | the town"},
      {"Olof", "B-PERSON", ""},
  }));
  const std::string tag = entity.empty() ? "NNS" : "NNP";
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\nurged urge VBD 0 ROOT\n" + object + " " + object +
                                       " " + tag + " 2 dobj " + entity +
                                       "\nto to TO 5 aux\nleave leave VB 2 xcomp\nthe the DT 7 det\ntown town NN 5 dobj\n");
  CHECK(statements_of(document, "completion") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("how long somebody spends somewhere joins the verb", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
spent spend VBD 0 ROOT
two two CD 4 nummod
months month NNS 2 dobj
in in IN 2 prep
prison prison NN 5 pobj
)");
  CHECK(statements_of(document, "completion") == Texts{"Ana | spent two months | in prison"});
}

TEST_CASE("quotation marks around the noun do not join the verb", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Couples couple NNS 2 nsubj
had have VBD 0 ROOT
“ “ `` 2 punct
time time NN 2 dobj
to to TO 6 aux
start start VB 4 acl
families family NNS 6 dobj
” ” '' 2 punct
)");
  CHECK(statements_of(document, "completion") == Texts{"Couples | had time to start | families"});
}
