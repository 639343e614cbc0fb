// See planner/counting.h.
#include <numeric>

#include "dossier/status_macros.h"
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class DegreeProductOperator : public Operator {
 public:
  DegreeProductOperator(ExecutionContext& context, const LogicalPlan& plan,
                        const planner::DegreeProduct& product, OperatorPtr input)
      : Operator(context, plan), product_(product), input_(std::move(input)) {
    for (const auto& factor : product.factors) {
      lists_.emplace_back(context, factor.types, factor.direction, plan.inputs[0]->rows);
    }
  }

  void reset() override {
    input_->reset();
    prepared_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    if (!prepared_) {  // only now: what comes before may write
      for (NeighbourLists& list : lists_) DOSSIER_RETURN_IF_ERROR(list.prepare());
      prepared_ = true;
    }
    rows_.resize(out.size());
    std::iota(rows_.begin(), rows_.end(), 0U);
    products_.assign(out.size(), 1);
    for (std::size_t i = 0; i < lists_.size() && !rows_.empty(); ++i)
      DOSSIER_RETURN_IF_ERROR(multiply(i, out));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      out.row(rows_[i])[static_cast<std::size_t>(product_.count)] = products_[rows_[i]];
      out.move_row(rows_[i], i);
    }
    out.truncate(rows_.size());
    return true;
  }

 private:
  // Multiplies the products by one factor, and drops the rows for which it is zero.
  Status multiply(std::size_t number, Batch& batch) {
    const auto& factor = product_.factors[number];
    std::erase_if(rows_, [&](std::uint32_t row) { return !from(factor, batch.row(row)).is_node(); });
    nodes_.clear();
    for (const std::uint32_t row : rows_) nodes_.push_back(from(factor, batch.row(row)).as_node());
    degrees_.resize(nodes_.size());
    DOSSIER_RETURN_IF_ERROR(lists_[number].degrees(nodes_, degrees_));
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::int64_t ways = static_cast<std::int64_t>(degrees_[i]);
      for (const planner::Slot slot : factor.minus) {
        const graph::Value& other = batch.row(rows_[i])[static_cast<std::size_t>(slot)];
        if (other.is_node() && other.as_node() == nodes_[i]) --ways;
      }
      if (ways <= 0) continue;
      std::int64_t& product = products_[rows_[i]];
      if (__builtin_mul_overflow(product, ways, &product)) return overflow();
      rows_[kept++] = rows_[i];
    }
    rows_.resize(kept);
    return {};
  }

  static const graph::Value& from(const planner::DegreeProduct::Factor& factor, RowView row) {
    return row[static_cast<std::size_t>(factor.from)];
  }

  static Status overflow() {
    return Status(StatusCode::kResourceExhausted, "the number of matches does not fit 64 bits");
  }

  const planner::DegreeProduct& product_;
  OperatorPtr input_;
  std::vector<NeighbourLists> lists_;
  std::vector<std::uint32_t> rows_;     // of the batch, that may still count
  std::vector<std::int64_t> products_;  // by row
  std::vector<graph::NodeId> nodes_;
  std::vector<std::uint64_t> degrees_;
  bool prepared_ = false;
};

}  // namespace

OperatorPtr make_degree_product(ExecutionContext& context, const LogicalPlan& plan,
                                const planner::DegreeProduct& product, OperatorPtr input) {
  return std::make_unique<DegreeProductOperator>(context, plan, product, std::move(input));
}

}  // namespace dossier::query
