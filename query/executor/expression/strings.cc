// STARTS WITH, ENDS WITH, CONTAINS and =~.
#include <re2/re2.h>

#include <string_view>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/operations.h"

namespace dossier::query {
namespace {

using ast::BinaryOperator;

/// Null unless both sides are strings.
class StringTest final : public CompiledExpression {
 public:
  StringTest(BinaryOperator op, CompiledPtr left, CompiledPtr right)
      : op_(op), left_(std::move(left)), right_(std::move(right)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand left, right;
    DOSSIER_RETURN_IF_ERROR(left.load(*left_, row, context));
    DOSSIER_RETURN_IF_ERROR(right.load(*right_, row, context));
    return test(*left, *right);
  }
  Status evaluate_batch(const BatchView& batch, EvalContext& context, std::vector<Value>& out) const override {
    return evaluate_pairs(*left_, *right_, batch, context, out,
                          [this](const Value& left, const Value& right) { return test(left, right); });
  }
  Status filter(const BatchView& batch, EvalContext& context, std::vector<std::uint32_t>& kept) const override {
    return filter_pairs(*left_, *right_, batch, context, kept,
                        [this](const Value& left, const Value& right) { return holds(left, right); });
  }
  bool is_condition() const override { return true; }

 private:
  Result<Value> test(const Value& left, const Value& right) const { return truth_value(holds(left, right)); }

  std::optional<bool> holds(const Value& left, const Value& right) const {
    if (!left.is_string() || !right.is_string()) return std::nullopt;
    const std::string_view text = left.as_string(), part = right.as_string();
    switch (op_) {
      case BinaryOperator::kStartsWith: return text.starts_with(part);
      case BinaryOperator::kEndsWith: return text.ends_with(part);
      default: return text.find(part) != std::string_view::npos;
    }
  }

  BinaryOperator op_;
  CompiledPtr left_, right_;
};

std::unique_ptr<const RE2> compile_regex(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{16} << 20);
  return std::make_unique<const RE2>(pattern, options);
}

Status bad_regex(const RE2& regex, Span span) {
  return runtime_error("ArgumentError", "InvalidArgumentValue", span, "invalid regular expression: " + regex.error());
}

/// The whole text must match. A constant pattern is compiled once, any other for every row.
class RegexMatch final : public CompiledExpression {
 public:
  RegexMatch(CompiledPtr text, CompiledPtr pattern, Span span)
      : text_(std::move(text)), pattern_(std::move(pattern)), span_(span) {
    const Value* constant = pattern_->constant();
    if (constant != nullptr && constant->is_string()) regex_ = compile_regex(constant->as_string());
  }

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand text, pattern;
    DOSSIER_RETURN_IF_ERROR(text.load(*text_, row, context));
    DOSSIER_RETURN_IF_ERROR(pattern.load(*pattern_, row, context));
    return test(*text, *pattern);
  }
  Status evaluate_batch(const BatchView& batch, EvalContext& context, std::vector<Value>& out) const override {
    return evaluate_pairs(*text_, *pattern_, batch, context, out,
                          [this](const Value& text, const Value& pattern) { return test(text, pattern); });
  }

 private:
  Result<Value> test(const Value& text, const Value& pattern) const {
    if (!text.is_string() || !pattern.is_string()) return Value();
    if (regex_ != nullptr) return match(*regex_, text.as_string());
    return match(*compile_regex(pattern.as_string()), text.as_string());
  }

  Result<Value> match(const RE2& regex, const std::string& text) const {
    if (!regex.ok()) return bad_regex(regex, span_);
    return Value(RE2::FullMatch(text, regex));
  }

  CompiledPtr text_, pattern_;
  Span span_;
  std::unique_ptr<const RE2> regex_;
};

}  // namespace

CompiledPtr make_string_test(BinaryOperator op, CompiledPtr left, CompiledPtr right) {
  return std::make_unique<StringTest>(op, std::move(left), std::move(right));
}

CompiledPtr make_regex_match(CompiledPtr text, CompiledPtr pattern, Span span) {
  return std::make_unique<RegexMatch>(std::move(text), std::move(pattern), span);
}

}  // namespace dossier::query
