// How each table lies on disk: what was measured to win, and nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "graph/kv/key_value_store.h"

namespace rocksdb {
class ColumnFamilyHandle;
class DB;
struct ColumnFamilyDescriptor;
struct DBOptions;
}  // namespace rocksdb

namespace dossier::graph::kv {

/// `memory` bytes for block cache and memtables together.
rocksdb::DBOptions database_options(std::uint64_t memory);
/// One a table, and the default family, which stays empty.
std::vector<rocksdb::ColumnFamilyDescriptor> table_descriptors(std::uint64_t memory);
/// Puts the handles of table_descriptors() in the order of tables and frees the default family's.
void sort_handles(const std::vector<rocksdb::ColumnFamilyHandle*>& handles, rocksdb::DB* db,
                  std::array<rocksdb::ColumnFamilyHandle*, kTableCount>& tables);

}  // namespace dossier::graph::kv
