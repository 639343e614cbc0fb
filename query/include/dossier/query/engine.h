// The query engine: text in, rows out.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/graph/store.h"
#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query {

using Row = std::vector<graph::Value>;
using Parameters = std::vector<std::pair<std::string, graph::Value>>;

/// Set from any thread to stop the queries that were given it; they end with kCancelled.
using CancelFlag = std::atomic<bool>;

/// How far a running query has come.
struct Progress {
  std::uint64_t rows = 0;  // given by all operators together: a measure of work, not of the result
  std::chrono::nanoseconds elapsed{0};
};

struct QueryOptions {
  std::optional<std::chrono::milliseconds> time_limit;
  std::uint64_t memory_limit = 0;  // bytes of sorts, aggregates and hash tables; 0: the engine's default
  std::shared_ptr<const CancelFlag> cancel;
  bool rewrites = true;  // off: the plan as written, for tests that compare
  /// A query that only reads uses so many threads (0: one a core) where it is expected to pass at least `parallel_rows` rows.
  /// Its rows and their order are the same with any number.
  unsigned threads = 0;
  double parallel_rows = 20000;
  /// Runs inside this transaction, to its end and at once. What a failed query wrote stays in it: roll it back.
  graph::Transaction* transaction = nullptr;
  /// Reads this state instead of the latest; a query that writes is refused. Not together with `transaction`.
  std::shared_ptr<const graph::Reader> snapshot;
  /// Called from the running thread every `progress_interval` or later; false cancels.
  std::function<bool(const Progress&)> progress;
  std::chrono::milliseconds progress_interval{100};
};

struct Counters {
  std::int64_t nodes_created = 0, nodes_deleted = 0, relationships_created = 0, relationships_deleted = 0,
               properties_set = 0, labels_added = 0, labels_removed = 0;
};

/// Something about the query that is no error: an unknown label, type or property.
struct Warning {
  std::string message;  // with a suggestion where a name is near a known one
  std::size_t begin = 0, end = 0;
  int line = 0, column = 0;
};

/// The rows of one query, pulled one by one. Nodes and relationships in them are ids: ask reader().
///
/// Threads  one thread at a time.
class DOSSIER_API Cursor {
 public:
  virtual ~Cursor() = default;
  virtual const std::vector<std::string>& columns() const = 0;
  /// True and a row, or false at the end, after which a writing query is committed. On an error a writing
  /// query is rolled back; nothing it did remains.
  virtual Result<bool> next(Row& row) = 0;
  /// The graph as the query sees it, its own writes included. Valid until the cursor is destroyed.
  virtual const graph::Reader& reader() const = 0;
  virtual const Counters& counters() const = 0;
  virtual const std::vector<Warning>& warnings() const = 0;
  /// EXPLAIN and PROFILE: the plan as text; empty for other queries.
  virtual std::string plan() const = 0;
};

/// A table that stands in for a procedure, for conformance tests.
struct TestProcedure {
  std::string name;
  struct Field {
    std::string name, type;  // type as written: "INTEGER?"
  };
  std::vector<Field> arguments, results;
  std::vector<Row> rows;  // a column for every argument, then every result
};

struct PreparedQuery;

/// A query compiled ahead of its runs. It outlives changes of the graph: where these make another plan better, the
/// next run makes it.
/// Threads  copies may be used from several threads.
class DOSSIER_API Prepared {
 public:
  const std::string& text() const { return *text_; }
  /// The names that must be given a value.
  const std::vector<std::string>& parameters() const;
  /// Whether running it takes the writer's turn.
  bool writes() const;

 private:
  friend class Engine;
  std::shared_ptr<const std::string> text_;
  std::shared_ptr<const PreparedQuery> query_;
};

/// Compiles and runs queries against one store. Compiled queries are cached by text.
///
/// Errors   kQueryError with place, class and suggestion; kCancelled, kDeadlineExceeded, kResourceExhausted;
///          the store's own.
/// Threads  any; each cursor belongs to one.
class DOSSIER_API Engine {
 public:
  explicit Engine(std::shared_ptr<graph::Store> store);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Runs one query in a transaction of its own, unless the options give another.
  Result<std::unique_ptr<Cursor>> run(std::string_view text, const Parameters& parameters = {},
                                      const QueryOptions& options = {});
  Result<Prepared> prepare(std::string_view text, const QueryOptions& options = {});
  Result<std::unique_ptr<Cursor>> run(const Prepared& prepared, const Parameters& parameters = {},
                                      const QueryOptions& options = {});
  /// Compiles only: the error that run() would give before it reads any data.
  Status check(std::string_view text, const Parameters& parameters = {});
  void register_test_procedure(TestProcedure procedure);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Cuts a script at its ';' outside of strings and comments; each part with its first line, from 1.
DOSSIER_API std::vector<std::pair<std::string, int>> split_statements(std::string_view script);

}  // namespace dossier::query
