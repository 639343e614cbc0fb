// The states of aggregates. Sums are kept as integers as long as every number is one; standard deviations by Welford's
// method (Technometrics 4(3), 1962), which does not lose digits where the mean is far from zero.
#include "query/executor/functions/aggregates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "dossier/status_macros.h"
#include "query/executor/errors.h"
#include "query/executor/functions/function.h"
#include "query/executor/functions/text.h"
#include "query/executor/operations.h"

namespace dossier::query {

Status not_summable(const graph::Value& value, std::string_view function, ast::SourceSpan span) {
  return type_error(span, std::string(function) + "() expects numbers or durations, got " +
                              std::string(graph::type_name(value.type())));
}

namespace {

using ast::SourceSpan;
using graph::List;
using graph::Value;

std::size_t bytes_of(const Value& value) {
  switch (value.type()) {
    case graph::ValueType::kString:
      return sizeof(Value) + 48 + value.as_string().size();
    case graph::ValueType::kList:
      return sizeof(Value) * (value.as_list().size() + 3);
    case graph::ValueType::kMap:
      return sizeof(Value) + 64 * (value.as_map().size() + 1);
    default:
      return sizeof(Value);
  }
}

class Count final : public Aggregate {
 public:
  Status add(std::span<const Value> arguments) override {
    if (arguments.empty() || !arguments[0].is_null()) ++count_;
    return {};
  }
  Result<Value> finish() override { return Value(count_); }

 private:
  std::int64_t count_ = 0;
};

class Sum final : public Aggregate {
 public:
  explicit Sum(SourceSpan span) : span_(span) {}

  Status add(std::span<const Value> arguments) override {
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (!value.is_number() && !value.is_duration()) return not_summable(value, "sum", span_);
    if (!total_) {
      total_ = value;
      return {};
    }
    DOSSIER_ASSIGN_OR_RETURN(total_, query::add(*total_, value, span_));
    return {};
  }
  Result<Value> finish() override { return total_.value_or(Value(0)); }

 private:
  std::optional<Value> total_;
  SourceSpan span_;
};

class Average final : public Aggregate {
 public:
  explicit Average(SourceSpan span) : span_(span) {}

  Status add(std::span<const Value> arguments) override {
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (!value.is_number() && !value.is_duration()) return not_summable(value, "avg", span_);
    const Value addend = value.is_number() ? Value(value.as_number()) : value;
    ++count_;
    if (!total_) {
      total_ = addend;
      return {};
    }
    DOSSIER_ASSIGN_OR_RETURN(total_, query::add(*total_, addend, span_));
    return {};
  }
  Result<Value> finish() override {
    if (!total_) return Value();
    return divide(*total_, Value(static_cast<double>(count_)), span_);
  }

 private:
  std::optional<Value> total_;
  std::int64_t count_ = 0;
  SourceSpan span_;
};

/// min() and max() by the order of ORDER BY, in which numbers come after strings and these after lists.
class Extreme final : public Aggregate {
 public:
  explicit Extreme(bool smallest) : smallest_(smallest) {}

  Status add(std::span<const Value> arguments) override {
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (best_.is_null() || (smallest_ ? graph::order(value, best_) < 0 : graph::order(value, best_) > 0))
      best_ = value;
    return {};
  }
  Result<Value> finish() override { return best_; }
  std::size_t memory() const override { return bytes_of(best_); }

 private:
  bool smallest_;
  Value best_;
};

class Collect final : public Aggregate {
 public:
  Status add(std::span<const Value> arguments) override {
    if (arguments[0].is_null()) return {};
    bytes_ += bytes_of(arguments[0]);
    list_.push_back(arguments[0]);
    return {};
  }
  Result<Value> finish() override { return Value(list_); }
  std::size_t memory() const override { return bytes_; }

 private:
  List list_;
  std::size_t bytes_ = 0;
};

/// Keeps every number: a percentile is that of the sorted list.
class Percentile final : public Aggregate {
 public:
  Percentile(bool continuous, SourceSpan span) : continuous_(continuous), span_(span) {}

  Status add(std::span<const Value> arguments) override {
    DOSSIER_RETURN_IF_ERROR(set_percentile(arguments[1]));
    if (arguments[0].is_null()) return {};
    if (!arguments[0].is_number()) return not_summable(arguments[0], "percentile", span_);
    numbers_.push_back(arguments[0]);
    return {};
  }

  Result<Value> finish() override {
    if (numbers_.empty() || !percentile_) return Value();
    std::sort(numbers_.begin(), numbers_.end(),
              [](const Value& a, const Value& b) { return graph::order(a, b) < 0; });
    return continuous_ ? interpolated() : discrete();
  }
  std::size_t memory() const override { return numbers_.size() * sizeof(Value); }

 private:
  Status set_percentile(const Value& value) {
    if (value.is_null()) return {};
    if (!value.is_number()) return not_summable(value, "percentile", span_);
    const double percentile = value.as_number();
    if (!(percentile >= 0 && percentile <= 1)) {
      return range_error(span_, "a percentile lies between 0.0 and 1.0, got " + float_text(percentile));
    }
    percentile_ = percentile;
    return {};
  }

  Value interpolated() const {
    const double at = *percentile_ * static_cast<double>(numbers_.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const double low = numbers_[below].as_number();
    const double high = numbers_[std::min(below + 1, numbers_.size() - 1)].as_number();
    return Value(low + (high - low) * (at - static_cast<double>(below)));
  }

  /// The nearest rank: the first number that so many of them do not exceed.
  Value discrete() const {
    const double rank = std::ceil(*percentile_ * static_cast<double>(numbers_.size()));
    return numbers_[rank < 1 ? 0 : static_cast<std::size_t>(rank) - 1];
  }

  bool continuous_;
  SourceSpan span_;
  std::vector<Value> numbers_;
  std::optional<double> percentile_;
};

class Deviation final : public Aggregate {
 public:
  Deviation(bool of_population, SourceSpan span) : of_population_(of_population), span_(span) {}

  Status add(std::span<const Value> arguments) override {
    const Value& value = arguments[0];
    if (value.is_null()) return {};
    if (!value.is_number()) return not_summable(value, "stDev", span_);
    ++count_;
    const double delta = value.as_number() - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (value.as_number() - mean_);
    return {};
  }
  Result<Value> finish() override {
    const std::int64_t degrees = of_population_ ? count_ : count_ - 1;
    return Value(degrees > 0 ? std::sqrt(squares_ / static_cast<double>(degrees)) : 0.0);
  }

 private:
  bool of_population_;
  SourceSpan span_;
  std::int64_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

struct Hash {
  std::size_t operator()(const Value& value) const { return graph::hash(value); }
};
struct Equivalent {
  bool operator()(const Value& a, const Value& b) const { return graph::equivalent(a, b); }
};

/// DISTINCT: hands on the first of equivalent values only.
class Distinct final : public Aggregate {
 public:
  explicit Distinct(std::unique_ptr<Aggregate> inner) : inner_(std::move(inner)) {}

  Status add(std::span<const Value> arguments) override {
    if (arguments[0].is_null() || !seen_.insert(arguments[0]).second) return {};
    bytes_ += bytes_of(arguments[0]) + 32;
    return inner_->add(arguments);
  }
  Result<Value> finish() override { return inner_->finish(); }
  std::size_t memory() const override { return bytes_ + inner_->memory(); }

 private:
  std::unique_ptr<Aggregate> inner_;
  std::unordered_set<Value, Hash, Equivalent> seen_;
  std::size_t bytes_ = 0;
};

std::unique_ptr<Aggregate> make_plain(AggregateKind kind, SourceSpan span) {
  switch (kind) {
    case AggregateKind::kSum:
      return std::make_unique<Sum>(span);
    case AggregateKind::kAverage:
      return std::make_unique<Average>(span);
    case AggregateKind::kMinimum:
      return std::make_unique<Extreme>(true);
    case AggregateKind::kMaximum:
      return std::make_unique<Extreme>(false);
    case AggregateKind::kCollect:
      return std::make_unique<Collect>();
    case AggregateKind::kPercentileContinuous:
      return std::make_unique<Percentile>(true, span);
    case AggregateKind::kPercentileDiscrete:
      return std::make_unique<Percentile>(false, span);
    case AggregateKind::kDeviation:
      return std::make_unique<Deviation>(false, span);
    case AggregateKind::kDeviationOfPopulation:
      return std::make_unique<Deviation>(true, span);
    default:
      return std::make_unique<Count>();
  }
}

constexpr FunctionSignature row(std::string_view name, AggregateKind kind, int arguments, TypeSet result,
                                TypeSet first = kAnyType, TypeSet second = kAnyType) {
  return {name, arguments, arguments, result, {first, second, kAnyType}, true, kind};
}

constexpr TypeSet kSummable = kNumberType | kDurationType;

constexpr auto kTable = std::to_array<FunctionSignature>({
    row("avg", AggregateKind::kAverage, 1, kFloatType | kDurationType, kSummable),
    row("collect", AggregateKind::kCollect, 1, kListType),
    row("count", AggregateKind::kCount, 1, kIntegerType),
    row("max", AggregateKind::kMaximum, 1, kAnyType),
    row("min", AggregateKind::kMinimum, 1, kAnyType),
    row("percentileCont", AggregateKind::kPercentileContinuous, 2, kFloatType, kNumberType, kNumberType),
    row("percentileDisc", AggregateKind::kPercentileDiscrete, 2, kNumberType, kNumberType, kNumberType),
    row("stDev", AggregateKind::kDeviation, 1, kFloatType, kNumberType),
    row("stDevP", AggregateKind::kDeviationOfPopulation, 1, kFloatType, kNumberType),
    row("sum", AggregateKind::kSum, 1, kSummable, kSummable),
});

}  // namespace

std::unique_ptr<Aggregate> make_aggregate(AggregateKind kind, bool distinct, SourceSpan span) {
  std::unique_ptr<Aggregate> aggregate = make_plain(kind, span);
  if (!distinct) return aggregate;
  return std::make_unique<Distinct>(std::move(aggregate));
}

std::span<const FunctionSignature> aggregate_functions() { return kTable; }

}  // namespace dossier::query
