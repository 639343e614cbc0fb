#include "graph/core.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/property_index.h"
#include "graph/statistics.h"
#include "graph/text/upgrade.h"

namespace dossier::graph {
namespace {

// Zero in a store that is being made.
Result<std::uint64_t> read_id(const View& view, std::string_view key) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes, view.get(kv::Table::kMeta, key));
  if (bytes && bytes->size() != 8) return corruption("the record " + std::string(key) + " is damaged");
  return bytes ? load_u64(bytes->data()) : 0;
}

}  // namespace

// What the process needs without any store (code, Unicode tables) counts too, as far as half the budget: it is what a
// small budget is mostly about. A quarter of the rest is left to queries at work.
MemoryShares memory_shares(std::uint64_t budget) {
  constexpr std::uint64_t kProcess = 24 << 20;
  const std::uint64_t rest = budget - std::min(budget / 2, kProcess);
  return {rest / 8 * 3, rest / 8 * 3};
}

Core::Core(std::shared_ptr<kv::KeyValueStore> kv, const StoreOptions& options)
    : kv_(std::move(kv)),
      options_(options),
      cache_(std::make_shared<ReadCache>(memory_shares(options.memory_budget).read_cache)) {}

Result<std::shared_ptr<Core>> Core::open(std::shared_ptr<kv::KeyValueStore> kv, const StoreOptions& options) {
  std::shared_ptr<Core> core(new Core(std::move(kv), options));
  DOSSIER_RETURN_IF_ERROR(core->publish());
  const View view(core->latest(), nullptr);
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> format, view.get(kv::Table::kMeta, kFormatKey));
  if (!format) {
    DOSSIER_RETURN_IF_ERROR(core->create());
  } else if (*format == "1" && options.read_only) {
    return Status(StatusCode::kUnsupported,
                  "the store has format 1; open it for writing once, which brings it to format " +
                      std::string(kFormatVersion));
  } else if (*format != "1" && *format != kFormatVersion) {
    return Status(StatusCode::kUnsupported, "the store has format " + *format +
                                                "; this version reads format " + std::string(kFormatVersion));
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> importing,
                           view.get(kv::Table::kMeta, kImportingKey));
  if (importing)
    return corruption("an import into this store was interrupted; delete the store and import again");
  DOSSIER_RETURN_IF_ERROR(core->load_names());
  DOSSIER_RETURN_IF_ERROR(core->publish());
  if (format == "1") DOSSIER_RETURN_IF_ERROR(add_text_index(*core));
  return core;
}

Status Core::create() {
  if (options_.read_only) return not_found("there is no store to read");
  const std::vector<kv::Write> first = {
      {kv::Table::kMeta, std::string(kFormatKey), std::string(kFormatVersion)},
      {kv::Table::kMeta, std::string(kNextNodeKey), id_key(0)},
      {kv::Table::kMeta, std::string(kNextRelationshipKey), id_key(0)},
  };
  auto version = kv_->commit(latest()->snapshot->version(), first, kv::Durability::kSynced);
  return version.ok() ? Status() : version.status();
}

// Keys of `dict` are a byte for the name space and the id, so they come in the order of the ids.
Status Core::load_names() {
  const auto snapshot = kv_->snapshot();
  const kv::Range all{};
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(kv_->read(*snapshot, kv::Table::kDict, std::span(&all, 1), {}, entries));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (key.size() != 5 || static_cast<std::size_t>(key[0]) >= kNameSpaces)
      return corruption("the table of names is damaged");
    const std::uint32_t id = dictionary_->add(static_cast<NameSpace>(key[0]), entries.value(i));
    if (id != load_u32(key.data() + 1)) return corruption("the table of names has a gap or a duplicate");
  }
  return {};
}

// What a commit wrote that the next transaction would read first.
void Core::note(const std::vector<kv::Write>& writes) {
  for (const kv::Write& write : writes) {
    if (write.table == kv::Table::kStat) {
      counters_[write.key] = write.value ? decode_counter(*write.value) : 0;
    } else if (write.table == kv::Table::kMeta) {
      indexes_changed_ |= write.key.starts_with(kIndexKeys);
      const bool is_number = write.value && write.value->size() == 8;
      if (write.key == kNextNodeKey && is_number) next_node_ = load_u64(write.value->data());
      if (write.key == kNextRelationshipKey && is_number) next_relationship_ = load_u64(write.value->data());
    }
  }
}

std::uint64_t Core::counter(const std::string& key) {
  const auto at = counters_.find(key);
  if (at != counters_.end()) return at->second;
  const auto bytes = View(latest(), nullptr).get(kv::Table::kStat, key);
  return counters_[key] = bytes.ok() && *bytes ? decode_counter(**bytes) : 0;
}

Status Core::publish() {
  auto commit = std::make_shared<Commit>();
  commit->kv = kv_;
  commit->dictionary = dictionary_;
  commit->cache = cache_;
  commit->snapshot = kv_->snapshot();
  commit->sizes = dictionary_->sizes();
  if (!ids_known_) {
    const View view(commit, nullptr);
    DOSSIER_ASSIGN_OR_RETURN(next_node_, read_id(view, kNextNodeKey));
    DOSSIER_ASSIGN_OR_RETURN(next_relationship_, read_id(view, kNextRelationshipKey));
    ids_known_ = true;
  }
  commit->next_node = next_node_;
  commit->next_relationship = next_relationship_;
  if (!indexes_changed_) {
    commit->indexes = latest()->indexes;
  } else {
    DOSSIER_ASSIGN_OR_RETURN(std::vector<KeyId> indexes, declared_indexes(View(commit, nullptr)));
    commit->indexes = std::make_shared<const std::vector<KeyId>>(std::move(indexes));
    indexes_changed_ = false;
  }
  const std::lock_guard lock(mutex_);
  latest_ = std::move(commit);
  return {};
}

std::shared_ptr<const Commit> Core::latest() const {
  const std::lock_guard lock(mutex_);
  return latest_;
}

void Core::take_turn() {
  std::unique_lock lock(mutex_);
  turn_.wait(lock, [this] { return !writing_; });
  writing_ = true;
}

void Core::end_turn() {
  {
    const std::lock_guard lock(mutex_);
    writing_ = false;
  }
  turn_.notify_one();
}

Status Core::commit(const Commit& base, const std::vector<kv::Write>& writes) {
  const auto durability = options_.sync ? kv::Durability::kSynced : kv::Durability::kBuffered;
  auto version = kv_->commit(base.snapshot->version(), writes, durability);
  if (!version.ok()) return write_failure_ = version.status();
  cache_->note_commit(writes, *version);
  note(writes);
  return publish();
}

Status Core::commit_import(const std::vector<kv::Write>& writes) {
  auto version = kv_->commit(kv_->snapshot()->version(), writes, kv::Durability::kSynced);
  if (!version.ok()) return version.status();
  cache_->note_bulk(*version);
  counters_.clear();
  note(writes);
  return publish();
}

}  // namespace dossier::graph
