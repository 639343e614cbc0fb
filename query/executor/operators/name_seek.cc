// Nodes by name. `("Xi")` asks names and aliases, normalised; `{name: $x}` asks the property exactly. The property may
// hold something else than a string; such a value is in no name index, so it is looked for among all nodes.
#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class NameSeek : public NodeSource {
 public:
  NameSeek(ExecutionContext& context, const LogicalPlan& plan, const planner::NameSeek& seek,
           OperatorPtr input)
      : NodeSource(context, plan, seek.node, std::move(input)), seek_(seek) {}

 protected:
  Result<bool> fetch(RowView row, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    if (!seek_.exact) return by_alias(nodes);
    DOSSIER_ASSIGN_OR_RETURN(const graph::Value name, evaluate(seek_.name, row));
    if (name.is_null()) return false;
    if (!name.is_string()) return fetch_by_value(context_, "", "name", name, from, nodes);
    DOSSIER_ASSIGN_OR_RETURN(nodes, context_.reader.find_by_exact_name(name.as_string()));
    return false;
  }

 private:
  Result<bool> by_alias(std::vector<graph::NodeId>& nodes) {
    DOSSIER_ASSIGN_OR_RETURN(const auto hits, context_.reader.find_by_name(seek_.name.text));
    for (const graph::NameHit& hit : hits) nodes.push_back(hit.node);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return false;
  }

  const planner::NameSeek& seek_;
};

}  // namespace

OperatorPtr make_name_seek(ExecutionContext& context, const LogicalPlan& plan, const planner::NameSeek& seek,
                           OperatorPtr input) {
  return std::make_unique<NameSeek>(context, plan, seek, std::move(input));
}

}  // namespace dossier::query
