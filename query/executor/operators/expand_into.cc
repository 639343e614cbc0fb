// `(a)-[:p]->(b)` where both ends are bound: the relationships between them, by binary search in the sorted neighbours of
// one of them.
#include "query/executor/neighbour_lists.h"
#include "query/executor/operators/row_expander.h"

namespace dossier::query {
namespace {

class ExpandIntoOperator : public RowExpander {
 public:
  ExpandIntoOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Expand& expand,
                     OperatorPtr input)
      : RowExpander(context, plan, std::move(input)), expand_(expand) {
    // A list is sorted by node for one type only.
    for (const std::string& type : expand.types) names_.push_back({type});
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    if (names_.empty()) names_.emplace_back();
    for (const std::vector<std::string>& name : names_) {
      for (const auto direction : {graph::Direction::kOutgoing, graph::Direction::kIncoming}) {
        if (expand.direction != direction && expand.direction != graph::Direction::kBoth) continue;
        sides_.push_back({{context, name, direction, plan.inputs[0]->rows}, direction});
      }
    }
  }

 protected:
  Status prepare() override {
    for (Side& side : sides_) DOSSIER_RETURN_IF_ERROR(side.lists.prepare());
    return {};
  }

  Status expand_row(RowView row, RowBuffer& results) override {
    const graph::Value &from = row[slot(expand_.from)], &to = row[slot(expand_.to)];
    if (!from.is_node() || !to.is_node()) return {};
    const bool loop = from.as_node() == to.as_node();
    for (Side& side : sides_) {
      // A loop stands in both lists, and is one relationship.
      if (loop && expand_.direction == graph::Direction::kBoth &&
          side.direction == graph::Direction::kIncoming)
        continue;
      count_seeks(1);
      DOSSIER_ASSIGN_OR_RETURN(const graph::Adjacency::Row list, side.lists.row(from.as_node()));
      append(row, list, graph::raw(to.as_node()), results);
    }
    return {};
  }

 private:
  struct Side {
    NeighbourLists lists;
    graph::Direction direction;
  };

  void append(RowView row, const graph::Adjacency::Row& list, std::uint64_t to, RowBuffer& results) {
    const bool sorted = !names_.front().empty();
    for (std::size_t i = sorted ? list.nodes.lower_bound(to) : 0; i < list.nodes.size(); ++i) {
      if (list.nodes[i] != to) {
        if (sorted) return;
        continue;
      }
      const graph::RelationshipId relationship{list.relationships[i]};
      if (!is_distinct(row, relationship)) continue;
      results.append(row)[slot(expand_.relationship)] = relationship;
    }
  }

  bool is_distinct(RowView row, graph::RelationshipId relationship) const {
    return std::none_of(expand_.distinct.begin(), expand_.distinct.end(),
                        [&](planner::Slot other) { return contains(row[slot(other)], relationship); });
  }

  const planner::Expand& expand_;
  std::vector<std::vector<std::string>> names_;
  std::vector<Side> sides_;
};

}  // namespace

OperatorPtr make_expand_into(ExecutionContext& context, const LogicalPlan& plan,
                             const planner::Expand& expand, OperatorPtr input) {
  return std::make_unique<ExpandIntoOperator>(context, plan, expand, std::move(input));
}

}  // namespace dossier::query
