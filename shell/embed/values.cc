// What a value holds, for C.
#include <algorithm>

#include "dossier/capi.h"
#include "shell/embed/handles.h"

using dossier::graph::Value;
using dossier::graph::ValueType;
using dossier::shell::handle_of;
using dossier::shell::value_of;

static_assert(static_cast<int>(ValueType::kNull) == DOSSIER_NULL &&
              static_cast<int>(ValueType::kMap) == DOSSIER_MAP &&
              static_cast<int>(ValueType::kDate) == DOSSIER_DATE &&
              static_cast<int>(ValueType::kDuration) == DOSSIER_DURATION &&
              static_cast<int>(ValueType::kPath) == DOSSIER_PATH);

dossier_type dossier_value_type(const dossier_value* value) {
  return value == nullptr ? DOSSIER_NULL : static_cast<dossier_type>(value_of(value)->type());
}

int dossier_value_boolean(const dossier_value* value) {
  return value != nullptr && value_of(value)->is_true();
}

int64_t dossier_value_integer(const dossier_value* value) {
  return value != nullptr && value_of(value)->is_integer() ? value_of(value)->as_integer() : 0;
}

double dossier_value_float(const dossier_value* value) {
  return value != nullptr && value_of(value)->is_number() ? value_of(value)->as_number() : 0;
}

const char* dossier_value_string(const dossier_value* value, size_t* length) {
  const bool is_string = value != nullptr && value_of(value)->is_string();
  if (length != nullptr) *length = is_string ? value_of(value)->as_string().size() : 0;
  return is_string ? value_of(value)->as_string().c_str() : nullptr;
}

int dossier_value_temporal(const dossier_value* value, dossier_temporal* out) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  if (out == nullptr) return 1;
  *out = {0, 0, 0, 0, 0, ""};
  if (value == nullptr) return 1;
  const Value& v = *value_of(value);
  const auto of_day = [&](std::int64_t nanoseconds) {
    out->seconds = nanoseconds / kSecond, out->nanoseconds = static_cast<std::int32_t>(nanoseconds % kSecond);
  };
  switch (v.type()) {
    case ValueType::kDate:
      out->days = v.as_date().days;
      return 0;
    case ValueType::kLocalTime:
      of_day(v.as_local_time().nanoseconds);
      return 0;
    case ValueType::kTime:
      of_day(v.as_time().nanoseconds), out->offset_seconds = v.as_time().offset_seconds;
      return 0;
    case ValueType::kLocalDateTime:
      out->seconds = v.as_local_date_time().seconds, out->nanoseconds = v.as_local_date_time().nanoseconds;
      return 0;
    case ValueType::kDateTime: {
      const auto& instant = v.as_date_time();
      *out = {0, 0, instant.seconds, instant.nanoseconds, instant.offset_seconds, instant.zone.c_str()};
      return 0;
    }
    case ValueType::kDuration: {
      const auto& duration = v.as_duration();
      *out = {duration.months, duration.days, duration.seconds, duration.nanoseconds, 0, ""};
      return 0;
    }
    default:
      return 1;
  }
}

uint64_t dossier_value_id(const dossier_value* value) {
  if (value == nullptr) return 0;
  if (value_of(value)->is_node()) return raw(value_of(value)->as_node());
  return value_of(value)->is_relationship() ? raw(value_of(value)->as_relationship()) : 0;
}

size_t dossier_value_size(const dossier_value* value) {
  if (value == nullptr) return 0;
  const Value& v = *value_of(value);
  if (v.is_list()) return v.as_list().size();
  if (v.is_map()) return v.as_map().size();
  return v.is_path() ? v.as_path().nodes.size() + v.as_path().relationships.size() : 0;
}

const dossier_value* dossier_value_item(const dossier_value* value, size_t i) {
  if (value == nullptr || i >= dossier_value_size(value)) return nullptr;
  const Value& v = *value_of(value);
  if (v.is_list()) return handle_of(&v.as_list()[i]);
  return v.is_map() ? handle_of(&v.as_map()[i].second) : nullptr;
}

const char* dossier_value_key(const dossier_value* map, size_t i) {
  const bool there = map != nullptr && value_of(map)->is_map() && i < value_of(map)->as_map().size();
  return there ? value_of(map)->as_map()[i].first.c_str() : nullptr;
}

const dossier_value* dossier_value_find(const dossier_value* map, const char* key) {
  return map == nullptr || key == nullptr ? nullptr : handle_of(value_of(map)->find(key));
}
