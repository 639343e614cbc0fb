#include "ingest/resolve/owners.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("the owner of one thing is not the owner of another", "[ingest][owners]") {
  const auto owner_of = [](std::string_view other) {
    return Resolved(R"(
The     the     DT  2 det
Aurora  Aurora  NNP 3 nsubj B-ORG
sank    sink    VBD 0 ROOT

Its     its     PRP$ 2 poss
owner   owner   NN   6 nsubj
,       ,       ,    2 punct
Ana     Ana     NNP  5 compound B-PERSON
Roe     Roe     NNP  2 appos    I-PERSON
left    leave   VBD  0 ROOT

)" + std::string(other) +
                    R"( x NNP 2 nsubj B-ORG
closed  close   VBD 0 ROOT
when    when    WRB 6 advmod
its     its     PRP$ 5 poss
owner   owner   NN   6 nsubj
fled    flee    VBD  2 advcl
)");
  };
  CHECK(owner_of("Aurora")("owner", 2) == "Ana Roe");
  CHECK(owner_of("Norsk")("owner", 2) == "Norsk's owner");
}

TEST_CASE("what is said of whose it is, is said of what is theirs", "[ingest][owners]") {
  const auto [words, owner] = GENERATE(table<std::string, std::string>(
      {{"Norsk Norsk NNP 8 nsubj B-ORG", "Norsk's shares"}, {"banks bank NNS 8 nsubj", "banks' shares"}}));
  CAPTURE(words);
  const Resolved text(words + R"(
,      ,     ,   1 punct
whose  whose WP$ 4 poss
shares share NNS 5 nsubj
fell   fall  VBD 1 relcl
Monday Monday NNP 5 npadvmod B-DATE
,      ,     ,   1 punct
closed close VBD 0 ROOT
)");
  CHECK(text("shares") == owner);
}

TEST_CASE("a lawyer's client is whose lawyer he is, and his is the lawyer's", "[ingest][owners]") {
  const Resolved text(R"(
Ana    Ana    NNP 2 compound B-PERSON
Roe    Roe    NNP 4 poss I-PERSON
's     's     POS 2 case
lawyer lawyer NN  5 nsubj
said   say    VBD 0 ROOT
his    his    PRP$ 7 poss
client client NN  8 nsubj
left   leave  VBD 5 ccomp
)");
  CHECK(text("client") == "Ana Roe");
  CHECK(text("his") == text("lawyer"));
}

TEST_CASE("a couple are the two who were said to be married", "[ingest][owners]") {
  const Resolved text(R"(
Olof   Olof   NNP 2 compound B-PERSON
Holm   Holm   NNP 4 poss I-PERSON
's     's     POS 2 case
wife   wife   NN  8 nsubj
,      ,      ,   4 punct
Ana    Ana    NNP 4 appos B-PERSON
,      ,      ,   4 punct
left   leave  VBD 0 ROOT

The    the    DT 2 det
couple couple NN 3 nsubj
sold   sell   VBD 0 ROOT
it     it     PRP 3 dobj
)");
  const Entity* couple = text.resolution.entity_at(9);
  REQUIRE(couple != nullptr);
  CHECK(couple->members.size() == 2);
}

TEST_CASE("the country is the only one that was named in any way", "[ingest][owners]") {
  const auto country_after = [](const std::string& other) {
    return Resolved(R"(
Turkish Turkish JJ  2 amod B-NORP
law     law     NN  3 nsubj
forbids forbid  VBZ 0 ROOT
it      it      PRP 3 dobj
in      in      IN  3 prep
)" + other + R"( x NNP 5 pobj B-GPE

Roe     Roe     NNP 2 nsubj B-PERSON
ruled   rule    VBD 0 ROOT
the     the     DT  4 det
country country NN  2 dobj
)")("country");
  };
  CHECK(country_after("Bursa") == "Turkey");
  CHECK(country_after("Kenya") != "Turkey");
}

TEST_CASE("her country is the one whose minister she is", "[ingest][owners]") {
  const Resolved text(
      "Kenyan kenyan JJ 4 amod B-NORP | minister minister NN 4 compound | Ana Ana NNP 4 compound B-PERSON | "
      "Roe Roe NNP 5 nsubj I-PERSON | said say VBD 0 ROOT | her her PRP$ 7 poss | country country NN 8 nsubj "
      "| "
      "won win VBD 5 ccomp");
  CHECK(text("country") == "Kenya");
}

TEST_CASE("he is who is punished for it, and who owns the thing told of beside his", "[ingest][pronouns]") {
  check_referents({
      {"whom they sentenced after he had confessed",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | sentenced sentence VBD 0 ROOT | "
       "Ole Ole NNP 5 compound B-PERSON | Holt Holt NNP 3 dobj I-PERSON | after after IN 8 mark | he he PRP "
       "8 nsubj "
       "| confessed confess VBD 3 advcl",
       {{"he", "Ole Holt"}}},
      {"whose house burned and whose car was stolen",
       "Ida Ida NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Ana Ana NNP 2 compound B-PERSON | Holm Holm NNP 4 poss I-PERSON | 's 's POS 2 case | house house NN "
       "5 nsubj | "
       "burned burn VBD 0 ROOT | and and CC 5 cc | her her PRP$ 8 poss | car car NN 9 nsubj | vanished "
       "vanish VBD 5 "
       "conj",
       {{"her", "Ana Holm"}}},
  });
}
