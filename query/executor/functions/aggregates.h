// Aggregates as small states: rows go in one by one, a value comes out.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/ast/ast.h"
#include "query/executor/functions/registry.h"

namespace dossier::query {

class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// One row. `arguments` are those of the call, evaluated; none for count(*). Nulls are ignored as openCypher says.
  virtual Status add(std::span<const graph::Value> arguments) = 0;
  /// The value so far; for no rows what openCypher gives for them: 0, [] or null.
  virtual Result<graph::Value> finish() = 0;
  /// Bytes that grow with the rows, for the query's memory limit.
  virtual std::size_t memory() const { return 0; }
};

/// The error of a value that sum() and its like cannot take.
Status not_summable(const graph::Value& value, std::string_view function, ast::SourceSpan span);

/// The state of one call in one group. `span` is where errors point. For count(*), AggregateKind::kCount is given rows
/// without arguments.
std::unique_ptr<Aggregate> make_aggregate(AggregateKind kind, bool distinct, ast::SourceSpan span);

}  // namespace dossier::query
