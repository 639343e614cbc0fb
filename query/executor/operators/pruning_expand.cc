// `(a)-[:p*1..4]->(b)` where nobody asks by which path, nor by how many: each b once, by breadth-first search. With a least
// length of 0 or 1 a node is the end of a path without a repeated relationship exactly if it is the end of any walk no
// longer: the shortest walk repeats nothing. Only the start itself needs care, for a walk may go forth and back over one
// relationship where direction does not count. It is reached again if there is a cycle: a loop, a second relationship to
// a neighbour, or a relationship between two branches of the search, of which the shortest cycle always has one.
//
// Where b is bound as well, the search runs from both ends and stops when they meet. Cases: tests/cases/variable_length/.
#include "query/executor/breadth_first.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class PruningExpandOperator : public Operator {
 public:
  PruningExpandOperator(ExecutionContext& context, const LogicalPlan& plan,
                        const planner::VariableExpand& expand, OperatorPtr input)
      : Operator(context, plan),
        expand_(expand),
        input_(std::move(input), context),
        test_(context, expand.step, expand.step_slot, expand.conditions),
        forward_(context, test_, expand.step.direction),
        backward_(context, test_, opposite(expand.step.direction)),
        maximum_(expand.maximum.value_or(INT64_MAX)) {}

  void reset() override {
    input_.reset();
    active_ = false, resolved_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (!active_) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
        if (!more) return !out.empty();
        DOSSIER_RETURN_IF_ERROR(start_row(out));
      } else if (start_again_) {
        emit(0, out);
        start_again_ = false;
      } else if (next_ < forward_.size()) {
        emit(next_++, out);
      } else if (forward_.depth() < maximum_ && forward_.frontier() > 0) {
        DOSSIER_RETURN_IF_ERROR(advance());
      } else {
        active_ = false;
      }
    }
    return true;
  }

 private:
  Status start_row(Batch& out) {
    if (!resolved_) types_ = resolve_types(context_.reader, expand_.step.types), resolved_ = true;
    const graph::Value& from = input_.row()[slot(expand_.step.from)];
    if (!from.is_node()) return {};
    start(from.as_node());
    if (!expand_.step.into) {
      active_ = true;
      return {};
    }
    const graph::Value to = input_.row()[slot(expand_.step.to)];
    if (!to.is_node()) return {};
    DOSSIER_ASSIGN_OR_RETURN(const bool reached,
                             to.as_node() == from.as_node() ? returns() : meets(to.as_node()));
    if (reached) out.append(input_.row());
    return {};
  }

  void start(graph::NodeId node) {
    forward_.start(node);
    branches_.assign(1, 0);
    next_ = 1;
    start_again_ = cycle_ = expand_.minimum <= 0;
  }

  Status advance() {
    count_seeks(forward_.frontier());
    const bool undirected = expand_.step.direction == graph::Direction::kBoth;
    return forward_.expand_level(
        types_, input_.row(),
        [&](std::uint32_t from, std::uint32_t to, graph::RelationshipId by, bool is_new) {
          if (is_new)
            branches_.push_back(from == 0 ? to : branches_[from]);
          else if (!cycle_ && (undirected ? closes(from, to, by) : to == 0))
            start_again_ = cycle_ = true;
          return true;
        });
  }

  // Whether the relationship is the last of a cycle through the start that is no longer than paths may be.
  bool closes(std::uint32_t from, std::uint32_t to, graph::RelationshipId by) const {
    if (to == 0) return from == 0 || forward_.step(forward_.first_step(from)).relationship != by;
    if (from == 0 || branches_[from] == branches_[to]) return false;
    return forward_.depth_of(from) + forward_.depth_of(to) < maximum_;
  }

  Result<bool> returns() {
    while (!cycle_ && forward_.depth() < maximum_ && forward_.frontier() > 0)
      DOSSIER_RETURN_IF_ERROR(advance());
    return cycle_;
  }

  Result<bool> meets(graph::NodeId end) {
    backward_.start(end);
    bool met = false;
    while (!met && forward_.depth() + backward_.depth() < maximum_) {
      BreadthFirst& side = forward_.frontier() <= backward_.frontier() ? forward_ : backward_;
      const BreadthFirst& other = &side == &forward_ ? backward_ : forward_;
      if (side.frontier() == 0) return false;
      count_seeks(side.frontier());
      DOSSIER_RETURN_IF_ERROR(side.expand_level(
          types_, input_.row(), [&](std::uint32_t, std::uint32_t to, graph::RelationshipId, bool is_new) {
            met = is_new && other.find(side.node(to));
            return !met;
          }));
    }
    return met;
  }

  void emit(std::uint32_t number, Batch& out) {
    out.append(input_.row())[slot(expand_.step.to)] = forward_.node(number);
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

  const planner::VariableExpand& expand_;
  RowInput input_;
  StepTest test_;
  BreadthFirst forward_, backward_;
  std::int64_t maximum_;
  std::vector<std::uint32_t> branches_;  // by number: the start's neighbour over which it was reached
  std::uint32_t next_ = 1;
  bool start_again_ = false;  // the start is to be given as an end
  bool cycle_ = false;        // it has been found to be one
  ResolvedTypes types_;
  bool resolved_ = false, active_ = false;
};

}  // namespace

OperatorPtr make_pruning_expand(ExecutionContext& context, const LogicalPlan& plan,
                                const planner::VariableExpand& expand, OperatorPtr input) {
  return std::make_unique<PruningExpandOperator>(context, plan, expand, std::move(input));
}

}  // namespace dossier::query
