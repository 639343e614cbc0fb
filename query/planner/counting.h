// MATCH followed by an aggregation that only counts: planned so that what nobody looks at is never enumerated.
//
// `MATCH (x)-[:p]->(a), (x)-[:q]->(b) RETURN count(*)` asks, for each x, how many p and q relationships it has: the
// rows of one x number degree(p) * degree(q). More generally, where every relationship of the pattern touches one node
// (the centre), the other ends occur nowhere else and no two relationships can be the same, each match of the centre
// stands for a product of degrees. Rows then carry that product in a slot, and count(*) becomes its sum: the
// factorised representation of Olteanu and Schleich, SIGMOD Record 45(2), 2016. Cases: tests/cases/count/.
#pragma once

#include <optional>

#include "query/planner/pattern_graph.h"

namespace dossier::query::planner {

/// The pattern's node that every relationship touches, if the projection can be answered from it alone; the counted
/// relationships are edges[i] for all i.
struct Star {
  std::size_t centre = 0;
};
std::optional<Star> find_star(const PatternGraph& graph, const ast::Projection& projection);

/// The slots that a projection reads outside of its aggregates, or nothing if it has an aggregate other than a count
/// of rows (count(*), or count(v) of a variable of the pattern, which is never null).
std::optional<SlotSet> slots_beside_counts(const ast::Projection& projection, const SlotSet& pattern_slots);

}  // namespace dossier::query::planner
