// Tells whether two expressions of one query are the same.
#pragma once

#include <string>
#include <string_view>

#include "query/ast/ast.h"

namespace dossier::query::ast {

/// The expression's text without blanks and comments, names of functions in lower case; equal keys, equal
/// expressions. A variable's is its name.
std::string expression_key(std::string_view query_text, const Expression& expression);

}  // namespace dossier::query::ast
