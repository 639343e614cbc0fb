#include <catch2/catch.hpp>

#include "ingest/resolve/pronoun_features.h"
#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("a pronoun or a role is whom the words around it tell of", "[ingest][pronouns]") {
  check_referents({
      {"it is what the sentence before was about, not who stands in its relative clause",
       "A a DT 2 det | ferry ferry NN 6 nsubj | run run VBN 2 acl | by by IN 3 agent | "
       "Harvik Harvik NNP 4 pobj B-ORG | sank sink VBD 0 ROOT | | "
       "It it PRP 2 nsubj | carried carry VBD 0 ROOT | 40 40 CD 4 nummod | people people NNS 2 dobj",
       {{"It", "ferry"}}},
      {"a reflexive is the subject of its own clause",
       "The the DT 2 det | museum museum NN 3 nsubj | let let VBD 0 ROOT | guests guest NNS 5 nsubj | "
       "help help VB 3 ccomp | themselves themselves PRP 5 dobj",
       {{"themselves", "guests"}}},
      {"a reflexive beside its noun stands for nothing of its own",
       "Harvik Harvik NNP 2 nsubj B-ORG | said say VBD 0 ROOT | the the DT 4 det | road road NN 7 nsubj | "
       "itself itself PRP 4 appos | has have VBZ 7 aux | sunk sink VBN 2 ccomp",
       {{"itself", ""}}},
      {"who spoke just before speaks on",
       "The the DT 2 det | port port NN 3 nsubj | closed close VBD 5 ccomp | , , , 5 punct | "
       "said say VBD 0 ROOT | Norpress Norpress NNP 5 nsubj B-ORG | | "
       "Ferries ferry NNS 2 nsubj | waited wait VBD 5 ccomp | , , , 5 punct | it it PRP 5 nsubj | "
       "added add VBD 0 ROOT",
       {{"it", "Norpress"}}},
      {"a pronoun between two that fit alike stays open",
       "Brigs brig NNS 2 nsubj | passed pass VBD 0 ROOT | by by RP 2 prt | | "
       "Near near IN 9 prep | a a DT 3 det | pier pier NN 1 pobj | of of IN 3 prep | a a DT 6 det | "
       "harbour harbour NN 4 pobj | and and CC 3 cc | a a DT 9 det | crane crane NN 0 ROOT | | "
       "Some some DT 2 nsubj | thought think VBD 0 ROOT | of of IN 2 prep | it it PRP 3 pobj",
       {{"it", ""}}},
      {"what is joined to somebody is his own",
       "Hall Hall NNP 2 nsubj B-PERSON | visited visit VBD 0 ROOT | Jones Jones NNP 2 dobj B-PERSON | "
       "and and CC 3 cc | his his PRP$ 6 poss | son son NN 3 conj",
       {{"his", "Jones"}}},
      {"a speaker is nobody of whom the whole quotation tells",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "“ “ `` 3 punct | Eva Eva NNP 3 nsubj B-PERSON | fell fall VBD 0 ROOT | . . . 3 punct | | "
       "It it PRP 2 nsubj | hurt hurt VBD 6 ccomp | , , , 6 punct | ” ” '' 6 punct | she she PRP 6 nsubj | "
       "said say VBD 0 ROOT",
       {{"she", "Ana"}}},
      {"a noun before a hyphen that only describes is nothing of its own",
       "an an DT 5 det | island island NN 4 npadvmod | - - HYPH 4 punct | wide wide JJ 5 amod | "
       "blackout blackout NN 6 nsubj | began begin VBD 0 ROOT",
       {{"island", ""}}},
      {"nobody is appointed as a successor of his own",
       "Erik Erik NNP 2 nsubj B-PERSON | resigned resign VBD 0 ROOT | | "
       "Leif Leif NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | appointed appoint VBN 0 ROOT | "
       "as as IN 3 prep | his his PRP$ 6 poss | successor successor NN 4 pobj",
       {{"his", "Erik"}}},
      {"the subject of its own clause owns, though few men bear the given name",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Many many JJ 2 amod | tributes tribute NNS 3 nsubj | arrived arrive VBD 0 ROOT | | "
       "Robin Robin NNP 2 compound B-PERSON | Roe Roe NNP 3 nsubj I-PERSON | lost lose VBD 0 ROOT | "
       "his his PRP$ 5 poss | work work NN 3 dobj",
       {{"his", "Robin Roe"}}},
      {"a coup has no leader while a party was named",
       "Norrland Norrland NNP 2 nsubj B-ORG | won win VBD 0 ROOT | the the DT 4 det | vote vote NN 2 dobj | "
       "after after IN 2 prep | a a DT 7 det | coup coup NN 5 pobj | | "
       "Its its PRP$ 2 poss | leader leader NN 3 nsubj | left leave VBD 0 ROOT",
       {{"Its", "Norrland"}}},
      {"who is accused of losing his keys lost his own",
       "Olof Olof NNP 2 nsubj B-PERSON | accused accuse VBD 0 ROOT | Erik Erik NNP 2 dobj B-PERSON | "
       "of of IN 2 prep | losing lose VBG 4 pcomp | his his PRP$ 7 poss | keys key NNS 5 dobj",
       {{"his", "Erik"}}},
      {"what somebody is thanked for is his own",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | thanked thank VBD 0 ROOT | "
       "Olof Olof NNP 5 compound B-PERSON | Berg Berg NNP 3 dobj I-PERSON | for for IN 3 prep | "
       "his his PRP$ 8 poss | help help NN 6 pobj",
       {{"his", "Olof Berg"}}},
      {"who does what a passive tells owns what stands behind him",
       "Olof Olof NNP 2 compound B-PERSON | Dahl Dahl NNP 4 nsubjpass I-PERSON | was be VBD 4 auxpass | "
       "picked pick VBN 0 ROOT | by by IN 4 agent | Erik Erik NNP 7 compound B-PERSON | "
       "Berg Berg NNP 5 pobj I-PERSON | as as IN 4 prep | his his PRP$ 10 poss | deputy deputy NN 8 pobj",
       {{"his", "Erik Berg"}}},
      {"where it stays open so does what is its",
       "Harvik Harvik NNP 2 nsubj B-ORG | met meet VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | | "
       "Brevik Brevik NNP 2 nsubj B-ORG | bought buy VBD 0 ROOT | Lervik Lervik NNP 2 dobj B-ORG | | "
       "Rain rain NN 2 nsubj | fell fall VBD 0 ROOT | before before IN 5 mark | it it PRP 5 nsubj | "
       "left leave VBD 2 advcl | after after IN 8 mark | its its PRP$ 8 poss | bankers banker NNS 5 npadvmod",
       {{"it", ""}, {"its", ""}}},
      {"who left and did not say that he had robbed somebody is who left",
       "Erik Erik NNP 2 nsubj B-PERSON | praised praise VBD 0 ROOT | the the DT 4 det | "
       "coach coach NN 2 dobj | of of IN 4 prep | Olof Olof NNP 5 pobj B-PERSON | but but CC 2 cc | "
       "did do VBD 10 aux | not not RB 10 neg | say say VB 2 conj | he he PRP 13 nsubj | "
       "had have VBD 13 aux | lied lie VBN 10 ccomp",
       {{"he", "Erik"}}},
      {"of a clause before the main one the things are its own subject's",
       "When when WRB 3 advmod | Erik Erik NNP 3 nsubj B-PERSON | sold sell VBD 7 advcl | "
       "his his PRP$ 5 poss | house house NN 3 dobj | Olof Olof NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT",
       {{"his", "Erik"}}},
      {"a body tells what it has done",
       "The the DT 2 det | ministry ministry NN 8 nsubj | , , , 2 punct | "
       "whose whose WP$ 5 poss | ships ship NNS 6 nsubj | left leave VBD 2 relcl | Norrland Norrland NNP 6 "
       "dobj B-GPE | "
       "said say VBD 0 ROOT | it it PRP 11 nsubj | had have VBD 11 aux | lost lose VBN 8 ccomp | "
       "track track NN 11 dobj",
       {{"it", "ministry"}}},
      {"a spokesman tells what the body has done that he speaks for",
       "A a DT 2 det | spokesman spokesman NN 8 nsubj | for for IN 2 prep | the the DT 5 det | "
       "ministry ministry NN 3 pobj | in in IN 5 prep | Harvik Harvik NNP 6 pobj B-GPE | said say VBD 0 ROOT "
       "| "
       "it it PRP 11 nsubj | would would MD 11 aux | review review VB 8 ccomp | the the DT 13 det | "
       "sale sale NN 11 dobj",
       {{"it", "ministry in Harvik"}}},
      {"nobody who bears a man's given name, but of a clause of his own",
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 3 nsubj I-PERSON | met meet VBD 0 ROOT | "
       "voters voter NNS 3 dobj | | "
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | she she PRP 4 nsubj | left leave VBD 2 ccomp",
       {{"she", ""}}},
      {"what it is willing to do somebody does",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | it it PRP 4 nsubj | was be VBD 2 ccomp | "
       "willing willing JJ 4 acomp | to to TO 7 aux | leave leave VB 5 xcomp",
       {{"it", "Norsk"}}},
      {"who is presented is who does next",
       "Olof Olof NNP 2 nsubj B-PERSON | leads lead VBZ 0 ROOT | a a DT 4 det | school school NN 2 dobj | | "
       "One one CD 4 nsubj | of of IN 1 prep | clerks clerk NNS 2 pobj | is be VBZ 0 ROOT | "
       "Erik Erik NNP 4 attr B-PERSON | | "
       "He he PRP 2 nsubj | won win VBD 0 ROOT | a a DT 4 det | prize prize NN 2 dobj",
       {{"He", "Erik"}}},
      {"who says so between commas is another",
       "Guards guard NNS 5 nsubj | , , , 4 punct | they they PRP 4 nsubj | said say VBD 5 parataxis | left "
       "leave VBD 0 ROOT",
       {{"they", ""}}},
  });
}

TEST_CASE("the subject of a clause is no full noun phrase within it", "[ingest][pronouns]") {
  CHECK(Resolved(R"(
Inspector inspector NNP 3 compound
Karl      Karl      NNP 3 compound B-PERSON
Brenner   Brenner   NNP 4 nsubj    I-PERSON
said      say       VBD 0 ROOT
the       the       DT  6 det
suspect   suspect   NN  7 nsubj
fled      flee      VBD 4 ccomp
)")("suspect") != "Karl Brenner");
}

TEST_CASE("in a quotation I am who speaks", "[ingest][pronouns]") {
  const char* said = R"(
" " `` 4 punct
The the DT 3 det
boss boss NN 4 nsubj
sold sell VBD 9 ccomp
my my PRP$ 6 poss
maps map NNS 4 dobj
, , , 9 punct
" " '' 9 punct
said say VBD 0 ROOT
Ana Ana NNP 11 compound B-PERSON
Roe Roe NNP 9 nsubj I-PERSON
. . . 9 punct
)";
  CHECK(Resolved(said)("my") == "Ana Roe");
}

TEST_CASE("he is not who says so of him", "[ingest][pronouns]") {
  const char* said = R"(
Ana Ana NNP 2 compound B-PERSON
Roe Roe NNP 3 nsubj I-PERSON
said say VBD 0 ROOT
: : : 3 punct
" " `` 7 punct
She she PRP 7 nsubj
left leave VBD 3 ccomp
the the DT 9 det
house house NN 7 dobj
. . . 3 punct
" " '' 3 punct
)";
  CHECK(Resolved(said)("She").empty());
}

TEST_CASE("she is nobody with a man's given name while a woman is named", "[ingest][pronouns]") {
  const auto after = [](const std::string& given) {
    return Resolved(given + " " + given + R"( NNP 2 compound B-PERSON
Roe Roe NNP 3 nsubj I-PERSON
died die VBD 0 ROOT

Many many JJ 2 amod
tributes tribute NNS 3 nsubj
arrived arrive VBD 0 ROOT

Erik Erik NNP 2 compound B-PERSON
Dahl Dahl NNP 3 nsubj I-PERSON
said say VBD 0 ROOT
: : : 3 punct
She she PRP 6 nsubj
reshaped reshape VBD 3 ccomp
politics politics NN 6 dobj
)")("She");
  };
  CHECK(after("Maria") == "Maria Roe");
  CHECK(after("Lars") != "Lars Roe");
}

TEST_CASE("who is asked to do something does it with its own things", "[ingest][pronouns]") {
  const auto asked = [](const std::string& infinitive) {
    return Resolved(R"(
Kethea Kethea NNP 3 nsubj B-ORG
has have VBZ 3 aux
asked ask VBN 0 ROOT
Roche Roche NNP 3 dobj B-ORG
)" + infinitive + R"( 3 xcomp
its its PRP$ 8 poss
money money NN 6 dobj
better well RBR 6 advmod
)")("its");
  };
  CHECK(asked("to to TO 6 aux\nmanage manage VB") != "Kethea");
}

TEST_CASE("what is found hard to do stands for nothing", "[ingest][pronouns]") {
  CHECK(Resolved(R"(
The the DT 2 det
company company NN 3 nsubj
found find VBD 0 ROOT
it it PRP 5 nsubj
hard hard JJ 3 ccomp
to to TO 7 aux
win win VB 5 advcl
customers customer NNS 7 dobj
)")("it")
            .empty());
  CHECK(Resolved(R"(
Kethea Kethea NNP 2 nsubj B-ORG
grew grow VBD 0 ROOT

It it PRP 3 nsubjpass
was be VBD 3 auxpass
reported report VBN 0 ROOT
that that IN 6 mark
customers customer NNS 6 nsubj
left leave VBD 3 ccomp
)")("It")
            .empty());
}

TEST_CASE("a pronoun stands for what it is said to be", "[ingest][pronouns]") {
  const auto described = [](const std::string& kind) {
    return Resolved(R"(
Beers beer NNS 2 nsubj
worried worry VBD 0 ROOT
brewers brewer NNS 2 dobj

They they PRP 2 nsubj
were be VBD 0 ROOT
)" + kind + " NNS 2 attr\n")("They");
  };
  CHECK(described("drinks drink") == "beers");
  CHECK(described("men man") != "Beers");
}

TEST_CASE("a man does not own what is hers while she was just named", "[ingest][pronouns]") {
  const auto owner = [](const std::string& given) {
    return Resolved(
        "Anna Anna NNP 2 compound B-PERSON\nHolm Holm NNP 3 nsubj I-PERSON\nleft leave VBD 0 ROOT\n\n" +
        given +
        " NNP 2 compound B-PERSON\nRoe Roe NNP 3 nsubj I-PERSON\nwaived waive VBD 0 ROOT\n"
        "her her PRP$ 5 poss\nimmunity immunity NN 3 dobj\n")("her");
  };
  CHECK(owner("Nick Nick") != "Nick Roe");
  CHECK(owner("Maria Maria") == "Maria Roe");
}

TEST_CASE("behind the only person of the sentence, who acts above, he is that person", "[ingest][pronouns]") {
  std::string before;  // of whom all the rest is told
  for (const char* verb : {"left", "slept", "called", "won", "spoke", "came"})
    before += "Erik Erik NNP 2 compound B-PERSON\nDahl Dahl NNP 3 nsubj I-PERSON\n" + std::string(verb) +
              " go VBD 0 ROOT\n\n";
  CHECK(Resolved(before + R"(
Olaf Olaf NNP 2 compound B-PERSON
Holt Holt NNP 4 nsubj I-PERSON
also also RB 4 advmod
visited visit VBD 0 ROOT
Oslo Oslo NNP 4 dobj B-GPE
in in IN 4 prep
May May NNP 6 pobj B-DATE
, , , 7 punct
when when WRB 11 advmod
he he PRP 11 nsubj
met meet VBD 7 relcl
Ida Ida NNP 11 dobj B-PERSON
)")("he") == "Olaf Holt");
}

TEST_CASE("who says that somebody left is another", "[ingest][pronouns]") {
  CHECK(Resolved(R"(
Erik Erik NNP 2 nsubj B-PERSON
arrived arrive VBD 0 ROOT

He he PRP 2 nsubj
said say VBD 0 ROOT
Erik Erik NNP 4 nsubj B-PERSON
left leave VBD 2 ccomp
)")("He") != "Erik");
}

TEST_CASE("who suffers next is whom it was done to", "[ingest][pronouns]") {
  const char* questioned = R"(
Rescuers   rescuer  NNS 2 nsubj
pulled     pull     VBD 0 ROOT
five       five     CD  4 nummod
miners     miner    NNS 2 dobj
from       from     IN  2 prep
the        the      DT  7 det
shaft      shaft    NN  5 pobj

They       they     PRP 3 nsubjpass
were       be       VBD 3 auxpass
treated    treat    VBN 0 ROOT
for        for      IN  3 prep
burns      burn     NNS 4 pobj
)";
  CHECK(Resolved(questioned)("They") == "five miners");
}

TEST_CASE("who sold a thing and kept it does not keep himself", "[ingest][pronouns]") {
  const auto kept = [](const std::string& noun) {
    return Resolved("Norsk Norsk NNP 2 nsubj B-ORG\npraised praise VBD 0 ROOT\n" + noun +
                    " 2 dobj\nand and CC 2 cc\nkept keep VBD 2 conj\nit it PRP 5 dobj\n")("it");
  };
  CHECK(kept("Harvik Harvik NNP").find("Norsk") == std::string::npos);
  CHECK(kept("people people NNS").empty());
}

TEST_CASE("they are both of somebody and his people", "[ingest][pronouns]") {
  const Resolved found(R"(
Erik       Erik      NNP 5 nsubj B-PERSON
and        and       CC  1 cc
his        his       PRP$ 4 poss
colleagues colleague NNS 1 conj
saw        see       VBD 0 ROOT
Oslo       Oslo      NNP 5 dobj B-GPE

They       they      PRP 2 nsubj
left       leave     VBD 0 ROOT
)");
  const Entity* they = found.resolution.entity_at(6);
  REQUIRE(they != nullptr);
  CHECK(they->members.size() == 2);
}

TEST_CASE("one of the women is nobody who was named", "[ingest][pronouns]") {
  const auto said = [](const std::string& subject) {
    return Resolved("Ana Ana NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\n\n" +
                    subject +
                    "of of IN 1 prep\nwomen woman NNS 2 pobj\nsaid say VBD 0 ROOT\nshe she PRP 6 "
                    "nsubj\nslept sleep VBD 4 ccomp\n")("she");
  };
  CHECK(said("One one CD 4 nsubj\n").empty());
  CHECK(said("Some some DT 4 nsubj\n") == "Ana");
}

TEST_CASE("behind a long quotation he is who was named before it", "[ingest][pronouns]") {
  const auto slept = [](bool said) {
    std::string rows = "Erik Erik NNP 2 nsubj B-PERSON\nspoke speak VBD 0 ROOT\n\n";
    for (int i = 0; i < 6; ++i)
      rows += std::string(said && i == 0 ? "\" \" `` 3 punct\n" : "") + "Rain rain NN " +
              (said && i == 0 ? "3" : "2") + " nsubj\nfell fall VBD 0 ROOT\n" +
              (said && i == 5 ? "\" \" '' 2 punct\n\n" : "\n");
    return Resolved(rows + "He he PRP 2 nsubj\nslept sleep VBD 0 ROOT\n")("He");
  };
  CHECK(slept(true) == "Erik");
  CHECK(slept(false).empty());
}

TEST_CASE("who is presented behind the verb is what it is next", "[ingest][pronouns]") {
  const Resolved presented(R"(
Among  among  IN  4 prep
the    the    DT  3 det
shops  shop   NNS 1 pobj
was    be     VBD 0 ROOT
chain  chain  NN  4 attr
,      ,      ,   5 punct
Norsk  Norsk  NNP 5 appos B-ORG

It     it     PRP 2 nsubj
hired  hire   VBD 0 ROOT
clerks clerk  NNS 2 dobj
)");
  CHECK(presented("It") == "Norsk");
}

TEST_CASE("what comes out, seems so or is set apart stands for nothing", "[ingest][pronouns]") {
  const auto said = [](const std::string& rows) {
    return Resolved("Norsk Norsk NNP 2 nsubj B-ORG\ngrew grow VBD 0 ROOT\n\n" + rows)("It");
  };
  const std::string that = "that that IN 6 mark\nships ship NNS 6 nsubj\n", sank = "sank sink VBD ";
  CHECK(said("It it PRP 2 nsubj\nemerged emerge VBD 0 ROOT\nlater later RB 2 advmod\n" + that + sank +
             "2 ccomp\n")
            .empty());
  CHECK(said("It it PRP 2 nsubj\nseemed seem VBD 0 ROOT\nstrange strange JJ 2 acomp\n" + that + sank +
             "3 ccomp\n")
            .empty());
  CHECK(said("It it PRP 2 nsubj\nwas be VBD 0 ROOT\nAna Ana NNP 2 attr B-PERSON\nwho who WP 5 nsubj\nleft "
             "leave VBD 3 relcl\n")
            .empty());
  CHECK(said("It it PRP 2 nsubj\nsaid say VBD 0 ROOT\nlater later RB 2 advmod\n" + that + sank +
             "2 ccomp\n") == "Norsk");
}

TEST_CASE("a reflexive goes no further than the subject of its own verb", "[ingest][pronouns]") {
  const auto themselves = [](const std::string& subject) {
    return Resolved("Norsk Norsk NNP 2 nsubj B-ORG\nfound find VBD 0 ROOT\n" + subject +
                    " 4 nsubj\ndescribe describe VBP 2 ccomp\nthemselves themselves PRP 4 dobj\n")(
        "themselves");
  };
  CHECK(themselves("% % NN").empty());
  CHECK(themselves("clerks clerk NNS") == "clerks");
}

TEST_CASE("who spoke last says what a long quotation ends with", "[ingest][pronouns]") {
  std::string rows =
      "Erik Erik NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\n\nErik Erik NNP 2 nsubj B-PERSON\nslept sleep "
      "VBD 0 ROOT\n\n"
      "Olof Olof NNP 2 nsubj B-PERSON\nsaid say VBD 0 ROOT\nErik Erik NNP 4 nsubj B-PERSON\nwon win VBD 2 "
      "ccomp\n\n";
  for (int i = 0; i < 3; ++i)
    rows += std::string(i == 0 ? "\" \" `` 3 punct\n" : "") + "Rain rain NN " + (i == 0 ? "3" : "2") +
            " nsubj\nfell fall VBD 0 ROOT\n\n";
  const Resolved text(rows +
                      "Snow snow NN 2 nsubj\nfell fall VBD 5 ccomp\n\" \" '' 5 punct\nhe he PRP 5 "
                      "nsubj\nsaid say VBD 0 ROOT\n");
  CHECK(text("he") == "Olof");
}

TEST_CASE("who is said to be captain is no rival of the captain", "[ingest][pronouns]") {
  const Document document = hand_built(R"(
Clerks   clerk   NNS 2 nsubj
met      meet    VBD 0 ROOT
Ana      Ana     NNP 2 dobj B-PERSON
,        ,       ,   3 punct
who      who     WP  6 nsubj
was      be      VBD 3 relcl
captain  captain NN  6 attr
of       of      IN  7 prep
sailors  sailor  NNS 8 pobj

In       in      IN  4 prep
Oslo     Oslo    NNP 1 pobj B-GPE
she      she     PRP 4 nsubj
taught   teach   VBD 0 ROOT
clerks   clerk   NNS 4 dobj
)");
  std::size_t rivals = 0;
  resolve_mentions(DocumentTree(document), {},
                   [&](const Resolution&, const Mention& mention, const PronounCase& she) {
                     if (mention.text == "she") rivals = she.candidates.size();
                   });
  CHECK(rivals == 1);
}

TEST_CASE("whom they ask is none of them", "[ingest][pronouns]") {
  check_referents({
      {"neither of the two, though one of them is nearer",
       "Olof Olof NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | | "
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Erik Erik NNP 1 conj B-PERSON | "
       "stayed stay VBD 0 ROOT | | "
       "They they PRP 2 nsubj | asked ask VBD 0 ROOT | him he PRP 2 dobj",
       {{"him", "Olof"}}},
  });
}

TEST_CASE("what is joined to somebody's thing is his, too", "[ingest][pronouns]") {
  check_referents({
      {"a country's refusal and attack",
       "Oslo Oslo NNP 3 poss B-GPE | 's 's POS 1 case | refusal refusal NN 7 nsubj | and and CC 3 cc | "
       "its its PRP$ 6 poss | attack attack NN 3 conj | shocked shock VBD 0 ROOT | Ida Ida NNP 7 dobj "
       "B-PERSON",
       {{"its", "Oslo"}}},
  });
}

TEST_CASE("whom one acts against in an attempt is not oneself", "[ingest][pronouns]") {
  check_referents({
      {"a ship fired in an attempt to stop another",
       "Norsk Norsk NNP 2 nsubj B-ORG | fired fire VBD 0 ROOT | in in IN 2 prep | an an DT 5 det | "
       "attempt attempt NN 3 pobj | to to TO 7 aux | stop stop VB 5 acl | it it PRP 7 dobj",
       {{"it", ""}}},
      {"who sues another over a refusal did not refuse",
       "Oslo Oslo NNP 2 nsubj B-GPE | sued sue VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | over over IN 2 "
       "prep | "
       "its its PRP$ 6 poss | refusal refusal NN 4 pobj",
       {{"its", ""}}},
  });
}

TEST_CASE("it rains in no town that was named", "[ingest][pronouns]") {
  check_referents({
      {"a condition before the town",
       "Oslo Oslo NNP 2 nsubj B-GPE | waits wait VBZ 0 ROOT | until until IN 5 mark | it it PRP 5 nsubj | "
       "rains rain VBZ 2 advcl",
       {{"it", ""}}},
  });
}
