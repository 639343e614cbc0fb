// DELETE and DETACH DELETE. What all rows name is collected first; relationships go before nodes, so that their order
// in the clause does not matter. A node that still has relationships waits for a clause that deletes them.
#include <map>
#include <set>

#include "query/executor/errors.h"
#include "query/executor/operators/eager_operator.h"

namespace dossier::query {
namespace {

class DeleteOperator : public EagerOperator {
 public:
  DeleteOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Delete& del,
                 OperatorPtr input)
      : EagerOperator(context, plan, std::move(input)), delete_(del) {}

 protected:
  Status apply(RowBuffer& rows) override {
    nodes_.clear(), relationships_.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const planner::PlanExpression& expression : delete_.expressions) {
        DOSSIER_ASSIGN_OR_RETURN(const graph::Value value, evaluate(expression, rows.row(i)));
        DOSSIER_RETURN_IF_ERROR(collect(value, expression.span));
      }
    }
    if (delete_.detach) DOSSIER_RETURN_IF_ERROR(collect_attached());
    for (const graph::RelationshipId relationship : relationships_)
      DOSSIER_RETURN_IF_ERROR(remove(relationship));
    for (const auto& [node, span] : nodes_) {
      if (!context_.transaction->is_deleted(node)) context_.connected_deleted.emplace(node, span);
    }
    return context_.delete_disconnected(false);
  }

 private:
  Status collect(const graph::Value& value, ast::SourceSpan span) {
    if (value.is_null()) return {};
    if (value.is_node()) {
      nodes_.emplace(value.as_node(), span);
    } else if (value.is_relationship()) {
      relationships_.insert(value.as_relationship());
    } else if (value.is_path()) {
      for (const graph::NodeId node : value.as_path().nodes) nodes_.emplace(node, span);
      relationships_.insert(value.as_path().relationships.begin(), value.as_path().relationships.end());
    } else {
      return type_error(span, "DELETE expects a node, a relationship or a path, not " +
                                  std::string(graph::type_name(value.type())));
    }
    return {};
  }

  Status collect_attached() {
    std::vector<graph::NodeId> frontier;
    for (const auto& [node, span] : nodes_) {
      if (!context_.transaction->is_deleted(node)) frontier.push_back(node);
    }
    graph::Neighbours found;
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(frontier, graph::Direction::kBoth, {}, found));
    relationships_.insert(found.relationships.begin(), found.relationships.end());
    return {};
  }

  Status remove(graph::RelationshipId relationship) {
    if (context_.transaction->is_deleted(relationship)) return {};
    DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record,
                             context_.reader.relationship(relationship));
    context_.deleted_types.emplace(graph::raw(relationship), record.type);
    DOSSIER_RETURN_IF_ERROR(context_.transaction->delete_relationship(relationship));
    ++context_.counters.relationships_deleted;
    return {};
  }

  const planner::Delete& delete_;
  std::map<graph::NodeId, ast::SourceSpan> nodes_;
  std::set<graph::RelationshipId> relationships_;
};

}  // namespace

OperatorPtr make_delete(ExecutionContext& context, const LogicalPlan& plan, const planner::Delete& del,
                        OperatorPtr input) {
  return std::make_unique<DeleteOperator>(context, plan, del, std::move(input));
}

}  // namespace dossier::query
