#include "query/executor/physical_plan.h"

#include <algorithm>
#include <utility>

#include "dossier/status_macros.h"
#include "query/overloaded.h"

namespace dossier::query {
namespace {

// Whether each of its rows comes from one row of the first input alone, so that it may run on any part of them.
bool is_row_wise(const LogicalPlan& plan) {
  return std::visit(
      Overloaded{
          [](const planner::Expand&) { return true; }, [](const planner::BoundRelationship&) { return true; },
          [](const planner::VariableExpand&) { return true; },
          [](const planner::QuantifiedExpand&) { return true; },
          [](const planner::ShortestPath&) { return true; }, [](const planner::PathBuild&) { return true; },
          [](const planner::Filter&) { return true; }, [](const planner::Optional&) { return true; },
          [](const planner::SemiApply&) { return true; }, [](const planner::HashJoin&) { return true; },
          [](const planner::Project&) { return true; }, [](const planner::Unwind&) { return true; },
          [](const planner::Intersect&) { return true; }, [](const planner::DegreeProduct&) { return true; },
          [](const auto&) { return false; }},
      plan.node);
}

bool is_scan(const LogicalPlan& plan) {
  return std::holds_alternative<planner::AllNodesScan>(plan.node) ||
         std::holds_alternative<planner::LabelScan>(plan.node) ||
         std::holds_alternative<planner::RelationshipScan>(plan.node) ||
         std::holds_alternative<planner::ConnectedNodesScan>(plan.node);
}

// Whether many rows may be handed to its Argument at once: see InnerPlan::streams.
bool streams(const LogicalPlan& plan) {
  const LogicalPlan* at = &plan;
  while (!std::holds_alternative<planner::Argument>(at->node)) {
    const bool seeks = std::holds_alternative<planner::NameSeek>(at->node) ||
                       std::holds_alternative<planner::PropertySeek>(at->node) ||
                       std::holds_alternative<planner::ValuesSeek>(at->node);
    if (!is_row_wise(*at) && !is_scan(*at) && !seeks) return false;
    at = at->inputs[0].get();
  }
  return true;
}

// The scan at the bottom of a chain that is worth sharing among threads, or null. It must run once, from no row.
const LogicalPlan* shared_scan(const LogicalPlan& plan, double least_rows) {
  const LogicalPlan* at = &plan;
  double rows = plan.rows;
  while (is_row_wise(*at)) at = at->inputs[0].get(), rows = std::max(rows, at->rows);
  const bool once = is_scan(*at) && std::holds_alternative<planner::Argument>(at->inputs[0]->node);
  return once && rows >= least_rows ? at : nullptr;
}

class Builder {
 public:
  Builder(ExecutionContext& context, bool whole_query)
      : context_(context), may_share_(whole_query && context.threads > 1) {}

  InnerPlan inner(const LogicalPlan& plan) {
    const bool may_share = std::exchange(may_share_, false);
    InnerPlan result = joined(plan);
    result.streams = streams(plan);
    may_share_ = may_share;
    return result;
  }
  // What runs once, and from no row, where that which it is joined with runs once.
  InnerPlan joined(const LogicalPlan& plan) {
    ArgumentOperator* outer = std::exchange(argument_, nullptr);
    InnerPlan result;
    result.root = build(plan);
    result.argument = std::exchange(argument_, outer);
    return result;
  }
  InnerPlan outermost(const LogicalPlan& plan) {
    InnerPlan result;
    result.root = build(plan);
    result.argument = argument_;
    return result;
  }

 private:
  OperatorPtr input(const LogicalPlan& plan) { return build(*plan.inputs[0]); }

  OperatorPtr build(const LogicalPlan& plan) {
    ExecutionContext& c = context_;
    if (may_share_) {
      if (const LogicalPlan* scan = shared_scan(plan, c.parallel_rows)) return make_gather(c, plan, scan->id);
    }
    return std::visit(
        Overloaded{
            [&](const planner::Argument&) -> OperatorPtr { return make_argument(plan); },
            [&](const planner::AllNodesScan& n) { return make_all_nodes_scan(c, plan, n, input(plan)); },
            [&](const planner::LabelScan& n) { return make_label_scan(c, plan, n, input(plan)); },
            [&](const planner::NameSeek& n) { return make_name_seek(c, plan, n, input(plan)); },
            [&](const planner::PropertySeek& n) { return make_property_seek(c, plan, n, input(plan)); },
            [&](const planner::ValuesSeek& n) { return make_values_seek(c, plan, n, input(plan)); },
            [&](const planner::RelationshipScan& n) {
              return make_relationship_scan(c, plan, n, input(plan));
            },
            [&](const planner::Expand& n) {
              return n.into ? make_expand_into(c, plan, n, input(plan))
                            : make_expand(c, plan, n, input(plan));
            },
            [&](const planner::BoundRelationship& n) {
              return make_bound_relationship(c, plan, n, input(plan));
            },
            [&](const planner::VariableExpand& n) {
              return n.ends_only ? make_pruning_expand(c, plan, n, input(plan))
                                 : make_variable_expand(c, plan, n, input(plan));
            },
            [&](const planner::QuantifiedExpand& n) {
              return make_quantified_expand(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::ShortestPath& n) { return make_shortest_path(c, plan, n, input(plan)); },
            [&](const planner::PathBuild& n) { return make_path_build(c, plan, n, input(plan)); },
            [&](const planner::Filter& n) { return make_filter(c, plan, n, input(plan)); },
            [&](const planner::Optional& n) {
              return make_optional(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::SemiApply& n) {
              return make_semi_apply(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::HashJoin& n) {
              return make_hash_join(c, plan, n, input(plan), joined(*plan.inputs[1]));
            },
            [&](const planner::Apply& n) {
              return make_apply(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::Project& n) { return make_project(c, plan, n, input(plan)); },
            [&](const planner::Aggregate& n) {
              OperatorPtr rows = input(plan);  // first: it finds the Argument
              return make_aggregate(c, plan, n, std::move(rows), argument_);
            },
            [&](const planner::Distinct& n) { return make_distinct(c, plan, n, input(plan)); },
            [&](const planner::Sort& n) { return make_sort(c, plan, n, input(plan)); },
            [&](const planner::TopN& n) { return make_top_n(c, plan, n, input(plan)); },
            [&](const planner::SkipLimit& n) { return make_skip_limit(c, plan, n, input(plan)); },
            [&](const planner::Unwind& n) { return make_unwind(c, plan, n, input(plan)); },
            [&](const planner::Union& n) { return make_union(c, plan, n, union_inputs(plan)); },
            [&](const planner::Eager&) { return make_eager(c, plan, input(plan)); },
            [&](const planner::Create& n) { return make_create(c, plan, n, input(plan)); },
            [&](const planner::SetProperties& n) { return make_set(c, plan, n, input(plan)); },
            [&](const planner::Delete& n) { return make_delete(c, plan, n, input(plan)); },
            [&](const planner::Merge& n) {
              return make_merge(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::Foreach& n) {
              return make_foreach(c, plan, n, input(plan), inner(*plan.inputs[1]));
            },
            [&](const planner::ProcedureCall& n) { return make_procedure_call(c, plan, n, input(plan)); },
            [&](const planner::ConnectedNodesScan& n) {
              return make_connected_nodes_scan(c, plan, n, input(plan));
            },
            [&](const planner::Intersect& n) { return make_intersect(c, plan, n, input(plan)); },
            [&](const planner::KeepShortest& n) { return make_keep_shortest(c, plan, n, input(plan)); },
            [&](const planner::DegreeProduct& n) { return make_degree_product(c, plan, n, input(plan)); },
        },
        plan.node);
  }

  OperatorPtr make_argument(const LogicalPlan& plan) {
    auto argument = std::make_unique<ArgumentOperator>(context_, plan);
    if (argument_)
      argument->follow(argument_);
    else
      argument_ = argument.get();
    return argument;
  }

  // Each part of a UNION has an Argument; all are handed the same row.
  std::vector<OperatorPtr> union_inputs(const LogicalPlan& plan) {
    std::vector<OperatorPtr> inputs;
    for (const planner::PlanPtr& part : plan.inputs) inputs.push_back(build(*part));
    return inputs;
  }

  ExecutionContext& context_;
  ArgumentOperator* argument_ = nullptr;
  bool may_share_;
};

}  // namespace

InnerPlan make_operators(ExecutionContext& context, const LogicalPlan& plan) {
  return Builder(context, false).outermost(plan);
}

InnerPlan make_query_operators(ExecutionContext& context, const LogicalPlan& plan) {
  return Builder(context, true).outermost(plan);
}

namespace {

// The list whose length is all that the plan asks for, or null.
const planner::DegreeProduct::Factor* only_degree(const LogicalPlan& plan) {
  const auto* product = std::get_if<planner::DegreeProduct>(&plan.node);
  if (!product || product->factors.size() != 1 || !product->factors[0].minus.empty()) return nullptr;
  return std::holds_alternative<planner::Argument>(plan.inputs[0]->node) ? &product->factors[0] : nullptr;
}

}  // namespace

Result<graph::Value> PlanSubqueryRunner::run(int number, RowView row) {
  const auto index = static_cast<std::size_t>(number);
  const planner::Subplan& subplan = context_.plan.subplans[index];
  if (instances_.size() <= index) instances_.resize(context_.plan.subplans.size());
  if (!instances_[index]) {
    instances_[index] = std::make_unique<Instance>();
    instances_[index]->plan = make_operators(context_, *subplan.plan);
    instances_[index]->batch = std::make_unique<Batch>(context_.width());
    instances_[index]->degree = only_degree(*subplan.plan);
  }
  if (instances_[index]->degree && !context_.profiling) {
    DOSSIER_ASSIGN_OR_RETURN(const std::int64_t count, degree(*instances_[index], row));
    return subplan.kind == planner::Subplan::Kind::kExists ? graph::Value(count > 0) : graph::Value(count);
  }
  return run(subplan, *instances_[index], row);
}

// Asked often, the adjacency is worth having in memory.
Result<std::int64_t> PlanSubqueryRunner::degree(Instance& instance, RowView row) {
  const graph::Value& from = row[static_cast<std::size_t>(instance.degree->from)];
  if (!from.is_node()) return 0;
  constexpr std::uint64_t kOften = 2000;
  const bool may_change = context_.transaction != nullptr;  // by what this query writes between two rows
  if (may_change || instance.asked == 0 || instance.asked == kOften) {
    instance.lists.emplace(context_, instance.degree->types, instance.degree->direction,
                           may_change ? 0.0 : static_cast<double>(2 * instance.asked));
    DOSSIER_RETURN_IF_ERROR(instance.lists->prepare());
  }
  ++instance.asked;
  const graph::NodeId node = from.as_node();
  std::uint64_t degree = 0;
  DOSSIER_RETURN_IF_ERROR(instance.lists->degrees({&node, 1}, {&degree, 1}));
  return static_cast<std::int64_t>(degree);
}

Result<graph::Value> PlanSubqueryRunner::run(const planner::Subplan& subplan, Instance& instance,
                                             RowView row) {
  instance.plan.start(row);
  std::int64_t count = 0;
  std::size_t bytes = 0;
  graph::List list;
  Batch& batch = *instance.batch;
  while (true) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, instance.plan.root->next(batch));
    if (!more) break;
    if (subplan.kind == planner::Subplan::Kind::kExists) return graph::Value(true);
    for (std::size_t i = 0; i < batch.size() && subplan.weight != ast::kNoSlot; ++i) {
      count += batch.row(i)[static_cast<std::size_t>(subplan.weight)].as_integer();
    }
    if (subplan.weight == ast::kNoSlot) count += static_cast<std::int64_t>(batch.size());
    if (subplan.kind != planner::Subplan::Kind::kCollect) continue;
    bytes += batch.size() * sizeof(graph::Value);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (!subplan.value) {
        list.push_back(batch.row(i)[static_cast<std::size_t>(subplan.column)]);
      } else {
        DOSSIER_ASSIGN_OR_RETURN(graph::Value value,
                                 subplan.value->code->evaluate(batch.row(i), context_.eval));
        list.push_back(std::move(value));
      }
      bytes += memory_of(list.back());
    }
    if (bytes < kCountedBytes) continue;
    DOSSIER_RETURN_IF_ERROR(made_bytes(context_.eval, std::exchange(bytes, 0)));
  }
  if (subplan.kind == planner::Subplan::Kind::kExists) return graph::Value(false);
  if (subplan.kind == planner::Subplan::Kind::kCount) return graph::Value(count);
  return graph::Value(std::move(list));
}

}  // namespace dossier::query
