// Adjacency in memory as compressed sparse rows.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/id_array.h"
#include "graph/view.h"

namespace dossier::graph {

/// A relationship that came to be, or is no more, as seen from its source in one direction.
struct EdgeChange {
  std::uint64_t source, node, relationship;
  bool erased;
};

class CsrAdjacency : public Adjacency {
 public:
  /// Reads the relationships of a type from tso or tos, in key order. O(relationships of the type). With several threads
  /// parts of it are there twice for a moment.
  static Result<std::shared_ptr<const CsrAdjacency>> build(const View& view, TypeId type, Direction direction,
                                                           std::size_t threads = 1);

  /// The same with changes, in the order they were made. O(relationships), but a copy in memory.
  std::shared_ptr<const CsrAdjacency> patched(std::vector<EdgeChange> changes) const;

  Row row(NodeId node) const override;
  IdSpan sources() const override { return sources_.all(); }
  Row row_of_source(std::size_t i) const override;
  std::uint64_t size() const override { return nodes_.size(); }
  std::uint64_t bytes() const override;

 private:
  // 64 ids of the span of the sources: which of them are sources, and how many sources are below.
  struct Word {
    std::uint64_t bits;
    std::uint64_t rank;
  };
  static constexpr std::size_t kNone = SIZE_MAX;

  Status read(const View& view, kv::Table table, std::string begin, const std::string& end);
  Status read_parts(const View& view, kv::Table table, TypeId type, std::size_t threads);
  std::size_t position(std::uint64_t id) const;
  void append_edge(std::uint64_t node, std::uint64_t relationship);
  void append_rows(const CsrAdjacency& from, std::size_t begin, std::size_t end);
  void append_row(const Row& old, std::span<const EdgeChange> changes);
  IdSpan relationships(std::size_t begin, std::size_t size) const;
  void finish();

  IdArray sources_;  // ascending
  IdArray offsets_;  // of sources_[i]: [offsets_[i], offsets_[i + 1])
  IdArray nodes_;
  IdArray relationships_;  // empty where they are a run: first_relationship_, + 1, + 2 ...
  std::uint64_t first_relationship_ = 0;
  bool is_run_ = true;
  std::vector<Word> words_;  // empty: sources are found by binary search
};

}  // namespace dossier::graph
