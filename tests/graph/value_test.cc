#include "dossier/graph/value.h"

#include <catch2/catch.hpp>

#include "graph/value_depth.h"

using namespace dossier::graph;

TEST_CASE("integers and floats of one number are equal, equivalent and hash alike", "[graph][value]") {
  CHECK(equals(Value(1), Value(1.0)) == true);
  CHECK(equivalent(Value(1), Value(1.0)));
  CHECK(hash(Value(1)) == hash(Value(1.0)));
  CHECK(equals(Value(std::int64_t{9007199254740993}), Value(9007199254740992.0)) == false);
}

TEST_CASE("null makes an equality unknown unless the rest decides", "[graph][value]") {
  CHECK_FALSE(equals(Value(), Value(1)).has_value());
  CHECK_FALSE(equals(Value(List{1, Value()}), Value(List{1, 2})).has_value());
  CHECK(equals(Value(List{1, Value()}), Value(List{2, 2})) == false);
}

TEST_CASE("null sorts after every value", "[graph][value]") {
  const Value value =
      GENERATE(Value("a"), Value(true), Value(3), Value(List{}), Value(Map{}), Value(NodeId{1}));
  CHECK((order(value, Value()) < 0));
}

TEST_CASE("of equal keys in a map the last wins and keys are sorted", "[graph][value]") {
  const Value map(Map{{"b", 1}, {"a", 2}, {"b", 3}});
  REQUIRE(map.as_map().size() == 2);
  CHECK(map.as_map().front().first == "a");
  CHECK(map.find("b")->as_integer() == 3);
  CHECK(map.find("c") == nullptr);
}

TEST_CASE("a list knows how deep it is nested", "[graph][value]") {
  CHECK(depth(Value(1)) == 0);
  CHECK(depth(Value(List{})) == 1);
  CHECK(depth(Value(List{1, Value(Map{{"a", List{2}}})})) == 3);
  const Value copy = Value(List{Value(List{})});
  CHECK(depth(copy) == 2);
}
