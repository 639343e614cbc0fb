// The parts of binder.h, over several files.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/status.h"
#include "query/ast/ast.h"
#include "query/ast/catalog.h"
#include "query/ast/scope.h"

namespace dossier::query::ast {

/// Whether a value of that type may be given for an argument declared so ("INTEGER?").
bool argument_fits(const std::string& declared, graph::ValueType type);
std::string argument_in_words(const std::string& declared);

enum class Aggregates { kRefused, kAllowed, kInsideOne };

/// What may stand at some place of an expression.
struct Place {
  Aggregates aggregates = Aggregates::kRefused;
  bool pattern = false;  // a pattern may stand for a boolean
  Place without_pattern() const { return {aggregates, false}; }
};
inline constexpr Place kPlain{};
inline constexpr Place kCondition{Aggregates::kRefused, true};

/// Binds one statement. The first thing found wrong is kept in status().
class QueryBinder {
 public:
  QueryBinder(Statement& statement, const ProcedureCatalog& procedures)
      : statement_(statement), procedures_(procedures) {}

  Status run();

 private:
  // query_binder.cc: queries and clauses
  using Columns = std::vector<ColumnInfo>;
  std::vector<Columns> query(Query& query);
  Columns single_query(SingleQuery& query);
  void share_columns(std::vector<Columns>& columns, Query& query);
  void clause(Clause& clause, Columns& columns);
  void match(MatchClause& clause);
  void with(WithClause& clause, SourceSpan place);
  void unwind(UnwindClause& clause, SourceSpan place);
  void foreach_in(ForeachClause& clause);
  void set_items(std::vector<SetItem>& items);
  void remove(RemoveClause& clause);
  void delete_in(DeleteClause& clause);
  void merge(MergeClause& clause);
  void condition(ExpressionPtr& expression);
  void writes(SourceSpan place);
  void storable(const Expression& value);

  // bind_call.cc
  void call(CallClause& clause, SourceSpan place, Columns& columns);
  void call_arguments(CallClause& clause, const ProcedureSignature& signature, SourceSpan place);
  void call_yields(CallClause& clause, const ProcedureSignature& signature, SourceSpan place);
  void call_subquery(SubqueryClause& clause, SourceSpan place);

  // bind_projection.cc
  Scope projection(Projection& projection, SourceSpan place, ExpressionPtr* condition, Columns* columns);
  void expand_star(Projection& projection, SourceSpan place);
  Scope projected_scope(Projection& projection);
  /// The items of a projection, to be found by what they say.
  struct ItemIndex {
    const Projection& projection;
    std::multimap<std::string, std::size_t> by_key;
    std::set<std::string> aliases;
    std::vector<bool> aggregates;
  };
  static constexpr std::size_t kMaxProjectedItems =
      200'000;  // WITH * again and again makes them without many words
  std::size_t projected_items_ = 0;
  ItemIndex index_items(Projection& projection) const;
  void order_and_condition(Projection& projection, const ItemIndex& items, const Scope& projected,
                           ExpressionPtr* condition);
  void replace_projected(ExpressionPtr& expression, const ItemIndex& items, bool with_aggregate);
  void split_aggregation(ExpressionPtr& expression, const ItemIndex& items, const Scope& before);
  void row_count(ExpressionPtr& expression, const char* word);
  bool aggregates(Expression& expression) const;
  std::string key(const Expression& expression) const;

  // bind_pattern.cc
  enum class PatternUse { kMatch, kCreate, kMerge, kPredicate };
  void pattern(Pattern& pattern, PatternUse use);
  void declare_part(PatternPart& part, PatternUse use, std::set<std::string>& relationships);
  void declare_node(NodePattern& node, PatternUse use, bool alone);
  void declare_relationship(RelationshipPattern& relationship, PatternUse use, std::set<std::string>& seen);
  void declare_group(QuantifiedPattern& group, std::set<std::string>& relationships);
  void declare_path(PatternPart& part, PatternUse use);
  void check_created(const NodePattern& node);
  void check_created(const RelationshipPattern& relationship, PatternUse use);
  void bind_element(PatternElement& element, PatternUse use);
  void bind_properties(ExpressionPtr& properties, PatternUse use);

  // bind_expression.cc
  StaticType expression(ExpressionPtr& expression, Place place);
  StaticType part(LiteralExpression& e, Expression& whole, Place place);
  StaticType part(ParameterExpression& e, Expression& whole, Place place);
  StaticType part(VariableExpression& e, Expression& whole, Place place);
  StaticType part(ListExpression& e, Expression& whole, Place place);
  StaticType part(MapExpression& e, Expression& whole, Place place);
  StaticType part(PropertyExpression& e, Expression& whole, Place place);
  StaticType part(LabelPredicateExpression& e, Expression& whole, Place place);
  StaticType part(SubscriptExpression& e, Expression& whole, Place place);
  StaticType part(SliceExpression& e, Expression& whole, Place place);
  StaticType part(UnaryExpression& e, Expression& whole, Place place);
  StaticType part(BinaryExpression& e, Expression& whole, Place place);
  StaticType part(ComparisonExpression& e, Expression& whole, Place place);
  StaticType part(CaseExpression& e, Expression& whole, Place place);
  StaticType part(FunctionCallExpression& e, Expression& whole, Place place);
  StaticType part(CountStarExpression& e, Expression& whole, Place place);
  StaticType part(ListComprehensionExpression& e, Expression& whole, Place place);
  StaticType part(PatternComprehensionExpression& e, Expression& whole, Place place);
  StaticType part(QuantifierExpression& e, Expression& whole, Place place);
  StaticType part(ReduceExpression& e, Expression& whole, Place place);
  StaticType part(PatternPredicateExpression& e, Expression& whole, Place place);
  StaticType part(SubqueryExpression& e, Expression& whole, Place place);
  StaticType part(MapProjectionExpression& e, Expression& whole, Place place);
  StaticType arithmetic(BinaryExpression& e, StaticType left, StaticType right);
  StaticType aggregate(FunctionCallExpression& e, const FunctionSignature& signature, Expression& whole,
                       Place place);
  void call_signature(FunctionCallExpression& e, const FunctionSignature& signature, const Expression& whole);
  void require_argument(const FunctionCallExpression& e, std::size_t i, StaticType type,
                        const FunctionSignature& signature);
  void boolean(ExpressionPtr& expression, Place place, const char* where);
  void require(const Expression& expression, StaticType type, TypeSet wanted, std::string message,
               const char* error_type = "SyntaxError");

  // name_uses.cc: labels, types and keys, for warnings
  void looks_for(const LabelExpression* labels, NameUse::Kind kind);
  void looks_for(const NodePattern& node);
  void looks_for(const RelationshipPattern& relationship);
  void looks_for_keys(const Expression* properties);
  void looks_for_key(const PropertyExpression& property, SourceSpan whole, StaticType owner);
  void looks_like(NameUse::Kind kind, const std::string& variable, SourceSpan pattern);
  void hint_at_null(const ComparisonExpression& comparison, SourceSpan place);
  void makes(NameUse::Kind kind, const std::string& name) { made_.emplace(kind, name); }
  void makes(const LabelExpression* labels);
  void makes_keys(const Expression* properties);
  void forget_made_names();

  /// A variable that hides one of the same name until the end of the block.
  class Local {
   public:
    Local(QueryBinder& binder, const std::string& name, StaticType type);
    ~Local();
    Local(const Local&) = delete;
    Local& operator=(const Local&) = delete;
    Slot slot() const { return slot_; }

   private:
    QueryBinder& binder_;
    std::string name_;
    std::optional<Variable> hidden_;
    Slot slot_;
  };

  // names and errors
  Slot new_slot(std::string name);
  Slot declare(const std::string& name, StaticType type);
  Slot anonymous(char letter);
  const Variable* find(std::string_view name) const;
  void undefined(std::string_view name, SourceSpan place);
  std::string instead_of_variable(const std::string& name) const;
  bool refuse_bound(const std::string& name, SourceSpan place);
  void fail(SourceSpan place, std::string detail, std::string message, std::string suggestion = {},
            std::string type = "SyntaxError");
  /// Adds it to a failure that has none.
  void suggest_instead(const char* suggestion);
  bool failed() const { return !status_.ok(); }

  Statement& statement_;
  const ProcedureCatalog& procedures_;
  Status status_;
  Scope scope_;
  std::set<std::string, std::less<>> left_behind_;        // variables that a WITH did not pass on
  const Scope* around_subquery_ = nullptr;                // in EXISTS { } and the like: what WITH cannot hide
  std::set<std::pair<NameUse::Kind, std::string>> made_;  // names that the query itself writes
  const Scope* around_call_ = nullptr;                    // in CALL { }: what it could have imported
  bool read_only_ = false;                                // in EXISTS { } and the like
};

}  // namespace dossier::query::ast
