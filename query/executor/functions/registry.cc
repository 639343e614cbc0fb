#include "query/executor/functions/registry.h"

#include <algorithm>
#include <array>

namespace dossier::query {
namespace {

using graph::ValueType;
using Kind = AggregateKind;

constexpr TypeSet kEntity = kNodeType | kRelationshipType;
constexpr TypeSet kKeyed = kEntity | kMapType;

constexpr FunctionSignature scalar(std::string_view name, int minimum, int maximum, TypeSet result,
                                   TypeSet first = kAnyType, TypeSet second = kAnyType, TypeSet third = kAnyType) {
  return {name, minimum, maximum, result, {first, second, third}, true, Kind::kNone};
}
constexpr FunctionSignature changing(std::string_view name, int minimum, int maximum, TypeSet result) {
  return {name, minimum, maximum, result, {kAnyType, kAnyType, kAnyType}, false, Kind::kNone};
}
constexpr FunctionSignature aggregate(std::string_view name, Kind kind, int arguments, TypeSet result,
                                      TypeSet first = kAnyType, TypeSet second = kAnyType) {
  return {name, arguments, arguments, result, {first, second, kAnyType}, true, kind};
}
constexpr FunctionSignature numeric(std::string_view name, TypeSet result = kFloatType) {
  return scalar(name, 1, 1, result, kNumberType);
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    // aggregates
    aggregate("avg", Kind::kAverage, 1, kNumberType | kDurationType, kNumberType | kDurationType),
    aggregate("collect", Kind::kCollect, 1, kListType),
    aggregate("count", Kind::kCount, 1, kIntegerType),
    aggregate("max", Kind::kMaximum, 1, kAnyType),
    aggregate("min", Kind::kMinimum, 1, kAnyType),
    aggregate("percentileCont", Kind::kPercentileContinuous, 2, kFloatType, kNumberType, kNumberType),
    aggregate("percentileDisc", Kind::kPercentileDiscrete, 2, kNumberType, kNumberType, kNumberType),
    aggregate("stDev", Kind::kDeviation, 1, kFloatType, kNumberType),
    aggregate("stDevP", Kind::kDeviationOfPopulation, 1, kFloatType, kNumberType),
    aggregate("sum", Kind::kSum, 1, kNumberType | kDurationType, kNumberType | kDurationType),

    // nodes, relationships, paths
    scalar("elementId", 1, 1, kStringType, kEntity),
    scalar("endNode", 1, 1, kNodeType, kRelationshipType),
    scalar("evidence", 1, 1, kListType, kRelationshipType),
    scalar("id", 1, 1, kIntegerType, kEntity),
    scalar("keys", 1, 1, kListType, kKeyed),
    scalar("labels", 1, 1, kListType, kNodeType),
    scalar("length", 1, 1, kIntegerType, kPathType),
    scalar("nodes", 1, 1, kListType, kPathType),
    scalar("properties", 1, 1, kMapType, kKeyed),
    scalar("relationships", 1, 1, kListType, kPathType),
    scalar("rels", 1, 1, kListType, kPathType),
    scalar("startNode", 1, 1, kNodeType, kRelationshipType),
    scalar("type", 1, 1, kStringType, kRelationshipType),

    // lists, maps and any value
    scalar("coalesce", 1, kAnyNumber, kAnyType),
    scalar("exists", 1, 1, kBooleanType),
    scalar("head", 1, 1, kAnyType, kListType),
    scalar("isEmpty", 1, 1, kBooleanType, kListType | kStringType | kMapType),
    scalar("last", 1, 1, kAnyType, kListType),
    scalar("nullIf", 2, 2, kAnyType),
    scalar("range", 2, 3, kListType),
    scalar("reverse", 1, 1, kListType | kStringType, kListType | kStringType),
    scalar("size", 1, 1, kIntegerType, kListType | kStringType),
    scalar("tail", 1, 1, kListType, kListType),
    scalar("valueType", 1, 1, kStringType),

    // conversions
    scalar("toBoolean", 1, 1, kBooleanType),
    scalar("toBooleanList", 1, 1, kListType),
    scalar("toBooleanOrNull", 1, 1, kBooleanType),
    scalar("toFloat", 1, 1, kFloatType),
    scalar("toFloatList", 1, 1, kListType),
    scalar("toFloatOrNull", 1, 1, kFloatType),
    scalar("toInteger", 1, 1, kIntegerType),
    scalar("toIntegerList", 1, 1, kListType),
    scalar("toIntegerOrNull", 1, 1, kIntegerType),
    scalar("toString", 1, 1, kStringType),
    scalar("toStringList", 1, 1, kListType),
    scalar("toStringOrNull", 1, 1, kStringType),

    // numbers
    numeric("abs", kNumberType),
    numeric("acos"),
    numeric("asin"),
    numeric("atan"),
    scalar("atan2", 2, 2, kFloatType, kNumberType, kNumberType),
    numeric("ceil"),
    numeric("ceiling"),
    numeric("cos"),
    numeric("cosh"),
    numeric("cot"),
    numeric("coth"),
    numeric("degrees"),
    scalar("e", 0, 0, kFloatType),
    numeric("exp"),
    numeric("floor"),
    numeric("haversin"),
    numeric("isNaN", kBooleanType),
    numeric("ln"),
    numeric("log"),
    numeric("log10"),
    scalar("pi", 0, 0, kFloatType),
    numeric("radians"),
    changing("rand", 0, 0, kFloatType),
    scalar("round", 1, 3, kFloatType, kNumberType, kIntegerType, kStringType),
    numeric("sign", kIntegerType),
    numeric("sin"),
    numeric("sinh"),
    numeric("sqrt"),
    numeric("tan"),
    numeric("tanh"),

    // strings
    scalar("btrim", 1, 2, kStringType, kStringType, kStringType),
    scalar("char_length", 1, 1, kIntegerType, kStringType),
    scalar("character_length", 1, 1, kIntegerType, kStringType),
    scalar("left", 2, 2, kStringType, kStringType, kIntegerType),
    scalar("lower", 1, 1, kStringType, kStringType),
    scalar("lTrim", 1, 2, kStringType, kStringType, kStringType),
    scalar("normalize", 1, 2, kStringType, kStringType, kStringType),
    changing("randomUUID", 0, 0, kStringType),
    scalar("replace", 3, 4, kStringType, kStringType, kStringType, kStringType),
    scalar("right", 2, 2, kStringType, kStringType, kIntegerType),
    scalar("rTrim", 1, 2, kStringType, kStringType, kStringType),
    scalar("split", 2, 2, kListType, kStringType, kStringType | kListType),
    scalar("string.join", 2, 2, kStringType, kListType, kStringType),
    scalar("substring", 2, 3, kStringType, kStringType, kIntegerType, kIntegerType),
    scalar("toLower", 1, 1, kStringType, kStringType),
    scalar("toUpper", 1, 1, kStringType, kStringType),
    scalar("trim", 1, 2, kStringType, kStringType, kStringType),
    scalar("upper", 1, 1, kStringType, kStringType),

    // temporal values
    scalar("date", 0, 1, kDateType),
    scalar("date.format", 2, 2, kStringType),
    changing("date.realtime", 0, 1, kDateType),
    scalar("date.statement", 0, 1, kDateType),
    scalar("date.transaction", 0, 1, kDateType),
    scalar("date.truncate", 1, 3, kDateType),
    scalar("datetime", 0, 1, kDateTimeType),
    scalar("datetime.fromepoch", 2, 2, kDateTimeType),
    scalar("datetime.fromepochmillis", 1, 1, kDateTimeType),
    changing("datetime.realtime", 0, 1, kDateTimeType),
    scalar("datetime.statement", 0, 1, kDateTimeType),
    scalar("datetime.transaction", 0, 1, kDateTimeType),
    scalar("datetime.truncate", 1, 3, kDateTimeType),
    scalar("duration", 1, 1, kDurationType),
    scalar("duration.between", 2, 2, kDurationType),
    scalar("duration.inDays", 2, 2, kDurationType),
    scalar("duration.inMonths", 2, 2, kDurationType),
    scalar("duration.inSeconds", 2, 2, kDurationType),
    scalar("format", 1, 2, kStringType),
    scalar("localdatetime", 0, 1, kLocalDateTimeType),
    changing("localdatetime.realtime", 0, 1, kLocalDateTimeType),
    scalar("localdatetime.statement", 0, 1, kLocalDateTimeType),
    scalar("localdatetime.transaction", 0, 1, kLocalDateTimeType),
    scalar("localdatetime.truncate", 1, 3, kLocalDateTimeType),
    scalar("localtime", 0, 1, kLocalTimeType),
    changing("localtime.realtime", 0, 1, kLocalTimeType),
    scalar("localtime.statement", 0, 1, kLocalTimeType),
    scalar("localtime.transaction", 0, 1, kLocalTimeType),
    scalar("localtime.truncate", 1, 3, kLocalTimeType),
    scalar("time", 0, 1, kTimeType),
    changing("time.realtime", 0, 1, kTimeType),
    scalar("time.statement", 0, 1, kTimeType),
    scalar("time.transaction", 0, 1, kTimeType),
    scalar("time.truncate", 1, 3, kTimeType),
    scalar("timestamp", 0, 0, kIntegerType),
});

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool less_ignoring_case(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return lower(x) < lower(y); });
}

constexpr auto kSorted = [] {
  auto table = kTable;
  std::sort(table.begin(), table.end(),
            [](const auto& a, const auto& b) { return less_ignoring_case(a.name, b.name); });
  return table;
}();

}  // namespace

const FunctionSignature* find_function(std::string_view name) {
  const auto at = std::lower_bound(kSorted.begin(), kSorted.end(), name, [](const auto& row, std::string_view n) {
    return less_ignoring_case(row.name, n);
  });
  return at != kSorted.end() && !less_ignoring_case(name, at->name) ? &*at : nullptr;
}

std::span<const FunctionSignature> all_functions() { return kSorted; }

}  // namespace dossier::query
