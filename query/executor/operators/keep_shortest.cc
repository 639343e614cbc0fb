// ANY SHORTEST and ALL SHORTEST of patterns that no breadth-first search serves (several relationships, groups, a least
// length above one): all paths are there, and for each pair of ends the shortest stay.
#include <map>

#include "query/executor/operators/eager_operator.h"

namespace dossier::query {
namespace {

class KeepShortestOperator : public EagerOperator {
 public:
  KeepShortestOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::KeepShortest& keep,
                       OperatorPtr input)
      : EagerOperator(context, plan, std::move(input)), keep_(keep) {}

 protected:
  Status apply(RowBuffer& rows) override {
    std::map<std::pair<graph::NodeId, graph::NodeId>, std::pair<std::size_t, bool>>
        shortest;  // length, given
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t length = length_of(rows.row(i));
      const auto [known, fresh] = shortest.try_emplace(ends_of(rows.row(i)), length, false);
      if (!fresh) known->second.first = std::min(known->second.first, length);
    }
    RowBuffer kept(context_.width());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto& [length, given] = shortest.at(ends_of(rows.row(i)));
      if (length_of(rows.row(i)) != length || (given && !keep_.all)) continue;
      given = true;
      kept.append_by_swap(rows.row(i));
    }
    rows.swap(kept);
    return {};
  }

 private:
  static std::size_t index(planner::Slot slot) { return static_cast<std::size_t>(slot); }

  std::pair<graph::NodeId, graph::NodeId> ends_of(RowView row) const {
    return {row[index(keep_.start)].as_node(), row[index(keep_.end)].as_node()};
  }

  std::size_t length_of(RowView row) const {
    std::size_t length = 0;
    for (const planner::Slot slot : keep_.relationships) {
      const graph::Value& value = row[index(slot)];
      length += value.is_list() ? value.as_list().size() : 1;
    }
    return length;
  }

  const planner::KeepShortest& keep_;
};

}  // namespace

OperatorPtr make_keep_shortest(ExecutionContext& context, const LogicalPlan& plan,
                               const planner::KeepShortest& keep, OperatorPtr input) {
  return std::make_unique<KeepShortestOperator>(context, plan, keep, std::move(input));
}

}  // namespace dossier::query
