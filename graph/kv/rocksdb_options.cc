// Measured on the packaged RocksDB 7.8.3 with warm data: LZ4 and blocks of 8 KiB halve the disk and cost no reads;
// whole-key Bloom filters make a miss ten times cheaper and a hit no dearer, so they are where misses happen; prefix
// filters, other index kinds, restart intervals and partitioned indexes gain nothing on range reads. ZSTD for texts
// that are rarely read. Sync of a half-written log's tail is tolerated, a hole in it is not: see rocksdb_store.cc.
#include "graph/kv/rocksdb_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <rocksdb/write_buffer_manager.h>

#include <algorithm>

namespace dossier::graph::kv {
namespace {

bool has_missing_gets(Table table) {
  return table == Table::kNode || table == Table::kRel || table == Table::kArticle ||
         table == Table::kStory || table == Table::kStat || table == Table::kEvidence;
}

bool is_text(Table table) { return table == Table::kSentence || table == Table::kArticle; }

rocksdb::ColumnFamilyOptions table_options(Table table, std::uint64_t memory,
                                           const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions blocks;
  blocks.block_cache = cache;
  blocks.block_size = 8 << 10;
  blocks.format_version = 5;
  blocks.checksum = rocksdb::kXXH3;
  blocks.cache_index_and_filter_blocks = true;
  blocks.metadata_cache_options.top_level_index_pinning = rocksdb::PinningTier::kAll;
  blocks.metadata_cache_options.partition_pinning = rocksdb::PinningTier::kAll;
  blocks.metadata_cache_options.unpartitioned_pinning = rocksdb::PinningTier::kAll;
  if (has_missing_gets(table)) blocks.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(blocks));
  options.compression = is_text(table) ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
  options.level_compaction_dynamic_level_bytes = true;
  options.write_buffer_size = std::clamp<std::uint64_t>(memory / 8, 1 << 20, 64 << 20);
  return options;
}

}  // namespace

rocksdb::DBOptions database_options(std::uint64_t memory) {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.max_background_jobs = 2;
  options.max_open_files = -1;
  options.bytes_per_sync = 1 << 20;
  options.write_buffer_manager = std::make_shared<rocksdb::WriteBufferManager>(memory / 2);
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.keep_log_file_num = 2;
  options.allow_fallocate = false;  // a small store should look small
  options.manifest_preallocation_size = 64 << 10;
  options.max_total_wal_size = std::clamp<std::uint64_t>(memory / 2, 4 << 20, 256 << 20);
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> table_descriptors(std::uint64_t memory) {
  const auto cache = rocksdb::NewLRUCache(memory / 2);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  descriptors.emplace_back(rocksdb::kDefaultColumnFamilyName, table_options(Table::kMeta, memory, cache));
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    descriptors.emplace_back(std::string(table_name(table)), table_options(table, memory, cache));
  }
  return descriptors;
}

void sort_handles(const std::vector<rocksdb::ColumnFamilyHandle*>& handles, rocksdb::DB* db,
                  std::array<rocksdb::ColumnFamilyHandle*, kTableCount>& tables) {
  db->DestroyColumnFamilyHandle(handles.front());
  std::copy(handles.begin() + 1, handles.end(), tables.begin());
}

}  // namespace dossier::graph::kv
