#include "dossier/status_macros.h"
#include "query/executor/group_table.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class DistinctOperator : public Operator {
 public:
  DistinctOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Distinct& distinct,
                   OperatorPtr input)
      : Operator(context, plan), distinct_(distinct), input_(std::move(input)), seen_(distinct.keys.size()) {}
  ~DistinctOperator() override { context_.release(charged_); }

  void reset() override {
    input_->reset();
    seen_.clear();
    context_.release(charged_);
    charged_ = 0;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    std::size_t kept = 0, bytes = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (!seen_.find_or_add(out.row(i), distinct_.keys).is_new) continue;
      bytes += 48;
      for (const planner::Slot key : distinct_.keys)
        bytes += 16 + memory_of(out.row(i)[static_cast<std::size_t>(key)]);
      out.move_row(i, kept++);
    }
    out.truncate(kept);
    charged_ += bytes;
    DOSSIER_RETURN_IF_ERROR(context_.charge(bytes));
    return true;
  }

 private:
  const planner::Distinct& distinct_;
  OperatorPtr input_;
  GroupTable seen_;
  std::size_t charged_ = 0;
};

}  // namespace

OperatorPtr make_distinct(ExecutionContext& context, const LogicalPlan& plan,
                          const planner::Distinct& distinct, OperatorPtr input) {
  return std::make_unique<DistinctOperator>(context, plan, distinct, std::move(input));
}

}  // namespace dossier::query
