#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a place beside a place is in it", "[ingest][extract]") {
  const Document document = hand_built(R"(
Irving Irving NNP 0 ROOT B-GPE
, , , 1 punct
Texas Texas NNP 1 appos B-GPE
)");
  CHECK(statements_of(document, "place_in_place") == Texts{"Irving | located | in Texas"});
  CHECK(surfaces_of(document) == Texts{"Irving | is in | Texas"});
}

TEST_CASE("a place is in the one whose it is", "[ingest][extract]") {
  const auto [label, says] =
      GENERATE(table<std::string, Texts>({{"B-GPE", {"Lund | located | in Norway"}}, {"B-ORG", {}}}));
  CHECK(statements_of(hand_built("Norway Norway NNP 3 poss B-GPE\n's 's POS 1 case\nLund Lund NNP 4 nsubj " +
                                 label + "\ngrew grow VBD 0 ROOT\n"),
                      "place_in_place") == says);
}

TEST_CASE("a region behind a town is where the town lies, whatever it was hung on",
          "[ingest][extract][name_repair]") {
  const Document plane = hand_built(R"(
A a DT 2 det
plane plane NN 7 dep
in in IN 2 prep
Lund Lund NNP 3 pobj B-GPE
, , , 7 punct
Sweden Sweden NNP 7 nsubj B-GPE
crashed crash VBD 0 ROOT
)");
  CHECK(statements_of(plane, "place_in_place") == Texts{"Lund | located | in Sweden"});
  CHECK(found(plane, "crashed").subject.head == 1);
  const auto [words, says] = GENERATE(table<std::string, Texts>({
      {"flew fly VBD 0 ROOT\nto to IN 1 prep\nLund Lund NNP 2 pobj B-GPE\n, , , 3 punct\nSweden Sweden NNP 1 "
       "npadvmod B-GPE\n",
       {"Lund | located | in Sweden"}},
      {"Lund Lund NNP 4 nmod B-GPE\n, , , 1 punct\nSweden Sweden NNP 4 compound B-GPE\nclerks clerk NNS 0 "
       "ROOT\n",
       {"Lund | located | in Sweden"}},
      {"In in IN 5 prep\nMay May NNP 1 pobj B-DATE\nin in IN 5 prep\nLund Lund NNP 3 pobj B-GPE\nwon win VBD "
       "0 ROOT\n",
       {}},
      {"in in IN 5 prep\nLund Lund NNP 1 pobj B-GPE\n, , , 5 punct\nSweden Sweden NNP 5 nsubj B-GPE\nwon win "
       "VBD 0 ROOT\n",
       {}},
      {"from from IN 0 ROOT\nSweden Sweden NNP 1 pobj B-GPE\n, , , 2 punct\nNorway Norway NNP 2 conj B-GPE\n"
       "and and CC 4 cc\nPeru Peru NNP 4 conj B-GPE\n",
       {}},
  }));
  CAPTURE(words);
  CHECK(statements_of(hand_built(words), "place_in_place") == says);
}

TEST_CASE("noun phrases of many forms say what they say", "[ingest][extract]") {
  check_statements({
      {"somebody of an organisation is of it",
       "affiliation",
       "Matthew Matthew NNP 2 compound B-PERSON | Ingram Ingram NNP 5 nsubj I-PERSON | of of IN 2 prep | "
       "Reuters Reuters NNP 3 pobj B-ORG | laughed laugh VBD 0 ROOT",
       {"Matthew Ingram | is | of Reuters"}},
      {"who is the new head of a body is its head",
       "apposition_role",
       "Ana Ana NNP 8 nsubj B-PERSON | , , , 1 punct | the the DT 5 det | new new JJ 5 amod | "
       "head head NN 1 appos | of of IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE | left leave VBD 0 ROOT",
       {"Ana | head | of Oslo"}},
      {"a decision to do something is deciding to do it",
       "nominal_infinitive",
       "NASA NASA NNP 3 poss B-ORG | 's 's POS 1 case | decision decision NN 7 nsubj | to to TO 5 aux | "
       "slight slight VB 3 acl | Houston Houston NNP 5 dobj B-GPE | hurt hurt VBD 0 ROOT",
       {"NASA | decided to slight | Houston"}},
      {"a thing in a place is there",
       "noun_location",
       "The the DT 2 det | university university NN 5 nsubj | in in IN 2 prep | "
       "Vladivostok Vladivostok NNP 3 pobj B-GPE | grew grow VBD 0 ROOT",
       {"The university | located | in Vladivostok"}},
      {"a thing near a place is near it",
       "noun_location",
       "The the DT 2 det | hostel hostel NN 5 nsubj | near near IN 2 prep | Oslo Oslo NNP 3 pobj B-GPE | "
       "fell fall VBD 0 ROOT",
       {"The hostel | located | near Oslo"}},
      {"an owner has what is his",
       "possessive",
       "Xi Xi NNP 3 poss B-PERSON | 's 's POS 1 case | stance stance NN 0 ROOT",
       {"Xi | has | stance"}},
      {"whoever is meant by a pronoun, that he has it says nothing",
       "possessive",
       "Xi Xi NNP 2 nsubj B-PERSON | changed change VBD 0 ROOT | his his PRP$ 4 poss | stance stance NN 2 "
       "dobj",
       {}},
      {"a noun of kind before a name says what it is",
       "descriptor",
       "the the DT 3 det | site site NN 3 compound | Clambake Clambake NNP 4 nsubj B-ORG | "
       "wrote write VBD 0 ROOT",
       {"Clambake | is | the site"}},
      {"a group is one, too",
       "descriptor",
       "the the DT 3 det | group group NN 3 compound | Clambake Clambake NNP 4 nsubj B-ORG | "
       "wrote write VBD 0 ROOT",
       {"Clambake | is | the group"}},
      {"what is called so is what its noun says",
       "descriptor",
       "The the DT 2 det | ship ship NN 5 nsubj | called call VBN 2 acl | Clambake Clambake NNP 3 oprd B-ORG "
       "| "
       "sank sink VBD 0 ROOT",
       {"Clambake | is | The ship"}},
      {"half of a title is not called so",
       "descriptor",
       "The the DT 2 det | song song NN 0 ROOT | called call VBN 2 acl | `` `` `` 3 punct | "
       "Day Day NNP 3 oprd | by by IN 3 prep | night night NN 6 pobj | '' '' '' 3 punct",
       {}},
      {"a word like podcaster before somebody's name is a role",
       "title",
       "The the DT 2 det | mediacaster mediacaster NN 3 compound | Roe Roe NNP 4 nsubj B-PERSON | "
       "left leave VBD 0 ROOT",
       {"Roe | is | The mediacaster"}},
      {"a town lies in the province of its name",
       "noun_location",
       "Oslo Oslo NNP 7 nsubj B-GPE | in in IN 1 prep | the the DT 4 det | province province NN 2 pobj | "
       "of of IN 4 prep | Norland Norland NNP 5 pobj B-GPE | fell fall VBD 0 ROOT",
       {"Oslo | located | in the province of Norland"}},
      {"a label is no apposition",
       "",
       "PHOTO photo NN 0 ROOT | : : : 1 punct | Reuters Reuters NNP 1 appos B-ORG",
       {}},
      {"names of different kinds side by side are a list",
       "",
       "Huntsville Huntsville NNP 0 ROOT B-GPE | , , , 1 punct | Smithsonian Smithsonian NNP 1 appos B-ORG",
       {}},
      {"things signal each other in no verb of ours",
       "nominal_event",
       "the the DT 2 det | fight fight NN 0 ROOT | between between IN 2 prep | wind wind NN 3 pobj | "
       "and and CC 4 cc | water water NN 4 conj",
       {}},
  });
}

TEST_CASE("things of a kind in a place are there, whichever they are", "[ingest][extract]") {
  const auto [cities, says] = GENERATE(table<std::string, bool>({
      {"Big big JJ 2 amod\ncities city NNS 5 nsubj\n", false},
      {"Two two CD 2 nummod\ncities city NNS 5 nsubj\n", true},
      {"The the DT 2 det\ncity city NN 5 nsubj\n", true},
  }));
  const Document document =
      hand_built(cities + "in in IN 2 prep\nNorway Norway NNP 3 pobj B-GPE\ngrew grow VBD 0 ROOT\n");
  CAPTURE(cities);
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "noun_location") CHECK(extraction.surface_only != says);
}

TEST_CASE("an event that is only wanted is only possible", "[ingest][extract]") {
  const Document document = hand_built(R"(
They they PRP 2 nsubj
demanded demand VBD 0 ROOT
the the DT 4 det
arrest arrest NN 2 dobj
of of IN 4 prep
Kim Kim NNP 5 pobj B-PERSON
by by IN 4 prep
police police NNS 7 pobj
)");
  const auto found = extract(document);
  CHECK(statements_of(document, "nominal_event") == Texts{"police | arrested | Kim"});
  CHECK(std::any_of(found.begin(), found.end(), [](const auto& e) {
    return e.rule == "nominal_event" && e.modality == Modality::kPossible;
  }));
}

TEST_CASE("places that go on are a list", "[ingest][extract]") {
  const Document document = hand_built(R"(
Delaware Delaware NNP 0 ROOT B-GPE
, , , 1 punct
Ohio Ohio NNP 1 appos B-GPE
and and CC 3 cc
Utah Utah NNP 3 conj B-GPE
)");
  CHECK(extract(document).empty());
}

TEST_CASE("several demands are no single inquiry", "[ingest][extract]") {
  const Document document = hand_built(R"(
demands demand NNS 0 ROOT
, , , 1 punct
an an DT 4 det
inquiry inquiry NN 1 appos
of of IN 4 prep
police police NN 5 pobj
)");
  CHECK(extract(document).empty());
}

TEST_CASE("what an office is of is no part of who holds it, whatever the two are read as",
          "[ingest][extract][name_repair]") {
  const auto [place, first, last, of] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"Slovakia Slovakia NNP 5 compound B-ORG", "Olof Olof NNP 5 compound I-ORG",
       "Dahl Dahl NNP 2 pobj I-ORG", "Slovakia"},
      {"Norrland Norrland NNP 5 compound B-GPE", "Olof Olof NNP 5 compound B-PERSON",
       "Dahl Dahl NNP 2 pobj I-PERSON", "Norrland"},
      {"London London NNP 5 compound B-GPE", "Olof Olof NNP 5 compound I-GPE",
       "Dahl Dahl NNP 2 pobj B-PERSON", "London"},
  }));
  CAPTURE(place);
  const Texts says = statements_of(hand_built("President President NNP 6 nsubj\nof of IN 1 prep\n" + place +
                                              "\n" + first + "\n" + last + "\nleft leave VBD 0 ROOT\n"));
  CHECK(any_ends(says, "Olof Dahl | left"));
  CHECK(holds(says, "Olof Dahl | president | of " + of));
}

TEST_CASE("Mr and a body are no country that somebody leads", "[ingest][extract][name_repair]") {
  const auto [of, verb, says] = GENERATE(table<std::string, std::string, std::string>({
      {"Mr Mr NNP 7 compound\nDahl Dahl NNP 5 pobj B-PERSON\n", "8", "Mr Dahl"},
      {"Norway Norway NNP 8 compound B-ORG\nHealth Health NNP 8 compound I-ORG\n"
       "Authority Authority NNP 5 pobj I-ORG\n",
       "9", "Norway Health Authority"},
  }));
  const Document document = hand_built("Ana Ana NNP " + verb + R"( nsubj B-PERSON
, , , 1 punct
an an DT 4 det
ally ally NN 1 appos
of of IN 4 prep
)" + of + "left leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "apposition_role") == Texts{"Ana | ally | of " + says});
}

TEST_CASE("a body with an 'and' in its name is one, two governments are not",
          "[ingest][extract][name_repair]") {
  const auto [first, body, whole] = GENERATE(table<std::string, std::string, bool>({
      {"Bread Bread NNP 5 nmod", "Party Party NNP 6 nsubj", true},
      {"Norway Norway NNP 5 nmod B-GPE", "Parties Party NNPS 6 nsubj", false},
      {"Bread Bread NNP 5 nmod", "Minister Minister NNP 6 nsubj", false},
  }));
  CAPTURE(first, body);
  const DocumentTree tree(hand_built("The the DT 5 det\n" + first +
                                     "\nand and CC 2 cc\nRoses Roses NNP 2 conj\n" + body +
                                     "\nleft leave VBD 0 ROOT\n"));
  CHECK((tree.token(4).entity == EntityLabel::kOrg && !tree.token(4).entity_begins) == whole);
}

TEST_CASE("a title in short is a role of what it is of, and of nothing says nothing",
          "[ingest][extract][titles]") {
  const auto [before, says] = GENERATE(
      table<std::string, Texts>({{"Norway Norway NNP 4 nmod B-GPE", {"Ana Holt | governor | of Norway"}},
                                 {"Former former JJ 4 amod", {}}}));
  CHECK(statements_of(hand_built(before + "\nGov. Gov. NNP 4 compound\nAna Ana NNP 4 compound B-PERSON\n"
                                          "Holt Holt NNP 5 nsubj I-PERSON\nleft leave VBD 0 ROOT\n"),
                      "title") == says);
}

TEST_CASE("a number beside a name that is no known place is somebody's age", "[ingest][extract][ages]") {
  const auto [name, says] =
      GENERATE(table<std::string, Texts>({{"Castan", {"Castan | is aged | 44"}}, {"Norway", {}}}));
  CHECK(statements_of(hand_built(name + " " + name + R"( NNP 6 nsubj B-GPE
, , , 1 punct
44 44 CD 1 appos
, , , 1 punct
then then RB 6 advmod
left leave VBD 0 ROOT
)"),
                      "age") == says);
}
