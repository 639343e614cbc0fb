// Does everything derived say what the records say?
#pragma once

#include <string>
#include <vector>

#include "graph/core.h"

namespace dossier::graph {

/// One line a fault. With repair the derived tables are rewritten where they differ, in one commit; faults of records
/// themselves can only be told.
Result<std::vector<std::string>> check_store(Core& core, bool repair);

}  // namespace dossier::graph
