#include "graph/property_index.h"

#include <catch2/catch.hpp>

#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::graph::test::Stores;

TEST_CASE("index entries sort as their values do", "[graph][property_index]") {
  const auto [smaller, larger] = GENERATE(table<Value, Value>({
      {-1.5, -1},
      {-1, 0},
      {0, 0.5},
      {1, 2},
      {255, 256},
      {-1e300, 1e300},
      {"", "a"},
      {"a", "ab"},
      {"a", "b"},
      {std::string("a\0", 2), std::string("a\0b", 3)},
      {false, true},
      {Value(Date{-1}), Value(Date{0})},
  }));
  CHECK(*index_prefix(KeyId{1}, smaller) < *index_prefix(KeyId{1}, larger));
}

TEST_CASE("no string's entry begins with another's", "[graph][property_index]") {
  CHECK_FALSE(index_prefix(KeyId{1}, "ab")->starts_with(*index_prefix(KeyId{1}, "a")));
  CHECK_FALSE(index_prefix(KeyId{1}, std::string("a\0\1", 3))->starts_with(*index_prefix(KeyId{1}, "a")));
}

TEST_CASE("values that share an entry are told apart by the property", "[graph][property_index]") {
  const auto [value, other] = GENERATE(table<Value, Value>({
      {std::int64_t{9007199254740993}, std::int64_t{9007199254740992}},
      {-9007199254740992.0, std::int64_t{-9007199254740993}},
      {std::string(256, 'a'), std::string(300, 'a')},
      {std::string(300, 'a'), std::string(256, 'a')},
  }));
  CHECK(index_prefix(KeyId{1}, value) == index_prefix(KeyId{1}, other));
  CHECK_FALSE(is_exact_in_index(value));
  Stores stores(GENERATE(from_range(Stores::names())));
  auto transaction = *stores.store().begin();
  const KeyId key = transaction->key("id");
  const NodeId node = *transaction->create_node({}, {{key, value}});
  REQUIRE(transaction->create_node({}, {{key, other}}).ok());
  REQUIRE(transaction->create_index(key).ok());
  REQUIRE(transaction->commit().ok());
  CHECK(*stores.store().snapshot()->find_by_property(key, value) == std::vector{node});
}

TEST_CASE("nodes are found by an indexed property as it changes", "[graph][property_index]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  auto transaction = *store.begin();
  const KeyId key = transaction->key("entityId");
  const NodeId before = *transaction->create_node({}, {{key, 7}});
  REQUIRE(transaction->create_index(key).ok());
  const NodeId after = *transaction->create_node({}, {{key, 7.0}});
  REQUIRE(transaction->create_node({}, {{key, "7"}}).ok());
  REQUIRE(transaction->create_node({}, {{key, std::int64_t{9007199254740993}}}).ok());
  REQUIRE(transaction->commit().ok());
  auto reader = store.snapshot();
  REQUIRE(reader->has_index(key));
  CHECK(*reader->find_by_property(key, 7) == std::vector{before, after});
  CHECK(reader->find_by_property(key, Value(std::int64_t{9007199254740992}))->empty());
  CHECK(reader->find_by_property(key, Value())->empty());

  auto second = *store.begin();
  REQUIRE(second->set_property(before, key, 8).ok());
  REQUIRE(second->delete_node(after).ok());
  CHECK(second->find_by_property(key, 7)->empty());
  CHECK(*second->find_by_property(key, 8) == std::vector{before});
  REQUIRE(second->drop_index(key).ok());
  REQUIRE(second->commit().ok());
  CHECK_FALSE(store.snapshot()->has_index(key));
  CHECK(store.snapshot()->find_by_property(key, 8).status().code() == dossier::StatusCode::kUnsupported);
  CHECK(*reader->find_by_property(key, 7) == std::vector{before, after});
}
