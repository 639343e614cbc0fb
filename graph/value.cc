// Values in 16 bytes: a tag, a payload, and for what does not fit one shared block with a count.
// The orders follow the openCypher specification's "Orderability", "Comparability" and "Equality" sections.
#include "dossier/graph/value.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

#include "graph/value_depth.h"

namespace dossier::graph {

struct Value::Shared {
  std::atomic<std::uint32_t> references{1};
};
template <typename T>
struct Value::Holder : Value::Shared {
  explicit Holder(T v) : value(std::move(v)) {}
  T value;
};

namespace {

Map sorted_by_key(Map map) {
  std::stable_sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Map distinct;
  distinct.reserve(map.size());
  for (auto& entry : map) {
    if (!distinct.empty() && distinct.back().first == entry.first) distinct.pop_back();
    distinct.push_back(std::move(entry));
  }
  return distinct;
}

std::int32_t depth_of(const List& list) {
  std::int32_t deepest = 0;
  for (const Value& item : list) deepest = std::max(deepest, depth(item));
  return deepest + 1;
}

std::int32_t depth_of(const Map& map) {
  std::int32_t deepest = 0;
  for (const auto& [key, item] : map) deepest = std::max(deepest, depth(item));
  return deepest + 1;
}

}  // namespace

Value::Value(std::string value)
    : payload_{.shared = new Holder<std::string>(std::move(value))}, type_(ValueType::kString) {}
Value::Value(List value) : extra_(depth_of(value)), type_(ValueType::kList) {
  payload_.shared = new Holder<List>(std::move(value));
}
Value::Value(Map value) : extra_(depth_of(value)), type_(ValueType::kMap) {
  payload_.shared = new Holder<Map>(sorted_by_key(std::move(value)));
}
Value::Value(DateTime value)
    : payload_{.shared = new Holder<DateTime>(std::move(value))}, type_(ValueType::kDateTime) {}
Value::Value(Duration value) : payload_{.shared = new Holder<Duration>(value)}, type_(ValueType::kDuration) {}
Value::Value(Path value) : payload_{.shared = new Holder<Path>(std::move(value))}, type_(ValueType::kPath) {}

// The word beside the payload, which holds a time's offset, holds the depth of a list or map.
std::int32_t depth(const Value& value) {
  return value.is_list() || value.is_map() ? value.as_time().offset_seconds : 0;
}

void Value::retain() const noexcept { payload_.shared->references.fetch_add(1, std::memory_order_relaxed); }

void Value::release() noexcept {
  if (payload_.shared->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  switch (type_) {
    case ValueType::kString:
      delete static_cast<Holder<std::string>*>(payload_.shared);
      break;
    case ValueType::kList:
      delete static_cast<Holder<List>*>(payload_.shared);
      break;
    case ValueType::kMap:
      delete static_cast<Holder<Map>*>(payload_.shared);
      break;
    case ValueType::kDateTime:
      delete static_cast<Holder<DateTime>*>(payload_.shared);
      break;
    case ValueType::kDuration:
      delete static_cast<Holder<Duration>*>(payload_.shared);
      break;
    case ValueType::kPath:
      delete static_cast<Holder<Path>*>(payload_.shared);
      break;
    default:
      break;
  }
}

const std::string& Value::as_string() const noexcept {
  return static_cast<Holder<std::string>*>(payload_.shared)->value;
}
const List& Value::as_list() const noexcept { return static_cast<Holder<List>*>(payload_.shared)->value; }
const Map& Value::as_map() const noexcept { return static_cast<Holder<Map>*>(payload_.shared)->value; }
const DateTime& Value::as_date_time() const noexcept {
  return static_cast<Holder<DateTime>*>(payload_.shared)->value;
}
const Duration& Value::as_duration() const noexcept {
  return static_cast<Holder<Duration>*>(payload_.shared)->value;
}
const Path& Value::as_path() const noexcept { return static_cast<Holder<Path>*>(payload_.shared)->value; }

const Value* Value::find(std::string_view key) const noexcept {
  if (!is_map()) return nullptr;
  const Map& map = as_map();
  const auto at = std::lower_bound(map.begin(), map.end(), key,
                                   [](const auto& entry, std::string_view k) { return entry.first < k; });
  return at != map.end() && at->first == key ? &at->second : nullptr;
}

namespace {

// An integer against a float without losing the integer's low bits.
std::partial_ordering compare_numbers(const Value& left, const Value& right) {
  if (left.is_integer() && right.is_integer()) return left.as_integer() <=> right.as_integer();
  if (left.is_float() && right.is_float()) return left.as_float() <=> right.as_float();
  if (left.is_float()) return 0 <=> compare_numbers(right, left);
  const double f = right.as_float();
  if (std::isnan(f)) return std::partial_ordering::unordered;
  if (f >= 9223372036854775808.0) return std::partial_ordering::less;
  if (f < -9223372036854775808.0) return std::partial_ordering::greater;
  const auto whole = static_cast<std::int64_t>(f);
  if (left.as_integer() != whole) return left.as_integer() <=> whole;
  return 0.0 <=> (f - std::trunc(f));
}

std::partial_ordering compare_instants(const Value& left, const Value& right) {
  switch (left.type()) {
    case ValueType::kDate:
      return left.as_date().days <=> right.as_date().days;
    case ValueType::kLocalTime:
      return left.as_local_time().nanoseconds <=> right.as_local_time().nanoseconds;
    case ValueType::kTime: {
      const Time a = left.as_time(), b = right.as_time();
      const auto utc = [](Time t) { return t.nanoseconds - t.offset_seconds * std::int64_t{1'000'000'000}; };
      if (utc(a) != utc(b)) return utc(a) <=> utc(b);
      return a.offset_seconds <=> b.offset_seconds;
    }
    case ValueType::kLocalDateTime: {
      const LocalDateTime a = left.as_local_date_time(), b = right.as_local_date_time();
      return std::pair(a.seconds, a.nanoseconds) <=> std::pair(b.seconds, b.nanoseconds);
    }
    case ValueType::kDateTime: {
      const DateTime &a = left.as_date_time(), &b = right.as_date_time();
      return std::tuple(a.seconds, a.nanoseconds, a.offset_seconds, std::string_view(a.zone)) <=>
             std::tuple(b.seconds, b.nanoseconds, b.offset_seconds, std::string_view(b.zone));
    }
    default:
      return std::partial_ordering::unordered;
  }
}

// Durations order by their average length: a month is 30.436875 days.
std::weak_ordering order_durations(const Duration& a, const Duration& b) {
  const auto length = [](const Duration& d) {
    return static_cast<long double>(d.months) * 2629746.0L + static_cast<long double>(d.days) * 86400.0L +
           static_cast<long double>(d.seconds) + d.nanoseconds * 1e-9L;
  };
  if (length(a) < length(b)) return std::weak_ordering::less;
  if (length(b) < length(a)) return std::weak_ordering::greater;
  return std::tuple(a.months, a.days, a.seconds, a.nanoseconds) <=>
         std::tuple(b.months, b.days, b.seconds, b.nanoseconds);
}

int rank(const Value& value) {
  switch (value.type()) {
    case ValueType::kMap:
      return 0;
    case ValueType::kNode:
      return 1;
    case ValueType::kRelationship:
      return 2;
    case ValueType::kList:
      return 3;
    case ValueType::kPath:
      return 4;
    case ValueType::kDateTime:
      return 5;
    case ValueType::kLocalDateTime:
      return 6;
    case ValueType::kDate:
      return 7;
    case ValueType::kTime:
      return 8;
    case ValueType::kLocalTime:
      return 9;
    case ValueType::kDuration:
      return 10;
    case ValueType::kString:
      return 11;
    case ValueType::kBoolean:
      return 12;
    case ValueType::kInteger:
      return 13;
    case ValueType::kFloat:
      return std::isnan(value.as_float()) ? 14 : 13;
    case ValueType::kNull:
      return 15;
  }
  return 16;
}

std::weak_ordering order_paths(const Path& a, const Path& b) {
  if (const auto c = a.nodes <=> b.nodes; c != 0) return c;
  return a.relationships <=> b.relationships;
}

std::weak_ordering order_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (const auto c = order(a[i], b[i]); c != 0) return c;
  }
  return a.size() <=> b.size();
}

std::weak_ordering order_maps(const Map& a, const Map& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (const auto c = a[i].first <=> b[i].first; c != 0) return c;
    if (const auto c = order(a[i].second, b[i].second); c != 0) return c;
  }
  return a.size() <=> b.size();
}

// Of all pairs: false if one differs for certain, unknown if one is unknown, else true.
template <typename Pairwise>
std::optional<bool> all_equal(std::size_t size, Pairwise pairwise) {
  bool unknown = false;
  for (std::size_t i = 0; i < size; ++i) {
    const std::optional<bool> same = pairwise(i);
    if (!same)
      unknown = true;
    else if (!*same)
      return false;
  }
  if (unknown) return std::nullopt;
  return true;
}

std::optional<bool> equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first) return false;
  }
  return all_equal(a.size(), [&](std::size_t i) { return equals(a[i].second, b[i].second); });
}

std::optional<std::partial_ordering> compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const auto same = equals(a[i], b[i]);
    if (!same) return std::nullopt;
    if (!*same) return compare(a[i], b[i]);
  }
  return std::partial_ordering(a.size() <=> b.size());
}

}  // namespace

std::optional<bool> equals(const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return std::nullopt;
  if (left.is_number() && right.is_number()) return compare_numbers(left, right) == 0;
  if (left.type() != right.type()) return false;
  switch (left.type()) {
    case ValueType::kList: {
      const List &a = left.as_list(), &b = right.as_list();
      if (a.size() != b.size()) return false;
      return all_equal(a.size(), [&](std::size_t i) { return equals(a[i], b[i]); });
    }
    case ValueType::kMap:
      return equal_maps(left.as_map(), right.as_map());
    case ValueType::kDuration:
      return left.as_duration() == right.as_duration();
    default:
      return order(left, right) == 0;
  }
}

std::optional<std::partial_ordering> compare(const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return std::nullopt;
  if (left.is_number() && right.is_number()) return compare_numbers(left, right);
  if (left.type() != right.type()) return std::nullopt;
  switch (left.type()) {
    case ValueType::kString:
      return std::partial_ordering(left.as_string() <=> right.as_string());
    case ValueType::kBoolean:
      return std::partial_ordering(left.as_boolean() <=> right.as_boolean());
    case ValueType::kList:
      return compare_lists(left.as_list(), right.as_list());
    default:
      break;
  }
  if (left.is_temporal()) return compare_instants(left, right);
  return std::nullopt;
}

std::weak_ordering order(const Value& left, const Value& right) {
  if (const int a = rank(left), b = rank(right); a != b) return a <=> b;
  const auto weak = [](std::partial_ordering o) {
    return o < 0   ? std::weak_ordering::less
           : o > 0 ? std::weak_ordering::greater
                   : std::weak_ordering::equivalent;
  };
  switch (left.type()) {
    case ValueType::kMap:
      return order_maps(left.as_map(), right.as_map());
    case ValueType::kNode:
      return left.as_node() <=> right.as_node();
    case ValueType::kRelationship:
      return left.as_relationship() <=> right.as_relationship();
    case ValueType::kList:
      return order_lists(left.as_list(), right.as_list());
    case ValueType::kPath:
      return order_paths(left.as_path(), right.as_path());
    case ValueType::kDuration:
      return order_durations(left.as_duration(), right.as_duration());
    case ValueType::kString:
      return left.as_string() <=> right.as_string();
    case ValueType::kBoolean:
      return left.as_boolean() <=> right.as_boolean();
    case ValueType::kInteger:
    case ValueType::kFloat:
      return weak(compare_numbers(left, right));
    case ValueType::kNull:
      return std::weak_ordering::equivalent;
    default:
      return weak(compare_instants(left, right));
  }
}

bool equivalent(const Value& left, const Value& right) { return order(left, right) == 0; }

namespace {

std::size_t mix(std::size_t seed, std::size_t value) {
  seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
  return seed * 0xff51afd7ed558ccdULL;
}

// A float that is a whole number hashes as that integer, since 1 and 1.0 are equivalent.
std::size_t hash_float(double value) {
  if (std::isnan(value)) return 0x7ff8;
  if (value == std::trunc(value) && std::abs(value) < 9.2e18) {
    return std::hash<std::int64_t>{}(static_cast<std::int64_t>(value));
  }
  return std::bit_cast<std::uint64_t>(value);
}

}  // namespace

std::size_t hash(const Value& value) {
  std::size_t seed = static_cast<std::size_t>(rank(value)) * 0x9e3779b97f4a7c15ULL;
  switch (value.type()) {
    case ValueType::kNull:
      return seed;
    case ValueType::kFloat:
      return mix(seed, hash_float(value.as_float()));
    case ValueType::kString:
      return mix(seed, std::hash<std::string_view>{}(value.as_string()));
    case ValueType::kList:
      for (const Value& item : value.as_list()) seed = mix(seed, hash(item));
      return seed;
    case ValueType::kMap:
      for (const auto& [key, item] : value.as_map()) {
        seed = mix(mix(seed, std::hash<std::string_view>{}(key)), hash(item));
      }
      return seed;
    case ValueType::kDateTime:
      return mix(mix(seed, static_cast<std::size_t>(value.as_date_time().seconds)),
                 static_cast<std::size_t>(value.as_date_time().nanoseconds));
    case ValueType::kDuration: {
      const Duration& d = value.as_duration();
      for (const std::int64_t part : {d.months, d.days, d.seconds, std::int64_t{d.nanoseconds}}) {
        seed = mix(seed, static_cast<std::size_t>(part));
      }
      return seed;
    }
    case ValueType::kPath:
      for (const NodeId node : value.as_path().nodes) seed = mix(seed, raw(node));
      for (const RelationshipId r : value.as_path().relationships) seed = mix(seed, raw(r));
      return seed;
    default:
      return mix(seed, static_cast<std::size_t>(value.as_integer()));
  }
}

std::string_view type_name(ValueType type) {
  static constexpr std::string_view kNames[] = {
      "Null",      "Boolean", "Integer",       "Float",    "String",   "List", "Map",          "Date",
      "LocalTime", "Time",    "LocalDateTime", "DateTime", "Duration", "Node", "Relationship", "Path"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace dossier::graph
