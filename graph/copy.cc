#include "dossier/graph/copy.h"

#include "graph/core.h"
#include "graph/kv/rocksdb_store.h"

namespace dossier::graph {

Status copy_store(const std::filesystem::path& from, const std::filesystem::path& to,
                  const StoreOptions& options) {
  kv::RocksDbOptions engine;
  engine.accept_loss = options.accept_loss;
  engine.memory = memory_shares(options.memory_budget).engine;
  return kv::copy_rocksdb_store(from, to, engine);
}

}  // namespace dossier::graph
