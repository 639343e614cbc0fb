// One step along a relationship to a node not bound yet. The nodes of a whole batch are expanded at once; how many depends on how many
// relationships the last ones had, so that a few well-connected nodes do not fill the memory.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class ExpandOperator : public Operator {
 public:
  ExpandOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Expand& expand,
                 OperatorPtr input)
      : Operator(context, plan), expand_(expand), input_(std::move(input)), batch_(context.width()) {}

  void reset() override {
    input_->reset();
    batch_.clear();
    found_.clear();
    begin_ = end_ = current_ = edge_ = 0;
    resolved_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (current_ == end_) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, refill());
        if (!more) return !out.empty();
        continue;
      }
      emit(out);
    }
    return true;
  }

 private:
  static constexpr std::size_t kTargetEdges = 4096;

  Result<bool> refill() {
    if (end_ == batch_.size()) {
      DOSSIER_ASSIGN_OR_RETURN(bool more, input_->next(batch_));
      // Only now: what comes before may have made the type.
      if (!resolved_) types_ = resolve_types(context_.reader, expand_.types), resolved_ = true;
      if (types_.none && more) {
        batch_.clear();
        more = context_.transaction != nullptr;  // what writes must run to its end
      }
      begin_ = end_ = current_ = 0;
      if (!more) return false;
    }
    begin_ = current_ = end_;
    end_ = std::min(batch_.size(), begin_ + chunk_);
    frontier_.clear();
    for (std::size_t i = begin_; i < end_; ++i) {
      const graph::Value& from = batch_.row(i)[static_cast<std::size_t>(expand_.from)];
      frontier_.push_back(from.is_node() ? from.as_node() : kNoNode);
    }
    expand_frontier();
    DOSSIER_RETURN_IF_ERROR(status_);
    edge_ = found_.offsets.empty() ? 0 : found_.offsets[0];
    const std::size_t edges = found_.nodes.size();
    chunk_ =
        edges > kTargetEdges ? std::max<std::size_t>(1, chunk_ / 2) : std::min(Batch::kCapacity, chunk_ * 2);
    return true;
  }

  void expand_frontier() {
    found_.clear();
    count_seeks(frontier_.size());
    // Rows whose start is null have no relationships, and no node to ask for.
    if (std::find(frontier_.begin(), frontier_.end(), kNoNode) == frontier_.end()) {
      status_ = context_.reader.expand(frontier_, expand_.direction, types_.ids, found_);
      return;
    }
    std::vector<graph::NodeId> known;
    for (const graph::NodeId node : frontier_) {
      if (node != kNoNode) known.push_back(node);
    }
    graph::Neighbours found;
    status_ = context_.reader.expand(known, expand_.direction, types_.ids, found);
    if (!status_.ok()) return;
    std::vector<std::uint32_t> offsets{0};
    std::size_t next = 0;
    for (const graph::NodeId node : frontier_) {
      offsets.push_back(node == kNoNode ? offsets.back() : found.offsets[++next]);
    }
    found_ = std::move(found);
    found_.offsets = std::move(offsets);
  }

  void emit(Batch& out) {
    const std::size_t index = current_ - begin_;
    const RowView source = batch_.row(current_);
    const std::size_t stop = found_.offsets[index + 1];
    for (; edge_ < stop && !out.full(); ++edge_) {
      if (!distinct(source, found_.relationships[edge_])) continue;
      RowView row = out.append(source);
      row[static_cast<std::size_t>(expand_.relationship)] = found_.relationships[edge_];
      row[static_cast<std::size_t>(expand_.to)] = found_.nodes[edge_];
    }
    if (edge_ == stop) ++current_;
  }

  bool distinct(RowView row, graph::RelationshipId relationship) const {
    return std::none_of(expand_.distinct.begin(), expand_.distinct.end(), [&](planner::Slot other) {
      return contains(row[static_cast<std::size_t>(other)], relationship);
    });
  }

  static constexpr graph::NodeId kNoNode{~std::uint64_t{0}};
  const planner::Expand& expand_;
  OperatorPtr input_;
  Batch batch_;
  ResolvedTypes types_;
  bool resolved_ = false;
  std::vector<graph::NodeId> frontier_;
  graph::Neighbours found_;  // of rows [begin_, end_) of the batch
  Status status_;
  std::size_t begin_ = 0, end_ = 0, current_ = 0, edge_ = 0;
  std::size_t chunk_ = 64;
};

}  // namespace

OperatorPtr make_expand(ExecutionContext& context, const LogicalPlan& plan, const planner::Expand& expand,
                        OperatorPtr input) {
  return std::make_unique<ExpandOperator>(context, plan, expand, std::move(input));
}

}  // namespace dossier::query
