// WITH and RETURN: what is grouped, what aggregates, and what ORDER BY and WHERE may still see.
//
// In `RETURN me.age, me.age + count(you)` the first item groups; the second aggregates. Around an aggregate function
// only constants and what the groups have in common may stand, here `me.age`, which becomes the first item's slot.
// openCypher takes as such only variables and their properties: `RETURN a.x + b.x, a.x + b.x + count(*)` is ambiguous,
// although a.x + b.x groups.
#include <algorithm>
#include <set>

#include "query/ast/expression_key.h"
#include "query/ast/query_binder.h"
#include "query/ast/visit.h"

namespace dossier::query::ast {
namespace {

bool is_variable(const Expression& e) { return std::holds_alternative<VariableExpression>(e.node); }

/// a, a.b, a.b.c
bool is_simple(const Expression& e) {
  const Expression* next = &e;
  while (const auto* property = std::get_if<PropertyExpression>(&next->node)) next = property->owner.get();
  return is_variable(*next);
}

bool is_aggregate(const Expression& e) {
  if (std::holds_alternative<CountStarExpression>(e.node)) return true;
  const auto* call = std::get_if<FunctionCallExpression>(&e.node);
  const FunctionSignature* signature = call ? find_function(call->name) : nullptr;
  return signature && signature->is_aggregate();
}

constexpr char kNotProjected[] = "an aggregate function in ORDER BY must stand in the projection too";

ExpressionPtr reference(const std::string& name, Slot slot, SourceSpan place) {
  return std::make_unique<Expression>(Expression{VariableExpression{name, slot}, place});
}

}  // namespace

std::string QueryBinder::key(const Expression& expression) const {
  return expression_key(statement_.text, expression);
}

bool QueryBinder::aggregates(Expression& expression) const {
  if (is_aggregate(expression)) return true;
  bool found = false;
  for_each_child(expression, [&](ExpressionPtr& child) { found = found || aggregates(*child); });
  return found;
}

Scope QueryBinder::projection(Projection& projection, SourceSpan place, ExpressionPtr* condition,
                              Columns* columns) {
  const Scope before = scope_;
  if (projection.star) expand_star(projection, place);
  projected_items_ += projection.items.size();
  if (projected_items_ > kMaxProjectedItems && status_.ok()) {
    status_ = Status(StatusCode::kResourceExhausted, "the query is too large: at most " +
                                                         std::to_string(kMaxProjectedItems) +
                                                         " columns in WITH and RETURN, those of * included");
  }
  if (failed()) return before;
  for (ProjectionItem& item : projection.items) {
    if (aggregates(*item.expression)) projection.aggregates = true;
  }
  Scope projected = projected_scope(projection);
  if (failed()) return projected;
  const ItemIndex items = index_items(projection);
  order_and_condition(projection, items, projected, condition);
  scope_ = before;
  for (std::size_t i = 0; i < projection.items.size() && !failed(); ++i) {
    if (items.aggregates[i]) split_aggregation(projection.items[i].expression, items, before);
  }
  row_count(projection.skip, "SKIP");
  row_count(projection.limit, "LIMIT");
  if (columns) {
    for (const ProjectionItem& item : projection.items) columns->push_back({item.alias, item.slot});
  }
  return projected;
}

void QueryBinder::expand_star(Projection& projection, SourceSpan place) {
  std::vector<ProjectionItem> items;
  for (const auto& [name, variable] : scope_) {
    ProjectionItem item;
    item.expression = reference(name, kNoSlot, place);
    item.alias = name;
    items.push_back(std::move(item));
  }
  const bool returns = statement_.text.size() > place.begin && (statement_.text[place.begin] | 0x20) == 'r';
  if (items.empty() && returns) {
    fail(place, "NoVariablesInScope", "RETURN * needs a variable, and there is none");
  }
  for (ProjectionItem& item : projection.items) items.push_back(std::move(item));
  projection.items = std::move(items);
}

/// Binds the items, gives them their slots, and returns what can be seen after the projection.
Scope QueryBinder::projected_scope(Projection& projection) {
  Scope projected;
  if (around_subquery_) projected = *around_subquery_;
  std::set<std::string> names;
  for (ProjectionItem& item : projection.items) {
    const StaticType type = expression(item.expression, {Aggregates::kAllowed, false});
    if (failed()) break;
    if (!names.insert(item.alias).second) {
      fail(item.expression->span, "ColumnNameConflict", "two columns have the name `" + item.alias + "`",
           "name one of them with AS");
    }
    const auto* variable = std::get_if<VariableExpression>(&item.expression->node);
    item.slot = variable && variable->name == item.alias ? variable->slot : new_slot(item.alias);
    projected[item.alias] = {item.slot, type};
  }
  return projected;
}

QueryBinder::ItemIndex QueryBinder::index_items(Projection& projection) const {
  ItemIndex items{projection, {}, {}, {}};
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    items.by_key.emplace(key(*projection.items[i].expression), i);
    items.aliases.insert(projection.items[i].alias);
    items.aggregates.push_back(aggregates(*projection.items[i].expression));
  }
  return items;
}

// After DISTINCT or an aggregation there are only groups: what is not projected is gone.
void QueryBinder::order_and_condition(Projection& projection, const ItemIndex& items, const Scope& projected,
                                      ExpressionPtr* condition) {
  if (projection.distinct || projection.aggregates) {
    scope_ = projected;
  } else {
    for (const auto& [name, variable] : projected) scope_[name] = variable;
  }
  for (SortItem& item : projection.order_by) {
    const bool aggregating = aggregates(*item.expression);
    if (aggregating && !projection.aggregates) {
      fail(item.expression->span, "InvalidAggregation", kNotProjected);
    }
    replace_projected(item.expression, items, aggregating);
    expression(item.expression, {aggregating ? Aggregates::kAllowed : Aggregates::kRefused, false});
    if (!failed() && aggregates(*item.expression)) {
      fail(item.expression->span, "InvalidAggregation", kNotProjected);
    }
  }
  if (!condition || !*condition) return;
  replace_projected(*condition, items, false);
  this->condition(*condition);
}

/// Puts the item's slot where an expression, or a part of it, is the same as that of an item.
void QueryBinder::replace_projected(ExpressionPtr& expression, const ItemIndex& items, bool with_aggregate) {
  if (failed() || std::holds_alternative<LiteralExpression>(expression->node)) return;
  const std::string wanted = key(*expression);
  const auto [first, last] = items.by_key.equal_range(wanted);
  for (auto found = first; found != last; ++found) {
    const ProjectionItem& item = items.projection.items[found->second];
    // A variable of that name in the projection hides the one before it.
    if (is_variable(*expression) && item.alias != wanted && items.aliases.count(wanted)) continue;
    if (with_aggregate && !is_simple(*expression) && !items.aggregates[found->second]) {
      return fail(expression->span, "AmbiguousAggregationExpression",
                  "beside an aggregate function only variables, properties and constants may stand",
                  "give this part a name in a WITH before");
    }
    expression = reference(item.alias, item.slot, expression->span);
    return;
  }
  const bool scopes = std::holds_alternative<ListComprehensionExpression>(expression->node) ||
                      std::holds_alternative<QuantifierExpression>(expression->node) ||
                      std::holds_alternative<ReduceExpression>(expression->node) ||
                      std::holds_alternative<PatternComprehensionExpression>(expression->node);
  if (scopes) return;  // names inside may be its own
  for_each_child(*expression, [&](ExpressionPtr& child) { replace_projected(child, items, with_aggregate); });
}

/// Around the aggregate functions of an item: puts the slots of grouping items where they are meant.
void QueryBinder::split_aggregation(ExpressionPtr& expression, const ItemIndex& items, const Scope& before) {
  if (failed() || is_aggregate(*expression)) return;
  if (is_simple(*expression)) {
    const auto [first, last] = items.by_key.equal_range(key(*expression));
    for (auto found = first; found != last; ++found) {
      const ProjectionItem& item = items.projection.items[found->second];
      if (items.aggregates[found->second]) continue;
      expression = reference(item.alias, item.slot, expression->span);
      return;
    }
  }
  if (const auto* variable = std::get_if<VariableExpression>(&expression->node)) {
    const auto known = before.find(variable->name);
    if (known == before.end() || known->second.slot != variable->slot) return;  // a comprehension's own
    return fail(expression->span, "AmbiguousAggregationExpression",
                "`" + variable->name + "` stands beside an aggregate function, but does not group",
                "return `" + variable->name + "` too, or put it inside the aggregate function");
  }
  for_each_child(*expression, [&](ExpressionPtr& child) { split_aggregation(child, items, before); });
}

void QueryBinder::row_count(ExpressionPtr& expression, const char* word) {
  if (!expression || failed()) return;
  const std::string wanted = std::string(word) + " needs a number of rows";
  const std::function<void(Expression&)> constant = [&](Expression& e) {
    if (is_variable(e)) {
      fail(e.span, "NonConstantExpression", wanted + ": variables cannot be used here",
           "use a number or a parameter");
    }
    for_each_child(e, [&](ExpressionPtr& child) { constant(*child); });
  };
  constant(*expression);
  const StaticType type = this->expression(expression, kPlain);
  require(*expression, type, kIntegerType, wanted + ": expected an integer");
  const auto* literal = std::get_if<LiteralExpression>(&expression->node);
  if (literal && literal->value.is_integer() && literal->value.as_integer() < 0) {
    fail(expression->span, "NegativeIntegerArgument", wanted + ": expected no negative number");
  }
}

}  // namespace dossier::query::ast
