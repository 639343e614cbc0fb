// The table of every function: what the binder checks of a call, and what the evaluator runs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/ast/ast.h"

namespace dossier::query {

/// A set of value types. Null belongs to every set.
struct TypeSet {
  std::uint32_t bits = 0;

  constexpr bool contains(graph::ValueType type) const {
    return type == graph::ValueType::kNull || (bits >> static_cast<unsigned>(type) & 1U) != 0;
  }
  /// Whether a value of this set may be one of `other`.
  constexpr bool overlaps(TypeSet other) const { return (bits & other.bits) != 0; }
  constexpr TypeSet operator|(TypeSet other) const { return {bits | other.bits}; }
  constexpr bool operator==(const TypeSet&) const = default;
};
constexpr TypeSet type_set(graph::ValueType type) { return {1U << static_cast<unsigned>(type)}; }

inline constexpr TypeSet kAnyType{0xffff};
inline constexpr TypeSet kBooleanType = type_set(graph::ValueType::kBoolean);
inline constexpr TypeSet kIntegerType = type_set(graph::ValueType::kInteger);
inline constexpr TypeSet kFloatType = type_set(graph::ValueType::kFloat);
inline constexpr TypeSet kNumberType = kIntegerType | kFloatType;
inline constexpr TypeSet kStringType = type_set(graph::ValueType::kString);
inline constexpr TypeSet kListType = type_set(graph::ValueType::kList);
inline constexpr TypeSet kMapType = type_set(graph::ValueType::kMap);
inline constexpr TypeSet kNodeType = type_set(graph::ValueType::kNode);
inline constexpr TypeSet kRelationshipType = type_set(graph::ValueType::kRelationship);
inline constexpr TypeSet kPathType = type_set(graph::ValueType::kPath);
inline constexpr TypeSet kDateType = type_set(graph::ValueType::kDate);
inline constexpr TypeSet kLocalTimeType = type_set(graph::ValueType::kLocalTime);
inline constexpr TypeSet kTimeType = type_set(graph::ValueType::kTime);
inline constexpr TypeSet kLocalDateTimeType = type_set(graph::ValueType::kLocalDateTime);
inline constexpr TypeSet kDateTimeType = type_set(graph::ValueType::kDateTime);
inline constexpr TypeSet kDurationType = type_set(graph::ValueType::kDuration);

enum class AggregateKind : std::uint8_t {
  kNone,
  kCount,
  kSum,
  kAverage,
  kMinimum,
  kMaximum,
  kCollect,
  kPercentileContinuous,
  kPercentileDiscrete,
  kDeviation,
  kDeviationOfPopulation,
};

inline constexpr int kAnyNumber = -1;

struct Call;
using FunctionBody = Result<graph::Value> (*)(const Call&);

/// One function, as a caller sees it.
struct FunctionSignature {
  std::string_view name;  // canonical spelling: "toUpper", "duration.between"
  int minimum_arguments = 0;
  int maximum_arguments = 0;  // kAnyNumber: no limit
  TypeSet result = kAnyType;
  /// What the first arguments may be. The binder refuses, at compile time with InvalidArgumentType, an argument whose
  /// type it knows and that is none of these; where openCypher leaves the check to run time it is kAnyType.
  TypeSet arguments[3] = {kAnyType, kAnyType, kAnyType};
  bool deterministic = true;  // false: rand() and clocks read anew at every call
  AggregateKind aggregate = AggregateKind::kNone;
  FunctionBody body = nullptr;  // null for aggregates
  bool takes_null = false;      // otherwise a null argument gives null without a call
  bool pure = false;            // may be computed while compiling

  bool is_aggregate() const { return aggregate != AggregateKind::kNone; }
};

/// The function of that name, in whatever case; null: there is none.
const FunctionSignature* find_function(std::string_view name);

/// All functions, by name.
std::span<const FunctionSignature> all_functions();

}  // namespace dossier::query
