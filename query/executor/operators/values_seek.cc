// Nodes by some values of an indexed property or of the name: `n.name IN [...]`, `n.name = a OR n.name = b`. Each node once,
// ascending. What is no list, or no text for a name, is in no index: then all nodes may have it.
#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class ValuesSeek : public NodeSource {
 public:
  ValuesSeek(ExecutionContext& context, const LogicalPlan& plan, const planner::ValuesSeek& seek,
             OperatorPtr input)
      : NodeSource(context, plan, seek.node, std::move(input)), seek_(seek) {}

 protected:
  Result<bool> fetch(RowView row, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    if (graph::raw(from) == 0) {
      DOSSIER_ASSIGN_OR_RETURN(is_indexed_, load_values(row));
      if (is_indexed_) return find(nodes);
    }
    if (is_indexed_) return false;
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_nodes(from, kChunk, nodes));
    return nodes.size() == kChunk;
  }

 private:
  // Whether an index knows all of them.
  Result<bool> load_values(RowView row) {
    values_.clear();
    for (const planner::PlanExpression& expression : seek_.values.expressions) {
      DOSSIER_ASSIGN_OR_RETURN(graph::Value value, evaluate(expression, row));
      if (!seek_.values.list)
        values_.push_back(std::move(value));
      else if (value.is_list())
        values_.insert(values_.end(), value.as_list().begin(), value.as_list().end());
      else if (!value.is_null())
        return false;
    }
    std::erase_if(values_, [](const graph::Value& value) { return value.is_null(); });
    if (seek_.key == "name") {
      return std::all_of(values_.begin(), values_.end(),
                         [](const graph::Value& value) { return value.is_string(); });
    }
    key_ = context_.reader.find_key(seek_.key);
    return key_ && context_.reader.has_index(*key_);
  }

  Result<bool> find(std::vector<graph::NodeId>& nodes) {
    for (const graph::Value& value : values_) {
      count_seeks(1);
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NodeId> found,
                               seek_.key == "name" ? context_.reader.find_by_exact_name(value.as_string())
                                                   : context_.reader.find_by_property(*key_, value));
      nodes.insert(nodes.end(), found.begin(), found.end());
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return false;
  }

  const planner::ValuesSeek& seek_;
  std::vector<graph::Value> values_;
  std::optional<graph::KeyId> key_;
  bool is_indexed_ = false;
};

}  // namespace

OperatorPtr make_values_seek(ExecutionContext& context, const LogicalPlan& plan,
                             const planner::ValuesSeek& seek, OperatorPtr input) {
  return std::make_unique<ValuesSeek>(context, plan, seek, std::move(input));
}

}  // namespace dossier::query
