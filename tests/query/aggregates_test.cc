#include "query/executor/functions/aggregates.h"

#include <catch2/catch.hpp>

#include "query/executor/functions/text.h"

using namespace dossier;
using namespace dossier::query;
using graph::List;
using graph::Value;

namespace {

std::string aggregated(AggregateKind kind, bool distinct, const std::vector<List>& rows) {
  const auto aggregate = make_aggregate(kind, distinct, {});
  for (const List& row : rows) {
    const Status status = aggregate->add(row);
    if (!status.ok()) return status.query_error()->type + " " + status.query_error()->detail;
  }
  const auto value = aggregate->finish();
  return value.ok() ? display_text(*value) : value.status().query_error()->detail;
}

std::vector<List> numbers(const List& list) {
  std::vector<List> rows;
  for (const Value& item : list) rows.push_back({item});
  return rows;
}

}  // namespace

TEST_CASE("aggregates ignore nulls", "[query][aggregates]") {
  const auto rows = numbers({1, Value(), 2, 2});
  CHECK(aggregated(AggregateKind::kCount, false, rows) == "3");
  CHECK(aggregated(AggregateKind::kCount, true, rows) == "2");
  CHECK(aggregated(AggregateKind::kCount, false, {{}, {}}) == "2");
  CHECK(aggregated(AggregateKind::kSum, false, rows) == "5");
  CHECK(aggregated(AggregateKind::kSum, true, rows) == "3");
  CHECK(aggregated(AggregateKind::kAverage, false, rows) == "1.6666666666666667");
  CHECK(aggregated(AggregateKind::kCollect, false, rows) == "[1, 2, 2]");
  CHECK(aggregated(AggregateKind::kCollect, true, rows) == "[1, 2]");
}

TEST_CASE("aggregates of no rows have the value that openCypher gives them", "[query][aggregates]") {
  CHECK(aggregated(AggregateKind::kCount, false, {}) == "0");
  CHECK(aggregated(AggregateKind::kSum, false, {}) == "0");
  CHECK(aggregated(AggregateKind::kAverage, false, {}) == "null");
  CHECK(aggregated(AggregateKind::kMinimum, false, {}) == "null");
  CHECK(aggregated(AggregateKind::kCollect, false, {}) == "[]");
  CHECK(aggregated(AggregateKind::kDeviation, false, {}) == "0.0");
  CHECK(aggregated(AggregateKind::kPercentileDiscrete, false, {}) == "null");
}

TEST_CASE("sums stay integers while they can and overflow is an error", "[query][aggregates]") {
  CHECK(aggregated(AggregateKind::kSum, false, numbers({1, 2.5})) == "3.5");
  CHECK(aggregated(AggregateKind::kSum, false, numbers({INT64_MAX, 1})) == "ArithmeticError IntegerOverflow");
  CHECK(aggregated(AggregateKind::kSum, false, numbers({"a"})) == "TypeError InvalidArgumentType");
}

TEST_CASE("min and max order across types", "[query][aggregates]") {
  const auto rows = numbers({1, "a", List{1, 2}, 0.2, Value(), "b"});
  CHECK(aggregated(AggregateKind::kMinimum, false, rows) == "[1, 2]");
  CHECK(aggregated(AggregateKind::kMaximum, false, rows) == "1");
}

TEST_CASE("percentiles lie between numbers or on one", "[query][aggregates]") {
  const auto rows = [](const Value& p) { return std::vector<List>{{10.0, p}, {30.0, p}, {20.0, p}}; };
  CHECK(aggregated(AggregateKind::kPercentileContinuous, false, rows(0.25)) == "15.0");
  CHECK(aggregated(AggregateKind::kPercentileContinuous, false, rows(1.0)) == "30.0");
  CHECK(aggregated(AggregateKind::kPercentileDiscrete, false, rows(0.5)) == "20.0");
  CHECK(aggregated(AggregateKind::kPercentileDiscrete, false, rows(0)) == "10.0");
  CHECK(aggregated(AggregateKind::kPercentileDiscrete, false, rows(1.1)) == "ArgumentError NumberOutOfRange");
}

TEST_CASE("standard deviations do not lose digits far from zero", "[query][aggregates]") {
  const auto rows = numbers({1e9 + 1, 1e9 + 2, 1e9 + 3});
  CHECK(aggregated(AggregateKind::kDeviation, false, rows) == "1.0");
  CHECK(aggregated(AggregateKind::kDeviationOfPopulation, false, numbers({2, 4, 4, 4, 5, 5, 7, 9})) == "2.0");
}
