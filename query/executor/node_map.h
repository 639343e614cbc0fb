// Nodes numbered in the order they were first seen: what a search has reached.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "dossier/graph/ids.h"

namespace dossier::query {

/// Open addressing over mixed ids.
class NodeMap {
 public:
  struct Found {
    std::uint32_t number;
    bool is_new;
  };
  Found find_or_add(graph::NodeId node) {
    if (2 * (nodes_.size() + 1) > buckets_.size()) grow();
    std::uint32_t& bucket = buckets_[place(node)];
    if (bucket != 0) return {bucket - 1, false};
    nodes_.push_back(node);
    bucket = static_cast<std::uint32_t>(nodes_.size());
    return {bucket - 1, true};
  }
  std::optional<std::uint32_t> find(graph::NodeId node) const {
    if (buckets_.empty()) return std::nullopt;
    const std::uint32_t bucket = buckets_[place(node)];
    if (bucket == 0) return std::nullopt;
    return bucket - 1;
  }
  std::size_t size() const { return nodes_.size(); }
  graph::NodeId node(std::uint32_t number) const { return nodes_[number]; }
  void clear() {
    if (buckets_.size() > 64 * (nodes_.size() + 64))
      buckets_.clear();  // a search that reached far, then small ones
    std::fill(buckets_.begin(), buckets_.end(), 0U);
    nodes_.clear();
  }

 private:
  // The bucket of the node, or the empty one where it belongs.
  std::size_t place(graph::NodeId node) const {
    const std::size_t mask = buckets_.size() - 1;
    const std::uint64_t mixed = graph::raw(node) * 0x9e3779b97f4a7c15U;
    std::size_t i = (mixed >> 32 ^ mixed) & mask;
    while (buckets_[i] != 0 && nodes_[buckets_[i] - 1] != node) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    buckets_.assign(buckets_.empty() ? 64 : 4 * buckets_.size(), 0);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) buckets_[place(nodes_[i])] = i + 1;
  }

  std::vector<std::uint32_t> buckets_;  // number + 1; 0: empty
  std::vector<graph::NodeId> nodes_;
};

}  // namespace dossier::query
