// Expressions made ready to run: ast::Expression -> CompiledExpression -> Value, one row at a time.
//
// Compiling turns the syntax tree into a tree of small objects, one class an operator, with constants folded and
// names looked up, so that a row costs one virtual call a node. The planner says through CompileContext which
// parts of an expression some operator has already computed (aggregates, grouping keys), and which subplans stand
// behind patterns and subqueries.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <unordered_map>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/graph/value.h"
#include "dossier/query/engine.h"
#include "dossier/result.h"
#include "query/ast/ast.h"

namespace dossier::query {

/// The slots of one row. Evaluation writes only the slots of variables that the expression itself declares:
/// those of comprehensions, quantifiers and reduce.
using RowView = std::span<graph::Value>;

/// Some rows of many that lie one after the other: those whose numbers are in `rows`.
struct BatchView {
  graph::Value* cells = nullptr;
  std::size_t width = 0;
  std::span<const std::uint32_t> rows;

  std::size_t size() const { return rows.size(); }
  RowView row(std::size_t i) const { return {cells + rows[i] * width, width}; }
};

/// One instant for a whole statement, whenever its rows are computed.
struct StatementClock {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00Z
  std::int32_t nanoseconds = 0;
  static StatementClock now();
};

/// Runs the subplan behind a pattern predicate, pattern comprehension or subquery for one row. The executor
/// implements it.
class SubqueryRunner {
 public:
  virtual ~SubqueryRunner() = default;
  /// A boolean for kExists and pattern predicates, an integer for kCount, a list for kCollect and comprehensions.
  virtual Result<graph::Value> run(int subplan, RowView row) = 0;
};

/// Gives each pattern predicate, pattern comprehension or subquery its subplan. The planner implements it.
class SubqueryPlanner {
 public:
  virtual ~SubqueryPlanner() = default;
  /// `expression` holds a PatternPredicateExpression, PatternComprehensionExpression or SubqueryExpression, or a
  /// FunctionCallExpression that counts_matches().
  virtual Result<int> plan(const ast::Expression& expression) = 0;
};

/// Whether it is size([(a)-->(b) | b]), with a value that is there for every match: only how many there are is asked.
bool counts_matches(const ast::FunctionCallExpression& call);

/// What compiling needs besides the expression.
struct CompileContext {
  SubqueryPlanner* subqueries = nullptr;
  /// The slot that already holds the value of this very (sub)expression, or kNoSlot. Asked of every node, outermost
  /// first; it must know every aggregate in the expression.
  std::function<ast::Slot(const ast::Expression&)> computed;
};

// A value that one expression makes may not be larger; it fails with kResourceExhausted before it is made.
inline constexpr std::size_t kMaxListItems = std::size_t{1} << 27;
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 28;
inline constexpr std::int32_t kMaxValueDepth = 1000;  // what walks values is recursive

/// Another number at every call; the system is asked for randomness once a process.
std::uint64_t random_seed();

/// Random bits, seeded when the first are asked for: most queries ask for none.
class RandomSource {
 public:
  using result_type = std::mt19937_64::result_type;
  static constexpr result_type min() { return std::mt19937_64::min(); }
  static constexpr result_type max() { return std::mt19937_64::max(); }
  result_type operator()() {
    if (!engine_) engine_.emplace(random_seed());
    return (*engine_)();
  }

 private:
  std::optional<std::mt19937_64> engine_;
};

/// What counts memory against the query's limit.
class MemoryMeter {
 public:
  virtual ~MemoryMeter() = default;
  /// Errors   kResourceExhausted beyond the limit.
  virtual Status charge(std::size_t bytes) = 0;
  virtual void release(std::size_t bytes) = 0;
};

/// What evaluating needs besides the row; one per statement and thread.
struct EvalContext {
  const graph::Reader* reader = nullptr;
  const Parameters* parameters = nullptr;
  SubqueryRunner* subqueries = nullptr;
  StatementClock clock;
  const CancelFlag* cancel = nullptr;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  RandomSource random;
  /// The types of relationships that this query has deleted; type() still knows them. May be null.
  const std::unordered_map<std::uint64_t, graph::TypeId>* deleted_types = nullptr;
  /// Set for statements that write nothing: no entity in a row can have been deleted, so properties may be read by
  /// the batch.
  bool read_only = false;
  bool folding = false;  // while compiling: neither reader nor clock are there

  /// The id of a property key, remembered per place of use; keys that do not exist (yet) are asked for again.
  struct KeyEntry {
    const void* owner = nullptr;
    graph::KeyId key{};
  };
  std::array<KeyEntry, 64> key_cache{};
  MemoryMeter* memory = nullptr;  // null while compiling
  std::size_t made = 0;           // bytes of large values in the batch that is being made: see value_memory.h
  std::uint32_t ticks = 0;        // of long loops, between two looks at `cancel` and `deadline`
};

/// The values of one expression for the rows of a batch, copied only where they lie nowhere else.
///
/// Valid as long as the batch's cells and the reader stay as they are.
class ValueColumn {
 public:
  const graph::Value& operator[](std::size_t i) const {
    switch (kind_) {
      case Kind::kConstant:
        return *constant_;
      case Kind::kCells:
        return cells_.cells[cells_.rows[i] * cells_.width + slot_];
      case Kind::kBorrowed:
        return borrowed_[i];
      case Kind::kOwned:
        break;
    }
    return own_[i];
  }

  void set_constant(const graph::Value* value) { kind_ = Kind::kConstant, constant_ = value; }
  void set_cells(const BatchView& batch, std::size_t slot) {
    kind_ = Kind::kCells, cells_ = batch, slot_ = slot;
  }
  graph::BorrowedValues& borrow() { return kind_ = Kind::kBorrowed, borrowed_; }
  std::vector<graph::Value>& own() { return kind_ = Kind::kOwned, own_; }
  /// Where they are this column's own, they may be taken.
  std::vector<graph::Value>* owned() { return kind_ == Kind::kOwned ? &own_ : nullptr; }

 private:
  enum class Kind : std::uint8_t { kConstant, kCells, kBorrowed, kOwned } kind_ = Kind::kOwned;
  const graph::Value* constant_ = nullptr;
  BatchView cells_;
  std::size_t slot_ = 0;
  graph::BorrowedValues borrowed_;
  std::vector<graph::Value> own_;
};

class CompiledExpression {
 public:
  virtual ~CompiledExpression() = default;

  /// Errors   the TCK's runtime errors with their place; kCancelled, kDeadlineExceeded, kResourceExhausted; the
  ///          reader's own.
  /// Threads  const: one compiled expression may serve many contexts.
  virtual Result<graph::Value> evaluate(RowView row, EvalContext& context) const = 0;

  /// The same for many rows at once, values in the order of `rows`; properties are read in batches where the
  /// statement only reads. Of several failing rows any one may be reported.
  virtual Status evaluate_batch(const BatchView& batch, EvalContext& context,
                                std::vector<graph::Value>& out) const;

  /// The same without copying values that lie in the rows or with the reader.
  virtual Status evaluate_column(const BatchView& batch, EvalContext& context, ValueColumn& out) const;

  /// What WHERE does for many rows at once: appends the numbers of the rows for which this is true, in their order.
  virtual Status filter(const BatchView& batch, EvalContext& context, std::vector<std::uint32_t>& kept) const;
  /// Whether it gives booleans and null only, so that filter() of an AND may ask its sides one after the other.
  virtual bool is_condition() const { return false; }

  /// The value where it lies already, in the row or as a constant; null where it must be evaluated.
  virtual const graph::Value* peek(RowView) const { return nullptr; }

  /// The value if it is the same for every row, statement and graph; else null.
  virtual const graph::Value* constant() const { return nullptr; }
};
using CompiledPtr = std::unique_ptr<const CompiledExpression>;

/// Errors   what SubqueryPlanner gives; kInternal for an aggregate that `computed` does not know. A constant part
///          that fails (1 / 0) is no error here: it fails when evaluated.
/// Threads  the result does not refer to `expression`.
Result<CompiledPtr> compile(const ast::Expression& expression, const CompileContext& context = {});

/// What WHERE does: true keeps the row, false and null drop it.
/// Errors   those of evaluate; TypeError InvalidArgumentType for a value that is no boolean.
Result<bool> evaluate_condition(const CompiledExpression& condition, RowView row, EvalContext& context);

/// The numbers of the rows that the condition keeps, in their order.
Status filter_batch(const CompiledExpression& condition, const BatchView& batch, EvalContext& context,
                    std::vector<std::uint32_t>& kept);

}  // namespace dossier::query
