#include "graph/core.h"

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/property_index.h"

namespace dossier::graph {

Core::Core(std::shared_ptr<kv::KeyValueStore> kv, const StoreOptions& options)
    : kv_(std::move(kv)), options_(options), cache_(std::make_shared<ReadCache>(options.memory_budget / 2)) {}

Result<std::shared_ptr<Core>> Core::open(std::shared_ptr<kv::KeyValueStore> kv, const StoreOptions& options) {
  std::shared_ptr<Core> core(new Core(std::move(kv), options));
  DOSSIER_RETURN_IF_ERROR(core->publish());
  const View view(core->latest(), nullptr);
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> format, view.get(kv::Table::kMeta, kFormatKey));
  if (!format) {
    DOSSIER_RETURN_IF_ERROR(core->create());
  } else if (*format != kFormatVersion) {
    return Status(StatusCode::kUnsupported, "the store has format " + *format + "; this version reads format " +
                                                std::string(kFormatVersion));
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> importing, view.get(kv::Table::kMeta, kImportingKey));
  if (importing) return corruption("an import into this store was interrupted; delete the store and import again");
  DOSSIER_RETURN_IF_ERROR(core->load_names());
  DOSSIER_RETURN_IF_ERROR(core->publish());
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
    if (key.size() != 5 || static_cast<std::size_t>(key[0]) >= kNameSpaces) return corruption("the table of names is damaged");
    const std::uint32_t id = dictionary_->add(static_cast<NameSpace>(key[0]), entries.value(i));
    if (id != load_u32(key.data() + 1)) return corruption("the table of names has a gap or a duplicate");
  }
  return {};
}

Status Core::publish() {
  auto commit = std::make_shared<Commit>();
  commit->kv = kv_;
  commit->dictionary = dictionary_;
  commit->cache = cache_;
  commit->snapshot = kv_->snapshot();
  commit->sizes = dictionary_->sizes();
  auto before = latest();
  if (before != nullptr && !indexes_changed_) {
    commit->indexes = before->indexes;
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
  if (!version.ok()) return version.status();
  cache_->note_commit(writes, *version);
  for (const kv::Write& write : writes) indexes_changed_ |= write.table == kv::Table::kMeta && write.key.starts_with("index:");
  return publish();
}

Status Core::commit_import(const std::vector<kv::Write>& writes) {
  auto version = kv_->commit(kv_->snapshot()->version(), writes, kv::Durability::kSynced);
  if (!version.ok()) return version.status();
  cache_->note_bulk(*version);
  indexes_changed_ = true;
  return publish();
}

}  // namespace dossier::graph
