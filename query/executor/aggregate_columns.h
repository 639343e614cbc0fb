// The states of one aggregate call in all groups: a column of plain numbers where the aggregate allows it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "query/executor/evaluator.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

class AggregateColumn {
 public:
  virtual ~AggregateColumn() = default;
  /// From now on there are so many groups; new ones are as of no rows.
  virtual void resize(std::size_t groups) = 0;
  /// Row i of the batch belongs to groups[i]; `arguments` are those of the call, a column each.
  virtual Status add(std::span<const std::uint32_t> groups, std::span<const ValueColumn> arguments) = 0;
  /// The value of a group; it is asked for once.
  virtual Result<graph::Value> finish(std::size_t group) = 0;
  /// Bytes that grow with the rows, beyond a fixed number a group.
  virtual std::size_t memory() const { return 0; }
};
std::unique_ptr<AggregateColumn> make_aggregate_column(const planner::AggregateCall& call);

}  // namespace dossier::query
