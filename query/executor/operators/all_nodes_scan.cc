#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class AllNodesScan : public NodeSource {
 public:
  using NodeSource::NodeSource;

 protected:
  Result<bool> fetch(RowView, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_nodes(from, kChunk, nodes));
    return nodes.size() == kChunk;
  }
};

}  // namespace

OperatorPtr make_all_nodes_scan(ExecutionContext& context, const LogicalPlan& plan,
                                const planner::AllNodesScan& scan, OperatorPtr input) {
  return std::make_unique<AllNodesScan>(context, plan, scan.node, std::move(input));
}

}  // namespace dossier::query
