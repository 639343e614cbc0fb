#include <algorithm>
#include <optional>

#include "query/planner/match_planner.h"

namespace dossier::query::planner {
namespace {

constexpr double kTouchedRow = 0.3;         // a row that is read and dropped, against one that goes on
constexpr double kScannedValue = 0.1;       // a value compared in a scan, against a row
constexpr double kSought = 3;               // nodes; a scan gives more
constexpr double kVariableLengthSteps = 3;  // assumed where a pattern gives no upper bound

bool available(const PatternPredicate& predicate, const SlotSet& bound, Slot besides) {
  return std::all_of(predicate.needs.begin(), predicate.needs.end(),
                     [&](Slot slot) { return slot == besides || bound.contains(slot); });
}

// Walks one order in mind: what is bound, what is left, how many rows there are and were.
class Simulation {
 public:
  Simulation(const PatternGraph& graph, const Cardinality& estimate, double rows)
      : graph_(graph),
        estimate_(estimate),
        rows_(rows),
        used_(graph.edges.size()),
        applied_(graph.predicates.size()) {
    for (const PatternNode& node : graph.nodes) {
      if (node.bound) bound_.insert(node.slot);
    }
    apply_predicates();
  }

  double cost() const { return cost_; }
  const std::vector<MatchStep>& steps() const { return steps_; }
  bool is_bound(std::size_t node) const { return bound_.contains(graph_.nodes[node].slot); }

  void take(const MatchStep& step) {
    cost_ += kTouchedRow * touched(step);
    rows_ = rows_after(step);
    bind(step);
    steps_.push_back(step);
    apply_predicates();
    cost_ += rows_;
  }

  std::vector<MatchStep> starts() const {
    std::vector<MatchStep> steps;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      if (!is_bound(i)) steps.push_back({MatchStep::Kind::kScanNode, i});
    }
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      const PatternEdge& edge = graph_.edges[i];
      if (used_[i]) continue;
      if (!is_bound(edge.left) && !is_bound(edge.right) && !edge.variable() && !edge.bound &&
          edge.left != edge.right) {
        steps.push_back({MatchStep::Kind::kScanRelationships, 0, i});
      }
    }
    return steps;
  }

  // Edges first while any touches what is bound; then a new start.
  void finish() {
    while (true) {
      std::vector<MatchStep> options = edges(false);
      if (options.empty()) options = starts();
      if (options.empty()) options = edges(true);
      if (options.empty()) return;
      const auto best =
          std::min_element(options.begin(), options.end(), [&](const MatchStep& a, const MatchStep& b) {
            return kTouchedRow * touched(a) + rows_after(a) < kTouchedRow * touched(b) + rows_after(b);
          });
      take(end_to_seek(*best).value_or(*best));
    }
  }

  bool starts_connected() const { return !edges(false).empty(); }

 private:
  // What the conditions of its steps read comes before an edge, unless nothing else is left.
  std::vector<MatchStep> edges(bool whatever) const {
    std::vector<MatchStep> steps;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      if (used_[i]) continue;
      const PatternEdge& edge = graph_.edges[i];
      const bool ready =
          std::all_of(edge.needs.begin(), edge.needs.end(), [&](Slot slot) { return bound_.contains(slot); });
      if (!ready && !whatever) continue;
      if (edge.bound && !edge.variable())
        steps.push_back({MatchStep::Kind::kEdge, 0, i, false});
      else if (is_bound(edge.left))
        steps.push_back({MatchStep::Kind::kEdge, 0, i, false});
      else if (is_bound(edge.right))
        steps.push_back({MatchStep::Kind::kEdge, 0, i, true});
    }
    return steps;
  }

  // A path of any length is better searched between two nodes: its far end first, where that can be sought.
  std::optional<MatchStep> end_to_seek(const MatchStep& step) const {
    if (step.kind != MatchStep::Kind::kEdge) return std::nullopt;
    const PatternEdge& edge = graph_.edges[step.edge];
    const std::size_t far = step.reversed ? edge.left : edge.right;
    double found = 0;
    if (!edge.variable() || edge.bound || is_bound(far)) return std::nullopt;
    const bool sought = best_access(graph_, far, bound_, estimate_, found) && found < kSought;
    return sought ? std::optional(MatchStep{MatchStep::Kind::kScanNode, far}) : std::nullopt;
  }

  // What a step reads, whether or not a condition then drops it.
  double touched(const MatchStep& step) const {
    if (step.kind == MatchStep::Kind::kScanNode) {
      double found = 0;
      const PatternPredicate* access = best_access(graph_, step.node, bound_, estimate_, found);
      const Predicate* sought = access ? access_to(*access, graph_.nodes[step.node].slot) : nullptr;
      const bool scans =
          sought && sought->kind == Predicate::Kind::kProperty && !estimate_.is_indexed(sought->key);
      return rows_ * (scans ? kScannedValue * estimate_.nodes() : found);
    }
    const PatternEdge& edge = graph_.edges[step.edge];
    if (step.kind == MatchStep::Kind::kScanRelationships) {
      return rows_ * estimate_.relationships(edge.relationship->types);
    }
    return rows_ * edge_rows(graph_, edge, false, estimate_);
  }

  // The rows of a step with the conditions that it makes testable.
  double rows_after(const MatchStep& step) const {
    double rows = rows_;
    SlotSet bound = bound_;
    if (step.kind == MatchStep::Kind::kScanNode) {
      double found = 0;
      const PatternPredicate* access = best_access(graph_, step.node, bound_, estimate_, found);
      bound.insert(graph_.nodes[step.node].slot);
      return rows * found * selectivity_of_new(bound, access);
    }
    const PatternEdge& edge = graph_.edges[step.edge];
    if (step.kind == MatchStep::Kind::kScanRelationships) {
      rows *= estimate_.relationships(edge.relationship->types) *
              (edge.relationship->direction == graph::Direction::kBoth ? 2 : 1);
    } else {
      rows *= edge_rows(graph_, edge, is_bound(edge.left) && is_bound(edge.right), estimate_);
    }
    bound.insert(graph_.nodes[edge.left].slot), bound.insert(graph_.nodes[edge.right].slot),
        bound.insert(edge.slot);
    return rows * selectivity_of_new(bound, nullptr);
  }

  double selectivity_of_new(const SlotSet& bound, const PatternPredicate* besides) const {
    double share = 1;
    for (std::size_t i = 0; i < graph_.predicates.size(); ++i) {
      const PatternPredicate& predicate = graph_.predicates[i];
      if (!applied_[i] && &predicate != besides && available(predicate, bound, ast::kNoSlot)) {
        share *= estimate_.selectivity(predicate.predicate);
      }
    }
    return share;
  }

  void bind(const MatchStep& step) {
    if (step.kind == MatchStep::Kind::kScanNode) {
      bound_.insert(graph_.nodes[step.node].slot);
      return;
    }
    const PatternEdge& edge = graph_.edges[step.edge];
    used_[step.edge] = true;
    bound_.insert(graph_.nodes[edge.left].slot), bound_.insert(graph_.nodes[edge.right].slot),
        bound_.insert(edge.slot);
  }

  void apply_predicates() {
    for (std::size_t i = 0; i < graph_.predicates.size(); ++i) {
      if (available(graph_.predicates[i], bound_, ast::kNoSlot)) applied_[i] = true;
    }
  }

  const PatternGraph& graph_;
  const Cardinality& estimate_;
  double rows_, cost_ = 0;
  SlotSet bound_;
  std::vector<bool> used_, applied_;
  std::vector<MatchStep> steps_;
};

}  // namespace

double edge_rows(const PatternGraph&, const PatternEdge& edge, bool into, const Cardinality& estimate) {
  if (edge.bound && !edge.variable()) return 0.5;
  static const std::vector<std::string> kAnyType;
  const auto& types = edge.relationship ? edge.relationship->types : kAnyType;
  const auto direction = edge.relationship ? edge.relationship->direction : graph::Direction::kOutgoing;
  double rows = estimate.fan_out(types, direction);
  if (edge.variable()) {
    double steps = kVariableLengthSteps;
    if (edge.relationship && edge.relationship->length && edge.relationship->length->maximum) {
      steps = static_cast<double>(*edge.relationship->length->maximum);
    }
    if (edge.quantified && edge.quantified->maximum) steps = static_cast<double>(*edge.quantified->maximum);
    double sum = 0, power = 1;
    for (int i = 0; i < std::min(steps, 10.0); ++i) sum += power *= std::max(rows, 1.0);
    rows = sum;
  }
  if (edge.selector != ast::PathSelector::kNone)
    rows = std::min(rows, estimate.nodes());  // the shortest to each
  return into ? rows / estimate.nodes() : rows;
}

const PatternPredicate* best_access(const PatternGraph& graph, std::size_t node, const SlotSet& bound,
                                    const Cardinality& estimate, double& rows) {
  const Slot slot = graph.nodes[node].slot;
  const PatternPredicate* best = nullptr;
  rows = estimate.nodes();
  for (const PatternPredicate& candidate : graph.predicates) {
    const Predicate* predicate = access_to(candidate, slot);
    if (!predicate || !available(candidate, bound, slot)) continue;
    double found = estimate.nodes() * estimate.selectivity(*predicate);
    if (predicate->kind == Predicate::Kind::kLabels) found = estimate.nodes(predicate->labels[0]);
    if (predicate->values && !estimate.is_indexed(predicate->key)) continue;
    if (found < rows || (!best && found <= rows)) best = &candidate, rows = found;
  }
  return best;
}

std::vector<MatchStep> written_order(const PatternGraph& graph) {
  std::vector<MatchStep> steps;
  std::vector<bool> bound(graph.nodes.size());
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) bound[i] = graph.nodes[i].bound;
  const auto scan = [&](std::size_t node) {
    if (!bound[node]) steps.push_back({MatchStep::Kind::kScanNode, node});
    bound[node] = true;
  };
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const PatternEdge& edge = graph.edges[i];
    const bool found = edge.bound && !edge.variable();
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
      if (edge.needs.contains(graph.nodes[n].slot)) scan(n);
    }
    if (!found) scan(edge.left);
    steps.push_back({MatchStep::Kind::kEdge, 0, i, false});
    bound[edge.left] = bound[edge.right] = true;
  }
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) scan(i);
  return steps;
}

namespace {

Simulation cheapest(const PatternGraph& graph, const Cardinality& estimate, double rows) {
  const Simulation empty(graph, estimate, rows);
  const std::vector<MatchStep> starts = empty.starts();
  std::optional<Simulation> best;
  if (empty.starts_connected() || starts.empty()) {
    best.emplace(empty);
    best->finish();
    return *std::move(best);
  }
  for (const MatchStep& start : starts) {
    Simulation simulation = empty;
    simulation.take(start);
    simulation.finish();
    if (!best || simulation.cost() < best->cost()) best.emplace(std::move(simulation));
  }
  return *std::move(best);
}

}  // namespace

std::vector<MatchStep> cheapest_order(const PatternGraph& graph, const Cardinality& estimate, double rows) {
  constexpr std::size_t kMostWeighed = 60;  // beyond that, weighing orders takes longer than a good one saves
  if (graph.nodes.size() > kMostWeighed) return written_order(graph);
  return cheapest(graph, estimate, rows).steps();
}

double least_cost(const PatternGraph& graph, const Cardinality& estimate, double rows) {
  return cheapest(graph, estimate, rows).cost();
}

}  // namespace dossier::query::planner
