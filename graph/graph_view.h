// The graph over a view of keys: everything that Reader promises, once, for snapshots and transactions.
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "dossier/graph/reader.h"
#include "graph/csr_adjacency.h"
#include "graph/name_index.h"
#include "graph/property_chunk.h"
#include "graph/record_codec.h"
#include "graph/statistics.h"
#include "graph/view.h"

namespace dossier::graph {

/// Names that a transaction has made and not committed; ids go on where its commit's end.
struct NewNames {
  struct Space {
    std::deque<std::string> names;
    std::unordered_map<std::string_view, std::uint32_t> ids;
  };
  std::array<Space, kNameSpaces> spaces;
};

/// The columns of one property that a view has used, by chunk; they are looked up without a lock.
struct HeldColumns {
  kv::Table table;
  KeyId key;
  std::vector<std::atomic<const PropertyColumn*>> chunks;
  std::vector<std::shared_ptr<const PropertyColumn>> owners;
};

/// See Reader for what each function promises.
class GraphView {
 public:
  GraphView(std::shared_ptr<const Commit> commit, const Overlay* overlay, const NewNames* new_names)
      : view_(std::move(commit), overlay), new_names_(new_names) {}

  const View& view() const { return view_; }

  std::optional<std::uint32_t> find_name(NameSpace space, std::string_view name) const;
  std::string_view name_of(NameSpace space, std::uint32_t id) const;
  std::vector<std::string> names(NameSpace space) const;

  Result<StoredNode> stored_node(NodeId id) const;
  Result<StoredRelationship> stored_relationship(RelationshipId id) const;
  Result<Value> node_property(NodeId id, KeyId key) const;
  Result<Value> relationship_property(RelationshipId id, KeyId key) const;
  Status node_properties(std::span<const NodeId> ids, KeyId key, std::vector<Value>& out) const;
  Status relationship_properties(std::span<const RelationshipId> ids, KeyId key,
                                 std::vector<Value>& out) const;
  Status borrow_properties(kv::Table table, std::span<const std::uint64_t> ids, KeyId key,
                           BorrowedValues& out) const;
  Result<bool> has_label(NodeId id, LabelId label) const;

  Status scan_nodes(NodeId from, std::size_t limit, std::vector<NodeId>& out) const;
  Status scan_label(LabelId label, NodeId from, std::size_t limit, std::vector<NodeId>& out) const;
  Status scan_relationships(RelationshipId from, std::size_t limit, std::vector<RelationshipId>& out) const;

  Status expand(std::span<const NodeId> frontier, Direction direction, std::span<const TypeId> types,
                Neighbours& out) const;
  Result<std::uint64_t> degree(NodeId node, Direction direction, std::span<const TypeId> types) const;
  Result<const Adjacency*> adjacency(TypeId type, Direction direction) const;

  Result<std::vector<NameHit>> find_by_name(std::string_view name) const;
  Result<std::vector<NodeId>> find_by_exact_name(std::string_view name) const;

  bool has_index(KeyId key) const;
  Result<std::vector<NodeId>> find_by_property(KeyId key, const Value& value) const;

  Result<std::vector<Evidence>> evidence(RelationshipId id) const;
  Result<Sentence> sentence(ArticleId article, std::uint32_t number) const;
  Result<std::optional<NodeId>> claimant(RelationshipId id) const;
  Result<std::vector<SentenceHit>> search(std::string_view text,
                                          const std::function<Status()>& proceed) const;

  std::uint64_t counter(const std::string& key) const;

 private:
  Result<std::string> record_bytes(kv::Table table, std::uint64_t id, const char* what) const;

  std::shared_ptr<const CsrAdjacency> adjacency_at_hand(TypeId type, Direction direction,
                                                        std::size_t nodes) const;
  Status expand_from_memory(std::span<const NodeId> frontier,
                            std::span<const std::shared_ptr<const CsrAdjacency>> adjacencies,
                            std::span<const TypeId> types, Neighbours& out) const;
  std::shared_ptr<const std::vector<NodeId>> label_at_hand(LabelId label, std::size_t limit) const;
  const PropertyColumn* column_of(kv::Table table, std::uint64_t chunk, KeyId key, std::size_t reads,
                                  std::shared_ptr<const PropertyColumn>& passing) const;
  HeldColumns& held_columns(kv::Table table, KeyId key) const;

  View view_;
  const NewNames* new_names_;
  // Adjacencies that were given out as pointers live as long as this view.
  mutable std::mutex mutex_;
  mutable std::vector<std::shared_ptr<const CsrAdjacency>> held_;
  mutable std::vector<std::unique_ptr<HeldColumns>> columns_;
  mutable std::uint64_t held_bytes_ = 0;
  mutable std::shared_ptr<const std::vector<NodeId>> label_nodes_;  // of the label that was scanned last
  mutable LabelId label_{};
};

template <typename Id>
std::span<const std::uint64_t> raw_ids(std::span<const Id> ids) {
  static_assert(sizeof(Id) == sizeof(std::uint64_t));
  return {reinterpret_cast<const std::uint64_t*>(ids.data()), ids.size()};
}

/// What a node's name and aliases put into the `name` table. Titles may be left out of the names of persons and of
/// what has no label.
NameEntries name_entries_of(const GraphView& graph, NodeId id, const StoredNode& node);

/// Implements Base's reading half (Reader or Transaction) by a GraphView.
template <typename Base>
class ReaderOver : public Base {
 public:
  std::optional<LabelId> find_label(std::string_view name) const override {
    return typed<LabelId>(graph().find_name(NameSpace::kLabel, name));
  }
  std::optional<TypeId> find_type(std::string_view name) const override {
    return typed<TypeId>(graph().find_name(NameSpace::kType, name));
  }
  std::optional<KeyId> find_key(std::string_view name) const override {
    return typed<KeyId>(graph().find_name(NameSpace::kKey, name));
  }
  std::string_view label_name(LabelId id) const override {
    return graph().name_of(NameSpace::kLabel, raw(id));
  }
  std::string_view type_name(TypeId id) const override { return graph().name_of(NameSpace::kType, raw(id)); }
  std::string_view key_name(KeyId id) const override { return graph().name_of(NameSpace::kKey, raw(id)); }
  std::vector<std::string> labels() const override { return graph().names(NameSpace::kLabel); }
  std::vector<std::string> types() const override { return graph().names(NameSpace::kType); }
  std::vector<std::string> keys() const override { return graph().names(NameSpace::kKey); }

  Result<NodeRecord> node(NodeId id) const override {
    auto stored = graph().stored_node(id);
    if (!stored.ok()) return stored.status();
    return std::move(stored->record);
  }
  Result<RelationshipRecord> relationship(RelationshipId id) const override {
    auto stored = graph().stored_relationship(id);
    if (!stored.ok()) return stored.status();
    return std::move(stored->record);
  }
  Result<Value> node_property(NodeId id, KeyId key) const override { return graph().node_property(id, key); }
  Result<Value> relationship_property(RelationshipId id, KeyId key) const override {
    return graph().relationship_property(id, key);
  }
  Status node_properties(std::span<const NodeId> ids, KeyId key, std::vector<Value>& out) const override {
    return graph().node_properties(ids, key, out);
  }
  Status relationship_properties(std::span<const RelationshipId> ids, KeyId key,
                                 std::vector<Value>& out) const override {
    return graph().relationship_properties(ids, key, out);
  }
  Status borrow_properties(std::span<const NodeId> ids, KeyId key, BorrowedValues& out) const override {
    return graph().borrow_properties(kv::Table::kNode, raw_ids(ids), key, out);
  }
  Status borrow_properties(std::span<const RelationshipId> ids, KeyId key,
                           BorrowedValues& out) const override {
    return graph().borrow_properties(kv::Table::kRel, raw_ids(ids), key, out);
  }
  Result<bool> has_label(NodeId id, LabelId label) const override { return graph().has_label(id, label); }

  Status scan_nodes(NodeId from, std::size_t limit, std::vector<NodeId>& out) const override {
    return graph().scan_nodes(from, limit, out);
  }
  Status scan_label(LabelId label, NodeId from, std::size_t limit, std::vector<NodeId>& out) const override {
    return graph().scan_label(label, from, limit, out);
  }
  Status scan_relationships(RelationshipId from, std::size_t limit,
                            std::vector<RelationshipId>& out) const override {
    return graph().scan_relationships(from, limit, out);
  }
  std::uint64_t node_bound() const override {
    return graph().view().has_overlay() ? 0 : graph().view().commit().next_node;
  }
  Status expand(std::span<const NodeId> frontier, Direction direction, std::span<const TypeId> types,
                Neighbours& out) const override {
    return graph().expand(frontier, direction, types, out);
  }
  Result<std::uint64_t> degree(NodeId node, Direction direction,
                               std::span<const TypeId> types) const override {
    return graph().degree(node, direction, types);
  }
  Result<const Adjacency*> adjacency(TypeId type, Direction direction) const override {
    return graph().adjacency(type, direction);
  }
  Result<std::vector<NameHit>> find_by_name(std::string_view name) const override {
    return graph().find_by_name(name);
  }
  Result<std::vector<NodeId>> find_by_exact_name(std::string_view name) const override {
    return graph().find_by_exact_name(name);
  }
  bool has_index(KeyId key) const override { return graph().has_index(key); }
  Result<std::vector<NodeId>> find_by_property(KeyId key, const Value& value) const override {
    return graph().find_by_property(key, value);
  }
  Result<std::vector<Evidence>> evidence(RelationshipId id) const override { return graph().evidence(id); }
  Result<Sentence> sentence(ArticleId article, std::uint32_t number) const override {
    return graph().sentence(article, number);
  }
  Result<std::optional<NodeId>> claimant(RelationshipId id) const override { return graph().claimant(id); }
  Result<std::vector<SentenceHit>> search(std::string_view text,
                                          const std::function<Status()>& proceed) const override {
    return graph().search(text, proceed);
  }
  std::uint64_t node_count() const override { return graph().counter(counter_key(Counter::kNodes)); }
  std::uint64_t node_count(LabelId label) const override {
    return graph().counter(counter_key(Counter::kNodesOfLabel, raw(label)));
  }
  std::uint64_t relationship_count() const override {
    return graph().counter(counter_key(Counter::kRelationships));
  }
  std::uint64_t relationship_count(TypeId type) const override {
    return graph().counter(counter_key(Counter::kRelationshipsOfType, raw(type)));
  }
  std::uint64_t distinct_nodes(TypeId type, Direction direction) const override {
    const Counter kind = direction == Direction::kIncoming ? Counter::kEndsOfType : Counter::kStartsOfType;
    return graph().counter(counter_key(kind, raw(type)));
  }

 protected:
  virtual const GraphView& graph() const = 0;

 private:
  template <typename Id>
  static std::optional<Id> typed(std::optional<std::uint32_t> id) {
    if (!id) return std::nullopt;
    return Id{*id};
  }
};

}  // namespace dossier::graph
