#include "query/query_cursor.h"

#include <cstdio>

#include "dossier/status_macros.h"
#include "query/diagnostics.h"
#include "query/executor/worker_pool.h"

namespace dossier::query {
namespace {

constexpr std::uint64_t kDefaultMemoryLimit = std::uint64_t{4} << 30;
constexpr double kMorselRows = 1024;

}  // namespace

Status located(Status status, std::string_view text) {
  const QueryError* error = status.query_error();
  if (!error || error->line != 0 || error->end <= error->begin || error->begin >= text.size()) return status;
  QueryError placed = *error;
  std::tie(placed.line, placed.column) = line_and_column(text, placed.begin);
  return Status::query(std::move(placed), status.message());
}

QueryCursor::QueryCursor(Source source)
    : source_(std::move(source)),
      snapshot_(source_.snapshot),
      batch_(static_cast<std::size_t>(source_.query->plan->slot_count)) {
  const graph::Reader& reader =
      transaction() ? static_cast<const graph::Reader&>(*transaction()) : *snapshot_;
  context_ = std::make_unique<ExecutionContext>(query_plan(), reader, transaction());
  subqueries_ = std::make_unique<PlanSubqueryRunner>(*context_);
  context_->store = source_.store, context_->procedures = source_.procedures;
  context_->eval.parameters = &source_.parameters;
  context_->eval.subqueries = subqueries_.get();
  context_->eval.clock = StatementClock::now();
  context_->eval.cancel = source_.options.cancel.get();
  context_->cancel = source_.options.cancel;
  if (source_.options.progress) {
    context_->report_to(&source_.options.progress, source_.options.progress_interval);
  }
  if (source_.options.time_limit)
    context_->deadline = std::chrono::steady_clock::now() + *source_.options.time_limit;
  context_->eval.deadline = context_->deadline;
  context_->memory_limit = source_.options.memory_limit ? source_.options.memory_limit : kDefaultMemoryLimit;
  context_->profiling = query_plan().statement->explain == ast::ExplainMode::kProfile;
  if (context_->profiling) context_->profile.resize(static_cast<std::size_t>(query_plan().operator_count));
  for (const ast::ColumnInfo& column : query_plan().columns) columns_.push_back(column.name);
}

Status QueryCursor::start() {
  if (query_plan().statement->explain == ast::ExplainMode::kExplain) {
    columns_.clear();
    done_ = true;
    return {};
  }
  if (!source_.query->writes && !context_->profiling && source_.options.rewrites &&
      !source_.options.transaction) {
    context_->threads = source_.options.threads ? source_.options.threads : default_threads();
    context_->parallel_rows = source_.options.parallel_rows;
    if (context_->parallel_rows < kMorselRows) context_->morsel_nodes = 1;  // as tests want it
  }
  root_ = make_query_operators(*context_, *query_plan().root);
  if (!source_.query->writes && !source_.options.transaction && !context_->profiling) return {};
  Status status = run_to_end();
  if (status.ok() && !context_->connected_deleted.empty()) status = context_->delete_disconnected(true);
  graph::Transaction* const own = source_.own_transaction.get();
  if (status.ok() && own) status = own->commit();
  if (!status.ok()) {
    if (own) own->rollback();
    return located(std::move(status), query_plan().statement->text);
  }
  if (own) snapshot_ = source_.store->snapshot();
  return {};
}

Status QueryCursor::run_to_end() {
  if (!context_->profiling) context_->use_large_batches();  // PROFILE shows what a plain run does
  std::size_t bytes = 0;
  while (true) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, root_.root->next(batch_));
    context_->grow_batches();
    if (!more) break;
    if (columns_.empty()) continue;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      fill(batch_.row(i), finished_.emplace_back());
      bytes += memory_of(std::span<const graph::Value>(finished_.back()));
    }
    DOSSIER_RETURN_IF_ERROR(context_->charge(bytes));
    bytes = 0;
  }
  batch_.clear();
  done_ = true;
  return {};
}

void QueryCursor::fill(RowView from, Row& row) const {
  const auto& columns = query_plan().columns;
  row.resize(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) row[i] = from[static_cast<std::size_t>(columns[i].slot)];
}

Result<bool> QueryCursor::next(Row& row) {
  if (next_ < finished_.size()) {
    row = std::move(finished_[next_++]);
    return true;
  }
  if (done_) return false;
  Result<bool> more = next_row(row);
  if (!more.ok()) {
    done_ = true;
    return located(more.status(), query_plan().statement->text);
  }
  return more;
}

Result<bool> QueryCursor::next_row(Row& row) {
  if (next_ >= batch_.size()) {
    next_ = 0;
    DOSSIER_ASSIGN_OR_RETURN(const bool more, root_.root->next(batch_));
    context_->grow_batches();
    if (!more || columns_.empty()) {
      done_ = true;
      return false;
    }
  }
  fill(batch_.row(next_++), row);
  return true;
}

std::string QueryCursor::profile_of(const planner::LogicalPlan& plan) const {
  const OperatorProfile& profile = context_->profile[static_cast<std::size_t>(plan.id)];
  char text[128];
  std::snprintf(text, sizeof text, "  rows %llu  seeks %llu  %.3f ms",
                static_cast<unsigned long long>(profile.rows), static_cast<unsigned long long>(profile.seeks),
                static_cast<double>(profile.time.count()) / 1e6);
  return text;
}

std::string QueryCursor::plan() const {
  if (query_plan().statement->explain == ast::ExplainMode::kNone) return {};
  if (!context_->profiling) return planner::describe(query_plan());
  return planner::describe(query_plan(),
                           [this](const planner::LogicalPlan& plan) { return profile_of(plan); });
}

}  // namespace dossier::query
