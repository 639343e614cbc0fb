// Ids and key bytes: big-endian, so that memcmp orders keys as the ids do.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "dossier/graph/ids.h"

namespace dossier::graph {

inline void append_u32(std::string& out, std::uint32_t value) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap32(value);
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

inline void append_u64(std::string& out, std::uint64_t value) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

inline void store_u32(char* at, std::uint32_t value) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap32(value);
  std::memcpy(at, &value, sizeof(value));
}

inline void store_u64(char* at, std::uint64_t value) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
  std::memcpy(at, &value, sizeof(value));
}

inline std::uint32_t load_u32(const char* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof(value));
  return std::endian::native == std::endian::little ? __builtin_bswap32(value) : value;
}

inline std::uint64_t load_u64(const char* at) {
  std::uint64_t value;
  std::memcpy(&value, at, sizeof(value));
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

inline std::string id_key(std::uint64_t id) {
  std::string key;
  append_u64(key, id);
  return key;
}

inline std::string id_key(std::uint64_t first, std::uint64_t second) {
  std::string key = id_key(first);
  append_u64(key, second);
  return key;
}

inline std::string label_key(LabelId label, NodeId node) {
  std::string key;
  append_u32(key, raw(label));
  append_u64(key, raw(node));
  return key;
}

/// spo and ops: node, type, other, relationship. 28 bytes.
inline std::string edge_key(NodeId node, TypeId type, NodeId other, RelationshipId relationship) {
  std::string key;
  key.reserve(28);
  append_u64(key, raw(node));
  append_u32(key, raw(type));
  append_u64(key, raw(other));
  append_u64(key, raw(relationship));
  return key;
}

/// tso and tos: type, node, other, relationship. 28 bytes.
inline std::string typed_edge_key(TypeId type, NodeId node, NodeId other, RelationshipId relationship) {
  std::string key;
  key.reserve(28);
  append_u32(key, raw(type));
  append_u64(key, raw(node));
  append_u64(key, raw(other));
  append_u64(key, raw(relationship));
  return key;
}
inline constexpr std::size_t kEdgeKeySize = 28;

/// The smallest key above every key with this prefix; empty where there is none.
inline std::string prefix_end(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xff) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace dossier::graph
