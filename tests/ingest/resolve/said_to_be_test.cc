#include <catch2/catch.hpp>

#include "ingest/resolve/apart.h"
#include "tests/ingest/resolve/record_lines.h"
#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

namespace {

/// The statements of `Roche <is> a company that sells drugs`.
std::vector<std::string> lines_about(const std::string& subject, const std::string& copula,
                                     const std::string& article) {
  return lines_of(
      record_of(hand_built("Roche Roche NNP 2 nsubj B-ORG\ngrew grow VBD 0 ROOT\n\n" + subject +
                           " 2 nsubj\n" + copula + " 0 ROOT\n" + article + " DT 4 det\n" +
                           "company company NN 2 attr\nthat that WDT 6 nsubj\nsells sell VBZ 4 relcl\n"
                           "drugs drug NNS 6 dobj\n")));
}

}  // namespace

TEST_CASE("who is said to be something does what is said of it", "[ingest][statement_builder]") {
  const auto named = lines_about("Roche Roche NNP", "is be VBZ", "a a");
  CHECK(holds(named, "Roche | sold | drugs | "));
  CHECK_FALSE(holds(named, "company | sold | drugs | "));
  CHECK_FALSE(
      holds(lines_about("It it PRP", "is be VBZ", "the the"), "Roche | sold | drugs | "));  // a cleft, maybe
}

TEST_CASE("a word with a capital for what somebody is says no name", "[ingest][statement_builder]") {
  CHECK(holds(lines_of(record_of(hand_built(R"(
Ana    Ana    NNP 2 nsubj B-PERSON
is     be     VBZ 0 ROOT
a      a      DT  4 det
Marine Marine NNP 2 attr
who    who    WP  6 nsubj
left   leave  VBD 4 relcl
Oslo   Oslo   NNP 6 dobj B-GPE
)"))),
              "Ana | left | Oslo | "));
}

TEST_CASE("an age beside a name leaves the apposition behind it", "[ingest][mention_clusters]") {
  const Resolved resolved(R"(
Tom    Tom    NNP 2 compound B-PERSON
Roe    Roe    NNP 7 nsubj I-PERSON
,      ,      , 2 punct
42     42     CD 2 appos B-DATE
,      ,      , 2 punct
driver driver NN 2 appos
left   leave  VBD 0 ROOT
)");
  CHECK(resolved("driver") == "Tom Roe");
}

TEST_CASE("a capital that has or is something is the town", "[ingest][capitals]") {
  const Resolved resolved(R"(
Britain Britain NNP 2 nsubj B-GPE
won win VBD 0 ROOT

London London NNP 2 nsubj B-GPE
has have VBZ 0 ROOT
taxis taxi NNS 2 dobj

London London NNP 2 nsubj B-GPE
protested protest VBD 0 ROOT
)");
  CHECK(resolved("London") == "London");
  CHECK(resolved("London", 2) == "United Kingdom");
}

TEST_CASE("a counted people is not its country", "[ingest][name_clusters]") {
  const auto greeks = [](const std::string& number) {
    return Resolved("Greece Greece NNP 2 nsubj B-GPE\nwon win VBD 0 ROOT\n\nThe the DT 3 det\n" + number +
                    "Greeks Greek NNPS 4 nsubj B-NORP\nleft leave VBD 0 ROOT\n")("Greeks");
  };
  CHECK(greeks("400 400 CD 3 nummod\n") == "400 Greeks");
  CHECK(greeks("young young JJ 3 amod\n") == "young Greeks");
}

TEST_CASE("the Swede is somebody, the one just named", "[ingest][mention_clusters]") {
  const auto swede = [](const std::string& name) {
    return Resolved(name + R"( NNP 2 compound B-PERSON
Roe Roe NNP 3 nsubj I-PERSON
fell fall VBD 0 ROOT

The the DT 2 det
Swede Swede NNP 3 nsubj B-NORP
landed land VBD 0 ROOT
)")("Swede");
  };
  CHECK(swede("Tom Tom") == "Tom Roe");
  CHECK(Resolved("The the DT 2 det\nSwede Swede NNP 3 nsubj B-NORP\nlanded land VBD 0 ROOT\n")("Swede") ==
        "Swede");
}

TEST_CASE("a husband of nobody knows whom does nothing", "[ingest][statement_builder]") {
  const auto husband = [](const std::string& before) {
    return lines_of(record_of(
        hand_built(before + "Her her PRP$ 2 poss\nhusband husband NN 3 nsubj\nleft leave VBD 0 ROOT\n"
                            "Oslo Oslo NNP 3 dobj B-GPE\n")));
  };
  CHECK(husband("").empty());
  CHECK(holds(
      husband("Maria Maria NNP 2 compound B-PERSON\nRoe Roe NNP 3 nsubj I-PERSON\ndied die VBD 0 ROOT\n\n"),
      "Maria Roe's husband | left | Oslo | "));
}

TEST_CASE("a German is not the Germans", "[ingest][mention_clusters]") {
  const auto [article, tag, name] = GENERATE(table<std::string, std::string, std::string>(
      {{"A a DT", "NN", "German"}, {"An a DT", "JJ", "German"}, {"These these DT", "NNP", "Germans"}}));
  CHECK(Resolved(article + " 2 det\nGerman German " + tag +
                 " 3 nsubj B-NORP\nlanded land VBD 0 ROOT\n")("German") == name);
}

TEST_CASE("the attacker is nobody who speaks of him, unless he was charged with it", "[ingest][apart]") {
  const auto [verb, deprel, noun, above] = GENERATE(table<std::string, std::string, std::string, bool>(
      {{"spoke speak VBD", "nsubj", "attacker", true},
       {"spoke speak VBD", "nsubj", "clerk", false},
       {"fell fall VBD", "nsubj", "attacker", false},
       {"accused accuse VBN", "nsubjpass", "attacker", false}}));
  const Resolved text("Tom Tom NNP 2 compound B-PERSON\nRoe Roe NNP 3 " + deprel + " I-PERSON\n" + verb +
                      " 0 ROOT\n\nThe the DT 2 det\n" + noun + " " + noun +
                      " NN 3 nsubj\nfled flee VBD 0 ROOT\n");
  const Mention& mention = text.resolution.mentions[text.resolution.mention_of[4]];
  CHECK(above_suspicion(text.tree, text.resolution, *text.resolution.entity_at(1), mention) == above);
}

TEST_CASE("what only describes a country at the beginning is no part of its name", "[ingest][name_edges]") {
  const auto [first, name] =
      GENERATE(table<std::string, std::string>({{"Neighbouring", "Chad"}, {"South", "South Chad"}}));
  const auto lines = lines_of(record_of(hand_built(first + " " + first + R"( NNP 2 compound B-GPE
Chad Chad NNP 3 nsubj I-GPE
left leave VBD 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)")));
  CHECK(lines.front() == name + " | left | Oslo | ");
}

TEST_CASE("who is lent a sum is not called by it", "[ingest][name_edges]") {
  const std::string rest = GENERATE("O", "I-FAC");  // of the recogniser's name
  const auto lines = lines_of(record_of(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
lent lend VBD 0 ROOT
Greece Greece NNP 2 dative B-FAC
5 5 CD 5 compound I-FAC
billion billion CD 6 nummod )" + rest + "\neuros euro NNS 2 dobj " +
                                                   rest + "\n")));
  CHECK_FALSE(any_has(lines, "Greece 5"));
  CHECK(any_has(lines, "Greece | "));
}

TEST_CASE("a senator of a state is of it, which goes without saying", "[ingest][statement_builder]") {
  const auto [role, said] =
      GENERATE(table<std::string, bool>({{"Senator Senator NNP", false}, {"Professor Professor NNP", true}}));
  const auto lines = lines_of(record_of(hand_built(role + R"( 3 compound
Ana Ana NNP 3 compound B-PERSON
Holt Holt NNP 6 nsubj I-PERSON
of of IN 3 prep
Ohio Ohio NNP 4 pobj B-GPE
left leave VBD 0 ROOT
)")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ana Holt | is of | Ohio | ") == said);
}
