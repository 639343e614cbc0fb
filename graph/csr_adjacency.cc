// Rows of the sources that have any, found through a bit map over the span of their ids where that is not much larger than
// the list of sources itself, else by binary search.
//
//   sources  3   7   9          bits (from 3)  1000101, none below     rank of 9: 2 bits are set before its own
//   offsets  0   2   3   6      row(7) = [offsets[1], offsets[2]) of nodes and relationships
//
// Ids take 4 bytes while they fit. A bulk import numbers relationships in the order of tso: from start to end they are one
// run, which takes none. So a relationship takes 4 or 8 bytes, and a node that has any 8 and up to 8 for the bit map.
#include "graph/csr_adjacency.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <tuple>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/tasks.h"

namespace dossier::graph {
namespace {
constexpr std::size_t kBatch = 1 << 16;
constexpr std::uint64_t kSpanFactor = 32;
constexpr std::size_t kPartsAThread = 8;

// What the keys of tso and tos with that source begin with.
std::string typed_prefix(TypeId type, NodeId source) {
  std::string key;
  append_u32(key, raw(type));
  append_u64(key, raw(source));
  return key;
}

// Without the instruction, which not every processor of the architecture has.
unsigned count_bits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  return static_cast<unsigned>(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U >> 56);
}
}  // namespace

Result<std::shared_ptr<const CsrAdjacency>> CsrAdjacency::build(const View& view, TypeId type,
                                                                Direction direction, std::size_t threads) {
  const kv::Table table = direction == Direction::kIncoming ? kv::Table::kTos : kv::Table::kTso;
  auto csr = std::make_shared<CsrAdjacency>();
  std::string begin;
  append_u32(begin, raw(type));
  DOSSIER_RETURN_IF_ERROR(threads > 1 ? csr->read_parts(view, table, type, threads)
                                      : csr->read(view, table, begin, prefix_end(begin)));
  csr->finish();
  return std::shared_ptr<const CsrAdjacency>(std::move(csr));
}

Status CsrAdjacency::read(const View& view, kv::Table table, std::string begin, const std::string& end) {
  kv::Entries entries;
  do {
    const kv::Range range{begin, end};
    DOSSIER_RETURN_IF_ERROR(view.read(table, std::span(&range, 1), {kBatch, true}, entries));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string_view key = entries.key(i);
      if (key.size() != kEdgeKeySize) return corruption("a key of the adjacency orders is damaged");
      const std::uint64_t source = load_u64(key.data() + 4);
      if (sources_.empty() || sources_.back() != source) {
        sources_.push_back(source);
        offsets_.push_back(nodes_.size());
      }
      append_edge(load_u64(key.data() + 12), load_u64(key.data() + 20));
    }
    if (entries.size() > 0) begin = std::string(entries.key(entries.size() - 1)) + '\0';
  } while (entries.stopped());
  offsets_.push_back(nodes_.size());
  return {};
}

// Ranges of sources, more than threads: some have many more relationships than others.
Status CsrAdjacency::read_parts(const View& view, kv::Table table, TypeId type, std::size_t threads) {
  const std::size_t count = threads * kPartsAThread;
  const std::uint64_t width = view.commit().next_node / count + 1;
  std::vector<CsrAdjacency> parts(count);
  std::vector<std::function<Status()>> tasks;
  for (std::size_t i = 0; i < count; ++i) {
    tasks.emplace_back([&view, &part = parts[i], table, type, first = i * width, width] {
      const auto bound = [type](std::uint64_t node) { return typed_prefix(type, NodeId{node}); };
      return part.read(view, table, bound(first), bound(first + width));
    });
  }
  DOSSIER_RETURN_IF_ERROR(run_tasks(tasks, threads));
  std::size_t edges = 0;
  for (const CsrAdjacency& part : parts) edges += part.nodes_.size();
  nodes_.reserve(edges);
  for (CsrAdjacency& part : parts) {
    append_rows(part, 0, part.sources_.size());
    part = {};
  }
  offsets_.push_back(nodes_.size());
  return {};
}

// Rows that no change touches are copied in runs. Of several changes of one relationship the last counts.
std::shared_ptr<const CsrAdjacency> CsrAdjacency::patched(std::vector<EdgeChange> changes) const {
  const auto place = [](const EdgeChange& c) { return std::tie(c.source, c.node, c.relationship); };
  std::stable_sort(changes.begin(), changes.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  auto csr = std::make_shared<CsrAdjacency>();
  csr->sources_.reserve(sources_.size() + changes.size()),
      csr->offsets_.reserve(sources_.size() + changes.size() + 1);
  csr->nodes_.reserve(nodes_.size() + changes.size());
  std::size_t copied = 0;  // sources of this one that are done
  for (std::size_t begin = 0, end = 0; begin < changes.size(); begin = end) {
    const std::uint64_t source = changes[begin].source;
    while (end < changes.size() && changes[end].source == source) ++end;
    const std::size_t position = sources_.all().lower_bound(source, copied, sources_.size());
    csr->append_rows(*this, copied, position);
    const bool known = position < sources_.size() && sources_[position] == source;
    copied = position + (known ? 1 : 0);
    const std::size_t before = csr->nodes_.size();
    csr->append_row(known ? row_of_source(position) : Row{}, std::span(changes).subspan(begin, end - begin));
    if (csr->nodes_.size() == before) continue;
    csr->sources_.push_back(source);
    csr->offsets_.push_back(before);
  }
  csr->append_rows(*this, copied, sources_.size());
  csr->offsets_.push_back(csr->nodes_.size());
  csr->finish();
  return csr;
}

// While they are a run, only the first is kept.
void CsrAdjacency::append_edge(std::uint64_t node, std::uint64_t relationship) {
  if (nodes_.empty()) first_relationship_ = relationship;
  if (is_run_ && relationship != first_relationship_ + nodes_.size()) {
    relationships_.append(IdSpan::run(first_relationship_, nodes_.size()));
    is_run_ = false;
  }
  if (!is_run_) relationships_.push_back(relationship);
  nodes_.push_back(node);
}

void CsrAdjacency::append_rows(const CsrAdjacency& from, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  const std::size_t first = from.offsets_[begin], size = from.offsets_[end] - first, here = nodes_.size();
  sources_.append(from.sources_.span(begin, end - begin));
  offsets_.append(from.offsets_.span(begin, end - begin), here - first);
  const IdSpan nodes = from.nodes_.span(first, size), relationships = from.relationships(first, size);
  for (std::size_t i = 0; i < size; ++i) append_edge(nodes[i], relationships[i]);
}

void CsrAdjacency::append_row(const Row& old, std::span<const EdgeChange> changes) {
  std::size_t i = 0;
  for (std::size_t c = 0; c < changes.size(); ++c) {
    const EdgeChange& change = changes[c];
    if (c + 1 < changes.size() && changes[c + 1].node == change.node &&
        changes[c + 1].relationship == change.relationship)
      continue;
    const auto order = [&] {
      return std::pair(old.nodes[i], old.relationships[i]) <=> std::pair(change.node, change.relationship);
    };
    for (; i < old.nodes.size() && order() < 0; ++i) append_edge(old.nodes[i], old.relationships[i]);
    if (i < old.nodes.size() && order() == 0) ++i;
    if (!change.erased) append_edge(change.node, change.relationship);
  }
  for (; i < old.nodes.size(); ++i) append_edge(old.nodes[i], old.relationships[i]);
}

void CsrAdjacency::finish() {
  for (auto* column : {&sources_, &offsets_, &nodes_, &relationships_}) column->shrink_to_fit();
  if (sources_.empty()) return;
  const std::uint64_t span = sources_.back() - sources_.front() + 1;
  if (span / kSpanFactor > sources_.size()) return;
  words_.assign(span / 64 + 1, {0, 0});
  for (const std::uint64_t source : sources_.all()) {
    const std::uint64_t place = source - sources_.front();
    words_[place / 64].bits |= std::uint64_t{1} << place % 64;
  }
  std::uint64_t rank = 0;
  for (Word& word : words_) {
    word.rank = rank;
    rank += count_bits(word.bits);
  }
}

std::size_t CsrAdjacency::position(std::uint64_t id) const {
  if (sources_.empty() || id < sources_.front()) return kNone;
  if (words_.empty()) {
    const std::size_t at = sources_.all().lower_bound(id);
    return at < sources_.size() && sources_[at] == id ? at : kNone;
  }
  const std::uint64_t place = id - sources_.front();
  if (place / 64 >= words_.size()) return kNone;
  const Word& word = words_[place / 64];
  const std::uint64_t bit = std::uint64_t{1} << place % 64;
  return (word.bits & bit) != 0 ? word.rank + count_bits(word.bits & (bit - 1)) : kNone;
}

IdSpan CsrAdjacency::relationships(std::size_t begin, std::size_t size) const {
  return is_run_ ? IdSpan::run(first_relationship_ + begin, size) : relationships_.span(begin, size);
}

Adjacency::Row CsrAdjacency::row_of_source(std::size_t i) const {
  const std::size_t begin = offsets_[i], size = offsets_[i + 1] - begin;
  return {nodes_.span(begin, size), relationships(begin, size)};
}

Adjacency::Row CsrAdjacency::row(NodeId node) const {
  const std::size_t at = position(raw(node));
  return at == kNone ? Row{} : row_of_source(at);
}

std::uint64_t CsrAdjacency::bytes() const {
  return sources_.bytes() + offsets_.bytes() + nodes_.bytes() + relationships_.bytes() +
         words_.capacity() * sizeof(Word);
}

}  // namespace dossier::graph
