// A node that several bound nodes reach: their sorted neighbour lists, intersected from the shortest on by galloping
// search. For a cyclic pattern this touches no more than the shortest list times a logarithm of the others, where
// expanding one side and testing the other would enumerate every open wedge (Ngo, Porat, Re and Rudra, Worst-case
// optimal join algorithms, JACM 65(3), 2018; galloping: Bentley and Yao, IPL 5(3), 1976). Cases: tests/cases/count/.
#include <utility>

#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/row_expander.h"

namespace dossier::query {
namespace {

using SortedRow = graph::Adjacency::Row;

// The first place at or after `begin` whose node is not less than `node`.
std::size_t gallop(const SortedRow& row, std::size_t begin, std::uint64_t node) {
  const std::size_t size = row.nodes.size();
  std::size_t step = 1, low = begin, high = begin;
  while (high < size && row.nodes[high] < node) low = high + 1, high += step, step *= 2;
  return row.nodes.lower_bound(node, low, std::min(high, size));
}

class IntersectOperator : public RowExpander {
 public:
  IntersectOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Intersect& intersect,
                    OperatorPtr input)
      : RowExpander(context, plan, std::move(input)),
        intersect_(intersect),
        rows_(intersect.sides.size()),
        places_(intersect.sides.size()),
        chosen_(intersect.sides.size()) {
    for (const auto& side : intersect.sides) {
      lists_.emplace_back(context, side.types, side.direction, plan.inputs[0]->rows);
    }
  }

 protected:
  Status prepare() override {
    for (NeighbourLists& list : lists_) DOSSIER_RETURN_IF_ERROR(list.prepare());
    return {};
  }

  Status expand_row(RowView row, RowBuffer& results) override {
    row_ = row, results_ = &results;
    count_ = 0;
    DOSSIER_ASSIGN_OR_RETURN(const bool all, load_rows());
    if (all) intersect();
    DOSSIER_RETURN_IF_ERROR(std::exchange(stopped_, Status()));
    if (counting() && count_ > 0) results.append(row)[slot(intersect_.count)] = count_;
    return {};
  }

 private:
  bool counting() const { return intersect_.count != ast::kNoSlot; }

  Result<bool> load_rows() {
    used_.clear();
    for (const planner::Slot other : intersect_.distinct) {
      const graph::Value& value = row_[slot(other)];
      if (value.is_relationship()) used_.push_back(graph::raw(value.as_relationship()));
      if (value.is_list()) {
        for (const graph::Value& item : value.as_list()) used_.push_back(graph::raw(item.as_relationship()));
      }
    }
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const graph::Value& from = row_[slot(intersect_.sides[i].from)];
      if (!from.is_node()) return false;
      DOSSIER_ASSIGN_OR_RETURN(rows_[i], lists_[i].row(from.as_node()));
      if (rows_[i].nodes.empty()) return false;
      places_[i] = 0;
    }
    return true;
  }

  // Leapfrog: each list in turn jumps to the greatest node seen; when all stand on one node, it is common.
  void intersect() {
    std::size_t agreed = 0;
    std::uint64_t node = rows_[0].nodes[0];
    for (std::size_t i = 0;; i = i + 1 == rows_.size() ? 0 : i + 1) {
      places_[i] = gallop(rows_[i], places_[i], node);
      if (places_[i] == rows_[i].nodes.size()) return;
      if (rows_[i].nodes[places_[i]] != node) {
        node = rows_[i].nodes[places_[i]], agreed = 1;
      } else if (++agreed >= rows_.size()) {
        combine(0, node);
        if (!stopped_.ok()) return;
        ++node, agreed = 0;
      }
    }
  }

  // Every choice of one relationship a side, all different: many where relationships lie side by side.
  void combine(std::size_t side, std::uint64_t node) {
    if ((++ticks_ & (kTicks - 1)) == 0) stopped_ = context_.check();
    if (side == rows_.size()) {
      ++count_;
      if (!counting()) emit(node);
      return;
    }
    const SortedRow& row = rows_[side];
    for (std::size_t i = places_[side]; stopped_.ok() && i < row.nodes.size() && row.nodes[i] == node; ++i) {
      const std::uint64_t relationship = row.relationships[i];
      const auto end = chosen_.begin() + static_cast<std::ptrdiff_t>(side);
      if (std::find(used_.begin(), used_.end(), relationship) != used_.end()) continue;
      if (std::find(chosen_.begin(), end, relationship) != end) continue;
      chosen_[side] = relationship;
      combine(side + 1, node);
    }
  }

  void emit(std::uint64_t node) {
    if (results_->size() % kTicks == kTicks - 1) {
      Status room = made_bytes(context_.eval, kTicks * row_.size() * sizeof(graph::Value));
      if (!room.ok()) stopped_ = std::move(room);
    }
    RowView row = results_->append(row_);
    row[slot(intersect_.node)] = graph::NodeId{node};
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      row[slot(intersect_.sides[i].relationship)] = graph::RelationshipId{chosen_[i]};
    }
  }

  const planner::Intersect& intersect_;
  RowView row_;
  RowBuffer* results_ = nullptr;
  std::vector<NeighbourLists> lists_;
  std::vector<SortedRow> rows_;
  std::vector<std::size_t> places_;
  std::vector<std::uint64_t> chosen_, used_;
  std::int64_t count_ = 0;
  static constexpr std::uint32_t kTicks = 1024;
  std::uint32_t ticks_ = 0;
  Status stopped_;  // by a limit
};

}  // namespace

OperatorPtr make_intersect(ExecutionContext& context, const LogicalPlan& plan,
                           const planner::Intersect& intersect, OperatorPtr input) {
  return std::make_unique<IntersectOperator>(context, plan, intersect, std::move(input));
}

}  // namespace dossier::query
