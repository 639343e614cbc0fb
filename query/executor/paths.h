// Paths out of bound nodes and relationships.
#pragma once

#include "dossier/graph/reader.h"
#include "query/executor/evaluator.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

/// Fills in the path's slot from those of its parts; null where one of them is null.
Status bind_path(const graph::Reader& reader, const planner::PathBuild& build, RowView row);

}  // namespace dossier::query
