#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a condition, a demand, a plan or a chance is no fact", "[ingest][extract][modality]") {
  check_standings({
      {"a condition is not a fact",
       "If if IN 3 mark | rain rain NN 3 nsubj | falls fall VBZ 6 advcl | games game NNS 6 nsubj | "
       "may may MD 6 aux | end end VB 0 ROOT",
       {{"fell", Modality::kConditional}, {"ended", Modality::kConditional}}},
      {"a proviso is a condition",
       "Ana Ana NNP 3 nsubj B-PERSON | will will MD 3 aux | leave leave VB 0 ROOT | provided provide VBN 3 "
       "prep | that that IN 7 mark | "
       "Eva Eva NNP 7 nsubj B-PERSON | pays pay VBZ 4 ccomp | rent rent NN 7 dobj",
       {{"paid", Modality::kConditional}}},
      {"what is done lest something happen does not let it happen",
       "Ana Ana NNP 2 nsubj B-PERSON | hid hide VBD 0 ROOT | maps map NNS 2 dobj | lest lest IN 6 mark | Eva "
       "Eva NNP 6 nsubj B-PERSON | "
       "find find VBP 2 advcl | gold gold NN 6 dobj",
       {{"found", Modality::kPossible}}},
      {"a demand and a plan are no facts",
       "Lin Lin NNP 2 nsubj B-PERSON | urged urge VBD 0 ROOT | Iran Iran NNP 2 dobj B-GPE | to to TO 5 aux | "
       "leave leave VB 2 xcomp",
       {{"left", Modality::kDemanded}, {"urged", Modality::kAsserted}}},
      {"a plan lies ahead",
       "He he PRP 2 nsubj | plans plan VBZ 0 ROOT | to to TO 4 aux | visit visit VB 2 xcomp | "
       "China China NNP 4 dobj B-GPE",
       {{"planned to visit", Modality::kPlanned}}},
      {"what somebody was told to do is demanded, what he seems to do is possible",
       "Kim Kim NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | told tell VBN 0 ROOT | to to TO 5 aux | "
       "leave leave VB 3 xcomp | | "
       "Kim Kim NNP 2 nsubj B-PERSON | seems seem VBZ 0 ROOT | to to TO 4 aux | stay stay VB 2 xcomp",
       {{"was told to leave", Modality::kDemanded}, {"seemed to stay", Modality::kPossible}}},
      {"a question asks, whatever stands behind its quotation",
       "Are be VBP 5 ccomp | we we PRP 1 nsubj | safe safe JJ 1 acomp | ? ? . 1 punct | "
       "asked ask VBD 0 ROOT | Tom Tom NNP 5 nsubj B-PERSON",
       {{"is", Modality::kPossible}}},
      {"what is possible has not been said to be so",
       "It it PRP 2 nsubj | is be VBZ 0 ROOT | possible possible JJ 2 acomp | that that IN 6 mark | "
       "ships ship NNS 6 nsubj | carried carry VBD 2 ccomp | arms arm NNS 6 dobj",
       {{"carried", Modality::kPossible}}},
      {"helping that is asked for has not helped anybody in",
       "He he PRP 2 nsubj | asked ask VBD 0 ROOT | them they PRP 2 dobj | to to TO 5 aux | "
       "help help VB 2 xcomp | the the DT 7 det | girls girl NNS 8 nsubj | enter enter VB 5 ccomp | "
       "Spain Spain NNP 8 dobj B-GPE",
       {{"entered", Modality::kDemanded}}},
      {"a finite verb does not share the first verb's auxiliary",
       "Sharing sharing NN 3 nsubj | should should MD 3 aux | end end VB 0 ROOT | and and CC 3 cc | "
       "the the DT 6 det | law law NN 7 nsubj | bans ban VBZ 3 conj | copies copy NNS 7 dobj",
       {{"ended", Modality::kDemanded}, {"banned", Modality::kAsserted}}},
      {"what something means is so, what somebody means to do is a plan",
       "That that DT 2 nsubj | means mean VBZ 0 ROOT | that that IN 6 mark | the the DT 5 det | "
       "order order NN 6 nsubj | lacked lack VBD 2 ccomp | force force NN 6 dobj | | "
       "She she PRP 2 nsubj | means mean VBZ 0 ROOT | to to TO 4 aux | appeal appeal VB 2 xcomp | "
       "the the DT 6 det | verdict verdict NN 4 dobj",
       {{"lacked", Modality::kAsserted}, {"meant to appeal", Modality::kPlanned}}},
      {"a bare present behind a past suggestion is a demand",
       "Ana Ana NNP 2 nsubj B-PERSON | suggested suggest VBD 0 ROOT | voters voter NNS 4 nsubj | "
       "fill fill VBP 2 ccomp | forms form NNS 4 dobj",
       {{"filled", Modality::kDemanded}}},
      {"what nobody saw somebody do is open",
       "Ida Ida NNP 4 nsubj B-PERSON | did do VBD 4 aux | not not RB 4 neg | see see VB 0 ROOT | "
       "Ana Ana NNP 6 nsubj B-PERSON | pay pay VB 4 ccomp | Norsk Norsk NNP 6 dobj B-ORG",
       {{"paid", Modality::kPossible}}},
      {"what should have been done was not",
       "Houston Houston NNP 5 nsubjpass B-GPE | should should MD 5 aux | have have VB 5 aux | "
       "been be VBN 5 auxpass | chosen choose VBN 0 ROOT",
       {{.what = "was chosen", .modality = Modality::kDemanded, .negated = true}}},
      {"not only is no negation",
       "Colors color NNS 4 nsubj | not not RB 4 preconj | only only RB 4 advmod | fill fill VBP 0 ROOT | "
       "squares square NNS 4 dobj",
       {{.what = "filled", .negated = false}}},
      {"no subject does what is denied of all",
       "No no DT 2 det | deaths death NNS 4 nsubjpass | were be VBD 4 auxpass | reported report VBN 0 ROOT",
       {{.what = "was reported", .negated = true}}},
      {"a base form with do is finite",
       "Wang Wang NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | China China NNP 6 nsubj B-GPE | "
       "did do VBD 6 aux | not not RB 6 neg | pay pay VB 2 ccomp",
       {{.what = "paid", .modality = Modality::kAsserted, .negated = true, .claimant = "Wang"}}},
  });
}

TEST_CASE("confidence is a probability, lower for what no word spells", "[ingest][extract]") {
  const Document document = hand_built(R"(
Kim Kim NNP 2 compound B-PERSON
Jong Jong NNP 4 poss I-PERSON
's 's POS 2 case
envoy envoy NN 5 nsubj
met meet VBD 0 ROOT
Putin Putin NNP 5 dobj B-PERSON
)");
  CHECK(found(document, "met").confidence > found(document, "has").confidence);
  CHECK(found(document, "met").confidence < 1);
  CHECK(found(document, "has").confidence > 0);
}

TEST_CASE("what a report says is reported, an idea possible, a fact so", "[ingest][extract]") {
  const auto [noun, modality] = GENERATE(table<const char*, Modality>({{"rumour", Modality::kReported},
                                                                       {"charge", Modality::kReported},
                                                                       {"reason", Modality::kAsserted},
                                                                       {"belief", Modality::kPossible},
                                                                       {"realization", Modality::kAsserted},
                                                                       {"fact", Modality::kAsserted}}));
  const Document document =
      hand_built(std::string("She she PRP 2 nsubj\nnoted note VBD 0 ROOT\nthe the DT 4 det\n") + noun + " " +
                 noun + " NN 2 dobj\n" + R"(that that IN 8 mark
ships ship NNS 8 nsubj
had have VBD 8 aux
sunk sink VBN 4 acl
)");
  CHECK(found(document, "sank").modality == modality);
}

TEST_CASE("what one is guilty of or known for one has done", "[ingest][extract]") {
  const auto [adjective, preposition, modality] =
      GENERATE(table<const char*, const char*, Modality>({{"guilty", "of", Modality::kAsserted},
                                                          {"famous", "for", Modality::kAsserted},
                                                          {"afraid", "of", Modality::kPossible}}));
  const Document document =
      hand_built(std::string("He he PRP 2 nsubj\nwas be VBD 0 ROOT\n") + adjective + " " + adjective +
                 " JJ 2 acomp\n" + preposition + " " + preposition + " IN 3 prep\n" +
                 "breaking break VBG 4 pcomp\nrules rule NNS 5 dobj\n");
  CHECK(found(document, "broke").modality == modality);
}

TEST_CASE("what the first one did has happened, what there is to do has not", "[ingest][extract][modality]") {
  const auto [word, tag, label, modality] = GENERATE(table<std::string, std::string, std::string, Modality>(
      {{"first", "JJ", "B-ORDINAL", Modality::kAsserted}, {"new", "JJ", "O", Modality::kPlanned}}));
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
is be VBZ 0 ROOT
the the DT 5 det
)" + word + " " + word + " " + tag + " 5 amod " +
                                       label + R"(
pilot pilot NN 2 attr
to to TO 7 aux
cross cross VB 5 relcl
it it PRP 7 dobj
)");
  const auto extractions = extract(document);
  const auto crossed = std::find_if(extractions.begin(), extractions.end(),
                                    [](const Extraction& e) { return e.predicate == "crossed"; });
  if (modality == Modality::kPlanned) {
    CHECK(crossed == extractions.end());  // nobody is said to
    return;
  }
  REQUIRE(crossed != extractions.end());
  CHECK(document.word(crossed->subject.head) == "Ana");
  CHECK(crossed->modality == modality);
}

TEST_CASE("who was told to do it was not said to have done it", "[ingest][extract][modality]") {
  const auto [verb, participle, modality] =
      GENERATE(table<std::string, std::string, Modality>({{"advise", "advised", Modality::kDemanded},
                                                          {"sentence", "sentenced", Modality::kAsserted},
                                                          {"allege", "alleged", Modality::kReported}}));
  const Document document = hand_built("Crews crew NNS 3 nsubjpass\nwere be VBD 3 auxpass\n" + participle +
                                       " " + verb + R"( VBN 0 ROOT
to to TO 5 aux
visit visit VB 3 xcomp
Oslo Oslo NNP 5 dobj B-GPE
)");
  REQUIRE(extract(document).size() == 1);
  CHECK(extract(document)[0].modality == modality);
}

TEST_CASE("a second attempt to do it has not done it", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
It it PRP 2 nsubj
was be VBD 0 ROOT
the the DT 5 det
second second JJ 5 amod B-ORDINAL
attempt attempt NN 2 attr
to to TO 7 aux
cross cross VB 5 acl
Oslo Oslo NNP 7 dobj B-GPE
)");
  const Texts texts = statements_of(document, "active");
  CHECK_FALSE(any_has(texts, "crossed"));
}

TEST_CASE("what one has plans to do lies ahead", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
has have VBZ 0 ROOT
plans plan NNS 2 dobj
to to TO 5 aux
widen widen VB 3 acl
roads road NNS 5 dobj
)");
  const auto extractions = extract(document);
  const auto planned = std::find_if(extractions.begin(), extractions.end(),
                                    [](const Extraction& e) { return e.rule == "nominal_infinitive"; });
  REQUIRE(planned != extractions.end());
  CHECK(planned->modality == Modality::kPlanned);
}

TEST_CASE("a bid that somebody may not back is a bid", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 4 nsubj B-GPE
will will MD 4 aux
not not RB 4 neg
back back VB 0 ROOT
Peru Peru NNP 7 poss B-GPE
's 's POS 5 case
decision decision NN 4 dobj
to to TO 9 aux
leave leave VB 7 acl
Norsk Norsk NNP 9 dobj B-ORG
)");
  const auto extractions = extract(document);
  const auto decided = std::find_if(extractions.begin(), extractions.end(),
                                    [](const Extraction& e) { return e.rule == "nominal_infinitive"; });
  REQUIRE(decided != extractions.end());
  CHECK(!decided->negated);
  CHECK(decided->modality == Modality::kAsserted);
}

TEST_CASE("what one is going to do is what one will do", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 3 nsubj B-GPE
is be VBZ 3 aux
going go VBG 0 ROOT
to to TO 5 aux
widen widen VB 3 xcomp
roads road NNS 5 dobj
)");
  CHECK(statements_of(document) == Texts{"Oslo | widened | roads"});
  CHECK(extract(document)[0].modality == Modality::kPlanned);
}

TEST_CASE("what is known to be so is so", "[ingest][extract][modality]") {
  const auto [verb, participle, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"know", "known", Modality::kAsserted}, {"believe", "believed", Modality::kReported}}));
  const Document document = hand_built("Oslo Oslo NNP 3 nsubjpass B-GPE\nis be VBZ 3 auxpass\n" + participle +
                                       " " + verb + R"( VBN 0 ROOT
to to TO 5 aux
own own VB 3 xcomp
roads road NNS 5 dobj
)");
  CHECK(extract(document)[0].modality == modality);
}

TEST_CASE("who became the oldest one elected was elected", "[ingest][extract][modality]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
became become VBD 0 ROOT
the the DT 5 det
oldest old JJS 5 amod
mayor mayor NN 2 attr
elected elect VBN 5 acl
in in IN 6 prep
Oslo Oslo NNP 7 pobj B-GPE
)");
  const Texts texts = statements_of(document, "passive");
  CHECK(holds(texts, "Ana | was elected | in Oslo"));
}

TEST_CASE("what somebody is forced to do he does", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"forced force", Modality::kAsserted}, {"allowed allow", Modality::kPossible}}));
  const Document document = hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + R"( VBD 0 ROOT
schools school NNS 2 dobj
to to TO 5 aux
cancel cancel VB 2 xcomp
classes class NNS 5 dobj
)");
  CHECK(found(document, "cancelled").modality == modality);
}

TEST_CASE("what would have been done is no plan, and what is needed is a demand", "[ingest][extract]") {
  check_standings({
      {"Oslo would have won gold",
       "Oslo Oslo NNP 4 nsubj B-GPE | would would MD 4 aux | have have VB 4 aux | won win VBN 0 ROOT | "
       "gold gold NN 4 dobj",
       {{"won", Modality::kPossible}}},
      {"Oslo needs to buy buses",
       "Oslo Oslo NNP 2 nsubj B-GPE | needs need VBZ 0 ROOT | to to TO 4 aux | buy buy VB 2 xcomp | "
       "buses bus NNS 4 dobj",
       {{"needed to buy", Modality::kDemanded}}},
  });
}

TEST_CASE("what somebody would do every Sunday was done", "[ingest][extract][modality]") {
  const auto [determiner, modality] =
      GENERATE(table<std::string, Modality>({{"Every", Modality::kAsserted}, {"Next", Modality::kPlanned}}));
  CHECK(found(hand_built(determiner + R"( every DT 2 det
Sunday Sunday NNP 5 npadvmod B-DATE
Ana Ana NNP 5 nsubj B-PERSON
would would MD 5 aux
visit visit VB 0 ROOT
Oslo Oslo NNP 5 dobj B-GPE
)"),
              "visited")
            .modality == modality);
}

TEST_CASE("who acts alone is not said to act with others", "[ingest][extract][predicate_form]") {
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nacted act VBD 0 ROOT\nalone alone RB 2 advmod\nin in IN 2 prep\nOslo "
      "Oslo NNP 4 pobj "
      "B-GPE\n");
  CHECK(found(document, "acted alone").modality == Modality::kAsserted);
}

TEST_CASE("what somebody rarely does is not told as done", "[ingest][extract][predicate_form]") {
  const auto [adverb, predicate] = GENERATE(table<std::string, std::string>(
      {{"rarely", "rarely visited"}, {"barely", "barely visited"}, {"often", "visited"}}));
  CHECK(extract(hand_built("Ana Ana NNP 3 nsubj B-PERSON\n" + adverb + " " + adverb + R"( RB 3 advmod
visits visit VBZ 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)"))
            .front()
            .predicate == predicate);
}

TEST_CASE("what comes behind a plan is as much ahead", "[ingest][extract][modality]") {
  const auto [auxiliary, tag, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"will", "MD", Modality::kPlanned}, {"to", "TO", Modality::kAsserted}}));
  CHECK(found(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\nand and CC 2 cc\n" +
                         auxiliary + " " + auxiliary + " " + tag + R"( 5 aux
join join VB 2 advcl
Norsk Norsk NNP 5 dobj B-ORG
before before IN 5 prep
opening open VBG 7 pcomp
shops shop NNS 8 dobj
)"),
              "opened")
            .modality == modality);
}

TEST_CASE("what is demanded before something leaves that open", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"required require", Modality::kDemanded}, {"helped help", Modality::kAsserted}}));
  CHECK(found(hand_built("Laws law NNS 2 nsubj\n" + verb + R"( VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
to to TO 5 aux
sign sign VB 2 xcomp
papers paper NNS 5 dobj
before before IN 5 prep
opening open VBG 7 pcomp
shops shop NNS 8 dobj
)"),
              "opened")
            .modality == modality);
}

TEST_CASE("what nobody proved or managed to prove is open; what nobody noticed was so", "[ingest][extract]") {
  const auto [links, verb, head, modality] = GENERATE(table<std::string, std::string, std::string, Modality>({
      {"did do VBD 4 aux\nnot not RB 4 neg\n", "prove prove VB 0 ROOT", "4", Modality::kPossible},
      {"failed fail VBD 0 ROOT\nto to TO 4 aux\n", "prove prove VB 2 xcomp", "4", Modality::kPossible},
      {"failed fail VBD 0 ROOT\nto to TO 4 aux\n", "notice notice VB 2 xcomp", "4", Modality::kAsserted},
      {"had have VBD 4 aux\nsoon soon RB 4 advmod\n", "proven prove VBN 0 ROOT", "4", Modality::kAsserted},
  }));
  const bool chain = links.starts_with("failed");
  const Document document =
      hand_built("Police police NNS " + std::string(chain ? "2" : head) + " nsubj\n" + links + verb +
                 "\nthat that IN 7 mark\nAna Ana NNP 7 nsubj B-PERSON\nlied lie VBD " + head +
                 " ccomp\nto to IN 7 prep\nOslo Oslo NNP 8 pobj B-GPE\n");
  CAPTURE(verb);
  CHECK(found(document, "lied").modality == modality);
}

TEST_CASE("what is not true, clear or seen is no fact", "[ingest][extract]") {
  const auto [words, modality] = GENERATE(table<std::string, Modality>({
      {"not not RB 2 neg\ntrue true JJ 2 acomp\n", Modality::kPossible},
      {"not not RB 2 neg\nhappy happy JJ 2 acomp\n", Modality::kAsserted},
      {"so so RB 4 advmod\ntrue true JJ 2 acomp\n", Modality::kAsserted},
      {"so so RB 4 advmod\nfalse false JJ 2 acomp\n", Modality::kPossible},
  }));
  const Document document = hand_built("It it PRP 2 nsubj\nis be VBZ 0 ROOT\n" + words +
                                       "that that IN 7 mark\nAna Ana NNP 7 nsubj B-PERSON\nlied lie VBD 2 "
                                       "ccomp\nto to IN 7 prep\nOslo Oslo NNP 8 pobj B-GPE\n");
  CAPTURE(words);
  CHECK(found(document, "lied").modality == modality);
}

TEST_CASE("what holds whenever something else does tells of no time", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"sells sell VBZ", Modality::kConditional}, {"sold sell VBD", Modality::kAsserted}}));
  CHECK(found(hand_built(R"(
Whenever whenever WRB 3 advmod
Norsk Norsk NNP 3 nsubj B-ORG
)" + verb + R"( 6 advcl
ships ship NNS 3 dobj
Oslo Oslo NNP 6 nsubj B-GPE
wins win VBZ 0 ROOT
Bergen Bergen NNP 6 dobj B-GPE
)"),
              "sold")
            .modality == modality);
  CHECK(found(hand_built("Every every DT 2 det\ntime time NN 6 npadvmod\nNorsk Norsk NNP 4 nsubj B-ORG\n"
                         "sells sell VBZ 2 relcl\nships ship NNS 4 dobj\nloses lose VBZ 0 ROOT\n"
                         "Bergen Bergen NNP 6 dobj B-GPE\n"),
              "sold")
            .modality == Modality::kConditional);
}

TEST_CASE("what there is a way for clerks to do they can do", "[ingest][extract][modality]") {
  const auto [noun, modality] = GENERATE(table<std::string, Modality>(
      {{"way", Modality::kPossible}, {"need", Modality::kDemanded}, {"plan", Modality::kPlanned}}));
  CHECK(found(hand_built("It it PRP 2 nsubj\nis be VBZ 0 ROOT\na a DT 4 det\n" + noun + " " + noun +
                         " NN 2 attr\nfor for IN 8 mark\nclerks clerk NNS 8 nsubj\nto to TO 8 aux\n"
                         "sell sell VB 4 relcl\nships ship NNS 8 dobj\n"),
              "sold")
            .modality == modality);
}

TEST_CASE("what somebody is to be let do, or is opposed, need not happen", "[ingest][extract][modality]") {
  const auto [words, modality] = GENERATE(table<std::string, Modality>({
      {"Let let VB 0 ROOT\nclerks clerk NNS 3 nsubj\nsell sell VB 1 ccomp\n", Modality::kDemanded},
      {"Oslo Oslo NNP 2 nsubj B-GPE\nlet let VBD 0 ROOT\nclerks clerk NNS 4 nsubj\nsell sell VB 2 ccomp\n",
       Modality::kAsserted},
      {"Oslo Oslo NNP 2 nsubj B-GPE\nopposed oppose VBD 0 ROOT\nNorsk Norsk NNP 4 nsubj B-ORG\n"
       "selling sell VBG 2 ccomp\n",
       Modality::kPossible},
      {"Oslo Oslo NNP 2 nsubj B-GPE\nheard hear VBD 0 ROOT\nNorsk Norsk NNP 4 nsubj B-ORG\n"
       "selling sell VBG 2 ccomp\n",
       Modality::kAsserted},
  }));
  const std::string verb = words.starts_with("Let") ? "3" : "4";
  CAPTURE(words);
  CHECK(found(hand_built(words + "ships ship NNS " + verb + " dobj\n"), "sold").modality == modality);
}

TEST_CASE("the contraction before a participle is had, before a base form would",
          "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>({
      {"left leave VBN 0 ROOT\n", Modality::kAsserted},
      {"leave leave VB 0 ROOT\n", Modality::kPlanned},
  }));
  CHECK(extract(hand_built("Ana Ana NNP 3 nsubj B-PERSON\n'd 'd MD 3 aux\n" + verb +
                           "Oslo Oslo NNP 3 dobj B-GPE\n"))[0]
            .modality == modality);
  CHECK(extract(hand_built("Ana Ana NNP 4 nsubjpass B-PERSON\n'd 'd MD 4 aux\nbe be VB 4 auxpass\n"
                           "hurt hurt VBN 0 ROOT\nin in IN 4 prep\nOslo Oslo NNP 5 pobj B-GPE\n"))[0]
            .modality == Modality::kPlanned);
}

TEST_CASE("who was the first to do it did it, what is the easiest to do is not done by it",
          "[ingest][extract][modality]") {
  const auto [ranked, did] = GENERATE(table<std::string, bool>(
      {{"first first JJ 2 attr B-ORDINAL", true}, {"easiest easy JJS 2 attr", false}}));
  const auto all =
      extract(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nwas be VBD 0 ROOT\nthe the DT 4 det\n" + ranked +
                         "\nto to TO 6 aux\nban ban VB 4 relcl\nNorsk Norsk NNP 6 dobj B-ORG\n"));
  CHECK(std::any_of(all.begin(), all.end(), [](const Extraction& e) {
          return e.predicate == "banned" && e.modality == Modality::kAsserted && !e.surface_only;
        }) == did);
}

TEST_CASE("what would seem to be so may be", "[ingest][extract][modality]") {
  const auto [verb, modality] =
      GENERATE(table<std::string, Modality>({{"seem", Modality::kPossible}, {"refuse", Modality::kPlanned}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubj B-PERSON\nwould would MD 3 aux\n" + verb + ' ' + verb +
                 " VB 0 ROOT\nto to TO 5 aux\nsell sell VB 3 xcomp\nboats boat NNS 5 dobj\n");
  CHECK(extract(document).front().modality == modality);
}
