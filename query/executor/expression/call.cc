// Function calls.
#include <array>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/functions/function.h"
#include "query/executor/value_memory.h"

namespace dossier::query {
namespace {

/// The arguments of one call: on the stack where they are few, as they nearly always are.
class ArgumentBuffer {
 public:
  explicit ArgumentBuffer(std::size_t size) : size_(size) {
    if (size > few_.size()) many_.resize(size);
  }
  Value& operator[](std::size_t i) { return data()[i]; }
  std::span<const Value> view() { return {data(), size_}; }

 private:
  Value* data() { return many_.empty() ? few_.data() : many_.data(); }

  std::size_t size_;
  std::array<Value, 4> few_;
  std::vector<Value> many_;
};

class FunctionCall final : public CompiledExpression {
 public:
  FunctionCall(const FunctionSignature& function, CompiledList arguments, Span span)
      : function_(function), arguments_(std::move(arguments)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    ArgumentBuffer arguments(arguments_.size());
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      Result<Value> argument = arguments_[i]->evaluate(row, context);
      if (!argument.ok()) return argument;
      arguments[i] = *std::move(argument);
      if (arguments[i].is_null() && !function_.takes_null) return Value();
    }
    Result<Value> result = function_.body(Call{function_.name, arguments.view(), context, span_});
    if (result.ok()) DOSSIER_RETURN_IF_ERROR(made_value(context, *result));
    return result;
  }
  /// One argument is by far the most frequent case, and worth reading by the batch.
  Status evaluate_batch(const BatchView& batch, EvalContext& context,
                        std::vector<Value>& out) const override {
    if (arguments_.size() != 1) return CompiledExpression::evaluate_batch(batch, context, out);
    DOSSIER_RETURN_IF_ERROR(arguments_[0]->evaluate_batch(batch, context, out));
    for (Value& value : out) {
      if (value.is_null() && !function_.takes_null) continue;
      Result<Value> result = function_.body(Call{function_.name, {&value, 1}, context, span_});
      if (!result.ok()) return result.status();
      DOSSIER_RETURN_IF_ERROR(made_value(context, *result));
      value = *std::move(result);
    }
    return {};
  }

 private:
  const FunctionSignature& function_;
  CompiledList arguments_;
  Span span_;
};

/// coalesce() looks no further than the first value that is not null.
class Coalesce final : public CompiledExpression {
 public:
  explicit Coalesce(CompiledList arguments) : arguments_(std::move(arguments)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    for (const CompiledPtr& argument : arguments_) {
      Result<Value> value = argument->evaluate(row, context);
      if (!value.ok() || !value->is_null()) return value;
    }
    return Value();
  }

 private:
  CompiledList arguments_;
};

// exists((a)-->(b)): the pattern is its own answer.
bool is_pattern(const ast::Expression& expression) {
  return std::holds_alternative<ast::PatternPredicateExpression>(expression.node) ||
         std::holds_alternative<ast::SubqueryExpression>(expression.node);
}

Status unknown_function(const std::string& name, Span span) {
  QueryError error;
  error.type = "SyntaxError";
  error.phase = "compile time";
  error.detail = "UnknownFunction";
  error.begin = span.begin;
  error.end = span.end;
  return Status::query(std::move(error), "unknown function `" + name + "`");
}

}  // namespace

Result<CompiledPtr> compile_node(const ast::FunctionCallExpression& node, Span span,
                                 const CompileContext& context) {
  const FunctionSignature* function = find_function(node.name);
  if (function == nullptr) return unknown_function(node.name, span);
  if (function->is_aggregate()) return internal_error(node.name + "() outside of an aggregation");
  if (function->name == "exists" && node.arguments.size() == 1 && is_pattern(*node.arguments[0])) {
    return compile(*node.arguments[0], context);
  }
  DOSSIER_ASSIGN_OR_RETURN(CompiledList arguments, compile_all(node.arguments, context));
  if (function->name == "coalesce") return CompiledPtr(std::make_unique<Coalesce>(std::move(arguments)));
  const bool constant = function->pure && !arguments.empty() && all_constant(arguments);
  return folded(std::make_unique<FunctionCall>(*function, std::move(arguments), span), constant);
}

}  // namespace dossier::query
