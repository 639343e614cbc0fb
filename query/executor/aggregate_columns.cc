#include "query/executor/aggregate_columns.h"

#include "dossier/status_macros.h"
#include "query/executor/functions/aggregates.h"
#include "query/executor/operations.h"

namespace dossier::query {
namespace {

using graph::Value;

class CountColumn final : public AggregateColumn {
 public:
  void resize(std::size_t groups) override { counts_.resize(groups); }
  Status add(std::span<const std::uint32_t> groups, std::span<const ValueColumn> arguments) override {
    if (arguments.empty()) {
      for (const std::uint32_t group : groups) ++counts_[group];
      return {};
    }
    for (std::size_t i = 0; i < groups.size(); ++i) counts_[groups[i]] += arguments[0][i].is_null() ? 0 : 1;
    return {};
  }
  Result<Value> finish(std::size_t group) override { return Value(counts_[group]); }

 private:
  std::vector<std::int64_t> counts_;
};

class SumColumn final : public AggregateColumn {
 public:
  explicit SumColumn(ast::SourceSpan span) : span_(span) {}

  void resize(std::size_t groups) override { totals_.resize(groups); }
  Status add(std::span<const std::uint32_t> groups, std::span<const ValueColumn> arguments) override {
    for (std::size_t i = 0; i < groups.size(); ++i) DOSSIER_RETURN_IF_ERROR(add(groups[i], arguments[0][i]));
    return {};
  }
  Result<Value> finish(std::size_t group) override {
    return totals_[group].is_null() ? Value(0) : totals_[group];
  }

 private:
  Status add(std::size_t group, const Value& value) {
    Value& total = totals_[group];
    if (total.is_integer() && value.is_integer()) {
      std::int64_t sum = 0;
      if (!__builtin_add_overflow(total.as_integer(), value.as_integer(), &sum)) return total = sum, Status();
    }
    if (value.is_null()) return {};
    if (!value.is_number() && !value.is_duration()) return not_summable(value, "sum", span_);
    if (total.is_null()) return total = value, Status();
    DOSSIER_ASSIGN_OR_RETURN(total, query::add(total, value, span_));
    return {};
  }

  std::vector<Value> totals_;  // null: no rows yet
  ast::SourceSpan span_;
};

/// By the order of ORDER BY; of equivalent values the first.
class ExtremeColumn final : public AggregateColumn {
 public:
  explicit ExtremeColumn(bool smallest) : smallest_(smallest) {}

  void resize(std::size_t groups) override { best_.resize(groups); }
  Status add(std::span<const std::uint32_t> groups, std::span<const ValueColumn> arguments) override {
    for (std::size_t i = 0; i < groups.size(); ++i) offer(groups[i], arguments[0][i]);
    return {};
  }
  Result<Value> finish(std::size_t group) override { return best_[group]; }

 private:
  void offer(std::size_t group, const Value& value) {
    Value& best = best_[group];
    if (value.is_null()) return;
    if (best.is_null() || (smallest_ ? graph::order(value, best) < 0 : graph::order(value, best) > 0))
      best = value;
  }

  bool smallest_;
  std::vector<Value> best_;
};

/// Every other aggregate: an object a group.
class ObjectColumn final : public AggregateColumn {
 public:
  explicit ObjectColumn(const planner::AggregateCall& call) : call_(call) {}

  void resize(std::size_t groups) override {
    while (states_.size() < groups) states_.push_back(make_aggregate(call_.kind, call_.distinct, call_.span));
  }
  Status add(std::span<const std::uint32_t> groups, std::span<const ValueColumn> arguments) override {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      row_.clear();
      for (const ValueColumn& argument : arguments) row_.push_back(argument[i]);
      DOSSIER_RETURN_IF_ERROR(states_[groups[i]]->add(row_));
    }
    return {};
  }
  Result<Value> finish(std::size_t group) override {
    Result<Value> value = states_[group]->finish();
    states_[group].reset();
    return value;
  }
  // Asking many would cost more than the batch; where there are many, their number is charged for.
  std::size_t memory() const override {
    constexpr std::size_t kFew = 64;
    if (states_.size() > kFew) return states_.size() * 96;
    std::size_t bytes = 0;
    for (const auto& state : states_) bytes += state ? state->memory() : 0;
    return bytes;
  }

 private:
  const planner::AggregateCall& call_;
  std::vector<std::unique_ptr<Aggregate>> states_;
  std::vector<Value> row_;
};

}  // namespace

std::unique_ptr<AggregateColumn> make_aggregate_column(const planner::AggregateCall& call) {
  if (call.distinct) return std::make_unique<ObjectColumn>(call);
  switch (call.kind) {
    case AggregateKind::kCount:
      return std::make_unique<CountColumn>();
    case AggregateKind::kSum:
      return std::make_unique<SumColumn>(call.span);
    case AggregateKind::kMinimum:
      return std::make_unique<ExtremeColumn>(true);
    case AggregateKind::kMaximum:
      return std::make_unique<ExtremeColumn>(false);
    default:
      return std::make_unique<ObjectColumn>(call);
  }
}

}  // namespace dossier::query
