// Random operations on a store and on plain maps; every snapshot held must go on answering like its maps.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::graph::test::Stores;

namespace {

constexpr std::uint32_t kTypes = 3, kLabels = 3;

struct ModelNode {
  std::set<LabelId> labels;
  std::int64_t value = 0;
  std::string name;
};
struct ModelEdge {
  NodeId start, end;
  TypeId type;
  std::int64_t value = 0;
};
struct Model {
  std::map<NodeId, ModelNode> nodes;
  std::map<RelationshipId, ModelEdge> edges;
};

struct Edge {
  TypeId type;
  NodeId other;
  RelationshipId id;
  auto operator<=>(const Edge&) const = default;
};

std::vector<Edge> neighbours(const Model& model, NodeId node, Direction direction,
                             std::optional<TypeId> type) {
  std::vector<Edge> edges;
  for (const auto& [id, edge] : model.edges) {
    if (type && edge.type != *type) continue;
    const bool out = edge.start == node && direction != Direction::kIncoming;
    const bool in = edge.end == node && direction != Direction::kOutgoing;
    if (out) edges.push_back({edge.type, edge.end, id});
    if (in && !(out && edge.start == edge.end)) edges.push_back({edge.type, edge.start, id});
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

class Fuzz {
 public:
  explicit Fuzz(unsigned seed) : random_(seed) {}

  void write(Transaction& transaction, Model& model) {
    switch (pick(9)) {
      case 0:
      case 1:
        create_node(transaction, model);
        break;
      case 2:
      case 3:
      case 4:
        create_edge(transaction, model);
        break;
      case 5:
        delete_edge(transaction, model);
        break;
      case 6:
        delete_node(transaction, model);
        break;
      case 7:
        change_node(transaction, model);
        break;
      case 8:
        change_edge(transaction, model);
        break;
    }
  }

  unsigned pick(std::size_t below) { return static_cast<unsigned>(random_() % below); }

 private:
  NodeId any_node(const Model& model) {
    return std::next(model.nodes.begin(), pick(model.nodes.size()))->first;
  }
  TypeId any_type(Transaction& transaction) { return transaction.type("T" + std::to_string(pick(kTypes))); }

  void create_node(Transaction& transaction, Model& model) {
    ModelNode node{{}, pick(100), "name " + std::to_string(pick(5))};
    if (pick(2) == 0) node.labels.insert(transaction.label("L" + std::to_string(pick(kLabels))));
    const auto id =
        transaction.create_node({node.labels.begin(), node.labels.end()},
                                {{transaction.key("name"), node.name}, {transaction.key("v"), node.value}});
    REQUIRE(id.ok());
    model.nodes[*id] = node;
  }
  void create_edge(Transaction& transaction, Model& model) {
    if (model.nodes.empty()) return;
    const ModelEdge edge{any_node(model), any_node(model), any_type(transaction), pick(100)};
    const auto id = transaction.create_relationship(edge.start, edge.type, edge.end,
                                                    {{transaction.key("v"), edge.value}});
    REQUIRE(id.ok());
    model.edges[*id] = edge;
  }
  void delete_edge(Transaction& transaction, Model& model) {
    if (model.edges.empty()) return;
    const auto at = std::next(model.edges.begin(), pick(model.edges.size()));
    REQUIRE(transaction.delete_relationship(at->first).ok());
    model.edges.erase(at);
  }
  void delete_node(Transaction& transaction, Model& model) {
    if (model.nodes.empty()) return;
    const NodeId id = any_node(model);
    const bool connected = !neighbours(model, id, Direction::kBoth, {}).empty();
    REQUIRE(transaction.delete_node(id).ok() != connected);
    if (!connected) model.nodes.erase(id);
  }
  void change_node(Transaction& transaction, Model& model) {
    if (model.nodes.empty()) return;
    const NodeId id = any_node(model);
    ModelNode& node = model.nodes[id];
    node.value = pick(100);
    node.name = "name " + std::to_string(pick(5));
    REQUIRE(transaction.set_property(id, transaction.key("v"), node.value).ok());
    REQUIRE(transaction.set_property(id, transaction.key("name"), node.name).ok());
    const LabelId label = transaction.label("L" + std::to_string(pick(kLabels)));
    REQUIRE((node.labels.erase(label) > 0 ? transaction.remove_label(id, label)
                                          : (node.labels.insert(label), transaction.add_label(id, label)))
                .ok());
  }
  void change_edge(Transaction& transaction, Model& model) {
    if (model.edges.empty()) return;
    const auto at = std::next(model.edges.begin(), pick(model.edges.size()));
    at->second.value = pick(100);
    REQUIRE(transaction.set_property(at->first, transaction.key("v"), at->second.value).ok());
  }

  std::mt19937 random_;
};

template <typename Map>
std::vector<typename Map::key_type> keys_of(const Map& map) {
  std::vector<typename Map::key_type> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

void check_expansion(const Reader& reader, const Model& model, Direction direction,
                     std::optional<TypeId> type) {
  const std::vector<NodeId> frontier = keys_of(model.nodes);
  std::vector<TypeId> types;
  if (type) types = {*type, *type};
  Neighbours found;
  REQUIRE(reader.expand(frontier, direction, types, found).ok());
  REQUIRE(found.offsets.size() == frontier.size() + 1);
  for (std::size_t i = 0; i < frontier.size(); ++i) {
    std::vector<Edge> edges;
    for (std::size_t j = found.offsets[i]; j < found.offsets[i + 1]; ++j) {
      edges.push_back({found.types[j], found.nodes[j], found.relationships[j]});
    }
    REQUIRE(edges == neighbours(model, frontier[i], direction, type));
  }
}

void check_adjacency(const Reader& reader, const Model& model, Direction direction, TypeId type) {
  const Adjacency* adjacency = *reader.adjacency(type, direction);
  if (adjacency == nullptr) return;
  std::vector<std::uint64_t> sources;
  std::size_t total = 0;
  for (const auto& [id, node] : model.nodes) {
    const std::vector<Edge> edges = neighbours(model, id, direction, type);
    if (!edges.empty()) sources.push_back(raw(id));
    total += edges.size();
    const Adjacency::Row row = adjacency->row(id);
    REQUIRE(row.nodes.size() == edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
      REQUIRE(row.nodes[i] == raw(edges[i].other));
      REQUIRE(row.relationships[i] == raw(edges[i].id));
    }
  }
  REQUIRE(adjacency->size() == total);
  const IdSpan found = adjacency->sources();
  REQUIRE(std::vector<std::uint64_t>(found.begin(), found.end()) == sources);
  REQUIRE(reader.relationship_count(type) == total);
  REQUIRE(reader.distinct_nodes(type, direction) == sources.size());
}

void check_properties(const Reader& reader, const Model& model) {
  const auto key = reader.find_key("v");
  if (!key) return;
  // Enough reads that a column is built, in an order of no kind, with ids that are not there.
  std::vector<NodeId> nodes;
  for (std::uint64_t i = 0; i < 300; ++i) nodes.push_back(NodeId{i * 7 % 100});
  std::vector<Value> values;
  REQUIRE(reader.node_properties(nodes, *key, values).ok());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto at = model.nodes.find(nodes[i]);
    REQUIRE(equivalent(values[i], at == model.nodes.end() ? Value() : Value(at->second.value)));
    const auto single = reader.node_property(nodes[i], *key);
    REQUIRE(single.ok() == (at != model.nodes.end()));
  }
  const std::vector<RelationshipId> edges = keys_of(model.edges);
  REQUIRE(reader.relationship_properties(edges, *key, values).ok());
  for (std::size_t i = 0; i < edges.size(); ++i)
    REQUIRE(values[i].as_integer() == model.edges.at(edges[i]).value);
}

void check_scans(const Reader& reader, const Model& model) {
  std::vector<NodeId> nodes;
  do {
    REQUIRE(reader.scan_nodes(nodes.empty() ? NodeId{0} : NodeId{raw(nodes.back()) + 1}, 3, nodes).ok());
  } while (!nodes.empty() && nodes.size() % 3 == 0 && nodes.size() < model.nodes.size());
  REQUIRE(nodes == keys_of(model.nodes));
  REQUIRE(reader.node_count() == nodes.size());
  std::vector<RelationshipId> edges;
  REQUIRE(reader.scan_relationships(RelationshipId{0}, 100000, edges).ok());
  REQUIRE(edges == keys_of(model.edges));
  REQUIRE(reader.relationship_count() == edges.size());
  for (std::uint32_t l = 0; l < kLabels; ++l) {
    const auto label = reader.find_label("L" + std::to_string(l));
    if (!label) continue;
    std::vector<NodeId> labelled, expected;
    REQUIRE(reader.scan_label(*label, NodeId{0}, 100000, labelled).ok());
    for (const auto& [id, node] : model.nodes) {
      if (node.labels.contains(*label)) expected.push_back(id);
    }
    REQUIRE(labelled == expected);
    REQUIRE(reader.node_count(*label) == expected.size());
  }
  for (int n = 0; n < 5; ++n) {
    const std::string name = "name " + std::to_string(n);
    std::vector<NodeId> expected;
    for (const auto& [id, node] : model.nodes) {
      if (node.name == name) expected.push_back(id);
    }
    REQUIRE(*reader.find_by_exact_name(name) == expected);
  }
}

void check_all(const Reader& reader, const Model& model) {
  check_scans(reader, model);
  check_properties(reader, model);
  for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming, Direction::kBoth}) {
    check_expansion(reader, model, direction, std::nullopt);
    for (std::uint32_t t = 0; t < kTypes; ++t) {
      const auto type = reader.find_type("T" + std::to_string(t));
      if (!type) continue;
      check_expansion(reader, model, direction, type);
      if (direction != Direction::kBoth) check_adjacency(reader, model, direction, *type);
    }
  }
}

}  // namespace

TEST_CASE("random operations read back as plain maps through every snapshot held", "[graph][model]") {
  const std::string kind = GENERATE(from_range(Stores::names()));
  Stores stores(kind);
  Fuzz fuzz(5);
  Model committed;
  std::vector<std::pair<std::shared_ptr<const Reader>, Model>> held;
  for (int round = 0; round < 120; ++round) {
    auto transaction = *stores.store().begin();
    Model model = committed;
    for (unsigned n = fuzz.pick(12); n > 0; --n) fuzz.write(*transaction, model);
    if (round % 5 == 0) check_all(*transaction, model);
    if (fuzz.pick(4) == 0) {
      transaction->rollback();
      check_all(*transaction, committed);
    } else {
      REQUIRE(transaction->commit().ok());
      committed = std::move(model);
    }
    check_all(*stores.store().snapshot(), committed);
    if (fuzz.pick(6) == 0) held.emplace_back(stores.store().snapshot(), committed);
    if (held.size() > 3) held.erase(held.begin() + fuzz.pick(held.size()));
    if (round % 10 == 9) {
      for (const auto& [reader, then] : held) check_all(*reader, then);
    }
  }
}
