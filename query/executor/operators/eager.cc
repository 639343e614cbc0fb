#include "query/executor/operators/eager_operator.h"

namespace dossier::query {
namespace {

class Barrier : public EagerOperator {
 public:
  using EagerOperator::EagerOperator;

 protected:
  Status apply(RowBuffer&) override { return {}; }
};

}  // namespace

OperatorPtr make_eager(ExecutionContext& context, const LogicalPlan& plan, OperatorPtr input) {
  return std::make_unique<Barrier>(context, plan, std::move(input));
}

}  // namespace dossier::query
