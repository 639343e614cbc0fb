// The four orders of the relationships of an import: spo, ops, tso, tos.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>

#include "dossier/result.h"
#include "graph/bulk/edge_sort.h"
#include "graph/bulk/run_file.h"
#include "graph/kv/key_value_store.h"

namespace dossier::graph {

/// All relationships ascending by type, start and end, on disk. An id is a place in the list.
class NumberedEdges {
 public:
  explicit NumberedEdges(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Status append(const Edge& edge);
  /// Ends appending.
  Status finish();
  std::uint64_t size() const { return size_; }

  /// From the first on; any number of them in any thread.
  class Reader {
   public:
    explicit Reader(const NumberedEdges& edges);
    /// False at the end. Edge::place is the id.
    Result<bool> next(Edge& edge);

   private:
    const NumberedEdges& edges_;
    std::unique_ptr<RunReader> reader_;
    std::uint64_t id_ = 0;
  };

 private:
  struct Packed {
    std::uint64_t start, end;
    std::uint32_t type, unused;
  };
  std::filesystem::path folder_;
  std::unique_ptr<RunFile> file_;
  std::uint64_t size_ = 0;
};

/// How many different nodes the relationships of each type have at one end.
using DistinctNodes = std::map<std::uint32_t, std::uint64_t>;

/// Writes one order. `distinct` is filled from tso (starts) and tos (ends); null where it is not asked for.
///
/// Cost     64 bytes a relationship up to `memory`; tso none.
/// Threads  different tables at the same time.
Status write_edge_order(kv::KeyValueStore& kv, kv::Table table, const NumberedEdges& edges,
                        const std::filesystem::path& folder, std::uint64_t memory, DistinctNodes* distinct);

}  // namespace dossier::graph
