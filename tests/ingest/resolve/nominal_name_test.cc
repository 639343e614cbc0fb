#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("a thing is named by the words that tell it apart", "[ingest][nominal_name]") {
  check_referents({
      {"a bare noun is named with the pair of nouns behind its preposition",
       "Sales sale NNS 6 nsubj | of of IN 1 prep | CDs cd NNS 2 pobj | and and CC 3 cc | "
       "vinyl vinyl NN 3 conj | fell fall VBD 0 ROOT",
       {{"Sales", "sales of CDs and vinyl"}}},
      {"a complement that denies says so",
       "It it PRP 2 nsubj | has have VBZ 0 ROOT | winters winter NNS 2 dobj | with with IN 3 prep | "
       "no no DT 6 det | sunlight sunlight NN 4 pobj",
       {{"winters", "winters with no sunlight"}}},
      {"whose mother she is, where no clause tells it",
       "The the DT 2 det | child child NN 6 nsubj | and and CC 2 cc | his his PRP$ 5 poss | mother mother NN "
       "2 conj | "
       "left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {{"mother", "child's mother"}}},
      {"who changes his mind changes his own",
       "Voters voter NNS 2 nsubj | changed change VBD 0 ROOT | their their PRP$ 4 poss | minds mind NNS 2 "
       "dobj",
       {{"minds", "minds"}}},
      {"one end of two says nothing",
       "A a DT 2 det | link link NN 6 nsubj | between between IN 2 prep | the the DT 5 det | "
       "absence absence NN 3 pobj | broke break VBD 0 ROOT",
       {{"link", "link"}}},
      {"what only says how sure or how surprising it is stays out of the name",
       "He he PRP 2 nsubj | met meet VBD 0 ROOT | reportedly reportedly RB 4 advmod | "
       "several several JJ 5 amod | people people NNS 2 dobj",
       {{"people", "several people"}}},
      {"what stands in the city of a name stands in that city",
       "The the DT 2 det | court court NN 8 nsubj | in in IN 2 prep | the the DT 5 det | "
       "city city NN 3 pobj | of of IN 5 prep | Zarnby Zarnby NNP 6 pobj B-GPE | ruled rule VBD 0 ROOT",
       {{"court", "court in Zarnby"}}},
      {"a ship has its name, whatever kind of ship it is",
       "The the DT 2 det | sinking sinking NN 7 nsubj | of of IN 2 prep | the the DT 6 det | freighter "
       "freighter NN 6 compound | "
       "Zarnby Zarnby NNP 3 pobj B-PRODUCT | cost cost VBD 0 ROOT | lives life NNS 7 dobj",
       {{"sinking", "sinking of Zarnby"}}},
      {"how often is no date",
       "The the DT 3 det | annual annual JJ 3 amod B-DATE | feast feast NN 4 nsubj | drew draw VBD 0 ROOT | "
       "the the DT 7 det | early early JJ 7 amod B-DATE | crowd crowd NN 4 dobj",
       {{"feast", "annual feast"}, {"crowd", "crowd"}}},
      {"rooms of two numbers are two",
       "Rooms room NNS 5 nsubj | 12 12 CD 1 nummod B-CARDINAL | and and CC 1 cc | "
       "14 14 CD 1 conj B-CARDINAL | burned burn VBD 0 ROOT",
       {{"Rooms", "rooms 12 and 14"}}},
      {"rooms of three numbers are three",
       "Rooms room NNS 7 nsubj | 7 7 CD 1 nummod | , , , 1 punct | 8 8 CD 1 appos | and and CC 4 cc | "
       "9 9 CD 4 conj | burned burn VBD 0 ROOT",
       {{"Rooms", "rooms 7 , 8 and 9"}}},
      {"about 2 is not 2",
       "Flu flu NN 2 nsubj | has have VBZ 0 ROOT | values value NNS 2 dobj | of of IN 3 prep | "
       "about about IN 6 advmod | 2 2 CD 4 pobj",
       {{"values", "values of about 2"}}},
      {"nearly all things are not all things",
       "Oslo Oslo NNP 2 nsubj B-GPE | banned ban VBD 0 ROOT | nearly nearly RB 4 advmod | all all DT 5 det | "
       "cars car NNS 2 dobj",
       {{"cars", "nearly all cars"}}},
      {"each other's things are things",
       "Firms firm NNS 2 nsubj | sold sell VBD 0 ROOT | each each DT 4 det | other other JJ 6 poss | "
       "'s 's POS 4 case | maps map NNS 2 dobj",
       {{"maps", "maps"}}},
      {"a name before it counts as one word and is never halved",
       "New New NNP 3 compound B-GPE | York York NNP 3 compound I-GPE | City City NNP 8 poss I-GPE | "
       "'s 's POS 3 case | big big JJ 8 amod | old old JJ 8 amod | brick brick NN 8 compound | "
       "school school NN 9 nsubj | burned burn VBD 0 ROOT",
       {{"school", "New York City 's big old brick school"}}},
      {"whose own a thing is is no part of its name",
       "Ana Ana NNP 2 nsubj B-PERSON | opened open VBD 0 ROOT | a a DT 4 det | store store NN 2 dobj | "
       "of of IN 4 prep | her her PRP$ 7 poss | own own JJ 5 pobj",
       {{"store", "store"}}},
  });
}

TEST_CASE("a third who has a name is one more", "[ingest][nominal_name]") {
  const auto [apposed, name] = GENERATE(table<std::string, std::string>(
      {{"Ole Ole NNP 3 appos B-PERSON\n", "suspect"}, {"", "third suspect"}}));
  const Resolved text("A a DT 3 det\nthird third JJ 3 amod B-ORDINAL\nsuspect suspect NN " +
                      std::string(apposed.empty() ? "4" : "5") + " nsubj\n" + apposed +
                      "fled flee VBD 0 ROOT\n");
  CHECK(nominal_name(text.tree, text.resolution, 2) == name);
}

TEST_CASE("an age without a noun is named whole", "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
The the DT 6 det
29 29 CD 4 nummod B-DATE
- - HYPH 4 punct I-DATE
year year NN 6 npadvmod I-DATE
- - HYPH 6 punct I-DATE
old old JJ 7 nsubj I-DATE
fled flee VBD 0 ROOT
)")("old") == "29-year-old");
}

TEST_CASE("a list is named whole or not at all, a pair behind a described noun too",
          "[ingest][nominal_name]") {
  check_referents({
      {"Sales of CDs and tapes and vinyl fell",
       "Sales sale NNS 8 nsubj | of of IN 1 prep | CDs cd NNS 2 pobj | and and CC 3 cc | "
       "tapes tape NNS 3 conj | and and CC 5 cc | vinyl vinyl NN 5 conj | fell fall VBD 0 ROOT",
       {{"Sales", "sales"}}},
      {"Sales of CDs , tapes and old vinyl fell",
       "Sales sale NNS 9 nsubj | of of IN 1 prep | CDs cd NNS 2 pobj | , , , 3 punct | "
       "tapes tape NNS 3 conj | and and CC 5 cc | old old JJ 8 amod | vinyl vinyl NN 5 conj | "
       "fell fall VBD 0 ROOT",
       {{"Sales", "sales of CDs , tapes and old vinyl"}}},
      {"Rising sales of CDs and vinyl ended",
       "Rising rise JJ 2 amod | sales sale NNS 7 nsubj | of of IN 2 prep | CDs cd NNS 3 pobj | "
       "and and CC 4 cc | vinyl vinyl NN 4 conj | ended end VBD 0 ROOT",
       {{"sales", "rising sales of CDs and vinyl"}}},
  });
}

TEST_CASE("of a pair that is too long, or joined to something else, the first is kept",
          "[ingest][nominal_name]") {
  // images of cars or [the eyes of people]
  CHECK(Resolved(R"(
They they PRP 2 nsubj
saw see VBD 0 ROOT
images image NNS 2 dobj
of of IN 3 prep
cars car NNS 4 pobj
or or CC 5 cc
the the DT 8 det
eyes eye NNS 5 conj
of of IN 8 prep
people people NNS 9 pobj
)")("images") == "images of cars");
  // waters around Narvik [and rainbow colours]
  CHECK(Resolved(R"(
She she PRP 2 nsubj
saw see VBD 0 ROOT
waters water NNS 2 dobj
around around IN 3 prep
Narvik Narvik NNP 4 pobj
and and CC 5 cc
rainbow rainbow NN 8 compound
colours colour NNS 5 conj
)")("waters") == "waters around Narvik");
}

TEST_CASE("what does not fit is cut at its end, and never between a noun and its `of`",
          "[ingest][nominal_name]") {
  const std::string correlation = R"(
She she PRP 2 nsubj
saw see VBD 0 ROOT
a a DT 4 det
correlation correlation NN 2 dobj
with with IN 4 prep
entry entry NN 5 pobj
of of IN 6 prep
young young JJ 9 amod
orcas orca NNS 7 pobj
into into IN 6 prep
large large JJ 12 amod
bays bay NNS 10 pobj
)";
  CHECK(Resolved(correlation)("correlation") == "correlation with entry of young orcas");
  CHECK(Resolved(R"(
It it PRP 2 nsubj
is be VBZ 0 ROOT
a a DT 6 det
remote remote JJ 6 amod
desert desert NN 6 compound
town town NN 2 attr
with with IN 6 prep
population population NN 7 pobj
of of IN 8 prep
hardy hardy JJ 11 amod
farmers farmer NNS 9 pobj
)")("town") == "remote desert town");
}

TEST_CASE("what a preposition says is done belongs to the name", "[ingest][nominal_name]") {
  check_referents({
      {"Ways of reducing traffic congestion failed",
       "Ways way NNS 6 nsubj | of of IN 1 prep | reducing reduce VBG 2 pcomp | "
       "traffic traffic NN 5 compound | congestion congestion NN 3 dobj | failed fail VBD 0 ROOT",
       {{"Ways", "ways of reducing traffic congestion"}}},
      {"Employers of pressuring staff lost",
       "Employers employer NNS 5 nsubj | of of IN 1 prep | pressuring pressure VBG 2 pcomp | "
       "staff staff NN 3 dobj | lost lose VBD 0 ROOT",
       {{"Employers", "employers"}}},
      {"A policy of taking land and selling it failed",
       "Policy policy NN 8 nsubj | of of IN 1 prep | taking take VBG 2 pcomp | land land NN 3 dobj | "
       "and and CC 3 cc | selling sell VBG 3 conj | it it PRP 6 dobj | failed fail VBD 0 ROOT",
       {{"Policy", "policy of taking land"}}},
      {"Flies had trouble landing on stripes",
       "Flies fly NNS 2 nsubj | had have VBD 0 ROOT | trouble trouble NN 2 dobj | landing land VBG 3 acl | "
       "on on IN 4 prep | stripes stripe NNS 5 pobj",
       {{"trouble", "trouble landing on stripes"}}},
      {"Who has flies landing on stripes has flies",
       "Horses horse NNS 2 nsubj | had have VBD 0 ROOT | flies fly NNS 2 dobj | landing land VBG 3 acl | "
       "on on IN 4 prep | them they PRP 5 pobj",
       {{"flies", "flies"}}},
  });
}

TEST_CASE("the participle that says who is counted belongs to the name while that stays short",
          "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
The the DT 2 det
percentage percentage NN 7 nsubj
of of IN 2 prep
people people NNS 3 pobj
downloading download VBG 4 acl
music music NN 5 dobj
fell fall VBD 0 ROOT
)")("percentage") == "percentage of people downloading music");
  // too long with the participle: the complement stays, the participle goes
  CHECK(Resolved(R"(
The the DT 3 det
average average JJ 3 amod
percentage percentage NN 11 nsubj
of of IN 3 prep
young young JJ 6 amod
people people NNS 4 pobj
downloading download VBG 6 acl
old old JJ 10 amod
dance dance NN 10 compound
music music NN 7 dobj
fell fall VBD 0 ROOT
)")("percentage") == "average percentage of young people");
}

TEST_CASE("how far all and how much so is part of the name", "[ingest][nominal_name]") {
  check_referents({
      {"Almost all complex life often needs oxygen",
       "Almost almost RB 2 advmod | all all DT 4 det | complex complex JJ 4 amod | life life NN 6 nsubj | "
       "often often RB 6 advmod | needs need VBZ 0 ROOT | oxygen oxygen NN 6 dobj",
       {{"life", "almost all complex life"}}},
      {"Nearly extinct birds returned",
       "Nearly nearly RB 2 advmod | extinct extinct JJ 3 amod | birds bird NNS 4 nsubj | "
       "returned return VBD 0 ROOT",
       {{"birds", "nearly extinct birds"}}},
  });
}

TEST_CASE("how many are meant, and that it is another, is part of the name", "[ingest][nominal_name]") {
  const auto [words, name] = GENERATE(table<std::string, std::string>({
      {"another another DT 2 det\nclerk clerk NN 3 nsubj\n", "another clerk"},
      {"each each DT 2 det\nclerk clerk NN 3 nsubj\n", "each clerk"},
      {"every every DT 2 det\nclerk clerk NN 3 nsubj\n", "every clerk"},
      {"both both DT 2 det\nclerks clerk NNS 3 nsubj\n", "both clerks"},
      {"some some DT 2 det\nDemocrats Democrats NNPS 3 nsubj B-NORP\n", "some Democrats"},
      {"most most JJS 2 amod\nDemocrats Democrats NNPS 3 nsubj B-NORP\n", "most Democrats"},
      {"moderate moderate JJ 2 amod\nDemocrats Democrats NNPS 3 nsubj B-NORP\n", "moderate Democrats"},
      {"the the DT 2 det\nDemocrats Democrats NNPS 3 nsubj B-NORP\n", "Democrats"},
      {"the the DT 2 det\nclerk clerk NN 3 nsubj\n", "clerk"},
  }));
  CAPTURE(words);
  const std::string noun = name.substr(name.find_last_of(' ') + 1);
  CHECK(Resolved(words + "left leave VBD 0 ROOT\nOslo Oslo NNP 3 dobj B-GPE\n")(noun) == name);
}

TEST_CASE("more than half of them, and what a hyphen joins, is part of the name", "[ingest][nominal_name]") {
  CHECK(Resolved("More more JJR 3 amod\nthan than IN 3 quantmod\nhalf half PDT 5 nummod B-CARDINAL\n"
                 "the the DT 5 det\nclerks clerk NNS 6 nsubj\nleft leave VBD 0 ROOT\n")("clerks") ==
        "more than half of clerks");
  CHECK(Resolved(
            "the the DT 4 det\nworst worst RBS 4 advmod\n- - HYPH 4 punct\nperforming performing NN 5 nsubj\n"
            "left leave VBD 0 ROOT\nOslo Oslo NNP 5 dobj B-GPE\n")("performing") == "worst-performing");
}

TEST_CASE("both, and each other, may tell nothing of how many", "[ingest][nominal_name]") {
  check_referents({
      {"clerks and soldiers are both meant",
       "both both DT 2 det | clerks clerk NNS 5 nsubj | and and CC 2 cc | soldiers soldier NNS 2 conj | "
       "left leave VBD 0 ROOT",
       {{"clerks", "clerks"}}},
      {"what each other has not each has",
       "They they PRP 2 nsubj | gave give VBD 0 ROOT | each each DT 5 det | other other JJ 5 amod | "
       "tips tip NNS 2 dobj",
       {{"tips", "tips"}}},
  });
}

TEST_CASE("the year before a noun tells which one", "[ingest][nominal_name]") {
  check_referents({
      {"the election of a year is not another's",
       "Ana Ana NNP 2 nsubj B-PERSON | lost lose VBD 0 ROOT | the the DT 5 det | 2016 2016 CD 5 nummod "
       "B-DATE | "
       "election election NN 2 dobj",
       {{"election", "2016 election"}}},
      {"two years are two",
       "Ana Ana NNP 2 nsubj B-PERSON | lost lose VBD 0 ROOT | the the DT 7 det | 2016 2016 CD 7 nummod "
       "B-DATE | "
       "and and CC 4 cc | 2020 2020 CD 4 conj B-DATE | elections election NNS 2 dobj",
       {{"elections", "2016 and 2020 elections"}}},
      {"four digits may count",
       "Norsk Norsk NNP 2 nsubj B-ORG | made make VBD 0 ROOT | 6606 6606 CD 4 nummod B-DATE | ships ship NNS "
       "2 dobj",
       {{"ships", "6606 ships"}}},
      {"a weekday is when",
       "Ana Ana NNP 2 nsubj B-PERSON | lost lose VBD 0 ROOT | the the DT 5 det | "
       "Tuesday Tuesday NNP 5 compound B-DATE | vote vote NN 2 dobj",
       {{"vote", "vote"}}},
  });
}

TEST_CASE("what a sentence begins with is named as within one", "[ingest][nominal_name]") {
  check_referents({
      {"officials are no Officials",
       "Officials official NNS 2 nsubj | left leave VBD 0 ROOT",
       {{"Officials", "officials"}}},
      {"a people keeps its capital",
       "Norwegian norwegian JJ 2 amod | clerks clerk NNS 3 nsubj | left leave VBD 0 ROOT",
       {{"clerks", "Norwegian clerks"}}},
      {"a lone noun that is a surname is rather one",
       "Holt holt NN 2 nsubj | left leave VBD 0 ROOT",
       {{"Holt", "Holt"}}},
      {"what bears a name elsewhere may bear it here",
       "Cooks cook NNS 2 nsubj | left leave VBD 0 ROOT | | Ana Ana NNP 2 nsubj B-PERSON | met meet VBD 0 "
       "ROOT | "
       "Dahl Dahl NNP 2 dobj B-PERSON | near near IN 2 prep | Cooks Cooks NNP 4 pobj",
       {{"Cooks", "Cooks"}}},
  });
}

TEST_CASE("an amount keeps how often, or of what, it is reached", "[ingest][nominal_name]") {
  const auto [behind, name] = GENERATE(table<std::string, std::string>({
      {"a a DT 6 det\nday day NN 2 npadvmod\n", "five people a day"},
      {"per per IN 4 prep\nsquare square JJ 7 amod\nmile mile NN 5 pobj\n", "five people per square mile"},
      {"a a DT 6 det\nyear year NN 7 npadvmod\nlater later RB 2 advmod\n", "five people"},
      {"a a DT 6 det\nman man NN 2 npadvmod\n", "five people"},
  }));
  CHECK(
      Resolved("It it PRP 2 nsubj\nkills kill VBZ 0 ROOT\nfive five CD 4 nummod\npeople people NNS 2 dobj\n" +
               behind)("people") == name);
}

TEST_CASE("a right, a plan or a chance is named with what it is of", "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
Ana Ana NNP 2 nsubj B-PERSON
opposed oppose VBD 0 ROOT
the the DT 4 det
decision decision NN 2 dobj
not not RB 7 neg
to to TO 7 aux
sell sell VB 4 acl
the the DT 9 det
farms farm NNS 7 dobj
and and CC 9 cc
mills mill NNS 9 conj
by by IN 7 prep
May May NNP 12 pobj B-DATE
)")("decision") == "decision not to sell farms and mills");
  // a day on which it is, which the name would not tell
  CHECK(Resolved(R"(
Ana Ana NNP 2 nsubj B-PERSON
saw see VBD 0 ROOT
the the DT 4 det
plan plan NN 2 dobj
to to TO 7 aux
be be VB 7 auxpass
opened open VBN 4 relcl
in in IN 7 prep
May May NNP 8 pobj B-DATE
)")("plan") == "plan");
  // two deeds, of which the name would tell one
  CHECK(Resolved(R"(
Ana Ana NNP 2 nsubj B-PERSON
saw see VBD 0 ROOT
attempts attempt NNS 2 dobj
to to TO 5 aux
delay delay VB 3 acl
or or CC 5 cc
stop stop VB 5 conj
it it PRP 7 dobj
)")("attempts") == "attempts");
  // no right, plan or chance
  CHECK(Resolved(R"(
Ana Ana NNP 2 nsubj B-PERSON
used use VBD 0 ROOT
knives knife NNS 2 dobj
to to TO 5 aux
open open VB 3 acl
boxes box NNS 5 dobj
)")("knives") == "knives");
}

TEST_CASE("what ends, begins or lasts is named with when or how long", "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
The the DT 2 det
eve eve NN 6 nsubj
of of IN 2 prep
Independence Independence NNP 5 compound B-DATE
Day Day NNP 3 pobj I-DATE
passed pass VBD 0 ROOT
)")("eve") == "eve of Independence Day");
  CHECK(Resolved(R"(
The the DT 2 det
rent rent NN 6 nsubj
of of IN 2 prep
last last JJ 5 amod B-DATE
month month NN 3 pobj I-DATE
rose rise VBD 0 ROOT
)")("rent") == "rent");
  CHECK(Resolved(R"(
The the DT 4 det
four four CD 3 nummod B-DATE
day day NN 4 compound I-DATE
convention convention NN 5 nsubj
ended end VBD 0 ROOT
)")("convention") == "four day convention");
  CHECK(Resolved(R"(
The the DT 6 det
two two CD 4 nummod B-DATE
- - HYPH 4 punct I-DATE
year year NN 6 compound I-DATE
trade trade NN 6 compound
deal deal NN 7 nsubj
ended end VBD 0 ROOT
)")("deal") == "two-year trade deal");
}

TEST_CASE("how many more than another, and twice as many, is part of an amount", "[ingest][nominal_name]") {
  const auto [amount, noun, name] = GENERATE(table<std::string, std::string, std::string>(
      {{"80 80 CD 4 nummod\nships ship NNS 2 dobj\nmore more JJR 4 amod\nthan than IN 5 prep\n"
        "Oslo Oslo NNP 6 pobj B-GPE\n",
        "ships", "80 ships more than Oslo"},
       {"twice twice PDT 5 quantmod\nas as RB 5 advmod\nmany many JJ 6 amod\nships ship NNS 2 dobj\n",
        "ships", "twice as many ships"}}));
  CHECK(Resolved("Ana Ana NNP 2 nsubj B-PERSON\nsaw see VBD 0 ROOT\n" + amount)(noun) == name);
}

TEST_CASE("a noun deep in a name keeps its of too", "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
Oslo Oslo NNP 2 nsubj B-GPE
saw see VBD 0 ROOT
a a DT 4 det
rise rise NN 2 dobj
in in IN 4 prep
numbers number NNS 5 pobj
of of IN 6 prep
cases case NNS 7 pobj
of of IN 8 prep
flu flu NN 9 pobj
)")("rise") == "rise in numbers of cases of flu");
}

TEST_CASE("two nouns share what is of the first", "[ingest][nominal_name]") {
  const auto [of, first, second] = GENERATE(table<std::string, std::string, std::string>(
      {{"firearms firearm NNS", "faith of firearms", "trust of firearms"},
       {"origin origin NN", "faith", "trust"}}));
  const Resolved named(
      "Oslo Oslo NNP 2 nsubj B-GPE\nsaw see VBD 0 ROOT\nfaith faith NN 2 dobj\nand and CC 3 cc\n"
      "trust trust NN 3 conj\nof of IN 3 prep\n" +
      of + " 6 pobj\n");
  CHECK(named("faith") == first);
  CHECK(named("trust") == second);
}

TEST_CASE("two deeds share what is of the second", "[ingest][nominal_name]") {
  const Resolved named(R"(
Oslo Oslo NNP 2 nsubj B-GPE
banned ban VBD 0 ROOT
the the DT 4 det
production production NN 2 dobj
and and CC 4 cc
sale sale NN 4 conj
of of IN 6 prep
ivory ivory NN 7 pobj
)");
  CHECK(named("production") == "production of ivory");
  CHECK(named("sale") == "sale of ivory");
}

TEST_CASE("the biggest of the year is so among those of the year", "[ingest][nominal_name]") {
  CHECK(Resolved(R"(
Oslo Oslo NNP 2 nsubj B-GPE
saw see VBD 0 ROOT
the the DT 5 det
biggest big JJS 5 amod
strike strike NN 2 dobj
of of IN 5 prep
the the DT 8 det B-DATE
year year NN 6 pobj I-DATE
)")("strike") == "biggest strike of year");
}

TEST_CASE("what is similar to, available in or worth something is named so", "[ingest][nominal_name]") {
  const auto [described, name] = GENERATE(table<std::string, std::string>(
      {{"similar similar JJ 3 amod\nto to IN 4 prep\nflu flu NN 5 pobj\n", "signs similar to flu"},
       {"worth worth JJ 3 amod\n5 5 CD 6 nummod\nkroner krone NNS 4 npadvmod\n", "signs worth 5 kroner"},
       {"more more JJR 3 amod\nthan than IN 4 prep\nflu flu NN 5 pobj\n", "signs"}}));
  CHECK(Resolved("Ana Ana NNP 2 nsubj B-PERSON\nsaw see VBD 0 ROOT\nsigns sign NNS 2 dobj\n" +
                 described)("signs") == name);
}
