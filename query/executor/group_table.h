// Distinct tuples of values, numbered in the order they were first seen: for DISTINCT and grouping.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "dossier/graph/value.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

/// Open addressing over the keys' hashes; the keys lie one after the other.
/// Cost     a lookup is one hash and, mostly, one comparison.
class GroupTable {
 public:
  explicit GroupTable(std::size_t width) : width_(width) {}

  struct Found {
    std::size_t group;
    bool is_new;
  };
  /// The number of the tuple that the row has in these slots.
  Found find_or_add(std::span<const graph::Value> row, std::span<const planner::Slot> slots) {
    return find_or_add(hash_of(row, slots), row, slots);
  }
  /// The same in two steps, for many rows: where the table is large, what each needs is on its way while others are looked up.
  static std::size_t hash_of(std::span<const graph::Value> row, std::span<const planner::Slot> slots);
  void prefetch(std::size_t hash) const {
    if (!buckets_.empty()) __builtin_prefetch(&buckets_[hash & (buckets_.size() - 1)]);
  }
  Found find_or_add(std::size_t hash, std::span<const graph::Value> row,
                    std::span<const planner::Slot> slots);
  /// As find_or_add(), without adding.
  std::optional<std::size_t> find(std::span<const graph::Value> row,
                                  std::span<const planner::Slot> slots) const;
  std::size_t size() const { return size_; }
  /// Value `i` of the tuple of a group.
  graph::Value& key(std::size_t group, std::size_t i) { return keys_[group * width_ + i]; }
  const graph::Value& key(std::size_t group, std::size_t i) const { return keys_[group * width_ + i]; }
  void clear();

 private:
  void grow();
  bool same(std::size_t group, std::span<const graph::Value> row, std::span<const planner::Slot> slots) const;

  struct Bucket {
    std::size_t hash = 0;
    std::uint64_t group = 0;  // number + 1; 0: empty
  };
  std::size_t width_, size_ = 0;
  std::vector<Bucket> buckets_;
  std::vector<graph::Value> keys_;
};

}  // namespace dossier::query
