#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"
#include "query/executor/predicates.h"

namespace dossier::query {
namespace {

class FilterOperator : public Operator {
 public:
  FilterOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Filter& filter, OperatorPtr input)
      : Operator(context, plan), input_(std::move(input)), predicates_(context, filter.predicates) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const bool holds, predicates_.test(out.row(i)));
      if (holds) out.move_row(i, kept++);
    }
    out.truncate(kept);
    return true;
  }

 private:
  OperatorPtr input_;
  Predicates predicates_;
};

}  // namespace

OperatorPtr make_filter(ExecutionContext& context, const LogicalPlan& plan, const planner::Filter& filter,
                        OperatorPtr input) {
  return std::make_unique<FilterOperator>(context, plan, filter, std::move(input));
}

}  // namespace dossier::query
