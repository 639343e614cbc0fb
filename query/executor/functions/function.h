// How a function's body looks, and how a family of functions writes its rows of the table.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "query/executor/errors.h"
#include "query/executor/evaluator.h"
#include "query/executor/functions/registry.h"

namespace dossier::query {

/// One call, its arguments computed. The binder has checked their number.
struct Call {
  std::string_view name;
  std::span<const graph::Value> arguments;
  EvalContext& context;
  ast::SourceSpan span;

  const graph::Value& operator[](std::size_t i) const { return arguments[i]; }
  std::size_t size() const { return arguments.size(); }
};

/// "toUpper() expects a string, got Integer"
inline std::string expectation(const Call& call, std::string_view expected, const graph::Value& got) {
  return std::string(call.name) + "() expects " + std::string(expected) + ", got " +
         std::string(graph::type_name(got.type()));
}
/// TypeError InvalidArgumentType, where the function takes values of certain plain types.
inline Status wrong_type(const Call& call, std::string_view expected, const graph::Value& got) {
  return type_error(call.span, expectation(call, expected, got));
}
/// TypeError InvalidArgumentValue, where the TCK asks for that: graph functions and conversions.
inline Status wrong_value(const Call& call, std::string_view expected, const graph::Value& got) {
  return value_type_error(call.span, expectation(call, expected, got));
}

constexpr FunctionSignature function(std::string_view name, FunctionBody body, int minimum, int maximum,
                                     TypeSet result, TypeSet first = kAnyType, TypeSet second = kAnyType,
                                     TypeSet third = kAnyType) {
  return {name, minimum, maximum, result, {first, second, third}, true, AggregateKind::kNone, body};
}
/// The body is called for null arguments too.
constexpr FunctionSignature taking_null(FunctionSignature signature) {
  signature.takes_null = true;
  return signature;
}
/// The result depends on the arguments alone and is worth computing while compiling.
constexpr FunctionSignature pure(FunctionSignature signature) {
  signature.pure = true;
  return signature;
}
constexpr FunctionSignature changing(FunctionSignature signature) {
  signature.deterministic = false;
  return signature;
}

// The families.
std::span<const FunctionSignature> aggregate_functions();
std::span<const FunctionSignature> conversion_functions();
std::span<const FunctionSignature> graph_functions();
std::span<const FunctionSignature> list_functions();
std::span<const FunctionSignature> number_functions();
std::span<const FunctionSignature> operator_functions();  // named by signs, which no query can call
std::span<const FunctionSignature> string_functions();
std::span<const FunctionSignature> temporal_functions();

}  // namespace dossier::query
