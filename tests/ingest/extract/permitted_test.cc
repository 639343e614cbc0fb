#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what one is allowed to do may be done, what one is not allowed to do is not",
          "[ingest][extract][modality]") {
  const auto [verb, lemma, denial, modality, negated] =
      GENERATE(table<std::string, std::string, std::string, Modality, bool>({
          {"allow", "allow", "", Modality::kPossible, false},
          {"allow", "allow", "not not RB 4 neg\n", Modality::kPossible, true},
          {"enable", "enable", "", Modality::kPossible, false},
          {"forbid", "forbid", "", Modality::kDemanded, true},
          {"forbid", "forbid", "not not RB 4 neg\n", Modality::kPossible, false},
          {"order", "order", "", Modality::kDemanded, false},
      }));
  CAPTURE(verb, denial);
  const std::string word = denial.empty() ? "really really RB 4 advmod\n" : denial;
  const Document document =
      hand_built("laws law NNS 4 nsubj\ndo do VBP 4 aux\n" + word + verb + " " + lemma + R"( VB 0 ROOT
Norsk Norsk NNP 7 nsubj B-ORG
to to TO 7 aux
buy buy VB 4 ccomp
Harvik Harvik NNP 7 dobj B-ORG
)");
  CHECK(found(document, "bought").modality == modality);
  CHECK(found(document, "bought").negated == negated);
}

TEST_CASE("what one wishes were so is not", "[ingest][extract][negation]") {
  const auto [denial, negated] =
      GENERATE(table<std::string, bool>({{"not not RB 6 neg", false}, {"now now RB 6 advmod", true}}));
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
wishes wish VBZ 0 ROOT
Norsk Norsk NNP 6 nsubj B-ORG
had have VBD 6 aux
)" + denial + R"(
bought buy VBN 2 ccomp
Harvik Harvik NNP 6 dobj B-ORG
)");
  CHECK(found(document, "bought").negated == negated);
  CHECK(found(document, "bought").modality == Modality::kAsserted);
}

TEST_CASE("a modal word reaches what it governs and no further", "[ingest][extract][modality]") {
  check_standings({
      {"what is projected to have happened already is no plan",
       "Norsk Norsk NNP 2 nsubj B-ORG | projected project VBD 0 ROOT | that that IN 5 mark | "
       "Ana Ana NNP 5 nsubj B-PERSON | won win VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE",
       {{"won", Modality::kPossible}}},
      {"what they may do leaves what is told of others",
       "laws law NNS 2 nsubj | allow allow VBP 0 ROOT | Norsk Norsk NNP 5 nsubj B-ORG | to to TO 5 aux | "
       "pay pay VB 2 ccomp | people person NNS 5 dobj | who who WP 8 nsubj | left leave VBD 6 relcl | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {{"left", Modality::kAsserted}}},
      {"what must have happened may have",
       "Ana Ana NNP 4 nsubj B-PERSON | must must MD 4 aux | have have VB 4 aux | left leave VBN 0 ROOT | "
       "Oslo Oslo NNP 4 dobj B-GPE",
       {{"left", Modality::kPossible}}},
      {"who tells them that he likes it demands nothing",
       "Ana Ana NNP 2 nsubj B-PERSON | told tell VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | : : : 2 punct | "
       "“ “ `` 2 punct | Ida Ida NNP 8 nsubj B-PERSON | and and CC 6 cc | own own VBP 2 ccomp | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {{"owned", Modality::kAsserted}}},
      {"who lets somebody do it does not say that he does",
       "Ana Ana NNP 2 nsubj B-PERSON | lets let VBZ 0 ROOT | Norsk Norsk NNP 4 nsubj B-ORG | "
       "buy buy VB 2 ccomp | Harvik Harvik NNP 4 dobj B-ORG",
       {{.what = "bought", .claimant = "nobody"}}},
      {"who claims that they have it demands nothing",
       "Ana Ana NNP 2 nsubj B-PERSON | claimed claim VBD 0 ROOT | they they PRP 4 nsubj | "
       "have have VBP 2 ccomp | Oslo Oslo NNP 4 dobj B-GPE",
       {{.what = "had", .modality = Modality::kAsserted, .claimant = "Ana"}}},
      {"what no law says stands on no law's word",
       "no no DT 2 det | law law NN 3 nsubj | says say VBZ 0 ROOT | that that IN 7 mark | "
       "Norsk Norsk NNP 7 nsubj B-ORG | must must MD 7 aux | buy buy VB 3 ccomp | "
       "Harvik Harvik NNP 7 dobj B-ORG",
       {{.what = "bought", .modality = Modality::kPossible, .claimant = "nobody"}}},
      {"who thinks so for it does not say what stands before the so",
       "Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 7 ccomp | Oslo Oslo NNP 2 dobj B-GPE | "
       ", , , 7 punct | so so RB 7 advmod | Ana Ana NNP 7 nsubj B-PERSON | thinks think VBZ 0 ROOT | "
       "Ida Ida NNP 9 nsubj B-PERSON | won win VBD 7 ccomp",
       {{.what = "left", .claimant = "nobody"}}},
      {"what somebody was not let do he did not",
       "Oslo Oslo NNP 4 nsubj B-GPE | did do VBD 4 aux | not not RB 4 neg | let let VB 0 ROOT | "
       "Ana Ana NNP 6 nsubj B-PERSON | leave leave VB 4 ccomp | Bergen Bergen NNP 6 dobj B-GPE",
       {{.what = "left", .negated = true}}},
  });
}

TEST_CASE("who rushed to do it was not urged to", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
rushed rush VBD 0 ROOT
to to TO 4 aux
help help VB 2 advcl
Norsk Norsk NNP 4 dobj B-ORG
)");
  for (const Extraction& extraction : extract(document)) CHECK(extraction.modality != Modality::kDemanded);
}

TEST_CASE("who is told to do it is demanded to, though the parser took it for what for",
          "[ingest][extract][modality]") {
  const auto [verb, modality] =
      GENERATE(table<std::string, Modality>({{"instructed instruct", Modality::kDemanded},
                                             {"allowed allow", Modality::kPossible},
                                             {"hired hire", Modality::kPlanned}}));
  const Document document = hand_built("decrees decree NNS 2 nsubj\n" + verb + R"( VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
to to TO 5 aux
leave leave VB 2 advcl
Oslo Oslo NNP 5 dobj B-GPE
)");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("who decides where it opens does not say where", "[ingest][extract]") {
  const auto [verb, claimed] =
      GENERATE(table<std::string, bool>({{"decides decide", false}, {"says say", true}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + R"( VBZ 0 ROOT
where where WRB 5 advmod
Norsk Norsk NNP 5 nsubj B-ORG
sells sell VBZ 2 ccomp
ships ship NNS 5 dobj
)");
  CHECK(found(document, "sold").attribution.has_value() == claimed);
}

TEST_CASE("a thing yet to be made does nothing yet, one that is there does", "[ingest][extract][modality]") {
  const auto [verb, determiner, modality] =
      GENERATE(table<std::string, std::string, Modality>({{"build", "a", Modality::kPlanned},
                                                          {"build", "the", Modality::kAsserted},
                                                          {"see", "a", Modality::kAsserted}}));
  const Document document = hand_built("Norsk Norsk NNP 3 nsubj B-ORG\nwill will MD 3 aux\n" + verb + " " +
                                       verb + " VB 0 ROOT\n" + determiner + " " + determiner + R"( DT 5 det
ship ship NN 3 dobj
that that WDT 7 nsubj
carries carry VBZ 5 relcl
oil oil NN 7 dobj
)");
  CAPTURE(verb, determiner);
  CHECK(found(document, "carried").modality == modality);
}

TEST_CASE("what has been seen hangs on no condition that is open", "[ingest][extract][modality]") {
  const auto [auxiliary, form, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"has have VBZ 3 aux", "sold sell VBN", Modality::kAsserted},
       {"often often RB 3 advmod", "sells sell VBZ", Modality::kConditional}}));
  const Document document =
      hand_built("Norsk Norsk NNP 3 nsubj B-ORG\n" + auxiliary + "\n" + form + R"( 0 ROOT
ships ship NNS 3 dobj
if if IN 7 mark
Oslo Oslo NNP 7 nsubj B-GPE
needs need VBZ 3 advcl
money money NN 7 dobj
)");
  CHECK(found(document, "sold").modality == modality);
}

TEST_CASE("who no doubt will come will come", "[ingest][extract][negation]") {
  const auto [word, deprel, negated] = GENERATE(
      table<std::string, std::string, bool>({{"doubt", "advmod", false}, {"longer", "advmod", true}}));
  const Document document = hand_built("Ana Ana NNP 4 nsubj B-PERSON\nno no DT 3 neg\n" + word + " " + word +
                                       (word == "doubt" ? " NN 4 " : " RB 4 ") + deprel + R"(
leads lead VBZ 0 ROOT
Norsk Norsk NNP 4 dobj B-ORG
)");
  CHECK(found(document, "led").negated == negated);
}

TEST_CASE("what is calculated using something is no rumour", "[ingest][extract][modality]") {
  const auto [mark, verb, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"simply simply RB 5 advmod", "using use VBG", Modality::kAsserted},
       {"to to TO 5 aux", "use use VB", Modality::kReported},
       {"to to TO 5 aux", "using use VBG", Modality::kReported}}));
  const Document document =
      hand_built("prices price NNS 3 nsubjpass\nare be VBP 3 auxpass\nestimated estimate VBN 0 ROOT\n" +
                 mark + "\n" + verb + R"( 3 xcomp
Norsk Norsk NNP 5 dobj B-ORG
)");
  for (const Extraction& extraction : extract(document)) CHECK(extraction.modality == modality);
}

TEST_CASE("who is found guilty one day of doing it did it", "[ingest][extract][modality]") {
  const auto [verdict, modality] = GENERATE(
      table<std::string, Modality>({{"guilty", Modality::kAsserted}, {"capable", Modality::kPossible}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\nfound find VBN 0 ROOT\n" + verdict +
                 " " + verdict + R"( JJ 3 oprd
on on IN 3 prep
Friday Friday NNP 5 pobj B-DATE
of of IN 3 prep
robbing rob VBG 7 pcomp
Norsk Norsk NNP 8 dobj B-ORG
)");
  CHECK(found(document, "robbed").modality == modality);
}

TEST_CASE("what somebody would do when asked he did", "[ingest][extract][modality]") {
  const auto [time, tag, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"asked ask", "VBN", Modality::kAsserted}, {"asks ask", "VBZ", Modality::kPlanned}}));
  const Document document = hand_built(R"(
Ana Ana NNP 3 nsubj B-PERSON
would would MD 3 aux
praise praise VB 0 ROOT
Norsk Norsk NNP 3 dobj B-ORG
when when WRB 6 advmod
)" + time + " " + tag + " 3 advcl\n");
  CHECK(found(document, "praised").modality == modality);
}

TEST_CASE("who would not comment did not", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(
      table<std::string, Modality>({{"discuss", Modality::kAsserted}, {"sell", Modality::kPlanned}}));
  const Document document =
      hand_built("Norsk Norsk NNP 4 nsubj B-ORG\nwould would MD 4 aux\nnot not RB 4 neg\n" + verb + " " +
                 verb + " VB 0 ROOT\nHarvik Harvik NNP 4 dobj B-ORG\n");
  const Extraction extraction = extract(document)[0];
  CHECK(extraction.modality == modality);
  CHECK(extraction.negated);
}

TEST_CASE("whether they did what somebody meant to let them do is not said", "[ingest][extract][modality]") {
  const auto [link, modality] =
      GENERATE(table<std::string, Modality>({{"agreed agree", Modality::kPlanned},
                                             {"tried try", Modality::kPlanned},
                                             {"refused refuse", Modality::kPossible},
                                             {"managed manage", Modality::kAsserted}}));
  const std::string tag = GENERATE("VB", "VBP");  // as the tagger has it
  const Document document = hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + link + R"( VBD 0 ROOT
to to TO 4 aux
let let VB 2 xcomp
firms firm NNS 6 nsubj
sell sell )" + tag + R"( 4 ccomp
shares share NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
}
