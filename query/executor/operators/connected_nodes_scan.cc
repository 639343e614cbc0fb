// The nodes that have a relationship of some type: the sources of its adjacency snapshot, or all nodes where there is
// none (what follows drops those without).
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class ConnectedNodesScan : public NodeSource {
 public:
  ConnectedNodesScan(ExecutionContext& context, const LogicalPlan& plan,
                     const planner::ConnectedNodesScan& scan, OperatorPtr input)
      : NodeSource(context, plan, scan.node, std::move(input)),
        lists_(context, scan.types, scan.direction, plan.rows) {}

 protected:
  Result<bool> fetch(RowView, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    if (graph::raw(from) == range().begin) DOSSIER_RETURN_IF_ERROR(lists_.prepare());
    if (lists_.none()) return false;
    if (!lists_.adjacency()) {
      DOSSIER_RETURN_IF_ERROR(context_.reader.scan_nodes(from, kChunk, nodes));
      return nodes.size() == kChunk;
    }
    const auto sources = lists_.adjacency()->sources();
    std::size_t i = sources.lower_bound(graph::raw(from));
    for (; i < sources.size() && nodes.size() < kChunk; ++i) nodes.push_back(graph::NodeId{sources[i]});
    return i < sources.size();
  }

 private:
  NeighbourLists lists_;
};

}  // namespace

OperatorPtr make_connected_nodes_scan(ExecutionContext& context, const LogicalPlan& plan,
                                      const planner::ConnectedNodesScan& scan, OperatorPtr input) {
  return std::make_unique<ConnectedNodesScan>(context, plan, scan, std::move(input));
}

}  // namespace dossier::query
