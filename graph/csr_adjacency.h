// Adjacency in memory as compressed sparse rows.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/view.h"

namespace dossier::graph {

/// A relationship that came to be, or is no more, as seen from its source in one direction.
struct EdgeChange {
  std::uint64_t source, node, relationship;
  bool erased;
};

class CsrAdjacency : public Adjacency {
 public:
  /// Reads the relationships of a type from tso or tos, in key order. O(relationships of the type).
  static Result<std::shared_ptr<const CsrAdjacency>> build(const View& view, TypeId type, Direction direction);

  /// The same with changes, in the order they were made. O(relationships), but a copy in memory.
  std::shared_ptr<const CsrAdjacency> patched(std::vector<EdgeChange> changes) const;

  Row row(NodeId node) const override;
  std::span<const std::uint64_t> sources() const override { return sources_; }
  std::uint64_t size() const override { return nodes_.size(); }
  std::uint64_t bytes() const;

 private:
  Row row_at(std::size_t source) const;
  void append_rows(const CsrAdjacency& from, std::size_t begin, std::size_t end);
  void append_row(const Row& old, std::span<const EdgeChange> changes);
  void index_sources();

  std::vector<std::uint64_t> sources_;        // ascending
  std::vector<std::uint64_t> offsets_;        // of sources_[i]: [offsets_[i], offsets_[i + 1])
  std::vector<std::uint64_t> nodes_, relationships_;
  std::vector<std::uint32_t> positions_;      // node - sources_.front() -> index into sources_, or kNone
};

}  // namespace dossier::graph
