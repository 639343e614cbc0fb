// A physical operator: pulls batches of rows from its input and gives batches of rows.
#pragma once

#include <memory>

#include "dossier/result.h"
#include "query/executor/batch.h"
#include "query/executor/execution_context.h"

namespace dossier::query {

class Operator {
 public:
  Operator(ExecutionContext& context, const planner::LogicalPlan& plan) : context_(context), id_(plan.id) {}
  virtual ~Operator() {
    if (held_ != 0) context_.release(held_);
  }
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  /// The next rows, in `out`, which is emptied first; false and no rows at the end.
  /// Errors   the limits of the context; those of expressions and of the store.
  Result<bool> next(Batch& out);
  /// Whether nothing is bound in its rows, so that what is made from them need not copy them.
  virtual bool gives_blank_rows() const { return false; }
  /// Starts over, for the next row of an Apply. Its inputs too.
  virtual void reset() = 0;

 protected:
  /// Appends to `out`; may return true with no row, and is called again then.
  virtual Result<bool> produce(Batch& out) = 0;

  Result<graph::Value> evaluate(const planner::PlanExpression& expression, RowView row) {
    return expression.code->evaluate(row, context_.eval);
  }
  void count_seeks(std::uint64_t seeks) {
    if (context_.profiling) context_.profile[static_cast<std::size_t>(id_)].seeks += seeks;
  }

  /// The ids that a scan is to start from: all, or where several threads share the scan a part of them.
  MorselRange range() const {
    const bool is_shared = context_.morsel && context_.morsel->leaf == id_;
    return is_shared ? *context_.morsel : MorselRange{id_, 0, UINT64_MAX};
  }

  ExecutionContext& context_;

 private:
  Result<bool> profiled(Batch& out);
  Result<bool> pull(Batch& out);
  Result<bool> fill(Batch& out);
  int id_;
  std::size_t held_ = 0;  // bytes of the large values in the last batch
};
using OperatorPtr = std::unique_ptr<Operator>;

/// Reads an operator row by row.
class RowInput {
 public:
  RowInput(OperatorPtr input, ExecutionContext& context)
      : input_(std::move(input)), batch_(context.width()) {}

  /// Goes on to the next row; false at the end.
  Result<bool> advance() {
    if (++index_ < batch_.size()) return true;
    if (done_) return false;
    auto more = input_->next(batch_);
    if (!more.ok()) return more.status();
    index_ = 0;
    done_ = !*more;
    is_blank_ = input_->gives_blank_rows();
    return *more;
  }
  RowView row() { return batch_.row(index_); }
  /// Appends the row, of which only slots that are bound will be right.
  RowView append_to(RowBuffer& out) { return is_blank_ ? out.append_stale() : out.append(row()); }
  void reset() {
    input_->reset();
    batch_.clear();
    index_ = 0, done_ = false;
  }

 private:
  OperatorPtr input_;
  Batch batch_;
  std::size_t index_ = 0;
  bool done_ = false, is_blank_ = false;
};

}  // namespace dossier::query
