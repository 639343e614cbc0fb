// A running query as the client sees it. Private to the engine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/executor/execution_context.h"
#include "query/executor/physical_plan.h"
#include "query/plan_cache.h"

namespace dossier::query {

/// Fills in line and column of a query's error.
Status located(Status status, std::string_view text);

class QueryCursor : public Cursor {
 public:
  struct Source {
    std::shared_ptr<const PreparedQuery> query;
    std::shared_ptr<const graph::Reader> snapshot;        // of a query that only reads
    std::unique_ptr<graph::Transaction> own_transaction;  // of one that writes, unless options.transaction
    graph::Store* store = nullptr;
    const ProcedureRegistry* procedures = nullptr;
    Parameters parameters;
    QueryOptions options;
    std::vector<Warning> warnings;
  };
  explicit QueryCursor(Source source);

  /// Runs a writing query to its end and commits; for others nothing happens yet.
  Status start();

  const std::vector<std::string>& columns() const override { return columns_; }
  Result<bool> next(Row& row) override;
  const graph::Reader& reader() const override { return *snapshot_; }
  const Counters& counters() const override { return context_->counters; }
  const std::vector<Warning>& warnings() const override { return source_.warnings; }
  std::string plan() const override;

 private:
  /// What the query writes through; null where it only reads.
  graph::Transaction* transaction() const {
    if (!source_.query->writes) return nullptr;
    return source_.own_transaction ? source_.own_transaction.get() : source_.options.transaction;
  }
  Status run_to_end();
  Result<bool> next_row(Row& row);
  void fill(RowView from, Row& row) const;
  std::string profile_of(const planner::LogicalPlan& plan) const;
  const planner::QueryPlan& query_plan() const { return *source_.query->plan; }

  Source source_;
  std::shared_ptr<const graph::Reader> snapshot_;
  std::unique_ptr<ExecutionContext> context_;
  std::unique_ptr<PlanSubqueryRunner> subqueries_;
  InnerPlan root_;
  std::vector<std::string> columns_;
  Batch batch_;
  std::size_t next_ = 0;
  bool done_ = false;
  std::vector<Row> finished_;  // of a query that was run to its end
};

}  // namespace dossier::query
