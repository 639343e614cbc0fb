#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what completes a verb stays with it", "[ingest][extract][complements]") {
  check_statements({
      {"of two objects side by side the first one gets the second",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sends send VBZ 0 ROOT | girls girl NNS 2 dobj | and and CC 3 cc | "
       "boys boy NNS 3 conj | a a DT 7 det | present present NN 2 dobj",
       {"Norsk | sent | a present | girls and boys"}},
      {"a noun that the object is made has no clause of its own",
       "resultative",
       "Ana Ana NNP 2 nsubj B-PERSON | made make VBD 0 ROOT | taxes tax NNS 6 nsubj | a a DT 6 det | "
       "key key JJ 6 amod | issue issue NN 2 ccomp",
       {"taxes | was made | a key issue"}},
      {"who is thought of as something was thought of so",
       "resultative",
       "Ana Ana NNP 2 nsubj B-PERSON | thought think VBD 0 ROOT | of of IN 2 prep | "
       "Olof Olof NNP 3 pobj B-PERSON | as as IN 2 prep | a a DT 7 det | friend friend NN 5 pobj",
       {"Olof | was thought of | as a friend"}},
      {"what is described as unfair was described so",
       "resultative",
       "Clerks clerk NNS 2 nsubj | described describe VBD 0 ROOT | the the DT 4 det | vote vote NN 2 dobj | "
       "as as RB 2 prep | unfair unfair JJ 5 amod | . . . 2 punct",
       {"the vote | was described | as unfair", "Clerks | described | the vote"}},
      {"of a council and a sum the council gets the sum",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | paid pay VBD 0 ROOT | each each DT 4 det | council council NN 2 dobj "
       "| "
       "500 500 CD 6 nummod B-MONEY | euros euro NNS 2 dobj I-MONEY",
       {"Norsk | paid | 500 euros | each council"}},
      {"who is absent is not absent of something",
       "passive",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | convicted convict VBN 0 ROOT | in in IN 3 "
       "prep | "
       "absentia absentia NN 4 pobj | of of IN 5 prep | fraud fraud NN 6 pobj",
       {"Ana | was convicted | of fraud | in absentia"}},
      {"what is done on average keeps its object",
       "active",
       "Swedes Swede NNPS 2 nsubj B-NORP | drink drink VBP 0 ROOT | on on IN 2 prep | "
       "average average JJ 6 amod | eight eight CD 6 nummod | cups cup NNS 3 pobj",
       {"Swedes | drank | eight cups | on average"}},
      {"a gerund joined to a gerund has its own object",
       "active",
       "Plans plan NNS 2 nsubj | include include VBP 0 ROOT | stopping stop VBG 2 xcomp | "
       "waste waste NN 3 dobj | and and CC 4 cc | increasing increase VBG 7 amod | trade trade NN 4 conj",
       {"Plans | included stopping | waste", "Plans | included increasing | trade"}},
      {"an adjective behind its noun is what the noun is found",
       "resultative",
       "Ana Ana NNP 2 nsubj B-PERSON | finds find VBZ 0 ROOT | the the DT 4 det | "
       "variety variety NN 2 dobj | of of IN 4 prep | tasks task NNS 5 pobj | exciting exciting JJ 6 amod | "
       ". . . 2 punct",
       {"Ana | found exciting | the variety of tasks"}},
      {"two who spoke out did not speak to each other",
       "reciprocal",
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | "
       "spoke speak VBD 0 ROOT | out out RP 4 prt",
       {}},
      {"who came in second came in as that",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | came come VBD 0 ROOT | in in RP 2 prt | second second RB 2 advmod "
       "B-ORDINAL",
       {"Ana | came | in second"}},
      {"who is appointed as something is its object, whatever the name is of",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | appointed appoint VBD 0 ROOT | Pierluisi Pierluisi NNP 2 oprd B-ORG | "
       "as as IN 2 prep | clerk clerk NN 4 pobj",
       {"Ana | appointed | Pierluisi | as clerk"}},
  });
}

TEST_CASE("what is reported to be so is, on the reporter's word", "[ingest][extract][complements]") {
  const Document document = hand_built(R"(
Papers paper NNS 2 nsubj
reported report VBD 0 ROOT
Olof Olof NNP 2 dobj B-PERSON
to to TO 5 aux
be be VB 2 xcomp
dead dead JJ 5 acomp
)");
  CHECK(statements_of(document, "copula") == Texts{"Olof | is | dead"});
  CHECK(text_of(document, extract(document).back().attribution->claimant.tokens) == "Papers");
}

TEST_CASE("what is no complement is said for itself", "[ingest][extract][complement_repair]") {
  check_said({
      {"the noun before a second clause is its subject, no more of the first",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | says say VBZ 0 ROOT | guests guest NNS 5 nsubj | are be VBP 5 aux | "
       "going go VBG 2 ccomp | to to IN 5 prep | parks park NNS 6 pobj | and and CC 7 cc | "
       "profits profit NNS 7 conj | have have VBP 11 aux | fallen fall VBN 2 ccomp",
       {"guests | went | to parks", "profits | fell"},
       {"guests | went | to profits"}},
      {"when something was active is not what it was",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | was be VBD 0 ROOT | last last JJ 2 acomp | active active JJ 2 acomp | "
       "in in IN 2 prep | Oslo Oslo NNP 5 pobj B-GPE",
       {"Ana | was active | in Oslo"}},
      {"who was born with another name was born somewhere",
       "",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | born bear VBN 0 ROOT | "
       "Ida Ida NNP 5 compound B-PERSON | Roe Roe NNP 3 oprd I-PERSON | in in IN 5 prep | "
       "Oslo Oslo NNP 6 pobj B-GPE",
       {"Ana | was born | in Oslo"}},
      {"a theory that he killed her says what he did, and was not killed",
       "",
       "theories theory NNS 6 nsubj | that that WDT 4 dobj | Ana Ana NNP 4 nsubj B-PERSON | "
       "killed kill VBD 1 relcl | Ida Ida NNP 4 dobj B-PERSON | are be VBP 0 ROOT | popular popular JJ 6 "
       "acomp",
       {"Ana | killed | Ida"},
       {"Ana | killed | theories"}},
      {"a letter that he sent her was sent",
       "",
       "letters letter NNS 6 nsubj | that that WDT 4 dobj | Ana Ana NNP 4 nsubj B-PERSON | "
       "sent send VBD 1 relcl | Ida Ida NNP 4 dative B-PERSON | are be VBP 0 ROOT | old old JJ 6 acomp",
       {"Ana | sent | letters | Ida"}},
      {"an adjective with nothing before it is no thing done to",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | tested test VBD 0 ROOT | negative negative JJ 2 dobj | "
       "for for IN 3 prep | cocaine cocaine NN 4 pobj",
       {"Ana | tested negative | for cocaine"}},
  });
}

TEST_CASE("what stands behind an adjective says at, in or for what it is so",
          "[ingest][extract][complements]") {
  const auto [behind, rule, text] = GENERATE(table<std::string, std::string, std::string>({
      {"at at IN 2 prep\nmaking make VBG 4 pcomp\nfilms film NNS 5 dobj\n", "gerund",
       "Ana | was good at making | films"},
      {"for for IN 2 prep\nOslo Oslo NNP 4 pobj B-GPE\n", "active", "Ana | was good | for Oslo"},
      {"in in IN 2 prep\n2010 2010 CD 4 pobj B-DATE\n", "copula", "Ana | was | good | in 2010"},
  }));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nwas be VBD 0 ROOT\ngood good JJ 2 acomp\n" + behind);
  CHECK(statements_of(document, rule) == Texts{text});
}

TEST_CASE("what a comma sets off is no second object", "[ingest][extract][complement_repair]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
got get VBD 0 ROOT
seats seat NNS 2 dobj
, , , 3 punct
a a DT 6 det
vote vote NN 2 dobj
)");
  for (const std::string& text : statements_of(document)) CHECK(text.find("was got") == std::string::npos);
}

TEST_CASE("how far south of a place something is does not say what it is",
          "[ingest][extract][complement_repair]") {
  const auto [deprel, tag] =
      GENERATE(table<std::string, std::string>({{"4 appos", "RB"}, {"4 appos", "NN"}, {"2 advmod", "RB"}}));
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nis be VBZ 0 ROOT\n90 90 CD 4 nummod\nmiles mile NNS " +
                 std::string(deprel == "2 advmod" ? "5 npadvmod" : "2 attr") + "\nsouth south " + tag + " " +
                 deprel + "\nof of IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n");
  CHECK(statements_of(document, "active") == Texts{"Norsk | is | south of Oslo"});
}

TEST_CASE("what is forbidden completes the verb", "[ingest][extract][complement_repair]") {
  const auto [verb, text] = GENERATE(table<std::string, std::string>(
      {{"forbids forbid", "The law | forbade hunting | bears"}, {"came come", "The law | came"}}));
  CHECK(says(hand_built("The the DT 2 det\nlaw law NN 3 nsubj\n" + verb + R"( VBZ 0 ROOT
both both DT 5 preconj
hunting hunt VBG 3 advcl
bears bear NNS 5 dobj
)"),
             text) == (verb == "forbids forbid"));
}

TEST_CASE("an hour and its time are one time", "[ingest][extract][complement_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
at at IN 2 prep
2:49 2:49 CD 6 nummod
a.m. a.m. NN 4 pobj
local local JJ 8 amod
time time NN 4 pobj
on on IN 8 prep
Monday Monday NNP 9 pobj B-DATE
)");
  const auto extractions = extract(document);
  CHECK(std::any_of(extractions.front().arguments.begin(), extractions.front().arguments.end(),
                    [&](const Argument& a) {
                      return a.role == ArgumentRole::kTime &&
                             text_of(document, a.phrase.tokens) == "2:49 a.m. local time on Monday";
                    }));
}

TEST_CASE("from when until when somebody was it is of the verb", "[ingest][extract][complement_repair]") {
  const auto [label, head] = GENERATE(table<std::string, std::uint32_t>({{"", 1}, {" I-DATE", 3}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nwas be VBD 0 ROOT\nmayor mayor NN 2 attr\nfrom from IN 3 prep\n2005 "
      "2005 CD 4 pobj B-DATE\n"
      "to to IN 4 prep" +
      label + "\n2010 2010 CD 6 pobj B-DATE\n");
  CHECK(DocumentTree(document).token(3).head == 1);
  CHECK(DocumentTree(document).token(5).head == head);
}

TEST_CASE("where something ends is hung where its beginning is", "[ingest][extract][complements]") {
  const auto [to, head] = GENERATE(table<std::string, std::uint32_t>({{"to", 2}, {"via", 3}}));
  const Document document = hand_built(
      "It it PRP 2 nsubj\ncovered cover VBD 0 ROOT\nareas area NNS 2 dobj\nfrom from IN 3 prep\n"
      "Oslo Oslo NNP 4 pobj B-GPE\n" +
      to + " " + to + " IN 4 prep\nRome Rome NNP 6 pobj B-GPE\n");
  CHECK(DocumentTree(document).token(5).head == head);
}

TEST_CASE("where something began is no part of the hour", "[ingest][extract][complements]") {
  const auto [hour, number] =
      GENERATE(table<std::string, std::string>({{"1:15pm 1:15pm CD 3 pobj B-CARDINAL", "4"},
                                                {"1:15 1:15 CD 5 nummod\nGMT GMT NNP 3 pobj", "5"},
                                                {"1 1 CD 5 nummod\npm pm NN 3 pobj B-TIME", "5"}}));
  const Document document =
      hand_built("Fires fire NNS 2 nsubj\nbegan begin VBD 0 ROOT\nat at IN 2 prep\n" + hour + "\nin in IN " +
                 number + " prep\nOslo Oslo NNP " + (number == "4" ? "5" : "6") + " pobj B-GPE\n");
  const Texts texts = statements_of(document, "active");
  CAPTURE(texts);
  CHECK(any_has(texts, "| in Oslo"));
  const DocumentTree tree(document);
  CHECK(tree.token(3).entity ==
        (number == "5" && tree.word(3) == "1" ? EntityLabel::kNone : EntityLabel::kTime));
}

TEST_CASE("examples are no view of anything", "[ingest][extract][complement_repair]") {
  const auto [before, told] =
      GENERATE(table<std::string, bool>({{"often often RB", false}, {"such such JJ", true}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ndescribed describe VBD 0 ROOT\ninsects insect NNS 2 dobj\n" +
                 before + " 5 amod\nas as IN 3 prep\nflies fly NNS 5 pobj\n");
  CHECK(holds(statements_of(document), "Ana | described | flies") == told);
}

TEST_CASE("why somebody is sentenced is no part of how long", "[ingest][extract][complement_repair]") {
  const auto [why, told] = GENERATE(table<std::string, bool>({{"for", true}, {"of", false}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\nsentenced sentence VBN 0 ROOT\nto to IN 3 "
      "prep\n"
      "ten ten CD 6 nummod B-DATE\nyears year NNS 4 pobj I-DATE\nin in IN 6 prep\nprison prison NN 7 pobj\n" +
      why + " " + why + " IN 8 prep\nfraud fraud NN 9 pobj\n");
  const Texts texts = statements_of(document);
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [&](const std::string& text) { return text.ends_with("| " + why + " fraud"); }) == told);
}

TEST_CASE("reports that somebody painted say so", "[ingest][extract][complement_repair]") {
  const auto [noun, tag, told] = GENERATE(
      table<std::string, std::string, std::string>({{"Reports report", "IN", ""},
                                                    {"Reports report", "WDT", "Ana | painted | Reports"},
                                                    {"Poems poem", "IN", "Ana | painted | Poems"}}));
  const Document document = hand_built(noun + " NNS 5 nsubj\nthat that " + tag + R"( 4 dobj
Ana Ana NNP 4 nsubj B-PERSON
painted paint VBD 1 relcl
annoyed annoy VBD 0 ROOT
Ida Ida NNP 5 dobj B-PERSON
)");
  const Texts texts = statements_of(document);
  CHECK(holds(texts, told) == !told.empty());
  CHECK(holds(texts, "Ana | painted") == told.empty());
}
