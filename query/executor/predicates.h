// The conditions of patterns, ready to test on rows of one running query.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "query/executor/batch.h"
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
  /// The numbers of the rows for which all are true, out of `rows`, which is changed.
  Status filter(RowBuffer& batch, std::vector<std::uint32_t>& rows);

 private:
  struct Names {
    bool known = false;
    std::unordered_set<std::uint64_t> nodes;
  };
  Result<bool> test_one(const planner::Predicate& predicate, Names& names, RowView row);
  Status filter_one(const planner::Predicate& predicate, Names& names, RowBuffer& batch,
                    std::vector<std::uint32_t>& rows);
  Status filter_property(const planner::Predicate& predicate, RowBuffer& batch,
                         std::vector<std::uint32_t>& rows);
  Result<bool> test_labels(const planner::Predicate& predicate, const graph::Value& value);
  Result<bool> test_property(const std::string& key, const graph::Value& owner, const graph::Value& expected);
  Result<bool> test_map(const planner::Predicate& predicate, const graph::Value& owner, RowView row);
  Result<bool> test_name(const planner::Predicate& predicate, Names& names, const graph::Value& value);

  ExecutionContext& context_;
  const std::vector<planner::Predicate>& predicates_;
  std::vector<Names> names_;
};

/// The property of the entities in that slot of the rows, in one call of the store; null where there is none.
Status properties_of(const graph::Reader& reader, RowBuffer& batch, std::span<const std::uint32_t> rows,
                     planner::Slot slot, graph::KeyId key, std::vector<graph::Value>& out);

/// A property of a node or relationship; null where it is neither.
Result<graph::Value> property_of(const graph::Reader& reader, const graph::Value& owner, graph::KeyId key);

}  // namespace dossier::query
