#include "query/executor/row_count.h"

#include <string>

#include "dossier/status_macros.h"
#include "query/executor/errors.h"

namespace dossier::query {

Result<std::uint64_t> evaluate_row_count(ExecutionContext& context,
                                         const std::optional<planner::PlanExpression>& expression,
                                         std::uint64_t fallback) {
  if (!expression) return fallback;
  std::vector<graph::Value> nothing(context.width());
  DOSSIER_ASSIGN_OR_RETURN(const graph::Value value, expression->code->evaluate(nothing, context.eval));
  if (!value.is_integer()) {
    return runtime_error("SyntaxError", "InvalidArgumentType", expression->span,
                         "SKIP and LIMIT take a number of rows: expected an integer, got " +
                             std::string(graph::type_name(value.type())));
  }
  if (value.as_integer() < 0) {
    return runtime_error("SyntaxError", "NegativeIntegerArgument", expression->span,
                         "SKIP and LIMIT take a number of rows: expected 0 or more, got " +
                             std::to_string(value.as_integer()));
  }
  return static_cast<std::uint64_t>(value.as_integer());
}

}  // namespace dossier::query
