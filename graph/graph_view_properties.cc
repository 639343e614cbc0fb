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
                    std::span<const std::size_t> positions, KeyId key, std::vector<Value>& out) {
  std::vector<std::string> keys;
  keys.reserve(positions.size());
  for (const std::size_t position : positions) keys.push_back(id_key(ids[position]));
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  std::vector<std::optional<std::string>> records;
  DOSSIER_RETURN_IF_ERROR(view.get(table, views, records));
  const auto decode = table == kv::Table::kNode ? decode_node_property : decode_relationship_property;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (!records[i]) continue;
    DOSSIER_ASSIGN_OR_RETURN(out[positions[i]], decode(*records[i], key));
  }
  return {};
}

std::vector<std::size_t> positions_by_id(std::span<const std::uint64_t> ids) {
  std::vector<std::size_t> positions(ids.size());
  std::iota(positions.begin(), positions.end(), 0);
  if (!std::is_sorted(ids.begin(), ids.end())) {
    std::sort(positions.begin(), positions.end(), [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  }
  return positions;
}

}  // namespace

Status GraphView::properties(kv::Table table, std::span<const std::uint64_t> ids, KeyId key,
                             std::vector<Value>& out) const {
  out.assign(ids.size(), Value());
  const std::vector<std::size_t> positions = positions_by_id(ids);
  std::vector<std::size_t> left;
  for (std::size_t begin = 0, end = 0; begin < positions.size(); begin = end) {
    const std::uint64_t chunk = chunk_of(ids[positions[begin]]);
    while (end < positions.size() && chunk_of(ids[positions[end]]) == chunk) ++end;
    std::shared_ptr<const PropertyColumn> column;
    if (!view_.has_overlay()) {
      DOSSIER_ASSIGN_OR_RETURN(column, view_.commit().cache->column(view_, table, chunk, key, end - begin));
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (column != nullptr) {
        out[positions[i]] = column->values[ids[positions[i]] % kChunkIds];
      } else {
        left.push_back(positions[i]);
      }
    }
  }
  for (std::size_t begin = 0; begin < left.size(); begin += kBatch) {
    const std::size_t size = std::min(kBatch, left.size() - begin);
    DOSSIER_RETURN_IF_ERROR(read_records(view_, table, ids, std::span(left).subspan(begin, size), key, out));
  }
  return {};
}

Status GraphView::node_properties(std::span<const NodeId> ids, KeyId key, std::vector<Value>& out) const {
  static_assert(sizeof(NodeId) == sizeof(std::uint64_t));
  return properties(kv::Table::kNode, {reinterpret_cast<const std::uint64_t*>(ids.data()), ids.size()}, key, out);
}

Status GraphView::relationship_properties(std::span<const RelationshipId> ids, KeyId key,
                                          std::vector<Value>& out) const {
  static_assert(sizeof(RelationshipId) == sizeof(std::uint64_t));
  return properties(kv::Table::kRel, {reinterpret_cast<const std::uint64_t*>(ids.data()), ids.size()}, key, out);
}

Result<Value> GraphView::node_property(NodeId id, KeyId key) const {
  if (!view_.has_overlay()) {
    // A null there may be a missing node, so only values count.
    const Commit& commit = view_.commit();
    const auto column = commit.cache->find_column(kv::Table::kNode, chunk_of(raw(id)), key, commit.snapshot->version());
    if (column != nullptr && !column->values[raw(id) % kChunkIds].is_null()) return column->values[raw(id) % kChunkIds];
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kNode, raw(id), "node"));
  return decode_node_property(bytes, key);
}

Result<Value> GraphView::relationship_property(RelationshipId id, KeyId key) const {
  if (!view_.has_overlay()) {
    const Commit& commit = view_.commit();
    const auto column = commit.cache->find_column(kv::Table::kRel, chunk_of(raw(id)), key, commit.snapshot->version());
    if (column != nullptr && !column->values[raw(id) % kChunkIds].is_null()) return column->values[raw(id) % kChunkIds];
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kRel, raw(id), "relationship"));
  return decode_relationship_property(bytes, key);
}

}  // namespace dossier::graph
