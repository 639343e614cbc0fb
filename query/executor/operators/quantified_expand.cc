// ((a)-[:p]->(b)){2,4}: the inner plan makes one repetition from a node; repetitions are chained depth first, no
// relationship twice. Outside, each variable of the pattern is the list of what it was in every repetition.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class QuantifiedExpandOperator : public Operator {
 public:
  QuantifiedExpandOperator(ExecutionContext& context, const LogicalPlan& plan,
                           const planner::QuantifiedExpand& expand, OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        expand_(expand),
        input_(std::move(input), context),
        inner_(std::move(inner)),
        found_(context.width()) {}
  ~QuantifiedExpandOperator() override {
    while (!frames_.empty()) pop();
  }

  void reset() override {
    input_.reset();
    while (!frames_.empty()) pop();
    path_.clear();
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (frames_.empty()) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, start_row(out));
        if (!more) return !out.empty();
      } else {
        DOSSIER_RETURN_IF_ERROR(step(out));
      }
    }
    return true;
  }

 private:
  struct Repetition {
    graph::NodeId end{};
    std::vector<graph::Value> groups;         // by expand_.groups
    std::vector<graph::Value> relationships;  // in pattern order
  };
  struct Frame {
    std::vector<Repetition> choices;
    std::size_t next = 0, charged = 0;
  };

  Result<bool> start_row(Batch& out) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
    if (!more) return false;
    const graph::Value& from = input_.row()[slot(expand_.from)];
    if (!from.is_node()) return true;
    if (expand_.minimum <= 0) DOSSIER_RETURN_IF_ERROR(emit(from.as_node(), out));
    DOSSIER_RETURN_IF_ERROR(push(from.as_node()));
    return true;
  }

  Status push(graph::NodeId node) {
    frames_.emplace_back();
    if (expand_.maximum && static_cast<std::int64_t>(path_.size()) >= *expand_.maximum) return {};
    return find_repetitions(node, frames_.back());
  }

  void pop() {
    context_.release(frames_.back().charged);
    frames_.pop_back();
  }

  Status find_repetitions(graph::NodeId node, Frame& frame) {
    std::vector<graph::Value> row(input_.row().begin(), input_.row().end());
    row[slot(expand_.inner_from)] = node;
    inner_.start(row);
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, inner_.root->next(found_));
      if (!more) return {};
      std::size_t bytes = 0;
      for (std::size_t i = 0; i < found_.size(); ++i) bytes += add_repetition(found_.row(i), frame.choices);
      frame.charged += bytes;
      DOSSIER_RETURN_IF_ERROR(context_.charge(bytes));
    }
  }

  // The bytes that it takes.
  std::size_t add_repetition(RowView row, std::vector<Repetition>& choices) {
    Repetition repetition{row[slot(expand_.inner_to)].as_node()};
    for (const planner::Slot s : expand_.inner_relationships) {
      const graph::Value& value = row[slot(s)];
      if (value.is_list()) {
        repetition.relationships.insert(repetition.relationships.end(), value.as_list().begin(),
                                        value.as_list().end());
      } else {
        repetition.relationships.push_back(value);
      }
    }
    for (const graph::Value& relationship : repetition.relationships) {
      if (used(relationship.as_relationship())) return 0;
    }
    for (const auto& [inner, outer] : expand_.groups) repetition.groups.push_back(row[slot(inner)]);
    const std::size_t bytes =
        sizeof(Repetition) +
        (repetition.relationships.size() + repetition.groups.size()) * sizeof(graph::Value);
    choices.push_back(std::move(repetition));
    return bytes;
  }

  bool used(graph::RelationshipId relationship) {
    for (const Repetition& repetition : path_) {
      for (const graph::Value& other : repetition.relationships) {
        if (other.as_relationship() == relationship) return true;
      }
    }
    const RowView row = input_.row();
    return std::any_of(expand_.distinct.begin(), expand_.distinct.end(),
                       [&](planner::Slot other) { return contains(row[slot(other)], relationship); });
  }

  Status step(Batch& out) {
    DOSSIER_RETURN_IF_ERROR(context_.check());
    Frame& frame = frames_.back();
    if (frame.next == frame.choices.size()) {
      pop();
      if (!path_.empty()) path_.pop_back();
      return {};
    }
    path_.push_back(std::move(frame.choices[frame.next++]));
    const graph::NodeId end = path_.back().end;
    if (static_cast<std::int64_t>(path_.size()) >= expand_.minimum) DOSSIER_RETURN_IF_ERROR(emit(end, out));
    return push(end);
  }

  Status emit(graph::NodeId end, Batch& out) {
    const RowView row = input_.row();
    if (expand_.into) {
      const graph::Value& to = row[slot(expand_.to)];
      if (!to.is_node() || to.as_node() != end) return {};
    }
    DOSSIER_RETURN_IF_ERROR(
        made_bytes(context_.eval, 2 * path_.size() * (1 + expand_.groups.size()) * sizeof(graph::Value)));
    RowView target = out.append(row);
    target[slot(expand_.to)] = end;
    std::vector<const Repetition*> order;
    for (const Repetition& repetition : path_) order.push_back(&repetition);
    if (expand_.reversed) std::reverse(order.begin(), order.end());
    graph::List all;
    for (const Repetition* repetition : order) {
      all.insert(all.end(), repetition->relationships.begin(), repetition->relationships.end());
    }
    target[slot(expand_.all)] = graph::Value(std::move(all));
    for (std::size_t i = 0; i < expand_.groups.size(); ++i) {
      graph::List list;
      for (const Repetition* repetition : order) list.push_back(repetition->groups[i]);
      target[slot(expand_.groups[i].second)] = graph::Value(std::move(list));
    }
    return {};
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

  const planner::QuantifiedExpand& expand_;
  RowInput input_;
  InnerPlan inner_;
  Batch found_;
  std::vector<Frame> frames_;
  std::vector<Repetition> path_;  // one less than frames_
};

}  // namespace

OperatorPtr make_quantified_expand(ExecutionContext& context, const LogicalPlan& plan,
                                   const planner::QuantifiedExpand& expand, OperatorPtr input,
                                   InnerPlan inner) {
  return std::make_unique<QuantifiedExpandOperator>(context, plan, expand, std::move(input),
                                                    std::move(inner));
}

}  // namespace dossier::query
