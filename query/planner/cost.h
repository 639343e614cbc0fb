// What running a plan costs, in rows made.
#pragma once

#include <algorithm>

#include "query/planner/logical_plan.h"

namespace dossier::query::planner {

/// The rows of all its operators, once.
inline double cost_of(const LogicalPlan& plan) {
  double cost = plan.rows;
  for (const PlanPtr& input : plan.inputs) {
    if (!input) continue;
    const bool inner = &input != &plan.inputs.front();
    const bool repeated = inner && !std::holds_alternative<HashJoin>(plan.node);
    cost += cost_of(*input) * (repeated ? std::max(1.0, plan.inputs.front()->rows) : 1);
  }
  return cost;
}

}  // namespace dossier::query::planner
