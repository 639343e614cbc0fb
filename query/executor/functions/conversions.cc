// toInteger() and its like.
#include <array>
#include <cmath>

#include "query/executor/functions/function.h"
#include "query/executor/functions/text.h"

namespace dossier::query {
namespace {

using graph::List;
using graph::Value;
using graph::ValueType;

// A conversion gives a value, null for a text that says none, or nothing for a type that it does not take.
using Conversion = std::optional<Value> (*)(const Value&);

template <typename T>
Value or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

std::optional<Value> integer_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
    case ValueType::kInteger:
      return value;
    case ValueType::kString:
      return or_null(read_integer(value.as_string()));
    case ValueType::kFloat:
      // Outside of 64 bits there is no integer to give; Java's cast, which others use, invents the nearest.
      if (!(std::abs(value.as_float()) < 9223372036854775808.0)) return Value();
      return Value(static_cast<std::int64_t>(value.as_float()));
    default:
      return std::nullopt;
  }
}

std::optional<Value> float_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
    case ValueType::kFloat:
      return value;
    case ValueType::kInteger:
      return Value(value.as_number());
    case ValueType::kString:
      return or_null(read_float(value.as_string()));
    default:
      return std::nullopt;
  }
}

// Blanks around the word are passed over, none within it.
std::optional<bool> read_boolean(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return std::nullopt;
  std::string lower;
  for (const char c : text.substr(begin, text.find_last_not_of(" \t\n\r") + 1 - begin)) {
    lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  if (lower == "true") return true;
  if (lower == "false") return false;
  return std::nullopt;
}

std::optional<Value> boolean_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
    case ValueType::kBoolean:
      return value;
    case ValueType::kString:
      return or_null(read_boolean(value.as_string()));
    default:
      return std::nullopt;
  }
}

std::optional<Value> string_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
    case ValueType::kString:
      return value;
    case ValueType::kList:
    case ValueType::kMap:
    case ValueType::kNode:
    case ValueType::kRelationship:
    case ValueType::kPath:
      return std::nullopt;
    default:
      return Value(display_text(value));
  }
}

template <Conversion conversion>
Result<Value> strict(const Call& call) {
  if (std::optional<Value> value = conversion(call[0])) return *std::move(value);
  return wrong_value(call, "a value that it can convert", call[0]);
}

template <Conversion conversion>
Result<Value> lenient(const Call& call) {
  return conversion(call[0]).value_or(Value());
}

template <Conversion conversion>
Result<Value> each(const Call& call) {
  if (!call[0].is_list()) return wrong_value(call, "a list", call[0]);
  List result;
  for (const Value& item : call[0].as_list()) result.push_back(conversion(item).value_or(Value()));
  return Value(std::move(result));
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    pure(function("toBoolean", strict<boolean_of>, 1, 1, kBooleanType)),
    pure(function("toBooleanList", each<boolean_of>, 1, 1, kListType)),
    pure(function("toBooleanOrNull", lenient<boolean_of>, 1, 1, kBooleanType)),
    pure(function("toFloat", strict<float_of>, 1, 1, kFloatType)),
    pure(function("toFloatList", each<float_of>, 1, 1, kListType)),
    pure(function("toFloatOrNull", lenient<float_of>, 1, 1, kFloatType)),
    pure(function("toInteger", strict<integer_of>, 1, 1, kIntegerType)),
    pure(function("toIntegerList", each<integer_of>, 1, 1, kListType)),
    pure(function("toIntegerOrNull", lenient<integer_of>, 1, 1, kIntegerType)),
    pure(function("toString", strict<string_of>, 1, 1, kStringType)),
    pure(function("toStringList", each<string_of>, 1, 1, kListType)),
    pure(function("toStringOrNull", lenient<string_of>, 1, 1, kStringType)),
});

}  // namespace

std::span<const FunctionSignature> conversion_functions() { return kTable; }

}  // namespace dossier::query
