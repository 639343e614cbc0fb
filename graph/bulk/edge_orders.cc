// The list is ascending by (type, start, end, id), which is tso. The other orders are stable sorts of it by what comes
// first in their keys, so that the rest of a key is in order without being looked at:
//
//   spo  start, type, end, id     by start
//   ops  end, type, start, id     by end
//   tos  type, end, start, id     by type and end
#include "graph/bulk/edge_orders.h"

#include <array>
#include <cstring>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"

namespace dossier::graph {
namespace {

using kv::Table;
constexpr std::size_t kReadBuffer = 256 << 10;

std::vector<EdgeColumn> leading_columns(Table table) {
  switch (table) {
    case Table::kSpo:
      return {EdgeColumn::kStart};
    case Table::kOps:
      return {EdgeColumn::kEnd};
    default:
      return {EdgeColumn::kType, EdgeColumn::kEnd};
  }
}

// The key of an edge in one of the orders; it holds until the next one.
class OrderKey {
 public:
  explicit OrderKey(Table table) : table_(table) {}
  std::string_view of(const Edge& edge) {
    const bool outgoing = table_ == Table::kSpo || table_ == Table::kTso;
    const std::uint64_t node = outgoing ? edge.start : edge.end, other = outgoing ? edge.end : edge.start;
    if (table_ == Table::kSpo || table_ == Table::kOps) {
      store_u64(bytes_.data(), node);
      store_u32(bytes_.data() + 8, edge.type);
    } else {
      store_u32(bytes_.data(), edge.type);
      store_u64(bytes_.data() + 4, node);
    }
    store_u64(bytes_.data() + 12, other);
    store_u64(bytes_.data() + 20, edge.place);
    return {bytes_.data(), bytes_.size()};
  }

 private:
  Table table_;
  std::array<char, kEdgeKeySize> bytes_{};
};

// Counts the different beginnings (type, node) of the keys of tso or tos.
class Counting {
 public:
  explicit Counting(DistinctNodes* distinct) : distinct_(distinct) {}
  void visit(std::uint32_t type, std::uint64_t node) {
    if (distinct_ == nullptr || (any_ && type == type_ && node == node_)) return;
    ++(*distinct_)[type];
    any_ = true;
    type_ = type;
    node_ = node;
  }

 private:
  DistinctNodes* distinct_;
  bool any_ = false;
  std::uint32_t type_ = 0;
  std::uint64_t node_ = 0;
};

}  // namespace

Status NumberedEdges::append(const Edge& edge) {
  if (file_ == nullptr) {
    DOSSIER_ASSIGN_OR_RETURN(file_, RunFile::make(folder_));
  }
  const Packed packed{edge.start, edge.end, edge.type, 0};
  ++size_;
  return file_->append({reinterpret_cast<const char*>(&packed), sizeof(packed)});
}

Status NumberedEdges::finish() { return file_ == nullptr ? Status() : file_->finish(); }

NumberedEdges::Reader::Reader(const NumberedEdges& edges) : edges_(edges) {
  if (edges.file_ != nullptr) reader_ = std::make_unique<RunReader>(*edges.file_, kReadBuffer);
}

Result<bool> NumberedEdges::Reader::next(Edge& edge) {
  if (id_ == edges_.size_) return false;
  DOSSIER_ASSIGN_OR_RETURN(const std::string_view bytes, reader_->take(sizeof(Packed)));
  if (bytes.size() < sizeof(Packed)) return io_error("sorted data ends early");
  Packed packed;
  std::memcpy(&packed, bytes.data(), sizeof(packed));
  edge = {packed.start, packed.end, id_++, packed.type, 0};
  return true;
}

Status write_edge_order(kv::KeyValueStore& kv, Table table, const NumberedEdges& edges,
                        const std::filesystem::path& folder, std::uint64_t memory, DistinctNodes* distinct) {
  NumberedEdges::Reader reader(edges);
  OrderKey order_key(table);
  Counting counting(distinct);
  Edge edge{};
  if (table == Table::kTso) {
    return kv.bulk(table, [&](std::string_view& key, std::string_view& value) -> Result<bool> {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, reader.next(edge));
      if (!more) return false;
      counting.visit(edge.type, edge.start);
      key = order_key.of(edge);
      value = {};
      return true;
    });
  }
  EdgeSorter sorter(folder, memory, leading_columns(table));
  while (true) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, reader.next(edge));
    if (!more) break;
    DOSSIER_RETURN_IF_ERROR(sorter.add(edge));
  }
  DOSSIER_RETURN_IF_ERROR(sorter.sort());
  return kv.bulk(table, [&](std::string_view& key, std::string_view& value) -> Result<bool> {
    DOSSIER_ASSIGN_OR_RETURN(const Edge* next, sorter.next());
    if (next == nullptr) return false;
    counting.visit(next->type, next->end);
    key = order_key.of(*next);
    value = {};
    return true;
  });
}

}  // namespace dossier::graph
