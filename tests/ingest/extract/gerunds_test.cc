#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what somebody is charged with doing stays with the charge", "[ingest][extract][gerunds]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
charged charge VBN 0 ROOT
with with IN 3 prep
making make VBG 4 pcomp
false false JJ 7 amod
statements statement NNS 5 dobj
)"),
                      "gerund") == Texts{"Ana | was charged with making | false statements"});
}

TEST_CASE("what somebody makes possible he does not make", "[ingest][extract][gerunds]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
praised praise VBN 0 ROOT
for for IN 3 prep
making make VBG 4 pcomp
flights flight NNS 7 nsubj
possible possible JJ 5 ccomp
)"),
                      "gerund") == Texts{"Ana | was praised for making possible | flights"});
}

TEST_CASE("who is given something for a deed did it", "[ingest][extract][gerunds]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
awarded award VBN 0 ROOT
the the DT 5 det
Medal Medal NNP 3 dobj B-WORK_OF_ART
for for IN 3 prep
saving save VBG 6 pcomp
sailors sailor NNS 7 dobj
)"),
                      "active") == Texts{"Ana | saved | sailors"});
}

TEST_CASE("what is given in return for a deed does not do it", "[ingest][extract][gerunds]") {
  const auto texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
sent send VBD 0 ROOT
clerks clerk NNS 2 dobj
in in IN 2 prep
return return NN 4 pobj
for for IN 5 prep
changing change VBG 6 pcomp
maps map NNS 7 dobj
)"),
                                   "active");
  CHECK(!holds(texts, "clerks | changed | maps"));
}

TEST_CASE("whom somebody accuses of doing something is accused of it", "[ingest][extract][gerunds]") {
  const auto [tail, text] = GENERATE(table<std::string, std::string>({
      {"of of IN 2 prep\nstealing steal VBG 4 pcomp\nmaps map NNS 5 dobj\n",
       "Ida | was accused of stealing | maps"},
      {"of of IN 2 prep\nnot not RB 6 neg\nreading read VBG 4 pcomp\nmaps map NNS 6 dobj\n", ""},
      {"by by IN 2 prep\nstealing steal VBG 4 pcomp\nmaps map NNS 5 dobj\n", ""},
      {"with with IN 2 prep\nrain rain NN 6 nsubj\nspoiling spoil VBG 4 pcomp\nmaps map NNS 6 dobj\n", ""},
  }));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\naccused accuse VBD 0 ROOT\n"
      "Ida Ida NNP 2 dobj B-PERSON\n" +
      tail);
  CAPTURE(tail);
  CHECK(statements_of(document, "gerund") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("who does a named deed in a relative clause does it", "[ingest][extract][gerunds]") {
  const auto refused = kept_from_graph(hand_built(R"(
children child NNS 0 ROOT
who who WP 3 nsubj
do do VBP 1 relcl
dangerous dangerous JJ 5 amod
work work NN 3 dobj
)"));
  CHECK(!holds(refused, "children | did | dangerous work"));
}

TEST_CASE("what one wins a prize for one has done", "[ingest][extract][gerunds]") {
  const auto [noun, told] = GENERATE(table<std::string, bool>({{"prize", true}, {"reason", false}}));
  const auto found = extract(
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nwon win VBD 0 ROOT\nthe the DT 4 det\n" + noun + " " + noun +
                 " NN 2 dobj\nfor for IN 2 prep\nfinding find VBG 5 pcomp\n"
                 "comets comet NNS 6 dobj\n"));
  CHECK(std::any_of(found.begin(), found.end(), [](const Extraction& e) {
          return e.predicate == "found" && e.modality == Modality::kAsserted && !e.surface_only;
        }) == told);
}

TEST_CASE("whom somebody tasks with a deed is to do it", "[ingest][extract][gerunds]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
tasked task VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
with with IN 2 prep
selling sell VBG 4 pcomp
ships ship NNS 5 dobj
)");
  const Extraction sold = found(document, "sold");
  CHECK(statement_text(document, sold) == "Ana | sold | ships");
  CHECK(sold.modality == Modality::kPossible);
}

TEST_CASE("a medal that is given for a deed is for one done", "[ingest][extract][gerunds]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"got get VBD", Modality::kAsserted}, {"offered offer VBD", Modality::kPossible}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + R"( 0 ROOT
a a DT 4 det
medal medal NN 2 dobj
for for IN 4 prep
saving save VBG 5 pcomp
Ida Ida NNP 6 dobj B-PERSON
)");
  const auto found = extract(document);
  const auto saved =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.predicate == "saved"; });
  REQUIRE(saved != found.end());
  CHECK(saved->modality == modality);
}

TEST_CASE("of two deeds behind a preposition each the second is as real", "[ingest][extract][gerunds]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
fined fine VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
for for IN 2 prep
lying lie VBG 4 pcomp
and and CC 4 cc
for for IN 4 conj
robbing rob VBG 7 pcomp
Ida Ida NNP 8 dobj B-PERSON
)");
  CHECK(found(document, "robbed").modality == Modality::kAsserted);
}

TEST_CASE("clerks tasked with selling it are to sell it", "[ingest][extract][gerunds]") {
  CHECK(found(hand_built(R"(
Clerks clerk NNS 6 nsubj
tasked task VBN 1 acl
with with IN 2 prep
selling sell VBG 3 pcomp
ships ship NNS 4 dobj
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)"),
              "sold")
            .modality == Modality::kPossible);
}

TEST_CASE("who is described as doing something does it, not who says so", "[ingest][extract][gerunds]") {
  CHECK(statements_of(hand_built(R"(
Clerks clerk NNS 2 nsubj
described describe VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
as as IN 2 prep
telling tell VBG 4 pcomp
jokes joke NNS 5 dobj
)"),
                      "active")
            .back() == "Ana | told | jokes");
}

TEST_CASE("a deed like another does not do the other", "[ingest][extract][gerunds]") {
  CHECK(statements_of(hand_built(R"(
Clerks clerk NNS 2 nsubj
took take VBD 0 ROOT
such such JJ 4 amod
steps step NNS 2 dobj
as as IN 2 prep
closing close VBG 5 pcomp
roads road NNS 6 dobj
)"),
                      "active")
            .size() == 1);
}

TEST_CASE("what is credited with something did it; a day filled with it did not",
          "[ingest][extract][gerunds]") {
  const auto [verb, doer] =
      GENERATE(table<std::string, std::string>({{"credited credit", "the paper"}, {"filled fill", "Ana"}}));
  CHECK(says(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb +
                        " VBD 0 ROOT\nthe the DT 4 det\npaper paper NN 2 dobj\nwith with IN 2 prep\n"
                        "telling tell VBG 5 pcomp\nstories story NNS 6 dobj\n"),
             doer + " | told | stories"));
}
