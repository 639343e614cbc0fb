// Scans and seeks alike: for each input row, once with each node that a source gives.
#pragma once

#include <vector>

#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {

class NodeSource : public Operator {
 public:
  NodeSource(ExecutionContext& context, const LogicalPlan& plan, planner::Slot slot, OperatorPtr input)
      : Operator(context, plan), slot_(static_cast<std::size_t>(slot)), input_(std::move(input), context) {}

  void reset() override {
    input_.reset();
    nodes_.clear();
    next_ = 0, active_ = false;
  }

 protected:
  static constexpr std::size_t kChunk = Batch::kCapacity;

  /// Appends the next nodes for the row, those from `from` on for a scan; false: these were the last.
  virtual Result<bool> fetch(RowView row, graph::NodeId from, std::vector<graph::NodeId>& nodes) = 0;

  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (next_ == nodes_.size()) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, refill());
        if (!more) return !out.empty();
        if (!out.empty() && next_ == nodes_.size()) return true;
        continue;
      }
      input_.append_to(out)[slot_] = nodes_[next_++];
    }
    return true;
  }

 private:
  Result<bool> refill() {
    if (!active_) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
      if (!more) return false;
      active_ = true, from_ = graph::NodeId{range().begin};
    }
    nodes_.clear(), next_ = 0;
    count_seeks(1);
    DOSSIER_ASSIGN_OR_RETURN(const bool more, fetch(input_.row(), from_, nodes_));
    if (!nodes_.empty()) from_ = graph::NodeId{graph::raw(nodes_.back()) + 1};
    active_ = more && graph::raw(from_) < range().end;
    while (!nodes_.empty() && graph::raw(nodes_.back()) >= range().end) nodes_.pop_back();
    return true;
  }

  std::size_t slot_;
  RowInput input_;
  std::vector<graph::NodeId> nodes_;
  std::size_t next_ = 0;
  graph::NodeId from_{};
  bool active_ = false;  // the source may have more for the current row
};

/// A scan for nodes (of that label, unless it is empty) whose property equals the value: fetch() for lack of an index.
Result<bool> fetch_by_value(ExecutionContext& context, const std::string& label, const std::string& key,
                            const graph::Value& value, graph::NodeId from, std::vector<graph::NodeId>& nodes);

}  // namespace dossier::query
