#include <numeric>

#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"
#include "query/executor/predicates.h"

namespace dossier::query {
namespace {

class FilterOperator : public Operator {
 public:
  FilterOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Filter& filter,
                 OperatorPtr input)
      : Operator(context, plan), input_(std::move(input)), predicates_(context, filter.predicates) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    rows_.resize(out.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    DOSSIER_RETURN_IF_ERROR(predicates_.filter(out, rows_));
    for (std::size_t i = 0; i < rows_.size(); ++i) out.move_row(rows_[i], i);
    out.truncate(rows_.size());
    return true;
  }

 private:
  OperatorPtr input_;
  Predicates predicates_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace

OperatorPtr make_filter(ExecutionContext& context, const LogicalPlan& plan, const planner::Filter& filter,
                        OperatorPtr input) {
  return std::make_unique<FilterOperator>(context, plan, filter, std::move(input));
}

}  // namespace dossier::query
