// A pattern planned without the rows that ask for it, to be joined with them by hash.
//
// `MATCH (a:Person) OPTIONAL MATCH (a)-[:p]->({name: 'Xi'})` may look from each person, or once from Xi, and keep the
// starts by id. What the pattern shares with the rows becomes keys: nodes that both name, and equations between a value
// of the pattern and one of the rows. Where it reads the rows in another way it cannot be detached.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "query/planner/pattern_graph.h"

namespace dossier::query::planner {

struct Detached {
  Partial inner;
  std::vector<std::pair<Slot, Slot>> keys;  // as in HashJoin
  Project of_rows;                          // what must be computed of the rows: values of keys
  double matches = 0;                       // for one row, estimated
  /// Of making it and joining so many rows with it; see cost.h.
  double cost(double rows) const;
};

/// Nothing where the pattern needs the rows.
Result<std::optional<Detached>> detach(PlannerContext& context, const ast::Pattern& pattern,
                                       const ast::Expression* condition, const SlotSet& outer, MatchUse use);
/// The same of a graph made with nothing bound. Where `rest` is given, conditions that read the rows in another way are
/// put there, to be tested after the join.
Result<std::optional<Detached>> detach(PlannerContext& context, PatternGraph graph, const SlotSet& outer,
                                       MatchUse use, std::vector<PatternPredicate>* rest = nullptr);

/// Whether asking for each of the rows costs so much that another plan is worth looking for: some reads of the graph, or,
/// where that is tiny, of all of it.
inline bool worth_detaching(const Cardinality& estimate, double rows, double each) {
  return rows > 1.5 && rows * each > std::min(300.0, 2 * estimate.nodes());
}

/// Joins; `distinct` as in HashJoin. What the pattern binds is bound then, unless only its existence was asked for.
void join_detached(Detached detached, HashJoin::Kind kind, std::vector<std::pair<Slot, Slot>> distinct,
                   double rows, Partial& partial);

}  // namespace dossier::query::planner
