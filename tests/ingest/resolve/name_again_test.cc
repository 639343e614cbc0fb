// Names that the recogniser saw elsewhere in the article, and who bears a surname alone.
#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("a word that names a thing within a sentence names it wherever a noun would have its article",
          "[ingest][name_again]") {
  const Resolved text(R"(
Rivals  rival   NNS 2 nsubj
fear    fear    VBP 0 ROOT
Eon     Eon     NNP 2 dobj B-ORG

Eon     eon     NN  2 nsubj
sold    sell    VBD 0 ROOT
the     the     DT  4 det
Eon     eon     NN  2 dobj
)");
  CHECK(text.typed(2) == "Organization Eon");
  CHECK(text.typed(3) == "Organization Eon");
  CHECK(text.typed(6) != "Organization Eon");
}

TEST_CASE("of two who bear a surname it is the one with whom the article begins", "[ingest][name_again]") {
  const Resolved text(R"(
Ned     Ned     NNP 2 compound B-PERSON
Baker   Baker   NNP 3 nsubj    I-PERSON
died    die     VBD 0 ROOT

Amy     Amy     NNP 2 compound B-PERSON
Baker   Baker   NNP 3 nsubj    I-PERSON
wept    weep    VBD 0 ROOT

Baker   Baker   NNP 2 nsubj    B-PERSON
drummed drum    VBD 0 ROOT
)");
  CHECK(text.typed(6) == "Person Ned Baker");
}

TEST_CASE("a surname that is a noun too is a name before a role", "[ingest][name_again]") {
  const auto label = GENERATE(as<std::string>(), "", " B-ORG");
  const Resolved text(R"(
Ned     Ned     NNP 2 compound B-PERSON
Baker   Baker   NNP 3 nsubj    I-PERSON
died    die     VBD 0 ROOT

A       a       DT  3 det
Baker   Baker   NNP 3 compound)" +
                      label + R"(
critic  critic  NN  4 nsubj
wept    weep    VBD 0 ROOT
)");
  CHECK(text.typed(4) == "Person Ned Baker");
}

TEST_CASE("a surname that is a noun too is a name wherever a noun would have its article",
          "[ingest][name_again]") {
  const Resolved text(R"(
Ned     Ned     NNP 2 compound B-PERSON
Baker   Baker   NNP 3 nsubj    I-PERSON
died    die     VBD 0 ROOT

Amy     Amy     NNP 2 nsubj B-PERSON
quarrelled quarrel VBD 0 ROOT
with    with    IN  2 prep
Baker   baker   NN  3 pobj
)");
  CHECK(text.typed(6) == "Person Ned Baker");
}

TEST_CASE("a storm is called by its name alone, whatever the tagger takes that for", "[ingest][name_again]") {
  const Resolved text(R"(
Typhoon Typhoon NNP 2 compound B-ORG
Rinala  Rinala  NNP 3 nsubj    I-ORG
struck  strike  VBD 0 ROOT

Rinala  rinala  NN  2 nsubj
faded   fade    VBD 0 ROOT
)");
  CHECK(text.typed(3) == "Event Typhoon Rinala");
}

TEST_CASE("who has two surnames is called by the first of them", "[ingest][name_again]") {
  const Resolved text(R"(
Carlos  Carlos  NNP 3 compound B-PERSON
Rivera  Rivera  NNP 3 compound I-PERSON
Solis   Solis   NNP 4 nsubj    I-PERSON
died    die     VBD 0 ROOT

Carlos  Carlos  NNP 2 compound B-PERSON
Rivera  Rivera  NNP 3 nsubj    I-PERSON
wrote   write   VBD 0 ROOT

Rivera  Rivera  NNP 2 nsubj    B-PERSON
sang    sing    VBD 0 ROOT
)");
  CHECK(text.typed(5) == "Person Carlos Rivera Solis");
  CHECK(text.typed(7) == "Person Carlos Rivera Solis");
}

TEST_CASE("who reigns is also called by title and name", "[ingest][name_forms]") {
  const Resolved text(R"(
Pope Pope NNP 2 compound
Leo  Leo  NNP 3 nsubj B-PERSON
met   meet   VBD 0 ROOT
Minister minister NNP 5 compound
Olav  Olav   NNP 3 dobj B-PERSON
)");
  CHECK(text.resolution.entity_at(1)->aliases == std::vector<std::string>{"Pope Leo"});
  CHECK(text.resolution.entity_at(4)->aliases.empty());
}

TEST_CASE("a country's name is the state's beside another state, unless its people are named",
          "[ingest][mention_clusters]") {
  const std::string states = R"(
He    he    PRP 2 nsubj
left  leave VBD 0 ROOT
Georgia Georgia NNP 2 dobj B-GPE
and   and   CC  3 cc
Ohio  Ohio  NNP 3 conj B-GPE
)";
  const Resolved state(states);
  CHECK(state.resolution.entity_at(2)->country == nullptr);
  CHECK(state.resolution.entity_at(2)->type == EntityType::kPlace);
  const Resolved country(states + R"(
Georgians Georgian NNPS 2 nsubj B-NORP
wept  weep  VBD 0 ROOT
)");
  CHECK(country.resolution.entity_at(2)->country != nullptr);
}

TEST_CASE("initials are the same with and without spaces; two surnames alone are whose name ends so",
          "[ingest][name_again]") {
  const Resolved text(R"(
J.       J.       NNP 3 compound B-PERSON
K.       K.       NNP 3 compound I-PERSON
Rowlin   Rowlin   NNP 4 nsubj    I-PERSON
wrote    write    VBD 0 ROOT

J.K.     J.K.     NNP 2 compound B-ORG
Rowlin   Rowlin   NNP 3 nsubj    I-ORG
left     leave    VBD 0 ROOT

Omar     Omar     NNP 3 compound B-PERSON
Garza    Garza    NNP 3 compound I-PERSON
Harfuch  Harfuch  NNP 4 nsubj    I-PERSON
spoke    speak    VBD 0 ROOT

Garza    Garza    NNP 2 compound
Harfuch  Harfuch  NNP 3 nsubj
left     leave    VBD 0 ROOT
)");
  CHECK(text("Rowlin", 1) == text("Rowlin", 2));
  CHECK(text.typed(5).starts_with("Person "));
  CHECK(text("Harfuch", 2) == "Omar Garza Harfuch");
}
