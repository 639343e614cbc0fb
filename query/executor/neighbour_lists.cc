#include "query/executor/neighbour_lists.h"

#include "dossier/status_macros.h"

namespace dossier::query {

static_assert(sizeof(graph::NodeId) == sizeof(std::uint64_t) && sizeof(graph::RelationshipId) == sizeof(std::uint64_t));

Status NeighbourLists::prepare() {
  types_ = resolve_types(context_.reader, names_);
  adjacency_ = nullptr;
  if (types_.ids.size() != 1 || direction_ == graph::Direction::kBoth) return {};
  const auto relationships = static_cast<double>(context_.reader.relationship_count(types_.ids[0]));
  if (expected_rows_ < kWorthBuilding && expected_rows_ * kRelationshipsAList < relationships) return {};
  DOSSIER_ASSIGN_OR_RETURN(adjacency_, context_.reader.adjacency(types_.ids[0], direction_));
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

Status NeighbourLists::degrees(std::span<const graph::NodeId> nodes, std::vector<std::uint64_t>& out) {
  out.assign(nodes.size(), 0);
  if (types_.none) return {};
  if (adjacency_) {
    for (std::size_t i = 0; i < nodes.size(); ++i) out[i] = adjacency_->row(nodes[i]).nodes.size();
    return {};
  }
  DOSSIER_RETURN_IF_ERROR(context_.reader.expand(nodes, direction_, types_.ids, found_));
  for (std::size_t i = 0; i < nodes.size(); ++i) out[i] = found_.offsets[i + 1] - found_.offsets[i];
  return {};
}

}  // namespace dossier::query
