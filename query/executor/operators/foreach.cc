// FOREACH: the body's writes for each item of each row's list; the rows go on unchanged.
#include "query/executor/errors.h"
#include "query/executor/operators/eager_operator.h"

namespace dossier::query {
namespace {

class ForeachOperator : public EagerOperator {
 public:
  ForeachOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Foreach& foreach,
                  OperatorPtr input, InnerPlan body)
      : EagerOperator(context, plan, std::move(input)), foreach_(foreach), body_(std::move(body)) {}

 protected:
  Status apply(RowBuffer& rows) override {
    Batch batch(context_.width());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const graph::Value list, evaluate(foreach_.list, rows.row(i)));
      if (list.is_null()) continue;
      if (!list.is_list())
        return type_error(foreach_.list.span, "FOREACH expects a list, not " + name_of(list));
      std::vector<graph::Value> row(rows.row(i).begin(), rows.row(i).end());
      for (const graph::Value& item : list.as_list()) {
        row[static_cast<std::size_t>(foreach_.slot)] = item;
        body_.start(row);
        bool more = true;
        while (more) {
          DOSSIER_ASSIGN_OR_RETURN(more, body_.root->next(batch));
        }
      }
    }
    return {};
  }

 private:
  static std::string name_of(const graph::Value& value) {
    return std::string(graph::type_name(value.type()));
  }

  const planner::Foreach& foreach_;
  InnerPlan body_;
};

}  // namespace

OperatorPtr make_foreach(ExecutionContext& context, const LogicalPlan& plan, const planner::Foreach& foreach,
                         OperatorPtr input, InnerPlan body) {
  return std::make_unique<ForeachOperator>(context, plan, foreach, std::move(input), std::move(body));
}

}  // namespace dossier::query
