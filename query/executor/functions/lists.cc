// Lists, and what takes any value.
#include <algorithm>
#include <array>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/functions/function.h"
#include "query/executor/functions/text.h"

namespace dossier::query {
namespace {

Result<Value> size(const Call& call) {
  if (call[0].is_list()) return Value(static_cast<std::int64_t>(call[0].as_list().size()));
  if (call[0].is_string()) return Value(static_cast<std::int64_t>(character_count(call[0].as_string())));
  return wrong_value(call, "a list or string", call[0]);
}

Result<Value> is_empty(const Call& call) {
  if (call[0].is_list()) return Value(call[0].as_list().empty());
  if (call[0].is_map()) return Value(call[0].as_map().empty());
  if (call[0].is_string()) return Value(call[0].as_string().empty());
  return wrong_value(call, "a list, map or string", call[0]);
}

Result<Value> head(const Call& call) {
  if (!call[0].is_list()) return wrong_value(call, "a list", call[0]);
  const List& list = call[0].as_list();
  return list.empty() ? Value() : list.front();
}

Result<Value> last(const Call& call) {
  if (!call[0].is_list()) return wrong_value(call, "a list", call[0]);
  const List& list = call[0].as_list();
  return list.empty() ? Value() : list.back();
}

Result<Value> tail(const Call& call) {
  if (!call[0].is_list()) return wrong_value(call, "a list", call[0]);
  const List& list = call[0].as_list();
  return list.empty() ? Value(List{}) : Value(List(list.begin() + 1, list.end()));
}

std::string reversed(const std::string& text) {
  std::string result;
  result.reserve(text.size());
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    result.append(text, begin, end - begin);
    end = begin;
  }
  return result;
}

Result<Value> reverse(const Call& call) {
  if (call[0].is_string()) return Value(reversed(call[0].as_string()));
  if (!call[0].is_list()) return wrong_value(call, "a list or string", call[0]);
  const List& list = call[0].as_list();
  return Value(List(list.rbegin(), list.rend()));
}

Result<Value> range(const Call& call) {
  for (const Value& argument : call.arguments) {
    if (argument.is_integer()) continue;
    return runtime_error("ArgumentError", "InvalidArgumentType", call.span,
                         expectation(call, "integers", argument));
  }
  const std::int64_t from = call[0].as_integer(), to = call[1].as_integer();
  const std::int64_t step = call.size() > 2 ? call[2].as_integer() : 1;
  if (step == 0) return range_error(call.span, "range() needs a step other than 0");
  if (step > 0 ? from > to : from < to) return Value(List{});
  const auto distance = step > 0 ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                                 : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t last = distance / stride;
  if (last >= kMaxListItems) {
    return Status(StatusCode::kResourceExhausted,
                  "range() would make more than " + std::to_string(kMaxListItems) + " numbers");
  }
  if (call.context.memory != nullptr) {  // before it is made, that is, not after
    const std::size_t bytes = (last + 1) * sizeof(Value);
    Status room = call.context.memory->charge(bytes);
    call.context.memory->release(bytes);
    DOSSIER_RETURN_IF_ERROR(std::move(room));
  }
  List list;
  list.reserve(last + 1);
  for (std::uint64_t i = 0; i <= last; ++i) {
    list.emplace_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + i * static_cast<std::uint64_t>(step)));
  }
  return Value(std::move(list));
}

// The evaluator has its own form of it, which computes no more arguments than it needs.
Result<Value> coalesce(const Call& call) {
  const auto at =
      std::find_if(call.arguments.begin(), call.arguments.end(), [](const Value& v) { return !v.is_null(); });
  return at == call.arguments.end() ? Value() : *at;
}

Result<Value> exists(const Call& call) { return Value(!call[0].is_null()); }

Result<Value> null_if(const Call& call) {
  if (graph::equals(call[0], call[1]) == true) return Value();
  return call[0];
}

std::string type_text(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
      return "NULL";
    case ValueType::kBoolean:
      return "BOOLEAN NOT NULL";
    case ValueType::kInteger:
      return "INTEGER NOT NULL";
    case ValueType::kFloat:
      return "FLOAT NOT NULL";
    case ValueType::kString:
      return "STRING NOT NULL";
    case ValueType::kMap:
      return "MAP NOT NULL";
    case ValueType::kDate:
      return "DATE NOT NULL";
    case ValueType::kLocalTime:
      return "LOCAL TIME NOT NULL";
    case ValueType::kTime:
      return "ZONED TIME NOT NULL";
    case ValueType::kLocalDateTime:
      return "LOCAL DATETIME NOT NULL";
    case ValueType::kDateTime:
      return "ZONED DATETIME NOT NULL";
    case ValueType::kDuration:
      return "DURATION NOT NULL";
    case ValueType::kNode:
      return "NODE NOT NULL";
    case ValueType::kRelationship:
      return "RELATIONSHIP NOT NULL";
    case ValueType::kPath:
      return "PATH NOT NULL";
    case ValueType::kList:
      break;
  }
  std::vector<std::string> inner;
  for (const Value& item : value.as_list()) inner.push_back(type_text(item));
  std::sort(inner.begin(), inner.end());
  inner.erase(std::unique(inner.begin(), inner.end()), inner.end());
  std::string text = "LIST<";
  for (const std::string& name : inner) text += (text.size() > 5 ? " | " : "") + name;
  return text + (inner.empty() ? "NOTHING" : "") + "> NOT NULL";
}

Result<Value> value_type(const Call& call) { return Value(type_text(call[0])); }

constexpr auto kTable = std::to_array<FunctionSignature>({
    taking_null(function("coalesce", coalesce, 1, kAnyNumber, kAnyType)),
    taking_null(function("exists", exists, 1, 1, kBooleanType)),
    function("head", head, 1, 1, kAnyType, kListType),
    function("isEmpty", is_empty, 1, 1, kBooleanType, kListType | kStringType | kMapType),
    function("last", last, 1, 1, kAnyType, kListType),
    taking_null(function("nullIf", null_if, 2, 2, kAnyType)),
    function("range", range, 2, 3, kListType),
    function("reverse", reverse, 1, 1, kListType | kStringType, kListType | kStringType),
    function("size", size, 1, 1, kIntegerType, kListType | kStringType),
    function("tail", tail, 1, 1, kListType, kListType),
    taking_null(function("valueType", value_type, 1, 1, kStringType)),
});

}  // namespace

std::span<const FunctionSignature> list_functions() { return kTable; }

}  // namespace dossier::query
