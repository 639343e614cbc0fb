// What the parts of the planner share while one query is planned. Private to planner/.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/result.h"
#include "query/planner/cardinality.h"
#include "query/planner/expression_walk.h"
#include "query/planner/logical_plan.h"

namespace dossier::query::planner {

/// A plan in the making: the operators so far, and the variables they bind.
struct Partial {
  PlanPtr plan;
  SlotSet bound;
  double rows() const { return plan->rows; }
};

struct PatternGraph;

/// What is made of the matches of a pattern: where that is less than all their variables, less is enumerated.
struct MatchUse {
  enum class Kind : std::uint8_t {
    kRows,      // everything
    kCounted,   // only `needed` is read, and how many there are
    kDistinct,  // only `needed` is read, and equal rows are worth no more than one
  } kind = Kind::kRows;
  SlotSet needed;
};

/// A condition that holds where a pattern (with a condition of its own), or else a query, has a match; or has none.
struct Existence {
  const ast::Pattern* pattern = nullptr;
  const ast::Expression* condition = nullptr;
  const ast::Query* query = nullptr;
  bool anti = false;
};

class PlannerContext : public SubqueryPlanner {
 public:
  PlannerContext(ast::Statement& statement, const graph::Reader& graph, bool rewrites)
      : statement_(statement), estimate_(graph), rewrites_(rewrites) {}

  bool rewrites() const { return rewrites_; }
  const Cardinality& estimate() const { return estimate_; }

  Slot new_slot(std::string name);
  std::string slot_name(Slot slot) const;

  /// Compiles; patterns and subqueries inside are planned too.
  Result<PlanExpression> compile(const ast::Expression& expression);
  Result<std::optional<PlanExpression>> compile_optional(const ast::ExpressionPtr& expression);
  std::string text_of(ast::SourceSpan span) const;

  /// The slot that holds what this very expression computes, once the aggregation below has run.
  void set_computed(const ast::Expression& expression, Slot slot) { computed_[&expression] = slot; }

  Result<int> plan(const ast::Expression& expression) override;  // SubqueryPlanner

  // match_planner.cc: MATCH with its WHERE; every variable of the pattern is bound afterwards.
  Status plan_match(const ast::Pattern& pattern, const ast::Expression* condition, Partial& partial);
  Status plan_part(const ast::PatternPart& part, Partial& partial);
  Status plan_element(const ast::PatternElement& element, const ast::Expression* condition, Partial& partial);
  /// The slot that holds for how many matches a row stands, if the use allows that they are not enumerated; else kNoSlot.
  Result<Slot> plan_match(const ast::Pattern& pattern, const ast::Expression* condition, Partial& partial,
                          const MatchUse& use);
  Result<Slot> plan_graph(PatternGraph graph, Partial& partial, const MatchUse& use = {});
  // existence.cc
  Status plan_existence(const Existence& existence, Partial& partial);
  // projection_planner.cc
  Status plan_projection(const ast::Projection& projection, Partial& partial, bool writes_below);
  Status plan_filter(const ast::Expression& condition, Partial& partial);
  // update_planner.cc
  Status plan_create(const ast::CreateClause& clause, Partial& partial);
  Status plan_merge(const ast::MergeClause& clause, Partial& partial);
  Status plan_set(const ast::SetClause& clause, Partial& partial);
  Status plan_remove(const ast::RemoveClause& clause, Partial& partial);
  Status plan_delete(const ast::DeleteClause& clause, Partial& partial);
  // planner.cc
  Status plan_clause(const ast::Clause& clause, Partial& partial, std::vector<ast::ColumnInfo>* columns);
  Result<PlanPtr> plan_query(const ast::Query& query, const SlotSet& bound,
                             std::vector<ast::ColumnInfo>* columns);
  PlanPtr argument() const { return make_plan(Argument{}, PlanPtr(), 1); }

  // A plan is walked and run by recursion, and every operator holds rows: neither stack nor memory is to run out.
  static constexpr std::size_t kMaxOperators = 3000;
  /// Errors   kResourceExhausted if so many, with those of the subplans, are too many.
  Status check_size(std::size_t operators) const;
  Status check_width(std::size_t operators, std::size_t variables) const;

  /// Rows that stand for several say for how many in this slot; kNoSlot: each for itself. Null: of an OPTIONAL MATCH
  /// that has found nothing; the row counts then, and what was not found does not.
  Slot weight() const { return weight_; }

  static constexpr double kAllRows = 1e300;
  /// How many of these rows will be asked for, if that share of them passes: a LIMIT may stop a clause early.
  double wanted_rows(double rows, double share_passing) const {
    return std::min(rows, wanted_rows_ / share_passing);
  }
  double wanted_rows() const { return wanted_rows_; }

  std::vector<Subplan> subplans;
  bool writes = false;  // a writing operator has been planned

 private:
  friend class WantedRows;
  Status plan_predicate(const ast::Expression& condition, Partial& partial);
  Result<bool> plan_distinct_use(const ast::MatchClause& match, const ast::Projection& projection,
                                 Partial& partial);
  Result<bool> plan_counted_match(const ast::MatchClause& match, const ast::Projection& projection,
                                  const SlotSet& needed, Partial& partial);
  Result<bool> plan_counting(const ast::Clause& match, const ast::Clause& projection, Partial& partial,
                             std::vector<ast::ColumnInfo>* columns);
  Status finish_graph(PatternGraph graph, Partial& partial);
  Status plan_selected(const std::vector<const ast::PatternPart*>& parts,
                       const std::vector<const ast::PatternPart*>& selected, const ast::Expression* condition,
                       Partial& partial);
  Status plan_star(PatternGraph graph, std::size_t centre, Partial& partial);
  /// As plan_match(): for rows without a match the slot holds null.
  Result<Slot> plan_optional_match(const ast::MatchClause& clause, Partial& partial,
                                   const MatchUse& use = {});
  Status plan_unwind(const ast::UnwindClause& clause, Partial& partial);
  Status plan_call(const ast::CallClause& clause, Partial& partial, std::vector<ast::ColumnInfo>* columns);
  Status plan_subquery(const ast::SubqueryClause& clause, Partial& partial);
  Status plan_foreach(const ast::ForeachClause& clause, Partial& partial);
  Result<Subplan> plan_subplan(const ast::Expression& expression);
  Result<PlanPtr> plan_correlated(const Existence& existence, const SlotSet& bound);
  Result<Subplan> plan_count(const ast::Pattern& pattern, const ast::Expression* condition);
  SlotSet bound_in(const ast::Pattern& pattern) const;
  SlotSet bound_in(const ast::Query& query) const;
  PlanPtr union_of(const ast::Query& query, std::vector<PlanPtr> parts,
                   const std::vector<std::vector<ast::ColumnInfo>>& columns, double rows);
  Result<Subplan> plan_comprehension(const ast::PatternComprehensionExpression& expression);
  Result<Subplan> plan_subquery_expression(const ast::SubqueryExpression& expression);
  Result<Create> make_create(const std::vector<const ast::PatternPart*>& parts, SlotSet& bound);
  Status append_properties(const ast::ExpressionPtr& properties, std::vector<PropertyValue>& out,
                           std::optional<PlanExpression>& map);
  Status set_property_target(const ast::Expression& target, SetEntry& entry);
  Result<std::vector<SetEntry>> make_set_entries(const std::vector<ast::SetItem>& items);

  ast::Statement& statement_;
  Cardinality estimate_;
  bool rewrites_;
  std::map<const ast::Expression*, Slot> computed_;
  Slot weight_ = ast::kNoSlot;
  std::size_t finished_operators_ = 0;  // of the subplans
  SlotSet bound_;                       // of the clause being planned, for subplans
  double wanted_rows_ = kAllRows;       // of the clause being planned
};

/// Sets how many rows are wanted of what is planned while it lives.
class WantedRows {
 public:
  WantedRows(PlannerContext& context, double rows)
      : place_(context.wanted_rows_), outer_(std::exchange(place_, rows)) {}
  ~WantedRows() { place_ = outer_; }
  WantedRows(const WantedRows&) = delete;
  WantedRows& operator=(const WantedRows&) = delete;

 private:
  double& place_;
  double outer_;
};

/// True if the query, or a subquery in it, has an updating clause.
bool query_writes(const ast::Query& query);

}  // namespace dossier::query::planner
