// Key: property key u32, value, node u64; no value. Values sort as openCypher orders them within a kind:
//
//   01 boolean byte
//   02 number: its double's bits, sign flipped (positive) or all flipped (negative), u64. 1 and 1.0 are one; integers
//      beyond 2^53 share an entry with their neighbours, so whoever looks up compares the property itself
//   03 string: bytes, 00 as 00 ff, then 00 01; beyond kMaxString bytes cut, with the same consequence
//   04 date: days, sign bit flipped, u64; 05 local time likewise; 06 local datetime: seconds, then nanoseconds u32
#include "graph/property_index.h"

#include <bit>
#include <cmath>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kMaxString = 256;

void append_signed(std::string& out, std::int64_t value) {
  append_u64(out, static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63));
}

void append_number(std::string& out, double value) {
  if (value == 0) value = 0;  // -0.0
  const auto bits = std::bit_cast<std::uint64_t>(value);
  append_u64(out, (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63));
}

void append_string(std::string& out, std::string_view text) {
  for (const char c : text.substr(0, kMaxString)) {
    out.push_back(c);
    if (c == '\0') out.push_back('\xff');
  }
  out.append({'\0', '\1'});
}

}  // namespace

std::optional<std::string> index_prefix(KeyId key, const Value& value) {
  std::string out;
  append_u32(out, raw(key));
  switch (value.type()) {
    case ValueType::kBoolean:
      out.append({'\1', value.as_boolean() ? '\1' : '\0'});
      return out;
    case ValueType::kInteger:
    case ValueType::kFloat:
      out.push_back('\2'), append_number(out, value.as_number());
      return out;
    case ValueType::kString:
      out.push_back('\3'), append_string(out, value.as_string());
      return out;
    case ValueType::kDate:
      out.push_back('\4'), append_signed(out, value.as_date().days);
      return out;
    case ValueType::kLocalTime:
      out.push_back('\5'), append_signed(out, value.as_local_time().nanoseconds);
      return out;
    case ValueType::kLocalDateTime:
      out.push_back('\6');
      append_signed(out, value.as_local_date_time().seconds);
      append_u32(out, static_cast<std::uint32_t>(value.as_local_date_time().nanoseconds));
      return out;
    default:
      return std::nullopt;
  }
}

bool is_exact_in_index(const Value& value) {
  constexpr double kExactIntegers =
      9007199254740992.0;  // 2^53; of a float the bits are kept, but an integer may share them
  switch (value.type()) {
    case ValueType::kInteger:
    case ValueType::kFloat:
      return std::abs(value.as_number()) < kExactIntegers;
    case ValueType::kString:
      return value.as_string().size() < kMaxString;
    default:
      return true;
  }
}

std::optional<std::string> index_entry(KeyId key, const Value& value, NodeId node) {
  std::optional<std::string> entry = index_prefix(key, value);
  if (entry) append_u64(*entry, raw(node));
  return entry;
}

std::string index_declaration(KeyId key) {
  std::string name(kIndexKeys);
  append_u32(name, raw(key));
  return name;
}

Result<std::vector<KeyId>> declared_indexes(const View& view) {
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read_prefix(kv::Table::kMeta, kIndexKeys, {}, entries));
  std::vector<KeyId> keys;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries.key(i).size() != kIndexKeys.size() + 4) return corruption("the list of indexes is damaged");
    keys.push_back(KeyId{load_u32(entries.key(i).data() + kIndexKeys.size())});
  }
  return keys;
}

}  // namespace dossier::graph
