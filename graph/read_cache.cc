// A build costs about 0.15 us a relationship and saves about 6 us for each node expanded without it, so it is worth it
// after one expansion for every forty relationships; a column costs about 1 ms and saves 4 us a read.
#include "graph/read_cache.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/tasks.h"

namespace dossier::graph {
namespace {
constexpr std::uint64_t kRelationshipsAnExpansion = 40;
constexpr std::uint64_t kRelationshipsANode = 24;    // that take as long to read as a node's seek
constexpr std::uint64_t kRelationshipsAPatch = 600;  // copied in the time of an expansion
constexpr std::uint64_t kBytesToShare = 64 << 10;    // a millisecond's work
constexpr std::size_t kBuilders = 4;
constexpr std::size_t kLongestLog = 1 << 16;
constexpr std::uint64_t kReadsAColumn = 256;
constexpr std::uint64_t kScansALabel = 4;  // a quarter of a scan: less may be a LIMIT's
}  // namespace

std::size_t ReadCache::KeyHash::operator()(const Key& key) const {
  std::uint64_t hash = key.part * 0x9E3779B97F4A7C15u + key.piece * 0xC2B2AE3D27D4EB4Fu +
                       static_cast<std::uint64_t>(key.table);
  return hash ^ (hash >> 29);
}

ReadCache::Key ReadCache::adjacency_key(TypeId type, Direction direction) {
  return {raw(type), static_cast<std::uint32_t>(direction), kv::Table::kTso};
}

// Under the lock. See the class: the part must not have changed after either version.
bool ReadCache::is_current(const Key& key, std::uint64_t built, std::uint64_t version) const {
  const auto at = changes_.find({key.part, 0, key.table});
  const std::uint64_t change = std::max(at == changes_.end() ? 0 : at->second, all_changed_);
  return change <= built && change <= version;
}

std::shared_ptr<ReadCache::Piece> ReadCache::find(const Key& key, std::uint64_t version) {
  const std::shared_lock lock(mutex_);
  const auto at = pieces_.find(key);
  if (at == pieces_.end() || !is_current(key, at->second->built, version)) return nullptr;
  at->second->used.store(clock_.fetch_add(1, std::memory_order_relaxed), std::memory_order_relaxed);
  return at->second;
}

void ReadCache::insert(const Key& key, std::shared_ptr<Piece> piece) {
  const std::unique_lock lock(mutex_);
  if (!is_current(key, piece->built, piece->built))
    return;  // of an old snapshot: only its own reader uses it
  piece->used = clock_++;
  auto& slot = pieces_[key];
  if (slot != nullptr) bytes_ -= slot->bytes;
  bytes_ += piece->bytes;
  slot = std::move(piece);
  if (bytes_ > budget_) make_room();
}

// Drops the least recently used until a quarter of the budget is free.
void ReadCache::make_room() {
  std::vector<std::pair<std::uint64_t, Key>> by_use;
  for (const auto& [key, piece] : pieces_) by_use.emplace_back(piece->used, key);
  std::sort(by_use.begin(), by_use.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [used, key] : by_use) {
    if (bytes_ <= budget_ / 4 * 3) return;
    const auto at = pieces_.find(key);
    bytes_ -= at->second->bytes;
    pieces_.erase(at);
  }
}

std::shared_ptr<const CsrAdjacency> ReadCache::find_adjacency(TypeId type, Direction direction,
                                                              std::uint64_t version) {
  const auto piece = find(adjacency_key(type, direction), version);
  return piece != nullptr ? piece->adjacency : nullptr;
}

Result<std::shared_ptr<const CsrAdjacency>> ReadCache::adjacency(const View& view, TypeId type,
                                                                 Direction direction,
                                                                 std::uint64_t expected_bytes) {
  const std::uint64_t version = view.commit().snapshot->version();
  if (auto found = find_adjacency(type, direction, version)) return found;
  if (expected_bytes > budget_ / 2) return std::shared_ptr<const CsrAdjacency>();
  const std::lock_guard one_at_a_time(building_);
  if (auto found = find_adjacency(type, direction, version)) return found;
  if (auto patched = patch(type, direction, version))
    return keep(type, direction, version, std::move(patched));
  const bool is_shared =
      expected_bytes >= kBytesToShare && expected_bytes <= budget_ / 8;  // it takes memory twice
  const std::size_t threads = is_shared ? useful_threads(kBuilders) : 1;
  DOSSIER_ASSIGN_OR_RETURN(std::shared_ptr<const CsrAdjacency> built,
                           CsrAdjacency::build(view, type, direction, threads));
  return keep(type, direction, version, std::move(built));
}

std::shared_ptr<const CsrAdjacency> ReadCache::keep(TypeId type, Direction direction, std::uint64_t built,
                                                    std::shared_ptr<const CsrAdjacency> adjacency) {
  auto piece = std::make_shared<Piece>();
  piece->built = built;
  piece->adjacency = adjacency;
  piece->bytes = adjacency->bytes();
  insert(adjacency_key(type, direction), std::move(piece));
  const std::unique_lock lock(mutex_);
  start_log(raw(type), built);
  return adjacency;
}

// Under the lock. From `built` on nothing of the type has changed, or an older log goes on; entries that both directions
// have seen are dropped.
void ReadCache::start_log(std::uint64_t type, std::uint64_t built) {
  if (!is_current({type, 0, kv::Table::kTso}, built, built)) return;
  ChangeLog& log = logs_.try_emplace(type, ChangeLog{built, {}}).first->second;
  std::uint64_t oldest = built;
  for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
    const auto at = pieces_.find(adjacency_key(TypeId{static_cast<std::uint32_t>(type)}, direction));
    if (at != pieces_.end()) oldest = std::min(oldest, at->second->built);
  }
  if (oldest <= log.complete_from) return;
  std::erase_if(log.entries, [oldest](const ChangeLog::Entry& entry) { return entry.version <= oldest; });
  log.complete_from = oldest;
}

// What the reader's version differs by from the adjacency that is there, if that is known; else null.
std::shared_ptr<const CsrAdjacency> ReadCache::patch(TypeId type, Direction direction,
                                                     std::uint64_t version) {
  std::shared_ptr<const CsrAdjacency> old;
  std::vector<EdgeChange> changes;
  {
    const std::shared_lock lock(mutex_);
    const auto at = pieces_.find(adjacency_key(type, direction));
    const auto log = logs_.find(raw(type));
    if (at == pieces_.end() || log == logs_.end()) return nullptr;
    const std::uint64_t built = at->second->built;
    if (version < built || built < log->second.complete_from || all_changed_ > built) return nullptr;
    old = at->second->adjacency;
    for (const ChangeLog::Entry& entry : log->second.entries) {
      if (entry.version <= built || entry.version > version) continue;
      const bool outgoing = direction == Direction::kOutgoing;
      changes.push_back({outgoing ? entry.start : entry.end, outgoing ? entry.end : entry.start,
                         entry.relationship, entry.erased});
    }
  }
  return old->patched(std::move(changes));
}

// Under the lock.
void ReadCache::log_change(const kv::Write& write, std::uint64_t version) {
  const auto log = logs_.find(load_u32(write.key.data()));
  if (log == logs_.end() || write.key.size() != kEdgeKeySize) return;
  const char* const key = write.key.data() + 4;
  log->second.entries.push_back(
      {version, load_u64(key), load_u64(key + 8), load_u64(key + 16), !write.value});
  if (log->second.entries.size() > kLongestLog) logs_.erase(log);
}

bool ReadCache::worth_building(TypeId type, Direction direction, std::uint64_t nodes,
                               const std::function<std::uint64_t()>& relationships) {
  const Key key = adjacency_key(type, direction);
  {
    const std::unique_lock lock(mutex_);
    Heat& heat = heat_[key];
    heat.reads += nodes;
    if (heat.reads < heat.next_look) return false;
  }
  const std::uint64_t count = relationships();
  const std::unique_lock lock(mutex_);
  const bool patched = pieces_.contains(key) && logs_.contains(raw(type));
  const std::uint64_t needed = count / (patched ? kRelationshipsAPatch : kRelationshipsAnExpansion);
  Heat& heat = heat_[key];
  if (heat.reads >= needed) {
    heat = {};
    return true;
  }
  heat.next_look = needed;
  return false;
}

void ReadCache::add_reads(TypeId type, Direction direction, std::uint64_t relationships) {
  if (relationships < kRelationshipsANode) return;
  const std::unique_lock lock(mutex_);
  heat_[adjacency_key(type, direction)].reads += relationships / kRelationshipsANode;
}

std::shared_ptr<const PropertyColumn> ReadCache::find_column(kv::Table table, std::uint64_t chunk, KeyId key,
                                                             std::uint64_t version) {
  const auto piece = find({chunk, raw(key), table}, version);
  return piece != nullptr ? piece->column : nullptr;
}

Result<std::shared_ptr<const PropertyColumn>> ReadCache::column(const View& view, kv::Table table,
                                                                std::uint64_t chunk, KeyId key,
                                                                std::size_t reads) {
  const std::uint64_t version = view.commit().snapshot->version();
  if (auto found = find_column(table, chunk, key, version)) return found;
  {
    const std::unique_lock lock(mutex_);
    std::uint64_t& heat = heat_[{chunk, raw(key), table}].reads;
    heat += reads;
    const bool fits = budget_ >= kChunkIds * sizeof(Value) * 16;
    if (heat < kReadsAColumn || !fits) return std::shared_ptr<const PropertyColumn>();
    heat = 0;
  }
  DOSSIER_ASSIGN_OR_RETURN(std::vector<PropertyColumn> columns, read_columns(view, table, chunk, key));
  std::shared_ptr<const PropertyColumn> wanted;
  for (PropertyColumn& column : columns) {
    auto piece = std::make_shared<Piece>();
    piece->built = version;
    piece->bytes = column.bytes;
    piece->column = std::make_shared<const PropertyColumn>(std::move(column));
    if (wanted == nullptr) wanted = piece->column;
    const Key place{chunk, raw(piece->column->key), table};
    insert(place, std::move(piece));
  }
  return wanted;
}

Result<std::shared_ptr<const std::vector<NodeId>>> ReadCache::label_nodes(
    const View& view, LabelId label, std::uint64_t scanned, const std::function<std::uint64_t()>& nodes) {
  using Nodes = std::shared_ptr<const std::vector<NodeId>>;
  const Key place{raw(label), 0, kv::Table::kLabel};
  const std::uint64_t version = view.commit().snapshot->version();
  if (const auto piece = find(place, version)) return piece->label_nodes;
  {
    const std::unique_lock lock(mutex_);
    Heat& heat = heat_[place];
    heat.reads += scanned;
    if (heat.reads < heat.next_look) return Nodes();
    heat.next_look = std::max(heat.next_look, nodes() / kScansALabel);
    if (heat.reads < heat.next_look || nodes() * sizeof(NodeId) > budget_ / 4) return Nodes();
    heat = {};
  }
  auto all = std::make_shared<std::vector<NodeId>>();
  const std::string begin = label_key(label, NodeId{0}),
                    end = prefix_end(std::string_view(begin).substr(0, 4));
  const kv::Range range{begin, end};
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read(kv::Table::kLabel, std::span(&range, 1), {SIZE_MAX, true}, entries));
  all->reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries.key(i).size() != 12) return corruption("a key of the table label is damaged");
    all->push_back(NodeId{load_u64(entries.key(i).data() + 4)});
  }
  auto piece = std::make_shared<Piece>();
  piece->built = version;
  piece->bytes = all->size() * sizeof(NodeId);
  piece->label_nodes = all;
  insert(place, std::move(piece));
  return Nodes(std::move(all));
}

// Under the lock.
void ReadCache::changed(kv::Table table, std::uint64_t part, std::uint64_t version) {
  changes_[{part, 0, table}] = version;
}

void ReadCache::note_commit(std::span<const kv::Write> writes, std::uint64_t version) {
  const std::unique_lock lock(mutex_);
  Key last{UINT64_MAX, 0, kv::Table::kMeta};
  for (const kv::Write& write : writes) {
    Key part{0, 0, write.table};
    if (write.table == kv::Table::kTso) log_change(write, version);
    if (write.table == kv::Table::kTso || write.table == kv::Table::kLabel) {
      part.part = load_u32(write.key.data());
    } else if (write.table == kv::Table::kNode || write.table == kv::Table::kRel) {
      part.part = chunk_of(load_u64(write.key.data()));
    } else {
      continue;
    }
    if (part == last) continue;
    last = part;
    changed(part.table, part.part, version);
  }
}

void ReadCache::note_bulk(std::uint64_t version) {
  const std::unique_lock lock(mutex_);
  all_changed_ = version;
  pieces_.clear();
  logs_.clear();
  bytes_ = 0;
}

}  // namespace dossier::graph
