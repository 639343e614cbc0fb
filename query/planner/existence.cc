#include "query/planner/existence.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/cost.h"
#include "query/planner/detach.h"

namespace dossier::query::planner {
namespace {

std::optional<Existence> of_pattern(const ast::Expression& expression) {
  Existence out;
  if (const auto* predicate = std::get_if<ast::PatternPredicateExpression>(&expression.node)) {
    out.pattern = predicate->pattern.get();
    return out;
  }
  if (const auto* comprehension = std::get_if<ast::PatternComprehensionExpression>(&expression.node)) {
    out.pattern = comprehension->pattern.get(), out.condition = comprehension->condition.get();
    return out;
  }
  const auto* subquery = std::get_if<ast::SubqueryExpression>(&expression.node);
  if (!subquery || subquery->kind == ast::SubqueryKind::kCollect || query_writes(*subquery->query))
    return std::nullopt;
  if (const ast::MatchClause* match = only_match(*subquery->query)) {
    out.pattern = &match->pattern, out.condition = match->condition.get();
  } else {
    out.query = subquery->query.get();
  }
  return out;
}

// COUNT { ... } or size([... | ...])
std::optional<Existence> of_count(const ast::Expression& expression) {
  if (const auto* subquery = std::get_if<ast::SubqueryExpression>(&expression.node)) {
    return subquery->kind == ast::SubqueryKind::kCount ? of_pattern(expression) : std::nullopt;
  }
  const auto* call = std::get_if<ast::FunctionCallExpression>(&expression.node);
  return call && counts_matches(*call) ? of_pattern(*call->arguments[0]) : std::nullopt;
}

std::optional<std::int64_t> integer_literal(const ast::Expression& expression) {
  const auto* literal = std::get_if<ast::LiteralExpression>(&expression.node);
  if (!literal || !literal->value.is_integer()) return std::nullopt;
  return literal->value.as_integer();
}

ast::ComparisonOperator mirrored(ast::ComparisonOperator op) {
  using Op = ast::ComparisonOperator;
  switch (op) {
    case Op::kLess:
      return Op::kGreater;
    case Op::kLessEqual:
      return Op::kGreaterEqual;
    case Op::kGreater:
      return Op::kLess;
    case Op::kGreaterEqual:
      return Op::kLessEqual;
    default:
      return op;
  }
}

// Whether `count op number` says that there is a match (true), that there is none (false), or something else.
std::optional<bool> says_there_is_one(ast::ComparisonOperator op, std::int64_t number) {
  using Op = ast::ComparisonOperator;
  if ((op == Op::kGreater && number == 0) || (op == Op::kGreaterEqual && number == 1) ||
      (op == Op::kNotEqual && number == 0)) {
    return true;
  }
  if ((op == Op::kEqual && number == 0) || (op == Op::kLess && number == 1) ||
      (op == Op::kLessEqual && number == 0)) {
    return false;
  }
  return std::nullopt;
}

std::optional<Existence> of_comparison(const ast::ComparisonExpression& comparison) {
  if (comparison.operands.size() != 2) return std::nullopt;
  for (int side = 0; side < 2; ++side) {
    const auto number = integer_literal(*comparison.operands[1 - side]);
    if (!number) continue;
    const auto op = side == 0 ? comparison.operators[0] : mirrored(comparison.operators[0]);
    const auto there_is = says_there_is_one(op, *number);
    auto existence = there_is ? of_count(*comparison.operands[side]) : std::nullopt;
    if (existence) existence->anti = !*there_is;
    return existence;
  }
  return std::nullopt;
}

std::optional<Existence> of_condition(const ast::Expression& expression) {
  if (const auto* unary = std::get_if<ast::UnaryExpression>(&expression.node);
      unary && unary->op == ast::UnaryOperator::kNot) {
    auto inner = of_condition(*unary->operand);
    if (inner) inner->anti = !inner->anti;
    return inner;
  }
  if (const auto* comparison = std::get_if<ast::ComparisonExpression>(&expression.node))
    return of_comparison(*comparison);
  if (const auto* subquery = std::get_if<ast::SubqueryExpression>(&expression.node)) {
    return subquery->kind == ast::SubqueryKind::kExists ? of_pattern(expression) : std::nullopt;
  }
  if (const auto* call = std::get_if<ast::FunctionCallExpression>(&expression.node)) {  // exists((a)-->(b))
    const FunctionSignature* function = find_function(call->name);
    const bool exists = function && function->name == "exists" && call->arguments.size() == 1;
    return exists ? of_condition(*call->arguments[0]) : std::nullopt;
  }
  const bool pattern = std::holds_alternative<ast::PatternPredicateExpression>(expression.node);
  return pattern ? of_pattern(expression) : std::nullopt;
}

bool is_anything(const ast::NodePattern& node) {
  return (node.declares || node.variable.empty()) && !node.labels && !node.name_text && !node.properties &&
         !node.condition;
}

bool is_only_bound(const ast::NodePattern& node) {
  return !node.declares && !node.variable.empty() && !node.labels && !node.name_text && !node.properties &&
         !node.condition;
}

}  // namespace

const ast::MatchClause* only_match(const ast::Query& query) {
  if (query.parts.size() != 1 || query.parts[0].clauses.empty() || query.parts[0].clauses.size() > 2)
    return nullptr;
  const std::vector<ast::Clause>& clauses = query.parts[0].clauses;
  const auto* match = std::get_if<ast::MatchClause>(&clauses[0].node);
  if (!match || match->optional) return nullptr;
  if (clauses.size() == 1) return match;
  const auto* returned = std::get_if<ast::ReturnClause>(&clauses[1].node);
  if (!returned) return nullptr;
  const ast::Projection& projection = returned->projection;
  const bool plain =
      std::all_of(projection.items.begin(), projection.items.end(), [](const ast::ProjectionItem& item) {
        return std::holds_alternative<ast::VariableExpression>(item.expression->node) ||
               std::holds_alternative<ast::LiteralExpression>(item.expression->node);
      });
  const bool keeps_rows = !projection.distinct && !projection.aggregates && !projection.skip &&
                          !projection.limit && projection.order_by.empty();
  return plain && keeps_rows ? match : nullptr;
}

bool is_degree(const ast::Pattern& pattern, const ast::Expression* condition) {
  if (condition || pattern.parts.size() != 1) return false;
  const ast::PatternPart& part = pattern.parts[0];
  if (part.selector != ast::PathSelector::kNone || part.path_slot != ast::kNoSlot) return false;
  if (part.element.relationships.size() != 1) return false;
  const auto* relationship = std::get_if<ast::RelationshipPattern>(&part.element.relationships[0]);
  if (!relationship || relationship->length || relationship->properties || relationship->condition ||
      relationship->type_expression || (!relationship->declares && !relationship->variable.empty())) {
    return false;
  }
  const ast::NodePattern &left = part.element.nodes[0], &right = part.element.nodes[1];
  return left.slot != right.slot &&
         ((is_only_bound(left) && is_anything(right)) || (is_anything(left) && is_only_bound(right)));
}

std::optional<Existence> find_existence(const ast::Expression& conjunct) {
  auto existence = of_condition(conjunct);
  if (existence && existence->pattern && is_degree(*existence->pattern, existence->condition))
    return std::nullopt;
  return existence;
}

double existence_share(const Existence& existence, const Cardinality& estimate) {
  double share = 0.5;
  if (existence.pattern && existence.pattern->parts.size() == 1) {
    for (const auto& step : existence.pattern->parts[0].element.relationships) {
      const auto* relationship = std::get_if<ast::RelationshipPattern>(&step);
      if (!relationship || relationship->length) continue;
      share = std::min(share, estimate.share_connected(relationship->types, relationship->direction));
    }
  }
  return std::clamp(existence.anti ? 1 - share : share, 0.05, 0.95);
}

// The plan that a row asks: from an Argument, with what is bound outside.
Result<PlanPtr> PlannerContext::plan_correlated(const Existence& existence, const SlotSet& bound) {
  bound_ = bound;
  const WantedRows all(*this, kAllRows);
  if (existence.query) return plan_query(*existence.query, bound_in(*existence.query), nullptr);
  Partial inner{argument(), bound_in(*existence.pattern)};
  DOSSIER_ASSIGN_OR_RETURN(const Slot count, plan_match(*existence.pattern, existence.condition, inner,
                                                        {MatchUse::Kind::kDistinct, {}}));
  (void)count;
  return std::move(inner.plan);
}

Status PlannerContext::plan_existence(const Existence& existence, Partial& partial) {
  const SlotSet outer = bound_;
  const std::size_t known_subplans = subplans.size();
  Result<PlanPtr> inner = plan_correlated(existence, partial.bound);
  bound_ = outer;
  if (!inner.ok()) return inner.status();
  const double share = existence_share(existence, estimate_), rows = partial.rows() * share;
  // Where few matches are expected for a row, few rows have one.
  const double passing = existence.anti ? share : std::min(share, std::max((*inner)->rows, 1e-9));
  const double tested = wanted_rows(partial.rows(), passing);
  // One match is enough: of many, only the first is made.
  const double each = cost_of(**inner) / std::max(1.0, (*inner)->rows);
  if (existence.pattern && subplans.size() == known_subplans && worth_detaching(estimate_, tested, each)) {
    DOSSIER_ASSIGN_OR_RETURN(std::optional<Detached> detached,
                             detach(*this, *existence.pattern, existence.condition, partial.bound,
                                    {MatchUse::Kind::kDistinct, {}}));
    if (detached && detached->cost(tested) < tested * each) {
      const auto kind = existence.anti ? HashJoin::Kind::kAnti : HashJoin::Kind::kSemi;
      join_detached(*std::move(detached), kind, {}, rows, partial);
      return {};
    }
  }
  partial.plan = make_plan(SemiApply{existence.anti, new_slot("  row")}, std::move(partial.plan),
                           *std::move(inner), rows);
  return {};
}

}  // namespace dossier::query::planner
