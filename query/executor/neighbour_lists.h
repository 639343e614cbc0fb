// Sorted neighbours of one (types, direction): from the adjacency snapshot in memory where there is one and the work
// is worth building it, else from the store.
#pragma once

#include <vector>

#include "query/executor/execution_context.h"

namespace dossier::query {

class NeighbourLists {
 public:
  /// `expected_rows`: how many lists will be asked for, about.
  NeighbourLists(ExecutionContext& context, const std::vector<std::string>& types, graph::Direction direction,
                 double expected_rows)
      : context_(context), names_(types), direction_(direction), expected_rows_(expected_rows) {}

  /// To be called before the first use in a run.
  Status prepare();
  /// Ascending by (node, relationship) for one type. Valid until the next call.
  Result<graph::Adjacency::Row> row(graph::NodeId node);
  /// How long the lists of these nodes are; `out` is as long as `nodes`.
  Status degrees(std::span<const graph::NodeId> nodes, std::span<std::uint64_t> out);
  /// All nodes with a list, ascending, or null where only a scan of all nodes would tell.
  const graph::Adjacency* adjacency() const { return adjacency_; }
  bool none() const { return types_.none; }

 private:
  // From this many lists on the snapshot is built; for fewer where it is so small that it is made in the time of reading them.
  static constexpr double kWorthBuilding = 2000, kRelationshipsAList = 20;

  ExecutionContext& context_;
  const std::vector<std::string>& names_;
  graph::Direction direction_;
  double expected_rows_;
  // What lists are put together from: of each type and direction. Empty where one of them is not in memory.
  struct Part {
    const graph::Adjacency* adjacency;
    bool second;  // of two directions: a loop has been counted in the first
  };
  std::uint64_t degree(graph::NodeId node) const;

  ResolvedTypes types_;
  const graph::Adjacency* adjacency_ = nullptr;
  std::vector<Part> parts_;
  graph::Neighbours found_;
};

}  // namespace dossier::query
