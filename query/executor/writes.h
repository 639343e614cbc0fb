// What CREATE, MERGE and SET do to the graph, row by row.
#pragma once

#include <string>

#include "query/executor/execution_context.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

/// Makes what the row lacks of the pattern, and binds it.
/// Errors   TypeError InvalidPropertyType; kQueryError where a relationship's end is null.
Status create_pattern(ExecutionContext& context, const planner::Create& create, RowView row);

/// Sets or removes, one item after the other. A null target is left alone.
Status set_entries(ExecutionContext& context, const std::vector<planner::SetEntry>& entries, RowView row);

/// Whether the value may be stored: scalars, temporal values and lists of them.
Status check_storable(const graph::Value& value, ast::SourceSpan span);

}  // namespace dossier::query
