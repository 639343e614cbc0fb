// (LogicalPlan)-[executor/]->(Operator tree): made anew for every run, which costs an allocation an operator.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "query/executor/evaluator.h"
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {

/// The operators of a plan with its Argument.
InnerPlan make_operators(ExecutionContext& context, const LogicalPlan& plan);
/// The same for a whole query: its large scans, and what follows them, are shared by the context's threads.
InnerPlan make_query_operators(ExecutionContext& context, const LogicalPlan& plan);

/// Runs the subplans of expressions; their operators are made when first needed and kept for the next row.
class PlanSubqueryRunner : public SubqueryRunner {
 public:
  explicit PlanSubqueryRunner(ExecutionContext& context) : context_(context) {}
  Result<graph::Value> run(int subplan, RowView row) override;

 private:
  struct Instance {
    InnerPlan plan;
    std::unique_ptr<Batch> batch;
    // Where only the length of a list is asked for, nothing is run.
    const planner::DegreeProduct::Factor* degree = nullptr;
    std::optional<NeighbourLists> lists;
    std::uint64_t asked = 0;
  };
  Result<std::int64_t> degree(Instance& instance, RowView row);
  Result<graph::Value> run(const planner::Subplan& subplan, Instance& instance, RowView row);

  ExecutionContext& context_;
  std::vector<std::unique_ptr<Instance>> instances_;
};

}  // namespace dossier::query
