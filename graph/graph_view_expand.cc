// Expansion by range reads: a range a (node, type), all of a frontier in one batch. With both directions the two
// groups of a node, each ascending, are merged; a loop is in both orders and is taken from the outgoing one.
#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/graph_view.h"
#include "graph/key_codec.h"
#include "graph/read_cache.h"

namespace dossier::graph {
namespace {

struct Edge {
  TypeId type;
  NodeId other;
  RelationshipId relationship;
  auto operator<=>(const Edge&) const = default;
};

Result<Edge> decode_edge(std::string_view key) {
  if (key.size() != kEdgeKeySize) return corruption("a key of the adjacency orders is damaged");
  return Edge{TypeId{load_u32(key.data() + 8)}, NodeId{load_u64(key.data() + 12)},
              RelationshipId{load_u64(key.data() + 20)}};
}

// The ranges of a frontier, with the keys that they point into.
class Ranges {
 public:
  Ranges(std::span<const NodeId> frontier, std::span<const TypeId> types) {
    const std::size_t count = frontier.size() * std::max<std::size_t>(types.size(), 1);
    keys_.reserve(count * 2);
    for (const NodeId node : frontier) {
      if (types.empty()) add(id_key(raw(node)));
      for (const TypeId type : types) {
        std::string prefix = id_key(raw(node));
        append_u32(prefix, raw(type));
        add(std::move(prefix));
      }
    }
    for (std::size_t i = 0; i < keys_.size(); i += 2) ranges_.push_back({keys_[i], keys_[i + 1]});
  }
  std::span<const kv::Range> all() const { return ranges_; }

 private:
  void add(std::string prefix) {
    std::string end = prefix_end(prefix);
    keys_.push_back(std::move(prefix));
    keys_.push_back(std::move(end));
  }
  std::vector<std::string> keys_;
  std::vector<kv::Range> ranges_;
};

void append(const Edge& edge, Neighbours& out) {
  out.types.push_back(edge.type);
  out.nodes.push_back(edge.other);
  out.relationships.push_back(edge.relationship);
}

std::vector<TypeId> distinct(std::span<const TypeId> types) {
  std::vector<TypeId> sorted(types.begin(), types.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

Status expand_one_way(const View& view, kv::Table table, std::span<const NodeId> frontier,
                      std::span<const TypeId> types, Neighbours& out) {
  const Ranges ranges(frontier, types);
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read(table, ranges.all(), {SIZE_MAX, true}, entries));
  const std::size_t groups_per_node = std::max<std::size_t>(types.size(), 1);
  for (std::size_t node = 0; node < frontier.size(); ++node) {
    const std::size_t end = entries.offset((node + 1) * groups_per_node);
    for (std::size_t i = entries.offset(node * groups_per_node); i < end; ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const Edge edge, decode_edge(entries.key(i)));
      append(edge, out);
    }
    out.offsets.push_back(static_cast<std::uint32_t>(out.nodes.size()));
  }
  return {};
}

// Of an adjacency snapshot: 8 a relationship, and of a node that has any its id, its offset and some of the bit map.
std::uint64_t expected_bytes(const GraphView& graph, TypeId type, Direction direction) {
  const Counter nodes = direction == Direction::kIncoming ? Counter::kEndsOfType : Counter::kStartsOfType;
  return graph.counter(counter_key(Counter::kRelationshipsOfType, raw(type))) * 8 +
         graph.counter(counter_key(nodes, raw(type))) * 12;
}

std::vector<Edge> group_of(const Neighbours& neighbours, std::size_t group) {
  std::vector<Edge> edges;
  for (std::size_t i = neighbours.offsets[group]; i < neighbours.offsets[group + 1]; ++i) {
    edges.push_back({neighbours.types[i], neighbours.nodes[i], neighbours.relationships[i]});
  }
  return edges;
}

}  // namespace

Status GraphView::expand(std::span<const NodeId> frontier, Direction direction, std::span<const TypeId> types,
                         Neighbours& out) const {
  out.clear();
  out.offsets.push_back(0);
  const std::vector<TypeId> sorted = distinct(types);
  if (direction != Direction::kBoth && !sorted.empty()) {
    std::vector<std::shared_ptr<const CsrAdjacency>> adjacencies;
    for (const TypeId type : sorted) {
      auto adjacency = adjacency_at_hand(type, direction, frontier.size());
      if (adjacency == nullptr) break;
      adjacencies.push_back(std::move(adjacency));
    }
    if (adjacencies.size() == sorted.size()) return expand_from_memory(frontier, adjacencies, sorted, out);
  }
  if (direction != Direction::kBoth) {
    const kv::Table table = direction == Direction::kOutgoing ? kv::Table::kSpo : kv::Table::kOps;
    DOSSIER_RETURN_IF_ERROR(expand_one_way(view_, table, frontier, sorted, out));
    if (!view_.has_overlay() && sorted.size() == 1) {
      view_.commit().cache->add_reads(sorted[0], direction, out.nodes.size());
    }
    return {};
  }

  Neighbours outgoing, incoming;
  DOSSIER_RETURN_IF_ERROR(expand(frontier, Direction::kOutgoing, sorted, outgoing));
  DOSSIER_RETURN_IF_ERROR(expand(frontier, Direction::kIncoming, sorted, incoming));
  for (std::size_t i = 0; i < frontier.size(); ++i) {
    std::vector<Edge> from = group_of(outgoing, i), to = group_of(incoming, i), all;
    std::erase_if(to, [&](const Edge& edge) { return edge.other == frontier[i]; });
    std::merge(from.begin(), from.end(), to.begin(), to.end(), std::back_inserter(all));
    for (const Edge& edge : all) append(edge, out);
    out.offsets.push_back(static_cast<std::uint32_t>(out.nodes.size()));
  }
  return {};
}

// The adjacency of a type if it is there, or if so many nodes have been expanded without it that it is built now.
std::shared_ptr<const CsrAdjacency> GraphView::adjacency_at_hand(TypeId type, Direction direction,
                                                                 std::size_t nodes) const {
  if (view_.has_overlay()) return nullptr;
  ReadCache& cache = *view_.commit().cache;
  if (auto found = cache.find_adjacency(type, direction, view_.commit().snapshot->version())) return found;
  const auto count = [&] { return counter(counter_key(Counter::kRelationshipsOfType, raw(type))); };
  if (!cache.worth_building(type, direction, nodes, count)) return nullptr;
  auto built = cache.adjacency(view_, type, direction, expected_bytes(*this, type, direction));
  return built.ok() ? *std::move(built) : nullptr;  // an error comes again from the range read
}

Status GraphView::expand_from_memory(std::span<const NodeId> frontier,
                                     std::span<const std::shared_ptr<const CsrAdjacency>> adjacencies,
                                     std::span<const TypeId> types, Neighbours& out) const {
  for (const NodeId node : frontier) {
    for (std::size_t t = 0; t < types.size(); ++t) {
      const Adjacency::Row row = adjacencies[t]->row(node);
      for (const std::uint64_t other : row.nodes) out.nodes.push_back(NodeId{other});
      for (const std::uint64_t relationship : row.relationships)
        out.relationships.push_back(RelationshipId{relationship});
      out.types.insert(out.types.end(), row.nodes.size(), types[t]);
    }
    out.offsets.push_back(static_cast<std::uint32_t>(out.nodes.size()));
  }
  return {};
}

Result<std::uint64_t> GraphView::degree(NodeId node, Direction direction,
                                        std::span<const TypeId> types) const {
  Neighbours neighbours;
  DOSSIER_RETURN_IF_ERROR(expand(std::span(&node, 1), direction, types, neighbours));
  return neighbours.nodes.size();
}

Result<const Adjacency*> GraphView::adjacency(TypeId type, Direction direction) const {
  if (view_.has_overlay() || direction == Direction::kBoth) return nullptr;
  const std::uint64_t bytes = expected_bytes(*this, type, direction);
  DOSSIER_ASSIGN_OR_RETURN(std::shared_ptr<const CsrAdjacency> found,
                           view_.commit().cache->adjacency(view_, type, direction, bytes));
  if (found == nullptr) return nullptr;
  const std::lock_guard lock(mutex_);
  if (std::find(held_.begin(), held_.end(), found) == held_.end()) held_.push_back(found);
  return found.get();
}

}  // namespace dossier::graph
