#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"
#include "query/executor/row_count.h"

namespace dossier::query {
namespace {

class SkipLimitOperator : public Operator {
 public:
  SkipLimitOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::SkipLimit& bounds,
                    OperatorPtr input)
      : Operator(context, plan), bounds_(bounds), input_(std::move(input)) {}

  void reset() override {
    input_->reset();
    known_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!known_) DOSSIER_RETURN_IF_ERROR(find_bounds());
    if (left_ == 0) return finish(out);
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size() && left_ > 0; ++i) {
      if (skip_ > 0) {
        --skip_;
        continue;
      }
      --left_;
      out.move_row(i, kept++);
    }
    out.truncate(kept);
    return true;
  }

 private:
  Status find_bounds() {
    DOSSIER_ASSIGN_OR_RETURN(skip_, evaluate_row_count(context_, bounds_.skip, 0));
    DOSSIER_ASSIGN_OR_RETURN(left_, evaluate_row_count(context_, bounds_.limit, UINT64_MAX));
    known_ = true;
    return {};
  }

  // Writes below are done in full, however few of their rows are wanted.
  Result<bool> finish(Batch& out) {
    bool more = bounds_.exhaust;
    while (more) {
      DOSSIER_ASSIGN_OR_RETURN(more, input_->next(out));
    }
    out.clear();
    return false;
  }

  const planner::SkipLimit& bounds_;
  OperatorPtr input_;
  std::uint64_t skip_ = 0, left_ = 0;
  bool known_ = false;
};

}  // namespace

OperatorPtr make_skip_limit(ExecutionContext& context, const LogicalPlan& plan,
                            const planner::SkipLimit& bounds, OperatorPtr input) {
  return std::make_unique<SkipLimitOperator>(context, plan, bounds, std::move(input));
}

}  // namespace dossier::query
