#include "query/planner/counting.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/match_planner.h"

namespace dossier::query::planner {
namespace {

// Walks an expression outside of its aggregates; false for an aggregate that is no count of rows.
bool collect(const ast::Expression& expression, const SlotSet& pattern_slots, SlotSet& slots) {
  if (std::holds_alternative<ast::CountStarExpression>(expression.node)) return true;
  if (const auto* call = std::get_if<ast::FunctionCallExpression>(&expression.node);
      call && call->is_aggregate) {
    const FunctionSignature* function = find_function(call->name);
    return function && function->aggregate == AggregateKind::kCount && !call->distinct &&
           call->arguments.size() == 1 && pattern_slots.contains(variable_slot(*call->arguments[0]));
  }
  bool leaf = true, counts = true;
  for_each_child(expression, [&](const ast::Expression& child) {
    leaf = false;
    counts = counts && collect(child, pattern_slots, slots);
  });
  if (leaf) append_slots(expression, slots);
  if (std::holds_alternative<ast::ListComprehensionExpression>(expression.node) ||
      std::holds_alternative<ast::QuantifierExpression>(expression.node)) {
    append_slots(expression, slots);
  }
  return counts;
}

bool plain(const PatternEdge& edge) { return edge.relationship && !edge.variable() && !edge.bound; }

bool types_disjoint(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const std::string& type) {
    return std::find(b.begin(), b.end(), type) != b.end();
  });
}

// Every relationship ends at the centre, and at a node that nothing else names; there are no other nodes.
bool is_centre(const PatternGraph& graph, std::size_t centre) {
  std::vector<int> uses(graph.nodes.size());
  for (const PatternEdge& edge : graph.edges) {
    if ((edge.left == centre) == (edge.right == centre)) return false;
    const std::size_t leaf = edge.left == centre ? edge.right : edge.left;
    if (graph.nodes[leaf].bound || ++uses[leaf] > 1) return false;
  }
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (i != centre && uses[i] == 0) return false;  // a part of its own
  }
  return true;
}

bool reads_only(const SlotSet& slots, const SlotSet& pattern_slots, Slot centre) {
  return std::all_of(slots.begin(), slots.end(),
                     [&](Slot slot) { return slot == centre || !pattern_slots.contains(slot); });
}

}  // namespace

std::optional<SlotSet> slots_beside_counts(const ast::Projection& projection, const SlotSet& pattern_slots) {
  if (!projection.aggregates) return std::nullopt;
  SlotSet slots;
  for (const ast::ProjectionItem& item : projection.items) {
    if (!collect(*item.expression, pattern_slots, slots)) return std::nullopt;
  }
  for (const ast::SortItem& item : projection.order_by) {
    if (!collect(*item.expression, pattern_slots, slots)) return std::nullopt;
  }
  return slots;
}

std::optional<Star> find_star(const PatternGraph& graph, const ast::Projection& projection) {
  if (graph.edges.empty() || !graph.paths.empty()) return std::nullopt;
  SlotSet pattern_slots;
  for (const PatternNode& node : graph.nodes) pattern_slots.insert(node.slot);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    if (!plain(graph.edges[i])) return std::nullopt;
    pattern_slots.insert(graph.edges[i].slot);
    for (std::size_t j = 0; j < i; ++j) {
      if (!types_disjoint(graph.edges[i].relationship->types, graph.edges[j].relationship->types))
        return std::nullopt;
    }
  }
  const auto slots = slots_beside_counts(projection, pattern_slots);
  if (!slots) return std::nullopt;
  for (std::size_t centre = 0; centre < graph.nodes.size(); ++centre) {
    const Slot slot = graph.nodes[centre].slot;
    const bool conditions =
        std::all_of(graph.predicates.begin(), graph.predicates.end(),
                    [&](const PatternPredicate& p) { return reads_only(p.needs, pattern_slots, slot); });
    if (conditions && is_centre(graph, centre) && reads_only(*slots, pattern_slots, slot))
      return Star{centre};
  }
  return std::nullopt;
}

// The nodes to start from where nothing narrows them down: those of the relationship that starts at fewest.
Status PlannerContext::plan_star(PatternGraph graph, std::size_t centre, Partial& partial) {
  DegreeProduct product;
  const Slot slot = graph.nodes[centre].slot;
  for (const PatternEdge& edge : graph.edges) {
    Direction direction = edge.relationship->direction;
    if (edge.right == centre && direction != Direction::kBoth) {
      direction = direction == Direction::kOutgoing ? Direction::kIncoming : Direction::kOutgoing;
    }
    product.factors.push_back({slot, edge.relationship->types, direction, {}});
  }
  double found = 0;
  const bool scan =
      !partial.bound.contains(slot) && !best_access(graph, centre, partial.bound, estimate_, found);
  if (scan) {
    const DegreeProduct::Factor* fewest = &product.factors.front();
    for (const auto& factor : product.factors) {
      if (estimate_.sources(factor.types, factor.direction) <
          estimate_.sources(fewest->types, fewest->direction)) {
        fewest = &factor;
      }
    }
    const double rows = partial.rows() * estimate_.sources(fewest->types, fewest->direction);
    partial.plan =
        make_plan(ConnectedNodesScan{slot, fewest->types, fewest->direction}, std::move(partial.plan), rows);
    partial.bound.insert(slot);
  }
  PatternGraph rest;
  rest.nodes.push_back({slot, scan || graph.nodes[centre].bound});
  rest.predicates = std::move(graph.predicates);
  DOSSIER_ASSIGN_OR_RETURN(const Slot none, plan_graph(std::move(rest), partial));
  (void)none;
  product.count = weight_ = new_slot("  count");
  const double rows = partial.rows();
  partial.plan = make_plan(std::move(product), std::move(partial.plan), rows);
  return {};
}

namespace {

// Whether equal rows are worth no more than one: DISTINCT, and aggregates that do not count.
bool ignores_repetition(const ast::Expression& expression) {
  if (std::holds_alternative<ast::CountStarExpression>(expression.node)) return false;
  if (const auto* call = std::get_if<ast::FunctionCallExpression>(&expression.node);
      call && call->is_aggregate) {
    const FunctionSignature* function = find_function(call->name);
    return call->distinct || (function && (function->aggregate == AggregateKind::kMinimum ||
                                           function->aggregate == AggregateKind::kMaximum));
  }
  bool all = true;
  for_each_child(expression, [&](const ast::Expression& child) { all = all && ignores_repetition(child); });
  return all;
}

std::optional<SlotSet> slots_of_distinct(const ast::Projection& projection) {
  if (!projection.distinct && !projection.aggregates) return std::nullopt;
  SlotSet slots;
  for (const ast::ProjectionItem& item : projection.items) {
    if (!ignores_repetition(*item.expression)) return std::nullopt;
    append_slots(*item.expression, slots);
  }
  for (const ast::SortItem& item : projection.order_by) {
    if (!ignores_repetition(*item.expression)) return std::nullopt;
    append_slots(*item.expression, slots);
  }
  return slots;
}

}  // namespace

Result<bool> PlannerContext::plan_distinct_use(const ast::MatchClause& match,
                                               const ast::Projection& projection, Partial& partial) {
  auto needed = slots_of_distinct(projection);
  if (!needed) return false;
  const MatchUse use{MatchUse::Kind::kDistinct, *std::move(needed)};
  const auto weight = match.optional ? plan_optional_match(match, partial, use)
                                     : plan_match(match.pattern, match.condition.get(), partial, use);
  if (!weight.ok()) return weight.status();
  return true;
}

Result<bool> PlannerContext::plan_counting(const ast::Clause& first, const ast::Clause& second,
                                           Partial& partial, std::vector<ast::ColumnInfo>* columns) {
  const auto* match = std::get_if<ast::MatchClause>(&first.node);
  const auto* with = std::get_if<ast::WithClause>(&second.node);
  const auto* returned = std::get_if<ast::ReturnClause>(&second.node);
  if (!match || (!with && !returned)) return false;
  const ast::Projection& projection = with ? with->projection : returned->projection;
  bound_ = partial.bound;
  SlotSet pattern_slots;
  if (match->optional) {  // what was bound before is never missing
    for (const ast::PatternPart& part : match->pattern.parts) append_declared(part.element, pattern_slots);
  } else {
    append_slots(match->pattern, pattern_slots);
  }
  const auto needed = slots_beside_counts(projection, pattern_slots);
  if (!needed) {
    DOSSIER_ASSIGN_OR_RETURN(const bool planned, plan_distinct_use(*match, projection, partial));
    if (!planned) return false;
    DOSSIER_RETURN_IF_ERROR(plan_clause(second, partial, columns));
    return true;
  }
  if (match->optional) {
    DOSSIER_ASSIGN_OR_RETURN(weight_,
                             plan_optional_match(*match, partial, {MatchUse::Kind::kCounted, *needed}));
  } else {
    DOSSIER_ASSIGN_OR_RETURN(const bool planned, plan_counted_match(*match, projection, *needed, partial));
    if (!planned) return false;
  }
  const Status status = plan_clause(second, partial, columns);
  weight_ = ast::kNoSlot;
  if (!status.ok()) return status;
  return true;
}

Result<bool> PlannerContext::plan_counted_match(const ast::MatchClause& match,
                                                const ast::Projection& projection, const SlotSet& needed,
                                                Partial& partial) {
  std::vector<const ast::PatternPart*> parts;
  for (const ast::PatternPart& part : match.pattern.parts) {
    if (needs_all_paths(part)) return false;
    parts.push_back(&part);
  }
  DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph,
                           make_pattern_graph(*this, parts, match.condition.get(), partial.bound));
  if (const auto star = find_star(graph, projection)) {
    DOSSIER_RETURN_IF_ERROR(plan_star(std::move(graph), star->centre, partial));
  } else {
    DOSSIER_ASSIGN_OR_RETURN(weight_,
                             plan_graph(std::move(graph), partial, {MatchUse::Kind::kCounted, needed}));
  }
  return true;
}

}  // namespace dossier::query::planner
