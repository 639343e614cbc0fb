// Rows of the sources that have any, found through a table over the span of their ids where that table is not much
// larger than the sources themselves, else by binary search.
//
//   sources  3   7   9          positions (from 3)  0 - - - 1 - 2
//   offsets  0   2   3   6      row(7) = [offsets[1], offsets[2]) of nodes and relationships
#include "graph/csr_adjacency.h"

#include <algorithm>
#include <compare>
#include <tuple>

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

// Rows that no change touches are copied in runs. Of several changes of one relationship the last counts.
std::shared_ptr<const CsrAdjacency> CsrAdjacency::patched(std::vector<EdgeChange> changes) const {
  const auto place = [](const EdgeChange& c) { return std::tie(c.source, c.node, c.relationship); };
  std::stable_sort(changes.begin(), changes.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  auto csr = std::make_shared<CsrAdjacency>();
  csr->sources_.reserve(sources_.size() + changes.size()), csr->offsets_.reserve(sources_.size() + changes.size() + 1);
  csr->nodes_.reserve(nodes_.size() + changes.size()), csr->relationships_.reserve(nodes_.size() + changes.size());
  std::size_t copied = 0;  // sources of this one that are done
  for (std::size_t begin = 0, end = 0; begin < changes.size(); begin = end) {
    const std::uint64_t source = changes[begin].source;
    while (end < changes.size() && changes[end].source == source) ++end;
    const auto at = std::lower_bound(sources_.begin() + static_cast<std::ptrdiff_t>(copied), sources_.end(), source);
    const auto position = static_cast<std::size_t>(at - sources_.begin());
    csr->append_rows(*this, copied, position);
    const bool known = at != sources_.end() && *at == source;
    copied = position + (known ? 1 : 0);
    const std::size_t before = csr->nodes_.size();
    csr->append_row(known ? row_at(position) : Row{}, std::span(changes).subspan(begin, end - begin));
    if (csr->nodes_.size() == before) continue;
    csr->sources_.push_back(source);
    csr->offsets_.push_back(before);
  }
  csr->append_rows(*this, copied, sources_.size());
  csr->offsets_.push_back(csr->nodes_.size());
  csr->index_sources();
  return csr;
}

void CsrAdjacency::append_rows(const CsrAdjacency& from, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  const std::size_t first = from.offsets_[begin], size = from.offsets_[end] - first, here = nodes_.size();
  for (std::size_t i = begin; i < end; ++i) {
    sources_.push_back(from.sources_[i]);
    offsets_.push_back(from.offsets_[i] - first + here);
  }
  const std::span nodes = std::span(from.nodes_).subspan(first, size);
  const std::span relationships = std::span(from.relationships_).subspan(first, size);
  nodes_.insert(nodes_.end(), nodes.begin(), nodes.end());
  relationships_.insert(relationships_.end(), relationships.begin(), relationships.end());
}

void CsrAdjacency::append_row(const Row& old, std::span<const EdgeChange> changes) {
  std::size_t i = 0;
  const auto append = [&](std::uint64_t node, std::uint64_t relationship) {
    nodes_.push_back(node), relationships_.push_back(relationship);
  };
  for (std::size_t c = 0; c < changes.size(); ++c) {
    const EdgeChange& change = changes[c];
    if (c + 1 < changes.size() && changes[c + 1].node == change.node && changes[c + 1].relationship == change.relationship) continue;
    const auto order = [&] { return std::pair(old.nodes[i], old.relationships[i]) <=> std::pair(change.node, change.relationship); };
    for (; i < old.nodes.size() && order() < 0; ++i) append(old.nodes[i], old.relationships[i]);
    if (i < old.nodes.size() && order() == 0) ++i;
    if (!change.erased) append(change.node, change.relationship);
  }
  for (; i < old.nodes.size(); ++i) append(old.nodes[i], old.relationships[i]);
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
