// What a reader sees: one committed state and, in a transaction, the writes laid over it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/graph/ids.h"
#include "graph/dictionary.h"
#include "graph/kv/key_value_store.h"

namespace dossier::graph {

class ReadCache;

/// One committed state of a store. Shared by every snapshot of it.
struct Commit {
  std::shared_ptr<kv::KeyValueStore> kv;  // outlives the snapshot
  std::shared_ptr<Dictionary> dictionary;
  std::shared_ptr<ReadCache> cache;
  std::shared_ptr<const kv::Snapshot> snapshot;
  DictionarySizes sizes{};
  std::uint64_t next_node = 0, next_relationship = 0;
  std::shared_ptr<const std::vector<KeyId>> indexes;  // of properties; ascending

  /// A record of `stat`, remembered: every query asks for some. Absent and unreadable ones count as zero.
  std::uint64_t counter(const std::string& key) const;

  // As the engine's, of this commit's snapshot.
  Status get(kv::Table table, std::span<const std::string_view> keys,
             std::vector<std::optional<std::string>>& out) const;
  Status read(kv::Table table, std::span<const kv::Range> ranges, const kv::ReadOptions& options,
              kv::Entries& out) const;

 private:
  bool has_nothing_in(kv::Table table) const;

  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::uint64_t> counters_;
};

/// Uncommitted writes; a missing value is a deletion.
class Overlay {
 public:
  using Writes = std::map<std::string, std::optional<std::string>, std::less<>>;
  void put(kv::Table table, std::string key, std::string value) {
    at(table).insert_or_assign(std::move(key), std::move(value));
  }
  void erase(kv::Table table, std::string key) { at(table).insert_or_assign(std::move(key), std::nullopt); }
  Writes& at(kv::Table table) { return tables_[static_cast<std::size_t>(table)]; }
  const Writes& at(kv::Table table) const { return tables_[static_cast<std::size_t>(table)]; }
  bool empty() const;

 private:
  std::array<Writes, kv::kTableCount> tables_;
};

/// Reads of keys and ranges through an overlay.
///
/// Threads  as many as like without an overlay; with one, its transaction's.
class View {
 public:
  View(std::shared_ptr<const Commit> commit, const Overlay* overlay)
      : commit_(std::move(commit)), overlay_(overlay) {}

  Result<std::optional<std::string>> get(kv::Table table, std::string_view key) const;
  Status get(kv::Table table, std::span<const std::string_view> keys,
             std::vector<std::optional<std::string>>& out) const;
  Status read(kv::Table table, std::span<const kv::Range> ranges, const kv::ReadOptions& options,
              kv::Entries& out) const;
  Status read_prefix(kv::Table table, std::string_view prefix, const kv::ReadOptions& options,
                     kv::Entries& out) const;

  const Commit& commit() const { return *commit_; }
  bool has_overlay() const { return overlay_ != nullptr; }

 private:
  std::shared_ptr<const Commit> commit_;
  const Overlay* overlay_;
};

}  // namespace dossier::graph
