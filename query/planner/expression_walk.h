// Walking the syntax tree: what the planner needs to know about an expression before it is compiled.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "query/ast/ast.h"

namespace dossier::query::planner {

using SlotSet = std::set<ast::Slot>;

/// Calls `visit` for each direct child expression; the parts of patterns and subqueries are not children.
void for_each_child(const ast::Expression& expression,
                    const std::function<void(const ast::Expression&)>& visit);

/// Every slot that the expression names or declares; of patterns and subqueries in it, what they take from outside.
SlotSet slots_of(const ast::Expression& expression);
void append_slots(const ast::Expression& expression, SlotSet& slots);
void append_slots(const ast::Pattern& pattern, SlotSet& slots);
void append_slots(const ast::PatternElement& element, SlotSet& slots);
void append_slots(const ast::Query& query, SlotSet& slots);

/// The slots that a pattern or query declares itself; what else it names is bound outside.
void append_declared(const ast::PatternElement& element, SlotSet& slots);
void append_declared(const ast::Query& query, SlotSet& slots);

/// The operands of a conjunction, however it is nested.
void append_conjuncts(const ast::Expression& expression, std::vector<const ast::Expression*>& conjuncts);

/// The expression, with parentheses stripped, as a variable; kNoSlot where it is none.
ast::Slot variable_slot(const ast::Expression& expression);

std::unique_ptr<ast::LabelExpression> clone(const ast::LabelExpression& labels);
ast::ExpressionPtr make_variable(ast::Slot slot, std::string name, ast::SourceSpan span);

}  // namespace dossier::query::planner
