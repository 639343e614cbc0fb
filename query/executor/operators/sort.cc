// ORDER BY: stable, so rows with equal keys keep their order.
#include <numeric>

#include "query/executor/operators/eager_operator.h"
#include "query/executor/sorted_rows.h"

namespace dossier::query {
namespace {

class SortOperator : public EagerOperator {
 public:
  SortOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Sort& sort,
               OperatorPtr input)
      : EagerOperator(context, plan, std::move(input)), sort_(sort), order_(sort.keys) {}

 protected:
  Status apply(RowBuffer& rows) override {
    const std::size_t width = sort_.keys.size();
    std::vector<graph::Value> keys;
    DOSSIER_RETURN_IF_ERROR(charge(rows.size() * (width * sizeof(graph::Value) + sizeof(std::size_t))));
    keys.reserve(rows.size() * width);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i % 1024 == 0) DOSSIER_RETURN_IF_ERROR(context_.check());
      for (const planner::SortKey& key : sort_.keys) {
        DOSSIER_ASSIGN_OR_RETURN(graph::Value value, evaluate(key.expression, rows.row(i)));
        keys.push_back(std::move(value));
      }
    }
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    // Once it is to stop, all rows are equal and the sort soon over.
    Status stopped;
    std::size_t comparisons = 0;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      if (++comparisons % 4096 == 0 && stopped.ok()) stopped = context_.check();
      return stopped.ok() && order_.compare(&keys[a * width], &keys[b * width]) < 0;
    });
    DOSSIER_RETURN_IF_ERROR(std::move(stopped));
    RowBuffer sorted(context_.width());
    for (const std::size_t place : places) sorted.append_by_swap(rows.row(place));
    rows.swap(sorted);
    return {};
  }

 private:
  const planner::Sort& sort_;
  KeyOrder order_;
};

}  // namespace

OperatorPtr make_sort(ExecutionContext& context, const LogicalPlan& plan, const planner::Sort& sort,
                      OperatorPtr input) {
  return std::make_unique<SortOperator>(context, plan, sort, std::move(input));
}

}  // namespace dossier::query
