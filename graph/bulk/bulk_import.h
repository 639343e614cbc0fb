#pragma once

#include <memory>

#include "dossier/graph/bulk_import.h"
#include "graph/core.h"

namespace dossier::graph {

Result<std::unique_ptr<BulkImport>> make_bulk_import(std::shared_ptr<Core> core);

}  // namespace dossier::graph
