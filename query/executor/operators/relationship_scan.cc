// All relationships of some types with their ends: `(a)-[r:p]->(b)` with nothing bound.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class RelationshipScan : public Operator {
 public:
  RelationshipScan(ExecutionContext& context, const LogicalPlan& plan, const planner::RelationshipScan& scan,
                   OperatorPtr input)
      : Operator(context, plan), scan_(scan), input_(std::move(input), context) {}

  void reset() override {
    input_.reset();
    active_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!active_) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
      if (!more) return false;
      types_ = resolve_types(context_.reader, scan_.types);
      active_ = true, from_ = graph::NodeId{0};
      if (types_.none) active_ = false;
      return true;
    }
    return step(out);
  }

 private:
  // Every relationship is found once from the node it starts at (or ends at); both ways for an undirected pattern.
  Result<bool> step(Batch& out) {
    nodes_.clear(), found_.clear();
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_nodes(from_, kNodes, nodes_));
    active_ = nodes_.size() == kNodes;
    if (nodes_.empty()) return true;
    from_ = graph::NodeId{graph::raw(nodes_.back()) + 1};
    count_seeks(nodes_.size());
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(nodes_, scan_.direction, types_.ids, found_));
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (std::size_t j = found_.offsets[i]; j < found_.offsets[i + 1]; ++j) {
        RowView row = out.append(input_.row());
        row[static_cast<std::size_t>(scan_.start)] = nodes_[i];
        row[static_cast<std::size_t>(scan_.relationship)] = found_.relationships[j];
        row[static_cast<std::size_t>(scan_.end)] = found_.nodes[j];
      }
    }
    return true;
  }

  static constexpr std::size_t kNodes = 256;
  const planner::RelationshipScan& scan_;
  RowInput input_;
  ResolvedTypes types_;
  std::vector<graph::NodeId> nodes_;
  graph::Neighbours found_;
  graph::NodeId from_{};
  bool active_ = false;
};

}  // namespace

OperatorPtr make_relationship_scan(ExecutionContext& context, const LogicalPlan& plan,
                                   const planner::RelationshipScan& scan, OperatorPtr input) {
  return std::make_unique<RelationshipScan>(context, plan, scan, std::move(input));
}

}  // namespace dossier::query
