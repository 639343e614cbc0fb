// ORDER BY with LIMIT: a heap of the rows that may still be wanted, the last of them on top. Ties are broken by the
// order of arrival, as a stable sort would. The SKIP and LIMIT themselves are left to the operator above.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"
#include "query/executor/row_count.h"
#include "query/executor/sorted_rows.h"

namespace dossier::query {
namespace {

class TopNOperator : public Operator {
 public:
  TopNOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::TopN& top,
               OperatorPtr input)
      : Operator(context, plan), top_(top), order_(top.keys), input_(std::move(input)) {}
  ~TopNOperator() override { context_.release(charged_); }

  void reset() override {
    input_->reset();
    heap_.clear();
    next_ = 0, arrived_ = 0, consumed_ = false;
    context_.release(charged_);
    charged_ = 0;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!consumed_) DOSSIER_RETURN_IF_ERROR(consume());
    for (; next_ < heap_.size() && !out.full(); ++next_) out.append(heap_[next_].row);
    return !out.empty();
  }

 private:
  struct Entry {
    std::vector<graph::Value> keys, row;
    std::uint64_t arrival;
  };

  bool before(const Entry& a, const Entry& b) const {
    const int order = order_.compare(a.keys.data(), b.keys.data());
    return order != 0 ? order < 0 : a.arrival < b.arrival;
  }

  Status consume() {
    consumed_ = true;
    context_.use_large_batches();
    DOSSIER_ASSIGN_OR_RETURN(const std::uint64_t skip, evaluate_row_count(context_, top_.skip, 0));
    DOSSIER_ASSIGN_OR_RETURN(
        const std::uint64_t limit,
        evaluate_row_count(context_, std::optional<planner::PlanExpression>(top_.limit), 0));
    const std::uint64_t wanted = skip + limit < skip ? UINT64_MAX : skip + limit;
    Batch batch(context_.width());
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(batch));
      if (!more) break;
      for (std::size_t i = 0; i < batch.size(); ++i) DOSSIER_RETURN_IF_ERROR(add(batch.row(i), wanted));
    }
    std::sort_heap(heap_.begin(), heap_.end(), [&](const Entry& a, const Entry& b) { return before(a, b); });
    return {};
  }

  Status add(RowView row, std::uint64_t wanted) {
    if (wanted == 0) return {};
    const std::uint64_t arrival = arrived_++;
    if (heap_.size() >= wanted) {
      DOSSIER_ASSIGN_OR_RETURN(const bool better, precedes(row, heap_.front()));
      if (!better) return {};
    }
    keys_.clear();
    for (const planner::SortKey& key : top_.keys) {
      DOSSIER_ASSIGN_OR_RETURN(graph::Value value, evaluate(key.expression, row));
      keys_.push_back(std::move(value));
    }
    const auto less = [&](const Entry& a, const Entry& b) { return before(a, b); };
    if (heap_.size() >= wanted) {
      std::pop_heap(heap_.begin(), heap_.end(), less);
      heap_.pop_back();
    } else {
      const std::size_t bytes = memory_of(row) + sizeof(Entry);
      charged_ += bytes;
      DOSSIER_RETURN_IF_ERROR(context_.charge(bytes));
    }
    heap_.push_back({keys_, {row.begin(), row.end()}, arrival});
    std::push_heap(heap_.begin(), heap_.end(), less);
    return {};
  }

  // Whether a new row comes before the last of those kept; later keys are looked at only where earlier ones are equal.
  Result<bool> precedes(RowView row, const Entry& last) {
    for (std::size_t i = 0; i < top_.keys.size(); ++i) {
      graph::Value computed;
      const graph::Value* value = top_.keys[i].expression.code->peek(row);
      if (value == nullptr) {
        DOSSIER_ASSIGN_OR_RETURN(computed, evaluate(top_.keys[i].expression, row));
        value = &computed;
      }
      const int order = order_.compare_key(i, *value, last.keys[i]);
      if (order != 0) return order < 0;
    }
    return false;  // it came later
  }

  const planner::TopN& top_;
  KeyOrder order_;
  OperatorPtr input_;
  std::vector<Entry> heap_;
  std::vector<graph::Value> keys_;
  std::uint64_t arrived_ = 0;
  std::size_t next_ = 0, charged_ = 0;
  bool consumed_ = false;
};

}  // namespace

OperatorPtr make_top_n(ExecutionContext& context, const LogicalPlan& plan, const planner::TopN& top,
                       OperatorPtr input) {
  return std::make_unique<TopNOperator>(context, plan, top, std::move(input));
}

}  // namespace dossier::query
