// Plan in, better plan out, same rows. One file a rewrite.
#pragma once

#include "query/planner/logical_plan.h"
#include "query/planner/planner_context.h"

namespace dossier::query::planner {

/// All rewrites, in order.
void apply_rewrites(QueryPlan& plan, PlannerContext& context);

}  // namespace dossier::query::planner
