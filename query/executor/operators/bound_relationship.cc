// `(a)-[r]->(b)` where r is bound: its ends are looked up and, where bound, compared.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class BoundRelationshipOperator : public Operator {
 public:
  BoundRelationshipOperator(ExecutionContext& context, const LogicalPlan& plan,
                            const planner::BoundRelationship& bound, OperatorPtr input)
      : Operator(context, plan), bound_(bound), input_(std::move(input), context) {}

  void reset() override { input_.reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    std::optional<ResolvedTypes> types;
    while (!out.full()) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
      if (!more) return !out.empty();
      if (!types)
        types = resolve_types(context_.reader,
                              bound_.step.types);  // only now: what comes before may have made them
      DOSSIER_RETURN_IF_ERROR(match(*types, out));
    }
    return true;
  }

 private:
  Status match(const ResolvedTypes& types, Batch& out) {
    const RowView row = input_.row();
    const graph::Value& value = row[slot(bound_.step.relationship)];
    if (!value.is_relationship() || types.none) return {};
    const graph::RelationshipId id = value.as_relationship();
    for (const planner::Slot other : bound_.step.distinct) {
      if (contains(row[slot(other)], id)) return {};
    }
    count_seeks(1);
    const auto record = context_.reader.relationship(id);
    if (!record.ok()) return record.status().code() == StatusCode::kNotFound ? Status() : record.status();
    if (!types.ids.empty() && std::find(types.ids.begin(), types.ids.end(), record->type) == types.ids.end())
      return {};
    const graph::Direction direction = bound_.step.direction;
    if (direction != graph::Direction::kIncoming) emit(record->start, record->end, out);
    const bool loop = record->start == record->end;
    if (direction == graph::Direction::kIncoming || (direction == graph::Direction::kBoth && !loop)) {
      emit(record->end, record->start, out);
    }
    return {};
  }

  void emit(graph::NodeId from, graph::NodeId to, Batch& out) {
    const RowView row = input_.row();
    const bool same = bound_.step.from == bound_.step.to;
    if (bound_.from_bound && !is(row[slot(bound_.step.from)], from)) return;
    if (same ? from != to : bound_.step.into && !is(row[slot(bound_.step.to)], to)) return;
    RowView target = out.append(row);
    target[slot(bound_.step.from)] = from;
    target[slot(bound_.step.to)] = to;
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }
  static bool is(const graph::Value& value, graph::NodeId node) {
    return value.is_node() && value.as_node() == node;
  }

  const planner::BoundRelationship& bound_;
  RowInput input_;
};

}  // namespace

OperatorPtr make_bound_relationship(ExecutionContext& context, const LogicalPlan& plan,
                                    const planner::BoundRelationship& bound, OperatorPtr input) {
  return std::make_unique<BoundRelationshipOperator>(context, plan, bound, std::move(input));
}

}  // namespace dossier::query
