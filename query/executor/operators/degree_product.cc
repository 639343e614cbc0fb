// See planner/counting.h.
#include "dossier/status_macros.h"
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class DegreeProductOperator : public Operator {
 public:
  DegreeProductOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::DegreeProduct& product,
                        OperatorPtr input)
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
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const std::int64_t count, count_of(out.row(i)));
      if (count <= 0) continue;
      out.row(i)[static_cast<std::size_t>(product_.count)] = count;
      out.move_row(i, kept++);
    }
    out.truncate(kept);
    return true;
  }

 private:
  Result<std::int64_t> count_of(RowView row) {
    std::int64_t product = 1;
    for (std::size_t i = 0; i < lists_.size() && product > 0; ++i) {
      const auto& factor = product_.factors[i];
      const graph::Value& from = row[static_cast<std::size_t>(factor.from)];
      if (!from.is_node()) return std::int64_t{0};
      DOSSIER_ASSIGN_OR_RETURN(const std::uint64_t degree, lists_[i].degree(from.as_node()));
      std::int64_t ways = static_cast<std::int64_t>(degree);
      for (const planner::Slot slot : factor.minus) {
        const graph::Value& other = row[static_cast<std::size_t>(slot)];
        if (other.is_node() && other.as_node() == from.as_node()) --ways;
      }
      if (__builtin_mul_overflow(product, ways, &product)) return overflow();
    }
    return product;
  }

  static Status overflow() {
    return Status(StatusCode::kResourceExhausted, "the number of matches does not fit 64 bits");
  }

  const planner::DegreeProduct& product_;
  OperatorPtr input_;
  std::vector<NeighbourLists> lists_;
  bool prepared_ = false;
};

}  // namespace

OperatorPtr make_degree_product(ExecutionContext& context, const LogicalPlan& plan,
                                const planner::DegreeProduct& product, OperatorPtr input) {
  return std::make_unique<DegreeProductOperator>(context, plan, product, std::move(input));
}

}  // namespace dossier::query
