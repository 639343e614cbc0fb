// What the operators of one running query share: the graph, parameters, limits and counters.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "dossier/graph/store.h"
#include "dossier/query/engine.h"
#include "query/executor/evaluator.h"
#include "query/executor/value_memory.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

class JoinTables;
class ProcedureRegistry;

/// What PROFILE reports of one operator.
struct OperatorProfile {
  std::uint64_t rows = 0, seeks = 0, calls = 0;
  std::chrono::nanoseconds time{0};
};

/// Node ids [begin, end) of the scan with that operator id.
struct MorselRange {
  int leaf;
  std::uint64_t begin, end;
};

/// Limits   check() and charge() fail with kCancelled, kDeadlineExceeded or kResourceExhausted.
/// Threads  one.
class ExecutionContext : public MemoryMeter {
 public:
  ExecutionContext(const planner::QueryPlan& plan, const graph::Reader& reader,
                   graph::Transaction* transaction)
      : plan(plan), reader(reader), transaction(transaction) {
    eval.reader = &reader;
    eval.read_only = transaction == nullptr;
    eval.deleted_types = &deleted_types;
    eval.memory = this;
  }
  /// For another thread of the same query, which only reads: the same limits, of memory together.
  explicit ExecutionContext(const ExecutionContext& parent);

  /// Once a batch: time limit and cancellation, and from time to time the progress.
  Status check(std::size_t rows = 0);
  void report_to(const std::function<bool(const Progress&)>* progress, std::chrono::nanoseconds interval);
  /// Deletes of connected_deleted what has no relationships any more; at the end of the query the rest is an error.
  Status delete_disconnected(bool end);
  /// Memory of sorts, aggregates, hash tables and buffered rows.
  Status charge(std::size_t bytes) override;
  void release(std::size_t bytes) override { *memory_used -= bytes; }

  /// The first rows come in small batches, so that nobody waits long for one; then batches grow.
  std::size_t batch_rows = 32;
  void grow_batches() { batch_rows = std::min(kLargestBatch, 2 * batch_rows); }
  /// For who hands on nothing before it has seen all.
  void use_large_batches() { batch_rows = kLargestBatch; }
  bool has_large_batches() const { return batch_rows == kLargestBatch; }
  static constexpr std::size_t kLargestBatch = 1024;

  std::size_t width() const { return static_cast<std::size_t>(plan.slot_count); }
  std::optional<graph::TypeId> type(const std::string& name) const { return reader.find_type(name); }

  const planner::QueryPlan& plan;
  const graph::Reader& reader;
  graph::Transaction* transaction;  // null in a query that only reads
  graph::Store* store = nullptr;
  const ProcedureRegistry* procedures = nullptr;
  EvalContext eval;
  Counters counters;

  std::optional<std::chrono::steady_clock::time_point> deadline;
  std::shared_ptr<const CancelFlag> cancel;
  std::uint64_t memory_limit = 0;  // 0: none
  std::shared_ptr<std::atomic<std::uint64_t>> memory_used = std::make_shared<std::atomic<std::uint64_t>>(0);
  std::unordered_map<std::uint64_t, graph::TypeId> deleted_types;  // of relationships deleted by this query
  // Large scans and what follows them are shared by so many threads, if their estimated rows are at least `parallel_rows`.
  unsigned threads = 1;
  double parallel_rows = 0;
  std::uint64_t morsel_nodes = UINT64_MAX;
  std::optional<MorselRange> morsel;
  std::shared_ptr<JoinTables> join_tables;  // of a thread that runs a part of the plan beside others
  /// Nodes that DELETE named while they had relationships; a later clause may still delete those.
  std::map<graph::NodeId, ast::SourceSpan> connected_deleted;
  bool profiling = false;
  std::vector<OperatorProfile> profile;  // by operator id

 private:
  Status report();

  const std::function<bool(const Progress&)>* progress_ = nullptr;
  std::chrono::nanoseconds interval_{0};
  std::chrono::steady_clock::time_point started_, next_report_;
  std::uint64_t rows_ = 0;
};

/// The relationship types of a pattern, looked up. `none`: types are named and none exists, so nothing matches.
struct ResolvedTypes {
  std::vector<graph::TypeId> ids;
  bool none = false;
};
ResolvedTypes resolve_types(const graph::Reader& reader, const std::vector<std::string>& names);

/// Whether the value is that relationship, or a list or path with it.
bool contains(const graph::Value& value, graph::RelationshipId relationship);

}  // namespace dossier::query
