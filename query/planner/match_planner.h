// The order in which one MATCH binds its variables.
#pragma once

#include <vector>

#include "query/planner/pattern_graph.h"

namespace dossier::query::planner {

/// One step of binding a pattern.
struct MatchStep {
  enum class Kind : std::uint8_t {
    kScanNode,           // `node` by its best access
    kScanRelationships,  // `edge` with both its ends
    kEdge,               // `edge`, walked from its left or, if `reversed`, from its right end
  } kind;
  std::size_t node = 0, edge = 0;
  bool reversed = false;
};

/// The order as written: parts left to right.
std::vector<MatchStep> written_order(const PatternGraph& graph);

/// The cheapest order found: for each way to start, edges are taken greedily by the rows they give; the start
/// whose intermediate rows sum to least wins.
std::vector<MatchStep> cheapest_order(const PatternGraph& graph, const Cardinality& estimate, double rows);

/// What the cheapest order found costs, in rows.
double least_cost(const PatternGraph& graph, const Cardinality& estimate, double rows);

/// The predicate through which a node is best found; null: all nodes. `rows` is set to how many that gives.
const PatternPredicate* best_access(const PatternGraph& graph, std::size_t node, const SlotSet& bound,
                                    const Cardinality& estimate, double& rows);

/// Rows that one row becomes by walking the edge.
double edge_rows(const PatternGraph& graph, const PatternEdge& edge, bool into, const Cardinality& estimate);

}  // namespace dossier::query::planner
