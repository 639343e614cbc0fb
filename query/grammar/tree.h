// The parse tree: the rules of grammar.h that mean something, in the order of the text, flat in one array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "query/grammar/outline.h"

namespace dossier::query::grammar {

// Every rule that becomes a node: the name of the rule, and that of its kind.
#define DOSSIER_GRAMMAR_NODES(X)                                                                                   \
  X(regular_query, RegularQuery) X(union_all, UnionAll) X(union_distinct, UnionDistinct)                           \
  X(single_query, SingleQuery) X(explain, Explain) X(profile, Profile) X(where, Where)                             \
  X(optional_sign, OptionalSign) X(match_clause, MatchClause) X(variable, Variable)                                \
  X(unwind_clause, UnwindClause) X(set_labels, SetLabels) X(set_value, SetValue) X(set_merge, SetMerge)            \
  X(set_item, SetItem) X(set_clause, SetClause) X(on_match, OnMatch) X(on_create, OnCreate)                        \
  X(merge_clause, MergeClause) X(create_clause, CreateClause) X(detach_sign, DetachSign)                           \
  X(delete_clause, DeleteClause) X(remove_item, RemoveItem) X(remove_clause, RemoveClause)                         \
  X(foreach_clause, ForeachClause) X(import_all, ImportAll) X(call_imports, CallImports)                           \
  X(call_subquery, CallSubquery) X(procedure_name, ProcedureName) X(procedure_arguments, ProcedureArguments)       \
  X(procedure_result_field, ProcedureResultField) X(yield_item, YieldItem) X(yield_star, YieldStar)                \
  X(yield_items, YieldItems) X(call_clause, CallClause) X(projection_alias, ProjectionAlias)                       \
  X(projection_item, ProjectionItem) X(projection_star, ProjectionStar) X(descending, Descending)                  \
  X(sort_item, SortItem) X(order, Order) X(skip, Skip) X(limit, Limit) X(distinct_sign, DistinctSign)              \
  X(projection_body, ProjectionBody) X(with_clause, WithClause) X(return_clause, ReturnClause)                     \
  X(order_by_and_page, OrderByAndPage)       X(concatenate_sign, ConcatenateSign) X(normal_form, NormalForm)       \
  X(is_normalized, IsNormalized) X(is_typed, IsTyped) X(value_type, ValueType)                                     \
  X(path_variable, PathVariable) X(any_shortest, AnyShortest) X(all_shortest, AllShortest)                         \
  X(shortest_path, ShortestPath) X(all_shortest_paths, AllShortestPaths) X(pattern_part, PatternPart)              \
  X(pattern, Pattern) X(name_text, NameText) X(node_pattern, NodePattern) X(range_minimum, RangeMinimum)           \
  X(range_maximum, RangeMaximum) X(range_dots, RangeDots) X(range_literal, RangeLiteral)                           \
  X(malformed_range, MalformedRange) X(relationship_detail, RelationshipDetail)                                    \
  X(left_arrow_head, LeftArrowHead) X(right_arrow_head, RightArrowHead)                                            \
  X(quantifier_one_or_more, QuantifierOneOrMore) X(quantifier_any, QuantifierAny)                                  \
  X(quantifier_dots, QuantifierDots) X(quantifier_range, QuantifierRange)                                          \
  X(relationship_pattern, RelationshipPattern) X(group_where, GroupWhere) X(pattern_group, PatternGroup)           \
  X(pattern_element, PatternElement) X(schema_name, SchemaName) X(label_any, LabelAny)                             \
  X(label_not_sign, LabelNotSign) X(label_not, LabelNot) X(label_and, LabelAnd) X(label_or, LabelOr)               \
  X(label_expression, LabelExpression) X(pattern_labels, PatternLabels) X(type_expression, TypeExpression)         \
  X(expression, Expression)                                                                                        \
  X(or_expression, OrExpression) X(xor_expression, XorExpression) X(and_expression, AndExpression)                 \
  X(not_sign, NotSign) X(not_expression, NotExpression) X(not_equal, NotEqual) X(less_equal, LessEqual)            \
  X(greater_equal, GreaterEqual) X(equal, Equal) X(less, Less) X(greater, Greater)                                 \
  X(comparison_expression, ComparisonExpression) X(starts_with, StartsWith) X(ends_with, EndsWith)                 \
  X(contains, Contains) X(in_list, InList) X(regular_expression, RegularExpression) X(is_null, IsNull)             \
  X(is_not_null, IsNotNull) X(string_list_null_predicate_expression, StringListNullPredicateExpression)            \
  X(plus_sign, PlusSign) X(minus_sign, MinusSign) X(times_sign, TimesSign) X(divide_sign, DivideSign)              \
  X(modulo_sign, ModuloSign) X(add_or_subtract_expression, AddOrSubtractExpression)                                \
  X(multiply_divide_modulo_expression, MultiplyDivideModuloExpression)                                             \
  X(power_of_expression, PowerOfExpression) X(unary_add_or_subtract_expression, UnaryAddOrSubtractExpression)      \
  X(property_lookup, PropertyLookup) X(list_operator, ListOperator) X(node_labels, NodeLabels)                     \
  X(non_arithmetic_operator_expression, NonArithmeticOperatorExpression)                                           \
  X(property_expression, PropertyExpression) X(parameter, Parameter) X(when_branch, WhenBranch)                    \
  X(case_else, CaseElse) X(case_subject, CaseSubject) X(case_expression, CaseExpression)                           \
  X(count_star, CountStar) X(subquery_pattern, SubqueryPattern) X(exists_subquery, ExistsSubquery)                 \
  X(count_subquery, CountSubquery) X(collect_subquery, CollectSubquery) X(id_in_coll, IdInColl)                    \
  X(filter_expression, FilterExpression) X(quantifier_all, QuantifierAll) X(quantifier_any_of, QuantifierAnyOf)    \
  X(quantifier_none, QuantifierNone) X(quantifier_single, QuantifierSingle) X(reduce, Reduce)                      \
  X(comprehension_value, ComprehensionValue) X(list_comprehension, ListComprehension)                              \
  X(pattern_comprehension, PatternComprehension) X(list_literal, ListLiteral) X(map_entry, MapEntry)               \
  X(map_literal, MapLiteral) X(project_all, ProjectAll) X(project_property, ProjectProperty)                       \
  X(project_variable, ProjectVariable) X(map_projection, MapProjection)                                            \
  X(relationships_pattern, RelationshipsPattern) X(pattern_predicate, PatternPredicate)                            \
  X(shortest_path_expression, ShortestPathExpression) X(parenthesized_expression, ParenthesizedExpression)         \
  X(function_name, FunctionName) X(function_invocation, FunctionInvocation) X(double_literal, DoubleLiteral)       \
  X(integer_literal, IntegerLiteral) X(malformed_number, MalformedNumber) X(string_literal, StringLiteral)         \
  X(boolean_literal, BooleanLiteral) X(null_literal, NullLiteral)

enum class Kind : std::uint8_t {
  kNone,
#define DOSSIER_KIND(rule, name) k##name,
  DOSSIER_GRAMMAR_NODES(DOSSIER_KIND)
#undef DOSSIER_KIND
};

/// Rules of the precedence ladder: with one child they mean what the child means.
constexpr bool is_rung(Kind kind) {
  switch (kind) {
    case Kind::kOrExpression: case Kind::kXorExpression: case Kind::kAndExpression: case Kind::kNotExpression:
    case Kind::kComparisonExpression: case Kind::kStringListNullPredicateExpression:
    case Kind::kAddOrSubtractExpression: case Kind::kMultiplyDivideModuloExpression: case Kind::kPowerOfExpression:
    case Kind::kUnaryAddOrSubtractExpression: case Kind::kNonArithmeticOperatorExpression:
    case Kind::kPropertyExpression: return true;
    default: return false;
  }
}

/// One matched rule. Its children follow it in the array; `after` is the index after the last of them.
struct Entry {
  Kind kind = Kind::kNone;
  std::uint32_t begin = 0, end = 0;  // bytes, without blanks at the end
  std::uint32_t after = 0;
};

/// A place in the tree, as a pointer would be.
class Node {
 public:
  Node() = default;
  Node(const std::vector<Entry>* entries, std::uint32_t index) : entries_(entries), index_(index) {}

  explicit operator bool() const { return entries_ != nullptr; }
  Kind kind() const { return entry().kind; }
  bool is(Kind kind) const { return entry().kind == kind; }
  std::size_t begin() const { return entry().begin; }
  std::size_t end() const { return entry().end; }

  class Iterator {
   public:
    Iterator(const std::vector<Entry>* entries, std::uint32_t index) : entries_(entries), index_(index) {}
    Node operator*() const { return {entries_, index_}; }
    Iterator& operator++() {
      index_ = (*entries_)[index_].after;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const std::vector<Entry>* entries_;
    std::uint32_t index_;
  };
  struct Children {
    Iterator first, last;
    Iterator begin() const { return first; }
    Iterator end() const { return last; }
  };
  Children children() const { return {{entries_, index_ + 1}, {entries_, entry().after}}; }
  bool has_children() const { return entry().after > index_ + 1; }
  /// The first child; a null node where there is none.
  Node first() const { return has_children() ? Node(entries_, index_ + 1) : Node(); }
  /// The child's next brother within `parent`; a null node after the last.
  Node next_in(Node parent) const {
    return entry().after < parent.entry().after ? Node(entries_, entry().after) : Node();
  }
  /// The first child of that kind; a null node where there is none.
  Node find(Kind kind) const {
    for (const Node child : children()) {
      if (child.is(kind)) return child;
    }
    return {};
  }

 private:
  const Entry& entry() const { return (*entries_)[index_]; }
  const std::vector<Entry>* entries_ = nullptr;
  std::uint32_t index_ = 0;
};

struct Tree {
  std::vector<Entry> entries;
  std::vector<Node> roots() const {
    std::vector<Node> found;
    for (std::uint32_t i = 0; i < entries.size(); i = entries[i].after) found.emplace_back(&entries, i);
    return found;
  }
};

}  // namespace dossier::query::grammar
