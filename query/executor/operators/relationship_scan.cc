// All relationships of some types with their ends: `(a)-[r:p]->(b)` with nothing bound. Every relationship is found
// once from the node it starts at (or ends at); from both for an undirected pattern. While batches are small yet, somebody
// waits for the first rows: these are read from the store, and only then the snapshot is built, from which the rest comes
// in the same order.
#include "dossier/status_macros.h"
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class RelationshipScan : public Operator {
 public:
  RelationshipScan(ExecutionContext& context, const LogicalPlan& plan, const planner::RelationshipScan& scan,
                   OperatorPtr input)
      : Operator(context, plan),
        scan_(scan),
        input_(std::move(input), context),
        lists_(context, scan.types, scan.direction, plan.rows) {}

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
      from_ = graph::NodeId{range().begin};
      active_ = !types_.none, is_prepared_ = false;
      return true;
    }
    if (!is_prepared_ && context_.has_large_batches()) DOSSIER_RETURN_IF_ERROR(prepare());
    return is_prepared_ && lists_.adjacency() ? scan_snapshot(out) : scan_store(out);
  }

 private:
  Status prepare() {
    is_prepared_ = true, edge_ = 0;
    DOSSIER_RETURN_IF_ERROR(lists_.prepare());
    if (lists_.adjacency()) source_ = lists_.adjacency()->sources().lower_bound(graph::raw(from_));
    return {};
  }

  // As many as may have about a batch of relationships.
  std::size_t nodes_at_once() const { return std::max<std::size_t>(4, context_.batch_rows / 8); }

  Result<bool> scan_snapshot(Batch& out) {
    const auto sources = lists_.adjacency()->sources();
    const std::uint64_t end = range().end;
    for (; source_ < sources.size() && sources[source_] < end; ++source_, edge_ = 0) {
      const graph::NodeId node{sources[source_]};
      const auto row = lists_.adjacency()->row_of_source(source_);
      for (; edge_ < row.nodes.size(); ++edge_) {
        if (out.full()) return true;
        append(node, graph::RelationshipId{row.relationships[edge_]}, graph::NodeId{row.nodes[edge_]}, out);
      }
    }
    active_ = false;
    return true;
  }

  Result<bool> scan_store(Batch& out) {
    nodes_.clear(), found_.clear();
    const std::size_t wanted = nodes_at_once();
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_nodes(from_, wanted, nodes_));
    active_ = nodes_.size() == wanted;
    while (!nodes_.empty() && graph::raw(nodes_.back()) >= range().end) nodes_.pop_back(), active_ = false;
    if (nodes_.empty()) return true;
    from_ = graph::NodeId{graph::raw(nodes_.back()) + 1};
    count_seeks(nodes_.size());
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(nodes_, scan_.direction, types_.ids, found_));
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (std::size_t j = found_.offsets[i]; j < found_.offsets[i + 1]; ++j) {
        append(nodes_[i], found_.relationships[j], found_.nodes[j], out);
      }
    }
    return true;
  }

  void append(graph::NodeId start, graph::RelationshipId relationship, graph::NodeId end, Batch& out) {
    for (const planner::Slot other : scan_.distinct) {
      if (contains(input_.row()[static_cast<std::size_t>(other)], relationship)) return;
    }
    RowView row = input_.append_to(out);
    row[static_cast<std::size_t>(scan_.start)] = start;
    row[static_cast<std::size_t>(scan_.relationship)] = relationship;
    row[static_cast<std::size_t>(scan_.end)] = end;
  }

  const planner::RelationshipScan& scan_;
  RowInput input_;
  NeighbourLists lists_;
  ResolvedTypes types_;
  std::vector<graph::NodeId> nodes_;
  graph::Neighbours found_;
  graph::NodeId from_{};
  std::size_t source_ = 0, edge_ = 0;  // where the snapshot has been read to
  bool active_ = false, is_prepared_ = false;
};

}  // namespace

OperatorPtr make_relationship_scan(ExecutionContext& context, const LogicalPlan& plan,
                                   const planner::RelationshipScan& scan, OperatorPtr input) {
  return std::make_unique<RelationshipScan>(context, plan, scan, std::move(input));
}

}  // namespace dossier::query
