// What the operators do to two values; nulls give null. Expressions and aggregates share it.
#pragma once

#include <optional>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/ast/ast.h"

namespace dossier::query {

// Errors   TypeError InvalidArgumentType, ArithmeticError IntegerOverflow and DivisionByZero, at `span`.
Result<graph::Value> add(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> subtract(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> multiply(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> divide(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> modulo(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> power(const graph::Value& left, const graph::Value& right, ast::SourceSpan span);
Result<graph::Value> negate(const graph::Value& operand, ast::SourceSpan span);

/// `a op b` of comparisons: nothing for null.
std::optional<bool> compare_values(ast::ComparisonOperator op, const graph::Value& left,
                                   const graph::Value& right);

/// `element IN list`, the list a list.
std::optional<bool> is_member(const graph::Value& element, const graph::List& list);

/// Null for an unknown truth value.
inline graph::Value truth_value(std::optional<bool> truth) {
  return truth ? graph::Value(*truth) : graph::Value();
}

}  // namespace dossier::query
