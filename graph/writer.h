// The writes of one transaction: records, and every table derived from them, into an overlay.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/core.h"
#include "graph/graph_view.h"
#include "graph/name_index.h"

namespace dossier::graph {

/// Keeps records, label and name entries, the four orders and the counters in step.
///
/// Errors   as Transaction: NotFound for missing ids; nothing is half done after an error.
class Writer {
 public:
  /// For whoever has the core's turn.
  explicit Writer(Core& core);

  const GraphView& graph() const { return graph_; }
  std::uint32_t intern(NameSpace space, std::string_view name);
  KeyId key(std::string_view name) { return KeyId{intern(NameSpace::kKey, name)}; }
  LabelId label(std::string_view name) { return LabelId{intern(NameSpace::kLabel, name)}; }
  TypeId type(std::string_view name) { return TypeId{intern(NameSpace::kType, name)}; }

  Result<NodeId> create_node(StoredNode node);
  Result<RelationshipId> create_relationship(StoredRelationship relationship);
  Status replace_node(NodeId id, const StoredNode& before, const StoredNode& after);
  Status replace_relationship(RelationshipId id, const StoredRelationship& relationship);
  Status remove_relationship(RelationshipId id);
  Status remove_node(NodeId id);  // InvalidArgument while it has relationships
  Result<bool> has_relationships(NodeId id) const;

  Status create_index(KeyId key);
  Status drop_index(KeyId key);

  void count(Counter counter, std::int64_t change) { adjust(counter_key(counter), change); }

  bool is_deleted(kv::Table table, std::uint64_t id) const;
  void put(kv::Table table, std::string key, std::string value) {
    overlay_.put(table, std::move(key), std::move(value));
  }
  void erase(kv::Table table, std::string key) { overlay_.erase(table, std::move(key)); }

  /// Everything written, with new names and the next ids. The names are added to the dictionary.
  std::vector<kv::Write> take_writes(Dictionary& dictionary);

 private:
  void index_node(NodeId id, const StoredNode* before, const StoredNode* after);
  void index_properties(NodeId id, const StoredNode* before, const StoredNode* after);
  Status count_ends(const RelationshipRecord& record, int change);
  Result<bool> has_any(kv::Table table, NodeId node, std::string_view prefix) const;
  void adjust(const std::string& counter, std::int64_t change);
  Status require_node(NodeId id) const;

  Core& core_;
  std::shared_ptr<const Commit> base_;
  Overlay overlay_;
  NewNames new_names_;
  GraphView graph_;
  std::vector<KeyId> indexes_;  // those of this transaction included; ascending
  std::uint64_t first_node_ = 0, next_node_ = 0, next_relationship_ = 0;
};

}  // namespace dossier::graph
