#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a verb that cannot be one is kept from the graph", "[ingest][extract][plausible]") {
  check_kept({
      {"a verb inside a title says nothing",
       "his his PRP$ 2 poss | album album NN 4 nsubj | , , , 2 punct | Live live VBP 7 parataxis | "
       "at at IN 4 prep | Narvik Narvik NNP 5 pobj | became become VBD 0 ROOT | famous famous JJ 7 acomp | "
       "later later RB 7 advmod",
       {"his album | lived | at Narvik"}},
      {"nobody has doing",
       "door door NN 3 nsubj | has have VBZ 3 aux | writing write VBG 0 ROOT | in in IN 3 prep | "
       "Latin Latin NNP 4 pobj B-LANGUAGE",
       {"door | wrote | in Latin"}},
      {"who would like somebody to help does not like him",
       "Ana Ana NNP 3 nsubj B-PERSON | would would MD 3 aux | like like VB 0 ROOT | banks bank NNS 3 dobj | "
       "to to TO 6 aux | help help VB 3 xcomp | Ida Ida NNP 6 dobj B-PERSON",
       {"Ana | liked | banks | to help Ida"}},
      {"so on names nothing",
       "Ana Ana NNP 2 nsubj B-PERSON | checks check VBZ 0 ROOT | bridges bridge NNS 2 dobj | "
       "and and CC 3 cc | so so RB 6 advmod | on on RB 3 conj",
       {"Ana | checked | so on"}},
  });
}

TEST_CASE("a base form is not joined to a past tense", "[ingest][extract][plausible]") {
  const auto with = [](std::string_view word, std::string_view tag) {
    return kept_from_graph(hand_built(
        "Ana Ana NNP 3 nsubj B-PERSON\nhas have VBZ 3 aux\npromised promise VBN 0 ROOT\nfood food NN 3 "
        "dobj\nand and CC 3 cc\n" +
        std::string(word) + " build " + std::string(tag) + " 3 conj\nlamps lamp NNS 6 dobj\n"));
  };
  CHECK(with("build", "VB") == Texts{"Ana | built | lamps"});
  CHECK(with("built", "VBN").empty());
}

TEST_CASE("what is done is said", "[ingest][extract][plausible]") {
  CHECK(kept_from_graph(hand_built(R"(
cities city NNS 2 nsubj
did do VBD 0 ROOT
in in IN 2 prep
tests test NNS 3 pobj
)")) == Texts{"cities | did | in tests"});
  const Document told = hand_built(R"(
cities city NNS 2 nsubj
did do VBD 0 ROOT
badly badly RB 2 advmod
in in IN 2 prep
tests test NNS 4 pobj
)");
  CHECK(kept_from_graph(told).empty());
  CHECK(statements_of(told) == Texts{"cities | did badly | in tests | badly"});
}

TEST_CASE("an adverb of several words is no argument, a place is", "[ingest][extract][plausible]") {
  check_statements({
      {"It reads in fact like Latin",
       "active",
       "It it PRP 2 nsubj | reads read VBZ 0 ROOT | in in IN 2 prep | fact fact NN 3 pobj | "
       "like like IN 2 prep | Latin Latin NNP 5 pobj B-LANGUAGE",
       {"It | read | like Latin | in fact"}},
      {"Ana stays at home with Ida",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | stays stay VBZ 0 ROOT | at at IN 2 prep | home home NN 3 pobj | "
       "with with IN 2 prep | Ida Ida NNP 5 pobj B-PERSON",
       {"Ana | stayed | at home | with Ida"}},
  });
}

TEST_CASE("an adjective or a comparative that changes what the verb says stays with it",
          "[ingest][extract]") {
  check_statements({
      {"Ana fell ill from stress",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | fell fall VBD 0 ROOT | ill ill JJ 2 advmod | from from IN 2 prep | "
       "stress stress NN 4 pobj",
       {"Ana | fell ill | from stress | ill"}},
      {"Ana uses maps less",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | uses use VBZ 0 ROOT | maps map NNS 2 dobj | less less RBR 2 advmod",
       {"Ana | used less | maps | less"}},
  });
}

TEST_CASE("a noun or an adjective that is no verb does nothing", "[ingest][extract][plausible]") {
  const auto with = [](std::string_view word, std::string_view lemma) {
    return kept_from_graph(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + std::string(word) + " " +
                                      std::string(lemma) + " VBD 0 ROOT\nservices service NNS 2 dobj\n"));
  };
  CHECK(with("maid", "maid").size() == 1);
  CHECK(with("unaltered", "unalter").size() == 1);
  CHECK(with("remixed", "remix").empty());
  CHECK(with("bought", "buy").empty());
}

TEST_CASE("who is to do something will do it; an aim that is to do it does not", "[ingest][extract]") {
  const auto with = [](std::string_view who, std::string_view lemma, std::string_view tag) {
    return statements_of(
        hand_built(std::string(who) + " " + std::string(lemma) + " " + std::string(tag) +
                   " 2 nsubj\nis be VBZ 0 ROOT\nto to TO 4 aux\nopen open VB 2 xcomp\nschools school "
                   "NNS 4 dobj\n"),
        "active");
  };
  CHECK(with("she", "she", "PRP") == Texts{"she | opened | schools"});
  CHECK(with("aim", "aim", "NN") == Texts{"aim | is to open | schools"});
}
