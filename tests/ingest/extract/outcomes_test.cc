#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what a victory led to happened, what was fought for need not have",
          "[ingest][extract][modality]") {
  const auto won = [](const std::string& verb, const std::string& lemma) {
    return found(
               hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + " " + lemma +
                          " VBD 0 ROOT\nBergen Bergen NNP 2 dobj B-GPE\nto to TO 5 aux\nwin win VB 2 advcl\n"
                          "the the DT 7 det\ncup cup NN 5 dobj\n"),
               "won")
        .modality;
  };
  CHECK(won("beat", "beat") == Modality::kAsserted);
  CHECK(won("defeated", "defeat") == Modality::kAsserted);
  CHECK(won("called", "call") == Modality::kPlanned);
  CHECK(won("used", "use") == Modality::kAsserted);
  CHECK(found(hand_built(R"(
Norsk  Norsk  NNP 2 nsubj B-ORG
fired  fire   VBD 0 ROOT
Ana    Ana    NNP 2 dobj B-PERSON
only   only   RB  6 advmod
to     to     TO  6 aux
rehire rehire VB  2 advcl
Ida    Ida    NNP 6 dobj B-PERSON
)"),
              "rehired")
            .modality == Modality::kAsserted);
}

TEST_CASE("a clause inside another has a subject of its own", "[ingest][extract]") {
  check_said({
      {"how long after something it was is no part of it",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | two two CD 4 nummod B-DATE | "
       "days day NNS 7 npadvmod I-DATE | after after IN 7 mark | Ida Ida NNP 7 nsubj B-PERSON | "
       "won win VBD 2 advcl | gold gold NN 7 dobj",
       {"Ida | won | gold"}},
      {"of a medal and of who lost it, who is somebody",
       "",
       "Ida Ida NNP 2 nsubj B-PERSON | won win VBD 0 ROOT | a a DT 4 det | medal medal NN 2 dobj | "
       "over over IN 4 prep | Ana Ana NNP 5 pobj B-PERSON | , , , 6 punct | who who WP 9 nsubj | "
       "left leave VBD 4 relcl | Oslo Oslo NNP 9 dobj B-GPE",
       {"Ana | left | Oslo"}},
      {"what somebody calls others, they are called",
       "",
       "Ida Ida NNP 2 nsubj B-PERSON | met meet VBD 0 ROOT | the the DT 4 det | men man NNS 2 dobj | "
       "Ana Ana NNP 6 nsubj B-PERSON | calls call VBZ 4 relcl | traitors traitor NNS 6 dobj",
       {"Ana | called | the men | traitors"}},
      {"behind an aside a participle before another clause is a verb",
       "",
       "Her her PRP$ 2 poss | deputy deputy NN 12 nsubj | , , , 2 punct | Ana Ana NNP 2 appos B-PERSON | "
       ", , , 2 punct | left leave VBN 2 acl | in in IN 6 prep | May May NNP 7 pobj B-DATE | "
       "; ; : 12 punct | an a DT 11 det | inquiry inquiry NN 12 nsubj | found find VBD 0 ROOT | "
       "it it PRP 12 dobj",
       {"Ana | left | in May"}},
  });
}

TEST_CASE("a verb with its preposition takes a pause for a thing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ana    Ana   NNP 2 nsubj B-PERSON
called call  VBD 0 ROOT
for    for   IN  2 prep
a      a     DT  5 det
pause  pause NN  3 pobj
)");
  CHECK(found(document, "called").arguments.at(0).role == ArgumentRole::kPrepositional);
}

TEST_CASE("what somebody is accused of is no part of who is accused", "[ingest][extract]") {
  const auto accused = [](const char* what) {
    return statements_of(
        hand_built("Oslo Oslo NNP 2 nsubj B-GPE\naccused accuse VBD 0 ROOT\nthe the DT 4 det\n"
                   "leaders leader NNS 2 dobj\nof of IN 4 prep\n" +
                   std::string(what)));
  };
  CHECK(accused("fraud fraud NN 5 pobj\n").at(0) == "Oslo | accused | the leaders | of fraud");
  CHECK(accused("Norsk Norsk NNP 5 pobj B-ORG\n").at(0) == "Oslo | accused | the leaders of Norsk");
  CHECK(accused("the the DT 7 det\nstrike strike NN 5 pobj\n").at(0) ==
        "Oslo | accused | the leaders of the strike");
}

TEST_CASE("a deed before who tells of it is no participle", "[ingest][extract]") {
  const Document document = hand_built(R"(
Men      man    NNS 9 nsubj
on       on     IN  1 prep
bikes    bike   NNS 2 pobj
killed   kill   VBN 3 acl
a        a      DT  6 det
clerk    clerk  NN  4 dobj
,        ,      ,   9 punct
police   police NNS 9 nsubj
said     say    VBD 0 ROOT
)");
  CHECK(says(document, "Men on bikes | killed | a clerk"));
  CHECK(found(document, "killed").attribution.has_value());
}

TEST_CASE("a body that meets is no deed", "[ingest][extract]") {
  const auto event = [](const std::string& noun) {
    return statements_of(
        hand_built("Ida Ida NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\nNorsk Norsk NNP 5 poss B-ORG\n"
                   "'s 's POS 3 case\n" +
                   noun + " " + noun +
                   " NN 2 dobj\nin in IN 5 prep\n"
                   "Oslo Oslo NNP 6 pobj B-GPE\n"),
        "nominal_event");
  };
  CHECK(event("conference").empty());
  CHECK(event("office").empty());
  CHECK(event("arrival") == Texts{"Norsk | arrived | in Oslo"});
}

TEST_CASE("a company and what it is called are one object", "[ingest][extract]") {
  const auto object = [](const std::string& verb, const std::string& lemma) {
    return found(hand_built(
                     "Ida Ida NNP 2 nsubj B-PERSON\n" + verb + " " + lemma +
                     " VBD 0 ROOT\nthe the DT 4 det\ncompany company NN 2 dobj\nNorsk Norsk NNP 2 dobj\n"),
                 verb)
        .arguments.size();
  };
  CHECK(object("called", "call") == 2);
  CHECK(object("closed", "close") == 1);
}

TEST_CASE("an auxiliary before its subject stands for if", "[ingest][extract][modality]") {
  const auto acted = [](const std::string& first, const std::string& second) {
    return found(hand_built(first + second +
                            "left leave VBN 6 advcl\n, , , 6 punct\nIda Ida NNP 6 nsubj B-PERSON\n"
                            "won win VBD 0 ROOT\ngold gold NN 6 dobj\n"),
                 "left")
        .modality;
  };
  const std::string had = "had have VBD 3 aux\n", who = "Ana Ana NNP 3 nsubj B-PERSON\n";
  CHECK(acted(had, who) == Modality::kConditional);
  CHECK(acted(who, had) == Modality::kAsserted);
}

TEST_CASE("whoever is appointed to something with an of is its object, the rest his role",
          "[ingest][extract]") {
  const Document document = hand_built(R"(
Norsk     Norsk   NNP 2 nsubj B-ORG
appointed appoint VBD 0 ROOT
Ana       Ana     NNP 4 compound B-PERSON
Holt      Holt    NNP 5 compound I-PERSON
head      head    NN  2 dobj
of        of      IN  5 prep
sales     sale    NNS 6 pobj
)");
  CHECK(found(document, "appointed").arguments.at(0).phrase.head == 3);
}

TEST_CASE("a title before a name with a particle is its bearer's", "[ingest][extract]") {
  const Document document = hand_built(R"(
Norsk     Norsk     NNP 2 compound B-ORG
President President NNP 5 compound
Ursula    Ursula    NNP 5 compound B-PERSON
von       von       NNP 5 compound I-PERSON
der       der       NNP 6 compound I-PERSON
Leyen     Leyen     NNP 7 nsubj B-GPE
left      leave     VBD 0 ROOT
Oslo      Oslo      NNP 7 dobj B-GPE
)");
  CHECK(statements_of(document, "title") == Texts{"Ursula von der Leyen | president | of Norsk"});
}

TEST_CASE("what one went on to do one did", "[ingest][extract][clause_modality]") {
  const auto [on, modality] = GENERATE(
      table<std::string, Modality>({{"on on RP 2 prt\n", Modality::kAsserted}, {"", Modality::kPlanned}}));
  const std::string head = on.empty() ? "4" : "5";
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nwent go VBD 0 ROOT\n" + on + "to to TO " + head +
                 " aux\nserve serve VB 2 xcomp\nOslo Oslo NNP " + head + " dobj B-GPE\n");
  CHECK(extract(document).front().modality == modality);
}

TEST_CASE("who is accused of taking funds denies no funds", "[ingest][extract][clause_relatives]") {
  const auto [verb, found] =
      GENERATE(table<std::string, bool>({{"denies deny", false}, {"keeps keep", true}}));
  const auto texts = statements_of(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
accused accuse VBN 0 ROOT
of of IN 3 prep
taking take VBG 4 pcomp
funds fund NNS 5 dobj
, , , 6 punct
which which WDT 10 dobj
Ida Ida NNP 10 nsubj B-PERSON
)" + verb + " VBZ 6 relcl\n"));
  CHECK(std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
          return text == "Ida | denied | funds" || text == "Ida | kept | funds";
        }) == found);
}

TEST_CASE("who marches to demand it demands it, who plans to does not", "[ingest][extract][modality]") {
  const auto demanded = [](const std::string& verb, const std::string& deprel) {
    return found(hand_built("Crowds crowd NNS 2 nsubj\n" + verb +
                            " VBD 0 ROOT\nto to TO 4 aux\ndemand demand VB 2 " + deprel +
                            "\npeace peace NN 4 dobj\n"),
                 "demanded")
        .modality;
  };
  CHECK(demanded("marched march", "advcl") == Modality::kAsserted);
  CHECK(demanded("killed kill", "advcl") == Modality::kPlanned);
}

TEST_CASE("what took six days, or somebody was got or tricked into, was done",
          "[ingest][extract][modality]") {
  const auto [head, modality] = GENERATE(table<std::string, Modality>({
      {"It it PRP 2 nsubj\ntook take VBD 0 ROOT\nclerks clerk NNS 2 dobj\ndays day NNS 2 npadvmod\nto to TO "
       "6 "
       "aux\nsell sell VB 2 xcomp\n",
       Modality::kAsserted},
      {"Norsk Norsk NNP 2 nsubj B-ORG\ngot get VBD 0 ROOT\nold old JJ 4 amod\nclerks clerk NNS 2 dobj\nto to "
       "TO 6 "
       "aux\nsell sell VB 2 advcl\n",
       Modality::kAsserted},
      {"Norsk Norsk NNP 2 nsubj B-ORG\ntricked trick VBD 0 ROOT\nold old JJ 4 amod\nclerks clerk NNS 2 "
       "dobj\ninto "
       "into IN 2 prep\nselling sell VBG 5 pcomp\n",
       Modality::kAsserted},
      {"Norsk Norsk NNP 3 nsubj B-ORG\nmay may MD 3 aux\ntrick trick VB 0 ROOT\nclerks clerk NNS 3 "
       "dobj\ninto into "
       "IN 3 prep\nselling sell VBG 5 pcomp\n",
       Modality::kPossible},
  }));
  CAPTURE(head);
  CHECK(found(hand_built(head + "maps map NNS 6 dobj\n"), "sold").modality == modality);
}

TEST_CASE("who grew up to lead it led it", "[ingest][extract][modality]") {
  CHECK(found(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
grew grow VBD 0 ROOT
up up RP 2 prt
to to TO 5 aux
lead lead VB 2 advcl
Oslo Oslo NNP 5 dobj B-GPE
)"),
              "led")
            .modality == Modality::kAsserted);
}

TEST_CASE("an attempt that is made does nothing", "[ingest][extract][clause_purpose]") {
  const auto [verb, does] = GENERATE(table<std::string, bool>({{"made make", false}, {"built build", true}}));
  const Document document =
      hand_built((does ? "Ships ship NNS 3" : "Attempts attempt NNS 3") +
                 std::string(" nsubjpass\nwere be VBD 3 auxpass\n") + verb +
                 " VBN 0 ROOT\nto to TO 5 aux\ncarry carry VB 3 advcl\nmaps map NNS 5 dobj\n");
  CHECK(any_has(statements_of(document), "| carried | maps") == does);
}

TEST_CASE("shares that rise to close somewhere close there, a clerk who rises to speak need not",
          "[ingest][extract][modality]") {
  const auto [who, modality] = GENERATE(table<std::string, Modality>(
      {{"Shares share NNS", Modality::kAsserted}, {"Clerks clerk NNS", Modality::kPlanned}}));
  CHECK(found(hand_built(who + R"( 2 nsubj
rose rise VBD 0 ROOT
37 37 CD 4 nummod B-MONEY
cents cent NNS 2 npadvmod I-MONEY
to to TO 6 aux
close close VB 2 advcl
at at IN 6 prep
$ $ $ 9 nmod
2 2 CD 7 pobj B-MONEY
)"),
              "closed")
            .modality == modality);
}

TEST_CASE("the body to have done it did it", "[ingest][extract][modality]") {
  const auto [have, modality] =
      GENERATE(table<std::string, Modality>({{"have have VB 7 aux\nbanned ban VBN", Modality::kAsserted},
                                             {"really really RB 7 advmod\nban ban VB", Modality::kPlanned}}));
  CHECK(found(hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nis be VBZ 0 ROOT\nthe the DT 4 det\nbody body NN 7 "
                         "nsubj\nto to TO 7 aux\n" +
                         have + " 2 ccomp\nmaps map NNS 7 dobj\n"),
              "banned")
            .modality == modality);
}

TEST_CASE("who has to beat somebody to win need not win", "[ingest][extract][modality]") {
  CHECK(
      found(hand_built(
                "Oslo Oslo NNP 2 nsubj B-GPE\nhas have VBZ 0 ROOT\nto to TO 4 aux\nbeat beat VB 2 xcomp\n"
                "Bergen Bergen NNP 4 dobj B-GPE\nto to TO 7 aux\nwin win VB 4 advcl\ncups cup NNS 7 dobj\n"),
            "won")
          .modality == Modality::kPlanned);
}

TEST_CASE("one of the first to do it did it", "[ingest][extract][modality]") {
  const auto [which, modality] =
      GENERATE(table<std::string, Modality>({{"first", Modality::kAsserted}, {"best", Modality::kPlanned}}));
  CHECK(found(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nwas be VBD 0 ROOT\none one CD 2 attr B-CARDINAL\nof "
                         "of IN 3 prep\n"
                         "the the DT 6 det\n" +
                         which + ' ' + which +
                         " JJ 4 pobj\nto to TO 8 aux\nban ban VB 2 advcl\n"
                         "maps map NNS 8 dobj\n"),
              "banned")
            .modality == modality);
}
