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
      const auto order = graph::order(left[i], right[i]);
      if (order == 0) continue;
      return (order < 0) != keys_[i].descending ? -1 : 1;
    }
    return 0;
  }

 private:
  const std::vector<planner::SortKey>& keys_;
};

}  // namespace dossier::query
