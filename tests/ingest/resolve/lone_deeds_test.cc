#include "ingest/resolve/lone_deeds.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier;
using namespace dossier::ingest;

TEST_CASE("a clause without object leads to its time, else to itself", "[ingest][lone_deeds]") {
  check_lines({
      {"to its time",
       "2026-02-05",
       "New New NNP 2 compound B-LAW | START START NNP 3 nsubj I-LAW | expired expire VBD 0 ROOT | on on IN "
       "3 prep | "
       "Feb Feb NNP 4 pobj B-DATE | 5 5 CD 5 nummod I-DATE",
       {"New START | expired on | 2026-02-05 | 2026-02-05"}},
      {"to itself",
       "",
       "New New NNP 2 compound B-LAW | START START NNP 3 nsubj I-LAW | expired expire VBD 0 ROOT",
       {"New START | expired | New START | "}},
  });
}

TEST_CASE("what happened to people or roads is stated without an object, what always happens is not",
          "[ingest][lone_deeds]") {
  const auto [rows, lines] = GENERATE(table<std::string, Texts>({
      {"Two two CD 2 nummod B-CARDINAL | suspects suspect NNS 4 nsubjpass | were be VBD 4 auxpass | "
       "arrested arrest VBN 0 ROOT",
       {"two suspects | was arrested | two suspects | "}},
      {"Two two CD 2 nummod B-CARDINAL | people people NNS 3 nsubj | died die VBD 0 ROOT",
       {"two people | died | two people | "}},
      {"Eleven eleven JJ 2 amod | people people NNS 3 nsubj | died die VBD 0 ROOT",
       {"eleven people | died | eleven people | "}},
      {"Wet wet JJ 2 amod | roads road NNS 4 nsubjpass | were be VBD 4 auxpass | closed close VBN 0 ROOT",
       {"wet roads | was closed | wet roads | "}},
      {"Wet wet JJ 2 amod | roads road NNS 4 nsubjpass | are be VBP 4 auxpass | closed close VBN 0 ROOT", {}},
      {"The the DT 2 det | number number NN 3 nsubj | has have VBZ 0 ROOT | yet yet RB 3 advmod | to to TO 7 "
       "aux | "
       "be be VB 7 auxpass | calculated calculate VBN 3 xcomp",
       {"number | was calculated | number | "}},
  }));
  CAPTURE(rows);
  CHECK(lines_of(record_of(hand_built(rows))) == lines);
}

TEST_CASE("a verb that wants a phrase says nothing without one", "[ingest][lone_deeds]") {
  const auto of = [](std::string_view verb) {
    return lines_of(
        record_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + std::string(verb) + " VBD 0 ROOT\n")));
  };
  CHECK(of("went go").empty());
  CHECK(of("died die").size() == 1);
  CHECK(of("worked work").size() == 1);
}

TEST_CASE("what happened to nothing named, nowhere and at no time, leads nowhere", "[ingest][lone_deeds]") {
  const std::string fell = "A a DT 2 det\nwall wall NN 3 nsubj\ncollapsed collapse VBD 0 ROOT\n";
  CHECK(lines_of(record_of(hand_built(fell))).empty());
  const auto placed = lines_of(record_of(hand_built(R"(
On on IN 6 prep
the the DT 3 det
island island NN 1 pobj
of of IN 3 prep
Samos Samos NNP 4 pobj B-GPE
collapsed collapse VBD 0 ROOT
)")));
  CHECK(placed.empty());  // nobody is said to
  const auto at_place = lines_of(record_of(hand_built(R"(
On on IN 8 prep
the the DT 3 det
island island NN 1 pobj
of of IN 3 prep
Samos Samos NNP 4 pobj B-GPE
a a DT 7 det
wall wall NN 8 nsubj
collapsed collapse VBD 0 ROOT
)")));
  REQUIRE(at_place.size() == 1);
  CHECK(at_place[0].starts_with("wall | collapsed on | "));
}

TEST_CASE("a verb with its particle says as much as one word", "[ingest][lone_deeds]") {
  const auto [verb, particle, clause, stated] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"stepped step", "down", "ROOT", true},
      {"stood stand", "down", "ROOT", true},
      {"carried carry", "out", "ROOT", false},
      {"grew grow", "up", "advcl", false},
  }));
  const std::string head = clause == "ROOT" ? " VBD 0 ROOT\n" : " VBD 5 advcl\n";
  const std::string main = clause == "ROOT" ? "" : "it it PRP 5 nsubj\nrained rain VBD 0 ROOT\n";
  const auto lines = lines_of(record_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + head + particle +
                                                   " " + particle + " RP 2 prt\n" + main)));
  CAPTURE(verb, lines);
  CHECK(lines.size() == (stated ? 1 : 0));
}

TEST_CASE("what was done in an event is told of it, wherever the event stands", "[ingest][lone_deeds]") {
  const auto [setting, stated] = GENERATE(table<std::string, bool>({
      {"In in IN 7 prep\nthe the DT 3 det\nraid raid NN 1 pobj\n", true},
      {"In in IN 7 prep\na a DT 3 det\nreport report NN 1 pobj\n", false},
  }));
  const auto lines = lines_of(
      record_of(hand_built(setting + "Ana Ana NNP 5 compound B-PERSON\nRoe Roe NNP 7 nsubjpass I-PERSON\n"
                                     "was be VBD 7 auxpass\nhurt hurt VBN 0 ROOT\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ana Roe | was hurt in | raid | ") == stated);
}

TEST_CASE("what was done to a thing is told of it", "[ingest][lone_deeds]") {
  const auto [article, verb, stated] = GENERATE(table<std::string, std::string, bool>({
      {"The the", "closed close", true},
      {"A a", "closed close", true},
      {"A a", "planned plan", false},
      {"The the", "described describe", false},
      {"One one", "closed close", true},
      {"No no", "closed close", true},
  }));
  const std::string tag = article == "One one" ? " CD 2 nummod" : " DT 2 det";
  const auto lines = lines_of(record_of(hand_built(
      article + tag + "\nbridge bridge NN 4 nsubjpass\nwas be VBD 4 auxpass\n" + verb + " VBN 0 ROOT\n")));
  CAPTURE(article, verb, lines);
  CHECK(lines.size() == (stated ? 1 : 0));
}

TEST_CASE("that something said was made says nothing", "[ingest][lone_deeds]") {
  const auto [noun, stated] = GENERATE(table<std::string, bool>({{"announcement", false}, {"bridge", true}}));
  const auto lines = lines_of(record_of(hand_built("The the DT 2 det\n" + noun + " " + noun +
                                                   " NN 4 nsubjpass\nwas be VBD 4 auxpass\n"
                                                   "made make VBN 0 ROOT\n")));
  CAPTURE(noun, lines);
  CHECK(lines.size() == (stated ? 1 : 0));
}

TEST_CASE("what becomes more or less is told of anything", "[ingest][lone_deeds]") {
  const auto [verb, stated] =
      GENERATE(table<std::string, bool>({{"rose rise", true}, {"collapsed collapse", false}}));
  const auto lines = lines_of(record_of(hand_built("Prices price NNS 2 nsubj\n" + verb + " VBD 0 ROOT\n")));
  CAPTURE(verb, lines);
  CHECK(lines.size() == (stated ? 1 : 0));
}

TEST_CASE("what is done to those who are only counted is told where it is done to people",
          "[ingest][lone_deeds]") {
  const auto [noun, verb, stated] =
      GENERATE(table<std::string, std::string, bool>({{"Dozens dozen", "injured injure", true},
                                                      {"Hundreds hundred", "arrested arrest", true},
                                                      {"Walls wall", "injured injure", false}}));
  const auto lines = lines_of(
      record_of(hand_built(noun + " NNS 3 nsubjpass\nare be VBP 3 auxpass\n" + verb + " VBN 0 ROOT\n")));
  CAPTURE(noun, verb, lines);
  CHECK(lines.size() == (stated ? 1 : 0));
}

TEST_CASE("what happened after or while something else happened all the same", "[ingest][lone_deeds]") {
  const auto [verb, beside, stated] = GENERATE(table<std::string, std::string, bool>({
      {"died die", "after after IN 2 prep\nbeing be VBG 5 auxpass\nshot shoot VBN 3 pcomp\n", true},
      {"died die", "when when WRB 5 advmod\nit it PRP 5 nsubj\nfell fall VBD 2 advcl\n", true},
      {"looked look", "to to TO 4 aux\nstay stay VB 2 advcl\n", false},
      {"succeeded succeed", "in in IN 2 prep\nstaying stay VBG 3 pcomp\n", false},
  }));
  const auto lines =
      lines_of(record_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " VBD 0 ROOT\n" + beside)));
  CAPTURE(verb, beside, lines);
  const std::string past = verb.substr(0, verb.find(' '));
  CHECK(holds(lines, "Ana | " + past + " | Ana | ") == stated);
}

TEST_CASE("what nobody did people did not", "[ingest][lone_deeds]") {
  const auto record = record_of(hand_built(R"(
No no DT 2 det
one one NN 4 nsubjpass
was be VBD 4 auxpass
injured injure VBN 0 ROOT
)"));
  CHECK(lines_of(record) == Texts{"people | was injured | people | "});
  REQUIRE(record.statements.size() == 1);
  CHECK(record.statements.front().negated);
}

TEST_CASE("what people were made to do is told without an object", "[ingest][lone_deeds]") {
  const auto [who, told] = GENERATE(table<std::string, bool>({
      {"Thousands thousand NNS 3 nsubjpass B-CARDINAL\n", true},
      {"Residents resident NNS 3 nsubjpass\n", true},
      {"Prices price NNS 3 nsubjpass\n", false},
  }));
  const auto lines = lines_of(record_of(hand_built(
      who + "were be VBD 3 auxpass\nforced force VBN 0 ROOT\nto to TO 5 aux\nflee flee VB 3 xcomp\n")));
  CHECK(lines.size() == (told ? 1 : 0));
}

TEST_CASE("what is not there does not exist, if it says what it is", "[ingest][lone_deeds]") {
  const auto [of, lines] = GENERATE(table<std::string, Texts>({
      {"of of IN 4 prep\nfraud fraud NN 5 pobj\n", {"evidence of fraud | existed | evidence of fraud | "}},
      {"", {}},
  }));
  const auto record = record_of(hand_built(
      "There there EX 2 expl\nis be VBZ 0 ROOT\nno no DT 4 det\nevidence evidence NN 2 attr\n" + of));
  CHECK(lines_of(record) == lines);
  for (const auto& statement : record.statements) CHECK(statement.negated);
}

TEST_CASE("what there is exists, if its name says all that is told", "[ingest][lone_deeds]") {
  const auto [more, told] = GENERATE(table<std::string, bool>({
      {"on on IN 3 prep\nfishing fishing NN 4 pobj\n", true},
      {"in in IN 3 prep\ntown town NN 4 pobj\n", false},
      {"on on IN 3 prep\nthose those DT 4 pobj\nfishing fish VBG 5 acl\n", false},
      {"", false},
  }));
  const auto lines = lines_of(
      record_of(hand_built("There there EX 2 expl\nare be VBP 0 ROOT\nlimits limit NNS 2 attr\n" + more)));
  CAPTURE(lines);
  CHECK(holds(lines, "limits on fishing | existed | limits on fishing | ") == told);
}

TEST_CASE("what there is somewhere at some time is there then", "[ingest][lone_deeds]") {
  const auto lines = lines_of(record_of(hand_built(R"(
There there EX 2 expl
were be VBD 0 ROOT
40 40 CD 4 nummod B-CARDINAL
cases case NNS 2 attr
of of IN 4 prep
measles measles NNS 5 pobj
in in IN 6 prep
Oslo Oslo NNP 7 pobj B-GPE
in in IN 2 prep
2015 2015 CD 9 pobj B-DATE
)")));
  CAPTURE(lines);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("40 cases of measles | was in | Oslo | "));
}

TEST_CASE("what there is somewhere is there", "[ingest][lone_deeds]") {
  const auto [noun, told] =
      GENERATE(table<std::string, bool>({{"clerks clerk", true}, {"changes change", false}}));
  const auto lines =
      lines_of(record_of(hand_built("There there EX 2 expl\nwere be VBD 0 ROOT\nsome some DT 4 det\n" + noun +
                                    " NNS 2 attr\nin in IN 4 prep\nOslo Oslo NNP 5 pobj B-GPE\n")));
  CHECK(holds(lines, "some clerks | was in | Oslo | ") == told);
}
