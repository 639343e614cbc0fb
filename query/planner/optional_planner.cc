// OPTIONAL MATCH: run for the rows, or made once and joined with them.
#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/cost.h"
#include "query/planner/detach.h"

namespace dossier::query::planner {

Result<Slot> PlannerContext::plan_optional_match(const ast::MatchClause& clause, Partial& partial,
                                                 const MatchUse& use) {
  const std::size_t known_subplans = subplans.size();
  Partial inner{argument(), partial.bound};
  const double extended = wanted_rows(partial.rows(), 1);
  const WantedRows all(*this, kAllRows);
  DOSSIER_ASSIGN_OR_RETURN(const Slot weight, plan_match(clause.pattern, clause.condition.get(), inner, use));
  const double each = cost_of(*inner.plan);
  if (rewrites_ && subplans.size() == known_subplans && worth_detaching(estimate_, extended, each)) {
    DOSSIER_ASSIGN_OR_RETURN(
        std::optional<Detached> detached,
        detach(*this, clause.pattern, clause.condition.get(), partial.bound,
               {use.kind == MatchUse::Kind::kCounted ? MatchUse::Kind::kRows : use.kind, use.needed}));
    if (detached && detached->cost(extended) < extended * each) {
      const double rows = partial.rows() * std::max(1.0, detached->matches);
      join_detached(*std::move(detached), HashJoin::Kind::kLeftOuter, {}, rows, partial);
      return ast::kNoSlot;
    }
  }
  Optional optional;
  for (const Slot slot : inner.bound) {
    if (!partial.bound.contains(slot)) optional.nulls.push_back(slot);
  }
  if (weight != ast::kNoSlot) optional.nulls.push_back(weight);
  optional.number = new_slot("  row");
  const double rows = partial.rows() * (weight == ast::kNoSlot ? std::max(1.0, inner.rows()) : 1);
  partial.plan = make_plan(std::move(optional), std::move(partial.plan), std::move(inner.plan), rows);
  partial.bound = std::move(inner.bound);
  return weight;
}

}  // namespace dossier::query::planner
