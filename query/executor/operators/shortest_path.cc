// Shortest paths by breadth-first search from the bound end, level by level, each level expanded as one frontier.
// Every node keeps the steps by which its level first reached it, so that all shortest paths can be read backwards.
// A path back to its start is one more end where relationships are walked one way. Walked either way it is not: in a
// triangle both neighbours are reached at once, and none of the two through the other. There each first relationship is
// left out in turn, and the way home from its far end searched for, no longer than the best so far. Without a way home
// these searches share no node, so they cost no more than one.
#include <unordered_map>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/operators/operators.h"
#include "query/executor/predicates.h"

namespace dossier::query {
namespace {

class ShortestPathOperator : public Operator {
 public:
  ShortestPathOperator(ExecutionContext& context, const LogicalPlan& plan,
                       const planner::ShortestPath& shortest, OperatorPtr input)
      : Operator(context, plan),
        shortest_(shortest),
        input_(std::move(input), context),
        conditions_(context, shortest.conditions),
        results_(context.width()) {}

  void reset() override {
    input_.reset();
    forget();
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (next_ < results_.size()) {
        out.append_by_swap(results_.row(next_++));
        continue;
      }
      give_back();
      if (searching_) {
        DOSSIER_RETURN_IF_ERROR(search_level());
        continue;
      }
      forget();
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
      if (!more) return !out.empty();
      DOSSIER_RETURN_IF_ERROR(start_search());
    }
    return true;
  }

 private:
  struct Step {
    graph::NodeId from;
    graph::RelationshipId relationship;
  };
  struct Reached {
    std::int64_t depth;
    std::vector<Step> steps;  // that lead here from the level before
  };
  struct Turn {  // where steps are followed back
    const std::vector<Step>* steps;
    std::size_t next = 0;
  };
  using ReachedNodes = std::unordered_map<std::uint64_t, Reached>;
  using Trail = std::vector<graph::RelationshipId>;

  Status start_search() {
    const graph::Value& from = input_.row()[slot(shortest_.step.from)];
    const graph::Value& to = input_.row()[slot(shortest_.step.to)];
    if (!from.is_node() || (shortest_.step.into && !to.is_node())) return {};
    types_ = resolve_types(context_.reader, shortest_.step.types);
    start_ = from.as_node();
    back_at_start_ = false;
    if (shortest_.minimum == 0) {
      DOSSIER_RETURN_IF_ERROR(append({}, start_));
      if (is_cycle()) return {};
    }
    if (types_.none) return {};
    if (walks_both_ways() && wants_cycles() && (is_cycle() || !shortest_.step.into)) {
      DOSSIER_RETURN_IF_ERROR(append_round_trips());
      if (is_cycle()) return {};
    }
    level_.assign(1, start_);
    depth_ = 1;
    searching_ = true;
    return {};
  }

  Status search_level() {
    searching_ = depth_ <= shortest_.maximum.value_or(INT64_MAX) && !level_.empty();
    if (!searching_) return {};
    DOSSIER_RETURN_IF_ERROR(context_.check());
    std::vector<graph::NodeId> next;
    DOSSIER_RETURN_IF_ERROR(expand_level(level_, depth_++, next));
    level_ = std::move(next);
    if (!shortest_.step.into) {
      for (const graph::NodeId node : level_) {
        const auto any = append_paths(node);
        if (!any.ok()) return any.status();
      }
      return append_way_back();
    }
    const std::uint64_t to = graph::raw(input_.row()[slot(shortest_.step.to)].as_node());
    const auto found = reached_.find(to);
    if (found == reached_.end()) return {};
    DOSSIER_ASSIGN_OR_RETURN(const bool any, append_paths(graph::NodeId{to}));
    if (any)
      searching_ = false;
    else if (is_cycle())
      reached_.erase(found);  // the way back used a relationship twice: look on
    return {};
  }

  bool is_cycle() { return shortest_.step.into && input_.row()[slot(shortest_.step.to)].as_node() == start_; }

  Status expand_level(std::vector<graph::NodeId>& level, std::int64_t depth,
                      std::vector<graph::NodeId>& next) {
    std::sort(level.begin(), level.end());
    found_.clear();
    count_seeks(level.size());
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(level, shortest_.step.direction, types_.ids, found_));
    DOSSIER_RETURN_IF_ERROR(charge(found_.nodes.size() * (sizeof(Reached) + sizeof(Step) + 32), of_reached_));
    for (std::size_t i = 0; i < level.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context_.eval));
      for (std::size_t j = found_.offsets[i]; j < found_.offsets[i + 1]; ++j) {
        const graph::NodeId node = found_.nodes[j];
        if (node == start_ && (!wants_cycles() || walks_both_ways())) continue;
        const auto known = reached_.find(graph::raw(node));
        if (known != reached_.end() && (known->second.depth < depth || (!shortest_.all && node != start_)))
          continue;
        DOSSIER_ASSIGN_OR_RETURN(const bool allowed, admits(found_.relationships[j]));
        if (!allowed) continue;
        Reached& reached = reached_[graph::raw(node)];
        if (reached.steps.empty() && node != start_) next.push_back(node);
        reached.depth = depth;
        reached.steps.push_back({level[i], found_.relationships[j]});
      }
    }
    return {};
  }

  bool wants_cycles() const { return shortest_.minimum > 0; }

  bool walks_both_ways() const { return shortest_.step.direction == graph::Direction::kBoth; }

  Status append_round_trips() {
    graph::Neighbours first;
    count_seeks(1);
    std::vector<graph::NodeId> level{start_};
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(level, graph::Direction::kBoth, types_.ids, first));
    std::vector<Trail> best;
    std::size_t longest = static_cast<std::size_t>(shortest_.maximum.value_or(INT64_MAX));
    for (std::size_t i = 0; i < first.nodes.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const bool allowed, admits(first.relationships[i]));
      if (!allowed) continue;
      std::vector<Trail> trails;
      DOSSIER_RETURN_IF_ERROR(find_way_home(first.nodes[i], first.relationships[i], longest, trails));
      if (trails.empty() || (!best.empty() && !shortest_.all && trails.front().size() >= longest)) continue;
      if (best.empty() || trails.front().size() < longest) best.clear();
      longest = trails.front().size();
      best.insert(best.end(), trails.begin(), shortest_.all ? trails.end() : trails.begin() + 1);
    }
    for (Trail& trail : best) DOSSIER_RETURN_IF_ERROR(append(std::move(trail), start_));
    return {};
  }

  // The shortest trails that begin with `out`, which leads to `node`, and end at the start; none longer than `longest`.
  Status find_way_home(graph::NodeId node, graph::RelationshipId out, std::size_t longest,
                       std::vector<Trail>& trails) {
    if (node == start_) {
      trails.push_back({out});
      return {};
    }
    ReachedNodes ways{{graph::raw(node), {1, {}}}};
    std::vector<Step> home;
    std::vector<graph::NodeId> level{node};
    for (std::size_t length = 2; length <= longest && !level.empty() && home.empty(); ++length) {
      DOSSIER_RETURN_IF_ERROR(context_.check());
      DOSSIER_RETURN_IF_ERROR(walk_level(level, out, static_cast<std::int64_t>(length), ways, home));
    }
    context_.release(std::exchange(of_ways_, 0));
    for (const Step& last : home) {
      DOSSIER_RETURN_IF_ERROR(read_back(ways, last, out, trails));
      if (!shortest_.all) break;
    }
    return {};
  }

  Status walk_level(std::vector<graph::NodeId>& level, graph::RelationshipId out, std::int64_t length,
                    ReachedNodes& ways, std::vector<Step>& home) {
    std::sort(level.begin(), level.end());
    found_.clear();
    count_seeks(level.size());
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(level, graph::Direction::kBoth, types_.ids, found_));
    DOSSIER_RETURN_IF_ERROR(charge(found_.nodes.size() * (sizeof(Reached) + sizeof(Step) + 32), of_ways_));
    std::vector<graph::NodeId> next;
    for (std::size_t i = 0; i < level.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context_.eval));
      for (std::size_t j = found_.offsets[i]; j < found_.offsets[i + 1]; ++j) {
        const graph::NodeId to = found_.nodes[j];
        const auto known = ways.find(graph::raw(to));
        if (known != ways.end() && (known->second.depth < length || !shortest_.all)) continue;
        if (found_.relationships[j] == out) continue;
        DOSSIER_ASSIGN_OR_RETURN(const bool allowed, admits(found_.relationships[j]));
        if (!allowed) continue;
        if (to == start_) {
          home.push_back({level[i], found_.relationships[j]});
          continue;
        }
        if (known == ways.end()) next.push_back(to);
        Reached& reached = ways[graph::raw(to)];
        reached.depth = length;
        reached.steps.push_back({level[i], found_.relationships[j]});
      }
    }
    level = std::move(next);
    return {};
  }

  // Every way home that begins with `out` and ends with `last`. With a stack of our own, as in append_paths.
  Status read_back(const ReachedNodes& ways, const Step& last, graph::RelationshipId out,
                   std::vector<Trail>& trails) {
    std::vector<Turn> turns{{&ways.at(graph::raw(last.from)).steps}};
    Trail backwards{last.relationship};  // as many as turns
    while (!turns.empty()) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context_.eval));
      Turn& turn = turns.back();
      if (turn.steps->empty()) {
        DOSSIER_RETURN_IF_ERROR(charge((backwards.size() + 4) * sizeof(graph::RelationshipId), of_reached_));
        Trail& trail = trails.emplace_back(Trail{out});
        trail.insert(trail.end(), backwards.rbegin(), backwards.rend());
      }
      if (turn.next == turn.steps->size()) {
        turns.pop_back(), backwards.pop_back();
        continue;
      }
      const Step& step = (*turn.steps)[turn.next++];
      backwards.push_back(step.relationship);
      turns.push_back({&ways.at(graph::raw(step.from)).steps});
    }
    return {};
  }

  // The start is one of the ends that a path may have; it is never in a level.
  Status append_way_back() {
    if (back_at_start_) return {};
    const auto found = reached_.find(graph::raw(start_));
    if (found == reached_.end()) return {};
    DOSSIER_ASSIGN_OR_RETURN(back_at_start_, append_paths(start_));
    if (!back_at_start_) reached_.erase(found);  // it used a relationship twice: look on
    return {};
  }

  Result<bool> admits(graph::RelationshipId relationship) {
    const RowView row = input_.row();
    for (const planner::Slot other : shortest_.step.distinct) {
      if (contains(row[slot(other)], relationship)) return false;
    }
    if (conditions_.empty()) return true;
    row[slot(shortest_.step_slot)] = relationship;
    return conditions_.test(row);
  }

  // All paths to the node, or the first; whether there was one. Steps are followed back with a stack of our own: a path may
  // be as long as the graph is large.
  Result<bool> append_paths(graph::NodeId end) {
    std::vector<Turn> turns{{&reached_.at(graph::raw(end)).steps}};
    std::vector<graph::RelationshipId> backwards;  // one less than turns
    bool any = false;
    while (!turns.empty()) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context_.eval));
      Turn& turn = turns.back();
      if (turn.next == turn.steps->size()) {
        turns.pop_back();
        if (!backwards.empty()) backwards.pop_back();
        continue;
      }
      const Step& step = (*turn.steps)[turn.next++];
      // Each level has relationships of its own, but a way back to the start may end with that it began with.
      if (!backwards.empty() && backwards.front() == step.relationship) continue;
      backwards.push_back(step.relationship);
      if (step.from != start_) {
        turns.push_back({&reached_.at(graph::raw(step.from)).steps});
        continue;
      }
      any = true;
      DOSSIER_RETURN_IF_ERROR(append({backwards.rbegin(), backwards.rend()}, end));
      if (!shortest_.all) return true;
      backwards.pop_back();
    }
    return any;
  }

  Status append(std::vector<graph::RelationshipId> path, graph::NodeId end) {
    if (static_cast<std::int64_t>(path.size()) < shortest_.minimum) return {};
    if (shortest_.reversed) std::reverse(path.begin(), path.end());
    const RowView source = input_.row();
    if (shortest_.step.into && source[slot(shortest_.step.to)].as_node() != end) return {};
    DOSSIER_RETURN_IF_ERROR(charge((path.size() + source.size()) * sizeof(graph::Value), of_results_));
    RowView row = results_.append(source);
    row[slot(shortest_.step.to)] = end;
    if (shortest_.single && !path.empty()) {
      row[slot(shortest_.step.relationship)] = path.front();
    } else {
      row[slot(shortest_.step.relationship)] = graph::Value(graph::List(path.begin(), path.end()));
    }
    return {};
  }

  Status charge(std::size_t bytes, std::size_t& sum) {
    sum += bytes;
    return context_.charge(bytes);
  }
  void give_back() {
    results_.clear();
    next_ = 0;
    context_.release(std::exchange(of_results_, 0));
  }
  void forget() {
    give_back();
    reached_.clear();
    searching_ = false;
    context_.release(std::exchange(of_reached_, 0) + std::exchange(of_ways_, 0));
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

  const planner::ShortestPath& shortest_;
  RowInput input_;
  Predicates conditions_;
  RowBuffer results_;
  std::size_t next_ = 0, of_results_ = 0, of_reached_ = 0, of_ways_ = 0;  // the last three: bytes charged
  ResolvedTypes types_;
  graph::NodeId start_{};
  bool back_at_start_ = false;
  std::vector<graph::NodeId> level_;  // reached by paths of length depth_ - 1
  std::int64_t depth_ = 0;
  bool searching_ = false;
  ReachedNodes reached_;
  graph::Neighbours found_;
};

}  // namespace

OperatorPtr make_shortest_path(ExecutionContext& context, const LogicalPlan& plan,
                               const planner::ShortestPath& shortest, OperatorPtr input) {
  return std::make_unique<ShortestPathOperator>(context, plan, shortest, std::move(input));
}

}  // namespace dossier::query
