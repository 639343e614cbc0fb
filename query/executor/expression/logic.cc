// Three-valued logic, null tests, comparison chains and CASE.
#include <functional>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"

namespace dossier::query {
namespace {

using ast::BinaryOperator;
using ast::ComparisonOperator;
using ast::UnaryOperator;

// A child's truth value, or the error for what is no boolean.
Result<std::optional<bool>> truth(const CompiledExpression& node, RowView row, EvalContext& context,
                                  Span span) {
  Operand operand;
  DOSSIER_RETURN_IF_ERROR(operand.load(node, row, context));
  if (operand->is_boolean()) return std::optional<bool>(operand->as_boolean());
  if (operand->is_null()) return std::optional<bool>();
  return not_boolean(*operand, span);
}

/// AND and OR: the right side is not looked at where the left decides.
class Junction final : public CompiledExpression {
 public:
  Junction(bool decisive, CompiledPtr left, CompiledPtr right, Span left_span, Span right_span)
      : decisive_(decisive),
        left_(std::move(left)),
        right_(std::move(right)),
        left_span_(left_span),
        right_span_(right_span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> left, truth(*left_, row, context, left_span_));
    if (left == decisive_) return Value(decisive_);
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> right, truth(*right_, row, context, right_span_));
    if (right == decisive_) return Value(decisive_);
    if (!left || !right) return Value();
    return Value(!decisive_);
  }

  /// The right side is computed for the rows that the left one leaves open.
  Status evaluate_batch(const BatchView& batch, EvalContext& context,
                        std::vector<Value>& out) const override {
    DOSSIER_RETURN_IF_ERROR(left_->evaluate_batch(batch, context, out));
    std::vector<std::uint32_t> open, places;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (!out[i].is_boolean() && !out[i].is_null()) return not_boolean(out[i], left_span_);
      if (out[i].is_boolean() && out[i].as_boolean() == decisive_) continue;
      open.push_back(batch.rows[i]);
      places.push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<Value> rights;
    DOSSIER_RETURN_IF_ERROR(right_->evaluate_batch({batch.cells, batch.width, open}, context, rights));
    for (std::size_t i = 0; i < rights.size(); ++i) {
      if (!rights[i].is_boolean() && !rights[i].is_null()) return not_boolean(rights[i], right_span_);
      Value& verdict = out[places[i]];
      const bool decided = rights[i].is_boolean() && rights[i].as_boolean() == decisive_;
      if (decided || !verdict.is_null()) verdict = std::move(rights[i]);
    }
    return {};
  }

  /// Of an AND: the rows that the left side keeps are shown to the right one.
  Status filter(const BatchView& batch, EvalContext& context,
                std::vector<std::uint32_t>& kept) const override {
    if (decisive_ || !is_condition()) return CompiledExpression::filter(batch, context, kept);
    std::vector<std::uint32_t> lefts;
    DOSSIER_RETURN_IF_ERROR(left_->filter(batch, context, lefts));
    return lefts.empty() ? Status() : right_->filter({batch.cells, batch.width, lefts}, context, kept);
  }
  bool is_condition() const override { return left_->is_condition() && right_->is_condition(); }

 private:
  bool decisive_;  // false for AND, true for OR
  CompiledPtr left_, right_;
  Span left_span_, right_span_;
};

class ExclusiveOr final : public CompiledExpression {
 public:
  ExclusiveOr(CompiledPtr left, CompiledPtr right, Span left_span, Span right_span)
      : left_(std::move(left)), right_(std::move(right)), left_span_(left_span), right_span_(right_span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> left, truth(*left_, row, context, left_span_));
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> right, truth(*right_, row, context, right_span_));
    if (!left || !right) return Value();
    return Value(*left != *right);
  }

 private:
  CompiledPtr left_, right_;
  Span left_span_, right_span_;
};

// The answer where both are of one type that is compared as a number; by far most are.
std::optional<bool> compare_quickly(ComparisonOperator op, const Value& left, const Value& right) {
  const auto holds = [op](auto a, auto b) {
    switch (op) {
      case ComparisonOperator::kEqual:
        return a == b;
      case ComparisonOperator::kNotEqual:
        return a != b;
      case ComparisonOperator::kLess:
        return a < b;
      case ComparisonOperator::kLessEqual:
        return a <= b;
      case ComparisonOperator::kGreater:
        return a > b;
      default:
        return a >= b;
    }
  };
  if (left.type() == right.type()) {
    if (left.is_integer()) return holds(left.as_integer(), right.as_integer());
    if (left.is_float()) return holds(left.as_float(), right.as_float());
    if (left.type() == ValueType::kDate) return holds(left.as_date().days, right.as_date().days);
  }
  return compare_values(op, left, right);
}

// Appends the rows whose value compares so with the constant; numbers and dates without a call.
template <typename Holds>
void filter_by_constant(ComparisonOperator op, const ValueColumn& values, const Value& constant,
                        const BatchView& batch, std::vector<std::uint32_t>& kept, Holds holds) {
  const auto loop = [&](auto get) {
    const auto expected = get(constant);
    const ValueType type = constant.type();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Value& value = values[i];
      const bool keep = value.type() == type ? holds(get(value), expected)
                                             : compare_values(op, value, constant).value_or(false);
      if (keep) kept.push_back(batch.rows[i]);
    }
  };
  if (constant.is_float()) return loop([](const Value& value) { return value.as_float(); });
  return loop(
      [](const Value& value) { return value.is_integer() ? value.as_integer() : value.as_date().days; });
}

void filter_by_constant(ComparisonOperator op, const ValueColumn& values, const Value& constant,
                        const BatchView& batch, std::vector<std::uint32_t>& kept) {
  const auto filter = [&](auto holds) { filter_by_constant(op, values, constant, batch, kept, holds); };
  switch (op) {
    case ComparisonOperator::kEqual:
      return filter(std::equal_to<>());
    case ComparisonOperator::kNotEqual:
      return filter(std::not_equal_to<>());
    case ComparisonOperator::kLess:
      return filter(std::less<>());
    case ComparisonOperator::kLessEqual:
      return filter(std::less_equal<>());
    case ComparisonOperator::kGreater:
      return filter(std::greater<>());
    default:
      return filter(std::greater_equal<>());
  }
}

class Unary final : public CompiledExpression {
 public:
  Unary(UnaryOperator op, CompiledPtr operand, Span span)
      : op_(op), operand_(std::move(operand)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand operand;
    DOSSIER_RETURN_IF_ERROR(operand.load(*operand_, row, context));
    switch (op_) {
      case UnaryOperator::kIsNull:
        return Value(operand->is_null());
      case UnaryOperator::kIsNotNull:
        return Value(!operand->is_null());
      case UnaryOperator::kMinus:
        return negate(*operand, span_);
      case UnaryOperator::kPlus:
        return plus(*operand);
      case UnaryOperator::kNot:
        break;
    }
    if (operand->is_null()) return Value();
    if (!operand->is_boolean()) return not_boolean(*operand, span_);
    return Value(!operand->as_boolean());
  }
  bool is_condition() const override {
    return op_ == UnaryOperator::kIsNull || op_ == UnaryOperator::kIsNotNull || op_ == UnaryOperator::kNot;
  }

 private:
  Result<Value> plus(const Value& operand) const {
    if (operand.is_null() || operand.is_number() || operand.is_duration()) return operand;
    return type_error(
        span_, "cannot apply + to " + std::string(graph::type_name(operand.type())) + ", expected a number");
  }

  UnaryOperator op_;
  CompiledPtr operand_;
  Span span_;
};

/// a < b: by far the most frequent form.
class Comparison final : public PairCondition<Comparison> {
 public:
  Comparison(ComparisonOperator op, CompiledPtr left, CompiledPtr right)
      : PairCondition(std::move(left), std::move(right)), op_(op) {}

  std::optional<bool> holds(const Value& left, const Value& right) const {
    return compare_quickly(op_, left, right);
  }
  Status filter(const BatchView& batch, EvalContext& context,
                std::vector<std::uint32_t>& kept) const override {
    const Value* constant = right_->constant();
    if (constant && (constant->is_number() || constant->type() == ValueType::kDate)) {
      ValueColumn lefts;
      DOSSIER_RETURN_IF_ERROR(left_->evaluate_column(batch, context, lefts));
      filter_by_constant(op_, lefts, *constant, batch, kept);
      return {};
    }
    return PairCondition::filter(batch, context, kept);
  }

 private:
  ComparisonOperator op_;
};

/// a < b <= c: every operand once, joined by AND.
class ComparisonChain final : public CompiledExpression {
 public:
  ComparisonChain(CompiledList operands, std::vector<ComparisonOperator> operators)
      : operands_(std::move(operands)), operators_(std::move(operators)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    bool unknown = false;
    DOSSIER_ASSIGN_OR_RETURN(Value left, operands_.front()->evaluate(row, context));
    for (std::size_t i = 0; i < operators_.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(Value right, operands_[i + 1]->evaluate(row, context));
      const std::optional<bool> holds = compare_values(operators_[i], left, right);
      if (holds == false) return Value(false);
      if (!holds) unknown = true;
      left = std::move(right);
    }
    if (unknown) return Value();
    return Value(true);
  }

 private:
  CompiledList operands_;
  std::vector<ComparisonOperator> operators_;
};

class Case final : public CompiledExpression {
 public:
  Case(CompiledPtr subject, CompiledList tests, CompiledList results, CompiledPtr otherwise, Span span)
      : subject_(std::move(subject)),
        tests_(std::move(tests)),
        results_(std::move(results)),
        otherwise_(std::move(otherwise)),
        span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand subject;
    if (subject_ != nullptr) DOSSIER_RETURN_IF_ERROR(subject.load(*subject_, row, context));
    for (std::size_t i = 0; i < tests_.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const bool chosen, chooses(*tests_[i], subject, row, context));
      if (!chosen) continue;
      while (results_[i] == nullptr) ++i;  // WHEN 1, 2 THEN: the last one has it
      return results_[i]->evaluate(row, context);
    }
    if (otherwise_ == nullptr) return Value();
    return otherwise_->evaluate(row, context);
  }

 private:
  Result<bool> chooses(const CompiledExpression& test, const Operand& subject, RowView row,
                       EvalContext& context) const {
    if (subject_ == nullptr) {
      DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> holds, truth(test, row, context, span_));
      return holds == true;
    }
    Operand candidate;
    DOSSIER_RETURN_IF_ERROR(candidate.load(test, row, context));
    return graph::equals(*subject, *candidate) == true;
  }

  CompiledPtr subject_;
  CompiledList tests_, results_;
  CompiledPtr otherwise_;
  Span span_;
};

}  // namespace

CompiledPtr make_logical(BinaryOperator op, CompiledPtr left, CompiledPtr right, Span left_span,
                         Span right_span) {
  if (op == BinaryOperator::kXor) {
    return std::make_unique<ExclusiveOr>(std::move(left), std::move(right), left_span, right_span);
  }
  return std::make_unique<Junction>(op == BinaryOperator::kOr, std::move(left), std::move(right), left_span,
                                    right_span);
}

Result<CompiledPtr> compile_node(const ast::UnaryExpression& node, Span span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr operand, compile(*node.operand, context));
  const bool constant = operand->constant() != nullptr;
  return folded(std::make_unique<Unary>(node.op, std::move(operand), span), constant);
}

Result<CompiledPtr> compile_node(const ast::ComparisonExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledList operands, compile_all(node.operands, context));
  const bool constant = all_constant(operands);
  if (node.operators.size() == 1) {
    return folded(
        std::make_unique<Comparison>(node.operators[0], std::move(operands[0]), std::move(operands[1])),
        constant);
  }
  return folded(std::make_unique<ComparisonChain>(std::move(operands), node.operators), constant);
}

Result<CompiledPtr> compile_node(const ast::CaseExpression& node, Span span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr subject, compile_optional(node.subject, context));
  CompiledList tests, results;
  for (const auto& [test, result] : node.branches) {
    DOSSIER_ASSIGN_OR_RETURN(CompiledPtr compiled_test, compile(*test, context));
    DOSSIER_ASSIGN_OR_RETURN(CompiledPtr compiled_result, compile_optional(result, context));
    tests.push_back(std::move(compiled_test));
    results.push_back(std::move(compiled_result));
  }
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr otherwise, compile_optional(node.otherwise, context));
  return CompiledPtr(std::make_unique<Case>(std::move(subject), std::move(tests), std::move(results),
                                            std::move(otherwise), span));
}

}  // namespace dossier::query
