// One property of many records. Runs of ids in one chunk come from the shared column where there is one; the rest are
// read as sorted batches of records.
#include <algorithm>
#include <numeric>

#include "dossier/status_macros.h"
#include "graph/graph_view.h"
#include "graph/key_codec.h"
#include "graph/property_chunk.h"
#include "graph/read_cache.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kBatch = 4096;

// out[positions[i]] becomes the property of ids[positions[i]]. Positions ascend by id.
Status read_records(const View& view, kv::Table table, std::span<const std::uint64_t> ids,
                    std::span<const std::uint32_t> positions, KeyId key, BorrowedValues& out) {
  std::vector<std::string> keys;
  keys.reserve(positions.size());
  for (const std::uint32_t position : positions) keys.push_back(id_key(ids[position]));
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  std::vector<std::optional<std::string>> records;
  DOSSIER_RETURN_IF_ERROR(view.get(table, views, records));
  const auto decode = table == kv::Table::kNode ? decode_node_property : decode_relationship_property;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (!records[i]) continue;
    DOSSIER_ASSIGN_OR_RETURN(Value value, decode(*records[i], key));
    out.own(positions[i], std::move(value));
  }
  return {};
}

void sort_by_id(std::span<const std::uint64_t> ids, std::vector<std::uint32_t>& positions) {
  const auto less = [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; };
  if (!std::is_sorted(positions.begin(), positions.end(), less))
    std::sort(positions.begin(), positions.end(), less);
}

}  // namespace

void BorrowedValues::start(std::size_t count) {
  static const Value null;
  values_.assign(count, &null);
  owned_.clear();
}

void BorrowedValues::own(std::size_t i, Value value) {
  if (owned_.capacity() < values_.size()) owned_.reserve(values_.size());
  values_[i] = &owned_.emplace_back(std::move(value));
}

HeldColumns& GraphView::held_columns(kv::Table table, KeyId key) const {
  const std::lock_guard lock(mutex_);
  for (const auto& held : columns_) {
    if (held->table == table && held->key == key) return *held;
  }
  const Commit& commit = view_.commit();
  const std::uint64_t ids = table == kv::Table::kNode ? commit.next_node : commit.next_relationship;
  std::vector<std::atomic<const PropertyColumn*>> chunks(chunk_of(ids) + 1);
  columns_.push_back(std::make_unique<HeldColumns>(HeldColumns{table, key, std::move(chunks), {}}));
  return *columns_.back();
}

// The column of a chunk that many reads have asked for, or null. It stays with this view while the columns that do fit
// into half of the cache's memory; else `passing` keeps it.
const PropertyColumn* GraphView::column_of(kv::Table table, std::uint64_t chunk, KeyId key, std::size_t reads,
                                           std::shared_ptr<const PropertyColumn>& passing) const {
  ReadCache& cache = *view_.commit().cache;
  auto found = cache.column(view_, table, chunk, key, reads);
  if (!found.ok() || *found == nullptr) return nullptr;  // an error comes again from the record
  HeldColumns& held = held_columns(table, key);
  const std::lock_guard lock(mutex_);
  passing = *std::move(found);
  if (chunk >= held.chunks.size() || held.chunks[chunk].load(std::memory_order_relaxed) != nullptr)
    return passing.get();
  if (held_bytes_ + passing->bytes > cache.budget() / 2) return passing.get();
  held_bytes_ += passing->bytes;
  held.chunks[chunk].store(passing.get(), std::memory_order_release);
  held.owners.push_back(passing);
  return passing.get();
}

Status GraphView::borrow_properties(kv::Table table, std::span<const std::uint64_t> ids, KeyId key,
                                    BorrowedValues& out) const {
  constexpr std::size_t kMany = 16;
  out.start(ids.size());
  std::vector<std::uint32_t> left;
  if (!view_.has_overlay() && ids.size() >= kMany) {
    const HeldColumns& held = held_columns(table, key);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::uint64_t chunk = chunk_of(ids[i]);
      const PropertyColumn* column =
          chunk < held.chunks.size() ? held.chunks[chunk].load(std::memory_order_acquire) : nullptr;
      if (column != nullptr)
        out.set(i, &column->values[ids[i] % kChunkIds]);
      else
        left.push_back(static_cast<std::uint32_t>(i));
    }
  } else {
    left.resize(ids.size());
    std::iota(left.begin(), left.end(), 0U);
  }
  if (left.empty()) return {};
  sort_by_id(ids, left);
  std::vector<std::uint32_t> unknown;
  for (std::size_t begin = 0, end = 0; begin < left.size(); begin = end) {
    const std::uint64_t chunk = chunk_of(ids[left[begin]]);
    while (end < left.size() && chunk_of(ids[left[end]]) == chunk) ++end;
    std::shared_ptr<const PropertyColumn> passing;
    const PropertyColumn* column =
        view_.has_overlay() ? nullptr : column_of(table, chunk, key, end - begin, passing);
    for (std::size_t i = begin; i < end; ++i) {
      if (column != nullptr)
        out.own(left[i], column->values[ids[left[i]] % kChunkIds]);
      else
        unknown.push_back(left[i]);
    }
  }
  for (std::size_t begin = 0; begin < unknown.size(); begin += kBatch) {
    const std::size_t size = std::min(kBatch, unknown.size() - begin);
    DOSSIER_RETURN_IF_ERROR(
        read_records(view_, table, ids, std::span(unknown).subspan(begin, size), key, out));
  }
  return {};
}

namespace {

void copy(const BorrowedValues& values, std::vector<Value>& out) {
  out.resize(values.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = values[i];
}

// One value an id, as the property calls give them.
void own(std::vector<Value> values, BorrowedValues& out) {
  out.start(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) out.own(i, std::move(values[i]));
}

}  // namespace

Status GraphView::node_properties(std::span<const NodeId> ids, KeyId key, std::vector<Value>& out) const {
  BorrowedValues values;
  DOSSIER_RETURN_IF_ERROR(borrow_properties(kv::Table::kNode, raw_ids(ids), key, values));
  copy(values, out);
  return {};
}

Status GraphView::relationship_properties(std::span<const RelationshipId> ids, KeyId key,
                                          std::vector<Value>& out) const {
  BorrowedValues values;
  DOSSIER_RETURN_IF_ERROR(borrow_properties(kv::Table::kRel, raw_ids(ids), key, values));
  copy(values, out);
  return {};
}

Status Reader::borrow_properties(std::span<const NodeId> ids, KeyId key, BorrowedValues& out) const {
  std::vector<Value> values;
  DOSSIER_RETURN_IF_ERROR(node_properties(ids, key, values));
  own(std::move(values), out);
  return {};
}

Status Reader::borrow_properties(std::span<const RelationshipId> ids, KeyId key, BorrowedValues& out) const {
  std::vector<Value> values;
  DOSSIER_RETURN_IF_ERROR(relationship_properties(ids, key, values));
  own(std::move(values), out);
  return {};
}

Result<Value> GraphView::node_property(NodeId id, KeyId key) const {
  if (!view_.has_overlay()) {
    // A null there may be a missing node, so only values count.
    const Commit& commit = view_.commit();
    const auto column =
        commit.cache->find_column(kv::Table::kNode, chunk_of(raw(id)), key, commit.snapshot->version());
    if (column != nullptr && !column->values[raw(id) % kChunkIds].is_null())
      return column->values[raw(id) % kChunkIds];
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kNode, raw(id), "node"));
  return decode_node_property(bytes, key);
}

Result<Value> GraphView::relationship_property(RelationshipId id, KeyId key) const {
  if (!view_.has_overlay()) {
    const Commit& commit = view_.commit();
    const auto column =
        commit.cache->find_column(kv::Table::kRel, chunk_of(raw(id)), key, commit.snapshot->version());
    if (column != nullptr && !column->values[raw(id) % kChunkIds].is_null())
      return column->values[raw(id) % kChunkIds];
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kRel, raw(id), "relationship"));
  return decode_relationship_property(bytes, key);
}

}  // namespace dossier::graph
