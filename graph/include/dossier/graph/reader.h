// What can be asked of a graph. A snapshot answers from one commit; a transaction from its snapshot and what it
// has itself written so far. The query engine and the entity linker read through this interface only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/graph/id_span.h"
#include "dossier/graph/ids.h"
#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::graph {

using Properties = std::vector<std::pair<KeyId, Value>>;  // sorted by key id, no nulls

struct NodeRecord {
  std::vector<LabelId> labels;  // sorted
  Properties properties;
};

struct RelationshipRecord {
  NodeId start{}, end{};
  TypeId type{};
  Properties properties;
};

/// The relationships of a batch of nodes, grouped: those of frontier[i] are [offsets[i], offsets[i + 1]).
/// Within one node they ascend by (type, other node, relationship). With kBoth a loop appears once.
struct Neighbours {
  std::vector<std::uint32_t> offsets;
  std::vector<NodeId> nodes;  // the other end
  std::vector<RelationshipId> relationships;
  std::vector<TypeId> types;

  void clear() { offsets.clear(), nodes.clear(), relationships.clear(), types.clear(); }
};

/// One (type, direction) of the graph as a compressed sparse row array in memory.
/// Neighbours of a node ascend by (node, relationship). Empty span for a node that has none.
class DOSSIER_API Adjacency {
 public:
  struct Row {
    IdSpan nodes;
    IdSpan relationships;
  };
  virtual ~Adjacency() = default;
  virtual Row row(NodeId node) const = 0;
  /// All nodes that have at least one neighbour here, ascending.
  virtual IdSpan sources() const = 0;
  /// The row of sources()[i], which need not be searched for.
  virtual Row row_of_source(std::size_t i) const = 0;
  virtual std::uint64_t size() const = 0;   // relationships in it
  virtual std::uint64_t bytes() const = 0;  // of memory that it takes
};

/// Values that lie with the reader where it has them in memory, else here. Valid as long as both.
class BorrowedValues {
 public:
  std::size_t size() const { return values_.size(); }
  const Value& operator[](std::size_t i) const { return *values_[i]; }

  // For readers: `count` values, all null; each is then set to one at hand or made to be owned.
  void start(std::size_t count);
  void set(std::size_t i, const Value* value) { values_[i] = value; }
  void own(std::size_t i, Value value);

 private:
  std::vector<const Value*> values_;
  std::vector<Value> owned_;  // has room for all, so that pointers into it stay
};

enum class NameKind : std::uint8_t { kName, kAlias };
struct NameHit {
  NodeId node;
  NameKind kind;
};

/// One place where an article makes a statement.
struct Evidence {
  ArticleId article{};
  std::uint32_t sentence = 0;        // number in the article, from 0
  std::uint64_t begin = 0, end = 0;  // bytes of the article's text
  float confidence = 0;
  std::string extractor;  // name and version of what read it
};

struct Sentence {
  std::uint64_t begin = 0, end = 0;  // bytes of the article's text
  std::string text;
};

/// A sentence that a search found; the higher the score, the better.
struct SentenceHit {
  ArticleId article{};
  std::uint32_t sentence = 0;
  double score = 0;
};

class DOSSIER_API Reader {
 public:
  virtual ~Reader() = default;

  // Names. An unknown name has no id; ids stay for the life of the store.
  virtual std::optional<LabelId> find_label(std::string_view name) const = 0;
  virtual std::optional<TypeId> find_type(std::string_view name) const = 0;
  virtual std::optional<KeyId> find_key(std::string_view name) const = 0;
  virtual std::string_view label_name(LabelId id) const = 0;
  virtual std::string_view type_name(TypeId id) const = 0;
  virtual std::string_view key_name(KeyId id) const = 0;
  /// All names ever used, in the order of their ids.
  virtual std::vector<std::string> labels() const = 0;
  virtual std::vector<std::string> types() const = 0;
  virtual std::vector<std::string> keys() const = 0;

  // Records. NotFound for an id that is not (any more) in the graph.
  virtual Result<NodeRecord> node(NodeId id) const = 0;
  virtual Result<RelationshipRecord> relationship(RelationshipId id) const = 0;
  /// One property, or null; cheaper than the record. NotFound as above.
  virtual Result<Value> node_property(NodeId id, KeyId key) const = 0;
  virtual Result<Value> relationship_property(RelationshipId id, KeyId key) const = 0;
  /// The same for many ids at once; best when sorted. A missing id gives null.
  virtual Status node_properties(std::span<const NodeId> ids, KeyId key, std::vector<Value>& out) const = 0;
  virtual Status relationship_properties(std::span<const RelationshipId> ids, KeyId key,
                                         std::vector<Value>& out) const = 0;
  /// The same without copying what is in memory.
  virtual Status borrow_properties(std::span<const NodeId> ids, KeyId key, BorrowedValues& out) const;
  virtual Status borrow_properties(std::span<const RelationshipId> ids, KeyId key, BorrowedValues& out) const;
  virtual Result<bool> has_label(NodeId id, LabelId label) const = 0;

  // Scans, ascending by id, resumable: at most `limit` ids >= `from` are appended; fewer mean the end.
  virtual Status scan_nodes(NodeId from, std::size_t limit, std::vector<NodeId>& out) const = 0;
  virtual Status scan_label(LabelId label, NodeId from, std::size_t limit,
                            std::vector<NodeId>& out) const = 0;
  virtual Status scan_relationships(RelationshipId from, std::size_t limit,
                                    std::vector<RelationshipId>& out) const = 0;

  /// Every node's id is below it; 0 where the reader cannot say.
  virtual std::uint64_t node_bound() const { return 0; }

  /// The relationships of many nodes. No types: every type. Best with an ascending frontier.
  virtual Status expand(std::span<const NodeId> frontier, Direction direction, std::span<const TypeId> types,
                        Neighbours& out) const = 0;
  /// The number of relationships that expand would give, without reading them where counters know.
  virtual Result<std::uint64_t> degree(NodeId node, Direction direction,
                                       std::span<const TypeId> types) const = 0;
  /// The adjacency snapshot of one type, built on demand (O(relationships of the type), once a commit) and kept
  /// under the store's memory budget; null where there is none (uncommitted writes, budget, no such backend).
  /// It lives as long as this reader.
  virtual Result<const Adjacency*> adjacency(TypeId type, Direction direction) const = 0;

  /// Nodes with that name or alias; the text is normalised first (case, accents, titles, possessives).
  virtual Result<std::vector<NameHit>> find_by_name(std::string_view name) const = 0;
  /// Nodes whose property `name` is exactly the text; a subset of find_by_name.
  virtual Result<std::vector<NodeId>> find_by_exact_name(std::string_view name) const = 0;

  /// Whether nodes can be found by this property without reading all of them.
  virtual bool has_index(KeyId) const { return false; }
  /// Nodes whose property equals the value, as openCypher's `=` has it, ascending. Unsupported without an index.
  virtual Result<std::vector<NodeId>> find_by_property(KeyId key, const Value& value) const;

  // Evidence.
  virtual Result<std::vector<Evidence>> evidence(RelationshipId id) const = 0;
  virtual Result<Sentence> sentence(ArticleId article, std::uint32_t number) const = 0;
  /// The node on whose word a statement stands, or nothing. NotFound as above.
  virtual Result<std::optional<NodeId>> claimant(RelationshipId id) const = 0;

  /// Sentences of articles with any of the words, best first (BM25); equal ones by article and number. Words are
  /// compared by English stems; case, accents and punctuation do not count. "two words" in quotes stand side by side,
  /// pref* is every word that begins so; what has + before it must be there, with - it must not.
  ///
  /// Errors   what `proceed` gives, which is asked now and then.
  /// Cost     reads the postings of the words; for phrases the sentences that have all of their words.
  virtual Result<std::vector<SentenceHit>> search(std::string_view text,
                                                  const std::function<Status()>& proceed = {}) const;

  // Statistics the planner asks for; exact for committed data, O(1).
  virtual std::uint64_t node_count() const = 0;
  virtual std::uint64_t node_count(LabelId label) const = 0;
  virtual std::uint64_t relationship_count() const = 0;
  virtual std::uint64_t relationship_count(TypeId type) const = 0;
  /// Distinct starting (kOutgoing) or ending (kIncoming) nodes of a type; an estimate.
  virtual std::uint64_t distinct_nodes(TypeId type, Direction direction) const = 0;
};

}  // namespace dossier::graph
