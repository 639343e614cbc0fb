#include "query/planner/rewrites/rewrites.h"

namespace dossier::query::planner {

void apply_rewrites(QueryPlan&, PlannerContext&) {}

}  // namespace dossier::query::planner
