#include "ingest/resolve/mention_clusters.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("what means one thing has one name", "[ingest][mention_clusters]") {
  check_referents({
      {"a capital that acts is its country, one that is visited is the city",
       "China China NNP 2 nsubj B-GPE | agreed agree VBD 0 ROOT | | "
       "Beijing Beijing NNP 2 nsubj B-GPE | considered consider VBD 0 ROOT | it it PRP 2 dobj | | "
       "Leaders leader NNS 2 nsubj | visited visit VBD 0 ROOT | Beijing Beijing NNP 2 dobj B-GPE | | "
       "Rain rain NN 2 nsubj | flooded flood VBD 0 ROOT | Beijing Beijing NNP 2 dobj B-GPE | | "
       "They they PRP 2 nsubj | accused accuse VBD 0 ROOT | Beijing Beijing NNP 2 dobj B-GPE | | "
       "They they PRP 2 nsubj | avoided avoid VBD 0 ROOT | central central JJ 4 amod | "
       "Beijing Beijing NNP 2 dobj B-GPE | | "
       "Miners miner NNS 2 nsubj | marched march VBD 0 ROOT | on on IN 2 prep | Beijing Beijing NNP 3 pobj "
       "B-GPE",
       {{"Beijing", "Beijing", 6},
        {"Beijing", "Beijing", 3},
        {"Beijing", "China", 4},
        {"Beijing", "China"},
        {"Beijing", "Beijing", 2},
        {"Beijing", "Beijing", 5}}},
      {"the House is no White House",
       "The the DT 3 det | White White NNP 3 compound B-ORG | House House NNP 4 nsubj I-ORG | spoke speak "
       "VBD 0 ROOT | | "
       "The the DT 2 det | House House NNP 3 nsubj B-ORG | voted vote VBD 0 ROOT",
       {{"House", "White House"}, {"House", "House", 2}}},
      {"a role noun with a country is the person with that role and country",
       "Chinese chinese JJ 4 amod B-NORP | President President NNP 4 compound | "
       "Xi Xi NNP 4 compound B-PERSON | Jinping Jinping NNP 5 nsubj I-PERSON | called call VBD 0 ROOT | "
       "US US NNP 9 nmod B-GPE | President President NNP 9 nmod | Donald Donald NNP 9 compound B-PERSON | "
       "Trump Trump NNP 5 dobj I-PERSON | | "
       "The the DT 3 det | Chinese chinese JJ 3 amod B-NORP | leader leader NN 4 nsubj | "
       "thanked thank VBD 0 ROOT | the the DT 7 det | US US NNP 7 compound B-GPE | "
       "President President NNP 4 dobj",
       {{"leader", "Xi Jinping"}, {"President", "Donald Trump", 3}}},
      {"pronouns go to what agrees with them, not to the subject of their own clause",
       "Mr Mr NNP 2 compound | Xi Xi NNP 3 nsubj B-PERSON | met meet VBD 0 ROOT | Mr Mr NNP 5 compound | "
       "Putin Putin NNP 3 dobj B-PERSON | in in IN 3 prep | Moscow Moscow NNP 6 pobj B-GPE | | "
       "Mr Mr NNP 2 compound | Xi Xi NNP 3 nsubj B-PERSON | thanked thank VBD 0 ROOT | him he PRP 3 dobj",
       {{"him", "Putin"}}},
      {"the subject of the verb of saying is the pronoun below it",
       "Mr Mr NNP 2 compound | Xi Xi NNP 3 nsubj B-PERSON | met meet VBD 0 ROOT | Mr Mr NNP 5 compound | "
       "Putin Putin NNP 3 dobj B-PERSON | | "
       "Mr Mr NNP 2 compound | Putin Putin NNP 3 nsubj B-PERSON | said say VBD 0 ROOT | he he PRP 5 nsubj | "
       "agreed agree VBD 3 ccomp",
       {{"he", "Putin"}}},
      {"a noun phrase is named by its premodifiers, head and short complement",
       "China China NNP 2 nsubj B-GPE | restated restate VBD 0 ROOT | its its PRP$ 5 poss | "
       "firm firm JJ 5 amod | stance stance NN 2 dobj | on on IN 5 prep | the the DT 8 det | "
       "island island NN 6 pobj",
       {{"stance", "China's firm stance on island"}}},
      {"the city of a name is the place of that name; a city of a country is not",
       "The the DT 4 det | Tavist Tavist JJ 4 amod B-NORP | old old JJ 4 amod | city city NN 7 nsubj | "
       "of of IN 4 prep | Zarnby Zarnby NNP 5 pobj B-GPE | beat beat VBD 0 ROOT | the the DT 9 det | "
       "island island NN 7 dobj | of of IN 9 prep | Norway Norway NNP 10 pobj B-GPE | and and CC 9 cc | "
       "a a DT 14 det | town town NN 9 conj | of of IN 14 prep | Harvik Harvik NNP 15 pobj B-GPE",
       {{"city", "Zarnby"}, {"island", "island of Norway"}, {"town", "town of Harvik"}}},
      {"a branch is not the body that was named before it",
       "The the DT 3 det | Green Green NNP 3 compound B-ORG | Party Party NNP 4 nsubj I-ORG | "
       "met meet VBD 0 ROOT | the the DT 7 det | Green Green NNP 7 compound B-ORG | "
       "Party Party NNP 4 dobj I-ORG | of of IN 7 prep I-ORG | Oslo Oslo NNP 8 pobj I-ORG",
       {{"Party", "Green Party"}, {"Party", "Green Party of Oslo", 2}}},
      {"the Swedish company is what the words before a name said is Swedish",
       "Norsk Norsk NNP 2 nsubj B-ORG | bought buy VBD 0 ROOT | Swedish Swedish JJ 5 amod B-NORP | "
       "shipyard shipyard NN 5 compound | Brevik Brevik NNP 2 dobj B-ORG | | "
       "The the DT 3 det | Swedish Swedish JJ 3 amod B-NORP | company company NN 4 nsubj | "
       "employs employ VBZ 0 ROOT | 400 400 CD 6 nummod | people people NNS 4 dobj",
       {{"company", "Brevik"}}},
      {"the state of a name is the place of that name; a university of it is not",
       "The the DT 2 det | State State NNP 5 nsubj B-GPE | of of IN 2 prep I-GPE | "
       "Texas Texas NNP 3 pobj I-GPE | sued sue VBD 0 ROOT | the the DT 7 det | "
       "University University NNP 5 dobj B-ORG | of of IN 7 prep I-ORG | Texas Texas NNP 8 pobj I-ORG | "
       "in in IN 5 prep | Texas Texas NNP 10 pobj B-GPE",
       {{"State", "Texas"}, {"Texas", "Texas", 3}, {"University", "University of Texas"}}},
      {"the 45-year-old is who was said to be so old",
       "Police police NNS 2 nsubj | held hold VBD 0 ROOT | a a DT 9 det | 45 45 CD 6 nummod | "
       "- - HYPH 6 punct | year year NN 8 npadvmod | - - HYPH 8 punct | old old JJ 9 amod | "
       "man man NN 2 dobj | near near IN 2 prep | Ada Ada NNP 10 pobj B-PERSON | | "
       "The the DT 6 det | 45 45 CD 4 nummod | - - HYPH 4 punct | year year NN 6 npadvmod | "
       "- - HYPH 6 punct | old old JJ 7 nsubj | fled flee VBD 0 ROOT",
       {{"old", "45-year-old man", 2}, {"man", "45-year-old man"}}},
      {"two roles in apposition are both of the name before them",
       "Ida Ida NNP 2 nsubj B-PERSON | met meet VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | , , , 3 punct | "
       "formerly formerly RB 7 advmod | the the DT 7 det | president president NN 3 appos | "
       "and and CC 7 cc | director director NN 7 conj | of of IN 9 prep | Norsk Norsk NNP 10 pobj B-ORG",
       {{"president", "Ana"}}},
      {"what is told of somebody is not who it is told of",
       "They they PRP 2 nsubj | fined fine VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | , , , 3 punct | "
       "a a DT 6 det | decision decision NN 3 appos | that that WDT 9 dobj | Ida Ida NNP 9 nsubj B-PERSON | "
       "criticised criticise VBD 6 relcl",
       {{"decision", "decision"}}},
      {"the inner star is not the outer one",
       "The the DT 3 det | outer outer JJ 3 amod | star star NN 4 nsubj | fell fall VBD 0 ROOT | | "
       "The the DT 3 det | inner inner JJ 3 amod | star star NN 4 nsubj | rose rise VBD 0 ROOT",
       {{"star", "outer star"}, {"star", "inner star", 2}}},
      {"what is of another thing is another",
       "The the DT 2 det | report report NN 6 nsubj | of of IN 2 prep | the the DT 5 det | court court NN 3 "
       "pobj | "
       "fell fall VBD 0 ROOT | | The the DT 2 det | report report NN 6 nsubj | of of IN 2 prep | the the DT "
       "5 det | "
       "ministry ministry NN 3 pobj | rose rise VBD 0 ROOT",
       {{"report", "report of court"}, {"report", "report of ministry", 2}}},
      {"what is of another year is another",
       "The the DT 3 det | 2019 2019 CD 3 nummod B-DATE | report report NN 4 nsubj | fell fall VBD 0 ROOT | "
       "| "
       "The the DT 3 det | 2020 2020 CD 3 nummod B-DATE | report report NN 4 nsubj | rose rise VBD 0 ROOT",
       {{"report", "2019 report"}, {"report", "2020 report", 2}}},
      {"the previous law is not the current one",
       "The the DT 3 det | current current JJ 3 amod | law law NN 4 nsubj | fell fall VBD 0 ROOT | | "
       "The the DT 3 det | previous previous JJ 3 amod | law law NN 4 nsubj | rose rise VBD 0 ROOT | | "
       "The the DT 2 det | law law NN 3 nsubj | ended end VBD 0 ROOT",
       {{"law", "current law"}, {"law", "previous law", 2}, {"law", "previous law", 3}}},
      {"a government is no firm of its country",
       "The the DT 4 det | Dutch dutch JJ 4 amod B-NORP | chipmaker chipmaker NN 4 compound | "
       "Nexpera Nexpera NNP 5 nsubj B-ORG | stopped stop VBD 0 ROOT | | "
       "The the DT 3 det | Dutch dutch JJ 3 amod B-NORP | government government NN 4 nsubj | "
       "seized seize VBD 0 ROOT | the the DT 6 det | plant plant NN 4 dobj",
       {{"government", "Dutch government"}}},
      {"a body that urges the company is no company",
       "Norsk Norsk NNP 8 nsubj B-ORG | , , , 1 punct | which which WDT 4 nsubj | urged urge VBD 1 relcl | "
       "the the DT 6 det | company company NN 4 dobj | , , , 1 punct | lost lose VBD 0 ROOT",
       {{"company", "company"}}},
  });
}

TEST_CASE("the two leaders are the two most present persons", "[ingest][mention_clusters]") {
  const Resolved text(R"(
Mr      Mr     NNP 2 compound
Xi      Xi     NNP 3 nsubj B-PERSON
called  call   VBD 0 ROOT
Mr      Mr     NNP 5 compound
Putin   Putin  NNP 3 dobj B-PERSON

The     the    DT  3 det
two     two    CD  3 nummod
leaders leader NNS 4 nsubj
agreed  agree  VBD 0 ROOT
)");
  const Entity* leaders = text.resolution.entity_at(7);
  REQUIRE(leaders != nullptr);
  CHECK(leaders->members.size() == 2);
}

TEST_CASE("two told by what they are are nobody named before", "[ingest][mention_clusters]") {
  const Resolved text(R"(
Mr      Mr      NNP 2 compound
Prodi   Prodi   NNP 3 nsubj B-PERSON
met     meet    VBD 0 ROOT
Mr      Mr      NNP 5 compound
Rutte   Rutte   NNP 3 dobj B-PERSON

Two       two       CD  3 nummod
communist communist JJ  3 amod
senators  senator   NNS 4 nsubj
rebelled  rebel     VBD 0 ROOT
)");
  const Entity* senators = text.resolution.entity_at(7);
  REQUIRE(senators != nullptr);
  CHECK(senators->members.empty());
}

TEST_CASE("countries that share a word are two", "[ingest][mention_clusters]") {
  const Resolved text(R"(
North     North     NNP 4 nmod  B-GPE
and       and       CC  1 cc    I-GPE
South     South     NNP 1 conj  I-GPE
Korea     Korea     NNP 5 nsubj I-GPE
exchanged exchange  VBD 0 ROOT
fire      fire      NN  5 dobj
)");
  const Entity* both = text.resolution.entity_at(3);
  REQUIRE(both != nullptr);
  REQUIRE(both->members.size() == 2);
  CHECK(text.resolution.entities[both->members[0]].name == "North Korea");
  CHECK(text.resolution.entities[both->members[1]].name == "South Korea");
}

TEST_CASE("the group of a country is the only body of that country", "[ingest][mention_clusters]") {
  const Resolved text(R"(
Attica  Attica  NNP 2 compound B-ORG
Lines   Lines   NNP 8 nsubj I-ORG
,       ,       ,   2 punct
a       a       DT  6 det
Greek   greek   JJ  6 amod B-NORP
company company NN  2 appos
,       ,       ,   2 punct
sued    sue     VBD 0 ROOT
Borealis Borealis NNP 8 dobj B-ORG

The     the     DT  3 det
Greek   greek   JJ  3 amod B-NORP
group   group   NN  4 nsubj
won     win     VBD 0 ROOT

The     the     DT  3 det
Danish  danish  JJ  3 amod B-NORP
group   group   NN  4 nsubj
lost    lose    VBD 0 ROOT
)");
  CHECK(text("group") == "Attica Lines");
  CHECK(text("group", 2) != "Attica Lines");
}

TEST_CASE("the 45-year-old is whose age stands behind the name, and nobody of another age",
          "[ingest][mention_clusters]") {
  const auto fled = [](const std::string& age, const std::string& noun) {
    return Resolved(
        "Erik Erik NNP 4 nsubj B-PERSON\n, , , 1 punct\n45 45 CD 1 appos\n, , , 1 punct\nmet meet VBD 0 "
        "ROOT\n"
        "Olof Olof NNP 5 dobj B-PERSON\n\nOlof Olof NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\n\nThe the "
        "DT 7 det\n" +
        age + " " + age +
        " CD 4 nummod\n- - HYPH 4 punct\nyear year NN 6 npadvmod\n- - HYPH 6 punct\nold old JJ " +
        (noun.empty() ? "7 nsubj\n" : "7 amod\n" + noun + " " + noun + " NN 8 nsubj\n") +
        "fled flee VBD 0 ROOT\n")(noun.empty() ? "old" : noun);
  };
  CHECK(fled("45", "") == "Erik");
  CHECK(fled("45", "striker") == "Erik");
  CHECK(fled("30", "") == "Olof");
}

TEST_CASE("one of a people is not their country", "[ingest][mention_clusters]") {
  const Resolved text(R"(
A      a      DT  2 det
Swede  Swede  NN  3 nsubj    B-NORP
beat   beat   VBD 0 ROOT
the    the    DT  5 det
French French NNPS 3 dobj    B-NORP
)");
  CHECK(text("Swede") != "Sweden");
  CHECK(text("French") == "France");
}

TEST_CASE("the story is not the one that a speaker calls his", "[ingest][mention_clusters]") {
  const Resolved world(R"(
Ana Ana NNP 2 nsubj B-PERSON
said say VBD 0 ROOT
my my PRP$ 4 poss
story story NN 5 nsubj
ended end VBD 2 ccomp

Ida Ida NNP 2 nsubj B-PERSON
read read VBD 0 ROOT
the the DT 4 det
story story NN 2 dobj
)");
  CHECK(world.resolution.entity_index_at(3) != world.resolution.entity_index_at(8));
}

TEST_CASE("an aide of a senator is not the senator", "[ingest][mention_clusters]") {
  const Resolved world(R"(
An an DT 2 det
aide aide NN 6 nsubj
of of IN 2 prep
Senator Senator NNP 5 compound
Ek Ek NNP 3 pobj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)");
  CHECK(world.resolution.entity_index_at(1) != world.resolution.entity_index_at(4));
}

TEST_CASE("the kidnappers are those who kidnapped, the suspects those who were arrested",
          "[ingest][mention_clusters]") {
  const auto who = [](const char* verb, const char* lemma, const char* noun) {
    return Resolved("Gunmen gunman NNS 2 nsubj\n" + std::string(verb) + " " + lemma + R"( VBD 0 ROOT
two    two    CD  4 nummod
men    man    NNS 2 dobj

The    the    DT  2 det
)" + noun + "s " + noun +
                    R"( NNS 3 nsubj
left   leave  VBD 0 ROOT
Leeds  Leeds  NNP 3 dobj B-GPE
)")(std::string(noun) + "s");
  };
  CHECK(who("kidnapped", "kidnap", "kidnapper") == "gunmen");
  CHECK(who("arrested", "arrest", "suspect") == "two men");
  CHECK(who("helped", "help", "suspect") == "suspects");
}

TEST_CASE("a plural before names that it counts stands for them", "[ingest][mention_clusters]") {
  const Resolved text(R"(
The      the      DT  3 det
two      two      CD  3 nummod
senators senator  NNS 10 nsubj
,        ,        ,   3 punct
Ana      Ana      NNP 6 compound B-PERSON
Roe      Roe      NNP 3 appos I-PERSON
and      and      CC  6 cc
Ida      Ida      NNP 9 compound B-PERSON
Holm     Holm     NNP 6 conj I-PERSON
left     leave    VBD 0 ROOT
Oslo     Oslo     NNP 10 dobj B-GPE
)");
  CHECK(text.resolution.entity_at(2)->members ==
        std::vector<std::uint32_t>{text.resolution.entity_index_at(5), text.resolution.entity_index_at(8)});
}

TEST_CASE("the judge is who was named since a judge was told of", "[ingest][mention_clusters]") {
  const auto judge = [](const char* then) {
    return Resolved(R"(
A       a       DT  2 det
judge   judge   NN  3 nsubj
blocked block   VBD 0 ROOT
it      it      PRP 3 dobj

)" + std::string(then) +
                    R"(
Ana     Ana     NNP 3 compound B-PERSON
Roe     Roe     NNP 4 nsubj I-PERSON
spoke   speak   VBD 0 ROOT

Ida     Ida     NNP 2 compound B-PERSON
Holm    Holm    NNP 3 nsubj I-PERSON
thanked thank   VBD 0 ROOT
the     the     DT  5 det
judge   judge   NN  3 dobj
)")("judge", 2);
  };
  CHECK(judge("Judge judge NNP 3 compound") == "Ana Roe");
  CHECK(judge("Singer singer NNP 3 compound") == "judge");
}

TEST_CASE("the two men are no women, and rather those who were counted together",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Two      two      CD  2 nummod
hikers   hiker    NNS 9 nsubjpass
,        ,        ,   2 punct
Erik     Erik     NNP 5 compound B-PERSON
Dahl     Dahl     NNP 2 appos I-PERSON
and      and      CC  5 cc
Olof     Olof     NNP 8 compound B-PERSON
Berg     Berg     NNP 5 conj I-PERSON
found    find     VBD 0 ROOT
Oslo     Oslo     NNP 9 dobj B-GPE

Ana      Ana      NNP 2 compound B-PERSON
Roe      Roe      NNP 3 nsubj I-PERSON
met      meet     VBD 0 ROOT
Dahl     Dahl     NNP 3 dobj B-PERSON

The      the      DT  3 det
two      two      CD  3 nummod
men      man      NNS 4 nsubj
left     leave    VBD 0 ROOT
Oslo     Oslo     NNP 4 dobj B-GPE
)");
  CHECK(text.resolution.entity_at(16)->members ==
        std::vector<std::uint32_t>{text.resolution.entity_index_at(4), text.resolution.entity_index_at(7)});
}

TEST_CASE("the president is no vice president, and rather the president than a former one",
          "[ingest][mention_clusters]") {
  const auto signs = [](const std::string& word, const std::string& title) {
    return Resolved(
        "President President NNP 3 compound\nIda Ida NNP 3 compound B-PERSON\nHolt Holt NNP 4 nsubj "
        "I-PERSON\n"
        "left leave VBD 0 ROOT\n\n" +
        word + " 2 " + (title.empty() ? "amod" : "compound") +
        "\nPresident President NNP 4 compound\nAna Ana NNP 4 compound B-PERSON\nRoe Roe NNP 5 nsubj "
        "I-PERSON\n"
        "left leave VBD 0 ROOT\n\nthe the DT 2 det\npresident president NN 3 nsubj\nsigned sign VBD 0 ROOT\n"
        "it it PRP 3 dobj\n")("president");
  };
  CHECK(signs("Vice Vice NNP", "vice") == "Ida Holt");
  CHECK(signs("Deputy Deputy NNP", "deputy") == "Ida Holt");
  CHECK(signs("Former former JJ", "") == "Ida Holt");
  CHECK(signs("Swedish Swedish JJ", "") == "Ana Roe");
}

TEST_CASE("the pair are the two who were just named, and no single one", "[ingest][mention_clusters]") {
  const auto members = [](const std::string& others) {
    const Resolved text("Erik Erik NNP 2 nsubj B-PERSON\nmet meet VBD 0 ROOT\n" + others +
                        "\nThe the DT 2 det\npair pair NN 3 nsubj\nleft leave VBD 0 ROOT\n");
    const Entity* pair = text.resolution.entity_at(4);
    return pair && !pair->named ? pair->members.size() : 99;
  };
  CHECK(members("Olof Olof NNP 2 dobj B-PERSON\n") == 2);
  CHECK(members("people people NNS 2 dobj\n") == 0);
}

TEST_CASE("the couple are who married, or two side by side", "[ingest][mention_clusters]") {
  const auto couple = [](const std::string& rows) {
    const Resolved text(rows + "\nThe the DT 2 det\ncouple couple NN 3 nsubj\nleft leave VBD 0 ROOT\n");
    const Entity* entity =
        text.resolution.entity_at(static_cast<std::uint32_t>(text.document.tokens.size() - 2));
    return entity ? entity->members.size() : 99;
  };
  const std::string wed =
      "Ana Ana NNP 2 nsubj B-PERSON\nmarried marry VBD 0 ROOT\nErik Erik NNP 2 dobj B-PERSON\n";
  CHECK(couple(wed + "in in IN 2 prep\nOslo Oslo NNP 4 pobj B-GPE\n") == 2);
  CHECK(couple("Ana Ana NNP 4 nsubj B-PERSON\nand and CC 1 cc\nErik Erik NNP 1 conj B-PERSON\nmet meet VBD 0 "
               "ROOT\n"
               "Olof Olof NNP 4 dobj B-PERSON\n") == 2);
  CHECK(couple("Ana Ana NNP 2 nsubj B-PERSON\nmet meet VBD 0 ROOT\nErik Erik NNP 2 dobj B-PERSON\n") == 0);
}

TEST_CASE("the world is no world of a title", "[ingest][mention_clusters]") {
  const auto praised = [](const std::string& word, const std::string& noun) {
    return Resolved(
        "Ana Ana NNP 2 nsubj B-PERSON\nmade make VBD 0 ROOT\nthe the DT 4 det\nfilm film NN 6 compound\n"
        "Lost Lost NNP 6 compound B-WORK_OF_ART\n" +
        word + " " + word +
        " NNP 2 dobj I-WORK_OF_ART\n\n"
        "Olof Olof NNP 2 nsubj B-PERSON\npraised praise VBD 0 ROOT\nthe the DT 4 det\n" +
        noun + " " + noun + " NN 2 dobj\n")(noun, noun == "film" ? 2 : 1);
  };
  CHECK(praised("World", "world") == "world");
  CHECK(praised("Film", "film") == "Lost Film");
}

TEST_CASE("the prime minister is no deputy prime minister", "[ingest][mention_clusters]") {
  const std::string text =
      "Deputy Deputy NNP 3 compound\nPrime Prime NNP 3 compound\nMinister Minister NNP 5 compound\n"
      "Ana Ana NNP 5 compound B-PERSON\nRoe Roe NNP 6 nsubj I-PERSON\nleft leave VBD 0 ROOT\n\nthe the DT ";
  const std::string end = "signed sign VBD 0 ROOT\nit it PRP ";
  CHECK(Resolved(text + "3 det\nprime prime JJ 3 amod\nminister minister NN 4 nsubj\n" + end +
                 "4 dobj\n")("minister") != "Ana Roe");
  CHECK(Resolved(text +
                 "4 det\ndeputy deputy NN 4 compound\nprime prime JJ 4 amod\nminister minister NN 5 nsubj\n" +
                 end + "5 dobj\n")("minister") == "Ana Roe");
}
