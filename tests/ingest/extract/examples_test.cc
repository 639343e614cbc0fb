#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what is done with all is done with the examples, and a named one is of the kind",
          "[ingest][extract][examples]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
worked work VBD 0 ROOT
with with IN 2 prep
big big JJ 5 amod
firms firm NNS 3 pobj
like like IN 5 prep
Norsk Norsk NNP 6 pobj B-ORG
and and CC 7 cc
Alta Alta NNP 7 conj B-ORG
)");
  const Texts texts = statements_of(document, "active");
  CHECK(holds(texts, "Ana | worked | with Norsk"));
  CHECK(holds(texts, "Ana | worked | with Alta"));
  CHECK(statements_of(document, "example") == Texts{"Norsk | is | big firms", "Alta | is | big firms"});
}

TEST_CASE("what is like something is no example of it", "[ingest][extract][examples]") {
  const auto [noun, tag, name] = GENERATE(table<std::string, std::string, std::string>({
      {"firm", "NN", "Norsk Norsk NNP 5 pobj B-ORG"},
      {"firms", "NNS", "ours ours PRP 5 pobj"},
      {"people", "NNS", "Ana Ana NNP 5 pobj B-PERSON"},
  }));
  const Document document = hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nran run VBD 0 ROOT\nthe the DT 4 det\n" + noun + " " +
      (noun == "firms" ? "firm" : noun) + " " + tag + " 2 dobj\nlike like IN 4 prep\n" + name + "\n");
  CAPTURE(noun, name);
  CHECK(statements_of(document, "example").empty());
}

TEST_CASE("an example is one of what stands before it", "[ingest][extract][examples]") {
  check_statements({
      {"an example set off behind a relative clause is of the noun before it",
       "example",
       "Islands island NNS 12 nsubj | that that WDT 3 nsubj | attract attract VBP 1 relcl | "
       "tourists tourist NNS 3 dobj | , , , 4 punct | such such JJ 7 amod | as as IN 4 prep | "
       "Ana Ana NNP 7 pobj B-PERSON | and and CC 8 cc | Ida Ida NNP 8 conj B-PERSON | , , , 12 punct | "
       "suffer suffer VBP 0 ROOT",
       {}},
      {"what helps by name helps, with the others that are not named",
       "passive_agent",
       "It it PRP 3 nsubjpass | is be VBZ 3 auxpass | supported support VBN 0 ROOT | by by IN 3 agent | "
       "groups group NNS 4 pobj | including include VBG 5 prep | Greenpeace Greenpeace NNP 6 pobj B-ORG",
       {"groups including Greenpeace | supported | It", "Greenpeace | supported | It"}},
  });
}

TEST_CASE("each of several that something is said to be is one of them", "[ingest][extract][examples]") {
  const auto [owner, statement] = GENERATE(
      table<std::string, std::string>({{"The the DT 2 det", "Ana | is | parents"},
                                       {"Oslo's Oslo NNP 2 poss B-GPE", "Ana | parent | of Oslo's"}}));
  const Document document = hand_built(owner + R"(
parents parent NNS 3 nsubj
were be VBD 0 ROOT
Ana Ana NNP 3 attr B-PERSON
and and CC 4 cc
Leif Leif NNP 4 conj B-PERSON
)");
  CHECK(statements_of(document, "example").front() == statement);
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "copula") CHECK(extraction.surface_only);
}

TEST_CASE("what else somebody is said to be is said of him", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
is be VBZ 0 ROOT
a a DT 4 det
lawyer lawyer NN 2 attr
, , , 4 punct
an an DT 7 det
enemy enemy NN 4 appos
of of IN 7 prep
noise noise NN 8 pobj
, , , 9 punct
a a DT 12 det
friend friend NN 9 appos
of of IN 12 prep
cats cat NNS 13 pobj
)");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK(holds(texts, "Ana | enemy | of noise"));
  CHECK(holds(texts, "Ana | friend | of cats"));
  CHECK_FALSE(any_begins(texts, "noise"));
}

TEST_CASE("how many there are of a kind is no part of it", "[ingest][extract][examples]") {
  const Document document = hand_built(R"(
Various various JJ 2 amod
towns town NNS 6 nsubj
like like IN 2 prep
Oslo Oslo NNP 3 pobj B-GPE
, , , 2 punct
grew grow VBD 0 ROOT
)");
  CHECK(statements_of(document, "example") == Texts{"Oslo | is | towns"});
}

TEST_CASE("one among those that only what they do tells apart is nothing", "[ingest][extract][plausible]") {
  const auto [next, kept] =
      GENERATE(table<std::string, bool>({{"to to TO 7 aux\nvote vote VB 2 advcl\n", true},
                                         {"in in IN 5 prep\nSpain Spain NNP 6 pobj\n", false}}));
  const Document document = hand_built(
      "Oslo Oslo NNP 2 nsubj B-GPE\nwas be VBD 0 ROOT\namong among IN 2 prep\nthe the DT 5 det\n"
      "towns town NNS 3 pobj\n" +
      next);
  CHECK(found(document, "was").surface_only == kept);
  const Document hit = hand_built(
      "Oslo Oslo NNP 2 nsubj B-GPE\nwas be VBD 0 ROOT\namong among IN 2 prep\nthe the DT 5 det\n"
      "towns town NNS 3 pobj\naffected affect VBN 2 advcl\n");
  CHECK(found(hit, "was").surface_only);
  CHECK_FALSE(found(hit, "was affected").surface_only);
}

TEST_CASE("what only a clause tells apart is said to be nothing without it", "[ingest][extract][plausible]") {
  const auto [noun, kept] = GENERATE(
      table<std::string, bool>({{"process process NN 2 attr", true}, {"clerk clerk NN 2 attr", false}}));
  const Document document =
      hand_built("Voting voting NN 2 nsubj\nis be VBZ 0 ROOT\na a DT 4 det\n" + noun +
                 "\nthat that WDT 6 nsubj\nfollows follow VBZ 4 relcl\n" + "rules rule NNS 6 dobj\n");
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "copula") CHECK(extraction.surface_only == kept);
}
