// A value is a tag byte, the ValueType, and a payload:
//
//   null            -
//   boolean         1 byte, 0 or 1
//   integer         varint, zigzag: 0, -1, 1, -2 are 0, 1, 2, 3
//   float           8 bytes, IEEE 754, little-endian
//   string          varint length, UTF-8
//   list            varint count, values
//   map             varint count, then key (as a string's payload) and value, ascending by key
//   date            zigzag days
//   local time      varint nanoseconds
//   time            varint nanoseconds, zigzag offset seconds
//   local datetime  zigzag seconds, varint nanoseconds
//   datetime        zigzag seconds, varint nanoseconds, zigzag offset seconds, zone as a string's payload
//   duration        zigzag months, days, seconds; varint nanoseconds
//
// [7, "a"] is 05 02 02 0e 04 01 61. Tests feed the decoder every truncation and random bytes.
#include "graph/value_codec.h"

#include <bit>
#include <cstring>

namespace dossier::graph {
namespace {

constexpr int kMaxDepth = 100;

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

void append_float(std::string& out, double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(bits >> shift));
}

Status append_nested(std::string& out, const Value& value, int depth) {
  if (depth > kMaxDepth) return invalid_argument("a property value is nested too deeply");
  out.push_back(static_cast<char>(value.type()));
  switch (value.type()) {
    case ValueType::kNull:
      return {};
    case ValueType::kBoolean:
      out.push_back(value.as_boolean() ? 1 : 0);
      return {};
    case ValueType::kInteger:
      append_varint(out, zigzag(value.as_integer()));
      return {};
    case ValueType::kFloat:
      append_float(out, value.as_float());
      return {};
    case ValueType::kString:
      append_text(out, value.as_string());
      return {};
    case ValueType::kList:
      append_varint(out, value.as_list().size());
      for (const Value& element : value.as_list()) {
        if (Status status = append_nested(out, element, depth + 1); !status.ok()) return status;
      }
      return {};
    case ValueType::kMap:
      append_varint(out, value.as_map().size());
      for (const auto& [key, element] : value.as_map()) {
        append_text(out, key);
        if (Status status = append_nested(out, element, depth + 1); !status.ok()) return status;
      }
      return {};
    case ValueType::kDate:
      append_varint(out, zigzag(value.as_date().days));
      return {};
    case ValueType::kLocalTime:
      append_varint(out, static_cast<std::uint64_t>(value.as_local_time().nanoseconds));
      return {};
    case ValueType::kTime:
      append_varint(out, static_cast<std::uint64_t>(value.as_time().nanoseconds));
      append_varint(out, zigzag(value.as_time().offset_seconds));
      return {};
    case ValueType::kLocalDateTime:
      append_varint(out, zigzag(value.as_local_date_time().seconds));
      append_varint(out, static_cast<std::uint32_t>(value.as_local_date_time().nanoseconds));
      return {};
    case ValueType::kDateTime: {
      const DateTime& instant = value.as_date_time();
      append_varint(out, zigzag(instant.seconds));
      append_varint(out, static_cast<std::uint32_t>(instant.nanoseconds));
      append_varint(out, zigzag(instant.offset_seconds));
      append_text(out, instant.zone);
      return {};
    }
    case ValueType::kDuration: {
      const Duration& duration = value.as_duration();
      append_varint(out, zigzag(duration.months));
      append_varint(out, zigzag(duration.days));
      append_varint(out, zigzag(duration.seconds));
      append_varint(out, static_cast<std::uint32_t>(duration.nanoseconds));
      return {};
    }
    case ValueType::kNode:
    case ValueType::kRelationship:
    case ValueType::kPath:
      break;
  }
  return invalid_argument("a " + std::string(type_name(value.type())) + " cannot be stored as a property");
}

Value read_nested(ByteReader& reader, int depth);

Value read_list(ByteReader& reader, int depth) {
  const std::size_t count = reader.count();
  List list;
  list.reserve(count);
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) list.push_back(read_nested(reader, depth + 1));
  return Value(std::move(list));
}

Value read_map(ByteReader& reader, int depth) {
  const std::size_t count = reader.count();
  Map map;
  map.reserve(count);
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    std::string key(reader.text());
    if (!map.empty() && map.back().first >= key) reader.fail();
    Value element = read_nested(reader, depth + 1);
    map.emplace_back(std::move(key), std::move(element));
  }
  return Value(std::move(map));
}

Value read_date_time(ByteReader& reader) {
  DateTime instant{};
  instant.seconds = unzigzag(reader.varint());
  instant.nanoseconds = static_cast<std::int32_t>(reader.varint());
  instant.offset_seconds = static_cast<std::int32_t>(unzigzag(reader.varint()));
  instant.zone = reader.text();
  return Value(std::move(instant));
}

Value read_duration(ByteReader& reader) {
  Duration duration;
  duration.months = unzigzag(reader.varint());
  duration.days = unzigzag(reader.varint());
  duration.seconds = unzigzag(reader.varint());
  duration.nanoseconds = static_cast<std::int32_t>(reader.varint());
  return Value(duration);
}

Value read_nested(ByteReader& reader, int depth) {
  if (depth > kMaxDepth) reader.fail();
  const std::uint8_t tag = reader.byte();
  if (reader.failed()) return {};
  switch (static_cast<ValueType>(tag)) {
    case ValueType::kNull:
      return {};
    case ValueType::kBoolean: {
      const std::uint8_t byte = reader.byte();
      if (byte > 1) reader.fail();
      return Value(byte == 1);
    }
    case ValueType::kInteger:
      return Value(unzigzag(reader.varint()));
    case ValueType::kFloat:
      return Value(std::bit_cast<double>(reader.fixed64()));
    case ValueType::kString:
      return Value(reader.text());
    case ValueType::kList:
      return read_list(reader, depth);
    case ValueType::kMap:
      return read_map(reader, depth);
    case ValueType::kDate:
      return Value(Date{unzigzag(reader.varint())});
    case ValueType::kLocalTime:
      return Value(LocalTime{static_cast<std::int64_t>(reader.varint())});
    case ValueType::kTime: {
      const auto nanoseconds = static_cast<std::int64_t>(reader.varint());
      return Value(Time{nanoseconds, static_cast<std::int32_t>(unzigzag(reader.varint()))});
    }
    case ValueType::kLocalDateTime: {
      const std::int64_t seconds = unzigzag(reader.varint());
      return Value(LocalDateTime{seconds, static_cast<std::int32_t>(reader.varint())});
    }
    case ValueType::kDateTime:
      return read_date_time(reader);
    case ValueType::kDuration:
      return read_duration(reader);
    case ValueType::kNode:
    case ValueType::kRelationship:
    case ValueType::kPath:
      break;
  }
  reader.fail();
  return {};
}

void skip_varints(ByteReader& reader, int count) {
  while (count-- > 0) reader.varint();
}

void skip_nested(ByteReader& reader, int depth) {
  if (depth > kMaxDepth) return reader.fail();
  switch (static_cast<ValueType>(reader.byte())) {
    case ValueType::kNull:
      return;
    case ValueType::kBoolean:
      reader.byte();
      return;
    case ValueType::kFloat:
      reader.take(8);
      return;
    case ValueType::kString:
      reader.text();
      return;
    case ValueType::kInteger:
    case ValueType::kDate:
    case ValueType::kLocalTime:
      return skip_varints(reader, 1);
    case ValueType::kTime:
    case ValueType::kLocalDateTime:
      return skip_varints(reader, 2);
    case ValueType::kDateTime:
      skip_varints(reader, 3), reader.text();
      return;
    case ValueType::kDuration:
      return skip_varints(reader, 4);
    case ValueType::kList:
      for (std::size_t n = reader.count(); n > 0 && !reader.failed(); --n) skip_nested(reader, depth + 1);
      return;
    case ValueType::kMap:
      for (std::size_t n = reader.count(); n > 0 && !reader.failed(); --n) {
        reader.text();
        skip_nested(reader, depth + 1);
      }
      return;
    default:
      reader.fail();
  }
}

}  // namespace

void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

std::uint8_t ByteReader::byte() {
  if (at_ == end_) {
    failed_ = true;
    return 0;
  }
  return static_cast<std::uint8_t>(*at_++);
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t next = byte();
    if (shift == 63 && next > 1) break;
    value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
    if ((next & 0x80) == 0) return failed_ ? 0 : value;
  }
  fail();
  return 0;
}

std::uint64_t ByteReader::fixed64() {
  const std::string_view bytes = take(8);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return value;
}

std::string_view ByteReader::take(std::size_t size) {
  if (size > left()) {
    fail();
    return {};
  }
  const std::string_view bytes(at_, size);
  at_ += size;
  return bytes;
}

std::size_t ByteReader::count() {
  const std::uint64_t count = varint();
  if (count <= left()) return count;
  fail();
  return 0;
}

Status append_value(std::string& out, const Value& value) { return append_nested(out, value, 0); }

Value read_value(ByteReader& reader) { return read_nested(reader, 0); }

void skip_value(ByteReader& reader) { skip_nested(reader, 0); }

}  // namespace dossier::graph
