// What the planner makes of a query: a tree of operators over rows of slots, and the expressions they evaluate.
//
// Rows are flat: every variable of the query has one slot, and each operator only fills in more of them. An operator
// with an inner plan (Optional, SemiApply, Apply, ...) hands its rows to the Argument at the bottom of that plan.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/graph/ids.h"
#include "query/ast/ast.h"
#include "query/executor/evaluator.h"
#include "query/executor/functions/registry.h"

namespace dossier::query::planner {

using ast::Slot;
using graph::Direction;

/// An expression of the query, compiled, with its text for EXPLAIN and its place for errors.
struct PlanExpression {
  std::shared_ptr<const CompiledExpression> code;
  ast::SourceSpan span;
  std::string text;
};

/// Some values of which a property must have one: each expression gives one, or the only one gives a list of them.
struct ValueChoice {
  std::vector<PlanExpression> expressions;
  bool list = false;
  std::size_t count = 0;  // of the list, where that is known

  double expected() const {
    return static_cast<double>(list ? (count > 0 ? count : 10) : expressions.size());
  }
};

/// What a row must satisfy; every set field is one condition on `slot`, `condition` on the row.
struct Predicate {
  enum class Kind : std::uint8_t {
    kExpression,
    kLabels,
    kProperty,
    kPropertyMap,
    kName
  } kind = Kind::kExpression;
  PlanExpression expression;  // the condition; the value of a property; the map
  Slot slot = ast::kNoSlot;
  std::vector<std::string> labels;            // kLabels: all of them
  std::string key;                            // kProperty; kName: the name
  std::shared_ptr<const ValueChoice> values;  // kExpression: it says that `key` of `slot` is one of these
  std::optional<double> share;  // of rows that satisfy it, where the planner knows more than its kind says
};

struct LogicalPlan;
using PlanPtr = std::unique_ptr<LogicalPlan>;

// Leaves and scans. Every scan has an input and gives its rows once for each row of it.
struct Argument {};
struct AllNodesScan {
  Slot node;
};
struct LabelScan {
  Slot node;
  std::string label;
};
/// Nodes by name: ("Xi") through names and aliases, or {name: expression} exactly.
struct NameSeek {
  Slot node;
  PlanExpression name;
  bool exact;
};
/// Nodes by an indexed property; the label, where one is known, narrows the scan when there is no index.
struct PropertySeek {
  Slot node;
  std::string label, key;
  PlanExpression value;
};
/// Nodes whose indexed property, or name, may have one of some values: a condition above tells.
struct ValuesSeek {
  Slot node;
  std::string key;
  ValueChoice values;
};
/// All relationships of some types, both ends unbound.
struct RelationshipScan {
  Slot start, relationship, end;
  std::vector<std::string> types;
  Direction direction;
  std::vector<Slot> distinct;  // as in Expand
};

// Pattern steps.
struct Expand {
  Slot from, relationship, to;
  std::vector<std::string> types;
  Direction direction;         // as walked from `from`
  bool into = false;           // `to` is bound
  std::vector<Slot> distinct;  // relationships (or lists of them) bound before in the same MATCH
};
/// The relationship is bound already; its ends may be.
struct BoundRelationship {
  Expand step;
  bool from_bound = false;
};
struct VariableExpand {
  Expand step;
  std::int64_t minimum = 1;
  std::optional<std::int64_t> maximum;
  bool list_bound = false;        // walks the list that is bound
  bool reversed = false;          // walked from the pattern's right end: the list is turned round
  bool ends_only = false;         // nobody asks for the list nor how often an end is reached: each end once
  Slot step_slot = ast::kNoSlot;  // where `conditions` find the relationship of a step
  std::vector<Predicate> conditions;  // of each relationship
};
/// ((a)-[:p]->(b)){2,4}: the inner plan (second input) makes one repetition.
struct QuantifiedExpand {
  Slot from, to;
  Slot inner_from, inner_to;
  bool into = false;
  bool reversed = false;
  std::int64_t minimum = 1;
  std::optional<std::int64_t> maximum;
  std::vector<std::pair<Slot, Slot>> groups;  // inner slot, outer list slot
  std::vector<Slot> inner_relationships;      // distinct over all repetitions, in pattern order
  Slot all = ast::kNoSlot;                    // their list, in path order
  std::vector<Slot> distinct;
};
struct ShortestPath {
  Expand step;  // both ends bound
  std::int64_t minimum = 1;
  std::optional<std::int64_t> maximum;
  bool all = false;
  bool single = false;    // a pattern of length one: binds a relationship, not a list
  bool reversed = false;  // as in VariableExpand
  Slot step_slot = ast::kNoSlot;
  std::vector<Predicate> conditions;
};
/// Of the rows, which are paths between `start` and `end`, for each pair of ends the shortest: one, or all.
struct KeepShortest {
  Slot start, end;
  std::vector<Slot> relationships;  // each holds one relationship or a list of them
  bool all = false;
};
/// Binds a path; elements are node, relationship (or list), node, ...
struct PathBuild {
  Slot path;
  std::vector<Slot> elements;
};

struct Filter {
  std::vector<Predicate> predicates;
};

// Operators with an inner plan, the second input.
struct Optional {
  std::vector<Slot> nulls;
  Slot number = ast::kNoSlot;
};  // number: see InnerPlan::start
struct SemiApply {
  bool anti = false;
  Slot number = ast::kNoSlot;
};
/// The inner plan is run once, from no row, and its rows are found by hash.
struct HashJoin {
  enum class Kind : std::uint8_t { kInner, kLeftOuter, kSemi, kAnti } kind = Kind::kInner;
  std::vector<std::pair<Slot, Slot>> keys;  // of the row, of the inner row; equal
  std::vector<Slot> payload;                // taken over from the inner row
  std::vector<std::pair<Slot, Slot>>
      distinct;  // relationships (or lists of them) that may not have one in common
};
struct Apply {
  bool writes = false;
  bool keep_rows = false;
};  // keep_rows: a unit subquery, run for its writes only

// Projection.
struct Assignment {
  Slot slot;
  PlanExpression expression;
};
struct Project {
  std::vector<Assignment> items;
};
struct AggregateCall {
  Slot slot;
  AggregateKind kind;
  bool distinct = false;
  std::vector<PlanExpression> arguments;
  ast::SourceSpan span;
  std::string text;
};
struct Aggregate {
  std::vector<Slot> keys;
  std::vector<AggregateCall> calls;
  std::vector<Slot> kept;  // what else is read of a group's first row
};
struct Distinct {
  std::vector<Slot> keys;
};
struct SortKey {
  PlanExpression expression;
  bool descending;
};
struct Sort {
  std::vector<SortKey> keys;
};
struct TopN {
  std::vector<SortKey> keys;
  std::optional<PlanExpression> skip;
  PlanExpression limit;
};
struct SkipLimit {
  std::optional<PlanExpression> skip, limit;
  bool exhaust = false;
};  // exhaust: writes below
struct Unwind {
  PlanExpression list;
  Slot slot;
};
struct Union {
  std::vector<std::vector<std::pair<Slot, Slot>>> copies;
};  // per input: from, to
struct Eager {};

// Writing.
struct PropertyValue {
  std::string key;
  PlanExpression value;
};
struct NewNode {
  Slot slot;
  std::vector<std::string> labels;
  std::vector<PropertyValue> properties;
  std::optional<PlanExpression> map;
};
struct NewRelationship {
  Slot slot, start, end;
  std::string type;
  std::vector<PropertyValue> properties;
  std::optional<PlanExpression> map;
};
struct CreateItem {
  std::variant<NewNode, NewRelationship> entity;
  ast::SourceSpan span;
};
struct Create {
  std::vector<CreateItem> items;
  std::vector<PathBuild> paths;
};
struct SetEntry {
  ast::SetItem::Kind kind;
  bool remove = false;    // REMOVE: the property, or the labels
  PlanExpression target;  // the entity
  std::string key;
  std::optional<PlanExpression> computed_key;  // n[key]
  PlanExpression value;
  std::vector<std::string> labels;
  ast::SourceSpan span;
};
struct SetProperties {
  std::vector<SetEntry> entries;
};
struct Delete {
  bool detach = false;
  std::vector<PlanExpression> expressions;
};
/// The inner plan (second input) matches; where it gives nothing for a row, `create` runs.
struct Merge {
  Create create;
  std::vector<SetEntry> on_create, on_match;
};
struct Foreach {
  PlanExpression list;
  Slot slot;
};  // the body is the second input

struct ProcedureCall {
  std::string name;
  std::vector<PlanExpression> arguments;
  std::vector<std::pair<std::string, Slot>> yields;  // field of the procedure, slot
  bool keep_rows = false;                            // a procedure without results
};

/// Nodes with at least one relationship of the types in that direction; a scan that counting starts from.
struct ConnectedNodesScan {
  Slot node;
  std::vector<std::string> types;
  Direction direction;
};

/// Binds `node` to what all its sides reach from their bound ends: sorted neighbour lists, intersected. Where
/// `count` is set, nothing is bound but how many ways there are, and rows with none are dropped.
struct Intersect {
  struct Side {
    Slot from, relationship;
    std::vector<std::string> types;
    Direction direction;
  };
  Slot node;
  std::vector<Side> sides;
  std::vector<Slot> distinct;  // relationships bound before, which may not occur again
  Slot count = ast::kNoSlot;
};

/// Puts into `count` the product over `factors` of the number of relationships from `from`; rows with none are dropped.
struct DegreeProduct {
  struct Factor {
    Slot from;
    std::vector<std::string> types;
    Direction direction;
    std::vector<Slot>
        minus;  // one less for each of these that is the same node: its relationship is used already
  };
  std::vector<Factor> factors;
  Slot count;
};

struct LogicalPlan {
  using Node =
      std::variant<Argument, AllNodesScan, LabelScan, NameSeek, PropertySeek, ValuesSeek, RelationshipScan,
                   Expand, BoundRelationship, VariableExpand, QuantifiedExpand, ShortestPath, PathBuild,
                   Filter, Optional, SemiApply, HashJoin, Apply, Project, Aggregate, Distinct, Sort, TopN,
                   SkipLimit, Unwind, Union, Eager, Create, SetProperties, Delete, Merge, Foreach,
                   ProcedureCall, ConnectedNodesScan, Intersect, DegreeProduct, KeepShortest>;
  Node node;
  std::vector<PlanPtr> inputs;  // the rows come from the first
  double rows = 1;              // estimated
  int id = 0;                   // of the operator in the query, for PROFILE
  std::size_t size = 1;         // operators in all, those of the inputs included
};

PlanPtr make_plan(LogicalPlan::Node node, PlanPtr input, double rows);
PlanPtr make_plan(LogicalPlan::Node node, PlanPtr input, PlanPtr inner, double rows);
PlanPtr make_plan(LogicalPlan::Node node, std::vector<PlanPtr> inputs, double rows);

/// How a subplan's rows become the value of an expression.
struct Subplan {
  enum class Kind : std::uint8_t { kExists, kCount, kCollect } kind;
  PlanPtr plan;
  std::optional<PlanExpression> value;  // of kCollect, for each row
  Slot column = ast::kNoSlot;           // of kCollect, where there is no `value`
  Slot weight = ast::kNoSlot;           // of kCount: how many matches a row stands for; kNoSlot: one
};

/// A compiled query: everything to run it, independent of parameters and of any one snapshot.
struct QueryPlan {
  std::unique_ptr<ast::Statement> statement;
  PlanPtr root;
  std::vector<Subplan> subplans;
  std::vector<ast::ColumnInfo> columns;
  std::vector<std::string> slot_names;
  Slot slot_count = 0;
  int operator_count = 0;
  bool writes = false;
};

/// The operator tree as indented text, one operator a line, with estimated rows; `annotate` may add to a line.
std::string describe(const QueryPlan& plan,
                     const std::function<std::string(const LogicalPlan&)>& annotate = {});
std::string_view operator_name(const LogicalPlan& plan);

}  // namespace dossier::query::planner
