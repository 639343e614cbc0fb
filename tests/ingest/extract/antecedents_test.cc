#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a relative clause is of the noun that it speaks of", "[ingest][extract][antecedents]") {
  check_statements({
      {"nobody is a which: the clause speaks of what two people have to do with",
       "active",
       "Clerks clerk NNS 2 nsubj | moved move VBD 0 ROOT | the the DT 4 det | debate debate NN 2 dobj | "
       "between between IN 4 prep | Ida Ida NNP 7 compound B-PERSON | Ek Ek NNP 5 pobj I-PERSON | "
       "and and CC 7 cc | Ana Ana NNP 10 compound B-PERSON | Holt Holt NNP 7 conj I-PERSON | "
       ", , , 10 punct | which which WDT 13 nsubj | lasted last VBD 10 relcl | hours hour NNS 13 dobj",
       {"Clerks | moved | the debate between Ida Ek and Ana Holt",
        "the debate between Ida Ek and Ana Holt | lasted | hours"}},
      {"a place is not several: the clause is of what lies there",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | runs run VBZ 0 ROOT | shops shop NNS 2 dobj | in in IN 3 prep | "
       "Norway Norway NNP 4 pobj B-GPE | , , , 5 punct | which which WDT 8 nsubj | sell sell VBP 5 relcl | "
       "boats boat NNS 8 dobj",
       {"Ana | ran | shops in Norway", "shops in Norway | sold | boats"}},
      {"the object before a phrase agrees with a clause that somebody reports",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | lit light VBD 0 ROOT | fires fire NNS 2 dobj | at at IN 2 prep | "
       "a a DT 6 det | mill mill NN 4 pobj | , , , 6 punct | which which WDT 11 nsubj | "
       "Ida Ida NNP 10 nsubj B-PERSON | said say VBD 6 relcl | were be VBD 10 ccomp | "
       "under under IN 11 prep | control control NN 12 pobj",
       {"Ana | lit | fires | at a mill", "Ida | said | which were under control",
        "fires | was | under control"}},
      {"nobody is a which: the clause is of the body that she is of",
       "active",
       "Ana Ana NNP 2 compound B-PERSON | Holt Holt NNP 10 nsubj I-PERSON | of of IN 2 prep | "
       "Norsk Norsk NNP 3 pobj B-ORG | , , , 2 punct | which which WDT 7 nsubj | makes make VBZ 2 relcl | "
       "paper paper NN 7 dobj | , , , 2 punct | left leave VBD 0 ROOT | Oslo Oslo NNP 10 dobj B-GPE",
       {"Norsk | made | paper", "Ana Holt of Norsk | left | Oslo"}},
      {"what is joined behind a relative clause does not make its antecedent several",
       "active",
       "Divers diver NNS 2 nsubj | like like VBP 0 ROOT | rowing rowing NN 2 dobj | , , , 3 punct | "
       "which which WDT 6 nsubj | needs need VBZ 3 relcl | skill skill NN 6 dobj | , , , 3 punct | "
       "and and CC 3 cc | sailing sailing NN 3 conj",
       {"Divers | liked | rowing", "Divers | liked | sailing", "rowing | needed | skill"}},
  });
}

TEST_CASE("a body that is read as somebody is a which where what stands above does not agree",
          "[ingest][extract][antecedents]") {
  const Document document = hand_built(R"(
Shares share NNS 10 nsubj
in in IN 1 prep
Ole Ole NNP 4 compound B-PERSON
Dahl Dahl NNP 2 pobj I-PERSON
, , , 4 punct
which which WDT 7 nsubj
makes make VBZ 4 relcl
paper paper NN 7 dobj
, , , 4 punct
fell fall VBD 0 ROOT
sharply sharply RB 10 advmod
)");
  const auto all = statements_of(document, "active");
  CHECK(std::find(all.begin(), all.end(), "Ole Dahl | made | paper") != all.end());
}

TEST_CASE("a relative clause is of the noun that agrees with its verb, or of none",
          "[ingest][extract][antecedents]") {
  const auto [verb, tag, statement] = GENERATE(table<std::string, std::string, std::string>(
      {{"allows", "VBZ", "the map of houses with lamps | allowed | trade"},
       {"allow", "VBP", "lamps | allowed | trade"}}));
  const Document document = hand_built(R"(
Clerks clerk NNS 2 nsubj
drew draw VBD 0 ROOT
the the DT 4 det
map map NN 2 dobj
of of IN 4 prep
houses house NNS 5 pobj
with with IN 6 prep
lamps lamp NNS 7 pobj
, , , 8 punct
which which WDT 11 nsubj
)" + verb + " allow " + tag + R"( 8 relcl
trade trade NN 11 dobj
)");
  CHECK(statements_of(document, "active").back() == statement);
  const Document none = hand_built(R"(
Clerks clerk NNS 2 nsubj
saw see VBD 0 ROOT
lamps lamp NNS 2 dobj
, , , 3 punct
which which WDT 6 nsubj
allows allow VBZ 3 relcl
trade trade NN 6 dobj
)");
  CHECK(statements_of(none, "active") == Texts{"Clerks | saw | lamps"});
}

TEST_CASE("what suggests something behind a comma is what was said, not a thing without content",
          "[ingest][extract][antecedents]") {
  const auto [noun, said] =
      GENERATE(table<std::string, bool>({{"lamps lamp", false}, {"reports report", true}}));
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
broke break VBD 0 ROOT
)" + noun + R"( NNS 2 dobj
, , , 3 punct
which which WDT 6 nsubj
suggested suggest VBD 3 relcl
that that IN 9 mark
Ida Ida NNP 9 nsubj B-PERSON
fled flee VBD 6 ccomp
)");
  CHECK(found(document, "fled").attribution.has_value() == said);
}

TEST_CASE("of a person from a place that is read as a person the person did it",
          "[ingest][extract][antecedents]") {
  const Document document = hand_built(R"(
Clerks clerk NNS 2 nsubj
met meet VBD 0 ROOT
Ana Ana NNP 4 compound B-PERSON
Holt Holt NNP 2 dobj I-PERSON
from from IN 4 prep
Horley Horley NNP 5 pobj B-PERSON
, , , 6 punct
who who WP 9 nsubj
left leave VBD 6 relcl
Oslo Oslo NNP 9 dobj B-GPE
)");
  CHECK(found(document, "left").subject.head == 3);
}

TEST_CASE("what happens in a town is not said of its country", "[ingest][extract][antecedents]") {
  CHECK(says(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
left leave VBD 0 ROOT
Bergen Bergen NNP 2 dobj B-GPE
, , , 3 punct
Norway Norway NNP 3 appos B-GPE
, , , 3 punct
where where WRB 9 advmod
two two CD 9 nsubj
died die VBD 5 relcl
)"),
             "two | died | in Bergen"));
}

TEST_CASE("no summit is a who, the name right before it is", "[ingest][extract][antecedents]") {
  const std::string label = GENERATE("B-ORG", "B-PERSON", "");
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
left leave VBD 0 ROOT
the the DT 4 det
summit summit NN 2 dobj
with with IN 4 prep
Dahl Dahl NNP 5 pobj )" + label + R"(
, , , 4 punct
who who WP 9 nsubj
visited visit VBD 4 relcl
Peru Peru NNP 9 dobj B-GPE
)");
  CHECK(says(document, "Dahl | visited | Peru"));
}

TEST_CASE("a comma behind several names leaves the clause to all of them", "[ingest][extract][antecedents]") {
  const auto [verb, both] = GENERATE(
      table<std::string, bool>({{"fought fight VBD 1 relcl", true}, {"fights fight VBZ 1 relcl", false}}));
  const Document document = hand_built(R"(
Norway Norway NNP 9 nsubj B-GPE
and and CC 1 cc
Sweden Sweden NNP 1 conj B-GPE
, , , 1 punct
which which WDT 6 nsubj
)" + verb + R"(
Peru Peru NNP 6 dobj B-GPE
, , , 1 punct
left leave VBD 0 ROOT
)");
  CHECK(says(document, "Norway | fought | Peru") == both);
  CHECK(says(document, "Sweden | fought | Peru"));
}

TEST_CASE("whom a copula names does what the clause behind the noun tells",
          "[ingest][extract][antecedents]") {
  check_statements({
      {"several are named behind the copula",
       "active",
       "The the DT 2 det | towns town NNS 6 nsubj | that that WDT 4 nsubj | sold sell VBD 2 relcl | "
       "boats boat NNS 4 dobj | were be VBD 0 ROOT | Oslo Oslo NNP 6 attr B-GPE | and and CC 7 cc | "
       "Bergen Bergen NNP 7 conj B-GPE",
       {"Oslo | sold | boats", "Bergen | sold | boats"}},
      {"one is named before it, and what was counted did it too",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | was be VBD 0 ROOT | among among IN 2 prep | ten ten CD 5 nummod | "
       "clerks clerk NNS 3 pobj | who who WP 7 nsubj | sold sell VBD 5 relcl | boats boat NNS 7 dobj",
       {"Ana | was | among ten clerks", "Ana | sold | boats", "ten clerks | sold | boats"}},
      {"a comma tells more of the noun and tells none apart",
       "active",
       "Oslo Oslo NNP 2 nsubj B-GPE | is be VBZ 0 ROOT | one one CD 2 attr | of of IN 3 prep | "
       "ten ten CD 6 nummod | towns town NNS 4 pobj | , , , 6 punct | which which WDT 9 nsubj | "
       "sell sell VBP 6 relcl | boats boat NNS 9 dobj",
       {"ten towns | sold | boats"}},
  });
}

TEST_CASE("what somebody is or is known as does what the clause behind it tells",
          "[ingest][extract][antecedents]") {
  const auto [copula, lemma, told] = GENERATE(table<std::string, std::string, std::string>(
      {{"is", "be", "Ana | told | jokes"}, {"had", "have", "a clerk | told | jokes"}}));
  CHECK(statements_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + copula + " " + lemma +
                                 " VBZ 0 ROOT\na a DT 4 det\n" + "clerk clerk NN 2 " +
                                 (lemma == "be" ? "attr" : "dobj") +
                                 "\nwho who WP 6 nsubj\ntells tell VBZ 4 relcl\njokes joke NNS 6 dobj\n"),
                      "active")
            .back() == told);
  CHECK(statements_of(hand_built(R"(
Police police NNS 2 nsubj
identified identify VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
as as IN 2 prep
the the DT 6 det
driver driver NN 4 pobj
who who WP 8 nsubj
left leave VBD 6 relcl
Oslo Oslo NNP 8 dobj B-GPE
)"),
                      "active")
            .back() == "Ana | left | Oslo");
}

TEST_CASE("what surprises behind a comma is not whom somebody freed", "[ingest][extract][antecedents]") {
  CHECK(statements_of(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
freed free VBD 0 ROOT
the the DT 4 det
editor editor NN 2 dobj
, , , 4 punct
which which WDT 7 nsubj
surprised surprise VBD 4 relcl
Ana Ana NNP 7 dobj B-PERSON
)"),
                      "active") == Texts{"Oslo | freed | the editor"});
}

TEST_CASE("who is asked in a relative clause is not what the noun does", "[ingest][extract][antecedents]") {
  const Document document = hand_built(R"(
The the DT 2 det
letters letter NNS 11 nsubj
Ana Ana NNP 4 nsubj B-PERSON
asked ask VBD 2 relcl
Ida Ida NNP 4 dobj B-PERSON
who who WP 7 nsubj
sent send VBD 4 ccomp
maps map NNS 7 dobj
to to IN 7 prep
Oslo Oslo NNP 9 pobj B-GPE
vanished vanish VBD 0 ROOT
)");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK_FALSE(any_has(texts, "letters | sent"));
}

TEST_CASE("a preposition left behind an object binds what the clause speaks of",
          "[ingest][extract][relatives]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
sold sell VBD 0 ROOT
the the DT 4 det
ship ship NN 2 dobj
that that WDT 7 dobj
Ida Ida NNP 7 nsubj B-PERSON
told tell VBD 4 relcl
stories story NNS 7 dobj
about about IN 8 prep
)"));
  CAPTURE(texts);
  CHECK(holds(texts, "Ida | told | stories | about the ship"));
}
