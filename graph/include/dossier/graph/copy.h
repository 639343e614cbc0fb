// Backups: a store copied as a store.
#pragma once

#include <filesystem>

#include "dossier/graph/store.h"

namespace dossier::graph {

/// Copies the latest commit of the store at `from`, also while another process, or this one, writes it. Bringing a backup
/// back is the same the other way round.
///
/// The copy gets its name when all of it is on the disk. What an interruption leaves is `to`.partial, which the next copy
/// replaces.
///
/// Errors   as Store::open for reading; InvalidArgument: there is something at `to`, other than an empty folder; IoError.
DOSSIER_API Status copy_store(const std::filesystem::path& from, const std::filesystem::path& to,
                              const StoreOptions& options);

}  // namespace dossier::graph
