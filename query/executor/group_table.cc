#include "query/executor/group_table.h"

namespace dossier::query {

std::size_t GroupTable::hash_of(std::span<const graph::Value> row, std::span<const planner::Slot> slots) {
  std::size_t hash = 0x9e3779b97f4a7c15U;
  for (const planner::Slot slot : slots) {
    hash = (hash ^ graph::hash(row[static_cast<std::size_t>(slot)])) * 0xff51afd7ed558ccdU;
    hash ^= hash >> 32;
  }
  return hash;
}

GroupTable::Found GroupTable::find_or_add(std::size_t hash, std::span<const graph::Value> row,
                                          std::span<const planner::Slot> slots) {
  if (2 * (size_ + 1) > buckets_.size()) grow();
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    Bucket& bucket = buckets_[i];
    if (bucket.group == 0) {
      for (const planner::Slot slot : slots) keys_.push_back(row[static_cast<std::size_t>(slot)]);
      bucket = {hash, ++size_};
      return {size_ - 1, true};
    }
    if (bucket.hash == hash && same(bucket.group - 1, row, slots)) return {bucket.group - 1, false};
  }
}

std::optional<std::size_t> GroupTable::find(std::span<const graph::Value> row,
                                            std::span<const planner::Slot> slots) const {
  if (size_ == 0) return std::nullopt;
  const std::size_t hash = hash_of(row, slots), mask = buckets_.size() - 1;
  for (std::size_t i = hash & mask; buckets_[i].group != 0; i = (i + 1) & mask) {
    if (buckets_[i].hash == hash && same(buckets_[i].group - 1, row, slots)) return buckets_[i].group - 1;
  }
  return std::nullopt;
}

bool GroupTable::same(std::size_t group, std::span<const graph::Value> row,
                      std::span<const planner::Slot> slots) const {
  for (std::size_t i = 0; i < width_; ++i) {
    const graph::Value &known = keys_[group * width_ + i], &value = row[static_cast<std::size_t>(slots[i])];
    if (known.is_string() && value.is_string() ? known.as_string() != value.as_string()
                                               : !graph::equivalent(known, value)) {
      return false;
    }
  }
  return true;
}

void GroupTable::grow() {
  std::vector<Bucket> old = std::move(buckets_);
  buckets_.assign(old.empty() ? 64 : 4 * old.size(), {});
  const std::size_t mask = buckets_.size() - 1;
  for (const Bucket& bucket : old) {
    if (bucket.group == 0) continue;
    std::size_t i = bucket.hash & mask;
    while (buckets_[i].group != 0) i = (i + 1) & mask;
    buckets_[i] = bucket;
  }
}

void GroupTable::clear() {
  buckets_.clear(), keys_.clear();
  size_ = 0;
}

}  // namespace dossier::query
