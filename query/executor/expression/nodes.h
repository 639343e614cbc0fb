// What the compiled forms of expressions share. One file here is one family of operators.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/executor/errors.h"
#include "query/executor/evaluator.h"
#include "query/executor/operations.h"

namespace dossier::query {

using graph::List;
using graph::Map;
using graph::Value;
using graph::ValueType;

/// The value of a child: borrowed where it already lies in the row or is constant, else computed and owned.
class Operand {
 public:
  Status load(const CompiledExpression& expression, RowView row, EvalContext& context) {
    value_ = expression.peek(row);
    if (value_ != nullptr) return {};
    Result<Value> result = expression.evaluate(row, context);
    if (!result.ok()) return result.status();
    own_ = *std::move(result);
    value_ = &own_;
    return {};
  }
  const Value& operator*() const { return *value_; }
  const Value* operator->() const { return value_; }

 private:
  Value own_;
  const Value* value_ = nullptr;
};

/// A binary operator: `Derived::apply(left, right, context)` gives the value of two operands. No virtual call a row.
template <typename Derived>
class PairExpression : public CompiledExpression {
 public:
  PairExpression(CompiledPtr left, CompiledPtr right) : left_(std::move(left)), right_(std::move(right)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand left, right;
    if (Status status = left.load(*left_, row, context); !status.ok()) return status;
    if (Status status = right.load(*right_, row, context); !status.ok()) return status;
    return self().apply(*left, *right, context);
  }
  Status evaluate_batch(const BatchView& batch, EvalContext& context,
                        std::vector<Value>& out) const override {
    ValueColumn lefts, rights;
    if (Status status = load_columns(batch, context, lefts, rights); !status.ok()) return status;
    out.resize(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      Result<Value> value = self().apply(lefts[i], rights[i], context);
      if (!value.ok()) return value.status();
      out[i] = *std::move(value);
    }
    return {};
  }

 protected:
  Status load_columns(const BatchView& batch, EvalContext& context, ValueColumn& lefts,
                      ValueColumn& rights) const {
    if (Status status = left_->evaluate_column(batch, context, lefts); !status.ok()) return status;
    return right_->evaluate_column(batch, context, rights);
  }
  const Derived& self() const { return static_cast<const Derived&>(*this); }

  CompiledPtr left_, right_;
};

/// One that can be a condition: `Derived::holds(left, right)` gives an optional<bool> and cannot fail.
template <typename Derived>
class PairCondition : public PairExpression<Derived> {
 public:
  using PairExpression<Derived>::PairExpression;

  Result<Value> apply(const Value& left, const Value& right, EvalContext&) const {
    return truth_value(this->self().holds(left, right));
  }
  Status filter(const BatchView& batch, EvalContext& context,
                std::vector<std::uint32_t>& kept) const override {
    ValueColumn lefts, rights;
    if (Status status = this->load_columns(batch, context, lefts, rights); !status.ok()) return status;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (this->self().holds(lefts[i], rights[i]).value_or(false)) kept.push_back(batch.rows[i]);
    }
    return {};
  }
  bool is_condition() const override { return true; }
};

/// A long loop calls it once a step: kCancelled or kDeadlineExceeded soon after there is reason to.
inline Status check_cancelled(EvalContext& context) {
  if ((++context.ticks & 1023U) != 0) return {};
  if (context.cancel != nullptr && context.cancel->load(std::memory_order_relaxed)) {
    return Status(StatusCode::kCancelled, "the query was cancelled");
  }
  if (context.deadline && std::chrono::steady_clock::now() > *context.deadline) {
    return Status(StatusCode::kDeadlineExceeded, "the query ran longer than its time limit");
  }
  return {};
}

/// The list or map itself, unless it is nested too deeply.
Result<Value> with_limited_depth(Value value);

/// A TypeError for a condition that is neither true nor false nor null.
Status not_boolean(const Value& value, ast::SourceSpan span);

CompiledPtr make_constant(Value value);
/// `node` itself, or a constant where all of its children are and its value can be computed now.
CompiledPtr folded(CompiledPtr node, bool children_are_constant);

using CompiledList = std::vector<CompiledPtr>;
Result<CompiledList> compile_all(const std::vector<ast::ExpressionPtr>& expressions,
                                 const CompileContext& context);
/// Null stays null.
Result<CompiledPtr> compile_optional(const ast::ExpressionPtr& expression, const CompileContext& context);
bool all_constant(const CompiledList& nodes);

// One function a kind of expression; `span` is where its errors point.
using Span = ast::SourceSpan;
Result<CompiledPtr> compile_node(const ast::LiteralExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::ParameterExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::VariableExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::ListExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::MapExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::PropertyExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::LabelPredicateExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::SubscriptExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::SliceExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::UnaryExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::BinaryExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::ComparisonExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::CaseExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::FunctionCallExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::ListComprehensionExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::QuantifierExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::ReduceExpression&, Span, const CompileContext&);
Result<CompiledPtr> compile_node(const ast::MapProjectionExpression&, Span, const CompileContext&);

// Families of BinaryExpression.
CompiledPtr make_logical(ast::BinaryOperator op, CompiledPtr left, CompiledPtr right, Span left_span,
                         Span right_span);
CompiledPtr make_string_test(ast::BinaryOperator op, CompiledPtr left, CompiledPtr right);
CompiledPtr make_regex_match(CompiledPtr text, CompiledPtr pattern, Span span);

/// The property of a node, relationship, map or temporal value; null of null.
/// Errors   TypeError InvalidArgumentType, EntityNotFound DeletedEntityAccess.
Result<Value> property_of(const Value& owner, const std::string& key, const void* site, Span span,
                          EvalContext& context);
/// All properties of a node or relationship by name, or the map itself.
Result<Value> properties_of(const Value& owner, Span span, EvalContext& context);

}  // namespace dossier::query
