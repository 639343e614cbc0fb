#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier::ingest;

TEST_CASE("a people without a country is part of what somebody is", "[ingest][statement_builder]") {
  const auto role = [](const std::string& people) {
    return lines_of(record_of(
        hand_built("Ana Ana NNP 2 compound B-PERSON\nHolt Holt NNP 9 nsubj I-PERSON\n, , , 2 punct\n"
                   "a a DT 7 det\nformer former JJ 7 amod\n" +
                   people + " " + people +
                   " JJ 7 amod B-NORP\nwriter writer NN 2 appos\n, , , 2 punct\nleft leave VBD 0 ROOT\n"
                   "Oslo Oslo NNP 9 dobj B-GPE\n")));
  };
  CHECK(holds(role("Kurdish"), "Ana Holt | is | former Kurdish writer | "));
  CHECK(holds(role("Swedish"), "Ana Holt | former writer from | Sweden | "));
}

TEST_CASE("a secretary of state is of no state", "[ingest][statement_builder]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Ida       Ida       NNP 2 nsubj B-PERSON
met       meet      VBD 0 ROOT
the       the       DT  5 det
Swedish   Swedish   JJ  5 amod B-NORP
secretary secretary NN  2 dobj
of        of        IN  5 prep
state     state     NN  6 pobj
,         ,         ,   5 punct
Ana       Ana       NNP 10 compound B-PERSON
Holt      Holt      NNP 5 appos I-PERSON
)")));
  CHECK(holds(lines, "Ana Holt | secretary of state of | Sweden | "));
}

TEST_CASE("a given name that is a trade in no text is a name", "[ingest][names]") {
  const auto called = [](const std::string& first) {
    return lines_of(record_of(hand_built(first + " " + first +
                                         " NNP 2 compound B-PERSON\nHolt Holt NNP 3 nsubj I-PERSON\n"
                                         "left leave VBD 0 ROOT\nOslo Oslo NNP 3 dobj B-GPE\n")))
        .at(0);
  };
  CHECK(called("Tucker") == "Tucker Holt | left | Oslo | ");
  CHECK(called("Prince") == "Holt | left | Oslo | ");
}

TEST_CASE("what is sent to a capital reaches the town, what is given to it the country",
          "[ingest][capitals]") {
  const auto reached = [](const std::string& verb, const std::string& lemma) {
    return lines_of(record_of(hand_built("Kenya Kenya NNP 2 nsubj B-GPE\n" + verb + " " + lemma +
                                         " VBD 0 ROOT\nofficers officer NNS 2 dobj\nto to IN 2 prep\n"
                                         "Stockholm Stockholm NNP 4 pobj B-GPE\n\n"
                                         "Sweden Sweden NNP 2 nsubj B-GPE\nagreed agree VBD 0 ROOT\n")));
  };
  const auto ends = [](const std::vector<std::string>& lines, const std::string& name) {
    return any_has(lines, "| " + name + " |");
  };
  CHECK(ends(reached("deployed", "deploy"), "Stockholm"));
  CHECK(ends(reached("gave", "give"), "Sweden"));
}

TEST_CASE("half of a compound is no name", "[ingest][nominal_name]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Ana       Ana       NNP 2 nsubj B-PERSON
legalised legalise  VBD 0 ROOT
same      same      JJ  6 amod
-         -         HYPH 6 punct
sex       sex       NN  6 compound
marriage  marriage  NN  2 dobj
)")));
  CHECK(holds(lines, "Ana | legalised | same-sex marriage | "));
}

TEST_CASE("a firm keeps what it is in out of its name once it has been named", "[ingest][mention_clusters]") {
  const auto record = record_of(hand_built(R"(
Kvarn   Kvarn   NNP 2 compound B-ORG
Ferries Ferries NNPS 3 nsubj I-ORG
left    leave   VBD 0 ROOT
Oslo    Oslo    NNP 3 dobj B-GPE

Kvarn   Kvarn   NNP 2 nsubj B-GPE
bought  buy     VBD 0 ROOT
Norrsken Norrsken NNP 2 dobj B-ORG

Kvarn   Kvarn   NNP 2 nsubj B-GPE
sold    sell    VBD 0 ROOT
Norrsken Norrsken NNP 2 dobj B-ORG
)"));
  CHECK(std::count_if(record.entities.begin(), record.entities.end(),
                      [](const auto& e) { return e.name.starts_with("Kvarn"); }) == 1);
  CHECK(std::any_of(record.entities.begin(), record.entities.end(),
                    [](const auto& e) { return e.name.starts_with("Kvarn") && e.type == "Organization"; }));
}

TEST_CASE("somebody's surname is no country behind his full name, where nothing is in it",
          "[ingest][mention_clusters]") {
  const auto praised = [](const std::string& link) {
    return lines_of(record_of(hand_built(
        "Ida Ida NNP 2 compound B-PERSON\nJordan Jordan NNP 3 nsubj I-PERSON\nleft leave VBD 0 ROOT\n" +
        link + " " + link +
        " IN 3 prep\nOslo Oslo NNP 4 pobj B-GPE\n\n"
        "Jordan Jordan NNP 2 nsubj B-GPE\npraised praise VBD 0 ROOT\nNorsk Norsk NNP 2 dobj B-ORG\n\n" +
        "Ana Ana NNP 2 nsubj B-PERSON\nlived live VBD 0 ROOT\n" + link + " " + link + " IN 2 prep\n" +
        (link == "in" ? "Jordan Jordan" : "Paris Paris") + " NNP 3 pobj B-GPE\n")));
  };
  CHECK(holds(praised("near"), "Ida Jordan | praised | Norsk | "));
  CHECK(holds(praised("in"), "Jordan | praised | Norsk | "));
}

TEST_CASE("two of them is nobody that a reader of the graph knows", "[ingest][statement_builder]") {
  CHECK(lines_of(record_of(hand_built(
                     "Two two CD 4 nsubj\nof of IN 1 prep\nthem they PRP 2 pobj\nleft leave VBD 0 ROOT\n"
                     "Oslo Oslo NNP 4 dobj B-GPE\n")))
            .empty());
  const auto lines = lines_of(record_of(hand_built(R"(
Three   three   CD  2 nummod
sailors sailor  NNS 3 nsubj
left    leave   VBD 0 ROOT
Bergen  Bergen  NNP 3 dobj B-GPE

Two     two     CD  4 nsubj
of      of      IN  1 prep
them    they    PRP 2 pobj
reached reach   VBD 0 ROOT
Oslo    Oslo    NNP 4 dobj B-GPE
)")));
  CHECK(holds(lines, "two of three sailors | reached | Oslo | "));
}

TEST_CASE("one of its ships is one of somebody's", "[ingest][statement_builder]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Norsk  Norsk  NNP 2 nsubj B-ORG
said   say    VBD 0 ROOT
one    one    CD  7 nsubj B-CARDINAL
of     of     IN  3 prep
its    its    PRP$ 6 poss
ships  ship   NNS 4 pobj
left   leave  VBD 2 ccomp
Bergen Bergen NNP 7 dobj B-GPE
)")));
  CHECK(any_has(lines, "one of Norsk's ships | left | Bergen"));
}

TEST_CASE("some of whom are some of those before the comma", "[ingest][statement_builder]") {
  const auto lines = [](const std::string& part, const std::string& noun) {
    return lines_of(record_of(hand_built(
        "Norsk Norsk NNP 2 nsubj B-ORG\nhired hire VBD 0 ROOT\n" + noun +
        "\nin in IN 2 prep\nBergen Bergen NNP 5 pobj B-GPE\n, , , 2 punct\n" + part +
        " 11 nsubj\nof of IN 8 prep\nwhom whom WP 9 pobj\nreached reach VBD 2 advcl\nOslo Oslo NNP 11 dobj "
        "B-GPE\n")));
  };
  const std::string sailors = "ten ten CD 4 nummod\nsailors sailor NNS 2 dobj",
                    sailor = "a a DT 4 det\nsailor sailor NN 2 dobj";
  CHECK(holds(lines("four four CD", sailors), "four of ten sailors | reached | Oslo | "));
  CHECK(holds(lines("all all DT", sailors), "ten sailors | reached | Oslo | "));
  CHECK(lines("some some DT", sailor).size() == 1);
}

TEST_CASE("of which three sank are three of them", "[ingest][statement_builder]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Norsk  Norsk  NNP 2 nsubj B-ORG
lost   lose   VBD 0 ROOT
ten    ten    CD  4 nummod
ships  ship   NNS 2 dobj
in     in     IN  2 prep
Bergen Bergen NNP 5 pobj B-GPE
,      ,      ,   6 punct
of     of     IN  11 prep
which  which  WDT 8 pobj
three  three  CD  11 nsubj
reached reach VBD 6 relcl
Oslo   Oslo   NNP 11 dobj B-GPE
)")));
  CHECK(!any_has(lines, "reached of"));
}

TEST_CASE("half of something is not it", "[ingest][nominal_name]") {
  const auto lost = [](const std::string& owner, const std::string& tag, const std::string& deprel) {
    return lines_of(record_of(hand_built(
        "Norsk Norsk NNP 2 nsubj B-ORG\nlost lose VBD 0 ROOT\nhalf half PDT 5 predet B-CARDINAL\n" + owner +
        " " + owner + " " + tag + " 5 " + deprel + "\nrevenue revenue NN 2 dobj\n")));
  };
  CHECK(holds(lost("its", "PRP$", "poss"), "Norsk | lost | half of Norsk's revenue | "));
  CHECK(holds(lost("the", "DT", "det"), "Norsk | lost | half of revenue | "));
}
