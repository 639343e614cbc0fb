// The values of SKIP and LIMIT.
#pragma once

#include <cstdint>
#include <optional>

#include "dossier/result.h"
#include "query/executor/execution_context.h"

namespace dossier::query {

/// A count of rows; `fallback` where there is no expression. It may not depend on the row.
/// Errors   SyntaxError NegativeIntegerArgument or InvalidArgumentType, at run time.
Result<std::uint64_t> evaluate_row_count(ExecutionContext& context,
                                         const std::optional<planner::PlanExpression>& expression,
                                         std::uint64_t fallback);

}  // namespace dossier::query
