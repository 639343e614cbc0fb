// The seam on RocksDB: a store on disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "graph/kv/key_value_store.h"

namespace dossier::graph::kv {

struct RocksDbOptions {
  bool read_only = false;
  bool create_if_missing = true;
  bool accept_loss = false;
  std::uint64_t memory = std::uint64_t{256} << 20;  // block cache and memtables together
};

/// Opens the store in a folder. A reader beside a writer gets the state of this moment, on links to its files.
///
/// Errors   as prepare_store_directory(); Busy with the writer's process id; Corruption: damaged, or commits that
///          were acknowledged are missing and accept_loss is not set.
Result<std::unique_ptr<KeyValueStore>> open_rocksdb_store(const std::filesystem::path& path,
                                                          const RocksDbOptions& options);

/// A copy of the store's latest commit as a store of its own, also while another process or this one writes it.
///
/// Errors   as open_rocksdb_store() and make_copy().
Status copy_rocksdb_store(const std::filesystem::path& path, const std::filesystem::path& target,
                          const RocksDbOptions& options);

}  // namespace dossier::graph::kv
