#include "query/executor/functions/registry.h"

#include <catch2/catch.hpp>

using namespace dossier::query;

TEST_CASE("functions are found in whatever case, and only whole names", "[query][registry]") {
  const auto* upper = find_function("TOUPPER");
  REQUIRE(upper != nullptr);
  CHECK(upper->name == "toUpper");
  CHECK(find_function("duration.BETWEEN") != nullptr);
  CHECK(find_function("toUppe") == nullptr);
  CHECK(find_function("toUpperx") == nullptr);
  CHECK(find_function("") == nullptr);
}

TEST_CASE("every function of the table is found by its own name", "[query][registry]") {
  for (const FunctionSignature& function : all_functions()) {
    INFO(function.name);
    CHECK(find_function(function.name) == &function);
    CHECK((function.maximum_arguments == kAnyNumber ||
           function.minimum_arguments <= function.maximum_arguments));
  }
}
