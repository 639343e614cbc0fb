// Counters of the `stat` table: key = kind byte and ids, value = u64. Absolute values, written by the one writer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/graph/ids.h"
#include "graph/key_codec.h"

namespace dossier::graph {

enum class Counter : char {
  kNodes = 'n',
  kNodesOfLabel = 'l',
  kRelationships = 'r',
  kRelationshipsOfType = 't',
  kStartsOfType = 's',
  kEndsOfType = 'e',
  kSentences = 'q',
  kWords = 'w',
};

inline std::string counter_key(Counter counter) { return std::string(1, static_cast<char>(counter)); }
inline std::string counter_key(Counter counter, std::uint32_t id) {
  std::string key = counter_key(counter);
  append_u32(key, id);
  return key;
}
inline std::uint64_t decode_counter(std::string_view bytes) {
  return bytes.size() == 8 ? load_u64(bytes.data()) : 0;
}

}  // namespace dossier::graph
