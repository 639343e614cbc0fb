#include "query/executor/operators/eager_operator.h"
#include "query/executor/writes.h"

namespace dossier::query {
namespace {

class CreateOperator : public EagerOperator {
 public:
  CreateOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Create& create,
                 OperatorPtr input)
      : EagerOperator(context, plan, std::move(input)), create_(create) {}

 protected:
  Status apply(RowBuffer& rows) override {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(create_pattern(context_, create_, rows.row(i)));
      if ((i & 1023) == 1023) DOSSIER_RETURN_IF_ERROR(context_.check());
    }
    return {};
  }

 private:
  const planner::Create& create_;
};

}  // namespace

OperatorPtr make_create(ExecutionContext& context, const LogicalPlan& plan, const planner::Create& create,
                        OperatorPtr input) {
  return std::make_unique<CreateOperator>(context, plan, create, std::move(input));
}

}  // namespace dossier::query
