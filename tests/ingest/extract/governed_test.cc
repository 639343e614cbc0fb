#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what one verb governs is as sure as that verb makes it", "[ingest][extract][modality]") {
  check_standings({
      {"the time of what lies ahead lies ahead",
       "Norsk Norsk NNP 3 nsubj B-ORG | will will MD 3 aux | leave leave VB 0 ROOT | "
       "before before IN 6 mark | Oslo Oslo NNP 6 nsubj B-GPE | becomes become VBZ 3 advcl | "
       "capital capital NN 6 attr | | "
       "Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 0 ROOT | before before IN 5 mark | "
       "Oslo Oslo NNP 5 nsubj B-GPE | grew grow VBD 2 advcl",
       {{"became", Modality::kPlanned}, {"grew", Modality::kAsserted}}},
      {"what is told of a day as if it were now lies ahead",
       "Ana Ana NNP 2 nsubj B-PERSON | faces face VBZ 0 ROOT | jail jail NN 2 dobj | when when WRB 7 advmod "
       "| "
       "she she PRP 7 nsubjpass | is be VBZ 7 auxpass | sentenced sentence VBN 2 advcl | on on IN 7 prep | "
       "April April NNP 8 pobj B-DATE | 16 16 CD 9 nummod I-DATE | | "
       "Ana Ana NNP 2 nsubj B-PERSON | sings sing VBZ 0 ROOT | when when WRB 6 advmod | "
       "she she PRP 6 nsubjpass | is be VBZ 6 auxpass | paid pay VBN 2 advcl | by by IN 6 agent | Ida Ida "
       "NNP 7 pobj",
       {{"was sentenced", Modality::kPlanned}, {"paid", Modality::kAsserted}}},
      {"what tells the subject apart holds, whatever it may do",
       "Plants plant NNS 6 nsubj | that that WDT 3 nsubj | need need VBP 1 relcl | water water NN 3 dobj | "
       "may may MD 6 aux | die die VB 0 ROOT",
       {{"needed", Modality::kAsserted}, {"died", Modality::kPossible}}},
      {"the means is as real as what it serves",
       "Children child NNS 3 nsubj | should should MD 3 aux | travel travel VB 0 ROOT | "
       "using use VBG 3 advcl | maps map NNS 4 dobj | | "
       "Norsk Norsk NNP 3 nsubj B-ORG | could could MD 3 aux | win win VB 0 ROOT | by by IN 3 prep | "
       "leaving leave VBG 4 pcomp | Oslo Oslo NNP 5 dobj B-GPE",
       {{"used", Modality::kDemanded}, {"left", Modality::kPossible}}},
      {"what must be proved is not so for that",
       "Norsk Norsk NNP 3 nsubj B-ORG | must must MD 3 aux | prove prove VB 0 ROOT | that that IN 6 mark | "
       "roads road NNS 6 nsubj | are be VBP 3 ccomp | safe safe JJ 6 acomp",
       {{"is", Modality::kDemanded}}},
      {"what one is told is reported",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | told tell VBN 0 ROOT | "
       "that that IN 6 mark | Norsk Norsk NNP 6 nsubj B-ORG | left leave VBD 3 ccomp | "
       "Oslo Oslo NNP 6 dobj B-GPE",
       {{"left", Modality::kReported}}},
      {"what would then be done was done, what may be done some day need not be",
       "Norsk Norsk NNP 4 nsubj B-ORG | would would MD 4 aux | then then RB 4 advmod | "
       "follow follow VB 0 ROOT | Harvik Harvik NNP 4 dobj B-ORG | | "
       "Maybe maybe RB 4 advmod | Ana Ana NNP 4 nsubj B-PERSON | will will MD 4 aux | "
       "leave leave VB 0 ROOT | Oslo Oslo NNP 4 dobj B-GPE",
       {{"followed", Modality::kAsserted}, {"left", Modality::kPossible}}},
      {"what is made sure of is no fact yet",
       "Ana Ana NNP 2 nsubj B-PERSON | checks check VBZ 0 ROOT | to to TO 4 aux | make make VB 2 advcl | "
       "sure sure JJ 7 acomp | roads road NNS 7 nsubj | are be VBP 4 ccomp | safe safe JJ 7 acomp",
       {{"is", Modality::kPlanned}}},
      {"what will be is only possible where it is unlikely",
       "It it PRP 2 nsubj | is be VBZ 0 ROOT | unlikely unlikely JJ 2 acomp | that that IN 7 mark | "
       "Norsk Norsk NNP 7 nsubj B-ORG | will will MD 7 aux | leave leave VB 2 ccomp | "
       "Oslo Oslo NNP 7 dobj B-GPE",
       {{"left", Modality::kPossible}}},
      {"what is to be done is a plan",
       "Norsk Norsk NNP 2 nsubj B-ORG | is be VBZ 0 ROOT | to to TO 5 aux | be be VB 5 auxpass | "
       "sold sell VBN 2 xcomp | by by IN 5 prep | 2023 2023 CD 6 pobj B-DATE",
       {{"was sold", Modality::kPlanned}}},
      {"who became the first to do it did it, wherever the parser hung it",
       "Ana Ana NNP 2 nsubj B-PERSON | became become VBD 0 ROOT | the the DT 5 det | first first JJ 5 amod | "
       "woman woman NN 2 attr | to to TO 7 aux | win win VB 2 xcomp | Oslo Oslo NNP 7 dobj B-GPE",
       {{"won", Modality::kAsserted}}},
      {"who says so between commas claims what stands around them",
       "Roads road NNS 6 nsubj | , , , 4 punct | Ana Ana NNP 4 nsubj B-PERSON | said say VBD 6 parataxis | "
       ", , , 4 punct | are be VBP 0 ROOT | safe safe JJ 6 acomp",
       {{.what = "is", .claimant = "Ana"}}},
      {"a sentence behind a dash or a so does not say what stands before it",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 6 ccomp | Oslo Oslo NNP 2 dobj B-GPE | – – : 6 punct | "
       "critics critic NNS 6 nsubj | hope hope VBP 0 ROOT | that that IN 9 mark | "
       "Norsk Norsk NNP 9 nsubj B-ORG | follows follow VBZ 6 ccomp",
       {{.what = "left", .modality = Modality::kAsserted, .claimant = "nobody"},
        {"followed", Modality::kPlanned}}},
      {"who asks whether it is so does not say that it is",
       "Ana Ana NNP 2 nsubj B-PERSON | asked ask VBD 0 ROOT | if if IN 5 mark | "
       "Norsk Norsk NNP 5 nsubj B-ORG | left leave VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE",
       {{.what = "left", .modality = Modality::kPossible, .claimant = "nobody"}}},
      {"who is cited as saying so says so",
       "Reuters Reuters NNP 2 nsubj B-ORG | cited cite VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | "
       "as as IN 2 prep | saying say VBG 4 pcomp | Norsk Norsk NNP 7 nsubj B-ORG | left leave VBD 5 ccomp | "
       "Oslo Oslo NNP 7 dobj B-GPE",
       {{.what = "left", .claimant = "Ana"}}},
      {"a but with a subject of its own is the writer's again",
       "Ana Ana NNP 2 nsubj B-PERSON | says say VBZ 0 ROOT | that that IN 5 mark | "
       "Norsk Norsk NNP 5 nsubj B-ORG | left leave VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE | "
       ", , , 5 punct | but but CC 5 cc | Harvik Harvik NNP 10 nsubj B-ORG | sold sell VBD 5 conj | "
       "ships ship NNS 10 dobj",
       {{.what = "left", .claimant = "Ana"}, {.what = "sold", .claimant = "nobody"}}},
      {"without doing it is not doing it",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | without without IN 2 prep | "
       "paying pay VBG 3 pcomp | Norsk Norsk NNP 4 dobj B-ORG",
       {{.what = "paid", .modality = Modality::kAsserted, .negated = true}}},
      {"of two verbs with an object each, an and denies only the first",
       "Plants plant NNS 4 nsubj | do do VBP 4 aux | not not RB 4 neg | eat eat VB 0 ROOT | "
       "meat meat NN 4 dobj | and and CC 4 cc | make make VB 4 conj | sugar sugar NN 7 dobj",
       {{.what = "ate", .negated = true}, {.what = "made", .negated = false}}},
      {"a time told in front of a claim is not claimed",
       "Before before IN 3 mark | Norsk Norsk NNP 3 nsubj B-ORG | left leave VBD 7 ccomp | "
       "Oslo Oslo NNP 3 dobj B-GPE | , , , 7 punct | Ana Ana NNP 7 nsubj B-PERSON | "
       "claimed claim VBD 0 ROOT | Harvik Harvik NNP 9 nsubj B-ORG | lied lie VBD 7 ccomp",
       {{.what = "left", .claimant = "nobody"}}},
  });
}

TEST_CASE("who does not want them to leave wants that they do not", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 4 nsubj B-GPE
does do VBZ 4 aux
not not RB 4 neg
want want VB 0 ROOT
Norsk Norsk NNP 7 nsubj B-ORG
to to TO 7 aux
leave leave VB 4 ccomp
Bergen Bergen NNP 7 dobj B-GPE
)");
  CHECK(found(document, "left").negated);
  CHECK(found(document, "left").modality != Modality::kAsserted);
}

TEST_CASE("who was picked to do it is no rumour", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
picked pick VBN 0 ROOT
to to TO 5 aux
be be VB 3 xcomp
director director NN 5 attr
)");
  for (const Extraction& extraction : extract(document)) CHECK(extraction.modality != Modality::kReported);
}

TEST_CASE("who puts a thing somewhere claims nothing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
placed place VBD 0 ROOT
Norsk Norsk NNP 2 dobj B-ORG
under under IN 2 prep
Harvik Harvik NNP 4 pobj B-ORG
)");
  for (const Extraction& extraction : extract(document)) CHECK_FALSE(extraction.attribution);
}

TEST_CASE("what goes with what lies ahead lies ahead", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"landing land", Modality::kPlanned}, {"citing cite", Modality::kAsserted}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubj B-PERSON\nwill will MD 3 aux\nleave leave VB 0 ROOT\nOslo Oslo NNP 3 dobj "
      "B-GPE\n, , , 3 punct\n" +
      verb + " VBG 3 advcl\nplanes plane NNS 6 dobj\n");
  CHECK(found(document, verb.starts_with("landing") ? "landed" : "cited").modality == modality);
}

TEST_CASE("what only seems so, or looks as though it were, is not asserted", "[ingest][extract][modality]") {
  const auto [verb, mark, deprel, modality] =
      GENERATE(table<std::string, std::string, std::string, Modality>({
          {"seems seem", "that that", "ccomp", Modality::kPossible},
          {"looks look", "like like", "advcl", Modality::kPossible},
          {"works work", "like like", "advcl", Modality::kAsserted},
          {"acts act", "as as IN 6 mark\nthough though", "advcl", Modality::kConditional},
      }));
  CAPTURE(verb);
  const std::string left = modality == Modality::kConditional ? "6" : "5";
  const Document document = hand_built("It it PRP 2 nsubj\n" + verb + " VBZ 0 ROOT\n" + mark + " IN " + left +
                                       " mark\nAna Ana NNP " + left + " nsubj B-PERSON\nleft leave VBD 2 " +
                                       deprel + "\nOslo Oslo NNP " + left + " dobj B-GPE\n");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("what seems strange is so", "[ingest][extract][modality]") {
  const Document document = hand_built(
      "It it PRP 2 nsubj\nseems seem VBZ 0 ROOT\nstrange strange JJ 2 oprd\nthat that IN 6 mark\n"
      "Ana Ana NNP 6 nsubj B-PERSON\nleft leave VBD 2 ccomp\nOslo Oslo NNP 6 dobj B-GPE\n");
  CHECK(found(document, "left").modality == Modality::kAsserted);
}

TEST_CASE("what was caused to happen happened, however the parser reads who it happened to",
          "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"caused cause", Modality::kAsserted}, {"wanted want", Modality::kDemanded}}));
  const Document document = hand_built("Smoke smoke NN 2 nsubj\n" + verb +
                                       " VBD 0 ROOT\nAna Ana NNP 5 nsubj B-PERSON\nto to TO 5 aux\n" +
                                       "leave leave VB 2 ccomp\nOslo Oslo NNP 5 dobj B-GPE\n");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("who is said to own it was not told to", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(
      table<std::string, Modality>({{"said say", Modality::kReported}, {"told tell", Modality::kDemanded}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nis be VBZ 3 auxpass\n" + verb +
                 " VBN 0 ROOT\nto to TO 5 aux\nsell sell VB 3 xcomp\nmaps map NNS 5 dobj\n");
  CHECK(found(document, "was " + verb.substr(0, 4) + " to sell").modality == modality);
}

TEST_CASE("with somebody doing it is as real as what it goes with", "[ingest][extract][modality]") {
  const auto [auxiliary, verb, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"will will MD", "pay VB", Modality::kPlanned},
      {"may may MD", "pay VB", Modality::kPossible},
      {"has have VBZ", "pay VBN", Modality::kAsserted},
  }));
  const Document document = hand_built(
      "Norsk Norsk NNP 3 nsubj B-ORG\n" + auxiliary + " 3 aux\npaid " + verb + " 0 ROOT\n, , , 3 punct\n" +
      "with with IN 3 prep\nclerks clerk NNS 5 pobj\nlosing lose VBG 6 acl\nmoney money NN 7 dobj\n");
  CHECK(found(document, "lost").modality == modality);
}

TEST_CASE("what somebody waits for has not come, what somebody waited for may have",
          "[ingest][extract][modality]") {
  const auto [wait, open, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"waits wait VBZ", "opens open VBZ", Modality::kPlanned},
      {"waited wait VBD", "opened open VBD", Modality::kAsserted},
  }));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + wait +
                                       " 0 ROOT\nuntil until IN 5 mark\nIda Ida NNP 5 nsubj B-PERSON\n" +
                                       open + " 2 advcl\nshops shop NNS 5 dobj\n");
  CHECK(found(document, "opened").modality == modality);
}

TEST_CASE("what one is to imagine is not so, what one is to note is", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"Imagine imagine", Modality::kPossible}, {"Note note", Modality::kAsserted}}));
  const Document document = hand_built(verb +
                                       " VB 0 ROOT\nthat that IN 4 mark\nIda Ida NNP 4 nsubj B-PERSON\nleft "
                                       "leave VBD 1 ccomp\nOslo Oslo NNP 4 dobj B-GPE\n");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("what goes with what is open or promised is as open", "[ingest][extract][modality]") {
  check_standings({
      {"what is promised until something else comes",
       "Ana Ana NNP 2 nsubj B-PERSON | promised promise VBD 0 ROOT | strikes strike NNS 2 dobj | "
       "until until IN 6 mark | Oslo Oslo NNP 6 nsubj B-GPE | signed sign VBD 2 advcl | it it PRP 6 dobj",
       {{"signed", Modality::kPlanned}}},
      {"what may happen when something is done",
       "Foam foam NN 3 nsubj | can can MD 3 aux | kill kill VB 0 ROOT | germs germ NNS 3 dobj | "
       "when when WRB 6 advmod | sprayed spray VBN 3 advcl | on on IN 6 prep | walls wall NNS 7 pobj",
       {{"was sprayed", Modality::kPossible}}},
      {"what may happen while something grows",
       "Rents rent NNS 3 nsubj | can can MD 3 aux | fall fall VB 0 ROOT | as as IN 6 mark | "
       "towns town NNS 6 nsubj | grow grow VBP 3 advcl | bigger big JJR 6 acomp",
       {{"grew", Modality::kPossible}}},
      {"what somebody will have done to something",
       "Ana Ana NNP 3 nsubj B-PERSON | will will MD 3 aux | have have VB 0 ROOT | the the DT 5 det | "
       "ship ship NN 3 dobj | repaired repair VBN 5 acl | by by IN 6 agent | Norsk Norsk NNP 7 pobj B-ORG",
       {{"repaired", Modality::kPlanned}}},
  });
}

TEST_CASE("what a noun or an order asks for is demanded", "[ingest][extract][modality]") {
  check_standings({
      {"somebody's request",
       "Ana Ana NNP 3 poss B-PERSON | 's 's POS 1 case | request request NN 9 nsubjpass | that that IN 7 "
       "mark | "
       "Norsk Norsk NNP 7 nsubjpass B-ORG | be be VB 7 auxpass | sold sell VBN 3 acl | was be VBD 9 auxpass "
       "| "
       "refused refuse VBN 0 ROOT",
       {{"was sold", Modality::kDemanded, false, "Ana"}}},
      {"the second thing that is ordered",
       "Ana Ana NNP 2 nsubj B-PERSON | ordered order VBD 0 ROOT | alerts alert NNS 2 dobj | and and CC 2 cc "
       "| "
       "that that IN 7 mark | Norsk Norsk NNP 7 nsubj B-ORG | guard guard VB 2 conj | Oslo Oslo NNP 7 dobj "
       "B-GPE",
       {{"guarded", Modality::kDemanded}}},
  });
}

TEST_CASE("one of those to do it did", "[ingest][extract][modality]") {
  const auto [noun, modality] = GENERATE(table<std::string, Modality>(
      {{"cities city", Modality::kAsserted}, {"attempts attempt", Modality::kPlanned}}));
  CHECK(found(hand_built("Oslo Oslo NNP 2 nsubj B-GPE\nwas be VBD 0 ROOT\namong among IN 2 prep\n" + noun +
                         R"( NNS 3 pobj
to to TO 6 aux
ban ban VB 2 advcl
cars car NNS 6 dobj
)"),
              "banned")
            .modality == modality);
}

TEST_CASE("what would otherwise be so is not, what one would sometimes do one did",
          "[ingest][extract][modality]") {
  const auto [adverb, modality] =
      GENERATE(table<std::string, Modality>({{"otherwise", Modality::kConditional},
                                             {"sometimes", Modality::kAsserted},
                                             {"gladly", Modality::kPlanned}}));
  CHECK(found(hand_built(
                  "Ana Ana NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\nand and CC 2 cc\nIda Ida NNP 7 nsubj "
                  "B-PERSON\nwould would MD 7 aux\n" +
                  adverb + " " + adverb + R"( RB 7 advmod
visit visit VB 2 conj
Oslo Oslo NNP 7 dobj B-GPE
)"),
              "visited")
            .modality == modality);
}

TEST_CASE("what something is because of, or a prize for, was so", "[ingest][extract][modality]") {
  check_standings({
      {"because of an illness",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | because because IN 2 prep | of of IN 3 pcomp "
       "| "
       "breaking break VBG 3 pcomp | bones bone NNS 5 dobj",
       {{"broke", Modality::kAsserted}}},
      {"for somebody's work",
       "Ana Ana NNP 2 nsubj B-PERSON | won win VBD 0 ROOT | gold gold NN 2 dobj | for for IN 2 prep | "
       "her her PRP$ 6 poss | work work NN 7 nsubj | saving save VBG 4 pcomp | whales whale NNS 7 dobj",
       {{"saved", Modality::kAsserted}}},
  });
}

TEST_CASE("what one is judged for or devoted to was so, what one guesses need not be",
          "[ingest][extract][modality]") {
  check_standings({
      {"criticism for it",
       "Oslo Oslo NNP 2 nsubj B-GPE | drew draw VBD 0 ROOT | criticism criticism NN 2 dobj | for for IN 2 "
       "prep | "
       "jailing jail VBG 4 pcomp | Ana Ana NNP 5 dobj B-PERSON",
       {{"jailed", Modality::kAsserted}}},
      {"under fire for it",
       "Ida Ida NNP 2 nsubj B-PERSON | came come VBD 0 ROOT | under under IN 2 prep | fire fire NN 3 pobj | "
       "for for IN 2 prep | closing close VBG 5 pcomp | schools school NNS 6 dobj",
       {{"closed", Modality::kAsserted}}},
      {"a life devoted to it",
       "Ida Ida NNP 2 nsubj B-PERSON | devoted devote VBD 0 ROOT | her her PRP$ 4 poss | life life NN 2 dobj "
       "| "
       "to to IN 2 prep | teaching teach VBG 5 pcomp | orphans orphan NNS 6 dobj",
       {{"taught", Modality::kAsserted}}},
      {"what clerks speculate",
       "Clerks clerk NNS 2 nsubj | speculated speculate VBD 0 ROOT | that that IN 5 mark | Norsk Norsk NNP 5 "
       "nsubj B-ORG | left leave VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE",
       {{"left", Modality::kPossible}}},
      {"what works when it is used",
       "Soap soap NN 2 nsubj | kills kill VBZ 0 ROOT | germs germ NNS 2 dobj | when when WRB 5 advmod | "
       "sprayed "
       "spray VBN 2 advcl | on on IN 5 prep | doors door NNS 6 pobj",
       {{"was sprayed", Modality::kConditional}}},
      {"what guards would often do, as somebody says",
       "Guards guard NNS 4 nsubj | would would MD 4 aux | often often RB 4 advmod | beat beat VB 8 ccomp | "
       "Ole Ole "
       "NNP 4 dobj B-PERSON | , , , 8 punct | Ana Ana NNP 8 nsubj B-PERSON | said say VBD 0 ROOT",
       {{"beat", Modality::kAsserted}}},
      {"what a recommendation wants",
       "Oslo Oslo NNP 2 nsubj B-GPE | backed back VBD 0 ROOT | the the DT 4 det | recommendation "
       "recommendation NN "
       "2 dobj | that that IN 7 mark | Norsk Norsk NNP 7 nsubj B-ORG | host host VBP 4 acl | talks talk NNS "
       "7 dobj",
       {{"hosted", Modality::kDemanded}}},
  });
}

TEST_CASE("dozens if not hundreds are dozens, and are so", "[ingest][extract][negation]") {
  check_standings({{"of two numbers joined",
                    "Dozens dozen NNS 6 nsubj | , , , 6 punct | if if IN 5 mark | not not RB 5 neg | "
                    "hundreds hundred NNS 6 nsubj | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
                    {{"left", Modality::kAsserted, false}}}});
}

TEST_CASE("a vote on a day is a vote to do it", "[ingest][extract]") {
  CHECK(says(
      hand_built(
          "Clerks clerk NNS 2 nsubj | voted vote VBD 0 ROOT | on on IN 2 prep | May May NNP 3 pobj B-DATE | "
          "to to TO 6 aux | elect elect VB 2 xcomp | Ana Ana NNP 6 dobj B-PERSON"),
      "Clerks | voted to elect | Ana | on May"));
}

TEST_CASE("whom somebody got to do it did it", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(
      table<std::string, Modality>({{"got get", Modality::kAsserted}, {"asked ask", Modality::kDemanded}}));
  CHECK(found(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + R"( VBD 0 ROOT
Ida Ida NNP 5 nsubj B-PERSON
to to TO 5 aux
sell sell VB 2 ccomp
ships ship NNS 5 dobj
)"),
              "sold")
            .modality == modality);
}

TEST_CASE("what was called off did not happen", "[ingest][extract]") {
  const auto [verb, told] =
      GENERATE(table<std::string, bool>({{"cancelled cancel", false}, {"filmed film", true}}));
  CHECK(
      says(
          hand_built(
              "The the DT 2 det\ndebate debate NN 8 nsubjpass\nbetween between IN 2 prep\nAna Ana NNP 3 pobj "
              "B-PERSON\nand and CC 4 cc\nIda Ida NNP 4 conj B-PERSON\nwas be VBD 8 auxpass\n" +
              verb + " VBN 0 ROOT\n"),
          "Ana | debated | Ida") == told);
}

TEST_CASE("what has been done beside what lies ahead has been done", "[ingest][extract][modality]") {
  const auto [subject, modality] =
      GENERATE(table<std::string, Modality>({{"Ida Ida NNP 8 nsubj B-PERSON", Modality::kAsserted},
                                             {"soon soon RB 8 advmod", Modality::kPlanned}}));
  CHECK(found(hand_built("Norsk Norsk NNP 3 nsubj B-ORG\nwill will MD 3 aux\nleave leave VB 0 ROOT\nOslo "
                         "Oslo NNP 3 dobj "
                         "B-GPE\nand and CC 3 cc\n" +
                         subject + R"(
has have VBZ 8 aux
sold sell VBN 3 conj
ships ship NNS 8 dobj
)"),
              "sold")
            .modality == modality);
}

TEST_CASE("what we can say is so, what we could say may be", "[ingest][extract][modality]") {
  const auto [modal, modality] =
      GENERATE(table<std::string, Modality>({{"can", Modality::kAsserted}, {"could", Modality::kPossible}}));
  CHECK(found(hand_built("We we PRP 3 nsubj\n" + modal + " " + modal + R"( MD 3 aux
say say VB 0 ROOT
that that IN 6 mark
Norsk Norsk NNP 6 nsubj B-ORG
sold sell VBD 3 ccomp
ships ship NNS 6 dobj
)"),
              "sold")
            .modality == modality);
}

TEST_CASE("what somebody is found to have done is as real as that he is found so",
          "[ingest][extract][modality]") {
  check_standings({
      {"found to have lied",
       "Ida Ida NNP 2 nsubj B-PERSON | found find VBD 0 ROOT | Ana Ana NNP 6 nsubj B-PERSON | to to TO 6 aux "
       "| have "
       "have VB 6 aux | lied lie VBN 2 ccomp | to to IN 6 prep | Ole Ole NNP 7 pobj B-PERSON",
       {{"lied", Modality::kAsserted, false, "Ida"}}},
      {"told to have left",
       "Ida Ida NNP 2 nsubj B-PERSON | ordered order VBD 0 ROOT | Ana Ana NNP 6 nsubj B-PERSON | to to TO 6 "
       "aux | have "
       "have VB 6 aux | left leave VBN 2 ccomp | Oslo Oslo NNP 6 dobj B-GPE",
       {{"left", Modality::kPlanned}}},
      {"what nobody disputes, and what nobody believes",
       "Nobody nobody NN 2 nsubj | disputes dispute VBZ 0 ROOT | that that IN 5 mark | Ana Ana NNP 5 nsubj "
       "B-PERSON | "
       "left leave VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE | | "
       "Nobody nobody NN 2 nsubj | believes believe VBZ 0 ROOT | that that IN 5 mark | Ana Ana NNP 5 nsubj "
       "B-PERSON | "
       "sang sing VBD 2 ccomp | songs song NNS 5 dobj",
       {{"left", Modality::kAsserted}, {"sang", Modality::kPossible}}},
  });
}

TEST_CASE("what one wants, needs or would like done is not done", "[ingest][extract][clause_governed]") {
  const auto [modal, verb, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"", "wants want VBZ", Modality::kDemanded},
      {"", "needs need VBZ", Modality::kPlanned},
      {"would would MD 3 aux\n", "like like VB", Modality::kPlanned},
  }));
  const std::string at = modal.empty() ? "2" : "3", sold = modal.empty() ? "4" : "5";
  Document document =
      hand_built("Ana Ana NNP " + at + " nsubj B-PERSON\n" + modal + verb + " 0 ROOT\nboats boat NNS " +
                 sold + " nsubj\nsold sell VBD " + at + " ccomp\nto to IN " + sold + " prep\nIda Ida NNP " +
                 (modal.empty() ? "5" : "6") + " pobj B-PERSON\n");
  const auto extractions = extract(document);
  const auto sale = std::find_if(extractions.begin(), extractions.end(),
                                 [](const Extraction& e) { return e.predicate == "was sold"; });
  REQUIRE(sale != extractions.end());
  CHECK(sale->modality == modality);
  CHECK(!sale->attribution);
}

TEST_CASE("charges that one wants brought are not brought", "[ingest][extract][participle_repair]") {
  const auto [verb, modality] = GENERATE(
      table<std::string, Modality>({{"want", Modality::kDemanded}, {"faced face", Modality::kAsserted}}));
  const auto extractions = extract(hand_built(
      "Clerks clerk NNS 2 nsubj\n" + (verb == "want" ? std::string("want want VBP") : verb + " VBD") +
      " 0 ROOT\ncharges charge NNS 2 dobj\nbrought bring VBN 3 acl\nagainst against IN 4 prep\nIda Ida NNP 5 "
      "pobj B-PERSON\n"));
  const auto bringing = std::find_if(extractions.begin(), extractions.end(),
                                     [](const Extraction& e) { return e.predicate == "was brought"; });
  REQUIRE(bringing != extractions.end());
  CHECK(bringing->modality == modality);
}

TEST_CASE("who wants to come but has not met her has not met her", "[ingest][extract][modality]") {
  CHECK(found(hand_built(
                  "Ana Ana NNP 2 nsubj B-PERSON\nwants want VBZ 0 ROOT\nto to TO 4 aux\nleave leave VB 2 "
                  "xcomp\nbut but CC 2 cc\nhas have VBZ 8 aux\nnot not RB 8 neg\nmet meet VBN 2 conj\nIda "
                  "Ida NNP 8 dobj B-PERSON\n"),
              "met")
            .modality == Modality::kAsserted);
}
