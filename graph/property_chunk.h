// Decoded properties of a run of consecutive ids, one column a key.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/view.h"

namespace dossier::graph {

inline constexpr std::uint64_t kChunkIds = 4096;
inline std::uint64_t chunk_of(std::uint64_t id) { return id / kChunkIds; }

/// The values of one key for the ids [chunk * kChunkIds, (chunk + 1) * kChunkIds): null where there is no such record
/// or property.
struct PropertyColumn {
  KeyId key;
  std::vector<Value> values;
  std::uint64_t bytes = 0;
};

/// Reads a chunk of records once. The first column is the one asked for; the others are keys found on the way whose
/// values are all small (booleans, numbers, instants), because they are likely to be asked for next.
Result<std::vector<PropertyColumn>> read_columns(const View& view, kv::Table table, std::uint64_t chunk,
                                                 KeyId key);

}  // namespace dossier::graph
