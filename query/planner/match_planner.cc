#include "query/planner/match_planner.h"

#include <algorithm>

#include "dossier/status_macros.h"

namespace dossier::query::planner {
namespace {

class MatchPlanner {
 public:
  MatchPlanner(PlannerContext& context, PatternGraph graph, Partial& partial)
      : context_(context), graph_(std::move(graph)), partial_(partial) {}

  /// The slot with the count of each row, where the tail is only counted; else kNoSlot.
  Result<Slot> run(const SlotSet* count_tail) {
    DOSSIER_RETURN_IF_ERROR(apply_predicates());
    const std::vector<MatchStep> steps = context_.rewrites()
                                             ? cheapest_order(graph_, context_.estimate(), partial_.rows())
                                             : written_order(graph_);
    const std::size_t tail = count_tail && graph_.paths.empty() ? tail_begin(steps, *count_tail) : steps.size();
    for (std::size_t i = 0; i < tail;) {
      const std::size_t next = context_.rewrites() ? intersection_end(steps, i) : i + 1;
      if (next > i + 1) {
        const bool counted = count_tail && next == steps.size() && unused_after(steps, i, *count_tail);
        const Slot count = counted ? context_.new_slot("  count") : ast::kNoSlot;
        intersect({steps.begin() + static_cast<std::ptrdiff_t>(i), steps.begin() + static_cast<std::ptrdiff_t>(next)}, count);
        if (counted) return count;
      } else {
        DOSSIER_RETURN_IF_ERROR(take(steps[i]));
      }
      i = next;
      DOSSIER_RETURN_IF_ERROR(apply_predicates());
    }
    if (tail < steps.size()) return count_degrees({steps.begin() + static_cast<std::ptrdiff_t>(tail), steps.end()});
    build_paths();
    DOSSIER_RETURN_IF_ERROR(apply_predicates());
    return ast::kNoSlot;
  }

 private:
  bool bound(std::size_t node) const { return partial_.bound.contains(graph_.nodes[node].slot); }

  void add(LogicalPlan::Node node, double rows) {
    partial_.plan = make_plan(std::move(node), std::move(partial_.plan), rows);
  }

  // ---- counting and intersecting: see counting.h

  bool plain(const MatchStep& step) const {
    if (step.kind != MatchStep::Kind::kEdge) return false;
    const PatternEdge& edge = graph_.edges[step.edge];
    return !edge.variable() && !edge.bound && edge.relationship->direction != Direction::kBoth &&
           edge.relationship->types.size() == 1;
  }
  std::size_t start_of(const MatchStep& step) const {
    const PatternEdge& edge = graph_.edges[step.edge];
    return step.reversed ? edge.right : edge.left;
  }
  std::size_t end_of(const MatchStep& step) const {
    const PatternEdge& edge = graph_.edges[step.edge];
    return step.reversed ? edge.left : edge.right;
  }
  bool needs(Slot slot, const SlotSet& needed) const {
    return needed.contains(slot) || std::any_of(graph_.predicates.begin(), graph_.predicates.end(),
                                                [&](const PatternPredicate& p) { return p.needs.contains(slot); });
  }
  bool touches(const MatchStep& step, std::size_t node) const {
    if (step.kind == MatchStep::Kind::kScanNode) return step.node == node;
    const PatternEdge& edge = graph_.edges[step.edge];
    return edge.left == node || edge.right == node;
  }

  // The last steps that only lead to nodes which nothing else names or reads.
  std::size_t tail_begin(const std::vector<MatchStep>& steps, const SlotSet& needed) const {
    std::size_t begin = steps.size();
    while (begin > 0 && is_leaf(steps, begin - 1, needed)) --begin;
    return begin;
  }

  bool is_leaf(const std::vector<MatchStep>& steps, std::size_t index, const SlotSet& needed) const {
    const MatchStep& step = steps[index];
    if (!plain(step)) return false;
    const PatternEdge& edge = graph_.edges[step.edge];
    const std::size_t leaf = end_of(step);
    if (leaf == start_of(step) || graph_.nodes[leaf].bound) return false;
    if (needs(graph_.nodes[leaf].slot, needed) || needs(edge.slot, needed)) return false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (i == index) continue;
      if (touches(steps[i], leaf)) return false;
      if (steps[i].kind == MatchStep::Kind::kScanNode) continue;
      const PatternEdge& other = graph_.edges[steps[i].edge];
      if (!may_share(edge, other)) continue;
      // Which relationship of the same type is used already must be told by its ends alone.
      if (i > index || other.variable() || other.bound || other.relationship->types != edge.relationship->types ||
          other.relationship->direction == Direction::kBoth) {
        return false;
      }
    }
    return true;
  }

  Result<Slot> count_degrees(const std::vector<MatchStep>& tail) {
    DegreeProduct product;
    for (const MatchStep& step : tail) {
      const PatternEdge& edge = graph_.edges[step.edge];
      DegreeProduct::Factor factor{graph_.nodes[start_of(step)].slot, edge.relationship->types,
                                   direction_of(edge, step.reversed), {}};
      for (const PatternEdge* other : walked_) {
        if (!may_share(edge, *other)) continue;
        const bool from_left = (other->relationship->direction == Direction::kOutgoing) ==
                               (factor.direction == Direction::kOutgoing);
        factor.minus.push_back(graph_.nodes[from_left ? other->left : other->right].slot);
      }
      product.factors.push_back(std::move(factor));
    }
    product.count = context_.new_slot("  count");
    const Slot count = product.count;
    add(std::move(product), partial_.rows());
    return count;
  }

  // Steps [begin, end) close on one node that the first of them binds.
  std::size_t intersection_end(const std::vector<MatchStep>& steps, std::size_t begin) const {
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

  bool unused_after(const std::vector<MatchStep>& steps, std::size_t begin, const SlotSet& needed) const {
    for (std::size_t i = begin; i < steps.size(); ++i) {
      if (needs(graph_.edges[steps[i].edge].slot, needed)) return false;
    }
    return !needs(graph_.nodes[end_of(steps[begin])].slot, needed) && graph_.paths.empty();
  }

  void intersect(const std::vector<MatchStep>& steps, Slot count) {
    Intersect plan{graph_.nodes[end_of(steps[0])].slot};
    plan.count = count;
    double rows = partial_.rows();
    for (const MatchStep& step : steps) {
      const PatternEdge& edge = graph_.edges[step.edge];
      const bool reversed = graph_.nodes[edge.left].slot == plan.node;
      plan.sides.push_back({graph_.nodes[reversed ? edge.right : edge.left].slot, edge.slot, edge.relationship->types,
                            direction_of(edge, reversed)});
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

  static Direction direction_of(const PatternEdge& edge, bool reversed) {
    const Direction direction = edge.relationship->direction;
    if (!reversed || direction == Direction::kBoth) return direction;
    return direction == Direction::kOutgoing ? Direction::kIncoming : Direction::kOutgoing;
  }

  // ---- steps as they are

  Status take(const MatchStep& step) {
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

  void scan_node(std::size_t node) {
    const Slot slot = graph_.nodes[node].slot;
    double found = context_.estimate().nodes();
    const PatternPredicate* access =
        context_.rewrites() ? best_access(graph_, node, partial_.bound, context_.estimate(), found) : nullptr;
    const double rows = partial_.rows() * found;
    if (!access) {
      add(AllNodesScan{slot}, rows);
    } else {
      add(access_node(slot, access->predicate), rows);
      if (access->predicate.kind != Predicate::Kind::kProperty || exact(access->predicate)) {
        std::erase_if(graph_.predicates, [&](const PatternPredicate& p) { return &p == access; });
      }
    }
    partial_.bound.insert(slot);
  }

  static bool exact(const Predicate&) { return true; }  // a seek tests its own value

  LogicalPlan::Node access_node(Slot slot, const Predicate& predicate) const {
    if (predicate.kind == Predicate::Kind::kLabels) return LabelScan{slot, predicate.labels[0]};
    if (predicate.kind == Predicate::Kind::kName) {
      return NameSeek{slot, {nullptr, {}, predicate.key}, false};
    }
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

  void scan_relationships(const PatternEdge& edge) {
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

  void finish_edge(const PatternEdge& edge) {
    partial_.bound.insert(graph_.nodes[edge.left].slot);
    partial_.bound.insert(graph_.nodes[edge.right].slot);
    partial_.bound.insert(edge.slot);
    if (edge.quantified) {
      for (const auto& [inner, outer] : edge.quantified->groups) partial_.bound.insert(outer);
    }
    walked_.push_back(&edge);
  }

  Expand step_of(const PatternEdge& edge, bool reversed) const {
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

  // Two relationships of one MATCH must differ; of different types they always do.
  static bool may_share(const PatternEdge& a, const PatternEdge& b) {
    if (a.quantified || b.quantified) return true;
    const auto &left = a.relationship->types, &right = b.relationship->types;
    if (left.empty() || right.empty()) return true;
    return std::any_of(left.begin(), left.end(), [&](const std::string& type) {
      return std::find(right.begin(), right.end(), type) != right.end();
    });
  }

  Status walk(const PatternEdge& edge, bool reversed) {
    Expand step = step_of(edge, reversed);
    const double rows = partial_.rows() * edge_rows(graph_, edge, step.into, context_.estimate());
    if (edge.quantified) return walk_quantified(edge, std::move(step), reversed, rows);
    if (edge.selector != ast::PathSelector::kNone) return walk_shortest(edge, std::move(step), rows, reversed);
    if (edge.relationship->length) {
      VariableExpand variable;
      variable.step = std::move(step);
      variable.minimum = edge.relationship->length->minimum.value_or(1);
      variable.maximum = edge.relationship->length->maximum;
      variable.list_bound = edge.bound;
      variable.reversed = reversed;
      variable.step_slot = edge.slot;
      variable.conditions = edge.conditions;
      add(std::move(variable), rows);
    } else if (edge.bound) {
      add(BoundRelationship{std::move(step), partial_.bound.contains(graph_.nodes[edge.left].slot)}, rows);
    } else {
      add(std::move(step), rows);
    }
    return {};
  }

  Status walk_quantified(const PatternEdge& edge, Expand step, bool reversed, double rows) {
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

  Result<PlanPtr> inner_plan(const ast::QuantifiedPattern& pattern, Slot from) {
    Partial inner{context_.argument(), partial_.bound};
    inner.bound.insert(from);
    DOSSIER_RETURN_IF_ERROR(context_.plan_element(*pattern.element, pattern.condition.get(), inner));
    return std::move(inner.plan);
  }

  Status walk_shortest(const PatternEdge& edge, Expand step, double rows, bool reversed) {
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
    return {};
  }

  void build_paths() {
    for (PatternPath& path : graph_.paths) {
      partial_.bound.insert(path.build.path);
      add(std::move(path.build), partial_.rows());
    }
    graph_.paths.clear();
  }

  // Conditions are tested as soon as what they name is bound, cheap ones first.
  Status apply_predicates() {
    Filter filter;
    double rows = partial_.rows();
    std::erase_if(graph_.predicates, [&](PatternPredicate& p) {
      const bool ready =
          std::all_of(p.needs.begin(), p.needs.end(), [&](Slot slot) { return partial_.bound.contains(slot); });
      if (!ready) return false;
      rows *= context_.estimate().selectivity(p.predicate);
      filter.predicates.push_back(std::move(p.predicate));
      return true;
    });
    if (filter.predicates.empty()) return {};
    std::stable_sort(filter.predicates.begin(), filter.predicates.end(),
                     [](const Predicate& a, const Predicate& b) { return rank(a) < rank(b); });
    add(std::move(filter), rows);
    return {};
  }

  static int rank(const Predicate& predicate) {
    switch (predicate.kind) {
      case Predicate::Kind::kLabels: return 0;
      case Predicate::Kind::kName: return 1;
      case Predicate::Kind::kProperty: return 2;
      case Predicate::Kind::kPropertyMap: return 3;
      case Predicate::Kind::kExpression: break;
    }
    return 4;
  }

  PlannerContext& context_;
  PatternGraph graph_;
  Partial& partial_;
  std::vector<const PatternEdge*> walked_;
};

}  // namespace

Result<Slot> PlannerContext::plan_graph(PatternGraph graph, Partial& partial, const SlotSet* count_tail) {
  return MatchPlanner(*this, std::move(graph), partial).run(count_tail);
}

Status PlannerContext::finish_graph(PatternGraph graph, Partial& partial) {
  const Result<Slot> count = plan_graph(std::move(graph), partial);
  return count.ok() ? Status() : count.status();
}

Status PlannerContext::plan_match(const ast::Pattern& pattern, const ast::Expression* condition, Partial& partial) {
  std::vector<const ast::PatternPart*> parts, selected;
  for (const ast::PatternPart& part : pattern.parts) (needs_all_paths(part) ? selected : parts).push_back(&part);
  if (selected.empty()) {
    DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(*this, parts, condition, partial.bound));
    return finish_graph(std::move(graph), partial);
  }
  return plan_selected(parts, selected, condition, partial);
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
    DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(*this, parts, condition, partial.bound, wants));
    DOSSIER_RETURN_IF_ERROR(finish_graph(std::move(graph), partial));
  }
  for (const ast::PatternPart* part : selected) {
    KeepShortest keep{part->element.nodes.front().slot, part->element.nodes.back().slot, {},
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
