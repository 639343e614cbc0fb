#include "dossier/status_macros.h"
#include "query/executor/errors.h"
#include "query/executor/operators/operators.h"
#include "query/procedures.h"

namespace dossier::query {
namespace {

class ProcedureCallOperator : public Operator {
 public:
  ProcedureCallOperator(ExecutionContext& context, const LogicalPlan& plan,
                        const planner::ProcedureCall& call, OperatorPtr input)
      : Operator(context, plan), call_(call), input_(std::move(input), context) {
    procedure_ = context.procedures ? context.procedures->procedure(call.name) : nullptr;
  }

  void reset() override {
    input_.reset();
    results_.clear();
    next_ = 0;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!procedure_) {
      return runtime_error("ProcedureError", "ProcedureNotFound", {},
                           "there is no procedure `" + call_.name + "`");
    }
    while (!out.full()) {
      if (next_ == results_.size()) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, call_row(out));
        if (!more) return !out.empty();
        continue;
      }
      const Row& result = results_[next_++];
      RowView row = out.append(input_.row());
      for (const auto& [field, slot] : call_.yields)
        row[static_cast<std::size_t>(slot)] = result[column(field)];
    }
    return true;
  }

 private:
  Result<bool> call_row(Batch& out) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
    if (!more) return false;
    std::vector<graph::Value> arguments;
    DOSSIER_RETURN_IF_ERROR(evaluate_arguments(arguments));
    DOSSIER_ASSIGN_OR_RETURN(results_, procedure_->run(arguments, context_));
    next_ = 0;
    if (call_.keep_rows) {
      out.append(input_.row());
      results_.clear();
    }
    return true;
  }

  Status evaluate_arguments(std::vector<graph::Value>& arguments) {
    for (const planner::PlanExpression& argument : call_.arguments) {
      DOSSIER_ASSIGN_OR_RETURN(graph::Value value, evaluate(argument, input_.row()));
      arguments.push_back(std::move(value));
    }
    for (std::size_t i = arguments.size(); i < procedure_->signature.arguments.size(); ++i)
      arguments.emplace_back();
    return {};
  }

  std::size_t column(const std::string& field) const {
    const auto& results = procedure_->signature.results;
    const auto it =
        std::find_if(results.begin(), results.end(), [&](const auto& r) { return r.name == field; });
    return static_cast<std::size_t>(it - results.begin());
  }

  const planner::ProcedureCall& call_;
  const Procedure* procedure_;
  RowInput input_;
  std::vector<Row> results_;
  std::size_t next_ = 0;
};

}  // namespace

OperatorPtr make_procedure_call(ExecutionContext& context, const LogicalPlan& plan,
                                const planner::ProcedureCall& call, OperatorPtr input) {
  return std::make_unique<ProcedureCallOperator>(context, plan, call, std::move(input));
}

}  // namespace dossier::query
