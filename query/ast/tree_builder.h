// The parts of builder.h: one member a rule of the grammar, over several files.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/ast/ast.h"
#include "query/grammar/tree.h"

namespace dossier::query::ast {

/// Turns a parse tree into an Ast. The first thing found wrong is kept in status(); what is built after it is of
/// no use.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : text_(text) {}

  Statement statement(const grammar::Tree& tree);
  const Status& status() const { return status_; }

 private:
  using Node = grammar::Node;
  using Kind = grammar::Kind;

  enum class QueryPlace { kWhole, kCall, kSubquery };  // a whole query, CALL { }, EXISTS { } and the like

  // tree_builder.cc: queries and clauses
  Query query(Node node, QueryPlace place);
  SingleQuery single_query(Node node, QueryPlace place);
  void check_order(const SingleQuery& query, QueryPlace place);
  void fail_after_return(const Clause& next, const std::string& word);
  Clause clause(Node node);
  MatchClause match_clause(Node node);
  UnwindClause unwind_clause(Node node);
  WithClause with_clause(Node node);
  MergeClause merge_clause(Node node);
  DeleteClause delete_clause(Node node);
  RemoveClause remove_clause(Node node);
  CallClause call_clause(Node node);
  void yield_items(Node node, CallClause& call);
  SubqueryClause call_subquery(Node node);
  std::unique_ptr<ForeachClause> foreach_clause(Node node);
  Projection projection(Node node);
  std::vector<SetItem> set_items(Node set_clause);
  SetItem set_item(Node node);
  RemoveItem remove_item(Node node);

  // build_pattern.cc
  Pattern pattern(Node node);
  PatternPart pattern_part(Node node);
  PatternElement pattern_element(Node node);
  PatternElement relationships_pattern(Node node);
  NodePattern node_pattern(Node node);
  RelationshipPattern relationship_pattern(Node node);
  void relationship_detail(Node node, RelationshipPattern& relationship);
  QuantifiedPattern quantified_pattern(Node group);
  void append_group(Node group, PatternElement& element);
  VariableLength range(Node node);
  VariableLength path_quantifier(Node node);
  std::unique_ptr<LabelExpression> labels(Node node);
  std::unique_ptr<Pattern> one_part(PatternElement element, Node node);

  // build_expression.cc: operators
  ExpressionPtr expression(Node node);
  ExpressionPtr of_kind(Node node);
  ExpressionPtr logical(Node node, BinaryOperator op);
  ExpressionPtr balanced(std::vector<ExpressionPtr>& operands, std::size_t begin, std::size_t end,
                         BinaryOperator op);
  ExpressionPtr negation(Node node);
  ExpressionPtr comparison(Node node);
  ExpressionPtr string_list_null(Node node);
  ExpressionPtr type_or_form(ExpressionPtr operand, Node node);
  ExpressionPtr arithmetic(Node node);
  ExpressionPtr signed_expression(Node node);
  ExpressionPtr with_lookups(Node node);
  ExpressionPtr lookup(ExpressionPtr owner, Node node);
  ExpressionPtr list_operator(ExpressionPtr owner, Node node);

  // build_atom.cc
  ExpressionPtr case_expression(Node node);
  ExpressionPtr function_invocation(Node node);
  ExpressionPtr quantifier(Node node, QuantifierKind kind);
  ExpressionPtr reduce(Node node);
  ExpressionPtr list_comprehension(Node node);
  ExpressionPtr pattern_comprehension(Node node);
  ExpressionPtr list_literal(Node node);
  ExpressionPtr map_literal(Node node);
  ExpressionPtr map_projection(Node node);
  ExpressionPtr subquery(Node node, SubqueryKind kind);
  ExpressionPtr shortest_path(Node node);

  // build_literal.cc
  ExpressionPtr literal(Node node, graph::Value value);
  ExpressionPtr integer(Node node, bool negative, std::size_t begin);
  std::int64_t range_bound(Node node);
  ExpressionPtr floating(Node node);
  std::string string_text(Node node);
  void append_escape(std::string& out, std::size_t& at, std::size_t end);
  bool append_code_point(std::string& out, std::size_t& at, std::size_t end);
  std::string name(Node node);
  std::string dotted_name(Node node);

  // places and errors
  std::string_view text(Node node) const { return text_.substr(node.begin(), node.end() - node.begin()); }
  static SourceSpan span(Node node) { return {node.begin(), node.end()}; }
  template <typename T>
  static ExpressionPtr make(T part, SourceSpan span) {
    return std::make_unique<Expression>(Expression{Expression::Node(std::move(part)), span});
  }
  void fail(SourceSpan place, std::string detail, std::string message, std::string suggestion = {});

  /// Counts how deep the expression that is being built lies; an operator's left operand lies below all that follow.
  class Depth {
   public:
    Depth(TreeBuilder& builder, Node node, int levels = 1);
    ~Depth() { builder_.depth_ -= levels_; }

   private:
    TreeBuilder& builder_;
    int levels_;
  };

  std::string_view text_;
  Status status_;
  int depth_ = 0;
  std::size_t clauses_ = 0;
};

}  // namespace dossier::query::ast
