// Rows with their sort keys beside them: what Sort and TopN keep.
#pragma once

#include <vector>

#include "query/executor/batch.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

/// Whether `left` comes before `right` in the order of the keys.
class KeyOrder {
 public:
  explicit KeyOrder(const std::vector<planner::SortKey>& keys) : keys_(keys) {}
  /// Negative, zero or positive.
  int compare(const graph::Value* left, const graph::Value* right) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (const int order = compare_key(i, left[i], right[i]); order != 0) return order;
    }
    return 0;
  }
  int compare_key(std::size_t key, const graph::Value& left, const graph::Value& right) const {
    const auto order = graph::order(left, right);
    if (order == 0) return 0;
    return (order < 0) != keys_[key].descending ? -1 : 1;
  }

 private:
  const std::vector<planner::SortKey>& keys_;
};

}  // namespace dossier::query
