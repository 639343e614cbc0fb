// Nodes by the value of a property.
#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class PropertySeek : public NodeSource {
 public:
  PropertySeek(ExecutionContext& context, const LogicalPlan& plan, const planner::PropertySeek& seek,
               OperatorPtr input)
      : NodeSource(context, plan, seek.node, std::move(input)), seek_(seek) {}

 protected:
  Result<bool> fetch(RowView row, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    DOSSIER_ASSIGN_OR_RETURN(const graph::Value value, evaluate(seek_.value, row));
    if (value.is_null()) return false;
    const auto key = context_.reader.find_key(seek_.key);
    if (key && context_.reader.has_index(*key)) {
      DOSSIER_ASSIGN_OR_RETURN(nodes, context_.reader.find_by_property(*key, value));
      return false;
    }
    return fetch_by_value(context_, seek_.label, seek_.key, value, from, nodes);
  }

 private:
  const planner::PropertySeek& seek_;
};

}  // namespace

Result<bool> fetch_by_value(ExecutionContext& context, const std::string& label, const std::string& key,
                            const graph::Value& value, graph::NodeId from,
                            std::vector<graph::NodeId>& nodes) {
  const graph::Reader& reader = context.reader;
  const auto key_id = reader.find_key(key);
  const auto label_id = label.empty() ? std::nullopt : reader.find_label(label);
  if (!key_id || (!label.empty() && !label_id)) return false;
  std::vector<graph::NodeId> candidates;
  std::vector<graph::Value> values;
  while (nodes.empty()) {
    DOSSIER_RETURN_IF_ERROR(context.check());
    candidates.clear(), values.clear();
    DOSSIER_RETURN_IF_ERROR(label_id ? reader.scan_label(*label_id, from, Batch::kCapacity, candidates)
                                     : reader.scan_nodes(from, Batch::kCapacity, candidates));
    DOSSIER_RETURN_IF_ERROR(reader.node_properties(candidates, *key_id, values));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (graph::equals(values[i], value).value_or(false)) nodes.push_back(candidates[i]);
    }
    if (candidates.size() < Batch::kCapacity) return false;
    from = graph::NodeId{graph::raw(candidates.back()) + 1};
  }
  return true;
}

OperatorPtr make_property_seek(ExecutionContext& context, const LogicalPlan& plan,
                               const planner::PropertySeek& seek, OperatorPtr input) {
  return std::make_unique<PropertySeek>(context, plan, seek, std::move(input));
}

}  // namespace dossier::query
