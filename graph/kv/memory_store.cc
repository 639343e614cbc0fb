// Each table is a std::map from key to its versions, newest first. A snapshot is a version number; it reads the
// newest version not above its own. A commit that replaces a version drops the older ones that no snapshot can see;
// those still seen are queued and dropped by a later commit. One shared_mutex covers all tables: a batch of reads
// takes it once.
//
//   key "a": v7 "new" -> v3 "old"     snapshot 5 reads "old", snapshot 7 and later read "new"
#include "graph/kv/memory_store.h"

#include <array>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>

namespace dossier::graph::kv {
namespace {

struct Version {
  std::uint64_t number;
  std::optional<std::string> value;  // nothing: deleted
  std::unique_ptr<Version> older;
};
using TableMap = std::map<std::string, std::unique_ptr<Version>, std::less<>>;

// The versions that snapshots hold; outlives the store when a snapshot does.
class Pins {
 public:
  void add(std::uint64_t version) {
    const std::lock_guard lock(mutex_);
    pinned_.insert(version);
  }
  void remove(std::uint64_t version) {
    const std::lock_guard lock(mutex_);
    pinned_.erase(pinned_.find(version));
  }
  std::uint64_t oldest(std::uint64_t otherwise) const {
    const std::lock_guard lock(mutex_);
    return pinned_.empty() ? otherwise : *pinned_.begin();
  }

 private:
  mutable std::mutex mutex_;
  std::multiset<std::uint64_t> pinned_;
};

class MemorySnapshot : public Snapshot {
 public:
  MemorySnapshot(std::shared_ptr<Pins> pins, std::uint64_t version)
      : pins_(std::move(pins)), version_(version) {
    pins_->add(version_);
  }
  ~MemorySnapshot() override { pins_->remove(version_); }
  std::uint64_t version() const override { return version_; }

 private:
  std::shared_ptr<Pins> pins_;
  std::uint64_t version_;
};

const std::string* visible(const Version* version, std::uint64_t at) {
  while (version != nullptr && version->number > at) version = version->older.get();
  return version != nullptr && version->value ? &*version->value : nullptr;
}

class MemoryStore : public KeyValueStore {
 public:
  std::shared_ptr<const Snapshot> snapshot() const override {
    const std::shared_lock lock(mutex_);
    return std::make_shared<MemorySnapshot>(pins_, version_);
  }

  Status read(const Snapshot& snapshot, Table table, std::span<const Range> ranges,
              const ReadOptions& options, Entries& out) const override {
    const std::shared_lock lock(mutex_);
    const TableMap& map = tables_[static_cast<std::size_t>(table)];
    out.clear();
    for (const Range& range : ranges) {
      const bool complete = read_range(map, range, snapshot.version(), options, out);
      out.end_group();
      if (complete) continue;
      out.set_stopped();
      break;
    }
    return {};
  }

  Status get(const Snapshot& snapshot, Table table, std::span<const std::string_view> keys,
             std::vector<std::optional<std::string>>& out) const override {
    const std::shared_lock lock(mutex_);
    const TableMap& map = tables_[static_cast<std::size_t>(table)];
    out.assign(keys.size(), std::nullopt);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto at = map.find(keys[i]);
      if (at == map.end()) continue;
      if (const std::string* value = visible(at->second.get(), snapshot.version())) out[i] = *value;
    }
    return {};
  }

  Result<std::uint64_t> commit(std::uint64_t expected_version, const std::vector<Write>& writes,
                               Durability) override {
    const std::unique_lock lock(mutex_);
    if (expected_version != version_) {
      return Status(StatusCode::kBusy, "the store moved from commit " + std::to_string(expected_version) +
                                           " to " + std::to_string(version_) +
                                           " since the transaction began");
    }
    ++version_;
    for (const Write& write : writes) apply(write);
    collect();
    return version_;
  }

  Status bulk(Table table, const EntryStream& stream) override {
    const std::unique_lock lock(mutex_);
    ++version_;
    std::string_view key, value;
    while (true) {
      auto produced = stream(key, value);
      if (!produced.ok()) return produced.status();
      if (!*produced) return {};
      apply({table, std::string(key), std::string(value)});
    }
  }

  Result<std::uint64_t> estimate(const Snapshot&, Table table, const Range& range) const override {
    const std::shared_lock lock(mutex_);
    const TableMap& map = tables_[static_cast<std::size_t>(table)];
    std::uint64_t bytes = 0;
    for (auto at = map.lower_bound(range.begin); at != map.end(); ++at) {
      if (!range.end.empty() && at->first >= range.end) break;
      bytes += at->first.size() + (at->second->value ? at->second->value->size() : 0);
    }
    return bytes;
  }

  Capabilities capabilities() const override { return {}; }
  Status verify(std::vector<std::string>&) const override { return {}; }
  std::string describe() const override { return "memory"; }

 private:
  // False where the limit stops the read before the end of the range.
  static bool read_range(const TableMap& map, const Range& range, std::uint64_t version,
                         const ReadOptions& options, Entries& out) {
    for (auto at = map.lower_bound(range.begin); at != map.end(); ++at) {
      if (!range.end.empty() && at->first >= range.end) return true;
      const std::string* value = visible(at->second.get(), version);
      if (value == nullptr) continue;
      if (out.size() >= options.limit) return false;
      out.append(at->first, options.keys_only ? std::string_view() : std::string_view(*value));
    }
    return true;
  }

  void apply(const Write& write) {
    TableMap& map = tables_[static_cast<std::size_t>(write.table)];
    auto at = map.find(write.key);
    if (at == map.end()) {
      if (!write.value) return;
      at = map.emplace(write.key, nullptr).first;
    }
    std::unique_ptr<Version>& head = at->second;
    if (head != nullptr && head->number == version_) {
      head->value = write.value;
    } else {
      head = std::make_unique<Version>(Version{version_, write.value, std::move(head)});
    }
    if (head->older != nullptr || !head->value) garbage_.emplace_back(write.table, write.key);
  }

  // Drops the versions below the newest one that the oldest snapshot can see.
  void collect() {
    const std::uint64_t oldest = pins_->oldest(version_);
    if (oldest == collected_) return;  // a long reader: nothing more can go
    collected_ = oldest;
    std::erase_if(garbage_, [&](const auto& entry) {
      TableMap& map = tables_[static_cast<std::size_t>(entry.first)];
      const auto at = map.find(entry.second);
      if (at == map.end()) return true;
      Version* version = at->second.get();
      while (version->number > oldest && version->older != nullptr) version = version->older.get();
      version->older.reset();
      const Version& head = *at->second;
      if (!head.value && head.older == nullptr && head.number <= oldest) {
        map.erase(at);
        return true;
      }
      return head.value && head.older == nullptr;
    });
  }

  mutable std::shared_mutex mutex_;
  std::array<TableMap, kTableCount> tables_;
  std::shared_ptr<Pins> pins_ = std::make_shared<Pins>();
  std::vector<std::pair<Table, std::string>> garbage_;
  std::uint64_t version_ = 0;
  std::uint64_t collected_ = UINT64_MAX;
};

}  // namespace

std::unique_ptr<KeyValueStore> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace dossier::graph::kv
