// OPTIONAL MATCH: the rows that the inner plan makes of a row, or the row itself with nulls.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class OptionalOperator : public Operator {
 public:
  OptionalOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Optional& optional,
                   OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        optional_(optional),
        input_(std::move(input), context),
        inner_(std::move(inner)),
        matches_(context.width()) {}

  void reset() override {
    input_.reset();
    active_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (!active_) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
        if (!more) return !out.empty();
        inner_.start(input_.row());
        active_ = true, found_ = false;
      }
      DOSSIER_ASSIGN_OR_RETURN(const bool matched, inner_.root->next(matches_));
      if (matched) {
        found_ = true;
        for (std::size_t i = 0; i < matches_.size(); ++i) out.append_by_swap(matches_.row(i));
        continue;
      }
      active_ = false;
      if (!found_) append_nulls(out);
    }
    return true;
  }

 private:
  void append_nulls(Batch& out) {
    RowView row = out.append(input_.row());
    for (const planner::Slot slot : optional_.nulls) row[static_cast<std::size_t>(slot)] = graph::Value();
  }

  const planner::Optional& optional_;
  RowInput input_;
  InnerPlan inner_;
  Batch matches_;
  bool active_ = false, found_ = false;
};

}  // namespace

OperatorPtr make_optional(ExecutionContext& context, const LogicalPlan& plan, const planner::Optional& optional,
                          OperatorPtr input, InnerPlan inner) {
  return std::make_unique<OptionalOperator>(context, plan, optional, std::move(input), std::move(inner));
}

}  // namespace dossier::query
