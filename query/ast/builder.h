// Query text -> syntax tree: (query text)-[grammar/]->(parse tree)-[ast/builder]->(Ast).
#pragma once

#include <string_view>

#include "dossier/result.h"
#include "query/ast/ast.h"

namespace dossier::query::ast {

// Longer or deeper queries are refused with a clear error, so that neither the parser nor anything that later
// walks the tree runs out of stack.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{4} << 20;
inline constexpr int kMaxNesting = 200;           // brackets, CASE, subqueries inside one another
inline constexpr int kMaxExpressionDepth = 1000;  // operators in one chain count too
inline constexpr std::size_t kMaxClauses = 1000;

/// Reads one query; a ';' may end it. Names are not looked up yet: bind() does that.
///
/// Errors   kQueryError, phase "compile time", with detail, place and suggestion; kResourceExhausted for a query
///          that is too long or too deep.
/// Cost     linear in the text.
Result<Statement> parse_statement(std::string_view text);

}  // namespace dossier::query::ast
