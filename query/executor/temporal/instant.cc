#include "query/executor/temporal/instant.h"

#include <utility>

#include "query/executor/errors.h"
#include "query/executor/temporal/calendar.h"

namespace dossier::query::temporal {

using graph::Value;
using graph::ValueType;

namespace {

constexpr std::int64_t kMinDays = -365'243'219'162;  // -999999999-01-01
constexpr std::int64_t kMaxDays = 365'241'780'471;   // +999999999-12-31

Parts local_parts(std::int64_t local_seconds, std::int32_t nanoseconds) {
  const std::int64_t days = floor_divide(local_seconds, kSecondsPerDay);
  const std::int64_t second = local_seconds - days * kSecondsPerDay;
  return {days, second * kNanosPerSecond + nanoseconds, std::nullopt};
}

Zone zone_of(const graph::DateTime& value) { return {value.zone, value.offset_seconds}; }

std::int64_t local_seconds(const Parts& parts) {
  return parts.days.value_or(0) * kSecondsPerDay + parts.nanoseconds.value_or(0) / kNanosPerSecond;
}

// The offset that a text gave beside the name is taken where the zone agrees with it.
std::int32_t offset_of(const Parts& parts) {
  const Zone zone = parts.zone.value_or(Zone{});
  if (zone.name.empty()) return zone.offset;
  const std::int64_t local = local_seconds(parts);
  if (offset_at(zone, local - zone.offset) == zone.offset) return zone.offset;
  return offset_at_local(zone, local);
}

}  // namespace

Status bad_value(std::string message, std::string suggestion) {
  return runtime_error("ArgumentError", "InvalidArgumentValue", {}, std::move(message),
                       std::move(suggestion));
}

Parts parts_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kDate:
      return {value.as_date().days, std::nullopt, std::nullopt};
    case ValueType::kLocalTime:
      return {std::nullopt, value.as_local_time().nanoseconds, std::nullopt};
    case ValueType::kTime:
      return {std::nullopt, value.as_time().nanoseconds, Zone{"", value.as_time().offset_seconds}};
    case ValueType::kLocalDateTime: {
      const graph::LocalDateTime local = value.as_local_date_time();
      return local_parts(local.seconds, local.nanoseconds);
    }
    case ValueType::kDateTime: {
      const graph::DateTime& zoned = value.as_date_time();
      Parts parts = local_parts(zoned.seconds + zoned.offset_seconds, zoned.nanoseconds);
      parts.zone = zone_of(zoned);
      return parts;
    }
    default:
      return {};
  }
}

std::int64_t epoch_seconds(const Parts& parts) { return local_seconds(parts) - offset_of(parts); }

Result<Value> from_parts(ValueType type, const Parts& parts) {
  const std::int64_t days = parts.days.value_or(0), nanoseconds = parts.nanoseconds.value_or(0);
  if (days < kMinDays || days > kMaxDays) return bad_value("years go from -999999999 to 999999999");
  const auto subsecond = static_cast<std::int32_t>(nanoseconds % kNanosPerSecond);
  switch (type) {
    case ValueType::kDate:
      return Value(graph::Date{days});
    case ValueType::kLocalTime:
      return Value(graph::LocalTime{nanoseconds});
    case ValueType::kTime:
      return Value(graph::Time{nanoseconds, offset_of(parts)});
    case ValueType::kLocalDateTime:
      return Value(graph::LocalDateTime{local_seconds(parts), subsecond});
    default:
      break;
  }
  // The offset is asked again of the instant: a time in a gap is moved on.
  const Zone zone = parts.zone.value_or(Zone{});
  const std::int64_t seconds = epoch_seconds(parts);
  return Value(graph::DateTime{seconds, subsecond, offset_at(zone, seconds), zone.name});
}

Parts in_zone(const Parts& parts, const Zone& zone) {
  const std::int64_t utc = epoch_seconds(parts);
  const std::int32_t offset = offset_at(zone, utc);
  Parts result =
      local_parts(utc + offset, static_cast<std::int32_t>(parts.nanoseconds.value_or(0) % kNanosPerSecond));
  result.zone = Zone{zone.name, offset};
  return result;
}

}  // namespace dossier::query::temporal
