#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("base forms share the auxiliary of the verb before them", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
shows show VBZ 0 ROOT
ways way NNS 2 dobj
people people NNS 6 nsubj
can can MD 6 aux
share share VB 3 relcl
and and CC 2 cc
use use VB 2 conj
maps map NNS 8 dobj
)");
  const auto found = extract(document);
  CHECK(std::any_of(found.begin(), found.end(), [&](const Extraction& e) {
    return statement_text(document, e) == "people | used | maps" && e.modality == Modality::kPossible;
  }));
}

TEST_CASE("a verb is joined to one of its own form", "[ingest][extract][conjunct_repair]") {
  check_statements({
      {"a participle is joined to a participle",
       "",
       "Reports report NNS 2 nsubj | showed show VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | "
       "smoking smoke VBG 3 acl | pipes pipe NNS 4 dobj | and and CC 2 cc | selling sell VBG 2 conj | "
       "hats hat NNS 7 dobj",
       {"Reports | showed | Ana smoking pipes and selling hats", "Ana | smoked | pipes",
        "Ana | sold | hats"}},
      {"what had been burned thanks nobody",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | met meet VBD 0 ROOT | men man NNS 2 dobj | whose whose WP$ 5 poss | "
       "homes home NNS 8 nsubjpass | had have VBD 8 aux | been be VBN 8 auxpass | burned burn VBN 3 relcl | "
       "and and CC 8 cc | thanked thank VBD 8 conj | Ida Ida NNP 10 dobj B-PERSON",
       {"Ana | met | men", "Ana | thanked | Ida"}},
      {"what is going on is joined to what is going on",
       "active",
       "Norsk Norsk NNP 3 nsubj B-ORG | is be VBZ 3 aux | helping help VBG 0 ROOT | "
       "clerks clerk NNS 6 nsubj | to to TO 6 aux | learn learn VB 3 ccomp | "
       "Norwegian Norwegian NNP 6 dobj B-LANGUAGE | and and CC 6 cc | sending send VBG 6 conj | "
       "maps map NNS 9 dobj",
       {"Norsk | helped | clerks | to learn Norwegian", "clerks | learned | Norwegian",
        "Norsk | sent | maps"}},
  });
}

TEST_CASE("no thing says what its owner says next", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
claimed claim VBD 0 ROOT
vaccines vaccine NNS 4 nsubj
worked work VBD 2 ccomp
and and CC 4 cc
said say VBD 4 conj
Norsk Norsk NNP 8 nsubj B-ORG
sold sell VBD 6 ccomp
them they PRP 8 dobj
)");
  const Extraction sold = found(document, "sold");
  REQUIRE(sold.attribution);
  CHECK(sold.attribution->claimant.head == 0);
}

TEST_CASE("who says what will be says what is joined to it", "[ingest][extract][conjunct_repair]") {
  const std::string said = "Ana Ana NNP 2 nsubj B-PERSON\nsaid say VBD 0 ROOT\n";
  const Document warned =
      hand_built(said +
                 "Ida Ida NNP 5 nsubj B-PERSON\nwould would MD 5 aux\nstay stay VB 2 ccomp\n"
                 "and and CC 5 cc\nwarned warn VBD 5 conj\nOle Ole NNP 7 dobj B-PERSON\n");
  CHECK(DocumentTree(warned).token(6).head == 1);
  const Document added =
      hand_built(said +
                 "Ida Ida NNP 4 nsubj B-PERSON\nleft leave VBD 2 ccomp\nand and CC 4 cc\n"
                 "added add VBD 4 conj\nthat that IN 9 mark\nOle Ole NNP 9 nsubj B-PERSON\n"
                 "stayed stay VBD 6 ccomp\n");
  CHECK(DocumentTree(added).token(5).head == 1);
  const Document joined = hand_built(said +
                                     "Ida Ida NNP 4 nsubj B-PERSON\nleft leave VBD 2 ccomp\nand and CC 4 cc\n"
                                     "warned warn VBD 4 conj\nOle Ole NNP 6 dobj B-PERSON\n");
  CHECK(DocumentTree(joined).token(5).head == 3);
}

TEST_CASE("who had been killed gives no details, who confirms it does",
          "[ingest][extract][conjunct_repair]") {
  const auto [auxiliary, head] =
      GENERATE(table<std::string, std::uint32_t>({{"had have VBD", 1}, {"have have VBP", 6}}));
  const Document document = hand_built(
      "Norsk Norsk NNP 2 nsubj B-ORG\nconfirmed confirm VBD 0 ROOT\nthat that IN 7 mark\nclerks clerk NNS 7 "
      "nsubjpass\n" +
      auxiliary +
      " 7 aux\nbeen be VBN 7 auxpass\nkilled kill VBN 2 ccomp\nbut but CC 7 cc\ngave give VBD 7 conj\n"
      "details detail NNS 9 dobj\n");
  CHECK(DocumentTree(document).token(8).head == head);
}

TEST_CASE("an infinitive is joined to an infinitive", "[ingest][extract][conjunct_repair]") {
  const auto label = GENERATE(as<std::string>{}, "conj", "xcomp");
  CHECK(statements_of(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
asked ask VBD 0 ROOT
clerks clerk NNS 2 dobj
to to TO 5 aux
read read VB 2 xcomp
maps map NNS 5 dobj
or or CC 2 cc
to to TO 9 aux
draw draw VB 2 )" + label + R"(
plans plan NNS 9 dobj
)"),
                      "active")
            .back() == "clerks | drew | plans");
}

TEST_CASE("a finite verb with an object is joined to no adjective", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Clerks clerk NNS 2 nsubj
are be VBP 0 ROOT
poor poor JJ 2 acomp
or or CC 3 cc
suffer suffer VB 3 conj
losses loss NNS 5 dobj
)");
  CHECK(found(document, "suffered").subject.tokens == std::vector<std::uint32_t>{0});
  CHECK(statements_of(document, "copula") == Texts{"Clerks | is | poor"});
}

TEST_CASE("the second ones asked do what they are asked to", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
asked ask VBD 0 ROOT
clerks clerk NNS 2 dobj
to to TO 5 aux
leave leave VB 2 xcomp
and and CC 5 cc
guards guard NNS 5 conj
to to TO 9 aux
watch watch VB 5 advcl
doors door NNS 9 dobj
)");
  const Extraction extraction = found(document, "watched");
  CHECK(extraction.subject.tokens == std::vector<std::uint32_t>{6});
  CHECK(extraction.modality == Modality::kDemanded);
}

TEST_CASE("of three roles the second is no name of the first", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
was be VBD 0 ROOT
a a DT 4 det
painter painter NN 2 attr
, , , 4 punct
a a DT 7 det
writer writer NN 4 appos
, , , 7 punct
and and CC 7 cc
clerk clerk NN 7 conj
but but CC 10 cc
also also RB 10 conj
a a DT 14 det
mother mother NN 10 conj
)");
  const Texts texts = statements_of(document);
  CHECK(holds(texts, "Ana | was | a writer"));
  CHECK(holds(texts, "Ana | was | clerk"));
  CHECK(std::none_of(texts.begin(), texts.end(), [](const std::string& t) {
    return t.starts_with("painter") || t.starts_with("a painter");
  }));
}

TEST_CASE("a second object behind the first one's date is an object", "[ingest][extract][conjunct_repair]") {
  const auto [second, head, won] =
      GENERATE(table<std::string, std::string, bool>({{"silver silver NN 5 conj", "5", true},
                                                      {"silver silver NN 2 conj", "2", true},
                                                      {"Oslo Oslo NNP 2 conj B-GPE", "2", false}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nwon win VBD 0 ROOT\ngold gold NN 2 dobj\nin in IN 2 prep\n2010 2010 CD "
      "4 pobj B-DATE\nand and CC " +
      head + " cc\n" + second + "\nin in IN 2 prep\n2014 2014 CD 8 pobj B-DATE\n");
  const Texts texts = statements_of(document, "active");
  CHECK(any_begins(texts, "Ana | won | silver") == won);
}

TEST_CASE("a thing behind a comma or a date, joined to the verb, is another object",
          "[ingest][extract][conjunct_repair]") {
  const auto [before, second, has] =
      GENERATE(table<std::string, std::string, bool>({{"next next RB 2 advmod B-DATE", "a a DT 7 det", true},
                                                      {", , , 2 punct", "a a DT 7 det", true},
                                                      {"soon soon RB 2 advmod", "a a DT 7 det", false},
                                                      {", , , 2 punct", "may may MD 7 aux", false}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ngot get VBD 0 ROOT\nrises rise NNS 2 dobj\n" + before +
                 "\nand and CC 2 cc\n" + second + "\nbonus bonus NN 2 conj\n");
  const Texts texts = statements_of(document, "active");
  CHECK(any_begins(texts, "Ana | got | a bonus") == has);
}

TEST_CASE("what one has built and operated one has operated", "[ingest][extract][conjunct_repair]") {
  const auto [joint, texts] = GENERATE(table<std::string, Texts>(
      {{"and", {"Norsk | grew", "Norsk | operated | mills"}}, {"or", {"Norsk | grew"}}}));
  const Document document =
      hand_built("Norsk Norsk NNP 3 nsubj B-ORG\nhas have VBZ 3 aux\ngrown grow VBN 0 ROOT\n" + joint + " " +
                 joint + " CC 3 cc\noperated operate VBN 6 amod\nmills mill NNS 3 conj\n");
  CHECK(statements_of(document, "active") == texts);
}

TEST_CASE("what is listed is joined, what a thing is, is not", "[ingest][extract][conjunct_repair]") {
  const auto [first, second, third, told] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"coats coat", "tables table", "maps map", true},
      {"coats coat", "parkas parka", "anoraks anorak", false},
      {"things thing", "men man", "women woman", false},
  }));
  CAPTURE(second);
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nsold sell VBD 0 ROOT\n20 20 CD 4 nummod\n" + first +
                 " NNS 2 dobj\n, , , 4 punct\nsix six CD 7 nummod\n" + second +
                 " NNS 4 appos\nand and CC 7 cc\nten ten CD 10 nummod\n" + third + " NNS 7 conj\n");
  const std::string what = second.substr(0, second.find(' '));
  CHECK(holds(statements_of(document), "Norsk | sold | six " + what) == told);
}

TEST_CASE("what stands third in a list without numbers is joined too", "[ingest][extract][conjunct_repair]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
sold sell VBD 0 ROOT
coats coat NNS 2 dobj
, , , 3 punct
tables table NNS 3 conj
, , , 5 punct
a a DT 8 det
plan plan NN 5 appos
of of IN 8 prep
Oslo Oslo NNP 9 pobj B-GPE
and and CC 8 cc
maps map NNS 8 conj
)");
  CHECK(holds(statements_of(document), "Norsk | sold | a plan of Oslo"));
  CHECK(holds(statements_of(document), "Norsk | sold | maps"));
}

TEST_CASE("three verbs of one form are done by one", "[ingest][extract][conjunct_repair]") {
  const auto [first, second, third, told] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"voted vote VBD 0 ROOT\nto to TO 4 aux\nclose close VB 2 xcomp\nroads road NNS 4 dobj\n, , , 2 "
           "punct\n",
           "sell sell VB 2 conj\n", "build build VB 7 conj\n", "voted to sell"},
          {"voted vote VBD 0 ROOT\nnot not RB 2 neg\nagain again RB 2 advmod\nthere there RB 2 advmod\n, , , "
           "2 punct\n",
           "injured injure VBN 2 advcl\n", "left leave VBD 2 conj\n", "injured"},
      }));
  CAPTURE(told);
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + first + second +
                 "clerks clerk NNS 7 dobj\nand and CC 2 cc\n" + third + "Oslo Oslo NNP 10 dobj B-GPE\n");
  CHECK(holds(statements_of(document), "Norsk | " + told + " | clerks"));
}

TEST_CASE("what a verb has in a list is its object, whatever it was hung on",
          "[ingest][extract][conjunct_repair]") {
  const std::string above = GENERATE("1", "2");
  CHECK(holds(
      statements_of(hand_built(
          "Reports report NNS 2 nsubj\nblamed blame VBD 0 ROOT\ndrivers driver NNS 2 dobj\n, , , 2 punct\n"
          "the the DT 6 det\nweather weather NN " +
          above + " appos\nand and CC 6 cc\nhunger hunger NN 6 conj\n")),
      "Reports | blamed | the weather"));
  CHECK(holds(statements_of(hand_built(R"(
Storms storm NNS 3 nsubj
can can MD 3 aux
cause cause VB 0 ROOT
fever fever NN 3 dobj
, , , 3 punct
coughing cough VBG 3 advcl
and and CC 6 cc
thirst thirst NN 6 conj
)")),
              "Storms | caused | coughing"));
}

TEST_CASE("what is spoiled in a list spoils nothing", "[ingest][extract][conjunct_repair]") {
  check_statements(
      {{"the shops did not spoil it",
        "active",
        "Shops shop NNS 2 nsubj | sold sell VBD 0 ROOT | milk milk NN 2 dobj | , , , 3 punct | "
        "soup soup NN 3 conj | and and CC 5 cc | spoiled spoil VBD 5 conj | foods food NNS 7 dobj",
        {"Shops | sold | milk", "Shops | sold | soup", "Shops | sold | spoiled foods"}},
       {"nor behind a list without an end",
        "active",
        "Shops shop NNS 2 nsubj | sold sell VBD 0 ROOT | milk milk NN 2 dobj | , , , 3 punct | "
        "soup soup NN 3 conj | , , , 2 punct | and and CC 2 cc | spoiled spoil VBD 2 conj | "
        "foods food NNS 8 dobj",
        {"Shops | sold | milk", "Shops | sold | soup", "Shops | sold | spoiled foods"}},
       {"but two deeds are two",
        "active",
        "Shops shop NNS 2 nsubj | sold sell VBD 0 ROOT | milk milk NN 2 dobj | and and CC 2 cc | "
        "spoiled spoil VBD 2 conj | foods food NNS 5 dobj",
        {"Shops | sold | milk", "Shops | spoiled | foods"}}});
}

TEST_CASE("of two qualities set against each other neither is a thing",
          "[ingest][extract][conjunct_repair]") {
  check_said({{"who gave a long answer gave no long",
               "active",
               "Ana Ana NNP 2 nsubj B-PERSON | gave give VBD 0 ROOT | a a DT 4 det | long long JJ 2 dobj | "
               ", , , 2 punct | but but CC 2 cc | clear clear JJ 9 amod | , , , 9 punct | "
               "answer answer NN 2 conj",
               {"Ana | gave | a long , but clear , answer"}}});
}

TEST_CASE("how far from one place is no other place", "[ingest][extract][conjunct_repair]") {
  check_said({{"off the coast and so far from a port",
               "",
               "Samos Samos NNP 2 nsubj B-LOC | lies lie VBZ 0 ROOT | off off IN 2 prep | the the DT 5 det | "
               "coast coast NN 3 pobj | and and CC 5 cc | nine nine CD 8 nummod B-QUANTITY | "
               "miles mile NNS 5 conj I-QUANTITY | from from IN 8 prep | Bodrum Bodrum NNP 9 pobj B-GPE",
               {},
               {"Samos | lay | off nine miles from Bodrum"}}});
}

TEST_CASE("two subjects with an `and` between them are joined", "[ingest][extract][conjunct_repair]") {
  check_statements({
      {"each does it",
       "active",
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ole Ole NNP 4 nsubj B-PERSON | signed sign VBD 0 "
       "ROOT | it it PRP 4 dobj",
       {"Ana | signed | it", "Ole | signed | it"}},
      {"a second name behind what is told of the first",
       "active",
       "It it PRP 2 nsubj | freed free VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | , , , 3 punct | a a DT 6 "
       "det | clerk clerk NN 3 appos | "
       ", , , 2 punct | and and CC 2 cc | Ida Ida NNP 2 conj B-PERSON",
       {"It | freed | Ana", "It | freed | Ida"}},
      {"what somebody did then",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | , , , 2 punct "
       "| then then RB 6 advmod | "
       "joined join VBD 2 dep | Adler Adler NNP 6 dobj B-ORG",
       {"Ana | left | Norsk", "Ana | joined | Adler"}},
  });
}
