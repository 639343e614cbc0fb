#include <numeric>

#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class ProjectOperator : public Operator {
 public:
  ProjectOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Project& project,
                  OperatorPtr input)
      : Operator(context, plan), project_(project), input_(std::move(input)), values_(project.items.size()) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    rows_.resize(out.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    // All values first: an item may read a slot that another one writes.
    for (std::size_t i = 0; i < values_.size(); ++i) {
      values_[i].clear();
      const auto& code = *project_.items[i].expression.code;
      DOSSIER_RETURN_IF_ERROR(code.evaluate_batch(out.view(rows_), context_.eval, values_[i]));
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const auto slot = static_cast<std::size_t>(project_.items[i].slot);
      for (std::size_t j = 0; j < out.size(); ++j) out.row(j)[slot].swap(values_[i][j]);
    }
    return true;
  }

 private:
  const planner::Project& project_;
  OperatorPtr input_;
  std::vector<std::vector<graph::Value>> values_;  // by item
  std::vector<std::uint32_t> rows_;
};

}  // namespace

OperatorPtr make_project(ExecutionContext& context, const LogicalPlan& plan, const planner::Project& project,
                         OperatorPtr input) {
  return std::make_unique<ProjectOperator>(context, plan, project, std::move(input));
}

}  // namespace dossier::query
