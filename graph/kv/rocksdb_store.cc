// One column family a table, named as the table. Every commit is one WriteBatch that also writes `meta`'s record
// "commit": the commit's number and a checksum chained over all batches, so that a store which has silently lost its
// last commits (RocksDB's own recovery may drop the damaged end of a log) is told from a whole one by COMMITTED.
//
// A snapshot keeps its iterators and lends them to one batch of reads at a time: a Seek of an iterator at hand is
// 15 % cheaper than a new iterator. Objects of RocksDB must go in order (iterators, snapshots, column families, the
// database; the packaged library asserts it), so snapshots hold the Database and it frees the rest.
#include "graph/kv/rocksdb_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/iterator.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <rocksdb/write_buffer_manager.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/kv/rocksdb_options.h"
#include "graph/kv/store_directory.h"

namespace dossier::graph::kv {
namespace {

constexpr std::string_view kCommitKey = "commit";

Status to_status(const rocksdb::Status& status, std::string_view what) {
  if (status.ok()) return {};
  if (status.IsNoSpace()) return io_error(std::string(what) + ": the disk is full");
  const std::string text = std::string(what) + ": " + status.ToString();
  if (status.IsCorruption()) return corruption(text);
  if (status.IsNotFound()) return not_found(text);
  return io_error(text);
}

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

// Owns the database and what must be freed before it.
struct Database {
  std::unique_ptr<ReaderDirectory> reader_directory;  // freed last: it removes the files
  File lock;
  std::unique_ptr<rocksdb::DB> db;
  std::array<rocksdb::ColumnFamilyHandle*, kTableCount> tables{};

  ~Database() {
    for (rocksdb::ColumnFamilyHandle* table : tables) {
      if (table != nullptr) db->DestroyColumnFamilyHandle(table);
    }
    if (db != nullptr) db->Close().PermitUncheckedError();
    db.reset();
  }
  rocksdb::ColumnFamilyHandle* table(Table table) const { return tables[static_cast<std::size_t>(table)]; }
};

class RocksSnapshot : public Snapshot {
 public:
  RocksSnapshot(std::shared_ptr<Database> database, std::uint64_t version)
      : database_(std::move(database)), snapshot_(database_->db->GetSnapshot()), version_(version) {}
  ~RocksSnapshot() override {
    for (auto& pool : idle_) pool.clear();
    if (snapshot_ != nullptr) database_->db->ReleaseSnapshot(snapshot_);
  }
  std::uint64_t version() const override { return version_; }

  rocksdb::ReadOptions read_options() const {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_;  // null of a read-only database: it does not move
    return options;
  }

  std::unique_ptr<rocksdb::Iterator> borrow(Table table) const {
    {
      const std::lock_guard lock(mutex_);
      auto& pool = idle_[static_cast<std::size_t>(table)];
      if (!pool.empty()) {
        auto iterator = std::move(pool.back());
        pool.pop_back();
        return iterator;
      }
    }
    return std::unique_ptr<rocksdb::Iterator>(
        database_->db->NewIterator(read_options(), database_->table(table)));
  }
  void give_back(Table table, std::unique_ptr<rocksdb::Iterator> iterator) const {
    const std::lock_guard lock(mutex_);
    idle_[static_cast<std::size_t>(table)].push_back(std::move(iterator));
  }

 private:
  std::shared_ptr<Database> database_;
  const rocksdb::Snapshot* snapshot_;
  std::uint64_t version_;
  mutable std::mutex mutex_;
  mutable std::array<std::vector<std::unique_ptr<rocksdb::Iterator>>, kTableCount> idle_;
};

class Borrowed {
 public:
  Borrowed(const RocksSnapshot& snapshot, Table table)
      : snapshot_(snapshot), table_(table), iterator_(snapshot.borrow(table)) {}
  ~Borrowed() { snapshot_.give_back(table_, std::move(iterator_)); }
  rocksdb::Iterator* operator->() const { return iterator_.get(); }
  rocksdb::Iterator& operator*() const { return *iterator_; }

 private:
  const RocksSnapshot& snapshot_;
  Table table_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

// Brings the iterator to the first key >= wanted, from a position known to be at or before it, or from nowhere.
void advance_to(rocksdb::Iterator& iterator, std::string_view wanted, bool positioned) {
  constexpr int kSteps = 8;  // a Next is about a twentieth of a Seek
  for (int step = 0; positioned && step < kSteps && iterator.Valid(); ++step) {
    if (view(iterator.key()) >= wanted) return;
    iterator.Next();
  }
  if (positioned && (!iterator.Valid() || view(iterator.key()) >= wanted)) return;
  iterator.Seek(slice(wanted));
}

// False where the limit stops it.
bool append_range(rocksdb::Iterator& iterator, const Range& range, const ReadOptions& options, Entries& out) {
  for (; iterator.Valid(); iterator.Next()) {
    const std::string_view key = view(iterator.key());
    if (!range.end.empty() && key >= range.end) return true;
    if (out.size() >= options.limit) return false;
    out.append(key, options.keys_only ? std::string_view() : view(iterator.value()));
  }
  return true;
}

class RocksDbStore : public KeyValueStore {
 public:
  RocksDbStore(std::filesystem::path path, std::shared_ptr<Database> database, const RocksDbOptions& options)
      : path_(std::move(path)),
        database_(std::move(database)),
        read_only_(options.read_only),
        file_bytes_(std::clamp<std::uint64_t>(options.memory / 4, 4 << 20, 64 << 20)) {}

  ~RocksDbStore() override {
    if (read_only_ || failed_) return;
    rocksdb::FlushOptions flush;
    const std::vector<rocksdb::ColumnFamilyHandle*> all(database_->tables.begin(), database_->tables.end());
    if (database_->db->Flush(flush, all).ok() && database_->db->SyncWAL().ok()) {
      [[maybe_unused]] const Status marked = set_clean_mark(path_);
    }
  }

  /// Compares the engine's last commit with what COMMITTED had before the engine was opened: beside a writer, later
  /// commits may be in the one and not in the other.
  Status find_watermark(const Result<Watermark>& expected, bool accept_loss) {
    std::string bytes;
    const rocksdb::Status status =
        database_->db->Get({}, database_->table(Table::kMeta), slice(kCommitKey), &bytes);
    if (!status.ok() && !status.IsNotFound()) return to_status(status, path_.string());
    if (status.ok()) {
      if (bytes.size() != 16)
        return corruption(path_.string() + ": the record of the last commit is damaged");
      watermark_ = {load_u64(bytes.data()), load_u64(bytes.data() + 8)};
    }
    if (!expected.ok() && !accept_loss) return expected.status();
    if (expected.ok() && !accept_loss) DOSSIER_RETURN_IF_ERROR(compare(*expected));
    if (read_only_) return {};
    DOSSIER_ASSIGN_OR_RETURN(watermark_file_, WatermarkFile::open(path_));
    return watermark_file_->write(watermark_);
  }

  /// Of a store that was opened for reading: its files are one state.
  Status copy_to(const std::filesystem::path& target) const {
    return make_copy(target, watermark_, [&](const std::filesystem::path& data) {
      return copy_engine_files(
          database_->reader_directory ? database_->reader_directory->path() : path_ / "data", data);
    });
  }

  std::shared_ptr<const Snapshot> snapshot() const override {
    const std::lock_guard lock(mutex_);
    return std::make_shared<RocksSnapshot>(database_, watermark_.number);
  }

  Status read(const Snapshot& snapshot, Table table, std::span<const Range> ranges,
              const ReadOptions& options, Entries& out) const override {
    const Borrowed iterator(static_cast<const RocksSnapshot&>(snapshot), table);
    out.clear();
    std::string_view reached;
    bool positioned = false;
    for (const Range& range : ranges) {
      // Behind the last range, the iterator stands on the first key at or after that range's end.
      positioned = positioned && !reached.empty() && reached <= range.begin;
      advance_to(*iterator, range.begin, positioned);
      const bool complete = append_range(*iterator, range, options, out);
      out.end_group();
      positioned = true;
      reached = range.end;
      if (complete) continue;
      out.set_stopped();
      break;
    }
    return to_status(iterator->status(), "reading " + std::string(table_name(table)));
  }

  Status get(const Snapshot& snapshot, Table table, std::span<const std::string_view> keys,
             std::vector<std::optional<std::string>>& out) const override {
    const auto& at = static_cast<const RocksSnapshot&>(snapshot);
    out.assign(keys.size(), std::nullopt);
    constexpr std::size_t kFew = 8;
    if (keys.size() >= kFew && std::is_sorted(keys.begin(), keys.end()))
      return get_sorted(at, table, keys, out);
    const rocksdb::ReadOptions options = at.read_options();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      rocksdb::PinnableSlice value;
      const rocksdb::Status status =
          database_->db->Get(options, database_->table(table), slice(keys[i]), &value);
      if (status.IsNotFound()) continue;
      if (!status.ok()) return to_status(status, "reading " + std::string(table_name(table)));
      out[i].emplace(value.data(), value.size());
    }
    return {};
  }

  Result<std::uint64_t> commit(std::uint64_t expected_version, const std::vector<Write>& writes,
                               Durability durability) override {
    const std::lock_guard lock(mutex_);
    if (read_only_) return invalid_argument(path_.string() + " was opened for reading only");
    if (expected_version != watermark_.number) {
      return Status(StatusCode::kBusy, "the store moved from commit " + std::to_string(expected_version) +
                                           " to " + std::to_string(watermark_.number) +
                                           " since the transaction began");
    }
    rocksdb::WriteBatch batch;
    for (const Write& write : writes) {
      if (write.value) {
        batch.Put(database_->table(write.table), slice(write.key), slice(*write.value));
      } else {
        batch.Delete(database_->table(write.table), slice(write.key));
      }
    }
    const Watermark next{watermark_.number + 1,
                         XXH3_64bits_withSeed(batch.Data().data(), batch.GetDataSize(), watermark_.chain)};
    batch.Put(database_->table(Table::kMeta), slice(kCommitKey), slice(id_key(next.number, next.chain)));
    rocksdb::WriteOptions options;
    options.sync = durability == Durability::kSynced;
    const rocksdb::Status status = database_->db->Write(options, &batch);
    if (!status.ok()) {
      failed_ = true;
      return to_status(status, "writing to " + path_.string());
    }
    watermark_ = next;
    if (options.sync) DOSSIER_RETURN_IF_ERROR(watermark_file_->write(watermark_));
    return watermark_.number;
  }

  Status bulk(Table table, const EntryStream& stream) override;

  Result<std::uint64_t> estimate(const Snapshot&, Table table, const Range& range) const override {
    const std::string last(64, '\xff');
    const rocksdb::Range asked(slice(range.begin), range.end.empty() ? slice(last) : slice(range.end));
    std::uint64_t bytes = 0;
    rocksdb::SizeApproximationOptions options;
    options.include_memtables = true;
    const rocksdb::Status status =
        database_->db->GetApproximateSizes(options, database_->table(table), &asked, 1, &bytes);
    if (!status.ok()) return to_status(status, "estimating " + std::string(table_name(table)));
    return bytes;
  }

  Capabilities capabilities() const override { return {true, true}; }

  Status verify(std::vector<std::string>& faults) const override {
    const rocksdb::Status status = database_->db->VerifyChecksum();
    if (!status.ok()) faults.push_back("a file of the store is damaged: " + status.ToString());
    return {};
  }

  std::string describe() const override {
    return "rocksdb " + rocksdb::GetRocksVersionAsString() + ", " + path_.string();
  }

 private:
  Status compare(const Watermark& expected) const {
    if (watermark_.number < expected.number) {
      return corruption(path_.string() + " has lost commits: it holds " + std::to_string(watermark_.number) +
                        " of " + std::to_string(expected.number) +
                        "; open it with --accept-loss to go on without them");
    }
    if (watermark_.number == expected.number && watermark_.chain != expected.chain) {
      return corruption(path_.string() +
                        " does not match its record of commits (COMMITTED); open it with "
                        "--accept-loss to go on with what it holds");
    }
    return {};
  }

  Status get_sorted(const RocksSnapshot& snapshot, Table table, std::span<const std::string_view> keys,
                    std::vector<std::optional<std::string>>& out) const {
    const Borrowed iterator(snapshot, table);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      advance_to(*iterator, keys[i], i > 0);
      if (!iterator->Valid()) break;
      if (view(iterator->key()) == keys[i]) out[i].emplace(view(iterator->value()));
    }
    return to_status(iterator->status(), "reading " + std::string(table_name(table)));
  }

  std::filesystem::path path_;
  std::shared_ptr<Database> database_;
  bool read_only_;
  std::uint64_t file_bytes_;  // of a bulk load's files
  std::unique_ptr<WatermarkFile> watermark_file_;
  mutable std::mutex mutex_;  // guards the watermark and with it the order of commits and snapshots
  Watermark watermark_;
  bool failed_ = false;
};

// Sorted files of some megabytes, then linked into the table all at once. A writer keeps a hash of every key of its
// file for the filter, so the files are small where memory is.
Status RocksDbStore::bulk(Table table, const EntryStream& stream) {
  const std::string what = "loading " + std::string(table_name(table));
  rocksdb::ColumnFamilyHandle* const family = database_->table(table);
  const rocksdb::Options options = database_->db->GetOptions(family);
  std::vector<std::string> files;
  std::unique_ptr<rocksdb::SstFileWriter> writer;
  std::string_view key, value;
  while (true) {
    DOSSIER_ASSIGN_OR_RETURN(const bool produced, stream(key, value));
    if (writer != nullptr && (!produced || writer->FileSize() > file_bytes_)) {
      DOSSIER_RETURN_IF_ERROR(to_status(writer->Finish(), what));
      writer.reset();
    }
    if (!produced) break;
    if (writer == nullptr) {
      files.push_back(
          (path_ / ("bulk-" + std::string(table_name(table)) + "-" + std::to_string(files.size()) + ".sst"))
              .string());
      // The pages stay in the system's cache: they are read next.
      writer = std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(), options, family, false);
      DOSSIER_RETURN_IF_ERROR(to_status(writer->Open(files.back()), what));
    }
    DOSSIER_RETURN_IF_ERROR(to_status(writer->Put(slice(key), slice(value)), what));
  }
  if (files.empty()) return {};
  DOSSIER_RETURN_IF_ERROR(to_status(database_->db->Flush({}, family), what));
  rocksdb::IngestExternalFileOptions ingest;
  ingest.move_files = true;
  // Otherwise the files get a sequence number, for whose sake alone RocksDB writes them all again soon after.
  ingest.snapshot_consistency = false;
  return to_status(database_->db->IngestExternalFile(family, files, ingest), what);
}

Status open_for_writing(const std::filesystem::path& path, const RocksDbOptions& options,
                        Database& database) {
  DOSSIER_ASSIGN_OR_RETURN(database.lock, lock_for_writing(path));
  DOSSIER_RETURN_IF_ERROR(mark_present_format(path));
  ReaderDirectory::sweep(path);
  rocksdb::DBOptions db_options = database_options(options.memory);
  db_options.wal_recovery_mode =
      has_clean_mark(path) && !options.accept_loss ? rocksdb::WALRecoveryMode::kAbsoluteConsistency
      : options.accept_loss                        ? rocksdb::WALRecoveryMode::kPointInTimeRecovery
                                                   : rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = rocksdb::DB::Open(db_options, (path / "data").string(),
                                                   table_descriptors(options.memory), &handles, &db);
  if (!status.ok()) return to_status(status, "cannot open " + path.string());
  database.db.reset(db);
  sort_handles(handles, database.db.get(), database.tables);
  return remove_clean_mark(path);
}

Status open_files_for_reading(const std::filesystem::path& data, const RocksDbOptions& options,
                              Database& database) {
  rocksdb::DBOptions db_options = database_options(options.memory);
  db_options.create_if_missing = false;
  db_options.create_missing_column_families = false;
  db_options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = rocksdb::DB::OpenForReadOnly(
      db_options, data.string(), table_descriptors(options.memory), &handles, &db);
  if (!status.ok()) return to_status(status, "cannot open " + data.parent_path().string());
  database.db.reset(db);
  sort_handles(handles, database.db.get(), database.tables);
  return {};
}

// OpenForReadOnly on the files of a live writer is undefined, so a reader opens links of its own. Where no folder
// can be made the store is on a medium that no writer can use either, and is opened as it lies.
Status open_for_reading(const std::filesystem::path& path, const RocksDbOptions& options,
                        Database& database) {
  constexpr int kAttempts = 10;
  auto directory = ReaderDirectory::make(path);
  if (!directory.ok()) return open_files_for_reading(path / "data", options, database);
  database.reader_directory = *std::move(directory);
  Status status;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    DOSSIER_ASSIGN_OR_RETURN(const bool linked, database.reader_directory->link_files());
    if (!linked) continue;
    status = open_files_for_reading(database.reader_directory->path(), options, database);
    if (status.ok()) return {};
  }
  return status.ok() ? io_error("the files of " + path.string() + " change too fast to be read") : status;
}

Result<std::unique_ptr<RocksDbStore>> open_store(const std::filesystem::path& path,
                                                 const RocksDbOptions& options) {
  DOSSIER_RETURN_IF_ERROR(prepare_store_directory(path, options.create_if_missing && !options.read_only));
  const Result<Watermark> expected = WatermarkFile::read(path);
  auto database = std::make_shared<Database>();
  DOSSIER_RETURN_IF_ERROR(options.read_only ? open_for_reading(path, options, *database)
                                            : open_for_writing(path, options, *database));
  auto store = std::make_unique<RocksDbStore>(path, std::move(database), options);
  DOSSIER_RETURN_IF_ERROR(store->find_watermark(expected, options.accept_loss));
  return store;
}

}  // namespace

Result<std::unique_ptr<KeyValueStore>> open_rocksdb_store(const std::filesystem::path& path,
                                                          const RocksDbOptions& options) {
  DOSSIER_ASSIGN_OR_RETURN(std::unique_ptr<RocksDbStore> store, open_store(path, options));
  return std::unique_ptr<KeyValueStore>(std::move(store));
}

Status copy_rocksdb_store(const std::filesystem::path& path, const std::filesystem::path& target,
                          const RocksDbOptions& options) {
  RocksDbOptions reading = options;
  reading.read_only = true;
  DOSSIER_ASSIGN_OR_RETURN(const std::unique_ptr<RocksDbStore> store, open_store(path, reading));
  return store->copy_to(target);
}

}  // namespace dossier::graph::kv
