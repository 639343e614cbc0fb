// The ids of a table's rows -> nodes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/ids.h"

namespace dossier::shell {

/// An open-addressed table over one long text: a lookup touches a slot, an entry and the id's bytes.
///
/// Cost     about 27 bytes and the id itself an entry.
/// Threads  find() from any number beside each other.
class IdMap {
 public:
  /// False where the id was added before.
  bool add(std::string_view id, graph::NodeId node) {
    if ((entries_.size() + 1) * 4 > slots_.size() * 3) grow();
    const std::uint64_t hash = std::hash<std::string_view>()(id);
    const std::size_t slot = find_slot(id, hash);
    if (slots_[slot] != 0) return false;
    slots_[slot] = tagged(hash, entries_.size());
    entries_.push_back({text_.size(), node});
    text_ += id;
    return true;
  }

  std::optional<graph::NodeId> find(std::string_view id) const {
    if (entries_.empty()) return std::nullopt;
    const std::uint64_t slot = slots_[find_slot(id, std::hash<std::string_view>()(id))];
    if (slot == 0) return std::nullopt;
    return entries_[index_of(slot)].node;
  }

 private:
  struct Entry {
    std::uint64_t begin;  // of the id in text_; the next one's is its end
    graph::NodeId node;
  };
  // The hash's upper 16 bits, then index + 1.
  static constexpr std::uint64_t kIndexBits = 48, kIndexMask = (std::uint64_t{1} << kIndexBits) - 1;
  static std::uint64_t tagged(std::uint64_t hash, std::uint64_t index) {
    return (hash & ~kIndexMask) | (index + 1);
  }
  static std::size_t index_of(std::uint64_t slot) {
    return static_cast<std::size_t>((slot & kIndexMask) - 1);
  }

  std::string_view id_at(std::size_t index) const {
    const std::uint64_t end = index + 1 < entries_.size() ? entries_[index + 1].begin : text_.size();
    return std::string_view(text_).substr(entries_[index].begin, end - entries_[index].begin);
  }

  // The slot of the id, or the empty one where it would go.
  std::size_t find_slot(std::string_view id, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    while (slots_[slot] != 0) {
      if ((slots_[slot] & ~kIndexMask) == (hash & ~kIndexMask) && id_at(index_of(slots_[slot])) == id) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void grow() {
    const std::size_t size = slots_.empty() ? 1024 : slots_.size() * 2;
    slots_ = {};  // freed first
    slots_.resize(size);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::uint64_t hash = std::hash<std::string_view>()(id_at(i));
      slots_[find_slot(id_at(i), hash)] = tagged(hash, i);
    }
  }

  std::string text_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> slots_;  // a power of two; 0 is empty
};

}  // namespace dossier::shell
