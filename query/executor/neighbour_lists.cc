#include "query/executor/neighbour_lists.h"

#include <algorithm>

#include "dossier/status_macros.h"

namespace dossier::query {

static_assert(sizeof(graph::NodeId) == sizeof(std::uint64_t) &&
              sizeof(graph::RelationshipId) == sizeof(std::uint64_t));

Status NeighbourLists::prepare() {
  types_ = resolve_types(context_.reader, names_);
  adjacency_ = nullptr;
  parts_.clear();
  if (types_.ids.empty()) return {};
  std::sort(types_.ids.begin(), types_.ids.end());
  types_.ids.erase(std::unique(types_.ids.begin(), types_.ids.end()), types_.ids.end());
  double relationships = 0;
  for (const graph::TypeId type : types_.ids)
    relationships += static_cast<double>(context_.reader.relationship_count(type));
  if (expected_rows_ < kWorthBuilding && expected_rows_ * kRelationshipsAList < relationships) return {};
  for (const graph::TypeId type : types_.ids) {
    for (const auto direction : {graph::Direction::kOutgoing, graph::Direction::kIncoming}) {
      const bool both = direction_ == graph::Direction::kBoth;
      if (direction != direction_ && !both) continue;
      DOSSIER_ASSIGN_OR_RETURN(const graph::Adjacency* part, context_.reader.adjacency(type, direction));
      if (!part) return parts_.clear(), Status();
      parts_.push_back({part, both && direction == graph::Direction::kIncoming});
    }
  }
  if (parts_.size() == 1) adjacency_ = parts_[0].adjacency;
  return {};
}

Result<graph::Adjacency::Row> NeighbourLists::row(graph::NodeId node) {
  if (types_.none) return graph::Adjacency::Row{};
  if (adjacency_) return adjacency_->row(node);
  found_.clear();
  DOSSIER_RETURN_IF_ERROR(context_.reader.expand({&node, 1}, direction_, types_.ids, found_));
  const auto ids = [](const auto& typed) {
    return graph::IdSpan(std::span(reinterpret_cast<const std::uint64_t*>(typed.data()), typed.size()));
  };
  return graph::Adjacency::Row{ids(found_.nodes), ids(found_.relationships)};
}

Status NeighbourLists::degrees(std::span<const graph::NodeId> nodes, std::span<std::uint64_t> out) {
  std::fill(out.begin(), out.end(), 0U);
  if (types_.none) return {};
  if (!parts_.empty()) {
    std::transform(nodes.begin(), nodes.end(), out.begin(),
                   [this](graph::NodeId node) { return degree(node); });
    return {};
  }
  DOSSIER_RETURN_IF_ERROR(context_.reader.expand(nodes, direction_, types_.ids, found_));
  for (std::size_t i = 0; i < nodes.size(); ++i) out[i] = found_.offsets[i + 1] - found_.offsets[i];
  return {};
}

std::uint64_t NeighbourLists::degree(graph::NodeId node) const {
  std::uint64_t sum = 0;
  for (const Part& part : parts_) {
    const graph::IdSpan nodes = part.adjacency->row(node).nodes;
    sum += nodes.size();
    if (!part.second) continue;
    const std::size_t begin = nodes.lower_bound(graph::raw(node));
    sum -= nodes.lower_bound(graph::raw(node) + 1, begin, nodes.size()) - begin;
  }
  return sum;
}

}  // namespace dossier::query
