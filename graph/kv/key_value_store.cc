#include "graph/kv/key_value_store.h"

#include <array>

namespace dossier::graph::kv {

std::string_view table_name(Table table) {
  static constexpr std::array<std::string_view, kTableCount> kNames = {
      "meta",    "dict",     "node",     "name",    "label", "spo",       "ops",   "tso",   "tos", "rel",
      "article", "sentence", "evidence", "support", "text",  "judgement", "story", "index", "stat"};
  return kNames[static_cast<std::size_t>(table)];
}

void Entries::clear() {
  bytes_.clear();
  entries_.clear();
  offsets_.assign(1, 0);
  stopped_ = false;
}

void Entries::append(std::string_view key, std::string_view value) {
  entries_.push_back(
      {bytes_.size(), static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(value.size())});
  bytes_.append(key).append(value);
}

void Entries::end_group() { offsets_.push_back(entries_.size()); }

}  // namespace dossier::graph::kv
