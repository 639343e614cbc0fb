// Nodes and relationships as results show them.
#pragma once

#include <optional>
#include <utility>

#include "dossier/graph/reader.h"

namespace dossier::query {

/// A node that the query has deleted is shown without labels and properties.
inline Result<graph::NodeRecord> node_or_empty(graph::NodeId id, const graph::Reader& reader) {
  Result<graph::NodeRecord> record = reader.node(id);
  if (!record.ok() && record.status().code() == StatusCode::kNotFound) return graph::NodeRecord{};
  return record;
}

/// Nothing for a relationship that the query has deleted.
inline Result<std::optional<graph::RelationshipRecord>> find_relationship(graph::RelationshipId id,
                                                                          const graph::Reader& reader) {
  using Found = std::optional<graph::RelationshipRecord>;
  Result<graph::RelationshipRecord> record = reader.relationship(id);
  if (record.ok()) return Found(*std::move(record));
  if (record.status().code() == StatusCode::kNotFound) return Found();
  return record.status();
}

}  // namespace dossier::query
