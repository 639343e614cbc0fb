#include "query/planner/detach.h"

#include <algorithm>
#include <cmath>

#include "dossier/status_macros.h"
#include "query/planner/cost.h"

namespace dossier::query::planner {
namespace {

constexpr double kMostRows = 5e6;  // more are not kept in memory

bool meet(const SlotSet& a, const SlotSet& b) {
  return std::any_of(a.begin(), a.end(), [&](Slot slot) { return b.contains(slot); });
}

class Detacher {
 public:
  Detacher(PlannerContext& context, PatternGraph graph, const SlotSet& outer, MatchUse use,
           std::vector<PatternPredicate>* rest)
      : context_(context), graph_(std::move(graph)), outer_(outer), use_(std::move(use)), rest_(rest) {}

  Result<std::optional<Detached>> run() {
    for (const PatternEdge& edge : graph_.edges) {
      if (outer_.contains(edge.slot) || edge.quantified || !edge.conditions.empty())
        return std::optional<Detached>();
      inside_.insert(edge.slot);
    }
    for (const PatternNode& node : graph_.nodes) {
      inside_.insert(node.slot);
      if (outer_.contains(node.slot)) add_key(node.slot, node.slot, 1 / context_.estimate().nodes());
    }
    for (const PatternPath& path : graph_.paths) inside_.insert(path.build.path);
    DOSSIER_ASSIGN_OR_RETURN(const bool separable, take_equations());
    if (!separable) return std::optional<Detached>();
    for (const auto& [left, right] : detached_.keys) use_.needed.insert(right);
    detached_.inner = {context_.argument(), {}};
    DOSSIER_ASSIGN_OR_RETURN(const Slot count, context_.plan_graph(std::move(graph_), detached_.inner, use_));
    (void)count;
    const double rows = detached_.inner.rows();
    if (rows > kMostRows) return std::optional<Detached>();
    if (!of_inner_.items.empty()) {
      detached_.inner.plan = make_plan(std::move(of_inner_), std::move(detached_.inner.plan), rows);
    }
    for (const double share : shares_)
      share_ *= share > 0 ? share : std::min(0.1, 1 / std::sqrt(std::max(1.0, rows)));
    detached_.matches = rows * share_;
    return std::optional<Detached>(std::move(detached_));
  }

 private:
  void add_key(Slot row, Slot inner, double share) {
    detached_.keys.emplace_back(row, inner);
    shares_.push_back(share);
  }

  // Equations with the rows become keys; false if a condition reads the rows in another way and nobody takes it.
  Result<bool> take_equations() {
    for (auto it = graph_.predicates.begin(); it != graph_.predicates.end();) {
      if (!meet(it->outer, outer_)) {
        ++it;
        continue;
      }
      DOSSIER_ASSIGN_OR_RETURN(const bool taken, take_equation(*it));
      if (!taken && !rest_) return false;
      if (!taken) rest_->push_back(std::move(*it));
      it = graph_.predicates.erase(it);
    }
    return true;
  }

  Result<bool> take_equation(const PatternPredicate& predicate) {
    if (predicate.existence) return false;
    if (predicate.condition) return take_comparison(*predicate.condition);
    const Predicate& p = predicate.predicate;  // ({key: value}) in the pattern
    if (p.kind != Predicate::Kind::kProperty || predicate.reads_itself || predicate.needs != SlotSet{p.slot})
      return false;
    ast::Expression property;
    property.node =
        ast::PropertyExpression{make_variable(p.slot, context_.slot_name(p.slot), p.expression.span), p.key};
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression inner, context_.compile(property));
    inner.text = context_.slot_name(p.slot) + "." + p.key;
    use_.needed.insert(p.slot);
    add_equation(p.expression, std::move(inner), p.key);
    return true;
  }

  Result<bool> take_comparison(const ast::Expression& condition) {
    const auto* comparison = std::get_if<ast::ComparisonExpression>(&condition.node);
    if (!comparison || comparison->operands.size() != 2 ||
        comparison->operators[0] != ast::ComparisonOperator::kEqual) {
      return false;
    }
    for (int side = 0; side < 2; ++side) {
      const ast::Expression &row = *comparison->operands[side], &inner = *comparison->operands[1 - side];
      if (meet(slots_of(row), inside_) || meet(slots_of(inner), outer_)) continue;
      const auto* property = std::get_if<ast::PropertyExpression>(&inner.node);
      DOSSIER_ASSIGN_OR_RETURN(PlanExpression of_row, context_.compile(row));
      DOSSIER_ASSIGN_OR_RETURN(PlanExpression of_inner, context_.compile(inner));
      for (const Slot slot : slots_of(inner)) use_.needed.insert(slot);
      add_equation(std::move(of_row), std::move(of_inner), property ? property->key : "");
      return true;
    }
    return false;
  }

  void add_equation(PlanExpression of_row, PlanExpression of_inner, const std::string& key) {
    const Slot row = context_.new_slot(of_row.text), inner = context_.new_slot(of_inner.text);
    add_key(row, inner,
            !key.empty() && context_.estimate().is_indexed(key) ? 1 / context_.estimate().nodes() : 0);
    detached_.of_rows.items.push_back({row, std::move(of_row)});
    of_inner_.items.push_back({inner, std::move(of_inner)});
  }

  PlannerContext& context_;
  PatternGraph graph_;
  const SlotSet& outer_;
  MatchUse use_;
  std::vector<PatternPredicate>* rest_;
  SlotSet inside_;              // what the pattern binds
  std::vector<double> shares_;  // by key: of the inner rows that have a given value; 0: unknown
  double share_ = 1;
  Project of_inner_;
  Detached detached_;
};

}  // namespace

double Detached::cost(double rows) const {
  return cost_of(*inner.plan) + inner.rows() + rows * (1 + matches);
}

Result<std::optional<Detached>> detach(PlannerContext& context, PatternGraph graph, const SlotSet& outer,
                                       MatchUse use, std::vector<PatternPredicate>* rest) {
  return Detacher(context, std::move(graph), outer, std::move(use), rest).run();
}

Result<std::optional<Detached>> detach(PlannerContext& context, const ast::Pattern& pattern,
                                       const ast::Expression* condition, const SlotSet& outer, MatchUse use) {
  std::vector<const ast::PatternPart*> parts;
  for (const ast::PatternPart& part : pattern.parts) {
    if (part.selector != ast::PathSelector::kNone) return std::optional<Detached>();
    parts.push_back(&part);
  }
  DOSSIER_ASSIGN_OR_RETURN(PatternGraph graph, make_pattern_graph(context, parts, condition, {}));
  return detach(context, std::move(graph), outer, std::move(use));
}

void join_detached(Detached detached, HashJoin::Kind kind, std::vector<std::pair<Slot, Slot>> distinct,
                   double rows, Partial& partial) {
  HashJoin join{kind, std::move(detached.keys), {}, std::move(distinct)};
  if (kind == HashJoin::Kind::kInner || kind == HashJoin::Kind::kLeftOuter) {
    for (const Slot slot : detached.inner.bound) {
      if (partial.bound.insert(slot).second) join.payload.push_back(slot);
    }
  }
  if (!detached.of_rows.items.empty()) {
    const double before = partial.rows();
    partial.plan = make_plan(std::move(detached.of_rows), std::move(partial.plan), before);
  }
  partial.plan = make_plan(std::move(join), std::move(partial.plan), std::move(detached.inner.plan), rows);
}

}  // namespace dossier::query::planner
