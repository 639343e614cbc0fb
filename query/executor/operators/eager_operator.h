// The base of operators that take all their input before they give anything: every write, so that what a clause reads
// is never what the same clause, or a later one, has written.
#pragma once

#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {

class EagerOperator : public Operator {
 public:
  EagerOperator(ExecutionContext& context, const LogicalPlan& plan, OperatorPtr input)
      : Operator(context, plan), input_(std::move(input)), rows_(context.width()) {}
  ~EagerOperator() override { context_.release(charged_); }

  void reset() override {
    input_->reset();
    rows_.clear();
    context_.release(charged_);
    charged_ = 0, next_ = 0, started_ = false;
  }

 protected:
  /// All rows are there: does the work, and leaves in `rows` what is to be given.
  virtual Status apply(RowBuffer& rows) = 0;

  Result<bool> produce(Batch& out) override {
    if (!started_) {
      started_ = true;
      context_.use_large_batches();
      DOSSIER_RETURN_IF_ERROR(consume());
      DOSSIER_RETURN_IF_ERROR(apply(rows_));
    }
    for (; next_ < rows_.size() && !out.full(); ++next_) out.append_by_swap(rows_.row(next_));
    return !out.empty();
  }

  Status charge(std::size_t bytes) {
    charged_ += bytes;
    return context_.charge(bytes);
  }
  /// Puts rows into a buffer, counted.
  Status keep(RowBuffer& rows, Batch& batch) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      bytes += rows.empty() ? memory_of(batch.row(i)) : memory_of(batch.row(i), rows.row(rows.size() - 1));
      rows.append_by_swap(batch.row(i));
    }
    return charge(bytes);
  }

 private:
  Status consume() {
    Batch batch(context_.width());
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(batch));
      if (!more) return {};
      DOSSIER_RETURN_IF_ERROR(keep(rows_, batch));
    }
  }

  OperatorPtr input_;
  RowBuffer rows_;
  std::size_t next_ = 0, charged_ = 0;
  bool started_ = false;
};

}  // namespace dossier::query
