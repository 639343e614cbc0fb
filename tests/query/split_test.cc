#include <catch2/catch.hpp>

#include "dossier/query/engine.h"

namespace dossier::query {

using Parts = std::vector<std::pair<std::string, int>>;

TEST_CASE("a script is cut at semicolons outside of strings, names and comments", "[query][split]") {
  CHECK(split_statements("RETURN 1; RETURN 2;") == Parts{{"RETURN 1", 1}, {"RETURN 2", 1}});
  CHECK(split_statements("RETURN 'a;b', \"c\\\";d\", `e;f`; RETURN 2") ==
        Parts{{"RETURN 'a;b', \"c\\\";d\", `e;f`", 1}, {"RETURN 2", 1}});
  CHECK(split_statements("RETURN 1 // ;\n;\n/* ; */ RETURN 2\n") ==
        Parts{{"RETURN 1 // ;", 1}, {"RETURN 2", 3}});
}

TEST_CASE("what holds no statement is left out", "[query][split]") {
  CHECK(split_statements("").empty());
  CHECK(split_statements(" ;; \n // nothing\n;").empty());
}

TEST_CASE("a statement knows the line of the script it begins on", "[query][split]") {
  CHECK(split_statements("\n\nMATCH (n)\nRETURN n;\n\nRETURN\n1") ==
        Parts{{"MATCH (n)\nRETURN n", 3}, {"RETURN\n1", 6}});
}

TEST_CASE("a string that never ends keeps the rest of the script", "[query][split]") {
  CHECK(split_statements("RETURN 'a; RETURN 2") == Parts{{"RETURN 'a; RETURN 2", 1}});
}

}  // namespace dossier::query
