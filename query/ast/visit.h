// Walks over the parts of an expression.
#pragma once

#include <variant>

#include "query/ast/ast.h"
#include "query/overloaded.h"

namespace dossier::query::ast {

/// Calls `visit(ExpressionPtr&)` for every expression directly inside, in the order of the text. Patterns and
/// subqueries are not entered; conditions and projections beside them are.
template <typename Visit>
void for_each_child(Expression& expression, Visit&& visit) {
  const auto each = [&](ExpressionPtr& child) {
    if (child) visit(child);
  };
  std::visit(Overloaded{
                 [](LiteralExpression&) {},
                 [](ParameterExpression&) {},
                 [](VariableExpression&) {},
                 [](CountStarExpression&) {},
                 [](PatternPredicateExpression&) {},
                 [](SubqueryExpression&) {},
                 [&](ListExpression& e) {
                   for (auto& item : e.items) each(item);
                 },
                 [&](MapExpression& e) {
                   for (auto& [key, value] : e.entries) each(value);
                 },
                 [&](PropertyExpression& e) { each(e.owner); },
                 [&](LabelPredicateExpression& e) { each(e.operand); },
                 [&](SubscriptExpression& e) { each(e.list), each(e.index); },
                 [&](SliceExpression& e) { each(e.list), each(e.from), each(e.to); },
                 [&](UnaryExpression& e) { each(e.operand); },
                 [&](BinaryExpression& e) { each(e.left), each(e.right); },
                 [&](ComparisonExpression& e) {
                   for (auto& operand : e.operands) each(operand);
                 },
                 [&](CaseExpression& e) {
                   each(e.subject);
                   for (auto& [condition, value] : e.branches) each(condition), each(value);
                   each(e.otherwise);
                 },
                 [&](FunctionCallExpression& e) {
                   for (auto& argument : e.arguments) each(argument);
                 },
                 [&](ListComprehensionExpression& e) { each(e.list), each(e.condition), each(e.projection); },
                 [&](PatternComprehensionExpression& e) { each(e.condition), each(e.projection); },
                 [&](QuantifierExpression& e) { each(e.list), each(e.condition); },
                 [&](ReduceExpression& e) { each(e.initial), each(e.list), each(e.body); },
                 [&](MapProjectionExpression& e) {
                   each(e.subject);
                   for (auto& item : e.items) each(item.value);
                 },
             },
             expression.node);
}

}  // namespace dossier::query::ast
