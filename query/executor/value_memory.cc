#include "query/executor/value_memory.h"

#include <algorithm>

namespace dossier::query {
namespace {

constexpr std::size_t kSamples = 8;
constexpr int kLevels = 3;

template <typename Items, typename ValueOf>
std::size_t sampled(const Items& items, int levels, ValueOf value_of);

std::size_t memory_below(const graph::Value& value, int levels) {
  if (value.is_string()) return value.as_string().size() + 48;
  if (value.is_path()) return 64 + 16 * value.as_path().nodes.size();
  if (value.is_list()) {
    const graph::List& list = value.as_list();
    return 48 + sizeof(graph::Value) * list.size() +
           sampled(list, levels, [](const graph::Value& item) -> const graph::Value& { return item; });
  }
  if (value.is_map()) {
    const graph::Map& map = value.as_map();
    return 48 + 48 * map.size() +
           sampled(map, levels, [](const auto& entry) -> const graph::Value& { return entry.second; });
  }
  return 0;
}

// What the items hold, from a few of them that lie evenly spread.
template <typename Items, typename ValueOf>
std::size_t sampled(const Items& items, int levels, ValueOf value_of) {
  if (items.empty() || levels == 0) return 0;
  const std::size_t samples = std::min(items.size(), kSamples);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < samples; ++i)
    bytes += memory_below(value_of(items[i * items.size() / samples]), levels - 1);
  return bytes * (items.size() / samples);
}

bool same_object(const graph::Value& a, const graph::Value& b) {
  if (a.type() != b.type()) return false;
  if (a.is_list()) return &a.as_list() == &b.as_list();
  if (a.is_map()) return &a.as_map() == &b.as_map();
  return a.is_string() && &a.as_string() == &b.as_string();
}

}  // namespace

std::size_t memory_of(const graph::Value& value) { return memory_below(value, kLevels); }

std::size_t memory_of(std::span<const graph::Value> row) {
  std::size_t bytes = row.size() * sizeof(graph::Value);
  for (const graph::Value& value : row) bytes += memory_of(value);
  return bytes;
}

std::size_t memory_of(std::span<const graph::Value> row, std::span<const graph::Value> before) {
  std::size_t bytes = row.size() * sizeof(graph::Value);
  for (std::size_t i = 0; i < row.size(); ++i)
    bytes += same_object(row[i], before[i]) ? 0 : memory_of(row[i]);
  return bytes;
}

}  // namespace dossier::query
