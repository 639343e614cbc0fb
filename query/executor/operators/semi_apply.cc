// Keeps the rows for which the inner plan gives a row; anti: those for which it gives none.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class SemiApplyOperator : public Operator {
 public:
  SemiApplyOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::SemiApply& apply,
                    OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        anti_(apply.anti),
        input_(std::move(input)),
        inner_(std::move(inner)),
        matches_(context.width()) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      inner_.start(out.row(i));
      DOSSIER_ASSIGN_OR_RETURN(const bool found, inner_.root->next(matches_));
      if (found != anti_) out.move_row(i, kept++);
    }
    out.truncate(kept);
    return true;
  }

 private:
  bool anti_;
  OperatorPtr input_;
  InnerPlan inner_;
  Batch matches_;
};

}  // namespace

OperatorPtr make_semi_apply(ExecutionContext& context, const LogicalPlan& plan, const planner::SemiApply& apply,
                            OperatorPtr input, InnerPlan inner) {
  return std::make_unique<SemiApplyOperator>(context, plan, apply, std::move(input), std::move(inner));
}

}  // namespace dossier::query
