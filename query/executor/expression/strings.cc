// STARTS WITH, ENDS WITH, CONTAINS and =~.
#include <re2/re2.h>

#include <string_view>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"

namespace dossier::query {
namespace {

using ast::BinaryOperator;

/// Null unless both sides are strings.
class StringTest final : public PairCondition<StringTest> {
 public:
  StringTest(BinaryOperator op, CompiledPtr left, CompiledPtr right)
      : PairCondition(std::move(left), std::move(right)), op_(op) {}

  std::optional<bool> holds(const Value& left, const Value& right) const {
    if (!left.is_string() || !right.is_string()) return std::nullopt;
    const std::string_view text = left.as_string(), part = right.as_string();
    switch (op_) {
      case BinaryOperator::kStartsWith:
        return text.starts_with(part);
      case BinaryOperator::kEndsWith:
        return text.ends_with(part);
      default:
        return text.find(part) != std::string_view::npos;
    }
  }

 private:
  BinaryOperator op_;
};

std::unique_ptr<const RE2> compile_regex(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{16} << 20);
  return std::make_unique<const RE2>(pattern, options);
}

Status bad_regex(const RE2& regex, Span span) {
  return runtime_error("ArgumentError", "InvalidArgumentValue", span,
                       "invalid regular expression: " + regex.error());
}

/// The whole text must match. A constant pattern is compiled once, any other for every row.
class RegexMatch final : public PairExpression<RegexMatch> {
 public:
  RegexMatch(CompiledPtr text, CompiledPtr pattern, Span span)
      : PairExpression(std::move(text), std::move(pattern)), span_(span) {
    const Value* constant = right_->constant();
    if (constant != nullptr && constant->is_string()) regex_ = compile_regex(constant->as_string());
  }

  Result<Value> apply(const Value& text, const Value& pattern, EvalContext&) const {
    if (!text.is_string() || !pattern.is_string()) return Value();
    if (regex_ != nullptr) return match(*regex_, text.as_string());
    return match(*compile_regex(pattern.as_string()), text.as_string());
  }

 private:
  Result<Value> match(const RE2& regex, const std::string& text) const {
    if (!regex.ok()) return bad_regex(regex, span_);
    return Value(RE2::FullMatch(text, regex));
  }

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
