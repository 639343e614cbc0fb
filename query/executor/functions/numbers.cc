// Mathematics. What is not a number gives TypeError; what has no result in the reals gives NaN.
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "query/executor/functions/function.h"

namespace dossier::query {
namespace {

using graph::Value;

using Real = double (*)(double);

template <Real body>
Result<Value> real(const Call& call) {
  if (!call[0].is_number()) return wrong_type(call, "a number", call[0]);
  return Value(body(call[0].as_number()));
}

double cotangent(double x) { return 1 / std::tan(x); }
double hyperbolic_cotangent(double x) { return 1 / std::tanh(x); }
double degrees(double x) { return x * (180 / std::numbers::pi); }
double radians(double x) { return x * (std::numbers::pi / 180); }
double haversine(double x) { return (1 - std::cos(x)) / 2; }

Result<Value> abs(const Call& call) {
  if (call[0].is_float()) return Value(std::abs(call[0].as_float()));
  if (!call[0].is_integer()) return wrong_type(call, "a number", call[0]);
  const std::int64_t number = call[0].as_integer();
  if (number == std::numeric_limits<std::int64_t>::min()) {
    return overflow_error(call.span, "abs(" + std::to_string(number) + ") does not fit into 64 bits");
  }
  return Value(number < 0 ? -number : number);
}

Result<Value> sign(const Call& call) {
  if (!call[0].is_number()) return wrong_type(call, "a number", call[0]);
  const double number = call[0].as_number();
  return Value(number > 0 ? 1 : number < 0 ? -1 : 0);
}

Result<Value> is_nan(const Call& call) {
  if (!call[0].is_number()) return wrong_type(call, "a number", call[0]);
  return Value(call[0].is_float() && std::isnan(call[0].as_float()));
}

Result<Value> atan2(const Call& call) {
  for (const Value& argument : call.arguments) {
    if (!argument.is_number()) return wrong_type(call, "numbers", argument);
  }
  return Value(std::atan2(call[0].as_number(), call[1].as_number()));
}

Result<Value> e(const Call&) { return Value(std::numbers::e); }
Result<Value> pi(const Call&) { return Value(std::numbers::pi); }

Result<Value> rand(const Call& call) {
  return Value(std::uniform_real_distribution<double>(0, 1)(call.context.random));
}

// x, already scaled so that the wanted digit is the last before the point, to a whole number.
std::optional<double> rounded(double x, std::string_view mode) {
  if (mode == "UP") return x < 0 ? std::floor(x) : std::ceil(x);
  if (mode == "DOWN") return std::trunc(x);
  if (mode == "CEILING") return std::ceil(x);
  if (mode == "FLOOR") return std::floor(x);
  if (mode == "HALF_UP") return std::round(x);
  if (mode == "HALF_EVEN") return std::nearbyint(x);
  if (mode == "HALF_DOWN") return x < 0 ? -std::ceil(-x - 0.5) : std::ceil(x - 0.5);
  return std::nullopt;
}

/// round(x) takes halves upwards, towards positive infinity; with a precision, away from zero.
Result<Value> round(const Call& call) {
  if (!call[0].is_number()) return wrong_type(call, "a number", call[0]);
  const double x = call[0].as_number();
  if (call.size() == 1) return Value(std::floor(x) + (x - std::floor(x) >= 0.5 ? 1.0 : 0.0));
  if (!call[1].is_integer()) return wrong_type(call, "an integer precision", call[1]);
  const std::string mode = call.size() > 2 && call[2].is_string() ? call[2].as_string() : "HALF_UP";
  const double scale = std::pow(10.0, static_cast<double>(call[1].as_integer()));
  if (!std::isfinite(x) || !std::isfinite(x * scale)) return Value(x);
  const std::optional<double> whole = rounded(x * scale, mode);
  if (!whole) {
    return runtime_error("ArgumentError", "InvalidArgumentValue", call.span,
                         "unknown rounding mode '" + mode +
                             "', expected UP, DOWN, CEILING, FLOOR, HALF_UP, "
                             "HALF_DOWN or HALF_EVEN");
  }
  return Value(scale == 0 ? 0.0 : *whole / scale);
}

constexpr FunctionSignature unary(std::string_view name, FunctionBody body, TypeSet result = kFloatType) {
  return pure(function(name, body, 1, 1, result, kNumberType));
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    unary("abs", abs, kNumberType),
    unary("acos", real<std::acos>),
    unary("asin", real<std::asin>),
    unary("atan", real<std::atan>),
    pure(function("atan2", atan2, 2, 2, kFloatType, kNumberType, kNumberType)),
    unary("ceil", real<std::ceil>),
    unary("ceiling", real<std::ceil>),
    unary("cos", real<std::cos>),
    unary("cosh", real<std::cosh>),
    unary("cot", real<cotangent>),
    unary("coth", real<hyperbolic_cotangent>),
    unary("degrees", real<degrees>),
    function("e", e, 0, 0, kFloatType),
    unary("exp", real<std::exp>),
    unary("floor", real<std::floor>),
    unary("haversin", real<haversine>),
    unary("isNaN", is_nan, kBooleanType),
    unary("ln", real<std::log>),
    unary("log", real<std::log>),
    unary("log10", real<std::log10>),
    function("pi", pi, 0, 0, kFloatType),
    unary("radians", real<radians>),
    changing(function("rand", rand, 0, 0, kFloatType)),
    pure(function("round", round, 1, 3, kFloatType, kNumberType, kIntegerType, kStringType)),
    unary("sign", sign, kIntegerType),
    unary("sin", real<std::sin>),
    unary("sinh", real<std::sinh>),
    unary("sqrt", real<std::sqrt>),
    unary("tan", real<std::tan>),
    unary("tanh", real<std::tanh>),
});

}  // namespace

std::span<const FunctionSignature> number_functions() { return kTable; }

}  // namespace dossier::query
