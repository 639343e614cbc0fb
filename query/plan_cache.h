// Compiled queries by text. Private to the engine.
#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/planner/logical_plan.h"

namespace dossier::query {

/// A query, ready to run.
struct PreparedQuery {
  std::shared_ptr<const planner::QueryPlan> plan;
  std::vector<std::string> parameters;  // names that must be given
  bool writes = false;
  std::uint64_t nodes = 0, relationships = 0;    // counts when it was planned
  mutable std::atomic<bool> names_known{false};  // every label, type and key in it was found once
};

/// Whether the plan was made for a graph about as large as this one.
bool is_plan_of(const PreparedQuery& query, const graph::Reader& graph);

/// The most recently used queries. A plan made for a much smaller or larger graph is made anew.
/// Threads  any.
class PlanCache {
 public:
  std::shared_ptr<const PreparedQuery> find(std::string_view text, bool rewrites, const graph::Reader& graph);
  void insert(std::string_view text, bool rewrites, std::shared_ptr<const PreparedQuery> query);
  void clear();

 private:
  static constexpr std::size_t kCapacity = 512;
  static constexpr std::size_t kLongestText = 65536;
  struct Entry {
    std::string key;
    std::shared_ptr<const PreparedQuery> query;
  };
  static std::string key_of(std::string_view text, bool rewrites);

  std::mutex mutex_;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace dossier::query
