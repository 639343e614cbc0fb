// How many rows a plan step gives, from the counts that the store keeps.
#pragma once

#include <string>
#include <vector>

#include "dossier/graph/reader.h"
#include "query/planner/logical_plan.h"

namespace dossier::query::planner {

class Cardinality {
 public:
  explicit Cardinality(const graph::Reader& graph) : graph_(graph) {}

  double nodes() const;
  double nodes(const std::string& label) const;
  double relationships(const std::vector<std::string>& types) const;
  /// Nodes that have a relationship of the types in that direction.
  double sources(const std::vector<std::string>& types, graph::Direction direction) const;
  /// Of all nodes, those that have one.
  double share_connected(const std::vector<std::string>& types, graph::Direction direction) const {
    return sources(types, direction) / nodes();
  }
  /// Relationships per node when walked from an arbitrary node that has any of that kind.
  double fan_out(const std::vector<std::string>& types, graph::Direction direction) const;
  /// Relationships of that kind between two given nodes.
  double between(const std::vector<std::string>& types, graph::Direction direction) const;
  /// Whether nodes are found by the property without reading all of them.
  bool is_indexed(const std::string& key) const;
  double selectivity(const Predicate& predicate) const;
  const graph::Reader& graph() const { return graph_; }

 private:
  const graph::Reader& graph_;
};

}  // namespace dossier::query::planner
