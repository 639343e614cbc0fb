// The conditions of patterns, ready to test on rows of one running query.
#pragma once

#include <unordered_set>
#include <vector>

#include "query/executor/execution_context.h"
#include "query/planner/logical_plan.h"

namespace dossier::query {

class Predicates {
 public:
  Predicates(ExecutionContext& context, const std::vector<planner::Predicate>& predicates)
      : context_(context), predicates_(predicates), names_(predicates.size()) {}

  bool empty() const { return predicates_.empty(); }
  /// Whether all are true.
  Result<bool> test(RowView row);

 private:
  struct Names {
    bool known = false;
    std::unordered_set<std::uint64_t> nodes;
  };
  Result<bool> test_one(const planner::Predicate& predicate, Names& names, RowView row);
  Result<bool> test_labels(const planner::Predicate& predicate, const graph::Value& value);
  Result<bool> test_property(const std::string& key, const graph::Value& owner, const graph::Value& expected);
  Result<bool> test_map(const planner::Predicate& predicate, const graph::Value& owner, RowView row);
  Result<bool> test_name(const planner::Predicate& predicate, Names& names, const graph::Value& value);

  ExecutionContext& context_;
  const std::vector<planner::Predicate>& predicates_;
  std::vector<Names> names_;
};

/// A property of a node or relationship; null where it is neither.
Result<graph::Value> property_of(const graph::Reader& reader, const graph::Value& owner, graph::KeyId key);

}  // namespace dossier::query
