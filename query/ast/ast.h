// The abstract syntax of a query, named as the openCypher grammar names it, with the place of every part.
// ast/builder makes it; ast/binder checks it and fills in the fields under "bound"; the planner reads it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/graph/ids.h"
#include "dossier/graph/value.h"

namespace dossier::query::ast {

/// Half-open byte range of the query text.
struct SourceSpan {
  std::size_t begin = 0, end = 0;
};

/// A variable's place in a row. Every declaration in a query, in whatever scope, has a slot of its own, so one
/// flat row serves the whole query and its subqueries.
using Slot = std::int32_t;
inline constexpr Slot kNoSlot = -1;

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;
struct Pattern;
struct Query;

enum class UnaryOperator : std::uint8_t { kNot, kPlus, kMinus, kIsNull, kIsNotNull };
enum class BinaryOperator : std::uint8_t {
  kOr,
  kXor,
  kAnd,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kPower,
  kStartsWith,
  kEndsWith,
  kContains,
  kIn,
  kRegexMatch,
};
enum class ComparisonOperator : std::uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual
};
enum class QuantifierKind : std::uint8_t { kAll, kAny, kNone, kSingle };

struct LiteralExpression {
  graph::Value value;
};
struct ParameterExpression {
  std::string name;
};
struct VariableExpression {
  std::string name;
  Slot slot = kNoSlot;  // bound
};
struct ListExpression {
  std::vector<ExpressionPtr> items;
};
struct MapExpression {
  std::vector<std::pair<std::string, ExpressionPtr>> entries;
};
struct PropertyExpression {
  ExpressionPtr owner;
  std::string key;
};
/// An openCypher label predicate or a label expression: `n:A:B`, `n:A|B&!C`.
struct LabelExpression;
struct LabelPredicateExpression {
  ExpressionPtr operand;
  std::unique_ptr<LabelExpression> labels;
};
struct SubscriptExpression {
  ExpressionPtr list, index;
};  // list[i], map['k'], node['k']
struct SliceExpression {
  ExpressionPtr list, from, to;
};  // from, to may be null
struct UnaryExpression {
  UnaryOperator op;
  ExpressionPtr operand;
};
struct BinaryExpression {
  BinaryOperator op;
  ExpressionPtr left, right;
};
/// a < b <= c: every operand once, joined by AND.
struct ComparisonExpression {
  std::vector<ExpressionPtr> operands;
  std::vector<ComparisonOperator> operators;
};
struct CaseExpression {
  ExpressionPtr subject;                                          // null: the generic form
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> branches;  // without a result: that of the next one
  ExpressionPtr otherwise;                                        // may be null
};
struct FunctionCallExpression {
  std::string name;  // as written, namespaces joined by '.'
  std::vector<ExpressionPtr> arguments;
  bool distinct = false;
  bool is_aggregate = false;  // bound
  SourceSpan name_span;       // of the name alone
};
struct CountStarExpression {};
struct ListComprehensionExpression {
  std::string variable;
  ExpressionPtr list, condition, projection;  // the last two may be null
  Slot slot = kNoSlot;                        // bound
};
struct PatternComprehensionExpression {
  std::unique_ptr<Pattern> pattern;  // one part
  ExpressionPtr condition, projection;
};
struct QuantifierExpression {
  QuantifierKind kind;
  std::string variable;
  ExpressionPtr list, condition;
  Slot slot = kNoSlot;  // bound
};
struct ReduceExpression {
  std::string accumulator;
  ExpressionPtr initial;
  std::string variable;
  ExpressionPtr list, body;
  Slot accumulator_slot = kNoSlot, slot = kNoSlot;  // bound
};
/// A pattern where a boolean stands: `WHERE (a)-->(b)`.
struct PatternPredicateExpression {
  std::unique_ptr<Pattern> pattern;
};
enum class SubqueryKind : std::uint8_t { kExists, kCount, kCollect };
struct SubqueryExpression {  // EXISTS { ... }, COUNT { ... }, COLLECT { ... }
  SubqueryKind kind;
  std::unique_ptr<Query> query;  // `{ pattern WHERE ... }` is built as MATCH pattern WHERE ... (no RETURN)
};
struct MapProjectionItem {  // n { .key, key: expr, variable, .* }
  enum class Kind : std::uint8_t { kProperty, kEntry, kVariable, kAll } kind;
  std::string key;
  ExpressionPtr value;  // of kEntry and kVariable
};
struct MapProjectionExpression {
  ExpressionPtr subject;
  std::vector<MapProjectionItem> items;
};

struct Expression {
  using Node =
      std::variant<LiteralExpression, ParameterExpression, VariableExpression, ListExpression, MapExpression,
                   PropertyExpression, LabelPredicateExpression, SubscriptExpression, SliceExpression,
                   UnaryExpression, BinaryExpression, ComparisonExpression, CaseExpression,
                   FunctionCallExpression, CountStarExpression, ListComprehensionExpression,
                   PatternComprehensionExpression, QuantifierExpression, ReduceExpression,
                   PatternPredicateExpression, SubqueryExpression, MapProjectionExpression>;
  Node node;
  SourceSpan span;
  bool parenthesized = false;
};

struct LabelExpression {
  enum class Kind : std::uint8_t { kName, kAnd, kOr, kNot, kAny } kind = Kind::kName;  // kAny: `%`
  std::string name;
  std::vector<std::unique_ptr<LabelExpression>> operands;
  SourceSpan span;
};

struct NodePattern {
  std::string variable;                     // empty: anonymous
  std::unique_ptr<LabelExpression> labels;  // may be null; `:A:B` is kAnd
  std::optional<std::string> name_text;     // ("Xi"): our extension
  ExpressionPtr properties;                 // map or parameter; may be null
  ExpressionPtr condition;                  // inline WHERE; may be null
  SourceSpan span;
  Slot slot = kNoSlot;    // bound; anonymous ones too
  bool declares = false;  // bound: first occurrence in its scope
};

struct VariableLength {
  std::optional<std::int64_t> minimum, maximum;
};  // *, *2, *1..3; {1,3} likewise

struct RelationshipPattern {
  std::string variable;
  std::vector<std::string> types;                    // alternatives; empty: any
  std::vector<SourceSpan> type_spans;                // where each of `types` stands
  std::unique_ptr<LabelExpression> type_expression;  // only where `types` cannot say it
  std::optional<VariableLength> length;  // absent: exactly one, bound as a relationship and not as a list
  bool quantified = false;               // -[..]->{1,3}
  ExpressionPtr properties;
  ExpressionPtr condition;
  graph::Direction direction = graph::Direction::kBoth;
  SourceSpan span;
  Slot slot = kNoSlot;
  bool declares = false;
};

struct PatternElement;
/// ((a)-[:p]->(b)){2,4}: our extension after ISO GQL. Its variables are lists outside.
struct QuantifiedPattern {
  std::unique_ptr<PatternElement> element;
  ExpressionPtr condition;
  std::optional<std::int64_t> minimum, maximum;
  SourceSpan span;
  std::vector<std::pair<Slot, Slot>> groups;  // bound: inner slot, outer list slot
};

/// Node, relationship, node, ..., node. nodes.size() == relationships.size() + 1.
/// A QuantifiedPattern stands where a relationship does.
struct PatternElement {
  std::vector<NodePattern> nodes;
  std::vector<std::variant<RelationshipPattern, QuantifiedPattern>> relationships;
};

enum class PathSelector : std::uint8_t {
  kNone,
  kAnyShortest,
  kAllShortest
};  // shortestPath(), allShortestPaths() too

struct PatternPart {
  std::string path_variable;  // empty: none
  PathSelector selector = PathSelector::kNone;
  PatternElement element;
  SourceSpan span;
  Slot path_slot = kNoSlot;
};

struct Pattern {
  std::vector<PatternPart> parts;
};

struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string alias;  // the column's name: AS name, or the source text
  bool aliased = false;
  Slot slot = kNoSlot;  // bound: where the result goes
};

/// What WITH and RETURN share.
struct Projection {
  bool distinct = false;
  bool star = false;  // bound: `items` then also holds what * stands for, first, by name
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order_by;
  ExpressionPtr skip, limit;
  bool aggregates = false;  // bound
};

struct MatchClause {
  bool optional = false;
  Pattern pattern;
  ExpressionPtr condition;
};
struct UnwindClause {
  ExpressionPtr list;
  std::string variable;
  Slot slot = kNoSlot;
};
struct WithClause {
  Projection projection;
  ExpressionPtr condition;
};
struct ReturnClause {
  Projection projection;
};
struct CreateClause {
  Pattern pattern;
};

struct SetItem {
  enum class Kind : std::uint8_t {
    kProperty,
    kReplace,
    kMerge,
    kLabels
  } kind;                // a.b = x, a = x, a += x, a:L
  ExpressionPtr target;  // a property for kProperty, else the entity
  ExpressionPtr value;
  std::vector<std::string> labels;
  SourceSpan span;
};
struct SetClause {
  std::vector<SetItem> items;
};
struct RemoveItem {
  ExpressionPtr target;  // a property, or the entity whose labels go
  std::vector<std::string> labels;
  SourceSpan span;
};
struct RemoveClause {
  std::vector<RemoveItem> items;
};
struct DeleteClause {
  bool detach = false;
  std::vector<ExpressionPtr> expressions;
};
struct MergeClause {
  PatternPart part;
  std::vector<SetItem> on_create, on_match;
};
struct YieldItem {
  std::string field, variable;
  SourceSpan span;
  Slot slot = kNoSlot;
};
struct CallClause {
  std::string procedure;
  bool has_arguments = false;  // without parentheses: arguments come from parameters of those names
  std::vector<ExpressionPtr> arguments;
  bool has_yield = false, yield_star = false;
  std::vector<YieldItem> yields;  // bound: filled in for a standalone call and for YIELD *
  ExpressionPtr condition;        // YIELD ... WHERE
  bool standalone = false;
};
struct SubqueryClause {  // CALL { ... }, CALL (x) { ... }
  std::unique_ptr<Query> query;
  std::vector<std::string> imports;
  bool imports_all = false;
};
struct ForeachClause;

struct Clause {
  using Node =
      std::variant<MatchClause, UnwindClause, WithClause, ReturnClause, CreateClause, SetClause, RemoveClause,
                   DeleteClause, MergeClause, CallClause, SubqueryClause, std::unique_ptr<ForeachClause>>;
  Node node;
  SourceSpan span;
};

struct ForeachClause {
  std::string variable;
  ExpressionPtr list;
  std::vector<Clause> clauses;
  Slot slot = kNoSlot;
};

struct SingleQuery {
  std::vector<Clause> clauses;
};

struct Query {
  std::vector<SingleQuery> parts;  // joined by UNION
  std::vector<bool> union_all;     // parts.size() - 1
  SourceSpan span;
};

struct ColumnInfo {
  std::string name;
  Slot slot = kNoSlot;
};

/// A label, type or property key that the query looks for, and where it stands; or a variable of a pattern that says
/// nothing else, which may have been meant as one.
struct NameUse {
  enum class Kind : std::uint8_t { kLabel, kType, kKey, kLikeLabel, kLikeType } kind;
  std::string name;
  SourceSpan span;
};

/// What is right, but hardly meant.
struct Hint {
  std::string message;
  SourceSpan span;
};

enum class ExplainMode : std::uint8_t { kNone, kExplain, kProfile };

/// One whole query text.
struct Statement {
  std::string text;
  ExplainMode explain = ExplainMode::kNone;
  Query query;
  // bound
  Slot slot_count = 0;
  std::vector<std::string> slot_names;  // for plans; anonymous ones are "  n3", "  r4"
  std::vector<std::vector<ColumnInfo>>
      columns;                          // of each UNION part, in the order of the first; names of the first
  std::vector<std::string> parameters;  // that it reads, sorted, each once
  std::map<std::string, SourceSpan> parameter_places;  // the first of each
  std::vector<std::pair<std::string, std::string>>
      typed_parameters;             // of a CALL without parentheses: name, type
  std::vector<NameUse> looked_for;  // read, and not written by the query itself: see unknown_names()
  std::vector<Hint> hints;
  bool writes = false;
};

}  // namespace dossier::query::ast
