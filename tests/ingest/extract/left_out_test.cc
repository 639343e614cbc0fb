#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a denied link of a chain is spelt by the predicate, a denied chain is denied", "[ingest][extract][negation]") {
  const auto [words, predicate, negated] = GENERATE(table<std::string, std::string, bool>({
      {"decided decide VBD 0 ROOT\nnot not RB 5 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n", "decided not to sell", false},
      {"vowed vow VBD 0 ROOT\nnever never RB 5 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n", "vowed never to sell", false},
      {"is be VBZ 0 ROOT\nnot not RB 2 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n", "sold", true},
  }));
  CAPTURE(predicate);
  const Document document = hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + words + "ships ship NNS 5 dobj\n");
  CHECK(found(document, predicate).negated == negated);
}

TEST_CASE("who pleads not guilty does not plead guilty", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
pleaded plead VBD 0 ROOT
not not RB 4 neg
guilty guilty JJ 2 acomp
to to IN 4 prep
theft theft NN 5 pobj
)");
  CHECK_FALSE(found(document, "pleaded not guilty").negated);
}

TEST_CASE("what somebody is kept from doing is not done", "[ingest][extract][negation]") {
  const auto [verb, lemma, denial, modality, negated] = GENERATE(table<std::string, std::string, std::string, Modality, bool>({
      {"barred", "bar", "had have VBD 3 aux\n", Modality::kAsserted, true},
      {"bar", "bar", "will will MD 3 aux\n", Modality::kPlanned, true},
      {"bar", "bar", "not not RB 3 neg\n", Modality::kPossible, false},
      {"watched", "watch", "had have VBD 3 aux\n", Modality::kPossible, false},
  }));
  CAPTURE(verb, denial);
  const Document document = hand_built("Ida Ida NNP 3 nsubj B-PERSON\n" + denial + verb + " " + lemma + R"( VBN 0 ROOT
Ana Ana NNP 3 dobj B-PERSON
from from IN 3 prep
selling sell VBG 5 pcomp
maps map NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
  CHECK(found(document, "sold").negated == negated);
}

TEST_CASE("what somebody tried to keep others from doing may be done", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Ida Ida NNP 2 nsubj B-PERSON
tried try VBD 0 ROOT
to to TO 4 aux
keep keep VB 2 xcomp
Ana Ana NNP 4 dobj B-PERSON
from from IN 4 prep
selling sell VBG 6 pcomp
maps map NNS 7 dobj
)");
  CHECK_FALSE(found(document, "sold").negated);
}

TEST_CASE("who stops short of a deed does not do it", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
stopped stop VBD 0 ROOT
short short RB 2 advmod
of of IN 2 prep
backing back VBG 4 pcomp
Ida Ida NNP 5 dobj B-PERSON
)");
  CHECK(found(document, "backed").negated);
  CHECK(statements_of(document, "gerund") == Texts{"Ana | stopped short of backing | Ida"});
}

TEST_CASE("what somebody warns against is nobody's deed", "[ingest][extract][plausible]") {
  const auto refused = kept_from_graph(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
warned warn VBD 0 ROOT
against against IN 2 prep
buying buy VBG 3 pcomp
maps map NNS 4 dobj
)"));
  CHECK(refused == Texts{"Ana | bought | maps"});
}

TEST_CASE("what was to have happened is no more than planned", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
was be VBD 0 ROOT
to to TO 5 aux
have have VB 5 aux
visited visit VBN 2 xcomp
Oslo Oslo NNP 5 dobj B-GPE
)");
  CHECK(found(document, "visited").modality == Modality::kPlanned);
}
