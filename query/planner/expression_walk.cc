#include "query/planner/expression_walk.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "query/ast/visit.h"

namespace dossier::query::planner {
namespace {

using namespace ast;

void append(const ExpressionPtr& expression, SlotSet& slots) {
  if (expression) append_slots(*expression, slots);
}

void add(Slot slot, SlotSet& slots) {
  if (slot != kNoSlot) slots.insert(slot);
}

void append_projection(const Projection& projection, SlotSet& slots) {
  for (const ProjectionItem& item : projection.items) append(item.expression, slots), add(item.slot, slots);
  for (const SortItem& item : projection.order_by) append(item.expression, slots);
  append(projection.skip, slots), append(projection.limit, slots);
}

void append_set_items(const std::vector<SetItem>& items, SlotSet& slots) {
  for (const SetItem& item : items) append(item.target, slots), append(item.value, slots);
}

void append_clause(const Clause& clause, SlotSet& slots) {
  std::visit(
      Overloaded{
          [&](const MatchClause& c) { append_slots(c.pattern, slots), append(c.condition, slots); },
          [&](const UnwindClause& c) { append(c.list, slots), add(c.slot, slots); },
          [&](const WithClause& c) { append_projection(c.projection, slots), append(c.condition, slots); },
          [&](const ReturnClause& c) { append_projection(c.projection, slots); },
          [&](const CreateClause& c) { append_slots(c.pattern, slots); },
          [&](const SetClause& c) { append_set_items(c.items, slots); },
          [&](const RemoveClause& c) {
            for (const RemoveItem& item : c.items) append(item.target, slots);
          },
          [&](const DeleteClause& c) {
            for (const ExpressionPtr& e : c.expressions) append(e, slots);
          },
          [&](const MergeClause& c) {
            append_slots(c.part.element, slots), add(c.part.path_slot, slots);
            append_set_items(c.on_create, slots), append_set_items(c.on_match, slots);
          },
          [&](const CallClause& c) {
            for (const ExpressionPtr& e : c.arguments) append(e, slots);
            for (const YieldItem& item : c.yields) add(item.slot, slots);
            append(c.condition, slots);
          },
          [&](const SubqueryClause& c) { append_slots(*c.query, slots); },
          [&](const std::unique_ptr<ForeachClause>& c) {
            append(c->list, slots), add(c->slot, slots);
            for (const Clause& inner : c->clauses) append_clause(inner, slots);
          },
      },
      clause.node);
}

void append_difference(const SlotSet& named, const SlotSet& declared, SlotSet& slots) {
  std::set_difference(named.begin(), named.end(), declared.begin(), declared.end(),
                      std::inserter(slots, slots.end()));
}

// What a pattern in an expression names and does not declare.
void append_free(const Pattern& pattern, std::initializer_list<const Expression*> with, SlotSet& slots) {
  SlotSet named, declared;
  append_slots(pattern, named);
  for (const Expression* expression : with) {
    if (expression) append_slots(*expression, named);
  }
  for (const PatternPart& part : pattern.parts)
    append_declared(part.element, declared), add(part.path_slot, declared);
  append_difference(named, declared, slots);
}

}  // namespace

void for_each_child(const Expression& expression, const std::function<void(const Expression&)>& visit) {
  if (std::holds_alternative<PatternComprehensionExpression>(expression.node)) return;
  ast::for_each_child(const_cast<Expression&>(expression), [&](ExpressionPtr& child) { visit(*child); });
}

void append_slots(const Expression& expression, SlotSet& slots) {
  if (const auto* variable = std::get_if<VariableExpression>(&expression.node)) add(variable->slot, slots);
  if (const auto* list = std::get_if<ListComprehensionExpression>(&expression.node)) add(list->slot, slots);
  if (const auto* quantifier = std::get_if<QuantifierExpression>(&expression.node))
    add(quantifier->slot, slots);
  if (const auto* reduce = std::get_if<ReduceExpression>(&expression.node)) {
    add(reduce->accumulator_slot, slots), add(reduce->slot, slots);
  }
  if (const auto* pattern = std::get_if<PatternPredicateExpression>(&expression.node)) {
    append_free(*pattern->pattern, {}, slots);
  }
  if (const auto* pattern = std::get_if<PatternComprehensionExpression>(&expression.node)) {
    append_free(*pattern->pattern, {pattern->condition.get(), pattern->projection.get()}, slots);
  }
  if (const auto* subquery = std::get_if<SubqueryExpression>(&expression.node)) {
    SlotSet named, declared;
    append_slots(*subquery->query, named), append_declared(*subquery->query, declared);
    append_difference(named, declared, slots);
  }
  for_each_child(expression, [&](const Expression& child) { append_slots(child, slots); });
}

SlotSet slots_of(const Expression& expression) {
  SlotSet slots;
  append_slots(expression, slots);
  return slots;
}

void append_slots(const PatternElement& element, SlotSet& slots) {
  for (const NodePattern& node : element.nodes) {
    add(node.slot, slots), append(node.properties, slots), append(node.condition, slots);
  }
  for (const auto& relationship : element.relationships) {
    if (const auto* plain = std::get_if<RelationshipPattern>(&relationship)) {
      add(plain->slot, slots), append(plain->properties, slots), append(plain->condition, slots);
    } else {
      const auto& quantified = std::get<QuantifiedPattern>(relationship);
      append_slots(*quantified.element, slots), append(quantified.condition, slots);
      for (const auto& [inner, outer] : quantified.groups) add(inner, slots), add(outer, slots);
    }
  }
}

void append_slots(const Pattern& pattern, SlotSet& slots) {
  for (const PatternPart& part : pattern.parts) append_slots(part.element, slots), add(part.path_slot, slots);
}

void append_slots(const Query& query, SlotSet& slots) {
  for (const SingleQuery& part : query.parts) {
    for (const Clause& clause : part.clauses) append_clause(clause, slots);
  }
}

void append_declared(const PatternElement& element, SlotSet& slots) {
  for (const NodePattern& node : element.nodes) {
    if (node.declares || node.variable.empty()) add(node.slot, slots);
  }
  for (const auto& relationship : element.relationships) {
    if (const auto* plain = std::get_if<RelationshipPattern>(&relationship)) {
      if (plain->declares || plain->variable.empty()) add(plain->slot, slots);
    } else {
      const auto& quantified = std::get<QuantifiedPattern>(relationship);
      append_declared(*quantified.element, slots);
      for (const auto& [inner, outer] : quantified.groups) add(inner, slots), add(outer, slots);
    }
  }
}

void append_declared(const Query& query, SlotSet& slots) {
  const auto append_pattern = [&](const Pattern& pattern) {
    for (const PatternPart& part : pattern.parts)
      append_declared(part.element, slots), add(part.path_slot, slots);
  };
  const auto append_items = [&](const Projection& projection) {
    for (const ProjectionItem& item : projection.items) {
      if (variable_slot(*item.expression) != item.slot) add(item.slot, slots);
    }
  };
  for (const SingleQuery& part : query.parts) {
    for (const Clause& clause : part.clauses) {
      std::visit(Overloaded{
                     [&](const MatchClause& c) { append_pattern(c.pattern); },
                     [&](const CreateClause& c) { append_pattern(c.pattern); },
                     [&](const MergeClause& c) {
                       append_declared(c.part.element, slots), add(c.part.path_slot, slots);
                     },
                     [&](const UnwindClause& c) { add(c.slot, slots); },
                     [&](const WithClause& c) { append_items(c.projection); },
                     [&](const ReturnClause& c) { append_items(c.projection); },
                     [&](const CallClause& c) {
                       for (const YieldItem& item : c.yields) add(item.slot, slots);
                     },
                     [&](const SubqueryClause& c) { append_declared(*c.query, slots); },
                     [&](const std::unique_ptr<ForeachClause>& c) { add(c->slot, slots); },
                     [](const auto&) {},
                 },
                 clause.node);
    }
  }
}

void append_conjuncts(const Expression& expression, std::vector<const Expression*>& conjuncts) {
  const auto* binary = std::get_if<BinaryExpression>(&expression.node);
  if (binary && binary->op == BinaryOperator::kAnd) {
    append_conjuncts(*binary->left, conjuncts), append_conjuncts(*binary->right, conjuncts);
  } else {
    conjuncts.push_back(&expression);
  }
}

Slot variable_slot(const Expression& expression) {
  const auto* variable = std::get_if<VariableExpression>(&expression.node);
  return variable ? variable->slot : kNoSlot;
}

std::unique_ptr<LabelExpression> clone(const LabelExpression& labels) {
  auto copy = std::make_unique<LabelExpression>();
  copy->kind = labels.kind, copy->name = labels.name, copy->span = labels.span;
  for (const auto& operand : labels.operands) copy->operands.push_back(clone(*operand));
  return copy;
}

ExpressionPtr make_variable(Slot slot, std::string name, SourceSpan span) {
  auto expression = std::make_unique<Expression>();
  expression->node = VariableExpression{std::move(name), slot};
  expression->span = span;
  return expression;
}

}  // namespace dossier::query::planner
