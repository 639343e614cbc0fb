// Arithmetic, IN, and which family a binary operator belongs to.
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/value_memory.h"

namespace dossier::query {
namespace {

using ast::BinaryOperator;
using Operation = Result<Value> (*)(const Value&, const Value&, Span);

class Arithmetic final : public PairExpression<Arithmetic> {
 public:
  Arithmetic(Operation operation, CompiledPtr left, CompiledPtr right, Span span)
      : PairExpression(std::move(left), std::move(right)), operation_(operation), span_(span) {}

  Result<Value> apply(const Value& left, const Value& right, EvalContext& context) const {
    Result<Value> value = operation_(left, right, span_);
    if (value.ok()) DOSSIER_RETURN_IF_ERROR(made_value(context, *value));  // + joins lists and strings
    return value;
  }

 private:
  Operation operation_;
  Span span_;
};

class Membership final : public PairExpression<Membership> {
 public:
  Membership(CompiledPtr element, CompiledPtr list, Span span)
      : PairExpression(std::move(element), std::move(list)), span_(span) {}

  Result<Value> apply(const Value& element, const Value& list, EvalContext&) const {
    if (list.is_null()) return Value();
    if (!list.is_list()) {
      return type_error(span_,
                        "IN expected a list on its right, got " + std::string(graph::type_name(list.type())));
    }
    return truth_value(is_member(element, list.as_list()));
  }

 private:
  Span span_;
};

Operation arithmetic_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::kAdd:
      return add;
    case BinaryOperator::kSubtract:
      return subtract;
    case BinaryOperator::kMultiply:
      return multiply;
    case BinaryOperator::kDivide:
      return divide;
    case BinaryOperator::kModulo:
      return modulo;
    default:
      return power;
  }
}

CompiledPtr make_binary(const ast::BinaryExpression& node, CompiledPtr left, CompiledPtr right, Span span) {
  switch (node.op) {
    case BinaryOperator::kOr:
    case BinaryOperator::kXor:
    case BinaryOperator::kAnd:
      return make_logical(node.op, std::move(left), std::move(right), node.left->span, node.right->span);
    case BinaryOperator::kStartsWith:
    case BinaryOperator::kEndsWith:
    case BinaryOperator::kContains:
      return make_string_test(node.op, std::move(left), std::move(right));
    case BinaryOperator::kRegexMatch:
      return make_regex_match(std::move(left), std::move(right), span);
    case BinaryOperator::kIn:
      return std::make_unique<Membership>(std::move(left), std::move(right), node.right->span);
    default:
      return std::make_unique<Arithmetic>(arithmetic_of(node.op), std::move(left), std::move(right), span);
  }
}

}  // namespace

Result<CompiledPtr> compile_node(const ast::BinaryExpression& node, Span span,
                                 const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr left, compile(*node.left, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr right, compile(*node.right, context));
  const bool constant = left->constant() != nullptr && right->constant() != nullptr;
  return folded(make_binary(node, std::move(left), std::move(right), span), constant);
}

}  // namespace dossier::query
