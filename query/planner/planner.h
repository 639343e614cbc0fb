// (Ast)-[planner/]->(LogicalPlan): which operators run a query, and in what order.
#pragma once

#include <memory>

#include "dossier/graph/reader.h"
#include "dossier/result.h"
#include "query/ast/ast.h"
#include "query/planner/logical_plan.h"

namespace dossier::query::planner {

struct PlanOptions {
  bool rewrites = true;  // off: patterns are matched in the order written, and nothing is rewritten
};

/// Plans a bound statement.
///
/// Errors   kUnsupported for what the executor cannot do; those of compiling expressions.
/// Threads  the plan does not refer to `graph`; its counts only steer the choice.
Result<std::shared_ptr<const QueryPlan>> make_query_plan(ast::Statement statement, const graph::Reader& graph,
                                                         const PlanOptions& options = {});

}  // namespace dossier::query::planner
