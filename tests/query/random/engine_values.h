// What the engine gives and its store holds, as the plain structs of model.h.
#pragma once

#include "dossier/graph/reader.h"
#include "dossier/query/engine.h"
#include "tests/query/random/model.h"

namespace dossier::query::random {

/// Ids stay as they are.
Value plain(const graph::Value& value);

/// A number from the environment.
std::uint64_t setting(const char* name, std::uint64_t otherwise);

/// A store's graph, its ids numbered in the order in which they were first seen; what is deleted keeps its number.
class EngineGraph {
 public:
  explicit EngineGraph(const graph::Reader& reader) { read(reader); }

  void read(const graph::Reader& reader);
  const Graph& graph() const { return graph_; }
  std::vector<Value> values(const std::vector<graph::Value>& row) const;
  /// Numbered anew, without what is deleted.
  EngineGraph compacted() const;

 private:
  EngineGraph() = default;
  std::size_t number(graph::NodeId id);
  std::size_t number(graph::RelationshipId id);
  Value numbered(const Value& value) const;

  Graph graph_;
  std::map<std::size_t, std::size_t> nodes_, edges_;  // raw id -> number
};

}  // namespace dossier::query::random
