#include <catch2/catch.hpp>

#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::graph::test::Stores;

namespace {

std::vector<NodeId> nodes_of(const Reader& reader) {
  std::vector<NodeId> nodes;
  REQUIRE(reader.scan_nodes(NodeId{0}, 1000, nodes).ok());
  return nodes;
}

}  // namespace

TEST_CASE("a transaction sees its own writes and others see them after commit", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  auto transaction = *store.begin();
  const LabelId person = transaction->label("Person");
  const KeyId name = transaction->key("name");
  const NodeId ada = *transaction->create_node({person}, {{name, "Ada Lovelace"}});
  const NodeId bob = *transaction->create_node({}, {});
  const RelationshipId knows = *transaction->create_relationship(ada, transaction->type("KNOWS"), bob, {});

  const auto before = store.snapshot();
  const auto verify = [&](const Reader& reader) {
    CHECK(nodes_of(reader) == std::vector{ada, bob});
    CHECK(reader.node_property(ada, *reader.find_key("name"))->as_string() == "Ada Lovelace");
    CHECK(*reader.has_label(ada, *reader.find_label("Person")));
    CHECK(reader.relationship(knows)->end == bob);
    Neighbours neighbours;
    REQUIRE(reader.expand(std::vector{ada, bob}, Direction::kBoth, {}, neighbours).ok());
    CHECK(neighbours.nodes == std::vector{bob, ada});
    CHECK(neighbours.offsets == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(reader.find_by_name("ada lovelace's")->size() == 1);
    CHECK(reader.find_by_exact_name("Ada Lovelace")->front() == ada);
    CHECK(reader.node_count() == 2);
    CHECK(reader.node_count(person) == 1);
    CHECK(reader.relationship_count(*reader.find_type("KNOWS")) == 1);
    CHECK(reader.labels() == std::vector<std::string>{"Person"});
  };
  verify(*transaction);
  CHECK(nodes_of(*before).empty());
  CHECK_FALSE(before->find_label("Person"));
  REQUIRE(transaction->commit().ok());
  CHECK(nodes_of(*before).empty());
  CHECK_FALSE(before->find_label("Person"));
  verify(*store.snapshot());
  verify(*transaction);  // still readable: a cursor renders its rows after the commit
}

TEST_CASE("a transaction that is rolled back leaves nothing", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  {
    auto transaction = *store.begin();
    REQUIRE(transaction->create_node({transaction->label("Gone")}, {}).ok());
  }
  const auto snapshot = store.snapshot();
  CHECK(nodes_of(*snapshot).empty());
  CHECK(snapshot->labels().empty());
  CHECK(snapshot->node_count() == 0);
  auto next = *store.begin();
  CHECK(next->labels().empty());
}

TEST_CASE("a node with relationships is not deleted, and goes when they have gone", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto transaction = *stores.store().begin();
  const TypeId type = transaction->type("T");
  const NodeId node = *transaction->create_node({}, {{transaction->key("name"), "x"}});
  const RelationshipId loop = *transaction->create_relationship(node, type, node, {});
  CHECK(transaction->distinct_nodes(type, Direction::kOutgoing) == 1);
  CHECK(transaction->delete_node(node).code() == dossier::StatusCode::kInvalidArgument);
  Neighbours neighbours;
  REQUIRE(transaction->expand(std::vector{node}, Direction::kBoth, {}, neighbours).ok());
  CHECK(neighbours.nodes.size() == 1);  // a loop appears once
  REQUIRE(transaction->delete_relationship(loop).ok());
  REQUIRE(transaction->delete_node(node).ok());
  CHECK(transaction->is_deleted(node));
  CHECK(transaction->is_deleted(loop));
  CHECK(transaction->find_by_name("x")->empty());
  CHECK(transaction->node(node).status().code() == dossier::StatusCode::kNotFound);
  CHECK(transaction->distinct_nodes(type, Direction::kOutgoing) == 0);
  CHECK(transaction->relationship_count() == 0);
}

TEST_CASE("setting null removes a property and labels come and go", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  auto first = *store.begin();
  const KeyId name = first->key("name"), aliases = first->key("aliases");
  const LabelId person = first->label("Person"), group = first->label("Group");
  const NodeId node = *first->create_node({person}, {{name, "Old"}, {aliases, List{"Elder", "Senior"}}});
  REQUIRE(first->commit().ok());
  auto second = *store.begin();
  REQUIRE(second->set_property(node, name, "New").ok());
  REQUIRE(second->set_property(node, aliases, Value()).ok());
  REQUIRE(second->remove_label(node, person).ok());
  REQUIRE(second->add_label(node, group).ok());
  REQUIRE(second->commit().ok());
  const auto snapshot = store.snapshot();
  CHECK(snapshot->find_by_name("old")->empty());
  CHECK(snapshot->find_by_name("elder")->empty());
  CHECK(snapshot->find_by_name("new")->size() == 1);
  CHECK(snapshot->node_property(node, aliases)->is_null());
  CHECK(snapshot->node(node)->labels == std::vector{group});
  CHECK(snapshot->node_count(person) == 0);
  CHECK(snapshot->node_count(group) == 1);
  std::vector<NodeId> people;
  REQUIRE(snapshot->scan_label(person, NodeId{0}, 10, people).ok());
  CHECK(people.empty());
}

TEST_CASE("writes of ids that are not there are NotFound", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto transaction = *stores.store().begin();
  const NodeId missing{77};
  const auto code = dossier::StatusCode::kNotFound;
  CHECK(transaction->set_property(missing, transaction->key("k"), 1).code() == code);
  CHECK(transaction->add_label(missing, transaction->label("L")).code() == code);
  CHECK(transaction->delete_node(missing).code() == code);
  CHECK(transaction->delete_relationship(RelationshipId{3}).code() == code);
  CHECK(transaction->create_relationship(missing, transaction->type("T"), missing, {}).status().code() ==
        code);
  CHECK(transaction->relationship_count() == 0);
}

TEST_CASE("a finished transaction takes no more writes and lets the next one begin", "[graph][transaction]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  auto first = *store.begin();
  REQUIRE(first->create_node({}, {}).ok());
  REQUIRE(first->commit().ok());
  CHECK(first->create_node({}, {}).status().code() == dossier::StatusCode::kInvalidArgument);
  auto second = *store.begin();
  CHECK(*second->create_node({}, {}) == NodeId{1});
  second->rollback();
  CHECK((*store.begin())->node_count() == 1);
}
