#include "query/executor/operators/node_source.h"

namespace dossier::query {
namespace {

class LabelScan : public NodeSource {
 public:
  LabelScan(ExecutionContext& context, const LogicalPlan& plan, const planner::LabelScan& scan,
            OperatorPtr input)
      : NodeSource(context, plan, scan.node, std::move(input)), scan_(scan) {}

 protected:
  Result<bool> fetch(RowView, graph::NodeId from, std::vector<graph::NodeId>& nodes) override {
    const auto label = context_.reader.find_label(scan_.label);
    if (!label) return false;
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_label(*label, from, kChunk, nodes));
    return nodes.size() == kChunk;
  }

 private:
  const planner::LabelScan& scan_;
};

}  // namespace

OperatorPtr make_label_scan(ExecutionContext& context, const LogicalPlan& plan,
                            const planner::LabelScan& scan, OperatorPtr input) {
  return std::make_unique<LabelScan>(context, plan, scan, std::move(input));
}

}  // namespace dossier::query
