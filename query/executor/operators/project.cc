#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class ProjectOperator : public Operator {
 public:
  ProjectOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Project& project, OperatorPtr input)
      : Operator(context, plan), project_(project), input_(std::move(input)), values_(project.items.size()) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    for (std::size_t i = 0; i < out.size(); ++i) DOSSIER_RETURN_IF_ERROR(project(out.row(i)));
    return true;
  }

 private:
  // All values first: an item may read a slot that another one writes.
  Status project(RowView row) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(values_[i], evaluate(project_.items[i].expression, row));
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      row[static_cast<std::size_t>(project_.items[i].slot)].swap(values_[i]);
    }
    return {};
  }

  const planner::Project& project_;
  OperatorPtr input_;
  std::vector<graph::Value> values_;
};

}  // namespace

OperatorPtr make_project(ExecutionContext& context, const LogicalPlan& plan, const planner::Project& project,
                         OperatorPtr input) {
  return std::make_unique<ProjectOperator>(context, plan, project, std::move(input));
}

}  // namespace dossier::query
