// Grouping: one row a group, in the order in which the groups first appear. Of a group's first row stays what the plan says
// is read later (`kept`), and inside of another plan all of it, since that plan goes on with the row.
#include <numeric>

#include "dossier/status_macros.h"
#include "query/executor/aggregate_columns.h"
#include "query/executor/group_table.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class AggregateOperator : public Operator {
 public:
  AggregateOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Aggregate& aggregate,
                    OperatorPtr input, const ArgumentOperator* outer)
      : Operator(context, plan),
        outer_(outer),
        aggregate_(aggregate),
        input_(std::move(input)),
        groups_(aggregate.keys.size()),
        arguments_(aggregate.calls.size()) {
    start_columns();
  }
  ~AggregateOperator() override { context_.release(charged_); }

  void reset() override {
    input_->reset();
    groups_.clear(), kept_values_.clear();
    start_columns();
    context_.release(charged_);
    count_ = 0, charged_ = 0, next_ = 0, consumed_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!consumed_) DOSSIER_RETURN_IF_ERROR(consume());
    for (; next_ < count_ && !out.full(); ++next_) {
      RowView row = out.append_stale();
      if (!kept_values_.empty()) {
        for (std::size_t i = 0; i < kept_.size(); ++i)
          row[slot(kept_[i])].swap(kept_values_[next_ * kept_.size() + i]);
      }
      for (std::size_t i = 0; i < aggregate_.keys.size(); ++i)
        row[slot(aggregate_.keys[i])].swap(groups_.key(next_, i));
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        DOSSIER_ASSIGN_OR_RETURN(row[slot(aggregate_.calls[i].slot)], columns_[i]->finish(next_));
      }
    }
    return !out.empty();
  }

 private:
  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }
  bool is_inner() const { return outer_ && !outer_->row().empty(); }

  void start_columns() {
    columns_.clear();
    for (const planner::AggregateCall& call : aggregate_.calls)
      columns_.push_back(make_aggregate_column(call));
  }

  Status consume() {
    consumed_ = true;
    context_.use_large_batches();
    kept_ = aggregate_.kept;
    if (is_inner()) {
      kept_.resize(context_.width());
      std::iota(kept_.begin(), kept_.end(), 0);
    }
    Batch batch(context_.width());
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(batch));
      if (!more) break;
      DOSSIER_RETURN_IF_ERROR(add(batch));
      DOSSIER_RETURN_IF_ERROR(charge());
    }
    if (aggregate_.keys.empty() && count_ == 0) {  // no rows are still one group
      std::vector<graph::Value> nulls(context_.width());
      start_group(is_inner() ? outer_->row() : RowView(nulls));
    }
    resize_columns();
    return {};
  }

  Status add(Batch& batch) {
    rows_.resize(batch.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    group_of_.assign(batch.size(), 0);
    if (aggregate_.keys.empty()) {
      if (count_ == 0) start_group(batch.row(0));
    } else {
      hashes_.resize(batch.size());
      for (std::size_t i = 0; i < batch.size(); ++i) {
        hashes_[i] = GroupTable::hash_of(batch.row(i), aggregate_.keys);
        groups_.prefetch(hashes_[i]);
      }
      for (std::size_t i = 0; i < batch.size(); ++i) {
        const GroupTable::Found found = groups_.find_or_add(hashes_[i], batch.row(i), aggregate_.keys);
        group_of_[i] = static_cast<std::uint32_t>(found.group);
        if (found.is_new) start_group(batch.row(i));
      }
    }
    resize_columns();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const planner::AggregateCall& call = aggregate_.calls[i];
      arguments_[i].resize(call.arguments.size());
      for (std::size_t j = 0; j < call.arguments.size(); ++j) {
        DOSSIER_RETURN_IF_ERROR(
            call.arguments[j].code->evaluate_column(batch.view(rows_), context_.eval, arguments_[i][j]));
      }
      DOSSIER_RETURN_IF_ERROR(columns_[i]->add(group_of_, arguments_[i]));
    }
    return {};
  }

  void start_group(RowView row) {
    ++count_;
    for (const planner::Slot key : aggregate_.keys) grown_ += memory_of(row[slot(key)]);
    for (const planner::Slot kept : kept_) {
      kept_values_.push_back(row[slot(kept)]);
      grown_ += memory_of(kept_values_.back());
    }
    grown_ += (aggregate_.keys.size() + kept_.size() + columns_.size() + 2) * sizeof(graph::Value);
  }

  void resize_columns() {
    for (const auto& column : columns_) column->resize(count_);
  }

  Status charge() {
    std::size_t held = 0, bytes = grown_;
    for (const auto& column : columns_) held += column->memory();
    if (held > held_) bytes += held - held_, held_ = held;
    grown_ = 0;
    charged_ += bytes;
    return context_.charge(bytes);
  }

  const ArgumentOperator* outer_;
  const planner::Aggregate& aggregate_;
  OperatorPtr input_;
  GroupTable groups_;
  std::vector<std::unique_ptr<AggregateColumn>> columns_;  // by call
  std::vector<std::vector<ValueColumn>> arguments_;        // by call, of the batch at hand
  std::vector<planner::Slot> kept_;
  std::vector<graph::Value> kept_values_;  // groups x kept_
  std::vector<std::uint32_t> rows_, group_of_;
  std::vector<std::size_t> hashes_;
  std::size_t count_ = 0, next_ = 0, charged_ = 0, grown_ = 0, held_ = 0;
  bool consumed_ = false;
};

}  // namespace

OperatorPtr make_aggregate(ExecutionContext& context, const LogicalPlan& plan,
                           const planner::Aggregate& aggregate, OperatorPtr input,
                           const ArgumentOperator* outer) {
  return std::make_unique<AggregateOperator>(context, plan, aggregate, std::move(input), outer);
}

}  // namespace dossier::query
