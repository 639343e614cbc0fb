#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("neither denies whatever it was hung on", "[ingest][extract][negation]") {
  const Document object = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
blamed blame VBD 0 ROOT
neither neither CC 4 det
Mayor Mayor NNP 5 compound
Ida Ida NNP 2 dobj B-PERSON
nor nor CC 5 cc
Norsk Norsk NNP 5 conj B-ORG
)");
  CHECK(found(object, "blamed").negated);
  const auto [link, denied] = GENERATE(table<std::string, bool>({{"to", true}, {"with", false}}));
  const Document behind =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nspoke speak VBD 0 ROOT\n" + link + " " + link + R"( IN 2 prep
neither neither CC 5 preconj
Ida Ida NNP 3 pobj B-PERSON
nor nor CC 5 cc
Norsk Norsk NNP 5 conj B-ORG
)");
  CHECK(found(behind, "spoke").negated == denied);
  const auto [first, neither] = GENERATE(table<std::string, bool>({{"neither", true}, {"both", false}}));
  const Document subject = hand_built(first + " " + first + R"( CC 2 preconj
US US NNP 5 nmod B-GPE
nor nor CC 2 cc
British british JJ 2 conj B-NORP
troops troop NNS 6 nsubj
blamed blame VBD 0 ROOT
Ida Ida NNP 6 dobj B-PERSON
)");
  CHECK(found(subject, "blamed").negated == neither);
}

TEST_CASE("without having done it one has not", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Without without IN 7 prep
having have VBG 3 aux
read read VBN 1 pcomp
it it PRP 3 dobj
, , , 7 punct
Ana Ana NNP 7 nsubj B-PERSON
blamed blame VBD 0 ROOT
Ida Ida NNP 7 dobj B-PERSON
)");
  CHECK(found(document, "read").negated);
}

TEST_CASE("what somebody does not deny is nobody's word", "[ingest][extract][attribution]") {
  const Document document = hand_built(R"(
Ana Ana NNP 4 nsubj B-PERSON
did do VBD 4 aux
not not RB 4 neg
deny deny VB 0 ROOT
that that IN 7 mark
Norsk Norsk NNP 7 nsubj B-ORG
left leave VBD 4 ccomp
Oslo Oslo NNP 7 dobj B-GPE
)");
  const Extraction left = found(document, "left");
  CHECK(left.modality == Modality::kPossible);
  CHECK_FALSE(left.attribution);
}

TEST_CASE("no fewer than ten did it", "[ingest][extract][negation]") {
  const auto [words, denied] = GENERATE(table<std::string, bool>({
      {"No no DT 5 det\nfewer few JJR 4 amod\nthan than IN 4 quantmod\nten ten CD 5 nummod\n", false},
      {"No no DT 5 det\nfewer few JJR 5 amod\nbusy busy JJ 5 amod\nold old JJ 5 amod\n", true},
  }));
  const Document document = hand_built(words + R"(clerks clerk NNS 6 nsubj
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)");
  CHECK(found(document, "left").negated == denied);
}

TEST_CASE("it was not Oslo that paid", "[ingest][extract][negation]") {
  const auto [noun, denied] = GENERATE(
      table<std::string, bool>({{"Norsk Norsk NNP 2 attr B-ORG", true}, {"clerks clerk NNS 2 attr", false}}));
  const Document document = hand_built("It it PRP 2 nsubj\nwas be VBD 0 ROOT\nnot not RB 2 neg\n" + noun + R"(
that that WDT 6 nsubj
sold sell VBD 4 relcl
Oslo Oslo NNP 6 dobj B-GPE
)");
  const auto found = extract(document);
  const auto sold =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.predicate == "sold"; });
  REQUIRE(sold != found.end());
  CHECK(sold->negated == denied);
}

TEST_CASE("what is not so but joined is denied once", "[ingest][extract][negation]") {
  const auto found = extract(hand_built(R"(
The the DT 2 det
sea sea NN 3 nsubj
is be VBZ 0 ROOT
deep deep JJ 3 acomp
but but CC 4 cc
not not RB 7 neg
cold cold JJ 4 conj
)"));
  REQUIRE(found.size() == 2);
  CHECK(found[1].negated);
  CHECK(found[1].arguments[0].phrase.tokens.size() == 1);
}

TEST_CASE("what is used instead of something is not used of it", "[ingest][extract]") {
  CHECK(says(hand_built(R"(
Corn corn NN 3 nsubjpass
was be VBD 3 auxpass
used use VBN 0 ROOT
instead instead RB 5 advmod
of of IN 3 prep
wheat wheat NN 5 pobj
)"),
             "Corn | was used | instead of wheat"));
}
