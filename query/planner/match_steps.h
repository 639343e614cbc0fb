// Planning one MATCH: its pattern becomes operators, step by step. Private to planner/.
#pragma once

#include <span>
#include <vector>

#include "query/planner/match_planner.h"

namespace dossier::query::planner {

class MatchPlanner {
 public:
  MatchPlanner(PlannerContext& context, PatternGraph graph, Partial& partial, const MatchUse& use)
      : context_(context), graph_(std::move(graph)), partial_(partial), use_(use) {}

  /// The slot with the count of each row, where the tail is only counted; else kNoSlot.
  Result<Slot> run();

 private:
  bool bound(std::size_t node) const { return partial_.bound.contains(graph_.nodes[node].slot); }
  void add(LogicalPlan::Node node, double rows) {
    partial_.plan = make_plan(std::move(node), std::move(partial_.plan), rows);
  }

  // match_counting.cc: what is only counted, or only asked for, is not enumerated. See counting.h.
  bool plain(const MatchStep& step) const;
  std::size_t start_of(const MatchStep& step) const;
  std::size_t end_of(const MatchStep& step) const;
  bool needs(Slot slot) const;
  bool touches(const MatchStep& step, std::size_t node) const;
  std::size_t tail_begin(const std::vector<MatchStep>& steps) const;
  bool is_leaf(const std::vector<MatchStep>& steps, std::size_t index) const;
  Slot count_degrees(std::span<const MatchStep> tail);
  std::size_t intersection_end(const std::vector<MatchStep>& steps, std::size_t begin) const;
  bool unused_after(const std::vector<MatchStep>& steps, std::size_t begin) const;
  void intersect(std::span<const MatchStep> steps, Slot count);
  bool ends_only(const PatternEdge& edge) const;

  // match_join.cc
  PatternGraph part_of(std::span<const MatchStep> steps) const;
  /// Joins the part that the steps from `begin` on make, and gives the step after them; `begin` where it does not pay.
  Result<std::size_t> join_part(const std::vector<MatchStep>& steps, std::size_t begin, std::size_t tail);

  // match_planner.cc
  Status take(const MatchStep& step);
  void scan_node(std::size_t node);
  LogicalPlan::Node access_node(Slot slot, const Predicate& predicate) const;
  void scan_relationships(const PatternEdge& edge);
  void finish_edge(const PatternEdge& edge);
  void build_paths();
  Status apply_predicates(bool last);

  // match_walk.cc
  Expand step_of(const PatternEdge& edge, bool reversed) const;
  Status walk(const PatternEdge& edge, bool reversed);
  Status walk_quantified(const PatternEdge& edge, Expand step, bool reversed, double rows);
  Result<PlanPtr> inner_plan(const ast::QuantifiedPattern& pattern, Slot from);
  void walk_variable(const PatternEdge& edge, Expand step, double rows, bool reversed);
  void walk_shortest(const PatternEdge& edge, Expand step, double rows, bool reversed);

  PlannerContext& context_;
  PatternGraph graph_;
  Partial& partial_;
  const MatchUse& use_;
  std::vector<const PatternEdge*> walked_;
};

/// Two relationships of one MATCH must differ; of different types they always do.
bool may_share(const PatternEdge& a, const PatternEdge& b);
/// As walked from the other end, if `reversed`.
Direction direction_of(const PatternEdge& edge, bool reversed);

}  // namespace dossier::query::planner
