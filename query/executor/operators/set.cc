// SET and REMOVE.
#include "query/executor/operators/eager_operator.h"
#include "query/executor/writes.h"

namespace dossier::query {
namespace {

class SetOperator : public EagerOperator {
 public:
  SetOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::SetProperties& set,
              OperatorPtr input)
      : EagerOperator(context, plan, std::move(input)), set_(set) {}

 protected:
  Status apply(RowBuffer& rows) override {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(set_entries(context_, set_.entries, rows.row(i)));
      if ((i & 1023) == 1023) DOSSIER_RETURN_IF_ERROR(context_.check());
    }
    return {};
  }

 private:
  const planner::SetProperties& set_;
};

}  // namespace

OperatorPtr make_set(ExecutionContext& context, const LogicalPlan& plan, const planner::SetProperties& set,
                     OperatorPtr input) {
  return std::make_unique<SetOperator>(context, plan, set, std::move(input));
}

}  // namespace dossier::query
