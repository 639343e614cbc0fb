#include "query/planner/match_planner.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/match_steps.h"

namespace dossier::query::planner {
namespace {

int rank(const Predicate& predicate) {
  switch (predicate.kind) {
    case Predicate::Kind::kLabels:
      return 0;
    case Predicate::Kind::kName:
      return 1;
    case Predicate::Kind::kProperty:
      return 2;
    case Predicate::Kind::kPropertyMap:
      return 3;
    case Predicate::Kind::kExpression:
      break;
  }
  return 4;
}

}  // namespace

Result<Slot> MatchPlanner::run() {
  DOSSIER_RETURN_IF_ERROR(apply_predicates(false));
  const std::vector<MatchStep> steps = context_.rewrites()
                                           ? cheapest_order(graph_, context_.estimate(), partial_.rows())
                                           : written_order(graph_);
  const bool counts = use_.kind != MatchUse::Kind::kRows && context_.rewrites() && graph_.paths.empty();
  const std::size_t tail = counts ? tail_begin(steps) : steps.size();
  for (std::size_t i = 0; i < tail;) {
    if (context_.rewrites()) {
      DOSSIER_ASSIGN_OR_RETURN(const std::size_t joined, join_part(steps, i, tail));
      if (joined > i) {
        i = joined;
        DOSSIER_RETURN_IF_ERROR(apply_predicates(i == steps.size()));
        continue;
      }
    }
    const std::size_t next = context_.rewrites() ? intersection_end(steps, i) : i + 1;
    if (next > i + 1) {
      const bool counted = counts && next == steps.size() && unused_after(steps, i);
      const Slot count = counted ? context_.new_slot("  count") : ast::kNoSlot;
      intersect(std::span(steps).subspan(i, next - i), count);
      if (counted) return count;
    } else {
      DOSSIER_RETURN_IF_ERROR(take(steps[i]));
    }
    i = next;
    DOSSIER_RETURN_IF_ERROR(apply_predicates(i == steps.size()));
  }
  if (tail < steps.size()) return count_degrees(std::span(steps).subspan(tail));
  build_paths();
  DOSSIER_RETURN_IF_ERROR(apply_predicates(true));
  return ast::kNoSlot;
}

Status MatchPlanner::take(const MatchStep& step) {
  switch (step.kind) {
    case MatchStep::Kind::kScanNode:
      scan_node(step.node);
      return {};
    case MatchStep::Kind::kScanRelationships:
      scan_relationships(graph_.edges[step.edge]);
      return {};
    case MatchStep::Kind::kEdge:
      break;
  }
  const PatternEdge& edge = graph_.edges[step.edge];
  DOSSIER_RETURN_IF_ERROR(walk(edge, step.reversed));
  finish_edge(edge);
  return {};
}

void MatchPlanner::scan_node(std::size_t node) {
  const Slot slot = graph_.nodes[node].slot;
  double found = context_.estimate().nodes();
  const PatternPredicate* access =
      context_.rewrites() ? best_access(graph_, node, partial_.bound, context_.estimate(), found) : nullptr;
  const double rows = partial_.rows() * found;
  if (!access) {
    add(AllNodesScan{slot}, rows);
  } else {
    const Predicate& sought = *access_to(*access, slot);
    add(access_node(slot, sought), rows);
    // A seek tests its value; of many values, the condition does that.
    if (!sought.values)
      std::erase_if(graph_.predicates, [&](const PatternPredicate& p) { return &p == access; });
  }
  partial_.bound.insert(slot);
}

LogicalPlan::Node MatchPlanner::access_node(Slot slot, const Predicate& predicate) const {
  if (predicate.kind == Predicate::Kind::kLabels) return LabelScan{slot, predicate.labels[0]};
  if (predicate.kind == Predicate::Kind::kName) {
    return NameSeek{slot, {nullptr, {}, predicate.key}, false};
  }
  if (predicate.values) return ValuesSeek{slot, predicate.key, *predicate.values};
  if (predicate.key == "name") return NameSeek{slot, predicate.expression, true};
  std::string label;
  double fewest = context_.estimate().nodes() + 1;
  for (const PatternPredicate& other : graph_.predicates) {
    if (other.predicate.kind != Predicate::Kind::kLabels || other.predicate.slot != slot) continue;
    const double nodes = context_.estimate().nodes(other.predicate.labels[0]);
    if (nodes < fewest) fewest = nodes, label = other.predicate.labels[0];
  }
  return PropertySeek{slot, label, predicate.key, predicate.expression};
}

void MatchPlanner::scan_relationships(const PatternEdge& edge) {
  const ast::RelationshipPattern& pattern = *edge.relationship;
  const Slot left = graph_.nodes[edge.left].slot, right = graph_.nodes[edge.right].slot;
  const double both = pattern.direction == Direction::kBoth ? 2 : 1;
  const double rows = partial_.rows() * context_.estimate().relationships(pattern.types) * both;
  RelationshipScan scan{left, edge.slot, right, pattern.types, pattern.direction, {}};
  for (const PatternEdge* other : walked_) {
    if (may_share(edge, *other)) scan.distinct.push_back(other->slot);
  }
  add(std::move(scan), rows);
  finish_edge(edge);
}

void MatchPlanner::finish_edge(const PatternEdge& edge) {
  partial_.bound.insert(graph_.nodes[edge.left].slot);
  partial_.bound.insert(graph_.nodes[edge.right].slot);
  partial_.bound.insert(edge.slot);
  if (edge.quantified) {
    for (const auto& [inner, outer] : edge.quantified->groups) partial_.bound.insert(outer);
  }
  walked_.push_back(&edge);
}

void MatchPlanner::build_paths() {
  for (PatternPath& path : graph_.paths) {
    partial_.bound.insert(path.build.path);
    add(std::move(path.build), partial_.rows());
  }
  graph_.paths.clear();
}

// Conditions are tested as soon as what they name is bound, cheap ones first, those that look for a pattern last.
Status MatchPlanner::apply_predicates(bool last) {
  Filter filter;
  std::vector<PatternPredicate> patterns;
  double rows = partial_.rows();
  std::erase_if(graph_.predicates, [&](PatternPredicate& p) {
    const bool ready =
        std::all_of(p.needs.begin(), p.needs.end(), [&](Slot slot) { return partial_.bound.contains(slot); });
    if (!ready) return false;
    if (p.existence) return patterns.push_back(std::move(p)), true;
    rows *= context_.estimate().selectivity(p.predicate);
    filter.predicates.push_back(std::move(p.predicate));
    return true;
  });
  if (!filter.predicates.empty()) {
    std::stable_sort(filter.predicates.begin(), filter.predicates.end(),
                     [](const Predicate& a, const Predicate& b) { return rank(a) < rank(b); });
    add(std::move(filter), rows);
  }
  const WantedRows wanted(context_, last ? context_.wanted_rows() : PlannerContext::kAllRows);
  for (const PatternPredicate& pattern : patterns) {
    DOSSIER_RETURN_IF_ERROR(context_.plan_existence(*pattern.existence, partial_));
  }
  return {};
}

Result<Slot> PlannerContext::plan_graph(PatternGraph graph, Partial& partial, const MatchUse& use) {
  return MatchPlanner(*this, std::move(graph), partial, use).run();
}

Status PlannerContext::finish_graph(PatternGraph graph, Partial& partial) {
  const Result<Slot> count = plan_graph(std::move(graph), partial);
  return count.ok() ? Status() : count.status();
}

Status PlannerContext::plan_match(const ast::Pattern& pattern, const ast::Expression* condition,
                                  Partial& partial) {
  const Result<Slot> count = plan_match(pattern, condition, partial, {});
  return count.ok() ? Status() : count.status();
}

Result<Slot> PlannerContext::plan_match(const ast::Pattern& pattern, const ast::Expression* condition,
                                        Partial& partial, const MatchUse& use) {
  std::vector<const ast::PatternPart*> parts, selected;
  for (const ast::PatternPart& part : pattern.parts)
    (needs_all_paths(part) ? selected : parts).push_back(&part);
  if (selected.empty()) {
    DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(*this, parts, condition, partial.bound));
    return plan_graph(std::move(graph), partial, use);
  }
  DOSSIER_RETURN_IF_ERROR(plan_selected(parts, selected, condition, partial));
  return ast::kNoSlot;
}

// What needs all paths to be made comes after the other parts, each with a plan of its own. A condition on the ends of
// a path may choose among paths before the shortest are kept, any other only among those.
Status PlannerContext::plan_selected(const std::vector<const ast::PatternPart*>& parts,
                                     const std::vector<const ast::PatternPart*>& selected,
                                     const ast::Expression* condition, Partial& partial) {
  SlotSet made;
  for (const ast::PatternPart* part : selected) {
    append_declared(part->element, made);
    for (const auto& step : part->element.relationships) {
      const auto* group = std::get_if<ast::QuantifiedPattern>(&step);
      if (!group) continue;
      for (const auto& [inner, outer] : group->groups) made.insert(outer);
    }
    if (part->path_slot != ast::kNoSlot) made.insert(part->path_slot);
  }
  const auto bound_but = [&](const SlotSet& slots, Slot first, Slot last) {
    return std::all_of(slots.begin(), slots.end(), [&](Slot slot) {
      return slot == first || slot == last || !made.contains(slot) || partial.bound.contains(slot);
    });
  };
  if (!parts.empty()) {
    const auto wants = [&](const SlotSet& slots) { return bound_but(slots, ast::kNoSlot, ast::kNoSlot); };
    DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph,
                             make_pattern_graph(*this, parts, condition, partial.bound, wants));
    DOSSIER_RETURN_IF_ERROR(finish_graph(std::move(graph), partial));
  }
  for (const ast::PatternPart* part : selected) {
    KeepShortest keep{part->element.nodes.front().slot,
                      part->element.nodes.back().slot,
                      {},
                      part->selector == ast::PathSelector::kAllShortest};
    const auto wants = [&](const SlotSet& slots) { return bound_but(slots, keep.start, keep.end); };
    Partial inner{argument(), partial.bound};
    DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph,
                             make_pattern_graph(*this, {part}, condition, partial.bound, wants, true));
    for (const PatternEdge& edge : graph.edges) keep.relationships.push_back(edge.slot);
    DOSSIER_RETURN_IF_ERROR(finish_graph(std::move(graph), inner));
    const double rows = inner.rows(), product = partial.rows() * rows;
    inner.plan = make_plan(std::move(keep), std::move(inner.plan), rows);
    partial.plan = make_plan(Apply{}, std::move(partial.plan), std::move(inner.plan), product);
    partial.bound = std::move(inner.bound);
  }
  bound_ = partial.bound;
  return condition ? plan_filter(*condition, partial) : Status();
}

Status PlannerContext::plan_part(const ast::PatternPart& part, Partial& partial) {
  DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(*this, {&part}, nullptr, partial.bound));
  return finish_graph(std::move(graph), partial);
}

Status PlannerContext::plan_element(const ast::PatternElement& element, const ast::Expression* condition,
                                    Partial& partial) {
  DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(*this, element, condition, partial.bound));
  return finish_graph(std::move(graph), partial);
}

}  // namespace dossier::query::planner
