// Names by colour refinement: what a node is itself, then what its neighbours are, three times over.
#include <algorithm>

#include "tests/query/random/updates.h"

namespace dossier::query::random {
namespace {

std::string properties_text(const std::map<std::string, Value>& properties) {
  std::string out;
  for (const auto& [key, value] : properties) out += " " + key + ":" + text(value);
  return out;
}

std::string own_text(const Graph::Node& node) {
  std::vector<std::string> labels = node.labels;
  std::sort(labels.begin(), labels.end());
  std::string out;
  for (const std::string& label : labels) out += ":" + label;
  return out + properties_text(node.properties);
}

std::string short_name(const std::string& long_name) {
  return std::to_string(std::hash<std::string>()(long_name) % 100'000'000);
}

}  // namespace

Names names(const Graph& graph, std::size_t nodes, std::size_t edges) {
  Names names;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    names.nodes.push_back(i < nodes             ? "node " + std::to_string(i)
                          : graph.nodes[i].gone ? "gone"
                                                : own_text(graph.nodes[i]));
  }
  for (int round = 0; round < 3; ++round) {
    std::vector<std::vector<std::string>> around(graph.nodes.size());
    for (const Graph::Edge& edge : graph.edges) {
      if (edge.gone) continue;
      const std::string own = edge.type + properties_text(edge.properties);
      around[edge.start].push_back(own + ">" + names.nodes[edge.end]);
      around[edge.end].push_back(own + "<" + names.nodes[edge.start]);
    }
    for (std::size_t i = nodes; i < graph.nodes.size(); ++i) {
      if (graph.nodes[i].gone) continue;
      std::sort(around[i].begin(), around[i].end());
      std::string name = names.nodes[i];
      for (const std::string& one : around[i]) name += "," + one;
      names.nodes[i] = "new " + short_name(name);
    }
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const Graph::Edge& edge = graph.edges[i];
    names.edges.push_back(i < edges ? "edge " + std::to_string(i)
                          : edge.gone
                              ? "gone"
                              : "new " + names.nodes[edge.start] + " " + edge.type + names.nodes[edge.end]);
  }
  return names;
}

std::vector<std::string> lines(const Graph& graph, const Names& names) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!graph.nodes[i].gone) out.push_back("(" + names.nodes[i] + ")" + own_text(graph.nodes[i]));
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const Graph::Edge& edge = graph.edges[i];
    if (edge.gone) continue;
    out.push_back("[" + names.edges[i] + "] (" + names.nodes[edge.start] + ")-" + edge.type +
                  properties_text(edge.properties) + "->(" + names.nodes[edge.end] + ")");
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string line(const std::vector<Value>& row, const Names& names) {
  const auto shown = [&](const auto& self, const Value& value) -> std::string {
    if (const auto* node = std::get_if<NodeRef>(&value.v))
      return node->id < names.nodes.size() ? names.nodes[node->id] : "gone";
    if (const auto* edge = std::get_if<EdgeRef>(&value.v))
      return edge->id < names.edges.size() ? names.edges[edge->id] : "gone";
    const auto* list = std::get_if<List>(&value.v);
    if (!list) return text(value);
    std::string out = "[";
    for (const Value& item : *list) out += self(self, item) + ", ";
    return out + "]";
  };
  std::string out;
  for (const Value& value : row) out += shown(shown, value) + " | ";
  return out;
}

}  // namespace dossier::query::random
