// The base of operators that make some rows of each row, all at once.
#pragma once

#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {

class RowExpander : public Operator {
 public:
  RowExpander(ExecutionContext& context, const LogicalPlan& plan, OperatorPtr input)
      : Operator(context, plan), input_(std::move(input), context), results_(context.width()) {}

  void reset() override {
    input_.reset();
    results_.clear();
    next_ = 0, prepared_ = false;
  }

 protected:
  /// Before the first row of a run: what comes before has written what it writes.
  virtual Status prepare() { return {}; }
  /// Appends what is made of the row.
  virtual Status expand_row(RowView row, RowBuffer& results) = 0;

  Result<bool> produce(Batch& out) final {
    while (!out.full()) {
      if (next_ < results_.size()) {
        out.append_by_swap(results_.row(next_++));
        continue;
      }
      results_.clear(), next_ = 0;
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
      if (!more) return !out.empty();
      if (!prepared_) {
        DOSSIER_RETURN_IF_ERROR(prepare());
        prepared_ = true;
      }
      DOSSIER_RETURN_IF_ERROR(expand_row(input_.row(), results_));
    }
    return true;
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

 private:
  RowInput input_;
  RowBuffer results_;
  std::size_t next_ = 0;
  bool prepared_ = false;
};

}  // namespace dossier::query
