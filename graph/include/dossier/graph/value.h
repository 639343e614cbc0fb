// A value of the property graph and of a query: openCypher's types, in 16 bytes.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/export.h"
#include "dossier/graph/ids.h"

namespace dossier::graph {

enum class ValueType : std::uint8_t {
  kNull,
  kBoolean,
  kInteger,
  kFloat,
  kString,
  kList,
  kMap,
  kDate,
  kLocalTime,
  kTime,
  kLocalDateTime,
  kDateTime,
  kDuration,
  kNode,
  kRelationship,
  kPath,
};

// Temporal instants as openCypher has them; proleptic Gregorian calendar.
struct Date {
  std::int64_t days;
  bool operator==(const Date&) const = default;
};  // since 1970-01-01
struct LocalTime {
  std::int64_t nanoseconds;
  bool operator==(const LocalTime&) const = default;
};  // of the day
struct Time {
  std::int64_t nanoseconds;     // of the day, at the offset
  std::int32_t offset_seconds;  // east of UTC
  bool operator==(const Time&) const = default;
};
struct LocalDateTime {
  std::int64_t seconds;  // since 1970-01-01T00:00 of the local clock
  std::int32_t nanoseconds;
  bool operator==(const LocalDateTime&) const = default;
};
struct DateTime {
  std::int64_t seconds;  // since 1970-01-01T00:00Z
  std::int32_t nanoseconds;
  std::int32_t offset_seconds;
  std::string zone;  // IANA name, or empty for a bare offset
  bool operator==(const DateTime&) const = default;
};
struct Duration {
  std::int64_t months = 0, days = 0, seconds = 0;
  std::int32_t nanoseconds = 0;  // in [0, 1e9), seconds floored
  bool operator==(const Duration&) const = default;
};

class Value;
using List = std::vector<Value>;
using Map = std::vector<std::pair<std::string, Value>>;  // sorted by key, keys distinct

/// nodes.size() == relationships.size() + 1; a relationship may be walked against its direction.
struct Path {
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;
};

/// One value. Strings, lists, maps, zoned times, durations and paths are shared and immutable.
///
/// Nodes and relationships are ids: what they hold is asked of the Reader that gave them.
/// Cost     16 bytes; a copy is at most one atomic increment.
/// Threads  copies may be used from several threads.
class DOSSIER_API Value {
 public:
  Value() noexcept : payload_{.integer = 0} {}
  Value(bool value) noexcept : payload_{.integer = value}, type_(ValueType::kBoolean) {}
  Value(std::int64_t value) noexcept : payload_{.integer = value}, type_(ValueType::kInteger) {}
  Value(int value) noexcept : Value(static_cast<std::int64_t>(value)) {}
  Value(double value) noexcept : payload_{.floating = value}, type_(ValueType::kFloat) {}
  Value(std::string value);
  Value(std::string_view value) : Value(std::string(value)) {}
  Value(const char* value) : Value(std::string(value)) {}
  Value(List value);
  /// Sorts by key; of equal keys the last wins.
  Value(Map value);
  Value(Date value) noexcept : payload_{.integer = value.days}, type_(ValueType::kDate) {}
  Value(LocalTime value) noexcept : payload_{.integer = value.nanoseconds}, type_(ValueType::kLocalTime) {}
  Value(Time value) noexcept
      : payload_{.integer = value.nanoseconds}, extra_(value.offset_seconds), type_(ValueType::kTime) {}
  Value(LocalDateTime value) noexcept
      : payload_{.integer = value.seconds}, extra_(value.nanoseconds), type_(ValueType::kLocalDateTime) {}
  Value(DateTime value);
  Value(Duration value);
  Value(NodeId id) noexcept : payload_{.id = raw(id)}, type_(ValueType::kNode) {}
  Value(RelationshipId id) noexcept : payload_{.id = raw(id)}, type_(ValueType::kRelationship) {}
  Value(Path value);

  Value(const Value& other) noexcept : payload_(other.payload_), extra_(other.extra_), type_(other.type_) {
    if (shared()) retain();
  }
  Value(Value&& other) noexcept : payload_(other.payload_), extra_(other.extra_), type_(other.type_) {
    other.type_ = ValueType::kNull;
  }
  Value& operator=(const Value& other) noexcept {
    if (other.shared()) other.retain();  // first: `other` may be this, or inside of it
    const Payload payload = other.payload_;
    const std::int32_t extra = other.extra_;
    const ValueType type = other.type_;
    if (shared()) release();
    payload_ = payload, extra_ = extra, type_ = type;
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    const Payload payload = other.payload_;
    const std::int32_t extra = other.extra_;
    const ValueType type = std::exchange(other.type_, ValueType::kNull);
    if (shared()) release();
    payload_ = payload, extra_ = extra, type_ = type;
    return *this;
  }
  ~Value() {
    if (shared()) release();
  }
  void swap(Value& other) noexcept {
    std::swap(payload_, other.payload_);
    std::swap(extra_, other.extra_);
    std::swap(type_, other.type_);
  }

  ValueType type() const noexcept { return type_; }
  bool is_null() const noexcept { return type_ == ValueType::kNull; }
  bool is_boolean() const noexcept { return type_ == ValueType::kBoolean; }
  bool is_integer() const noexcept { return type_ == ValueType::kInteger; }
  bool is_float() const noexcept { return type_ == ValueType::kFloat; }
  bool is_number() const noexcept { return is_integer() || is_float(); }
  bool is_string() const noexcept { return type_ == ValueType::kString; }
  bool is_list() const noexcept { return type_ == ValueType::kList; }
  bool is_map() const noexcept { return type_ == ValueType::kMap; }
  bool is_node() const noexcept { return type_ == ValueType::kNode; }
  bool is_relationship() const noexcept { return type_ == ValueType::kRelationship; }
  bool is_path() const noexcept { return type_ == ValueType::kPath; }
  bool is_temporal() const noexcept { return type_ >= ValueType::kDate && type_ <= ValueType::kDateTime; }
  bool is_duration() const noexcept { return type_ == ValueType::kDuration; }
  /// Exactly the boolean true: what WHERE keeps.
  bool is_true() const noexcept { return is_boolean() && payload_.integer != 0; }

  // The content; calling one for another type is a bug.
  bool as_boolean() const noexcept { return payload_.integer != 0; }
  std::int64_t as_integer() const noexcept { return payload_.integer; }
  double as_float() const noexcept { return payload_.floating; }
  double as_number() const noexcept {
    return is_integer() ? static_cast<double>(payload_.integer) : payload_.floating;
  }
  const std::string& as_string() const noexcept;
  const List& as_list() const noexcept;
  const Map& as_map() const noexcept;
  Date as_date() const noexcept { return {payload_.integer}; }
  LocalTime as_local_time() const noexcept { return {payload_.integer}; }
  Time as_time() const noexcept { return {payload_.integer, extra_}; }
  LocalDateTime as_local_date_time() const noexcept { return {payload_.integer, extra_}; }
  const DateTime& as_date_time() const noexcept;
  const Duration& as_duration() const noexcept;
  NodeId as_node() const noexcept { return NodeId{payload_.id}; }
  RelationshipId as_relationship() const noexcept { return RelationshipId{payload_.id}; }
  const Path& as_path() const noexcept;

  /// The map's value at the key, or null where it is no map or has no such key.
  const Value* find(std::string_view key) const noexcept;

 private:
  struct Shared;
  template <typename T>
  struct Holder;
  // One look at a table of bits instead of six comparisons: values are copied all the time.
  bool shared() const noexcept {
    constexpr auto bit = [](ValueType type) { return std::uint32_t{1} << static_cast<unsigned>(type); };
    constexpr std::uint32_t kShared = bit(ValueType::kString) | bit(ValueType::kList) | bit(ValueType::kMap) |
                                      bit(ValueType::kDateTime) | bit(ValueType::kDuration) |
                                      bit(ValueType::kPath);
    return (kShared & bit(type_)) != 0;
  }
  void retain() const noexcept;
  void release() noexcept;

  union Payload {
    std::int64_t integer;
    double floating;
    std::uint64_t id;
    Shared* shared;
  };
  Payload payload_;
  std::int32_t extra_ = 0;
  ValueType type_ = ValueType::kNull;
};
static_assert(sizeof(Value) == 16);

/// openCypher's `=`: true, false, or nothing for null (also a null inside a list or map that decides).
/// Values of different types are unequal; 1 = 1.0; NaN is unequal to itself.
DOSSIER_API std::optional<bool> equals(const Value& left, const Value& right);

/// openCypher's `<`: nothing where the two cannot be compared or either is null or NaN decides nothing.
DOSSIER_API std::optional<std::partial_ordering> compare(const Value& left, const Value& right);

/// Orderability: the total order of ORDER BY, min() and max() across all types; null last.
DOSSIER_API std::weak_ordering order(const Value& left, const Value& right);

/// Equivalence: what DISTINCT and grouping use; null is null, NaN is NaN, 1 is 1.0.
DOSSIER_API bool equivalent(const Value& left, const Value& right);
DOSSIER_API std::size_t hash(const Value& value);

/// "Integer", "String", "Map" ... as error messages name it.
DOSSIER_API std::string_view type_name(ValueType type);

}  // namespace dossier::graph
