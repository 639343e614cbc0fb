#include "graph/property_chunk.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/record_codec.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kMaxExtraColumns = 6;

bool is_small(const Value& value) {
  switch (value.type()) {
    case ValueType::kString:
    case ValueType::kList:
    case ValueType::kMap:
    case ValueType::kDateTime:
    case ValueType::kDuration:
    case ValueType::kPath:
      return false;
    default:
      return true;
  }
}

std::uint64_t heap_bytes(const Value& value) {
  if (value.is_string()) return 48 + value.as_string().size();
  if (!value.is_list()) return is_small(value) ? 0 : 96;
  std::uint64_t bytes = 48;
  for (const Value& element : value.as_list()) bytes += sizeof(Value) + heap_bytes(element);
  return bytes;
}

// Columns being filled: the wanted one first. A key with a large value is given up.
class Columns {
 public:
  explicit Columns(KeyId wanted) { columns_.push_back({wanted, std::vector<Value>(kChunkIds)}); }

  bool wants(KeyId key) const {
    return key == columns_.front().key ||
           std::find(given_up_.begin(), given_up_.end(), key) == given_up_.end();
  }

  void add(std::size_t row, KeyId key, Value value) {
    const auto at =
        std::find_if(columns_.begin(), columns_.end(), [key](const auto& c) { return c.key == key; });
    const bool small = is_small(value);
    if (at == columns_.begin() || (small && at != columns_.end())) {
      at->bytes += heap_bytes(value);
      at->values[row] = std::move(value);
    } else if (small && columns_.size() <= kMaxExtraColumns) {
      columns_.push_back({key, std::vector<Value>(kChunkIds)});
      columns_.back().values[row] = std::move(value);
    } else {
      given_up_.push_back(key);
      if (at != columns_.end()) columns_.erase(at);
    }
  }

  std::vector<PropertyColumn> take() {
    for (PropertyColumn& column : columns_) column.bytes += kChunkIds * sizeof(Value);
    return std::move(columns_);
  }

 private:
  std::vector<PropertyColumn> columns_;
  std::vector<KeyId> given_up_;
};

}  // namespace

Result<std::vector<PropertyColumn>> read_columns(const View& view, kv::Table table, std::uint64_t chunk,
                                                 KeyId key) {
  const std::string begin = id_key(chunk * kChunkIds), end = id_key((chunk + 1) * kChunkIds);
  const kv::Range range{begin, end};
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read(table, std::span(&range, 1), {}, entries));
  Columns columns(key);
  const auto visit = table == kv::Table::kNode ? visit_node_properties : visit_relationship_properties;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries.key(i).size() != 8) return corruption("a key of a record is damaged");
    const std::size_t row = load_u64(entries.key(i).data()) % kChunkIds;
    DOSSIER_RETURN_IF_ERROR(visit(
        entries.value(i), [&](KeyId found) { return columns.wants(found); },
        [&](KeyId found, Value value) { columns.add(row, found, std::move(value)); }));
  }
  return columns.take();
}

}  // namespace dossier::graph
