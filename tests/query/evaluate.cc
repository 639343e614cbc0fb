#include "tests/query/evaluate.h"

#include <catch2/catch.hpp>
#include <vector>

#include "dossier/status_macros.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"
#include "query/executor/functions/text.h"

namespace dossier::query::testing {
namespace {

class NoProcedures final : public ast::ProcedureCatalog {
 public:
  const ast::ProcedureSignature* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> names() const override { return {}; }
};

}  // namespace

const ast::ProcedureCatalog& no_procedures() {
  static const NoProcedures kNone;
  return kNone;
}

Result<graph::Value> evaluate(std::string_view expression, const Parameters& parameters,
                              const graph::Reader* reader) {
  DOSSIER_ASSIGN_OR_RETURN(ast::Statement statement,
                           ast::parse_statement("RETURN " + std::string(expression)));
  DOSSIER_RETURN_IF_ERROR(ast::bind(statement, no_procedures()));
  const auto& clause = std::get<ast::ReturnClause>(statement.query.parts.at(0).clauses.at(0).node);
  DOSSIER_ASSIGN_OR_RETURN(const CompiledPtr compiled, compile(*clause.projection.items.at(0).expression));
  std::vector<graph::Value> row(static_cast<std::size_t>(statement.slot_count));
  EvalContext context;
  context.reader = reader;
  context.parameters = &parameters;
  context.clock = {1'714'979'289, 500'000'000};
  return compiled->evaluate(row, context);
}

std::string evaluated(std::string_view expression, const Parameters& parameters,
                      const graph::Reader* reader) {
  const Result<graph::Value> value = evaluate(expression, parameters, reader);
  if (!value.ok()) {
    const QueryError* error = value.status().query_error();
    return error != nullptr ? error->type + " " + error->detail : value.status().message();
  }
  const std::string in_list = display_text(graph::Value(graph::List{*value}));  // quotes strings
  return in_list.substr(1, in_list.size() - 2);
}

void check_values(std::span<const Example> examples) {
  for (const Example& example : examples) {
    INFO(example.expression);
    CHECK(evaluated(example.expression) == example.value);
  }
}

}  // namespace dossier::query::testing
