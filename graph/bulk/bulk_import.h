#pragma once

#include <memory>

#include "dossier/graph/bulk_import.h"
#include "graph/core.h"

namespace dossier::graph {

/// With 0 threads as many as there are cores, up to four. What is stored does not depend on their number.
Result<std::unique_ptr<BulkImport>> make_bulk_import(std::shared_ptr<Core> core, std::size_t threads = 0);

}  // namespace dossier::graph
