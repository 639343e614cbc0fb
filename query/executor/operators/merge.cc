// MERGE: for each row the matches of the pattern, or, if there are none, the pattern newly made. Rows are taken one
// after the other, so that a row finds what an earlier one has made.
#include "query/executor/errors.h"
#include "query/executor/operators/eager_operator.h"
#include "query/executor/writes.h"

namespace dossier::query {
namespace {

class MergeOperator : public EagerOperator {
 public:
  MergeOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Merge& merge,
                OperatorPtr input, InnerPlan inner)
      : EagerOperator(context, plan, std::move(input)), merge_(merge), inner_(std::move(inner)) {}

 protected:
  Status apply(RowBuffer& rows) override {
    RowBuffer results(context_.width());
    Batch matches(context_.width());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows.row(i);
      DOSSIER_RETURN_IF_ERROR(check_values(row));
      inner_.start(row);
      const std::size_t before = results.size();
      while (true) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, inner_.root->next(matches));
        if (!more) break;
        DOSSIER_RETURN_IF_ERROR(keep(results, matches));
      }
      for (std::size_t j = before; j < results.size(); ++j) {
        DOSSIER_RETURN_IF_ERROR(set_entries(context_, merge_.on_match, results.row(j)));
      }
      if (results.size() == before) DOSSIER_RETURN_IF_ERROR(create(results.append(row)));
    }
    rows.swap(results);
    return {};
  }

 private:
  Status create(RowView row) {
    DOSSIER_RETURN_IF_ERROR(create_pattern(context_, merge_.create, row));
    return set_entries(context_, merge_.on_create, row);
  }

  // A null property matches nothing and cannot be stored, so every MERGE would make another copy.
  Status check_values(RowView row) {
    for (const planner::CreateItem& item : merge_.create.items) {
      const auto check = [&](const auto& entity) -> Status {
        for (const planner::PropertyValue& property : entity.properties) {
          DOSSIER_ASSIGN_OR_RETURN(const graph::Value value, evaluate(property.value, row));
          if (value.is_null()) {
            return runtime_error("SemanticError", "MergeReadOwnWrites", property.value.span,
                                 "MERGE cannot use null for property `" + property.key + "`");
          }
        }
        return {};
      };
      DOSSIER_RETURN_IF_ERROR(std::visit(check, item.entity));
    }
    return {};
  }

  const planner::Merge& merge_;
  InnerPlan inner_;
};

}  // namespace

OperatorPtr make_merge(ExecutionContext& context, const LogicalPlan& plan, const planner::Merge& merge,
                       OperatorPtr input, InnerPlan inner) {
  return std::make_unique<MergeOperator>(context, plan, merge, std::move(input), std::move(inner));
}

}  // namespace dossier::query
