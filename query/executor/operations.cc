#include "query/executor/operations.h"

#include <cmath>
#include <string>
#include <utility>

#include "query/executor/errors.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/functions/text.h"
#include "query/executor/temporal/arithmetic.h"

namespace dossier::query {

namespace {

Status no_operator(std::string_view op, const Value& left, const Value& right, ast::SourceSpan span) {
  return type_error(span, "cannot " + std::string(op) + " " + std::string(graph::type_name(left.type())) +
                              " and " + std::string(graph::type_name(right.type())));
}

Status overflow(std::string_view op, const Value& left, const Value& right, ast::SourceSpan span) {
  return overflow_error(span, std::to_string(left.as_integer()) + " " + std::string(op) + " " +
                                  std::to_string(right.as_integer()) + " does not fit into 64 bits");
}

Status division_by_zero(ast::SourceSpan span) {
  return runtime_error("ArithmeticError", "DivisionByZero", span,
                       "division by zero, expected another divisor than 0");
}

Status too_large(std::string_view what) {
  return Status(StatusCode::kResourceExhausted,
                "the query makes a " + std::string(what) + " that is too large");
}

Result<Value> concatenated(const List& left, const List& right) {
  if (left.size() + right.size() > kMaxListItems) return too_large("list");
  List result;
  result.reserve(left.size() + right.size());
  result.insert(result.end(), left.begin(), left.end());
  result.insert(result.end(), right.begin(), right.end());
  return with_limited_depth(std::move(result));
}

Result<Value> concatenated(const std::string& left, const std::string& right) {
  if (left.size() + right.size() > kMaxTextBytes) return too_large("text");
  return Value(left + right);
}

Result<Value> add_to_list(const Value& left, const Value& right) {
  if (left.is_list() && right.is_list()) return concatenated(left.as_list(), right.as_list());
  if (left.is_list()) return concatenated(left.as_list(), List{right});
  return concatenated(List{left}, right.as_list());
}

// A string takes in what has one obvious text.
bool joins_text(const Value& value) {
  return value.is_string() || value.is_number() || value.is_boolean() || value.is_temporal();
}

bool is_instant_or_duration(const Value& value) { return value.is_temporal() || value.is_duration(); }

}  // namespace

Result<Value> add(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_integer() && right.is_integer()) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(left.as_integer(), right.as_integer(), &sum))
      return overflow("+", left, right, span);
    return Value(sum);
  }
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_number() && right.is_number()) return Value(left.as_number() + right.as_number());
  if (left.is_list() || right.is_list()) return add_to_list(left, right);
  if ((left.is_string() || right.is_string()) && joins_text(left) && joins_text(right)) {
    if (left.is_string() && right.is_string()) return concatenated(left.as_string(), right.as_string());
    return concatenated(display_text(left), display_text(right));
  }
  if (right.is_duration() && is_instant_or_duration(left))
    return temporal::add(left, right.as_duration(), span);
  if (left.is_duration() && is_instant_or_duration(right))
    return temporal::add(right, left.as_duration(), span);
  return no_operator("add", left, right, span);
}

Result<Value> subtract(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_integer() && right.is_integer()) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(left.as_integer(), right.as_integer(), &difference)) {
      return overflow("-", left, right, span);
    }
    return Value(difference);
  }
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_number() && right.is_number()) return Value(left.as_number() - right.as_number());
  if (right.is_duration() && is_instant_or_duration(left)) {
    return temporal::subtract(left, right.as_duration(), span);
  }
  return no_operator("subtract", left, right, span);
}

Result<Value> multiply(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_integer() && right.is_integer()) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(left.as_integer(), right.as_integer(), &product)) {
      return overflow("*", left, right, span);
    }
    return Value(product);
  }
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_number() && right.is_number()) return Value(left.as_number() * right.as_number());
  if (left.is_duration() && right.is_number())
    return temporal::scale(left.as_duration(), right.as_number(), span);
  if (right.is_duration() && left.is_number())
    return temporal::scale(right.as_duration(), left.as_number(), span);
  return no_operator("multiply", left, right, span);
}

Result<Value> divide(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_integer() && right.is_integer()) {
    if (right.as_integer() == 0) return division_by_zero(span);
    if (left.as_integer() == INT64_MIN && right.as_integer() == -1) return overflow("/", left, right, span);
    return Value(left.as_integer() / right.as_integer());
  }
  if (left.is_number() && right.is_number()) return Value(left.as_number() / right.as_number());
  if (left.is_duration() && right.is_number()) {
    if (right.as_number() == 0) return division_by_zero(span);
    return temporal::divide(left.as_duration(), right.as_number(), span);
  }
  return no_operator("divide", left, right, span);
}

Result<Value> modulo(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_integer() && right.is_integer()) {
    if (right.as_integer() == 0) return division_by_zero(span);
    if (right.as_integer() == -1) return Value(0);  // INT64_MIN % -1 traps
    return Value(left.as_integer() % right.as_integer());
  }
  if (left.is_number() && right.is_number()) return Value(std::fmod(left.as_number(), right.as_number()));
  return no_operator("take the remainder of", left, right, span);
}

Result<Value> power(const Value& left, const Value& right, ast::SourceSpan span) {
  if (left.is_null() || right.is_null()) return Value();
  if (left.is_number() && right.is_number()) return Value(std::pow(left.as_number(), right.as_number()));
  return no_operator("raise to a power", left, right, span);
}

Result<Value> negate(const Value& operand, ast::SourceSpan span) {
  if (operand.is_null()) return Value();
  if (operand.is_float()) return Value(-operand.as_float());
  if (operand.is_integer()) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(std::int64_t{0}, operand.as_integer(), &result)) {
      return overflow_error(span,
                            "-(" + std::to_string(operand.as_integer()) + ") does not fit into 64 bits");
    }
    return Value(result);
  }
  if (operand.is_duration()) return temporal::scale(operand.as_duration(), -1, span);
  return type_error(span, "cannot negate " + std::string(graph::type_name(operand.type())) +
                              ", expected a number or a duration");
}

std::optional<bool> compare_values(ast::ComparisonOperator op, const Value& left, const Value& right) {
  using Op = ast::ComparisonOperator;
  if (op == Op::kEqual) return graph::equals(left, right);
  if (op == Op::kNotEqual) {
    const std::optional<bool> same = graph::equals(left, right);
    if (!same) return std::nullopt;
    return !*same;
  }
  const std::optional<std::partial_ordering> order = graph::compare(left, right);
  if (!order) return std::nullopt;
  switch (op) {
    case Op::kLess:
      return *order < 0;
    case Op::kLessEqual:
      return *order <= 0;
    case Op::kGreater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

std::optional<bool> is_member(const Value& element, const List& list) {
  bool unknown = false;
  for (const Value& item : list) {
    const std::optional<bool> same = graph::equals(element, item);
    if (!same)
      unknown = true;
    else if (*same)
      return true;
  }
  if (unknown) return std::nullopt;
  return false;
}

}  // namespace dossier::query
