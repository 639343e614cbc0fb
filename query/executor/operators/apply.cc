// CALL { ... }: each row with each row that the subquery gives for it. A unit subquery, one without RETURN, is run for
// its writes and leaves the rows as they are.
#include "query/executor/operators/eager_operator.h"

namespace dossier::query {
namespace {

class ApplyOperator : public Operator {
 public:
  ApplyOperator(ExecutionContext& context, const LogicalPlan& plan, OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        input_(std::move(input), context),
        inner_(std::move(inner)),
        rows_(context.width()) {}

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
        active_ = true;
      }
      DOSSIER_ASSIGN_OR_RETURN(active_, inner_.root->next(rows_));
      for (std::size_t i = 0; active_ && i < rows_.size(); ++i) out.append_by_swap(rows_.row(i));
    }
    return true;
  }

 private:
  RowInput input_;
  InnerPlan inner_;
  Batch rows_;
  bool active_ = false;
};

class WritingApplyOperator : public EagerOperator {
 public:
  WritingApplyOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Apply& apply,
                       OperatorPtr input, InnerPlan inner)
      : EagerOperator(context, plan, std::move(input)),
        keep_rows_(apply.keep_rows),
        inner_(std::move(inner)) {}

 protected:
  Status apply(RowBuffer& rows) override {
    RowBuffer results(context_.width());
    Batch batch(context_.width());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      inner_.start(rows.row(i));
      while (true) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, inner_.root->next(batch));
        if (!more) break;
        if (!keep_rows_) DOSSIER_RETURN_IF_ERROR(keep(results, batch));
      }
    }
    if (!keep_rows_) rows.swap(results);
    return {};
  }

 private:
  bool keep_rows_;
  InnerPlan inner_;
};

}  // namespace

OperatorPtr make_apply(ExecutionContext& context, const LogicalPlan& plan, const planner::Apply& apply,
                       OperatorPtr input, InnerPlan inner) {
  if (apply.writes || apply.keep_rows) {
    return std::make_unique<WritingApplyOperator>(context, plan, apply, std::move(input), std::move(inner));
  }
  return std::make_unique<ApplyOperator>(context, plan, std::move(input), std::move(inner));
}

}  // namespace dossier::query
