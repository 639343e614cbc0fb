// Relationships reduced to fixed-width entries, and sorting them by their columns.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"
#include "graph/bulk/merge.h"
#include "graph/bulk/run_file.h"

namespace dossier::graph {

struct Edge {
  std::uint64_t start, end;
  std::uint64_t place;  // the relationship's id, or where its record lies
  std::uint32_t type;
  std::uint32_t size;  // of the record
};

enum class EdgeColumn : std::uint8_t { kType, kStart, kEnd };

/// -1, 0 or 1 by the columns in turn.
int compare(const Edge& a, const Edge& b, std::span<const EdgeColumn> columns);

/// Sorts by the columns, the most significant first; equal ones keep their order.
///
/// Cost     O(n) for each 11 significant bits of a column; as much memory again while it runs.
void sort_edges(std::vector<Edge>& edges, std::span<const EdgeColumn> columns);

/// Edges and their records by type, start and end; those with equal ends as they came.
///
/// Cost     record + 64 bytes of memory each up to `memory`; beyond, sorted runs in files that are merged.
class RecordSorter {
 public:
  RecordSorter(std::filesystem::path folder, std::uint64_t memory)
      : folder_(std::move(folder)), memory_(memory) {}

  /// `record` begins with a byte, the ends and the type as record_codec.cc lays them out.
  Status add(const Edge& edge, std::string_view record);
  /// Ends adding.
  Status sort();
  /// Everything is in memory: edges() in order, and record() of each.
  bool in_memory() const { return runs_.empty(); }
  const std::vector<Edge>& edges() const { return edges_; }
  std::string_view record(const Edge& edge) const {
    return std::string_view(bytes_).substr(edge.place, edge.size);
  }
  /// The next edge and its record, where they are not in memory; false at the end. The view holds until the next call.
  Result<bool> next(Edge& edge, std::string_view& record);

  std::uint64_t memory_used() const { return bytes_.size() + edges_.size() * sizeof(Edge); }
  void clear();

 private:
  class Head {
   public:
    Head(const RunFile& run, std::size_t buffer) : reader_(run, buffer) {}
    Result<bool> next();
    bool before(const Head& other) const;
    const Edge& edge() const { return edge_; }
    std::string_view record() const { return record_; }

   private:
    RunReader reader_;
    Edge edge_{};
    std::string_view record_;
  };
  Status spill();

  std::filesystem::path folder_;
  std::uint64_t memory_;
  std::string bytes_;
  std::vector<Edge> edges_;
  std::vector<std::unique_ptr<RunFile>> runs_;
  Merge<Head> merge_;
};

/// Edges without records by some columns and then as they came.
///
/// Cost     64 bytes of memory each up to `memory`; beyond, sorted runs in files that are merged.
class EdgeSorter {
 public:
  EdgeSorter(std::filesystem::path folder, std::uint64_t memory, std::vector<EdgeColumn> columns)
      : folder_(std::move(folder)), memory_(memory), columns_(std::move(columns)) {}

  Status add(const Edge& edge);
  /// Ends adding.
  Status sort();
  /// The next edge, or null at the end. It holds until the next call.
  Result<const Edge*> next();

 private:
  class Head {
   public:
    Head(const RunFile& run, std::size_t buffer, const EdgeSorter* sorter)
        : reader_(run, buffer), sorter_(sorter) {}
    Result<bool> next();
    bool before(const Head& other) const { return compare(edge_, other.edge_, sorter_->columns_) < 0; }
    const Edge& edge() const { return edge_; }

   private:
    RunReader reader_;
    const EdgeSorter* sorter_;
    Edge edge_{};
  };
  Status spill();

  std::filesystem::path folder_;
  std::uint64_t memory_;
  std::vector<EdgeColumn> columns_;
  std::vector<Edge> edges_;
  std::size_t next_ = 0;
  std::vector<std::unique_ptr<RunFile>> runs_;
  Merge<Head> merge_;
};

}  // namespace dossier::graph
