// Decoded pieces of the graph that many snapshots share: adjacency of types, columns of properties.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/csr_adjacency.h"
#include "graph/kv/key_value_store.h"
#include "graph/property_chunk.h"

namespace dossier::graph {

/// Each piece depends on one part of the graph: the relationships of a type, or the records of a chunk of ids. The
/// cache knows the version that last changed each part. A piece that was built from version b serves a reader of
/// version v if the part last changed at or before both: then the part is the same in b and v.
///
/// What a reader uses it keeps by shared_ptr, so dropping a piece (for memory, or because its part changed) never
/// pulls it from under anybody.
///
/// Threads  any.
class ReadCache {
 public:
  explicit ReadCache(std::uint64_t budget) : budget_(budget) {}

  /// The adjacency if it is at hand for this version.
  std::shared_ptr<const CsrAdjacency> find_adjacency(TypeId type, Direction direction, std::uint64_t version);
  /// The same, or built now; null where it does not fit into the budget. `expected_bytes` is known before.
  Result<std::shared_ptr<const CsrAdjacency>> adjacency(const View& view, TypeId type, Direction direction,
                                                        std::uint64_t expected_bytes);
  /// Counts nodes that were expanded without the adjacency; true once it would have been worth building.
  /// `relationships` tells how many the type has; it is asked rarely.
  bool worth_building(TypeId type, Direction direction, std::uint64_t nodes,
                      const std::function<std::uint64_t()>& relationships);

  /// Counts what such an expansion then read.
  void add_reads(TypeId type, Direction direction, std::uint64_t relationships);

  std::shared_ptr<const PropertyColumn> find_column(kv::Table table, std::uint64_t chunk, KeyId key,
                                                    std::uint64_t version);
  /// The column, built if enough reads of its chunk have come by; else null.
  Result<std::shared_ptr<const PropertyColumn>> column(const View& view, kv::Table table, std::uint64_t chunk,
                                                       KeyId key, std::size_t reads);

  /// All nodes of a label, ascending, once so many have been scanned that keeping them is worth it; else null. `scanned`
  /// counts those the caller is about to read; `nodes` tells how many there are, and is asked rarely.
  Result<std::shared_ptr<const std::vector<NodeId>>> label_nodes(const View& view, LabelId label,
                                                                 std::uint64_t scanned,
                                                                 const std::function<std::uint64_t()>& nodes);

  /// To be called with what a commit wrote before its version is published.
  void note_commit(std::span<const kv::Write> writes, std::uint64_t version);
  /// After writes that note_commit was not told of: forgets everything.
  void note_bulk(std::uint64_t version);
  std::uint64_t bytes() const { return bytes_; }
  std::uint64_t budget() const { return budget_; }

 private:
  struct Piece {
    std::uint64_t built = 0;
    std::shared_ptr<const CsrAdjacency> adjacency;
    std::shared_ptr<const PropertyColumn> column;
    std::shared_ptr<const std::vector<NodeId>> label_nodes;
    std::uint64_t bytes = 0;
    std::atomic<std::uint64_t> used{0};
  };
  // table byte, part (type or chunk), and which piece of it (direction or key).
  struct Key {
    std::uint64_t part;
    std::uint32_t piece;
    kv::Table table;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  // The relationships of one type that commits after `complete_from` have made or erased, while that is not too many.
  struct ChangeLog {
    struct Entry {
      std::uint64_t version, start, end, relationship;
      bool erased;
    };
    std::uint64_t complete_from = 0;
    std::vector<Entry> entries;  // ascending by version
  };

  static Key adjacency_key(TypeId type, Direction direction);
  std::shared_ptr<const CsrAdjacency> patch(TypeId type, Direction direction, std::uint64_t version);
  void log_change(const kv::Write& write, std::uint64_t version);
  void start_log(std::uint64_t type, std::uint64_t built);
  std::shared_ptr<const CsrAdjacency> keep(TypeId type, Direction direction, std::uint64_t built,
                                           std::shared_ptr<const CsrAdjacency> adjacency);
  bool is_current(const Key& key, std::uint64_t built, std::uint64_t version) const;
  std::shared_ptr<Piece> find(const Key& key, std::uint64_t version);
  void insert(const Key& key, std::shared_ptr<Piece> piece);
  void make_room();
  void changed(kv::Table table, std::uint64_t part, std::uint64_t version);

  const std::uint64_t budget_;
  std::atomic<std::uint64_t> bytes_{0}, clock_{0};
  mutable std::shared_mutex mutex_;
  std::unordered_map<Key, std::shared_ptr<Piece>, KeyHash> pieces_;
  std::unordered_map<Key, std::uint64_t, KeyHash> changes_;  // part -> version; piece 0
  struct Heat {
    std::uint64_t reads = 0, next_look = 256;
  };
  std::unordered_map<Key, Heat, KeyHash> heat_;
  std::uint64_t all_changed_ = 0;
  std::unordered_map<std::uint64_t, ChangeLog> logs_;  // by type
  std::mutex building_;
};

}  // namespace dossier::graph
