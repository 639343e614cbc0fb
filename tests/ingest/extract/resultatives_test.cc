#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("an adjective joins the verb that finds it in the object", "[ingest][extract]") {
  const Document document = hand_built(R"(
He he PRP 2 nsubj
called call VBD 0 ROOT
the the DT 4 det
sentence sentence NN 2 dobj
dangerous dangerous JJ 2 oprd
)");
  CHECK(statements_of(document, "resultative") == Texts{"He | called dangerous | the sentence"});
  CHECK(extract(document)[0].surface_only);
}

TEST_CASE("what an object is found or made to be is said with the verb", "[ingest][extract][resultatives]") {
  check_statements({
      {"who is found not guilty is not found guilty",
       "resultative",
       "They they PRP 2 nsubj | found find VBD 0 ROOT | Ana Ana NNP 5 nsubj B-PERSON | not not RB 5 neg | "
       "guilty guilty JJ 2 ccomp",
       {"They | found not guilty | Ana"}},
      {"whom one describes as something one describes",
       "resultative",
       "Bash Bash NNP 2 nsubj B-PERSON | described describe VBD 0 ROOT | the the DT 4 det | "
       "event event NN 2 dobj | as as IN 2 prep | a a DT 7 det | failure failure NN 5 pobj",
       {"the event | was described | as a failure", "Bash | described | the event"}},
      {"what one dismisses as something one dismisses",
       "resultative",
       "Bash Bash NNP 2 nsubj B-PERSON | dismissed dismiss VBD 0 ROOT | the the DT 4 det | "
       "report report NN 2 dobj | as as IN 2 prep | fiction fiction NN 5 pobj",
       {"the report | was dismissed | as fiction", "Bash | dismissed | the report"}},
      {"a quake that leaves a town without something leaves no town",
       "resultative",
       "The the DT 2 det | vote vote NN 3 nsubj | left leave VBD 0 ROOT | Mali Mali NNP 3 dobj B-GPE | "
       "without without IN 3 prep | a a DT 7 det | king king NN 5 pobj",
       {"Mali | was left | without a king"}},
      {"who addresses an issue as mayor is mayor, not the issue",
       "resultative",
       "She she PRP 2 nsubj | discussed discuss VBD 0 ROOT | the the DT 4 det | tax tax NN 2 dobj | "
       "as as IN 2 prep | mayor mayor NN 5 pobj",
       {}},
      {"a vote that leaves somebody with something leaves nobody",
       "resultative",
       "The the DT 2 det | vote vote NN 3 nsubj | left leave VBD 0 ROOT | the the DT 5 det | mayor mayor NN "
       "3 dobj | with "
       "with IN 3 prep | debts debt NNS 6 pobj",
       {"the mayor | was left | with debts"}},
      {"who did not take it lightly took it",
       "resultative",
       "Ana Ana NNP 4 nsubj B-PERSON | did do VBD 4 aux | not not RB 4 neg | take take VB 0 ROOT | "
       "the the DT 6 det | storm storm NN 4 dobj | lightly lightly RB 4 advmod",
       {"Ana | took lightly | the storm"}},
      {"who took it lightly did",
       "resultative",
       "Ana Ana NNP 2 nsubj B-PERSON | took take VBD 0 ROOT | the the DT 4 det | storm storm NN 2 dobj | "
       "lightly lightly RB 2 advmod",
       {}},
      {"what one has referred to as something was referred to",
       "resultative",
       "It it PRP 2 nsubj | is be VBZ 0 ROOT | a a DT 4 det | bid bid NN 2 attr | which which WDT 8 pobj | "
       "Ana Ana NNP 7 nsubj B-PERSON | referred refer VBD 4 relcl | to to IN 7 prep | as as IN 7 prep | "
       "a a DT 11 det | stunt stunt NN 9 pobj",
       {"a bid | was referred to | as a stunt"}},
      {"an exit leaves somebody as something, and leaves nobody",
       "resultative",
       "The the DT 2 det | exit exit NN 3 nsubj | left leave VBD 0 ROOT | Ana Ana NNP 3 dobj B-PERSON | "
       "as as IN 3 prep | mayor mayor NN 5 pobj",
       {"Ana | was left | as mayor"}},
      {"a blast that leaves two dead and dozens without something leaves no dozens of the two",
       "resultative",
       "It it PRP 2 nsubj | left leave VBD 0 ROOT | clerks clerk NNS 2 dobj | dead dead JJ 2 oprd | and and "
       "CC 4 cc | "
       "dozens dozen NNS 4 conj",
       {"It | left dead | clerks"}},
      {"who is left without something is, wherever it is",
       "resultative",
       "The the DT 2 det | vote vote NN 3 nsubj | left leave VBD 0 ROOT | Ana Ana NNP 3 dobj B-PERSON | in "
       "in IN 3 prep "
       "| Oslo Oslo NNP 5 pobj B-GPE | without without IN 3 prep | a a DT 9 det | home home NN 7 pobj",
       {"Ana | was left | without a home"}},
      {"who leaves a firm with a bonus leaves it",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | the the DT 4 det | firm firm NN 2 dobj | with "
       "with IN 2 "
       "prep | a a DT 7 det | bonus bonus NN 5 pobj",
       {"Ana | left | the firm | with a bonus"}},
      {"who leaves the club as a hero is one, not the club",
       "resultative",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | the the DT 4 det | club club NN 2 dobj | "
       "as as IN 2 prep | hero hero NN 5 pobj",
       {}},
      {"what is declared over is over",
       "resultative",
       "Norsk Norsk NNP 2 nsubj B-ORG | declared declare VBD 0 ROOT | the the DT 4 det | "
       "strike strike NN 5 nsubj | over over RP 2 ccomp",
       {"Norsk | declared over | the strike"}},
  });
}

TEST_CASE("of what somebody is found guilty is said of her, and no more", "[ingest][extract][resultatives]") {
  const auto [more, words] = GENERATE(
      table<std::string, std::string>({{"", "guilty"},
                                       {"but but CC 4 cc\nnot not RB 9 neg\nsane sane JJ 4 conj\n", "guilty"},
                                       {"and and CC 4 cc\nill ill JJ 4 conj\n", "guilty and ill"}}));
  const Document document = hand_built(R"(
They they PRP 2 nsubj
found find VBD 0 ROOT
Ana Ana NNP 4 nsubj B-PERSON
guilty guilty JJ 2 ccomp
of of IN 4 prep
theft theft NN 5 pobj
)" + more);
  CHECK(statements_of(document, "resultative") ==
        Texts{"They | found " + words + " | Ana", "Ana | was found " + words + " | of theft"});
}

TEST_CASE("what the object is called is said of it, on the caller's word", "[ingest][extract]") {
  const Document document = hand_built(R"(
Biden Biden NNP 2 nsubj B-PERSON
called call VBD 0 ROOT
Trump Trump NNP 2 dobj B-PERSON
an an DT 5 det
embarrassment embarrassment NN 2 oprd
)");
  CHECK(statements_of(document, "resultative") == Texts{"Trump | was called | an embarrassment"});
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "resultative")
      CHECK(text_of(document, extraction.attribution->claimant.tokens) == "Biden");
}

TEST_CASE("a verb that needs a phrase takes its object inside, a name becomes the subject",
          "[ingest][extract]") {
  const auto [word, tag, entity, text] = GENERATE(table<const char*, const char*, const char*, const char*>(
      {{"troops", "NNS", "", "Seoul | put troops | on boards"},
       {"Kim", "NNP", "B-PERSON", "Kim | was put | on boards"}}));
  const Document document =
      hand_built(std::string("Seoul Seoul NNP 2 nsubj B-GPE\nput put VBD 0 ROOT\n") + word + " " + word +
                 " " + tag + " 2 dobj " + entity + "\non on IN 2 prep\nboards board NNS 4 pobj\n");
  CHECK(statements_of(document, "resultative") == Texts{text});
}

TEST_CASE("what somebody is provided with is what is provided", "[ingest][extract][resultatives]") {
  const auto [verb, past, text] = GENERATE(table<std::string, std::string, std::string>(
      {{"provide", "provided", "Ana | provided | maps | to Oslo"}, {"hit", "hit", ""}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + past + " " + verb + R"( VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
with with IN 2 prep
maps map NNS 4 pobj
)");
  CHECK(statements_of(document, "resultative") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("so many days are what somebody is provided with, not when", "[ingest][extract][resultatives]") {
  CHECK(statements_of(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
provided provide VBD 0 ROOT
Norsk Norsk NNP 2 dobj B-ORG
with with IN 2 prep
ten ten CD 6 nummod B-DATE
days day NNS 4 pobj I-DATE
)"),
                      "resultative") == Texts{"Oslo | provided | ten days | to Norsk"});
}

TEST_CASE("a particle completes the verb, a source does not", "[ingest][extract][resultatives]") {
  const auto tail = GENERATE(
      as<std::string>{}, "off off RP 2 prt\njobs job NNS 2 dobj\non on IN 2 prep\nMonday Monday NNP 5 pobj\n",
      "off off RP 2 prt\njobs job NNS 2 dobj\naccording accord VBG 2 prep\nto to IN 5 prep\nreports report "
      "NNS 6 pobj\n");
  const Document document = hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nlaid lay VBD 0 ROOT\n" + tail);
  CHECK(statements_of(document, "resultative").empty());
}

TEST_CASE("why something was suspended is not where it was put", "[ingest][extract][resultatives]") {
  const auto [noun, whole] = GENERATE(table<std::string, bool>({{"request", true}, {"gate", false}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nsuspended suspend VBD 0 ROOT\nthe the DT 4 det\n" +
                 std::string(R"(trip trip NN 2 dobj
at at IN 2 prep
the the DT 7 det
)") + noun + " " +
                 noun + R"( NN 5 pobj
of of IN 7 prep
Ida Ida NNP 8 pobj B-PERSON
)");
  bool told = false;
  for (const Extraction& extraction : extract(document))
    told = told ||
           (extraction.rule == "active" && !extraction.surface_only && extraction.predicate == "suspended");
  CHECK(told == whole);
}
