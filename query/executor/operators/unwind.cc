#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class UnwindOperator : public Operator {
 public:
  UnwindOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Unwind& unwind,
                 OperatorPtr input)
      : Operator(context, plan), unwind_(unwind), input_(std::move(input), context) {}

  void reset() override {
    input_.reset();
    list_ = graph::Value();
    next_ = 0;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (!list_.is_list() || next_ == list_.as_list().size()) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, start_row(out));
        if (!more) return !out.empty();
        continue;
      }
      out.append(input_.row())[slot()] = list_.as_list()[next_++];
    }
    return true;
  }

 private:
  // Null gives no row; a value that is no list counts as a list of itself.
  Result<bool> start_row(Batch& out) {
    list_ = graph::Value(), next_ = 0;
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
    if (!more) return false;
    DOSSIER_ASSIGN_OR_RETURN(list_, evaluate(unwind_.list, input_.row()));
    if (!list_.is_null() && !list_.is_list()) out.append(input_.row())[slot()] = list_;
    return true;
  }

  std::size_t slot() const { return static_cast<std::size_t>(unwind_.slot); }

  const planner::Unwind& unwind_;
  RowInput input_;
  graph::Value list_;
  std::size_t next_ = 0;
};

}  // namespace

OperatorPtr make_unwind(ExecutionContext& context, const LogicalPlan& plan, const planner::Unwind& unwind,
                        OperatorPtr input) {
  return std::make_unique<UnwindOperator>(context, plan, unwind, std::move(input));
}

}  // namespace dossier::query
