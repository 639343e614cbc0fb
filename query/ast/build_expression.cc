#include "query/ast/tree_builder.h"

namespace dossier::query::ast {
namespace {

using grammar::Kind;

/// With one child it means what the child means.
bool passes_on(grammar::Node node) {
  return (node.is(Kind::kExpression) || grammar::is_rung(node.kind())) && !node.first().next_in(node);
}

ComparisonOperator comparison_operator(Kind kind) {
  switch (kind) {
    case Kind::kEqual:
      return ComparisonOperator::kEqual;
    case Kind::kNotEqual:
      return ComparisonOperator::kNotEqual;
    case Kind::kLess:
      return ComparisonOperator::kLess;
    case Kind::kLessEqual:
      return ComparisonOperator::kLessEqual;
    case Kind::kGreater:
      return ComparisonOperator::kGreater;
    default:
      return ComparisonOperator::kGreaterEqual;
  }
}

BinaryOperator binary_operator(Kind kind) {
  switch (kind) {
    case Kind::kStartsWith:
      return BinaryOperator::kStartsWith;
    case Kind::kEndsWith:
      return BinaryOperator::kEndsWith;
    case Kind::kContains:
      return BinaryOperator::kContains;
    case Kind::kInList:
      return BinaryOperator::kIn;
    case Kind::kRegularExpression:
      return BinaryOperator::kRegexMatch;
    case Kind::kPlusSign:
      return BinaryOperator::kAdd;
    case Kind::kMinusSign:
      return BinaryOperator::kSubtract;
    case Kind::kTimesSign:
      return BinaryOperator::kMultiply;
    case Kind::kDivideSign:
      return BinaryOperator::kDivide;
    default:
      return BinaryOperator::kModulo;
  }
}

int count_children(grammar::Node node) {
  int count = 0;
  for ([[maybe_unused]] const grammar::Node child : node.children()) ++count;
  return count;
}

/// Operators that only some queries have are calls of a function, which cannot be written so.
FunctionCallExpression call_of(std::string name, ExpressionPtr first, ExpressionPtr second,
                               SourceSpan place) {
  FunctionCallExpression call;
  call.name = std::move(name), call.name_span = place;
  call.arguments.push_back(std::move(first));
  call.arguments.push_back(std::move(second));
  return call;
}

/// In capitals, with one blank for each run of blanks.
std::string in_capitals(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

SourceSpan joined(const ExpressionPtr& left, const ExpressionPtr& right) {
  return {left->span.begin, right->span.end};
}

}  // namespace

ExpressionPtr TreeBuilder::expression(Node node) {
  while (passes_on(node)) node = node.first();
  const Depth depth(*this, node);
  if (!status_.ok()) return literal(node, {});
  return of_kind(node);
}

ExpressionPtr TreeBuilder::of_kind(Node node) {
  switch (node.kind()) {
    case Kind::kOrExpression:
      return logical(node, BinaryOperator::kOr);
    case Kind::kXorExpression:
      return logical(node, BinaryOperator::kXor);
    case Kind::kAndExpression:
      return logical(node, BinaryOperator::kAnd);
    case Kind::kNotExpression:
      return negation(node);
    case Kind::kComparisonExpression:
      return comparison(node);
    case Kind::kStringListNullPredicateExpression:
      return string_list_null(node);
    case Kind::kAddOrSubtractExpression:
    case Kind::kMultiplyDivideModuloExpression:
    case Kind::kPowerOfExpression:
      return arithmetic(node);
    case Kind::kUnaryAddOrSubtractExpression:
      return signed_expression(node);
    case Kind::kNonArithmeticOperatorExpression:
    case Kind::kPropertyExpression:
      return with_lookups(node);
    case Kind::kParameter:
      return make(ParameterExpression{name(node)}, span(node));
    case Kind::kCaseExpression:
      return case_expression(node);
    case Kind::kCountStar:
      return make(CountStarExpression{}, span(node));
    case Kind::kExistsSubquery:
      return subquery(node, SubqueryKind::kExists);
    case Kind::kCountSubquery:
      return subquery(node, SubqueryKind::kCount);
    case Kind::kCollectSubquery:
      return subquery(node, SubqueryKind::kCollect);
    case Kind::kQuantifierAll:
      return quantifier(node, QuantifierKind::kAll);
    case Kind::kQuantifierAnyOf:
      return quantifier(node, QuantifierKind::kAny);
    case Kind::kQuantifierNone:
      return quantifier(node, QuantifierKind::kNone);
    case Kind::kQuantifierSingle:
      return quantifier(node, QuantifierKind::kSingle);
    case Kind::kReduce:
      return reduce(node);
    case Kind::kListComprehension:
      return list_comprehension(node);
    case Kind::kPatternComprehension:
      return pattern_comprehension(node);
    case Kind::kListLiteral:
      return list_literal(node);
    case Kind::kMapLiteral:
      return map_literal(node);
    case Kind::kMapProjection:
      return map_projection(node);
    case Kind::kPatternPredicate:
      return make(PatternPredicateExpression{one_part(relationships_pattern(node.first()), node)},
                  span(node));
    case Kind::kShortestPathExpression:
      return shortest_path(node);
    case Kind::kFunctionInvocation:
      return function_invocation(node);
    case Kind::kVariable:
      return make(VariableExpression{name(node)}, span(node));
    case Kind::kDoubleLiteral:
      return floating(node);
    case Kind::kIntegerLiteral:
      return integer(node, false, node.begin());
    case Kind::kStringLiteral:
      return literal(node, graph::Value(string_text(node)));
    case Kind::kBooleanLiteral:
      return literal(node, graph::Value(text(node).size() == 4));
    case Kind::kNullLiteral:
      return literal(node, {});
    case Kind::kParenthesizedExpression: {
      ExpressionPtr inner = expression(node.first());
      inner->parenthesized = true;
      return inner;
    }
    default:
      fail(span(node), "InvalidNumberLiteral",
           "`" + std::string(text(node)) + "` is no number, expected one such as 42, 0x2A, 0o52 or 1.5e3");
      return literal(node, {});
  }
}

ExpressionPtr TreeBuilder::logical(Node node, BinaryOperator op) {
  std::vector<ExpressionPtr> operands;
  for (const Node child : node.children()) operands.push_back(expression(child));
  return balanced(operands, 0, operands.size(), op);
}

/// AND, OR and XOR are associative, so that a long chain need not make a deep tree.
ExpressionPtr TreeBuilder::balanced(std::vector<ExpressionPtr>& operands, std::size_t begin, std::size_t end,
                                    BinaryOperator op) {
  if (end - begin == 1) return std::move(operands[begin]);
  const std::size_t middle = begin + (end - begin + 1) / 2;
  ExpressionPtr left = balanced(operands, begin, middle, op);
  ExpressionPtr right = balanced(operands, middle, end, op);
  const SourceSpan place = joined(left, right);
  return make(BinaryExpression{op, std::move(left), std::move(right)}, place);
}

ExpressionPtr TreeBuilder::negation(Node node) {
  int signs = 0;
  Node operand = node.first();
  std::vector<std::size_t> begins;
  for (; operand.is(Kind::kNotSign); operand = operand.next_in(node), ++signs)
    begins.push_back(operand.begin());
  const Depth depth(*this, node, signs);
  if (!status_.ok()) return literal(node, {});  // too deep a tree is not even built: taking it apart recurses
  ExpressionPtr result = expression(operand);
  for (; !begins.empty(); begins.pop_back()) {
    const SourceSpan place{begins.back(), node.end()};
    result = make(UnaryExpression{UnaryOperator::kNot, std::move(result)}, place);
  }
  return result;
}

ExpressionPtr TreeBuilder::comparison(Node node) {
  ComparisonExpression comparison;
  for (Node operand = node.first(); operand; operand = operand.next_in(node)) {
    comparison.operands.push_back(expression(operand));
    const Node sign = operand.next_in(node);
    if (!sign) break;
    comparison.operators.push_back(comparison_operator(sign.kind()));
    operand = sign;
  }
  return make(std::move(comparison), span(node));
}

ExpressionPtr TreeBuilder::string_list_null(Node node) {
  Node next = node.first();
  const Depth depth(*this, node, count_children(node) - 1);
  if (!status_.ok()) return literal(node, {});  // too deep a tree is not even built: taking it apart recurses
  ExpressionPtr result = expression(next);
  for (next = next.next_in(node); next; next = next.next_in(node)) {
    const SourceSpan unary{result->span.begin, next.end()};
    if (next.is(Kind::kIsNull)) {
      result = make(UnaryExpression{UnaryOperator::kIsNull, std::move(result)}, unary);
    } else if (next.is(Kind::kIsNotNull)) {
      result = make(UnaryExpression{UnaryOperator::kIsNotNull, std::move(result)}, unary);
    } else if (next.is(Kind::kIsNormalized) || next.is(Kind::kIsTyped)) {
      result = type_or_form(std::move(result), next);
    } else {
      const BinaryOperator op = binary_operator(next.kind());
      next = next.next_in(node);
      ExpressionPtr right = expression(next);
      const SourceSpan place = joined(result, right);
      result = make(BinaryExpression{op, std::move(result), std::move(right)}, place);
    }
  }
  return result;
}

ExpressionPtr TreeBuilder::type_or_form(ExpressionPtr operand, Node node) {
  const SourceSpan place{operand->span.begin, node.end()};
  const Node type = node.find(Kind::kValueType), form = node.find(Kind::kNormalForm);
  const std::string text = type   ? in_capitals(this->text(type))
                           : form ? in_capitals(this->text(form))
                                  : "NFC";
  ExpressionPtr test = make(
      call_of(type ? "IS ::" : "IS NORMALIZED", std::move(operand), literal(node, graph::Value(text)), place),
      place);
  if (!node.find(Kind::kNotSign)) return test;
  return make(UnaryExpression{UnaryOperator::kNot, std::move(test)}, place);
}

/// From left to right, ^ too: openCypher says so.
ExpressionPtr TreeBuilder::arithmetic(Node node) {
  const Depth depth(*this, node, count_children(node) / 2);
  if (!status_.ok()) return literal(node, {});  // too deep a tree is not even built: taking it apart recurses
  const bool power = node.is(Kind::kPowerOfExpression);
  ExpressionPtr result = expression(node.first());
  for (Node next = node.first().next_in(node); next; next = next.next_in(node)) {
    BinaryOperator op = BinaryOperator::kPower;
    const bool concatenates = next.is(Kind::kConcatenateSign);
    if (!power) {
      op = binary_operator(next.kind());
      next = next.next_in(node);
    }
    ExpressionPtr right = expression(next);
    const SourceSpan place = joined(result, right);
    if (concatenates)
      result = make(call_of("||", std::move(result), std::move(right), place), place);
    else
      result = make(BinaryExpression{op, std::move(result), std::move(right)}, place);
  }
  return result;
}

ExpressionPtr TreeBuilder::signed_expression(Node node) {
  std::vector<Node> signs;
  Node operand = node.first();
  for (; operand.is(Kind::kPlusSign) || operand.is(Kind::kMinusSign); operand = operand.next_in(node)) {
    signs.push_back(operand);
  }
  const Depth depth(*this, node, static_cast<int>(signs.size()));
  if (!status_.ok()) return literal(node, {});  // too deep a tree is not even built: taking it apart recurses
  while (passes_on(operand)) operand = operand.first();
  ExpressionPtr result;
  if (operand.is(Kind::kIntegerLiteral) && signs.back().is(Kind::kMinusSign)) {
    result = integer(operand, true, signs.back().begin());  // -9223372036854775808 has no positive
    signs.pop_back();
  } else {
    result = expression(operand);
  }
  for (; !signs.empty(); signs.pop_back()) {
    const auto op = signs.back().is(Kind::kMinusSign) ? UnaryOperator::kMinus : UnaryOperator::kPlus;
    const SourceSpan place{signs.back().begin(), node.end()};
    result = make(UnaryExpression{op, std::move(result)}, place);
  }
  return result;
}

ExpressionPtr TreeBuilder::with_lookups(Node node) {
  const Depth depth(*this, node, count_children(node) - 1);
  if (!status_.ok()) return literal(node, {});  // too deep a tree is not even built: taking it apart recurses
  ExpressionPtr result = expression(node.first());
  for (Node next = node.first().next_in(node); next; next = next.next_in(node)) {
    result = lookup(std::move(result), next);
  }
  return result;
}

ExpressionPtr TreeBuilder::lookup(ExpressionPtr owner, Node node) {
  const SourceSpan place{owner->span.begin, node.end()};
  switch (node.kind()) {
    case Kind::kPropertyLookup:
      return make(PropertyExpression{std::move(owner), name(node.first())}, place);
    case Kind::kNodeLabels:
      return make(LabelPredicateExpression{std::move(owner), labels(node.first().first())}, place);
    default:
      return list_operator(std::move(owner), node);
  }
}

ExpressionPtr TreeBuilder::list_operator(ExpressionPtr owner, Node node) {
  const SourceSpan place{owner->span.begin, node.end()};
  ExpressionPtr from, to;
  bool slices = false;
  for (const Node child : node.children()) {
    if (child.is(Kind::kRangeDots)) {
      slices = true;
    } else {
      (slices ? to : from) = expression(child);
    }
  }
  if (slices) return make(SliceExpression{std::move(owner), std::move(from), std::move(to)}, place);
  return make(SubscriptExpression{std::move(owner), std::move(from)}, place);
}

}  // namespace dossier::query::ast
