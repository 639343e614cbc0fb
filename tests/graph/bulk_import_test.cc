#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "graph/bulk/external_sort.h"
#include "tests/graph/canonical_dump.h"
#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::canonical_dump;
using dossier::graph::test::Stores;
using dossier::graph::test::TemporaryFolder;

TEST_CASE("keys come back sorted with their values, in memory and from runs on disk",
          "[graph][external_sort]") {
  TemporaryFolder folder;
  const std::uint64_t memory = GENERATE(std::uint64_t{1} << 30, 20000, 1);
  ExternalSorter sorter(folder.path(), memory);
  std::mt19937 random(1);
  std::set<std::string> keys;
  for (int i = 0; i < (memory == 1 ? 100 : 5000); ++i) {
    std::string key(random() % 40, 'a');
    for (char& c : key) c = static_cast<char>(random() % 4 == 0 ? random() : 'a');
    if (!keys.insert(key).second) continue;
    REQUIRE(sorter.add(key, key + "!").ok());
  }
  const auto stream = *sorter.sorted();
  std::string_view key, value;
  for (const std::string& expected : keys) {
    REQUIRE(*stream(key, value));
    REQUIRE(key == expected);
    REQUIRE(value == expected + "!");
  }
  CHECK_FALSE(*stream(key, value));
  CHECK(std::filesystem::is_empty(folder.path()));
}

namespace {

struct Drawn {
  std::vector<std::pair<std::string, std::int64_t>> nodes;  // label, value
  struct Edge {
    std::uint64_t start, end;
    std::string type;
    std::int64_t value;
  };
  std::vector<Edge> edges;
};

Drawn draw() {
  std::mt19937 random(4);
  Drawn drawn;
  for (int i = 0; i < 60; ++i) drawn.nodes.emplace_back("L" + std::to_string(random() % 3), i);
  for (int i = 0; i < 400; ++i) {
    drawn.edges.push_back({random() % 60, random() % 60, "t" + std::to_string(random() % 4), i});
  }
  return drawn;
}

// Target is a Transaction or a BulkImport.
template <typename Target, typename AddNode, typename AddEdge>
void write(Target& target, const Drawn& drawn, const AddNode& add_node, const AddEdge& add_edge) {
  const KeyId name = target.key("name"), aliases = target.key("aliases"), value = target.key("v");
  std::vector<NodeId> ids;
  for (const auto& [label, v] : drawn.nodes) {
    ids.push_back(add_node(
        {target.label(label), target.label("Person")},
        {{value, v}, {name, "Dr Name " + std::to_string(v)}, {aliases, List{"N" + std::to_string(v)}}}));
  }
  for (const auto& edge : drawn.edges) {
    add_edge(ids[edge.start], target.type(edge.type), ids[edge.end], {{value, edge.value}});
  }
}

void import_into(Store& store, const Drawn& drawn) {
  auto import = *store.begin_bulk_import();
  REQUIRE(import->create_index(import->key("v")).ok());
  write(
      *import, drawn,
      [&](std::vector<LabelId> labels, Properties properties) {
        return *import->add_node(labels, properties);
      },
      [&](NodeId start, TypeId type, NodeId end, Properties properties) {
        REQUIRE(import->add_relationship(start, type, end, properties).ok());
      });
  REQUIRE(import->finish().ok());
}

void create_in(Store& store, const Drawn& drawn) {
  auto transaction = *store.begin();
  write(
      *transaction, drawn,
      [&](std::vector<LabelId> labels, Properties properties) {
        return *transaction->create_node(labels, properties);
      },
      [&](NodeId start, TypeId type, NodeId end, Properties properties) {
        REQUIRE(transaction->create_relationship(start, type, end, properties).ok());
      });
  REQUIRE(transaction->commit().ok());
}

}  // namespace

TEST_CASE("a bulk import gives the graph that a transaction gives", "[graph][bulk_import]") {
  Stores imported(GENERATE(from_range(Stores::names()))), created("memory");
  const Drawn drawn = draw();
  import_into(imported.store(), drawn);
  create_in(created.store(), drawn);
  CHECK(canonical_dump(*imported.store().snapshot()) == canonical_dump(*created.store().snapshot()));
  const auto reader = imported.store().snapshot();
  CHECK(reader->find_by_name("name 7")->size() == 1);
  CHECK(*reader->find_by_property(*reader->find_key("v"), 7) == std::vector{NodeId{7}});
  const TypeId type = *reader->find_type("t1");
  CHECK((*reader->adjacency(type, Direction::kIncoming))->size() == reader->relationship_count(type));
  CHECK(imported.store().begin_bulk_import().status().code() == StatusCode::kInvalidArgument);
  auto transaction = *imported.store().begin();
  CHECK(*transaction->create_node({}, {}) == NodeId{60});
}

TEST_CASE("a snapshot from before an import stays empty", "[graph][bulk_import]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  const auto before = stores.store().snapshot();
  import_into(stores.store(), draw());
  std::vector<NodeId> nodes;
  REQUIRE(before->scan_nodes(NodeId{0}, 10, nodes).ok());
  CHECK(nodes.empty());
  CHECK(before->node(NodeId{0}).status().code() == StatusCode::kNotFound);
  CHECK(before->find_by_name("name 7")->empty());
  std::vector<RelationshipId> relationships;
  REQUIRE(before->scan_relationships(RelationshipId{0}, 10, relationships).ok());
  CHECK(relationships.empty());
  CHECK(stores.store().snapshot()->node_count() > 0);
}

TEST_CASE("an imported store is there after it is opened again, an abandoned import leaves it empty",
          "[graph][bulk_import]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  std::string dump;
  {
    auto store = *Store::open(path, {});
    {
      auto import = *store->begin_bulk_import();
      REQUIRE(import->add_node({}, {}).ok());
      CHECK(import->add_relationship(NodeId{0}, import->type("T"), NodeId{1}, {}).code() ==
            StatusCode::kNotFound);
    }
    CHECK(store->snapshot()->node_count() == 0);
    import_into(*store, draw());
    dump = canonical_dump(*store->snapshot());
  }
  CHECK(canonical_dump(*(*Store::open(path, {}))->snapshot()) == dump);
  StoreOptions reading;
  reading.read_only = true;
  CHECK(canonical_dump(*(*Store::open(path, reading))->snapshot()) == dump);
}

TEST_CASE("an import that does not fit into its memory gives the same store", "[graph][bulk_import][slow]") {
  TemporaryFolder folder;
  const auto imported = [&](const char* name, std::uint64_t budget) {
    StoreOptions options;
    options.memory_budget = budget;
    auto store = *Store::open(folder.path() / name, options);
    auto import = *store->begin_bulk_import();
    const KeyId number = import->key("number"), text = import->key("name");
    std::mt19937_64 random(3);
    for (int i = 0; i < 20000; ++i) {
      const LabelId label[] = {import->label(i % 3 == 0 ? "A" : "B")};
      const std::pair<KeyId, Value> properties[] = {{text, "N " + std::to_string(random() % 9999)}};
      REQUIRE(import->add_node(label, properties).ok());
    }
    for (int i = 0; i < 150000; ++i) {
      const TypeId type = import->type("t" + std::to_string(random() % 7));
      const std::pair<KeyId, Value> properties[] = {{number, i}};
      const NodeId start{random() % 20000}, end{random() % 20000};
      REQUIRE(import->add_relationship(start, type, end, properties).ok());
    }
    REQUIRE(import->finish().ok());
    return store;
  };
  const auto small = imported("small", 1 << 20), large = imported("large", std::uint64_t{1} << 30);
  CHECK(small->check(false)->empty());
  const auto a = small->snapshot(), b = large->snapshot();
  REQUIRE(a->relationship_count() == 150000);
  for (std::uint64_t id = 0; id < 150000; id += 7) {
    const auto x = a->relationship(RelationshipId{id}), y = b->relationship(RelationshipId{id});
    REQUIRE((x->start == y->start && x->end == y->end && x->type == y->type));
    REQUIRE(equivalent(x->properties.front().second, y->properties.front().second));
  }
  CHECK(a->distinct_nodes(*a->find_type("t3"), Direction::kIncoming) ==
        b->distinct_nodes(*b->find_type("t3"), Direction::kIncoming));
}
