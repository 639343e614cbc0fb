// The steps of a MATCH along relationships.
#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/match_steps.h"

namespace dossier::query::planner {

Expand MatchPlanner::step_of(const PatternEdge& edge, bool reversed) const {
  const Slot left = graph_.nodes[edge.left].slot, right = graph_.nodes[edge.right].slot;
  Expand step{reversed ? right : left, edge.slot, reversed ? left : right};
  step.direction = Direction::kOutgoing;
  if (edge.relationship) step.types = edge.relationship->types, step.direction = direction_of(edge, reversed);
  step.into = partial_.bound.contains(step.to) || step.to == step.from;
  for (const PatternEdge* other : walked_) {
    if (may_share(edge, *other)) step.distinct.push_back(other->slot);
  }
  return step;
}

Status MatchPlanner::walk(const PatternEdge& edge, bool reversed) {
  Expand step = step_of(edge, reversed);
  const double rows = partial_.rows() * edge_rows(graph_, edge, step.into, context_.estimate());
  if (edge.quantified) return walk_quantified(edge, std::move(step), reversed, rows);
  if (edge.selector != ast::PathSelector::kNone)
    return walk_shortest(edge, std::move(step), rows, reversed), Status();
  if (edge.relationship->length) {
    walk_variable(edge, std::move(step), rows, reversed);
  } else if (edge.bound) {
    add(BoundRelationship{std::move(step), partial_.bound.contains(graph_.nodes[edge.left].slot)}, rows);
  } else {
    add(std::move(step), rows);
  }
  return {};
}

Status MatchPlanner::walk_quantified(const PatternEdge& edge, Expand step, bool reversed, double rows) {
  const ast::QuantifiedPattern& pattern = *edge.quantified;
  QuantifiedExpand plan{step.from, step.to};
  const auto& nodes = pattern.element->nodes;
  plan.inner_from = reversed ? nodes.back().slot : nodes.front().slot;
  plan.inner_to = reversed ? nodes.front().slot : nodes.back().slot;
  plan.into = step.into, plan.reversed = reversed;
  plan.minimum = pattern.minimum.value_or(0), plan.maximum = pattern.maximum;
  plan.groups = pattern.groups, plan.distinct = step.distinct, plan.all = edge.slot;
  for (const auto& relationship : pattern.element->relationships) {
    if (const auto* plain = std::get_if<ast::RelationshipPattern>(&relationship)) {
      plan.inner_relationships.push_back(plain->slot);
    }
  }
  DOSSIER_ASSIGN_OR_RETURN(PlanPtr inner, inner_plan(pattern, plan.inner_from));
  partial_.plan = make_plan(std::move(plan), std::move(partial_.plan), std::move(inner), rows);
  return {};
}

Result<PlanPtr> MatchPlanner::inner_plan(const ast::QuantifiedPattern& pattern, Slot from) {
  Partial inner{context_.argument(), partial_.bound};
  inner.bound.insert(from);
  DOSSIER_RETURN_IF_ERROR(context_.plan_element(*pattern.element, pattern.condition.get(), inner));
  return std::move(inner.plan);
}

void MatchPlanner::walk_variable(const PatternEdge& edge, Expand step, double rows, bool reversed) {
  VariableExpand variable;
  variable.step = std::move(step);
  variable.minimum = edge.relationship->length->minimum.value_or(1);
  variable.maximum = edge.relationship->length->maximum;
  variable.list_bound = edge.bound;
  variable.reversed = reversed;
  variable.ends_only = ends_only(edge);
  variable.step_slot = edge.slot;
  variable.conditions = edge.conditions;
  const double nodes =
      context_.estimate().nodes() * (variable.step.into ? 1 / context_.estimate().nodes() : 1);
  if (variable.ends_only) rows = std::min(rows, partial_.rows() * nodes);
  add(std::move(variable), rows);
}

void MatchPlanner::walk_shortest(const PatternEdge& edge, Expand step, double rows, bool reversed) {
  ShortestPath plan;
  plan.step = std::move(step);
  plan.single = !edge.relationship->length;
  if (edge.relationship->length) {
    plan.minimum = edge.relationship->length->minimum.value_or(1);
    plan.maximum = edge.relationship->length->maximum;
  } else {
    plan.maximum = 1;
  }
  plan.all = edge.selector == ast::PathSelector::kAllShortest;
  plan.reversed = reversed;
  plan.step_slot = edge.slot;
  plan.conditions = edge.conditions;
  add(std::move(plan), rows);
}

}  // namespace dossier::query::planner
