// Paths of variable length, depth first: `(a)-[rs:p*1..3]->(b)`. No relationship occurs twice in one path, nor one that
// the same MATCH has bound elsewhere. Each step is tested as soon as it is taken, so a failing branch is not followed.
//
// Where the far end is bound too and the search turns out to be long, how far nodes are from that end is found by
// a search backwards over half of the length; from then on no node is entered from which the end is too far.
#include "query/executor/breadth_first.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class VariableExpandOperator : public Operator {
 public:
  VariableExpandOperator(ExecutionContext& context, const LogicalPlan& plan,
                         const planner::VariableExpand& expand, OperatorPtr input)
      : Operator(context, plan),
        expand_(expand),
        input_(std::move(input), context),
        test_(context, expand.step, expand.step_slot, expand.conditions),
        backward_(context, test_, opposite(expand.step.direction)),
        maximum_(static_cast<std::size_t>(std::max<std::int64_t>(0, expand.maximum.value_or(INT64_MAX)))),
        minimum_(static_cast<std::size_t>(std::max<std::int64_t>(0, expand.minimum))) {}

  void reset() override {
    input_.reset();
    active_ = false, resolved_ = false, target_.reset();
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (!active_) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, start_row(out));
        if (!more) return !out.empty();
      } else {
        DOSSIER_RETURN_IF_ERROR(step(out));
      }
    }
    return true;
  }

 private:
  struct Frame {  // a node on the current path, and where its relationships have been followed to
    graph::NodeId node{};
    graph::Neighbours next;
    std::size_t edge = 0;
  };

  Result<bool> start_row(Batch& out) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
    if (!more) return false;
    // Only now: what comes before may have made the type.
    if (!resolved_) types_ = resolve_types(context_.reader, expand_.step.types), resolved_ = true;
    const graph::Value& from = input_.row()[slot(expand_.step.from)];
    if (!from.is_node()) return true;
    if (expand_.list_bound) {
      DOSSIER_RETURN_IF_ERROR(follow_list(from.as_node(), out));
      return true;
    }
    if (expand_.step.into && !input_.row()[slot(expand_.step.to)].is_node()) return true;
    path_.clear(), depth_ = 0, steps_ = 0;
    active_ = true;
    if (!test_.trivial()) target_.reset();
    if (minimum_ == 0) DOSSIER_RETURN_IF_ERROR(emit(from.as_node(), out));
    return push(from.as_node());
  }

  Result<bool> push(graph::NodeId node) {
    if (depth_ == frames_.size()) frames_.emplace_back();
    Frame& frame = frames_[depth_++];
    frame.node = node, frame.edge = 0;
    frame.next.clear();
    if (path_.size() >= maximum_ || types_.none) return true;
    count_seeks(1);
    DOSSIER_RETURN_IF_ERROR(
        context_.reader.expand({&node, 1}, expand_.step.direction, types_.ids, frame.next));
    return true;
  }

  Status step(Batch& out) {
    if ((++ticks_ & 1023U) == 0) DOSSIER_RETURN_IF_ERROR(context_.check());
    if (++steps_ == kLongSearch && expand_.step.into) DOSSIER_RETURN_IF_ERROR(search_backwards());
    Frame& frame = frames_[depth_ - 1];
    if (frame.edge == frame.next.nodes.size()) {
      --depth_;
      if (depth_ == 0)
        active_ = false;
      else
        path_.pop_back();
      return {};
    }
    const graph::RelationshipId relationship = frame.next.relationships[frame.edge];
    const graph::NodeId node = frame.next.nodes[frame.edge];
    ++frame.edge;
    DOSSIER_ASSIGN_OR_RETURN(const bool allowed, admits(relationship));
    if (!allowed) return {};
    if (steps_ >= kLongSearch && expand_.step.into && is_too_far(node, maximum_ - path_.size() - 1))
      return {};
    path_.push_back(relationship);
    if (path_.size() >= minimum_) DOSSIER_RETURN_IF_ERROR(emit(node, out));
    auto pushed = push(node);
    return pushed.ok() ? Status() : pushed.status();
  }

  Result<bool> admits(graph::RelationshipId relationship) {
    if (std::find(path_.begin(), path_.end(), relationship) != path_.end()) return false;
    return test_.admits(relationship, input_.row());
  }

  Status search_backwards() {
    const graph::NodeId to = input_.row()[slot(expand_.step.to)].as_node();
    if (target_ == to) return {};
    target_ = to;
    backward_.start(to);
    const auto levels = static_cast<std::int64_t>(maximum_ / 2);
    while (backward_.depth() < levels && backward_.frontier() > 0 && backward_.size() < kMostBackwards) {
      count_seeks(backward_.frontier());
      DOSSIER_RETURN_IF_ERROR(backward_.expand_level(types_, input_.row(), [](auto&&...) { return true; }));
    }
    return {};
  }

  // Whether the end cannot be reached from the node in so many steps.
  bool is_too_far(graph::NodeId node, std::size_t steps) const {
    if (const auto known = backward_.find(node))
      return static_cast<std::size_t>(backward_.depth_of(*known)) > steps;
    return backward_.frontier() == 0 || steps <= static_cast<std::size_t>(backward_.depth());
  }

  Status emit(graph::NodeId node, Batch& out) {
    const RowView row = input_.row();
    if (expand_.step.into) {
      const graph::Value& to = row[slot(expand_.step.to)];
      if (!to.is_node() || to.as_node() != node) return {};
    }
    DOSSIER_RETURN_IF_ERROR(made_bytes(context_.eval, path_.size() * sizeof(graph::Value)));
    graph::List list(path_.begin(), path_.end());
    if (expand_.reversed) std::reverse(list.begin(), list.end());
    RowView target = out.append(row);
    target[slot(expand_.step.relationship)] = graph::Value(std::move(list));
    target[slot(expand_.step.to)] = node;
    return {};
  }

  // The list is bound: it must be walkable from here, each relationship in the pattern's direction.
  Status follow_list(graph::NodeId node, Batch& out) {
    const RowView row = input_.row();
    const graph::Value bound = row[slot(expand_.step.relationship)];
    if (!bound.is_list() || types_.none) return {};
    graph::List list = bound.as_list();
    if (list.size() < minimum_ || list.size() > maximum_) return {};
    if (expand_.reversed) std::reverse(list.begin(), list.end());
    for (const graph::Value& item : list) {
      if (!item.is_relationship()) return {};
      const auto record = context_.reader.relationship(item.as_relationship());
      if (!record.ok()) return record.status().code() == StatusCode::kNotFound ? Status() : record.status();
      const auto direction = expand_.step.direction;
      const bool typed = types_.ids.empty() ||
                         std::find(types_.ids.begin(), types_.ids.end(), record->type) != types_.ids.end();
      if (typed && record->start == node && direction != graph::Direction::kIncoming)
        node = record->end;
      else if (typed && record->end == node && direction != graph::Direction::kOutgoing)
        node = record->start;
      else
        return {};
    }
    if (expand_.step.into) {
      const graph::Value& to = row[slot(expand_.step.to)];
      if (!to.is_node() || to.as_node() != node) return {};
    }
    out.append(row)[slot(expand_.step.to)] = node;
    return {};
  }

  static constexpr std::uint64_t kLongSearch = 256;      // steps of one row
  static constexpr std::size_t kMostBackwards = 100000;  // nodes

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

  const planner::VariableExpand& expand_;
  RowInput input_;
  StepTest test_;
  BreadthFirst backward_;
  std::optional<graph::NodeId> target_;  // that backward_ started from
  std::size_t maximum_, minimum_;
  ResolvedTypes types_;
  bool resolved_ = false, active_ = false;
  std::vector<Frame> frames_;  // [0, depth_) are in use; the others keep their memory
  std::size_t depth_ = 0;
  std::vector<graph::RelationshipId> path_;
  std::uint32_t ticks_ = 0;
  std::uint64_t steps_ = 0;  // of this row
};

}  // namespace

OperatorPtr make_variable_expand(ExecutionContext& context, const LogicalPlan& plan,
                                 const planner::VariableExpand& expand, OperatorPtr input) {
  return std::make_unique<VariableExpandOperator>(context, plan, expand, std::move(input));
}

}  // namespace dossier::query
