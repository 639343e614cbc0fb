// WITH and RETURN: grouping, ordering, DISTINCT, SKIP and LIMIT, all in place on the flat row.
#include <algorithm>
#include <cmath>

#include "dossier/status_macros.h"
#include "query/planner/existence.h"
#include "query/planner/planner_context.h"

namespace dossier::query::planner {
namespace {

AggregateKind aggregate_kind(const ast::Expression& expression) {
  if (std::holds_alternative<ast::CountStarExpression>(expression.node)) return AggregateKind::kCount;
  const auto* call = std::get_if<ast::FunctionCallExpression>(&expression.node);
  if (!call || !call->is_aggregate) return AggregateKind::kNone;
  const FunctionSignature* function = find_function(call->name);
  return function ? function->aggregate : AggregateKind::kNone;
}

bool aggregates(const ast::Expression& expression) {
  if (aggregate_kind(expression) != AggregateKind::kNone) return true;
  bool found = false;
  for_each_child(expression, [&](const ast::Expression& child) { found = found || aggregates(child); });
  return found;
}

// The slots that are read once the aggregates are computed: all but those of their arguments.
void append_slots_beside_aggregates(const ast::Expression& expression, SlotSet& slots) {
  if (aggregate_kind(expression) != AggregateKind::kNone) return;
  if (!aggregates(expression)) return append_slots(expression, slots);
  for_each_child(expression,
                 [&](const ast::Expression& child) { append_slots_beside_aggregates(child, slots); });
}

// Every aggregate call under the expression gets a slot of its own.
class AggregateCollector {
 public:
  AggregateCollector(PlannerContext& context, std::vector<AggregateCall>& calls)
      : context_(context), calls_(calls) {}

  Status collect(const ast::Expression& expression) {
    const AggregateKind kind = aggregate_kind(expression);
    if (kind != AggregateKind::kNone) return add(expression, kind);
    Status status;
    for_each_child(expression, [&](const ast::Expression& child) {
      if (status.ok()) status = collect(child);
    });
    return status;
  }

 private:
  Status add(const ast::Expression& expression, AggregateKind kind) {
    AggregateCall call{context_.new_slot("  agg"), kind};
    call.span = expression.span;
    call.text = context_.text_of(expression.span);
    if (context_.weight() != ast::kNoSlot) {  // rows that stand for several: see counting.h
      call.kind = AggregateKind::kSum;
      const bool rows = std::holds_alternative<ast::CountStarExpression>(expression.node);
      DOSSIER_ASSIGN_OR_RETURN(PlanExpression weight, context_.compile(*weight_of(expression.span, rows)));
      call.arguments.push_back(std::move(weight));
    } else if (const auto* function = std::get_if<ast::FunctionCallExpression>(&expression.node)) {
      call.distinct = function->distinct;
      for (const ast::ExpressionPtr& argument : function->arguments) {
        DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, context_.compile(*argument));
        call.arguments.push_back(std::move(compiled));
      }
    }
    context_.set_computed(expression, call.slot);
    calls_.push_back(std::move(call));
    return {};
  }

  // coalesce(weight, 1) for rows: one counts even where an OPTIONAL MATCH has found nothing.
  ast::ExpressionPtr weight_of(ast::SourceSpan span, bool rows) const {
    ast::ExpressionPtr weight = make_variable(context_.weight(), "", span);
    if (!rows) return weight;
    auto one = std::make_unique<ast::Expression>(), sum = std::make_unique<ast::Expression>();
    one->node = ast::LiteralExpression{graph::Value(std::int64_t{1})};
    ast::FunctionCallExpression call{"coalesce"};
    call.arguments.push_back(std::move(weight)), call.arguments.push_back(std::move(one));
    sum->node = std::move(call), sum->span = span;
    return sum;
  }

  PlannerContext& context_;
  std::vector<AggregateCall>& calls_;
};

class ProjectionPlanner {
 public:
  ProjectionPlanner(PlannerContext& context, const ast::Projection& projection, Partial& partial,
                    bool writes_below)
      : context_(context), projection_(projection), partial_(partial), writes_below_(writes_below) {}

  Status run() {
    DOSSIER_RETURN_IF_ERROR(projection_.aggregates ? plan_aggregation() : plan_items());
    for (const ast::ProjectionItem& item : projection_.items) partial_.bound.insert(item.slot);
    if (projection_.distinct) plan_distinct();
    return plan_order();
  }

 private:
  void add(LogicalPlan::Node node, double rows) {
    partial_.plan = make_plan(std::move(node), std::move(partial_.plan), rows);
  }

  Status add_assignment(const ast::ProjectionItem& item, Project& project) {
    if (variable_slot(*item.expression) == item.slot) return {};  // stays where it is
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression expression, context_.compile(*item.expression));
    project.items.push_back({item.slot, std::move(expression)});
    return {};
  }

  void add_project(Project project) {
    if (!project.items.empty()) add(std::move(project), partial_.rows());
  }

  Status plan_items() {
    Project project;
    for (const ast::ProjectionItem& item : projection_.items)
      DOSSIER_RETURN_IF_ERROR(add_assignment(item, project));
    add_project(std::move(project));
    return {};
  }

  // Grouping keys first, then one row a group (its first row, so that all its slots stay readable), then what is
  // made of the aggregates.
  Status plan_aggregation() {
    Aggregate aggregate;
    Project keys, results;
    AggregateCollector collector(context_, aggregate.calls);
    for (const ast::ProjectionItem& item : projection_.items) {
      if (aggregates(*item.expression)) continue;
      DOSSIER_RETURN_IF_ERROR(add_assignment(item, keys));
      aggregate.keys.push_back(item.slot);
    }
    for (const ast::ProjectionItem& item : projection_.items)
      DOSSIER_RETURN_IF_ERROR(collector.collect(*item.expression));
    for (const ast::SortItem& item : projection_.order_by)
      DOSSIER_RETURN_IF_ERROR(collector.collect(*item.expression));
    add_project(std::move(keys));
    aggregate.kept = kept_slots(aggregate);
    const double groups = aggregate.keys.empty() ? 1 : std::sqrt(partial_.rows());
    add(std::move(aggregate), groups);
    for (const ast::ProjectionItem& item : projection_.items) {
      if (aggregates(*item.expression)) DOSSIER_RETURN_IF_ERROR(add_assignment(item, results));
    }
    add_project(std::move(results));
    return {};
  }

  std::vector<Slot> kept_slots(const Aggregate& aggregate) const {
    SlotSet read;
    for (const ast::ProjectionItem& item : projection_.items) {
      if (aggregates(*item.expression)) append_slots_beside_aggregates(*item.expression, read);
    }
    for (const ast::SortItem& item : projection_.order_by)
      append_slots_beside_aggregates(*item.expression, read);
    for (const Slot key : aggregate.keys) read.erase(key);
    return {read.begin(), read.end()};
  }

  void plan_distinct() {
    Distinct distinct;
    for (const ast::ProjectionItem& item : projection_.items) distinct.keys.push_back(item.slot);
    add(std::move(distinct), std::max(1.0, partial_.rows() / 2));
  }

  Status plan_order() {
    std::vector<SortKey> keys;
    for (const ast::SortItem& item : projection_.order_by) {
      DOSSIER_ASSIGN_OR_RETURN(PlanExpression expression, context_.compile(*item.expression));
      keys.push_back({std::move(expression), item.descending});
    }
    DOSSIER_ASSIGN_OR_RETURN(auto skip, context_.compile_optional(projection_.skip));
    DOSSIER_ASSIGN_OR_RETURN(auto limit, context_.compile_optional(projection_.limit));
    if (!keys.empty() && limit && context_.rewrites()) {
      add(TopN{std::move(keys), skip, *limit}, std::min(partial_.rows(), 10.0));
    } else if (!keys.empty()) {
      add(Sort{std::move(keys)}, partial_.rows());
    }
    if (skip || limit)
      add(SkipLimit{std::move(skip), std::move(limit), writes_below_}, std::min(partial_.rows(), 10.0));
    return {};
  }

  PlannerContext& context_;
  const ast::Projection& projection_;
  Partial& partial_;
  bool writes_below_;
};

}  // namespace

Status PlannerContext::plan_projection(const ast::Projection& projection, Partial& partial,
                                       bool writes_below) {
  return ProjectionPlanner(*this, projection, partial, writes_below).run();
}

Status PlannerContext::plan_filter(const ast::Expression& condition, Partial& partial) {
  if (!rewrites_) return plan_predicate(condition, partial);
  std::vector<const ast::Expression*> conjuncts;
  append_conjuncts(condition, conjuncts);
  const auto is_existence = [](const ast::Expression* conjunct) {
    return find_existence(*conjunct).has_value();
  };
  if (std::none_of(conjuncts.begin(), conjuncts.end(), is_existence))
    return plan_predicate(condition, partial);
  std::stable_partition(conjuncts.begin(), conjuncts.end(),
                        [&](const auto* conjunct) { return !is_existence(conjunct); });
  for (const ast::Expression* conjunct : conjuncts) {
    const auto existence = find_existence(*conjunct);
    DOSSIER_RETURN_IF_ERROR(existence ? plan_existence(*existence, partial)
                                      : plan_predicate(*conjunct, partial));
  }
  return {};
}

Status PlannerContext::plan_predicate(const ast::Expression& condition, Partial& partial) {
  Predicate predicate;
  DOSSIER_ASSIGN_OR_RETURN(predicate.expression, compile(condition));
  Filter filter;
  const double rows = partial.rows() * estimate_.selectivity(predicate);
  filter.predicates.push_back(std::move(predicate));
  partial.plan = make_plan(std::move(filter), std::move(partial.plan), rows);
  return {};
}

}  // namespace dossier::query::planner
