#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what stands before its subject is a condition, beside its main clause too",
          "[ingest][extract][modality]") {
  const auto [auxiliary, tag, verb, form] =
      GENERATE(table<std::string, std::string, std::string, std::string>(
          {{"Had", "VBD", "sold", "sell"}, {"Should", "MD", "sell", "sell"}}));
  const Document document =
      hand_built(auxiliary + " " + form + " " + tag + " 3 aux\nNorsk Norsk NNP 3 nsubj B-ORG\n" + verb +
                 " sell " + (tag == "MD" ? "VB" : "VBN") +
                 " 8 parataxis\nships ship NNS 3 dobj\n, , , 8 punct\nOslo Oslo NNP 8 nsubj B-GPE\nwould "
                 "would MD 8 aux\n"
                 "leave leave VB 0 ROOT\nit it PRP 8 dobj\n");
  CHECK(found(document, "sold").modality == Modality::kConditional);
}

TEST_CASE("provided that it pays is a condition however it was read", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
opened open VBD 0 ROOT
the the DT 4 det
road road NN 2 dobj
provided provide VBN 4 acl
that that IN 8 mark
Norsk Norsk NNP 8 nsubj B-ORG
leaves leave VBZ 2 ccomp
Bergen Bergen NNP 8 dobj B-GPE
)");
  CHECK(found(document, "left").modality == Modality::kConditional);
  CHECK(found(document, "opened").modality == Modality::kAsserted);
}

TEST_CASE("who was asked if it sank was asked", "[ingest][extract][modality]") {
  const auto [verb, form, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"asked", "ask", Modality::kAsserted}, {"pays", "pay", Modality::kConditional}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " " + form + (form == "ask" ? " VBD" : " VBZ") +
                 R"( 0 ROOT
Ida Ida NNP 2 dobj B-PERSON
if if IN 6 mark
Norsk Norsk NNP 6 nsubj B-ORG
left leave VBD 2 advcl
Oslo Oslo NNP 6 dobj B-GPE
)");
  CHECK(found(document, form == "ask" ? "asked" : "paid").modality == modality);
  CHECK(found(document, "left").modality == (form == "ask" ? Modality::kPossible : Modality::kConditional));
}

TEST_CASE("what one assumes is a condition", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Assuming assume VBG 7 advcl
Norsk Norsk NNP 3 nsubj B-ORG
sells sell VBZ 1 ccomp
ships ship NNS 3 dobj
, , , 7 punct
Oslo Oslo NNP 7 nsubj B-GPE
wins win VBZ 0 ROOT
Bergen Bergen NNP 7 dobj B-GPE
)");
  CHECK(found(document, "sold").modality == Modality::kConditional);
}

TEST_CASE("what is stored in case it rains awaits the rain, whatever `in case` was hung on",
          "[ingest][extract][modality]") {
  const std::string head = GENERATE(as<std::string>{}, "2", "7");
  const Document document = hand_built(R"(
Clerks clerk NNS 2 nsubj
store store VBP 0 ROOT
boats boat NNS 2 dobj
in in IN )" + head + R"( prep
case case NN 4 pobj
Norsk Norsk NNP 7 nsubj B-ORG
leaves leave VBZ 2 advcl
Oslo Oslo NNP 7 dobj B-GPE
)");
  CHECK(found(document, "left").modality == Modality::kConditional);
  CHECK(found(document, "stored").modality == Modality::kAsserted);
}

TEST_CASE("what holds except when something happens does not say that it does",
          "[ingest][extract][modality]") {
  const auto [verb, tag, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"leaves", "VBZ", Modality::kConditional}, {"left", "VBD", Modality::kAsserted}}));
  const Document document =
      hand_built("Except except IN 7 prep\nwhen when WRB 4 advmod\nNorsk Norsk NNP 4 nsubj B-ORG\n" + verb +
                 " leave " + tag + R"( 1 pcomp
Oslo Oslo NNP 4 dobj B-GPE
clerks clerk NNS 7 nsubj
sold sell VBD 0 ROOT
boats boat NNS 7 dobj
)");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("who is told how to do it, or finds it too cold for it, need not do it",
          "[ingest][extract][modality]") {
  CHECK(found(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
told tell VBD 0 ROOT
clerks clerk NNS 2 dobj
how how WRB 6 advmod
to to TO 6 aux
sell sell VB 2 xcomp
boats boat NNS 6 dobj
)"),
              "sold")
            .modality == Modality::kPossible);
  CHECK(found(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
is be VBZ 0 ROOT
too too RB 4 advmod
cold cold JJ 2 acomp
for for IN 8 mark
clerks clerk NNS 8 nsubj
to to TO 8 aux
sell sell VB 4 advcl
boats boat NNS 8 dobj
)"),
              "sold")
            .modality == Modality::kPossible);
}

TEST_CASE("whom somebody seeks need not be there, whom somebody found is", "[ingest][extract][modality]") {
  const auto [verb, determiner, modality] =
      GENERATE(table<std::string, std::string, Modality>({{"seeks seek", "a", Modality::kPossible},
                                                          {"wants want", "a", Modality::kPossible},
                                                          {"seeks seek", "the", Modality::kAsserted},
                                                          {"finds find", "a", Modality::kAsserted}}));
  const Document document = hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + " VBZ 0 ROOT\n" + determiner +
                                       " " + determiner + R"( DT 4 det
clerk clerk NN 2 dobj
who who WP 6 nsubj
sells sell VBZ 4 relcl
boats boat NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
}

TEST_CASE("what a town is spared doing it need not do", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
spared spare VBD 0 ROOT
Oslo Oslo NNP 4 nsubj B-GPE
selling sell VBG 2 ccomp
boats boat NNS 4 dobj
)");
  CHECK(found(document, "sold").modality == Modality::kPossible);
}
