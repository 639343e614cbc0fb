// The steps of a MATCH that lead to what nobody looks at: see counting.h.
#include <algorithm>

#include "query/planner/match_steps.h"

namespace dossier::query::planner {

bool MatchPlanner::plain(const MatchStep& step) const {
  if (step.kind != MatchStep::Kind::kEdge) return false;
  const PatternEdge& edge = graph_.edges[step.edge];
  return !edge.variable() && !edge.bound && edge.relationship->direction != Direction::kBoth &&
         edge.relationship->types.size() == 1;
}

std::size_t MatchPlanner::start_of(const MatchStep& step) const {
  const PatternEdge& edge = graph_.edges[step.edge];
  return step.reversed ? edge.right : edge.left;
}

std::size_t MatchPlanner::end_of(const MatchStep& step) const {
  const PatternEdge& edge = graph_.edges[step.edge];
  return step.reversed ? edge.left : edge.right;
}

bool MatchPlanner::needs(Slot slot) const {
  return use_.needed.contains(slot) ||
         std::any_of(graph_.predicates.begin(), graph_.predicates.end(),
                     [&](const PatternPredicate& p) { return p.needs.contains(slot); });
}

bool MatchPlanner::touches(const MatchStep& step, std::size_t node) const {
  if (step.kind == MatchStep::Kind::kScanNode) return step.node == node;
  const PatternEdge& edge = graph_.edges[step.edge];
  return edge.left == node || edge.right == node;
}

// The last steps that only lead to nodes which nothing else names or reads.
std::size_t MatchPlanner::tail_begin(const std::vector<MatchStep>& steps) const {
  std::size_t begin = steps.size();
  while (begin > 0 && is_leaf(steps, begin - 1)) --begin;
  return begin;
}

bool MatchPlanner::is_leaf(const std::vector<MatchStep>& steps, std::size_t index) const {
  const MatchStep& step = steps[index];
  if (step.kind != MatchStep::Kind::kEdge) return false;
  const PatternEdge& edge = graph_.edges[step.edge];
  if (edge.variable() || edge.bound) return false;
  const std::size_t leaf = end_of(step);
  if (leaf == start_of(step) || graph_.nodes[leaf].bound) return false;
  if (needs(graph_.nodes[leaf].slot) || needs(edge.slot)) return false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i == index) continue;
    if (touches(steps[i], leaf)) return false;
    if (steps[i].kind == MatchStep::Kind::kScanNode) continue;
    const PatternEdge& other = graph_.edges[steps[i].edge];
    if (!may_share(edge, other)) continue;
    // Which relationship of the same type is used already must be told by its ends alone.
    if (!plain(step) || i > index || other.variable() || other.bound ||
        other.relationship->types != edge.relationship->types ||
        other.relationship->direction == Direction::kBoth) {
      return false;
    }
  }
  return true;
}

Slot MatchPlanner::count_degrees(std::span<const MatchStep> tail) {
  DegreeProduct product;
  double rows = partial_.rows(), share = 1;
  for (const MatchStep& step : tail) {
    const PatternEdge& edge = graph_.edges[step.edge];
    DegreeProduct::Factor factor{
        graph_.nodes[start_of(step)].slot, edge.relationship->types, direction_of(edge, step.reversed), {}};
    for (const PatternEdge* other : walked_) {
      if (!may_share(edge, *other)) continue;
      const bool from_left = (other->relationship->direction == Direction::kOutgoing) ==
                             (factor.direction == Direction::kOutgoing);
      factor.minus.push_back(graph_.nodes[from_left ? other->left : other->right].slot);
    }
    share = std::min(share, context_.estimate().share_connected(factor.types, factor.direction));
    product.factors.push_back(std::move(factor));
  }
  product.count = context_.new_slot("  count");
  const Slot count = product.count;
  add(std::move(product), rows * share);
  return count;
}

// Steps [begin, end) close on one node that the first of them binds.
std::size_t MatchPlanner::intersection_end(const std::vector<MatchStep>& steps, std::size_t begin) const {
  if (!plain(steps[begin])) return begin + 1;
  const std::size_t node = end_of(steps[begin]);
  if (node == start_of(steps[begin]) || bound(node)) return begin + 1;
  std::size_t end = begin + 1;
  for (; end < steps.size() && plain(steps[end]); ++end) {
    const std::size_t other = start_of(steps[end]) == node ? end_of(steps[end]) : start_of(steps[end]);
    if (!touches(steps[end], node) || other == node || !bound(other)) break;
  }
  return end;
}

bool MatchPlanner::unused_after(const std::vector<MatchStep>& steps, std::size_t begin) const {
  for (std::size_t i = begin; i < steps.size(); ++i) {
    if (needs(graph_.edges[steps[i].edge].slot)) return false;
  }
  return !needs(graph_.nodes[end_of(steps[begin])].slot) && graph_.paths.empty();
}

void MatchPlanner::intersect(std::span<const MatchStep> steps, Slot count) {
  Intersect plan{graph_.nodes[end_of(steps[0])].slot};
  plan.count = count;
  double rows = partial_.rows();
  for (const MatchStep& step : steps) {
    const PatternEdge& edge = graph_.edges[step.edge];
    const bool reversed = graph_.nodes[edge.left].slot == plan.node;
    plan.sides.push_back({graph_.nodes[reversed ? edge.right : edge.left].slot, edge.slot,
                          edge.relationship->types, direction_of(edge, reversed)});
    rows *= edge_rows(graph_, edge, &step != &steps[0], context_.estimate());
  }
  for (const PatternEdge* other : walked_) {
    const bool shares = std::any_of(steps.begin(), steps.end(), [&](const MatchStep& step) {
      return may_share(graph_.edges[step.edge], *other);
    });
    if (shares) plan.distinct.push_back(other->slot);
  }
  add(std::move(plan), count == ast::kNoSlot ? rows : partial_.rows());
  for (const MatchStep& step : steps) finish_edge(graph_.edges[step.edge]);
}

// Whether only the ends of a variable-length relationship are asked for, each once: then a search finds them. Nothing may
// read the list: no condition, and no relationship that is still to be walked and must not be in it.
bool MatchPlanner::ends_only(const PatternEdge& edge) const {
  if (use_.kind != MatchUse::Kind::kDistinct || edge.bound || !edge.relationship ||
      !edge.relationship->length || edge.relationship->length->minimum.value_or(1) > 1 ||
      !graph_.paths.empty() || needs(edge.slot)) {
    return false;
  }
  return std::all_of(graph_.edges.begin(), graph_.edges.end(), [&](const PatternEdge& other) {
    const bool walked = std::find(walked_.begin(), walked_.end(), &other) != walked_.end();
    return &other == &edge || walked || !may_share(edge, other);
  });
}

bool may_share(const PatternEdge& a, const PatternEdge& b) {
  if (a.quantified || b.quantified) return true;
  const auto &left = a.relationship->types, &right = b.relationship->types;
  if (left.empty() || right.empty()) return true;
  return std::any_of(left.begin(), left.end(), [&](const std::string& type) {
    return std::find(right.begin(), right.end(), type) != right.end();
  });
}

Direction direction_of(const PatternEdge& edge, bool reversed) {
  const Direction direction = edge.relationship->direction;
  if (!reversed || direction == Direction::kBoth) return direction;
  return direction == Direction::kOutgoing ? Direction::kIncoming : Direction::kOutgoing;
}

}  // namespace dossier::query::planner
