#include <catch2/catch.hpp>

#include "ingest/extract/document_tree.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

Texts stated(const Document& document) {
  Texts texts;
  for (const Extraction& extraction : extract(document))
    if (!extraction.surface_only) texts.push_back(statement_text(document, extraction));
  return texts;
}

struct StatedCase {
  std::string_view name, rows;
  Texts texts;
};

void check_stated(std::initializer_list<StatedCase> cases) {
  for (const StatedCase& one : cases)
    DYNAMIC_SECTION(one.name) CHECK(stated(hand_built(one.rows)) == one.texts);
}

}  // namespace

TEST_CASE("what the graph is given has every noun where it belongs", "[ingest][extract][argument_repair]") {
  check_stated({
      {"has with a participle and its object is no passive",
       "She she PRP 3 nsubjpass | 's 's VBZ 3 auxpass | faced face VBN 0 ROOT | many many JJ 5 amod | "
       "lawsuits lawsuit NNS 3 dobj",
       {"She | faced | many lawsuits"}},
      {"a name read as an adverb is the object",
       "They they PRP 2 nsubj | chose choose VBD 0 ROOT | Caudipteryx Caudipteryx NNP 4 compound | "
       "zoui zoui NNP 2 advmod",
       {"They | chose | Caudipteryx zoui"}},
      {"what a thing costs is the sum, whoever pays it",
       "Strikes strike NNS 2 nsubj | cost cost VBD 0 ROOT | Oslo Oslo NNP 2 dative B-GPE | "
       "5 5 CD 5 compound B-MONEY | million million CD 6 nummod I-MONEY | euros euro NNS 2 dobj I-MONEY",
       {"Strikes | cost | 5 million euros | Oslo"}},
      {"a name before an amount is no part of it",
       "Oslo Oslo NNP 2 nsubj B-GPE | fined fine VBD 0 ROOT | Norrsken Norrsken NNP 6 nmod B-ORG | "
       "5 5 CD 5 compound B-CARDINAL | million million CD 6 nummod I-CARDINAL | euros euro NNS 2 dobj",
       {"Oslo | fined | Norrsken | 5 million euros"}},
      {"a length of time behind to is what somebody gets",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | sentenced sentence VBN 0 ROOT | "
       "to to IN 3 prep | 5 5 CD 6 nummod B-DATE | years year NNS 4 pobj I-DATE | for for IN 3 prep | "
       "fraud fraud NN 7 pobj",
       {"Ana | was sentenced | to 5 years | for fraud"}},
  });
}

TEST_CASE("a noun is an argument of the word that takes it", "[ingest][extract][argument_repair]") {
  check_statements({
      {"a bare day behind a verb that tells is the day of the telling",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | Tuesday Tuesday NNP 6 npadvmod B-DATE | the "
       "the "
       "DT 5 det | plant plant NN 6 nsubj | burned burn VBD 2 ccomp",
       {"Norsk | said | the plant burned | Tuesday", "the plant | burned"}},
      {"but not a day to come",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | tomorrow tomorrow NN 7 npadvmod B-DATE | the "
       "the "
       "DT 5 det | plant plant NN 7 nsubj | will will MD 7 aux | open open VB 2 ccomp",
       {"Norsk | said | tomorrow the plant will open", "the plant | opened | tomorrow"}},
      {"when it was said is not when it was sold",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | on on IN 6 prep | Monday Monday NNP 3 pobj "
       "B-DATE | "
       "it it PRP 6 nsubj | sold sell VBD 2 ccomp | ships ship NNS 6 dobj",
       {"Norsk | said | it sold ships | on Monday", "it | sold | ships"}},
      {"whoever names somebody does it as nobody",
       "resultative",
       "He he PRP 3 nsubjpass | was be VBD 3 auxpass | identified identify VBN 0 ROOT | by by IN 3 agent | "
       "clerks clerk NNS 4 pobj | as as IN 5 prep | Ole Ole NNP 6 pobj B-PERSON",
       {"He | was identified | as Ole", "clerks | identified | He"}},
      {"what a comma sets off behind a phrase is the subject's doing",
       "",
       "Norsk Norsk NNP 2 nsubj B-ORG | grew grow VBD 0 ROOT | before before IN 2 prep | the the DT 5 det | "
       "election election NN 3 pobj | , , , 5 punct | securing secure VBG 5 acl | seats seat NNS 7 dobj",
       {"Norsk | grew | before the election , securing seats", "Norsk | secured | seats"}},
      {"a preposition that the object leaves bare takes the antecedent",
       "",
       "a a DT 2 det | house house NN 0 ROOT | she she PRP 4 nsubj | had have VBD 2 relcl | "
       "access access NN 4 dobj | to to IN 5 prep",
       {"she | had | access | to a house"}},
      {"whom one calls on is to do it",
       "active",
       "Critics critic NNS 2 nsubj | called call VBD 0 ROOT | on on IN 2 prep | Oslo Oslo NNP 3 pobj B-GPE | "
       "to to TO 6 aux | cut cut VB 2 advcl | ties tie NNS 6 dobj",
       {"Critics | called | on Oslo | to cut ties", "Oslo | cut | ties"}},
      {"votes say how a bill was passed, and not by whom",
       "",
       "The the DT 2 det | bill bill NN 4 nsubjpass | was be VBD 4 auxpass | passed pass VBN 0 ROOT | "
       "by by IN 4 agent | 52 52 CD 7 nummod | votes vote NNS 5 pobj | to to IN 7 prep | 48 48 CD 8 pobj",
       {"The bill | was passed | by 52 votes to 48"}},
  });
}

TEST_CASE("a thing before what only somebody does is the object", "[ingest][extract]") {
  CHECK(stated(hand_built(R"(
They they PRP 2 nsubj
analyzed analyze VBD 0 ROOT
the the DT 4 det
samples sample NNS 5 nsubj
using use VBG 2 ccomp
software software NN 5 dobj
)"))
            .front()
            .starts_with("They | analyzed | the samples"));
}

TEST_CASE("what is lost or denied is no second person", "[ingest][extract][clause_objects]") {
  const auto [verb, whom, what, text] = GENERATE(table<std::string, std::string, std::string, std::string>(
      {{"cost cost VBD", "pilots pilot NNS", "jobs job NNS", "It | cost | jobs"},
       {"denied deny VBD", "pilots pilot NNS", "access access NN", "It | denied | access"},
       {"cost cost VBD", "walls wall NNS", "jobs job NNS", "It | cost | walls"}}));
  const Document document =
      hand_built("It it PRP 2 nsubj\n" + verb + " 0 ROOT\n" + whom + " 2 dobj\n" + what + " 2 dobj\n");
  CHECK_THAT(statements_of(document).front(), Catch::Matchers::StartsWith(text));
}

TEST_CASE("what is posted shows, what is held is called so", "[ingest][extract]") {
  CHECK(stated(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
posted post VBD 0 ROOT
a a DT 4 det
photo photo NN 2 dobj
showing show VBG 2 advcl
Ida Ida NNP 5 dobj B-PERSON
)")) == Texts{"Ana | posted | a photo showing Ida", "a photo | showed | Ida"});
  const Texts called = stated(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
held hold VBD 0 ROOT
a a DT 4 det
course course NN 2 dobj
on on IN 4 prep
law law NN 5 pobj
called call VBD 2 advcl
Start Start NNP 7 oprd
)"));
  CHECK_FALSE(any_begins(called, "Ana | called"));
}

TEST_CASE("where somebody unknown does it is where it is done", "[ingest][extract][argument_repair]") {
  const auto [article, subject] =
      GENERATE(table<std::string, std::string>({{"a", "a clerk"}, {"the", "the clerk near Oslo"}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\nshot shoot VBN 0 ROOT\nby by IN 3 agent\n" +
      article + " " + article +
      " DT 6 det\nclerk clerk NN 4 pobj\nnear near IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n");
  CHECK(text_of(document, found(document, "shot").subject.tokens) == subject);
}

TEST_CASE("around belongs to the number behind it", "[ingest][extract][argument_repair]") {
  const auto [entity, text] =
      GENERATE(table<std::string, std::string>({{"B-CARDINAL", "Ana | inspected | around 200 of shops"},
                                                {"", "Ana | inspected | around 200 of shops"}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ninspected inspect VBD 0 ROOT\naround around IN 2 prep " +
                 entity + "\n200 200 CD 3 pobj I-CARDINAL\nof of IN 4 prep\nshops shop NNS 5 pobj\n");
  CHECK(statements_of(document).front() == text);
  CHECK((extract(document).front().arguments.front().role == ArgumentRole::kObject) == !entity.empty());
}

TEST_CASE("people are not of what is theirs", "[ingest][extract][argument_repair]") {
  const auto [article, whom] = GENERATE(table<std::string, std::string>(
      {{"their their PRP$ 6 poss", "residents"}, {"the the DT 6 det", "residents of the rights"}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nwarned warn VBD 0 ROOT\nresidents resident NNS 2 dobj\nof of IN 3 "
      "prep\n" +
      article + "\nrights right NNS 4 pobj\n");
  CHECK(text_of(document, extract(document).front().arguments.front().phrase.tokens) == whom);
}

TEST_CASE("who is given control of something is not part of it", "[ingest][extract][argument_repair]") {
  const auto [noun, given] = GENERATE(table<std::string, bool>({{"control", true}, {"cars", false}}));
  const auto texts = statements_of(
      hand_built("Oslo Oslo NNP 2 nsubj B-GPE\ngave give VBD 0 ROOT\nNorsk Norsk NNP 4 compound B-ORG\n" +
                 noun + " " + (given ? noun : "car") + (given ? " NN" : " NNS") +
                 " 2 dobj\nof of IN 4 prep\nTelia Telia NNP 5 pobj B-ORG\n"),
      "active");
  CHECK((texts.front().find("Norsk " + noun) == std::string::npos) == given);
}

TEST_CASE("of two shares one leads by the other, unless they grow", "[ingest][extract][argument_repair]") {
  const auto [verb, leads] = GENERATE(table<std::string, bool>({{"led lead", true}, {"rose rise", false}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb +
                 " VBD 0 ROOT\n47 47 CD 4 nummod B-PERCENT\n% % NN 2 dobj I-PERCENT\n"
                 "to to IN 2 prep\n40 40 CD 7 nummod B-PERCENT\n% % NN 5 pobj I-PERCENT\n");
  CHECK((statements_of(document).front().find("| to 40 %") == std::string::npos) == leads);
}

TEST_CASE("what somebody is robbed or accused of is no part of who it is",
          "[ingest][extract][argument_repair]") {
  const auto [whom, what, apart] =
      GENERATE(table<std::string, std::string, bool>({{"army army NN", "fuel fuel NN", true},
                                                      {"farmers farmer NNS", "income income NN", true},
                                                      {"group group NN", "officers officer NNS", false}}));
  const Document document =
      hand_built("\nThey they PRP 2 nsubj\ndeprived deprive VBD 0 ROOT\nthe the DT 4 det\n" + whom +
                 " 2 dobj\nof of IN 4 prep\n" + what + " 5 pobj\n");
  CHECK((DocumentTree(document).token(4).head == 1) == apart);
}

TEST_CASE("nobody's name has what he is accused of behind it", "[ingest][extract][argument_repair]") {
  const auto [what, head] =
      GENERATE(table<std::string, std::uint32_t>({{"conspiracy conspiracy NN", 1}, {"town town NN", 2}}));
  const Document document = hand_built(
      "Judges judge NNS 2 nsubj\nconvicted convict VBD 0 ROOT\nHolt Holt NNP 2 dobj\n"
      "of of IN 3 prep\n" +
      what + " 4 pobj\n");
  CHECK(DocumentTree(document).token(3).head == head);
}

TEST_CASE("what it was sold for is no price of leading the buyer", "[ingest][extract][argument_repair]") {
  const auto [verb, text] = GENERATE(
      table<std::string, std::string>({{"sold sell", "Norsk | sold | it | to firms led by Ana | for $ 5"},
                                       {"spoke speak", "Norsk | spoke | it | to firms led by Ana for $ 5"}}));
  CHECK(statements_of(hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + verb + R"( VBD 0 ROOT
it it PRP 2 dobj
to to IN 2 prep
firms firm NNS 4 pobj
led lead VBN 5 acl
by by IN 6 agent
Ana Ana NNP 7 pobj B-PERSON
for for IN 6 prep
$ $ $ 11 nmod B-MONEY
5 5 CD 9 pobj I-MONEY
)"),
                      "active") == Texts{text});
}

TEST_CASE("what somebody is accused of by another is not the other's", "[ingest][extract][argument_repair]") {
  const auto [verb, head] =
      GENERATE(table<std::string, std::uint32_t>({{"accused accuse", 2}, {"seen see", 4}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" + verb + R"( VBN 0 ROOT
by by IN 3 agent
critics critic NNS 4 pobj
of of IN 5 prep
hiding hide VBG 6 pcomp
it it PRP 7 dobj
)");
  CHECK(DocumentTree(document).token(5).head == head);
}

TEST_CASE("a person's name has no place, a crowd may", "[ingest][extract][argument_repair]") {
  const auto [who, head] = GENERATE(table<std::string, std::uint32_t>(
      {{"Ana Ana NNP 4 pobj B-PERSON", 2}, {"police police NNS 4 pobj", 4}}));
  const Document document = hand_built(
      "banks bank NNS 3 nsubjpass\nwere be VBD 3 auxpass\nfounded found VBN 0 ROOT\nby by IN 3 agent\n" +
      who + "\nin in IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n");
  CHECK(DocumentTree(document).token(5).head == head);
}

TEST_CASE("what money is paid for is not part of the sum", "[ingest][extract][argument_repair]") {
  const auto [sum, head] = GENERATE(
      table<std::string, std::uint32_t>({{"5 5 CD 4 nummod\neuros euro NNS 2 dobj\n", 1},
                                         {"five five CD 4 nummod\nreasons reason NNS 2 dobj\n", 3}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ngave give VBD 0 ROOT\n" + sum + R"(for for IN 4 prep
refugees refugee NNS 5 pobj
)");
  CHECK(DocumentTree(document).token(4).head == head);
}

TEST_CASE("of what somebody is found guilty on a day is no part of the day",
          "[ingest][extract][argument_repair]") {
  const auto [verb, day, head, text] = GENERATE(table<std::string, std::string, std::string, std::string>(
      {{"found find VBN 0 ROOT\nguilty guilty JJ 3 oprd\non on IN 3 prep\n",
        "Friday Friday NNP 5 pobj B-DATE", "6", "was found guilty | of fraud"},
       {"found find VBN 0 ROOT\nguilty guilty JJ 3 oprd\nlast last JJ 6 amod B-DATE\n",
        "month month NN 3 npadvmod I-DATE", "3", "was found guilty | of fraud"},
       {"cleared clear VBN 0 ROOT\nagain again RB 3 advmod\non on IN 3 prep\n",
        "Friday Friday NNP 5 pobj B-DATE", "6", "was cleared | of fraud"}}));
  const Document document = hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" + verb +
                                       day + "\nof of IN " + head + " prep\nfraud fraud NN 7 pobj\n");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK(any_has(texts, text));
}

TEST_CASE("what a judge did on a day was done that day", "[ingest][extract][argument_repair]") {
  const auto [doer, of_doer] =
      GENERATE(table<std::string, bool>({{"Judges judge NNS", false}, {"Votes vote NNS", true}}));
  const Document document =
      hand_built(doer +
                 " 4 nsubj\non on IN 1 prep\nFriday Friday NNP 2 pobj B-DATE\nfreed free VBD 0 ROOT\n"
                 "Ana Ana NNP 4 dobj B-PERSON\n");
  CHECK(DocumentTree(document).token(1).head == (of_doer ? 0 : 3));
}

TEST_CASE("of those to whom it happened some are told behind it", "[ingest][extract][argument_repair]") {
  const auto [place, head] = GENERATE(table<std::string, std::uint32_t>(
      {{"in in IN 3 prep\nOslo Oslo NNP 4 pobj B-GPE", 0}, {"in in IN 3 prep\ntowns town NNS 4 pobj", 2}}));
  const Document document =
      hand_built("Men man NNS 3 nsubjpass\nwere be VBD 3 auxpass\nhurt hurt VBN 0 ROOT\n" + place +
                 "\n, , , 3 punct\nincluding include VBG 3 prep\nboys boy NNS 7 pobj\n");
  CHECK(DocumentTree(document).token(6).head == head);
}

TEST_CASE("who designates something is no part of what it is designated",
          "[ingest][extract][argument_repair]") {
  CHECK(holds(statements_of(hand_built(R"(
Lund Lund NNP 3 nsubjpass B-GPE
was be VBD 3 auxpass
designated designate VBN 0 ROOT
a a DT 5 det
refuge refuge NN 3 dobj
by by IN 5 prep
Oslo Oslo NNP 6 pobj B-GPE
)")),
              "Lund | was designated | a refuge"));
}
