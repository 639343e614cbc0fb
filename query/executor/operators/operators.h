// How each operator is made: from its part of the plan and its inputs. One file an operator.
#pragma once

#include <memory>

#include "query/executor/operator.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

/// The bottom of an inner plan: gives the row it was handed, once after each reset.
class ArgumentOperator : public Operator {
 public:
  using Operator::Operator;
  void set(RowView row) { row_ = row, rows_ = nullptr; }
  /// Gives all of these rows, each with its number among them in the slot `number`.
  void set(RowBuffer& rows, planner::Slot number) {
    rows_ = &rows, number_ = static_cast<std::size_t>(number);
  }
  /// The row that it was handed; empty at the bottom of the whole query.
  RowView row() const { return leader_ ? leader_->row_ : row_; }
  /// Gives the row that `leader` was handed: the Arguments of a UNION's parts.
  void follow(const ArgumentOperator* leader) { leader_ = leader; }
  void reset() override { given_ = false, next_ = 0; }
  bool gives_blank_rows() const override { return rows_ == nullptr && row().empty(); }

 protected:
  Result<bool> produce(Batch& out) override;

 private:
  RowView row_;
  RowBuffer* rows_ = nullptr;
  std::size_t number_ = 0, next_ = 0;
  const ArgumentOperator* leader_ = nullptr;
  bool given_ = false;
};

/// An inner plan with its Argument.
struct InnerPlan {
  OperatorPtr root;
  ArgumentOperator* argument = nullptr;
  /// What it gives for a row follows from that row alone, and comes in the order of the rows: many may be handed at once.
  bool streams = false;

  void start(RowView row) {
    root->reset();
    if (argument) argument->set(row);
  }
  /// Only where it streams: what it gives has in `number` which row it was given for.
  void start(RowBuffer& rows, planner::Slot number) {
    root->reset();
    argument->set(rows, number);
  }
};

using planner::LogicalPlan;

/// The rows of `plan`, in their order, made by several threads; `leaf` is the id of its scan.
OperatorPtr make_gather(ExecutionContext&, const LogicalPlan& plan, int leaf);

OperatorPtr make_all_nodes_scan(ExecutionContext&, const LogicalPlan&, const planner::AllNodesScan&,
                                OperatorPtr);
OperatorPtr make_label_scan(ExecutionContext&, const LogicalPlan&, const planner::LabelScan&, OperatorPtr);
OperatorPtr make_name_seek(ExecutionContext&, const LogicalPlan&, const planner::NameSeek&, OperatorPtr);
OperatorPtr make_property_seek(ExecutionContext&, const LogicalPlan&, const planner::PropertySeek&,
                               OperatorPtr);
OperatorPtr make_values_seek(ExecutionContext&, const LogicalPlan&, const planner::ValuesSeek&, OperatorPtr);
OperatorPtr make_relationship_scan(ExecutionContext&, const LogicalPlan&, const planner::RelationshipScan&,
                                   OperatorPtr);
OperatorPtr make_expand(ExecutionContext&, const LogicalPlan&, const planner::Expand&, OperatorPtr);
OperatorPtr make_bound_relationship(ExecutionContext&, const LogicalPlan&, const planner::BoundRelationship&,
                                    OperatorPtr);
OperatorPtr make_expand_into(ExecutionContext&, const LogicalPlan&, const planner::Expand&, OperatorPtr);
OperatorPtr make_pruning_expand(ExecutionContext&, const LogicalPlan&, const planner::VariableExpand&,
                                OperatorPtr);
OperatorPtr make_hash_join(ExecutionContext&, const LogicalPlan&, const planner::HashJoin&, OperatorPtr,
                           InnerPlan);
OperatorPtr make_variable_expand(ExecutionContext&, const LogicalPlan&, const planner::VariableExpand&,
                                 OperatorPtr);
OperatorPtr make_quantified_expand(ExecutionContext&, const LogicalPlan&, const planner::QuantifiedExpand&,
                                   OperatorPtr, InnerPlan);
OperatorPtr make_shortest_path(ExecutionContext&, const LogicalPlan&, const planner::ShortestPath&,
                               OperatorPtr);
OperatorPtr make_path_build(ExecutionContext&, const LogicalPlan&, const planner::PathBuild&, OperatorPtr);
OperatorPtr make_filter(ExecutionContext&, const LogicalPlan&, const planner::Filter&, OperatorPtr);
OperatorPtr make_optional(ExecutionContext&, const LogicalPlan&, const planner::Optional&, OperatorPtr,
                          InnerPlan);
OperatorPtr make_semi_apply(ExecutionContext&, const LogicalPlan&, const planner::SemiApply&, OperatorPtr,
                            InnerPlan);
OperatorPtr make_apply(ExecutionContext&, const LogicalPlan&, const planner::Apply&, OperatorPtr, InnerPlan);
OperatorPtr make_project(ExecutionContext&, const LogicalPlan&, const planner::Project&, OperatorPtr);
/// `outer`: the Argument of the plan that it stands in, whose row a group of no rows starts from.
OperatorPtr make_aggregate(ExecutionContext&, const LogicalPlan&, const planner::Aggregate&, OperatorPtr,
                           const ArgumentOperator* outer);
OperatorPtr make_distinct(ExecutionContext&, const LogicalPlan&, const planner::Distinct&, OperatorPtr);
OperatorPtr make_sort(ExecutionContext&, const LogicalPlan&, const planner::Sort&, OperatorPtr);
OperatorPtr make_top_n(ExecutionContext&, const LogicalPlan&, const planner::TopN&, OperatorPtr);
OperatorPtr make_skip_limit(ExecutionContext&, const LogicalPlan&, const planner::SkipLimit&, OperatorPtr);
OperatorPtr make_unwind(ExecutionContext&, const LogicalPlan&, const planner::Unwind&, OperatorPtr);
OperatorPtr make_union(ExecutionContext&, const LogicalPlan&, const planner::Union&,
                       std::vector<OperatorPtr>);
OperatorPtr make_eager(ExecutionContext&, const LogicalPlan&, OperatorPtr);
OperatorPtr make_create(ExecutionContext&, const LogicalPlan&, const planner::Create&, OperatorPtr);
OperatorPtr make_set(ExecutionContext&, const LogicalPlan&, const planner::SetProperties&, OperatorPtr);
OperatorPtr make_delete(ExecutionContext&, const LogicalPlan&, const planner::Delete&, OperatorPtr);
OperatorPtr make_merge(ExecutionContext&, const LogicalPlan&, const planner::Merge&, OperatorPtr, InnerPlan);
OperatorPtr make_foreach(ExecutionContext&, const LogicalPlan&, const planner::Foreach&, OperatorPtr,
                         InnerPlan);
OperatorPtr make_procedure_call(ExecutionContext&, const LogicalPlan&, const planner::ProcedureCall&,
                                OperatorPtr);
OperatorPtr make_connected_nodes_scan(ExecutionContext&, const LogicalPlan&,
                                      const planner::ConnectedNodesScan&, OperatorPtr);
OperatorPtr make_intersect(ExecutionContext&, const LogicalPlan&, const planner::Intersect&, OperatorPtr);
OperatorPtr make_keep_shortest(ExecutionContext&, const LogicalPlan&, const planner::KeepShortest&,
                               OperatorPtr);
OperatorPtr make_degree_product(ExecutionContext&, const LogicalPlan&, const planner::DegreeProduct&,
                                OperatorPtr);

}  // namespace dossier::query
