// Breadth-first search from one node along the relationships of a pattern, a level at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "dossier/status_macros.h"
#include "query/executor/execution_context.h"
#include "query/executor/node_map.h"
#include "query/executor/predicates.h"

namespace dossier::query {

/// Which relationships a variable-length pattern may use, whatever the path: none that the same MATCH has bound
/// elsewhere, and only those that its conditions allow.
class StepTest {
 public:
  StepTest(ExecutionContext& context, const planner::Expand& step, planner::Slot step_slot,
           const std::vector<planner::Predicate>& conditions)
      : step_(step), step_slot_(static_cast<std::size_t>(step_slot)), conditions_(context, conditions) {}

  /// Whether it is the same for all rows, and says yes to everything.
  bool trivial() const { return conditions_.empty() && step_.distinct.empty(); }
  /// The row's slot of the list holds the relationship while the conditions are tested.
  Result<bool> admits(graph::RelationshipId relationship, RowView row) {
    for (const planner::Slot other : step_.distinct) {
      if (contains(row[static_cast<std::size_t>(other)], relationship)) return false;
    }
    if (conditions_.empty()) return true;
    row[step_slot_] = relationship;
    return conditions_.test(row);
  }

 private:
  const planner::Expand& step_;
  std::size_t step_slot_;
  Predicates conditions_;
};

/// Nodes are numbered in the order they are reached; 0 is the start.
///
/// Cost     each node is expanded once; about 48 bytes a node, charged to the query.
class BreadthFirst {
 public:
  struct Step {  // by which a node was reached
    std::uint32_t from;
    graph::RelationshipId relationship;
    std::uint32_t next;  // another one of the same level, or kNone
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// `all_steps`: every step that reaches a node from the level before is kept, not only the first.
  BreadthFirst(ExecutionContext& context, StepTest& test, graph::Direction direction, bool all_steps = false)
      : context_(context), test_(test), direction_(direction), all_steps_(all_steps) {}
  ~BreadthFirst() { context_.release(charged_); }
  BreadthFirst(const BreadthFirst&) = delete;
  BreadthFirst& operator=(const BreadthFirst&) = delete;

  void start(graph::NodeId node) {
    nodes_.clear(), depths_.clear(), first_steps_.clear(), steps_.clear();
    context_.release(charged_);
    charged_ = 0, depth_ = 0, level_ = 0;
    reach(node, 0);
  }

  std::int64_t depth() const { return depth_; }
  /// The nodes that the next level starts from.
  std::size_t frontier() const { return nodes_.size() - level_; }
  std::size_t size() const { return nodes_.size(); }
  graph::NodeId node(std::uint32_t number) const { return nodes_.node(number); }
  std::optional<std::uint32_t> find(graph::NodeId node) const { return nodes_.find(node); }
  std::int64_t depth_of(std::uint32_t number) const { return depths_[number]; }
  /// kNone for the start.
  std::uint32_t first_step(std::uint32_t number) const { return first_steps_[number]; }
  const Step& step(std::uint32_t number) const { return steps_[number]; }

  /// One level more. `on_edge(from, to, relationship, is_new)` is called with numbers for each relationship followed;
  /// where it says false, the search is over and nothing more may be asked but what has been reached.
  template <typename OnEdge>
  Status expand_level(const ResolvedTypes& types, RowView row, OnEdge on_edge) {
    std::vector<std::uint32_t> level(types.none ? 0 : frontier());
    for (std::size_t i = 0; i < level.size(); ++i) level[i] = static_cast<std::uint32_t>(level_ + i);
    std::sort(level.begin(), level.end(),
              [&](std::uint32_t a, std::uint32_t b) { return node(a) < node(b); });
    level_ = nodes_.size();
    ++depth_;
    const std::size_t known = nodes_.size(), steps = steps_.size();
    bool more = true;
    for (std::size_t begin = 0, chunk = 1; more && begin < level.size();
         begin += chunk, chunk = std::min(kChunk, 2 * chunk)) {
      DOSSIER_RETURN_IF_ERROR(context_.check());
      chunk = std::min(chunk, level.size() - begin);
      DOSSIER_ASSIGN_OR_RETURN(more, expand({level.data() + begin, chunk}, types, row, on_edge));
    }
    const std::size_t bytes = 32 * (nodes_.size() - known) + sizeof(Step) * (steps_.size() - steps);
    charged_ += bytes;
    return context_.charge(bytes);
  }

 private:
  static constexpr std::size_t kChunk = 256;

  template <typename OnEdge>
  Result<bool> expand(std::span<const std::uint32_t> from, const ResolvedTypes& types, RowView row,
                      OnEdge& on_edge) {
    frontier_.clear(), found_.clear();
    for (const std::uint32_t number : from) frontier_.push_back(node(number));
    DOSSIER_RETURN_IF_ERROR(context_.reader.expand(frontier_, direction_, types.ids, found_));
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t j = found_.offsets[i]; j < found_.offsets[i + 1]; ++j) {
        DOSSIER_ASSIGN_OR_RETURN(const bool admitted, test_.admits(found_.relationships[j], row));
        if (!admitted) continue;
        const auto [number, is_new] = reach(found_.nodes[j], depth_);
        if (is_new || (all_steps_ && depths_[number] == depth_)) {
          steps_.push_back({from[i], found_.relationships[j], first_steps_[number]});
          first_steps_[number] = static_cast<std::uint32_t>(steps_.size() - 1);
        }
        if (!on_edge(from[i], number, found_.relationships[j], is_new)) return false;
      }
    }
    return true;
  }

  NodeMap::Found reach(graph::NodeId node, std::int64_t depth) {
    const NodeMap::Found found = nodes_.find_or_add(node);
    if (found.is_new) depths_.push_back(depth), first_steps_.push_back(kNone);
    return found;
  }

  ExecutionContext& context_;
  StepTest& test_;
  graph::Direction direction_;
  bool all_steps_;
  NodeMap nodes_;
  std::vector<std::int64_t> depths_;        // by number
  std::vector<std::uint32_t> first_steps_;  // by number
  std::vector<Step> steps_;
  std::int64_t depth_ = 0;
  std::size_t level_ = 0, charged_ = 0;  // the number of the level's first node
  std::vector<graph::NodeId> frontier_;
  graph::Neighbours found_;
};

inline graph::Direction opposite(graph::Direction direction) {
  if (direction == graph::Direction::kBoth) return direction;
  return direction == graph::Direction::kOutgoing ? graph::Direction::kIncoming : graph::Direction::kOutgoing;
}

}  // namespace dossier::query
