// Rows of the sources that have any, found through a table over the span of their ids where that table is not much
// larger than the sources themselves, else by binary search.
//
//   sources  3   7   9          positions (from 3)  0 - - - 1 - 2
//   offsets  0   2   3   6      row(7) = [offsets[1], offsets[2]) of nodes and relationships
#include "graph/csr_adjacency.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"

namespace dossier::graph {
namespace {
constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kBatch = 1 << 16;
constexpr std::uint64_t kSpanFactor = 8;
}  // namespace

Result<std::shared_ptr<const CsrAdjacency>> CsrAdjacency::build(const View& view, TypeId type, Direction direction) {
  const kv::Table table = direction == Direction::kIncoming ? kv::Table::kTos : kv::Table::kTso;
  auto csr = std::make_shared<CsrAdjacency>();
  std::string begin;
  append_u32(begin, raw(type));
  const std::string end = prefix_end(begin);
  kv::Entries entries;
  do {
    const kv::Range range{begin, end};
    DOSSIER_RETURN_IF_ERROR(view.read(table, std::span(&range, 1), {kBatch, true}, entries));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string_view key = entries.key(i);
      if (key.size() != kEdgeKeySize) return corruption("a key of the adjacency orders is damaged");
      const std::uint64_t source = load_u64(key.data() + 4);
      if (csr->sources_.empty() || csr->sources_.back() != source) {
        csr->sources_.push_back(source);
        csr->offsets_.push_back(csr->nodes_.size());
      }
      csr->nodes_.push_back(load_u64(key.data() + 12));
      csr->relationships_.push_back(load_u64(key.data() + 20));
    }
    if (entries.size() > 0) begin = std::string(entries.key(entries.size() - 1)) + '\0';
  } while (entries.stopped());
  csr->offsets_.push_back(csr->nodes_.size());
  csr->index_sources();
  return std::shared_ptr<const CsrAdjacency>(std::move(csr));
}

void CsrAdjacency::index_sources() {
  for (auto* column : {&sources_, &offsets_, &nodes_, &relationships_}) column->shrink_to_fit();
  if (sources_.empty()) return;
  const std::uint64_t span = sources_.back() - sources_.front() + 1;
  if (span > kSpanFactor * sources_.size()) return;
  positions_.assign(span, kNone);
  for (std::size_t i = 0; i < sources_.size(); ++i) positions_[sources_[i] - sources_.front()] = static_cast<std::uint32_t>(i);
}

Adjacency::Row CsrAdjacency::row_at(std::size_t source) const {
  const std::size_t begin = offsets_[source], size = offsets_[source + 1] - begin;
  return {std::span(nodes_).subspan(begin, size), std::span(relationships_).subspan(begin, size)};
}

Adjacency::Row CsrAdjacency::row(NodeId node) const {
  const std::uint64_t id = raw(node);
  if (sources_.empty() || id < sources_.front() || id > sources_.back()) return {};
  if (!positions_.empty()) {
    const std::uint32_t position = positions_[id - sources_.front()];
    return position == kNone ? Row{} : row_at(position);
  }
  const auto at = std::lower_bound(sources_.begin(), sources_.end(), id);
  return *at == id ? row_at(static_cast<std::size_t>(at - sources_.begin())) : Row{};
}

std::uint64_t CsrAdjacency::bytes() const {
  return (sources_.size() + offsets_.size() + nodes_.size() + relationships_.size()) * 8 + positions_.size() * 4;
}

}  // namespace dossier::graph
