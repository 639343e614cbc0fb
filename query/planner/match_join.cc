// Parts of a pattern that nothing connects but an equation, or nothing at all: `MATCH (a)-->(x), (b)-->(y) WHERE x.name =
// y.name`. Made once and joined by hash, where that costs less than making the second part again for each row of the first.
#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/detach.h"
#include "query/planner/match_steps.h"

namespace dossier::query::planner {

namespace {

bool starts_part(const MatchStep& step) { return step.kind != MatchStep::Kind::kEdge; }

}  // namespace

// The part that the steps make, with the conditions that can be tested once it is made. What it takes from the nodes
// bound before is read as if it came from outside.
PatternGraph MatchPlanner::part_of(std::span<const MatchStep> steps) const {
  PatternGraph part;
  std::vector<std::size_t> places(graph_.nodes.size(), SIZE_MAX);
  const auto add_node = [&](std::size_t node) {
    if (places[node] == SIZE_MAX)
      places[node] = part.nodes.size(), part.nodes.push_back({graph_.nodes[node].slot});
    return places[node];
  };
  SlotSet inside;
  for (const MatchStep& step : steps) {
    if (step.kind == MatchStep::Kind::kScanNode) {
      inside.insert(graph_.nodes[step.node].slot), add_node(step.node);
      continue;
    }
    const PatternEdge& edge = graph_.edges[step.edge];
    PatternEdge& copy = part.edges.emplace_back(edge);
    copy.left = add_node(edge.left), copy.right = add_node(edge.right);
    inside.insert(edge.slot), inside.insert(graph_.nodes[edge.left].slot),
        inside.insert(graph_.nodes[edge.right].slot);
  }
  for (const PatternPredicate& predicate : graph_.predicates) {
    const bool ready = std::all_of(predicate.needs.begin(), predicate.needs.end(), [&](Slot slot) {
      return inside.contains(slot) || partial_.bound.contains(slot);
    });
    if (!ready) continue;
    PatternPredicate& copy = part.predicates.emplace_back(predicate);
    for (const Slot slot : predicate.needs) {
      if (!inside.contains(slot)) copy.outer.insert(slot), copy.needs.erase(slot);
    }
  }
  return part;
}

Result<std::size_t> MatchPlanner::join_part(const std::vector<MatchStep>& steps, std::size_t begin,
                                            std::size_t tail) {
  if (!starts_part(steps[begin]) || partial_.rows() < 2) return begin;
  std::size_t end = begin + 1;
  while (end < tail && !starts_part(steps[end])) ++end;
  const auto part_steps = std::span(steps).subspan(begin, end - begin);
  for (const MatchStep& step : part_steps) {
    if (step.kind == MatchStep::Kind::kScanNode) continue;
    const PatternEdge& edge = graph_.edges[step.edge];
    if (edge.bound || bound(edge.left) || bound(edge.right)) return begin;  // no part of its own
  }
  PatternGraph part = part_of(part_steps);
  const double rows = partial_.rows(), nested = least_cost(part, context_.estimate(), rows);
  if (!worth_detaching(context_.estimate(), rows, nested / rows)) return begin;
  std::vector<PatternPredicate> rest;
  DOSSIER_ASSIGN_OR_RETURN(std::optional<Detached> detached,
                           detach(context_, std::move(part), partial_.bound, {}, &rest));
  if (!detached || detached->cost(rows) >= nested) return begin;

  std::vector<std::pair<Slot, Slot>> distinct;
  for (const MatchStep& step : part_steps) {
    if (step.kind == MatchStep::Kind::kScanNode) continue;
    for (const PatternEdge* other : walked_) {
      if (may_share(graph_.edges[step.edge], *other))
        distinct.emplace_back(other->slot, graph_.edges[step.edge].slot);
    }
  }
  const double joined = rows * detached->matches;
  join_detached(*std::move(detached), HashJoin::Kind::kInner, std::move(distinct), joined, partial_);
  for (const MatchStep& step : part_steps) {
    if (step.kind != MatchStep::Kind::kScanNode) finish_edge(graph_.edges[step.edge]);
  }
  std::erase_if(graph_.predicates, [&](const PatternPredicate& predicate) {
    return std::all_of(predicate.needs.begin(), predicate.needs.end(),
                       [&](Slot slot) { return partial_.bound.contains(slot); });
  });
  std::move(rest.begin(), rest.end(), std::back_inserter(graph_.predicates));
  return end;
}

}  // namespace dossier::query::planner
