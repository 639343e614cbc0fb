#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a gerund with its object is the subject, not the object alone",
          "[ingest][extract][clause_repair]") {
  check_statements({
      {"Losing matches can hurt teams .",
       "active",
       "Losing lose VBG 0 ROOT | matches match NNS 4 nsubj | can can MD 4 aux | hurt hurt VB 1 ccomp | "
       "teams team NNS 4 dobj | . . . 1 punct",
       {"Losing matches | hurt | teams"}},
      {"Losing , clubs can hurt teams",
       "active",
       "Losing lose VBG 0 ROOT | , , , 1 punct | clubs club NNS 5 nsubj | can can MD 5 aux | "
       "hurt hurt VB 1 ccomp | teams team NNS 5 dobj",
       {"clubs | hurt | teams"}},
  });
}

TEST_CASE("what one makes sure of is not sure", "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
Guards guard NNS 2 nsubj
made make VBD 0 ROOT
sure sure JJ 4 amod
visitors visitor NNS 6 nsubj
could could MD 6 aux
reach reach VB 2 ccomp
Oslo Oslo NNP 6 dobj B-GPE
)");
  CHECK(statements_of(document, "active").back() == "visitors | reached | Oslo");
}

TEST_CASE("a noun joined to a verb is the next verb's subject, and a date is not",
          "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
Thieves thief NNS 3 nsubjpass
were be VBD 3 auxpass
caught catch VBN 0 ROOT
but but CC 3 cc
judges judge NNS 3 conj
in in IN 5 prep
May May NNP 6 pobj B-DATE
2018 2018 CD 9 nsubj I-DATE
freed free VBD 3 conj
them them PRP 9 dobj
)");
  CHECK(found(document, "freed").subject.tokens.front() == 4);
  const Document joined = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
opened open VBD 0 ROOT
shops shop NNS 2 dobj
and and CC 2 cc
banks bank NNS 2 conj
and and CC 2 cc
closed close VBD 2 conj
mines mine NNS 7 dobj
)");
  CHECK(found(joined, "closed").subject.tokens.front() == 0);
}

TEST_CASE("a time before the subject does nothing", "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
Most most JJS 7 nsubj
of of IN 1 prep
the the DT 4 det
time time NN 2 pobj
the the DT 6 det
guards guard NNS 7 nsubj
wore wear VBD 0 ROOT
masks mask NNS 7 dobj
)");
  CHECK(statements_of(document, "active").front().starts_with("the guards | wore | masks"));
}

TEST_CASE("of two nouns between two verbs one is the object", "[ingest][extract][clause_repair]") {
  const auto [verb, text] = GENERATE(table<std::string, std::string>(
      {{"seized seize", "Ana | seized | ships"}, {"said say", "Ana | said | ships and crews were freed"}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + R"( VBD 0 ROOT
ships ship NNS 7 nsubjpass
and and CC 3 cc
crews crew NNS 3 conj
were be VBD 7 auxpass
freed free VBN 2 ccomp
)");
  CHECK(statements_of(document).front() == text);
}

TEST_CASE("behind two nouns a verb that nothing joins has the last for its subject",
          "[ingest][extract][clause_repair]") {
  const auto [verb, head] = GENERATE(table<std::string, std::uint32_t>(
      {{"fell fall VBD 2 conj\n", 7}, {"called call VBD 2 conj\nGalleri Galleri NNP 8 oprd\n", 2}}));
  const Document document = hand_built(R"(Fire Fire NN 2 nsubj
hurt hurt VBD 0 ROOT
guards guard NNS 2 dobj
and and CC 3 cc
wings wing NNS 3 conj
in in IN 3 prep
Bergen Bergen NNP 6 pobj B-GPE
)" + verb);
  const DocumentTree tree(document);
  CHECK(tree.token(4).head == head);
  CHECK((tree.token(4).deprel == Deprel::kNsubj) == (head == 7));
}

TEST_CASE("what another says is no part of what was said", "[ingest][extract][clause_repair]") {
  const auto [verb, head] =
      GENERATE(table<std::string, std::uint32_t>({{"noted note", 1}, {"spoke speak", 3}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nsaid say VBD 0 ROOT\nIda Ida NNP 4 nsubj B-PERSON\nleft leave VBD 2 "
      "ccomp\n"
      "while while IN 7 mark\nOlof Olof NNP 7 nsubj B-PERSON\n" +
      verb + " VBD 4 advcl\n");
  CHECK(DocumentTree(document).token(6).head == head);
}

TEST_CASE("what a comma sets off behind who says so goes on with what is said",
          "[ingest][extract][clause_repair]") {
  const auto [participle, says] = GENERATE(table<std::string, std::string>({
      {"killing kill VBG 8 advcl\nsix six CD 12 nummod\nclerks clerk NNS 10 dobj",
       "Rockets | killed | six clerks"},
      {"adding add VBG 8 advcl\nsix six CD 12 nummod\nclerks clerk NNS 10 dobj",
       "the police | added | six clerks"},
      {"after after IN 8 prep\na a DT 12 det\nweek week NN 10 pobj",
       "Rockets | hit | Oslo | today | after a week"},
  }));
  CAPTURE(participle);
  const Texts texts = statements_of(hand_built(R"(
Rockets rocket NNS 2 nsubj
hit hit VBD 8 ccomp
Oslo Oslo NNP 2 dobj B-GPE
today today NN 2 npadvmod B-DATE
, , , 8 punct
the the DT 7 det
police police NNS 8 nsubj
said say VBD 0 ROOT
, , , 8 punct
)" + participle + "\n"));
  CHECK(any_begins(texts, says));
}

TEST_CASE("who urges somebody leaves undone what stands behind a comma", "[ingest][extract][clause_repair]") {
  const auto [comma, head] = GENERATE(table<std::string, std::uint32_t>({{",", 1}, {";", 4}}));
  const DocumentTree tree(
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nurged urge VBD 0 ROOT\nIda Ida NNP 2 dobj B-PERSON\n"
                 "to to TO 5 aux\ngo go VB 2 xcomp\n" +
                 comma + " " + comma + R"( , 5 punct
without without IN 5 prep
naming name VBG 7 pcomp
Olof Olof NNP 8 dobj B-PERSON
)"));
  CHECK(tree.token(6).head == head);
}

TEST_CASE("who says so behind a comma is no more of the object", "[ingest][extract][clause_repair]") {
  const auto [verb, told] = GENERATE(table<std::string, bool>({{"said say", true}, {"left leave", false}}));
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
cut cut VBD 0 ROOT
jobs job NNS 2 dobj
, , , 3 punct
its its PRP$ 6 poss
head head NN 3 conj
, , , 6 punct
Ana Ana NNP 9 compound B-PERSON
Roe Roe NNP 6 appos I-PERSON
, , , 6 punct
)" + verb + R"( VBD 2 conj
today today NN 11 npadvmod B-DATE
)");
  const DocumentTree tree(document);
  CHECK((tree.token(5).deprel == Deprel::kNsubj && tree.token(5).head == 10) == told);
  CHECK((tree.token(1).deprel == Deprel::kCcomp) == told);
}

TEST_CASE("a gerund without an object is a noun where it can be one", "[ingest][extract][clause_repair]") {
  const auto [object, told] =
      GENERATE(table<std::string, bool>({{"in in IN 1 prep\nOslo Oslo NNP 2 pobj B-GPE", true},
                                         {"the the DT 3 det\nhouses house NNS 1 dobj", false}}));
  const DocumentTree tree(hand_built("Shelling shell VBG 4 csubj\n" + object +
                                     "\nkilled kill VBD 0 ROOT\nclerks clerk NNS 4 dobj\n"));
  CHECK((tree.token(0).deprel == Deprel::kNsubj) == told);
}

TEST_CASE("plans to sell it sell nothing", "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
Plans plan NNS 6 nsubjpass
to to TO 3 aux
sell sell VB 1 xcomp
Oslo Oslo NNP 3 dobj B-GPE
were be VBD 6 auxpass
dropped drop VBN 0 ROOT
)");
  CHECK_FALSE(any_begins(statements_of(document), "Plans to sell Oslo | sold"));
  CHECK_FALSE(any_begins(statements_of(document), "Plans | sold"));
}

TEST_CASE("what claims tell is no clause that they make", "[ingest][extract][clause_repair]") {
  CHECK(found(hand_built(R"(
Claims claim NNS 7 nsubjpass
that that IN 4 mark
Norsk Norsk NNP 4 nsubj B-ORG
sold sell VBD 1 ccomp
Oslo Oslo NNP 4 dobj B-GPE
were be VBD 7 auxpass
dismissed dismiss VBN 0 ROOT
)"),
              "sold")
            .modality == Modality::kReported);
}

TEST_CASE("what an object does may stand behind the day", "[ingest][extract][clause_repair]") {
  const auto [that, told] =
      GENERATE(table<std::string, bool>({{"that that WDT 8 nsubj", true}, {"he he PRP 8 nsubj", false}}));
  CHECK(says(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nbought buy VBD 0 ROOT\na a DT 4 det\n"
                        "map map NN 2 dobj\nin in IN 2 prep\nMay May NNP 5 pobj B-DATE\n" +
                        that + "\nshows show VBZ 2 advcl\nOslo Oslo NNP 8 dobj B-GPE\n"),
             "a map | showed | Oslo") == told);
}

TEST_CASE("who speaks to somebody says what is quoted", "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
Speaking speak VBG 10 advcl
to to IN 1 prep
Ida Ida NNP 2 pobj B-PERSON
, , , 6 punct
Ana Ana NNP 6 nsubj B-PERSON
said say VBD 0 ROOT
, , , 6 punct
" " `` 6 punct
Boats boat NNS 10 nsubj
sank sink VBD 6 ccomp
. . . 6 punct
)");
  CHECK(says(document, "Ana | spoke | to Ida"));
}

TEST_CASE("what is unlikely is told as such, whatever stands between", "[ingest][extract][clause_repair]") {
  const Document document = hand_built(R"(
It it PRP 2 nsubj
is be VBZ 9 parataxis
unlikely unlikely JJ 2 acomp
, , , 2 punct
say say VBP 2 parataxis
, , , 9 punct
that that IN 9 mark
Ana Ana NNP 9 nsubj B-PERSON
sold sell VBD 0 ROOT
boats boat NNS 9 dobj
)");
  const DocumentTree tree(document);
  CHECK(tree.token(8).head == 1);
  CHECK(tree.token(8).deprel == Deprel::kCcomp);
  for (const Extraction& extraction : extract(document))
    if (extraction.predicate == "sold") CHECK(extraction.modality == Modality::kPossible);
}

TEST_CASE("what cannot help is testing, and not what the first clause is about",
          "[ingest][extract][clause_repair]") {
  check_said({{"so testing it cannot help clerks",
               "",
               "Hair hair NN 2 nsubj | is be VBZ 0 ROOT | dry dry JJ 2 acomp | so so RB 5 advmod | "
               "testing test VBG 2 advcl | hair hair NN 5 dobj | can can MD 9 aux | not not RB 9 neg | "
               "help help VB 2 conj | clerks clerk NNS 9 dobj",
               {},
               {"Hair | tested | hair", "Hair | helped | clerks"}}});
}
