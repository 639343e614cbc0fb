// Evaluates the text of an expression, for tests: `1 + 1` -> `2`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "dossier/query/engine.h"
#include "dossier/result.h"
#include "query/ast/catalog.h"
#include "query/executor/evaluator.h"

namespace dossier::query::testing {

/// The value of `RETURN expression`, over a graph if there is one, at 2024-05-06T07:08:09.5Z.
Result<graph::Value> evaluate(std::string_view expression, const Parameters& parameters = {},
                              const graph::Reader* reader = nullptr);

/// The same as text, strings in quotes; for an error its type and detail: "TypeError InvalidArgumentType".
std::string evaluated(std::string_view expression, const Parameters& parameters = {},
                      const graph::Reader* reader = nullptr);

/// What a table of expressions and their values holds.
struct Example {
  const char* expression;
  const char* value;  // as evaluated() gives it
};

/// Checks that every expression has its value.
void check_values(std::span<const Example> examples);

/// A catalog without procedures, for bind().
const ast::ProcedureCatalog& no_procedures();

}  // namespace dossier::query::testing
