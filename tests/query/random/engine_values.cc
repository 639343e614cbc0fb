#include "tests/query/random/engine_values.h"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace dossier::query::random {
namespace {

std::map<std::string, Value> plain(const graph::Reader& reader, const graph::Properties& properties) {
  std::map<std::string, Value> out;
  for (const auto& [key, value] : properties) out[std::string(reader.key_name(key))] = random::plain(value);
  return out;
}

constexpr std::size_t kUnknown = ~std::size_t{0};
std::size_t find(const std::map<std::size_t, std::size_t>& numbers, std::size_t id) {
  const auto at = numbers.find(id);
  return at == numbers.end() ? kUnknown : at->second;
}

}  // namespace

Value plain(const graph::Value& value) {
  switch (value.type()) {
    case graph::ValueType::kNull:
      return {};
    case graph::ValueType::kBoolean:
      return {value.as_boolean()};
    case graph::ValueType::kInteger:
      return {value.as_integer()};
    case graph::ValueType::kFloat:
      return {value.as_float()};
    case graph::ValueType::kString:
      return {value.as_string()};
    case graph::ValueType::kNode:
      return {NodeRef{graph::raw(value.as_node())}};
    case graph::ValueType::kRelationship:
      return {EdgeRef{graph::raw(value.as_relationship())}};
    default:
      break;
  }
  REQUIRE(value.is_list());
  List items;
  for (const graph::Value& item : value.as_list()) items.push_back(plain(item));
  return {items};
}

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::size_t EngineGraph::number(graph::NodeId id) {
  const auto [at, is_new] = nodes_.emplace(graph::raw(id), graph_.nodes.size());
  if (is_new) graph_.nodes.emplace_back();
  return at->second;
}

std::size_t EngineGraph::number(graph::RelationshipId id) {
  const auto [at, is_new] = edges_.emplace(graph::raw(id), graph_.edges.size());
  if (is_new) graph_.edges.emplace_back();
  return at->second;
}

void EngineGraph::read(const graph::Reader& reader) {
  constexpr std::size_t kAll = 1'000'000;
  for (auto& node : graph_.nodes) node.gone = true;
  for (auto& edge : graph_.edges) edge.gone = true;
  std::vector<graph::NodeId> nodes;
  REQUIRE(reader.scan_nodes(graph::NodeId{0}, kAll, nodes).ok());
  for (const graph::NodeId id : nodes) {
    const auto record = reader.node(id);
    REQUIRE(record.ok());
    Graph::Node node{{}, plain(reader, record->properties)};
    for (const graph::LabelId label : record->labels) node.labels.emplace_back(reader.label_name(label));
    graph_.nodes[number(id)] = std::move(node);
  }
  std::vector<graph::RelationshipId> edges;
  REQUIRE(reader.scan_relationships(graph::RelationshipId{0}, kAll, edges).ok());
  for (const graph::RelationshipId id : edges) {
    const auto record = reader.relationship(id);
    REQUIRE(record.ok());
    const std::size_t start = number(record->start), end = number(record->end);
    graph_.edges[number(id)] = {start, end, std::string(reader.type_name(record->type)),
                                plain(reader, record->properties)};
  }
}

Value EngineGraph::numbered(const Value& value) const {
  if (const auto* node = std::get_if<NodeRef>(&value.v)) return {NodeRef{find(nodes_, node->id)}};
  if (const auto* edge = std::get_if<EdgeRef>(&value.v)) return {EdgeRef{find(edges_, edge->id)}};
  const auto* list = std::get_if<List>(&value.v);
  if (!list) return value;
  List items;
  for (const Value& item : *list) items.push_back(numbered(item));
  return {items};
}

std::vector<Value> EngineGraph::values(const std::vector<graph::Value>& row) const {
  std::vector<Value> out;
  for (const graph::Value& value : row) out.push_back(numbered(random::plain(value)));
  return out;
}

EngineGraph EngineGraph::compacted() const {
  EngineGraph compact;
  std::vector<std::size_t> places(graph_.nodes.size());
  for (const auto& [id, number] : nodes_) {
    if (graph_.nodes[number].gone) continue;
    places[number] = compact.number(graph::NodeId{id});
    compact.graph_.nodes[places[number]] = graph_.nodes[number];
  }
  for (const auto& [id, number] : edges_) {
    if (graph_.edges[number].gone) continue;
    Graph::Edge edge = graph_.edges[number];
    edge.start = places[edge.start], edge.end = places[edge.end];
    compact.graph_.edges[compact.number(graph::RelationshipId{id})] = std::move(edge);
  }
  return compact;
}

}  // namespace dossier::query::random
