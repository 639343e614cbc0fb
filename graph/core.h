// What a store's snapshots and transactions share: the engine, the names, the latest commit, the writer's turn.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "dossier/graph/store.h"
#include "graph/dictionary.h"
#include "graph/kv/key_value_store.h"
#include "graph/read_cache.h"
#include "graph/view.h"

namespace dossier::graph {

inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kNextNodeKey = "next_node";
inline constexpr std::string_view kNextRelationshipKey = "next_relationship";
inline constexpr std::string_view kImportingKey = "importing";  // there while a bulk import is under way
inline constexpr std::string_view kFormatVersion = "2";

/// How a store divides its memory budget, in bytes.
struct MemoryShares {
  std::uint64_t engine;      // block cache and memtables
  std::uint64_t read_cache;  // adjacency and columns of properties
};
MemoryShares memory_shares(std::uint64_t budget);

class Core : public std::enable_shared_from_this<Core> {
 public:
  /// Makes a new store's first records, or reads those of an existing one.
  static Result<std::shared_ptr<Core>> open(std::shared_ptr<kv::KeyValueStore> kv,
                                            const StoreOptions& options);

  std::shared_ptr<const Commit> latest() const;
  const StoreOptions& options() const { return options_; }
  kv::KeyValueStore& kv() { return *kv_; }
  Dictionary& dictionary() { return *dictionary_; }

  /// A counter as the latest commit has it. For whoever has the turn.
  std::uint64_t counter(const std::string& key);

  /// Why nothing can be written any more, or success. After a write that failed only what is on disk is certain, so
  /// the store must be opened again.
  const Status& write_failure() const { return write_failure_; }

  void take_turn();  // waits until no other transaction writes
  void end_turn();

  /// Writes all or nothing on top of `base` and publishes it. New names are in the dictionary already.
  Status commit(const Commit& base, const std::vector<kv::Write>& writes);
  /// The same after bulk writes, of which the caches know nothing.
  Status commit_import(const std::vector<kv::Write>& writes);

 private:
  Core(std::shared_ptr<kv::KeyValueStore> kv, const StoreOptions& options);
  Status create();
  Status load_names();
  Status publish();
  void note(const std::vector<kv::Write>& writes);

  std::shared_ptr<kv::KeyValueStore> kv_;
  StoreOptions options_;
  std::shared_ptr<Dictionary> dictionary_ = std::make_shared<Dictionary>();
  std::shared_ptr<ReadCache> cache_;

  mutable std::mutex mutex_;  // guards latest_ and writing_
  std::condition_variable turn_;
  std::shared_ptr<const Commit> latest_;
  bool writing_ = false;

  // Of whoever has the turn: what the latest commit holds, so that a transaction need not read it again.
  bool indexes_changed_ = true, ids_known_ = false;
  std::uint64_t next_node_ = 0, next_relationship_ = 0;
  std::unordered_map<std::string, std::uint64_t> counters_;
  Status write_failure_;
};

std::unique_ptr<Reader> make_snapshot(std::shared_ptr<const Commit> commit);
Result<std::unique_ptr<Transaction>> make_transaction(std::shared_ptr<Core> core);

}  // namespace dossier::graph
