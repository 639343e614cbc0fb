// The seam between the graph and an ordered key-value engine: batches of ranges and of keys, never a cursor, so
// that an engine on another machine fits behind it as well as one in this process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"

namespace dossier::graph::kv {

/// The key spaces; docs/storage-format.md has each key and value byte by byte.
enum class Table : std::uint8_t {
  kMeta,
  kDict,
  kNode,
  kName,
  kLabel,
  kSpo,
  kOps,
  kTso,
  kTos,
  kRel,
  kArticle,
  kSentence,
  kEvidence,
  kSupport,
  kText,
  kJudgement,
  kStory,
  kIndex,
  kStat,
};
inline constexpr std::size_t kTableCount = 19;
std::string_view table_name(Table table);

/// One committed state. Reads through it never see a later commit.
class Snapshot {
 public:
  virtual ~Snapshot() = default;
  virtual std::uint64_t version() const = 0;
};

/// Keys in [begin, end); an empty end is no bound.
struct Range {
  std::string_view begin, end;
};

struct ReadOptions {
  std::size_t limit = SIZE_MAX;  // entries over all ranges
  bool keys_only = false;
};

/// What read() found: the entries of ranges[i] are [offset(i), offset(i + 1)), ascending by key.
class Entries {
 public:
  void clear();
  std::size_t groups() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  std::size_t offset(std::size_t group) const { return offsets_[group]; }
  std::size_t size() const { return entries_.size(); }
  std::string_view key(std::size_t i) const {
    return {bytes_.data() + entries_[i].begin, entries_[i].key_size};
  }
  std::string_view value(std::size_t i) const {
    return {bytes_.data() + entries_[i].begin + entries_[i].key_size, entries_[i].value_size};
  }
  /// The limit stopped the read in the last group: go on in that range behind its last key.
  bool stopped() const { return stopped_; }

  // For implementations: append() to the open group, close it with end_group().
  void append(std::string_view key, std::string_view value);
  void end_group();
  void set_stopped() { stopped_ = true; }

 private:
  struct Entry {
    std::size_t begin;
    std::uint32_t key_size, value_size;
  };
  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> offsets_;
  bool stopped_ = false;
};

/// A put, or with no value a deletion.
struct Write {
  Table table;
  std::string key;
  std::optional<std::string> value;
};

enum class Durability : std::uint8_t { kBuffered, kSynced };

struct Capabilities {
  bool persistent = false;
  bool bulk_replaces_sorting = false;  // bulk() writes sorted files instead of ordinary commits
};

/// Yields the next entry of a sorted stream, or false at its end. The views live until the next call.
using EntryStream = std::function<Result<bool>(std::string_view& key, std::string_view& value)>;

/// An ordered key-value engine with snapshots and atomic commits.
///
/// Errors   IoError, Corruption; commit: Busy where the version is not the expected one.
/// Threads  reads and snapshot() from any thread beside one thread that commits.
class KeyValueStore {
 public:
  virtual ~KeyValueStore() = default;
  virtual std::shared_ptr<const Snapshot> snapshot() const = 0;

  /// Entries grouped by range. Where the limit stops it, the remaining ranges have no group.
  virtual Status read(const Snapshot& snapshot, Table table, std::span<const Range> ranges,
                      const ReadOptions& options, Entries& out) const = 0;
  /// One element of `out` a key; nothing where the key is absent. Best with ascending, distinct keys.
  virtual Status get(const Snapshot& snapshot, Table table, std::span<const std::string_view> keys,
                     std::vector<std::optional<std::string>>& out) const = 0;
  /// All of the writes or none; a later write of a key wins. Gives the new version.
  virtual Result<std::uint64_t> commit(std::uint64_t expected_version, const std::vector<Write>& writes,
                                       Durability durability) = 0;
  /// Adds a stream of ascending, distinct keys. Not atomic with commits, and older snapshots may see them too; for
  /// tables that are empty and that nobody reads meanwhile.
  virtual Status bulk(Table table, const EntryStream& stream) = 0;
  /// Roughly how many bytes the range holds.
  virtual Result<std::uint64_t> estimate(const Snapshot& snapshot, Table table, const Range& range) const = 0;
  virtual Capabilities capabilities() const = 0;
  /// Verifies what the engine stores, one line a fault.
  virtual Status verify(std::vector<std::string>& faults) const = 0;
  virtual std::string describe() const = 0;
};

}  // namespace dossier::graph::kv
