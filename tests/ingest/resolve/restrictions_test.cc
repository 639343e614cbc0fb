#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

// "The law covers people ..."
std::vector<std::string> law_covers(const std::string& people) {
  return lines_of(
      record_of(hand_built("The the DT 2 det\nlaw law NN 3 nsubj\ncovers cover VBZ 0 ROOT\n" + people)));
}

constexpr auto kWhoSell = "who who WP 6 nsubj\nsell sell VBP 4 relcl\nboats boat NNS 6 dobj\n";

}  // namespace

TEST_CASE("a clause that says which people belongs to their name, and says nothing of people",
          "[ingest][restrictions]") {
  const auto lines = law_covers(std::string("people people NNS 3 dobj\n") + kWhoSell);
  CHECK(lines == std::vector<std::string>{"law | covered | people who sell boats | "});
}

TEST_CASE("of definite people a clause at present or a bare participle tells which",
          "[ingest][restrictions]") {
  const auto [clause, name] = GENERATE(table<std::string, std::string>({
      {"who who WP 7 nsubj\nsell sell VBP 5 relcl\nboats boat NNS 7 dobj\n", "people who sell boats"},
      {"who who WP 7 nsubj\nsold sell VBD 5 relcl\nboats boat NNS 7 dobj\n", "people"},
      {"that that WDT 8 dobj\nlaws law NNS 8 nsubj\nhelp help VBP 5 relcl\n", "people"},
      {"involved involve VBN 5 acl\n", "people involved"},
      {"held hold VBN 5 acl\nin in IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n", "people"},
      {"most most RBS 7 advmod\noften often RB 8 advmod\nheld hold VBN 5 acl\nin in IN 8 prep\nOslo Oslo NNP "
       "9 "
       "pobj B-GPE\n",
       "people most often held in Oslo"},
  }));
  const auto lines = law_covers("the the DT 5 det\npeople people NNS 3 dobj\n" + clause);
  CAPTURE(lines);
  CHECK(holds(lines, "law | covered | " + name + " | "));
}

TEST_CASE("some people are not people, a few are not few", "[ingest][restrictions]") {
  CHECK(law_covers("a a DT 6 det\nfew few JJ 6 amod\npeople people NNS 3 dobj\n") ==
        std::vector<std::string>{"law | covered | a few people | "});
  CHECK(law_covers("some some DT 5 det\npeople people NNS 3 dobj\n") ==
        std::vector<std::string>{"law | covered | some people | "});
  CHECK(law_covers("some some DT 5 det\npeople people NNS 3 dobj\nwho who WP 7 nsubj\nsell sell VBP 5 "
                   "relcl\nboats boat NNS 7 dobj\n") ==
        std::vector<std::string>{"law | covered | some people who sell boats | "});
}

TEST_CASE("of a part of people any clause tells which", "[ingest][restrictions]") {
  CHECK(holds(law_covers("most most JJS 3 dobj\nof of IN 4 prep\nthe the DT 7 det\npeople people NNS 5 pobj\n"
                         "who who WP 9 nsubj\nfled flee VBD 7 relcl\n"),
              "law | covered | most of the people who fled | "));
}

TEST_CASE("what people did or suffered is told of them", "[ingest][restrictions]") {
  const auto [clause, whole, own] = GENERATE(table<std::string, std::string, std::string>({
      {"who who WP 6 nsubj\nsold sell VBD 4 relcl\nboats boat NNS 6 dobj\n", "people who sold boats",
       "people | sold | boats | "},
      {"held hold VBN 4 acl\nin in IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n", "people held in Oslo",
       "people | was held in | Oslo | "},
  }));
  const auto lines = law_covers("people people NNS 3 dobj\n" + clause);
  CAPTURE(lines);
  CHECK(holds(lines, "law | covered | " + whole + " | "));
  CHECK(holds(lines, own));
}

TEST_CASE(
    "a clause that another stands for, that a comma sets off, that says who did it or tells a day that the "
    "article "
    "explains is no part of a name",
    "[ingest][restrictions]") {
  const auto [people, name] = GENERATE(table<std::string, std::string>({
      {"people people NNS 3 dobj\n, , , 4 punct\nwho who WP 7 nsubj\nsell sell VBP 4 relcl\nboats boat NNS 7 "
       "dobj\n",
       "people"},
      {"people people NNS 3 dobj\nwhom whom WP 7 dobj\nshe she PRP 7 nsubj\nknows know VBZ 4 relcl\n",
       "people"},
      {"deaths death NNS 3 dobj\ncaused cause VBN 4 acl\nby by IN 5 agent\nfire fire NN 6 pobj\n", "deaths"},
      {"people people NNS 3 dobj\nborn bear VBN 4 acl\nin in IN 5 prep\n1990 1990 CD 6 pobj B-DATE\n",
       "people born in 1990"},
      {"many many JJ 5 amod\nnumbers number NNS 3 dobj\nheld hold VBN 5 acl\non on IN 6 prep\nMonday Monday "
       "NNP 7 pobj B-DATE\n",
       "many numbers"},
  }));
  const auto lines = law_covers(people);
  CAPTURE(lines);
  CHECK(holds(lines, "law | covered | " + name + " | "));
}

TEST_CASE("what people are told apart by at present says nothing of people", "[ingest][restrictions]") {
  const std::string selling = "people people NNS 3 dobj\nselling sell VBG 4 acl\nboats boat NNS 5 dobj\n";
  CHECK(law_covers(selling) == std::vector<std::string>{"law | covered | people selling boats | "});
  CHECK(law_covers(selling + "and and CC 6 cc\nmaps map NNS 6 conj\n") ==
        std::vector<std::string>{"law | covered | people | "});
  const auto past = lines_of(
      record_of(hand_built("The the DT 2 det\nlaw law NN 3 nsubj\nangered anger VBD 0 ROOT\n" + selling)));
  CHECK(holds(past, "people | sold | boats | "));
}

TEST_CASE("every town that sells boats is not every town", "[ingest][restrictions]") {
  const auto [article, told] =
      GENERATE(table<std::string, bool>({{"every", false}, {"any", false}, {"this", true}}));
  const auto lines = law_covers(article + " " + article +
                                " DT 5 det\ntown town NN 3 dobj\nthat that WDT 7 nsubj\nsells sell "
                                "VBZ 5 relcl\nboats boat NNS 7 dobj\n");
  CAPTURE(lines);
  CHECK(holds(lines, "law | covered | every town that sells boats | ") == (article == "every"));
  CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
          return line.find("| sold | boats") != std::string::npos;
        }) == told);
}

TEST_CASE("of one in eight clerks who swim no eight are told to", "[ingest][restrictions]") {
  const auto lines = lines_of(record_of(hand_built(R"(
One one CD 7 nsubj
in in IN 1 prep
eight eight CD 4 nummod
clerks clerk NNS 2 pobj
who who WP 6 nsubj
sell sell VBP 4 relcl
left leave VBD 0 ROOT
boats boat NNS 7 dobj
)")));
  CAPTURE(lines);
  CHECK(std::none_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return line.find("| sold |") != std::string::npos; }));
}

TEST_CASE("which bill it is, its participle tells", "[ingest][restrictions]") {
  const auto [clause, name] = GENERATE(table<std::string, std::string>({
      {"bill bill NN 3 dobj\nlegalising legalise VBG 5 acl\nboats boat NNS 6 dobj\n",
       "bill legalising boats"},
      {"letter letter NN 3 dobj\nannouncing announce VBG 5 acl\nboats boat NNS 6 dobj\n", "letter"},
      {"fire fire NN 3 dobj\nkilling kill VBG 5 acl\ncats cat NNS 6 dobj\n", "fire"},
  }));
  const auto lines = law_covers("a a DT 5 det\n" + clause);
  CAPTURE(lines);
  CHECK(holds(lines, "law | covered | " + name + " | "));
}

TEST_CASE("whether any clerk sells boats nobody says", "[ingest][restrictions]") {
  const auto [article, told] = GENERATE(table<std::string, bool>({{"every", false}, {"the", true}}));
  const auto lines =
      law_covers(article + ' ' + article +
                 " DT 5 det\nclerk clerk NN 3 dobj\nwho who WP 7 nsubj\nsells sell VBZ 5 relcl\n"
                 "boats boat NNS 7 dobj\n, , , 7 punct\nhoping hope VBG 7 advcl\n");
  CAPTURE(lines);
  CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
          return line.find("| sold |") != std::string::npos;
        }) == told);
}
