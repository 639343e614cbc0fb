// Keeps the rows for which the inner plan gives a row; anti: those for which it gives none. Where the inner plan streams
// and gives little for a row it is run once for a whole batch; else for each row, up to the first that it gives.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

constexpr double kWorthStopping = 64;  // rows that one row is expected to give

class SemiApplyOperator : public Operator {
 public:
  SemiApplyOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::SemiApply& apply,
                    OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        apply_(apply),
        whole_batches_(inner.streams && plan.inputs[1]->rows < kWorthStopping),
        input_(std::move(input)),
        inner_(std::move(inner)),
        matches_(context.width()) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    found_.assign(out.size(), false);
    DOSSIER_RETURN_IF_ERROR(whole_batches_ ? match_batch(out) : match_rows(out));
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (found_[i] != apply_.anti) out.move_row(i, kept++);
    }
    out.truncate(kept);
    return true;
  }

 private:
  Status match_batch(Batch& rows) {
    inner_.start(rows, apply_.number);
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, inner_.root->next(matches_));
      if (!more) return {};
      for (std::size_t i = 0; i < matches_.size(); ++i) {
        found_[static_cast<std::size_t>(
            matches_.row(i)[static_cast<std::size_t>(apply_.number)].as_integer())] = true;
      }
    }
  }

  Status match_rows(Batch& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      inner_.start(rows.row(i));
      DOSSIER_ASSIGN_OR_RETURN(const bool found, inner_.root->next(matches_));
      found_[i] = found;
    }
    return {};
  }

  const planner::SemiApply& apply_;
  bool whole_batches_;
  OperatorPtr input_;
  InnerPlan inner_;
  Batch matches_;
  std::vector<bool> found_;  // by row of the batch
};

}  // namespace

OperatorPtr make_semi_apply(ExecutionContext& context, const LogicalPlan& plan,
                            const planner::SemiApply& apply, OperatorPtr input, InnerPlan inner) {
  return std::make_unique<SemiApplyOperator>(context, plan, apply, std::move(input), std::move(inner));
}

}  // namespace dossier::query
