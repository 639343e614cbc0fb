// Records of nodes and relationships <-> bytes. Beside what a query sees they keep who wrote it, so that taking an
// article back leaves what people wrote.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/result.h"

namespace dossier::graph {

/// Who stands behind a record or a property of it.
struct Authorship {
  bool by_person = false;       // a person created it
  bool by_article = false;      // articles contribute to it
  std::vector<KeyId> keys;      // sorted: properties that a person set or removed
  std::vector<LabelId> labels;  // sorted: labels that a person added or removed; of nodes only

  bool touched_by_person() const { return by_person || !keys.empty() || !labels.empty(); }
  bool operator==(const Authorship&) const = default;
};

struct StoredNode {
  NodeRecord record;
  Authorship author;
};

struct StoredRelationship {
  RelationshipRecord record;
  Authorship author;
  std::optional<NodeId> claimant;  // on whose word it stands
};

Result<std::string> encode_node(const StoredNode& node);
Result<StoredNode> decode_node(std::string_view bytes);
Result<std::string> encode_relationship(const StoredRelationship& relationship);
Result<StoredRelationship> decode_relationship(std::string_view bytes);
/// Appends what encode_relationship gives for one that a person makes; properties ascending by key, without nulls.
Status append_new_relationship(std::string& out, NodeId start, TypeId type, NodeId end,
                               std::span<const Properties::value_type> properties);

/// One property without building the rest; null where there is none.
Result<Value> decode_node_property(std::string_view bytes, KeyId key);
Result<Value> decode_relationship_property(std::string_view bytes, KeyId key);

/// Calls `found` with each property whose key `wants` agrees to.
Status visit_node_properties(std::string_view bytes, const std::function<bool(KeyId)>& wants,
                             const std::function<void(KeyId, Value)>& found);
Status visit_relationship_properties(std::string_view bytes, const std::function<bool(KeyId)>& wants,
                                     const std::function<void(KeyId, Value)>& found);
Result<bool> decode_has_label(std::string_view bytes, LabelId label);

/// The value at a key of sorted properties, or null.
const Value* find_property(const Properties& properties, KeyId key);
/// Sets, or with null removes. True if anything changed.
bool set_property(Properties& properties, KeyId key, const Value& value);
/// Inserts into or removes from a sorted vector. True if it changed.
template <typename T>
bool insert_sorted(std::vector<T>& sorted, const T& value);
template <typename T>
bool erase_sorted(std::vector<T>& sorted, const T& value);

}  // namespace dossier::graph

#include <algorithm>

namespace dossier::graph {

template <typename T>
bool insert_sorted(std::vector<T>& sorted, const T& value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at != sorted.end() && *at == value) return false;
  sorted.insert(at, value);
  return true;
}

template <typename T>
bool erase_sorted(std::vector<T>& sorted, const T& value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at == sorted.end() || *at != value) return false;
  sorted.erase(at);
  return true;
}

}  // namespace dossier::graph
