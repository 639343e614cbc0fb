#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class UnionOperator : public Operator {
 public:
  UnionOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Union& all,
                std::vector<OperatorPtr> inputs)
      : Operator(context, plan), union_(all), inputs_(std::move(inputs)) {}

  void reset() override {
    for (OperatorPtr& input : inputs_) input->reset();
    current_ = 0;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    for (; current_ < inputs_.size(); ++current_) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, inputs_[current_]->next(out));
      if (!more) continue;
      for (std::size_t i = 0; i < out.size(); ++i) copy_columns(out.row(i));
      return true;
    }
    return false;
  }

 private:
  void copy_columns(RowView row) const {
    for (const auto& [from, to] : union_.copies[current_]) {
      row[static_cast<std::size_t>(to)] = row[static_cast<std::size_t>(from)];
    }
  }

  const planner::Union& union_;
  std::vector<OperatorPtr> inputs_;
  std::size_t current_ = 0;
};

}  // namespace

OperatorPtr make_union(ExecutionContext& context, const LogicalPlan& plan, const planner::Union& all,
                       std::vector<OperatorPtr> inputs) {
  return std::make_unique<UnionOperator>(context, plan, all, std::move(inputs));
}

}  // namespace dossier::query
