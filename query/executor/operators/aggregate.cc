// Grouping: one row a group, in the order in which the groups first appear. The row is the group's first one, so every
// slot that grouping determines stays readable; the aggregates go to slots of their own.
#include <numeric>

#include "dossier/status_macros.h"
#include "query/executor/functions/aggregates.h"
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
        first_rows_(context.width()) {}
  ~AggregateOperator() override { context_.release(charged_); }

  void reset() override {
    input_->reset();
    groups_.clear(), first_rows_.clear(), states_.clear();
    context_.release(charged_);
    charged_ = 0, next_ = 0, consumed_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!consumed_) DOSSIER_RETURN_IF_ERROR(consume());
    for (; next_ < first_rows_.size() && !out.full(); ++next_) {
      RowView row = out.append(first_rows_.row(next_));
      for (std::size_t i = 0; i < aggregate_.calls.size(); ++i) {
        auto& state = states_[next_ * aggregate_.calls.size() + i];
        DOSSIER_ASSIGN_OR_RETURN(row[static_cast<std::size_t>(aggregate_.calls[i].slot)], state->finish());
        state.reset();
      }
    }
    return !out.empty();
  }

 private:
  Status consume() {
    consumed_ = true;
    Batch batch(context_.width());
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(batch));
      if (!more) break;
      DOSSIER_RETURN_IF_ERROR(evaluate_arguments(batch));
      for (std::size_t i = 0; i < batch.size(); ++i) DOSSIER_RETURN_IF_ERROR(add(batch.row(i), i));
      DOSSIER_RETURN_IF_ERROR(charge());
    }
    if (aggregate_.keys.empty() && first_rows_.empty()) {  // no rows are still one group
      const std::vector<graph::Value> nulls(context_.width());
      const bool inner = outer_ && !outer_->row().empty();
      start_group(inner ? std::span<const graph::Value>(outer_->row()) : std::span<const graph::Value>(nulls));
    }
    return {};
  }

  // By call and argument, for all rows of the batch.
  Status evaluate_arguments(Batch& batch) {
    rows_.resize(batch.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    std::size_t column = 0;
    for (const planner::AggregateCall& call : aggregate_.calls) {
      for (const planner::PlanExpression& argument : call.arguments) {
        if (column == columns_.size()) columns_.emplace_back();
        columns_[column].clear();
        DOSSIER_RETURN_IF_ERROR(argument.code->evaluate_batch(batch.view(rows_), context_.eval, columns_[column++]));
      }
    }
    return {};
  }

  Status add(RowView row, std::size_t number) {
    std::size_t group = 0;
    if (!aggregate_.keys.empty()) {
      const GroupTable::Found found = groups_.find_or_add(row, aggregate_.keys);
      group = found.group;
      if (found.is_new) start_group(row);
    } else if (first_rows_.empty()) {
      start_group(row);
    }
    for (std::size_t i = 0, column = 0; i < aggregate_.calls.size(); ++i) {
      arguments_.clear();
      for (std::size_t j = 0; j < aggregate_.calls[i].arguments.size(); ++j) {
        arguments_.push_back(std::move(columns_[column++][number]));
      }
      DOSSIER_RETURN_IF_ERROR(states_[group * aggregate_.calls.size() + i]->add(arguments_));
    }
    return {};
  }

  void start_group(std::span<const graph::Value> row) {
    first_rows_.append(row);
    grown_ += memory_of(row) + 96 * aggregate_.calls.size();
    for (const planner::AggregateCall& call : aggregate_.calls) {
      states_.push_back(make_aggregate(call.kind, call.distinct, call.span));
    }
  }

  // collect() and the like grow without new groups; asking all of them each batch would cost more than the batch,
  // so it is done where there are few groups, and at every doubling of the rows otherwise.
  Status charge() {
    std::size_t bytes = grown_;
    if (states_.size() <= 64) {
      std::size_t held = 0;
      for (const auto& state : states_) held += state->memory();
      if (held > held_) bytes += held - held_, held_ = held;
    }
    grown_ = 0;
    charged_ += bytes;
    return context_.charge(bytes);
  }

  const ArgumentOperator* outer_;
  const planner::Aggregate& aggregate_;
  OperatorPtr input_;
  GroupTable groups_;
  RowBuffer first_rows_;
  std::vector<std::unique_ptr<dossier::query::Aggregate>> states_;  // groups x calls
  std::vector<graph::Value> arguments_;
  std::vector<std::vector<graph::Value>> columns_;
  std::vector<std::uint32_t> rows_;
  std::size_t next_ = 0, charged_ = 0, grown_ = 0, held_ = 0;
  bool consumed_ = false;
};

}  // namespace

OperatorPtr make_aggregate(ExecutionContext& context, const LogicalPlan& plan, const planner::Aggregate& aggregate,
                           OperatorPtr input, const ArgumentOperator* outer) {
  return std::make_unique<AggregateOperator>(context, plan, aggregate, std::move(input), outer);
}

}  // namespace dossier::query
