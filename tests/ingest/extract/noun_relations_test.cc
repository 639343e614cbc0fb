#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("half of a qualified word is no part of a role", "[ingest][extract]") {
  check_statements({
      {"Ana , the best known prime minister , left",
       "apposition_role",
       "Ana Ana NNP 9 nsubj B-PERSON | , , , 1 punct | the the DT 7 det | best good RBS 5 advmod | "
       "known know VBN 7 amod | prime prime JJ 7 amod | minister minister NN 1 appos | , , , 1 punct | "
       "left leave VBD 0 ROOT",
       {"Ana | is | the best known prime minister"}},
      {"Ana , the best known minister of Norway , left",
       "apposition_role",
       "Ana Ana NNP 10 nsubj B-PERSON | , , , 1 punct | the the DT 6 det | best good RBS 5 advmod | "
       "known know VBN 6 amod | minister minister NN 1 appos | of of IN 6 prep | "
       "Norway Norway NNP 7 pobj B-GPE | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | minister | of Norway"}},
  });
}

TEST_CASE("an adjective with a capital is no body", "[ingest][extract]") {
  CHECK(statements_of(hand_built(R"(
Planetary Planetary JJ 2 amod B-GPE
scientist scientist NN 3 compound
Roe Roe NNP 4 nsubj B-PERSON
left leave VBD 0 ROOT
)"),
                      "title") == Texts{"Roe | is | Planetary scientist"});
}

TEST_CASE("the first half of a title is no body, one beside a common role may be", "[ingest][extract]") {
  const auto titled = [](std::string_view body, std::string_view role, std::string_view tag) {
    return statements_of(hand_built(std::string(body) + " " + std::string(body) + " NNP 2 compound B-ORG\n" +
                                    std::string(role) + " " + std::string(role) + " " + std::string(tag) +
                                    " 3 compound\nRoe Roe NNP 4 nsubj B-PERSON\nleft leave VBD 0 ROOT\n"),
                         "title");
  };
  CHECK(titled("Detective", "Inspector", "NNP") == Texts{"Roe | is | Detective Inspector"});
  CHECK(titled("Norsk", "Inspector", "NNP") == Texts{"Roe | inspector | of Norsk"});
  CHECK(titled("Detective", "inspector", "NN") == Texts{"Roe | inspector | of Detective"});
}

TEST_CASE("an amount beside an amount is a list, a tournament beside its name is what it is",
          "[ingest][extract]") {
  const auto beside = [](std::string_view name, std::string_view tag, std::string_view noun,
                         std::string_view entity) {
    return statements_of(
        hand_built("It it PRP 2 nsubj\ntakes take VBZ 0 ROOT\n" + std::string(name) + " " +
                   std::string(name) + " " + std::string(tag) + " 2 dobj " + std::string(entity) +
                   "\n, , , 3 punct\nits its PRP$ 6 poss\n" + std::string(noun) + " " + std::string(noun) +
                   " NN 3 appos\nof of IN 6 prep\nfear fear NN 7 pobj\n"),
        "apposition_role");
  };
  CHECK(beside("joy", "NN", "lot", "").empty());
  CHECK(beside("joy", "NN", "tournament", "").empty());
  CHECK_FALSE(beside("Joy", "NNP", "tournament", "B-EVENT").empty());
}

TEST_CASE("a common noun that nothing describes, or the same again, is the next of a list",
          "[ingest][extract]") {
  const auto [second, found] = GENERATE(table<std::string, Texts>({
      {"aunt aunt NN 5 appos", {}},
      {"a a DT 8 det\nclerk clerk NN 5 appos", {"Ana 's sister | is | a clerk"}},
      {"good good JJ 8 amod\nsister sister NN 5 appos", {}},
      {"the the DT 8 det\nsister sister NN 5 appos", {"Ana 's sister | is | the sister"}},
  }));
  const Document document = hand_built(
      "We we PRP 2 nsubj\nmet meet VBD 0 ROOT\nAna Ana NNP 5 poss B-PERSON\n's 's POS 3 case\n"
      "sister sister NN 2 dobj\n, , , 5 punct\n" +
      second + "\n");
  CHECK(statements_of(document, "apposition_role") == found);
}

TEST_CASE("a body's director for a place directs no place", "[ingest][extract]") {
  const Document document = hand_built(
      "Norsk Norsk NNP 4 poss B-ORG\n's 's POS 1 case\nKenya Kenya NNP 4 compound B-GPE\n"
      "director director NN 6 compound\nAna Ana NNP 6 compound B-PERSON\nHolt Holt NNP 7 nsubj I-PERSON\n"
      "left leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "title") ==
        Texts{"Ana Holt | director | of Norsk", "Ana Holt | director | for Kenya"});
}

TEST_CASE("what stands before a list of roles is said of all", "[ingest][extract]") {
  const auto [first, second] =
      GENERATE(table<std::string, std::string>({{"former", "former mayor"}, {"good", "mayor"}}));
  const Document document = hand_built(
      "Ana Ana NNP 12 nsubj B-PERSON\n, , , 1 punct\na a DT 5 det\n" + first + " " + first +
      " JJ 5 amod\njudge judge NN 1 appos\n, , , 5 punct\nmayor mayor NN 1 appos\nof of IN 7 prep\n"
      "Oslo Oslo NNP 8 pobj B-GPE\nand and CC 7 cc\nclerk clerk NN 7 conj\nleft leave VBD 0 ROOT\n");
  CHECK(says(document, "Ana | " + second + " | of Oslo"));
}

TEST_CASE("so it is where the list's 'and' hangs on the first of it", "[ingest][extract]") {
  const Document document = hand_built(
      "Ana Ana NNP 13 nsubj B-PERSON\n, , , 1 punct\nformer former JJ 4 amod\njudge judge NN 1 appos\n"
      ", , , 4 punct\nmayor mayor NN 1 appos\nof of IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n, , , 4 punct\n"
      "and and CC 4 cc\nclerk clerk NN 4 conj\n, , , 1 punct\nleft leave VBD 0 ROOT\n");
  CHECK(says(document, "Ana | former mayor | of Oslo"));
}

TEST_CASE("a body's letters may stand between it and the role", "[ingest][extract]") {
  const Document document = hand_built(
      "Sea Sea NNP 2 compound B-ORG\nCouncil Council NNP 7 nmod I-ORG\n( ( -LRB- 2 punct\nSC SC NNP 2 appos\n"
      ") ) -RRB- 2 punct\nchief chief NN 7 compound\nAna Ana NNP 8 nsubj B-PERSON\nleft leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "title") == Texts{"Ana | chief | of Sea Council"});
}

TEST_CASE("one of several is who is named behind them", "[ingest][extract]") {
  const auto [noun, label, above] = GENERATE(table<std::string, std::string, std::string>(
      {{"banks", "ORG", "1"}, {"banks", "ORG", "5"}, {"ministers", "PERSON", "1"}}));
  const Document document =
      hand_built("One one CD 9 nsubj\nof of IN 1 prep\nNorway Norway NNP 5 poss B-GPE\n's 's POS 3 case\n" +
                 noun + " " + noun.substr(0, noun.size() - 1) + " NNS 2 pobj\n, , , 5 punct\nHolt Holt NNP " +
                 above + " appos B-" + label + "\n, , , 5 punct\nleft leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "active") == Texts{"Holt | left"});
  CHECK(statements_of(document, "apposition_role") ==
        Texts{"Holt | " + noun.substr(0, noun.size() - 1) + " | of Norway"});
}

TEST_CASE("relatives who are named in a list are of him whose the list is", "[ingest][extract]") {
  const auto [verb, found] = GENERATE(table<std::string, Texts>({
      {"leave", {"Ida | wife | of Ole", "Eva | sister | of Ole"}},
      {"meet", {"Ida | is | a wife", "Eva | is | a sister"}},
  }));
  const Document document = hand_built(
      "Ole Ole NNP 2 nsubj B-PERSON\nleaves " + verb +
      " VBZ 0 ROOT\na a DT 4 det\nwife wife NN 2 dobj\n, , , 4 punct\nIda Ida NNP 4 appos B-PERSON\n"
      "and and CC 4 cc\na a DT 9 det\nsister sister NN 4 conj\n, , , 9 punct\n"
      "Eva Eva NNP 9 appos B-PERSON\n");
  CHECK(statements_of(document, "apposition_role") == found);
}

TEST_CASE("of two things with articles the nearer one is named", "[ingest][extract]") {
  CHECK(statements_of(hand_built(R"(
the the DT 2 det
planet planet NN 9 nsubj
and and CC 2 cc
its its PRP$ 5 poss
moon moon NN 2 conj
, , , 5 punct
Narvik Narvik NNP 2 appos B-LOC
, , , 2 punct
glow glow VBP 0 ROOT
)"),
                      "apposition_role") == Texts{"Narvik | moon | of its"});
}

TEST_CASE("a town is no truck and no law", "[ingest][extract][plausible]") {
  check_kept({
      {"Oslo , a truck burnt",
       "Oslo Oslo NNP 5 nsubj B-GPE | , , , 1 punct | a a DT 4 det | truck truck NN 1 appos | "
       "burnt burn VBD 0 ROOT",
       {"Oslo | is | a truck"}},
      {"It applied the law , Oslo",
       "It it PRP 2 nsubj | applied apply VBD 0 ROOT | the the DT 4 det | law law NN 2 dobj | "
       ", , , 4 punct | Oslo Oslo NNP 4 appos B-GPE",
       {"Oslo | is | the law"}},
  });
}

TEST_CASE("what there is is not what stands before it", "[ingest][extract][plausible]") {
  CHECK(kept_from_graph(hand_built(R"(
Downton Downton NNP 4 nsubj B-ORG
, , , 1 punct
there there EX 4 expl
is be VBZ 0 ROOT
sadness sadness NN 4 attr
)")) == Texts{"Downton | is | sadness"});
}

TEST_CASE("friends and relatives who speak do not speak to each other", "[ingest][extract][reciprocal]") {
  const auto [entities, count] = GENERATE(table<std::string, std::size_t>({{"", 0}, {" B-PERSON", 1}}));
  const std::string tag = entities.empty() ? "NNS" : "NNP";
  const Document document = hand_built("Friends friend " + tag + " 4 nsubj" + entities + R"(
and and CC 1 cc
)" + "Kin kin " + tag + " 1 conj" + entities +
                                       R"(
spoke speak VBD 0 ROOT
)");
  CHECK(statements_of(document, "reciprocal").size() == count);
}

TEST_CASE("somebody is of the body behind his name", "[ingest][extract]") {
  const auto [entity, body, noun, told] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"PERSON", "Dahl Dahl NNP 6 compound\n", "Center Center NNP 3 pobj\n", true},
      {"PERSON", "Oslo Oslo NNP 6 compound\n", "assembly assembly NN 3 pobj\n", true},
      {"ORG", "Oslo Oslo NNP 6 compound\n", "court court NN 3 pobj\n", true},
      {"PERSON", "long long JJ 6 amod\n", "murder murder NN 3 pobj\n", false},
  }));
  CAPTURE(entity, noun);
  const std::string last = noun.substr(0, noun.find(' ')), first = body.substr(0, body.find(' '));
  CHECK(says(hand_built("Odda Odda NNP 2 compound B-" + entity + "\nRygge Rygge NNP 7 nsubj I-" + entity +
                        "\nof of IN 2 prep\nthe the DT 6 det\n" + body + noun +
                        "said say VBD 0 ROOT\nso so RB 7 advmod\n"),
             "Odda Rygge | is | of the " + first + " " + last) == told);
}

TEST_CASE("one of several is what they are, but not the best of them", "[ingest][extract]") {
  const auto [rank, told] =
      GENERATE(table<std::string, bool>({{"oldest oldest JJS 6 amod", false}, {"the the DT 6 det", true}}));
  CHECK(says(hand_built("Ana Ana NNP 9 nsubj B-PERSON\n, , , 1 punct\none one CD 1 appos\nof of IN 3 prep\n" +
                        rank +
                        "\nfounders founder NNS 4 pobj\nof of IN 6 prep\nNorsk Norsk NNP 7 pobj B-ORG\n"
                        "left leave VBD 0 ROOT\n"),
             "Ana | founder | of Norsk") == told);
}

TEST_CASE("people most of whom are something are not it", "[ingest][extract]") {
  const auto [share, told] =
      GENERATE(table<std::string, bool>({{"most most JJS", false}, {"all all DT", true}}));
  const Document document =
      hand_built("People people NNS 8 nsubj\n, , , 1 punct\n" + share +
                 " 6 nsubj\nof of IN 3 prep\nthem they PRP 4 pobj\nclerks clerk NNS 1 appos\n"
                 ", , , 1 punct\nleft leave VBD 0 ROOT\n");
  CHECK(any_has(statements_of(document), "People | is |") == told);
}

TEST_CASE("two people are no one king, and somebody's aide has the name behind him",
          "[ingest][extract][name_repair]") {
  const auto [rows, name, holder] = GENERATE(table<std::string, std::uint32_t, std::uint32_t>({
      {"aides aide NNS 0 ROOT\nto to IN 1 prep\nthe the DT 4 det\nking king NN 2 pobj\n, , , 4 punct\n"
       "Ana Ana NNP 4 appos B-PERSON\nand and CC 6 cc\nIda Ida NNP 6 conj B-PERSON\n",
       5, 0},
      {"aides aide NNS 0 ROOT\nto to IN 1 prep\nthe the DT 4 det\nking king NN 2 pobj\n, , , 4 punct\n"
       "Olaf Olaf NNP 4 appos B-PERSON\n",
       5, 3},
      {"king king NN 0 ROOT\njoined join VBN 1 acl\nby by IN 2 agent\nhis his PRP$ 5 poss\n"
       "counterpart counterpart NN 3 pobj\n, , , 5 punct\nAna Ana NNP 1 appos B-PERSON\n",
       6, 4},
  }));
  CAPTURE(rows);
  CHECK(DocumentTree(hand_built(rows)).token(name).head == holder);
}
