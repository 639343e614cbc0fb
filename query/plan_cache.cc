#include "query/plan_cache.h"

namespace dossier::query {
namespace {

// Small graphs are planned for again and again while they grow; beyond, a factor of four changes few choices.
bool comparable(std::uint64_t then, std::uint64_t now) {
  constexpr std::uint64_t kSmall = 1000;
  return now <= 4 * then + kSmall && then <= 4 * now + kSmall;
}

}  // namespace

bool is_plan_of(const PreparedQuery& query, const graph::Reader& graph) {
  return comparable(query.nodes, graph.node_count()) &&
         comparable(query.relationships, graph.relationship_count());
}

std::string PlanCache::key_of(std::string_view text, bool rewrites) {
  std::string key(text);
  key += rewrites ? '+' : '-';
  return key;
}

std::shared_ptr<const PreparedQuery> PlanCache::find(std::string_view text, bool rewrites,
                                                     const graph::Reader& graph) {
  const std::string key = key_of(text, rewrites);
  const std::lock_guard lock(mutex_);
  const auto it = by_key_.find(key);
  if (it == by_key_.end()) return nullptr;
  if (!is_plan_of(*it->second->query, graph)) return nullptr;
  entries_.splice(entries_.begin(), entries_, it->second);
  return it->second->query;
}

void PlanCache::insert(std::string_view text, bool rewrites, std::shared_ptr<const PreparedQuery> query) {
  if (text.size() > kLongestText) return;
  const std::lock_guard lock(mutex_);
  entries_.push_front({key_of(text, rewrites), std::move(query)});
  if (const auto old = by_key_.find(entries_.front().key); old != by_key_.end()) {
    const auto place = old->second;
    by_key_.erase(old);
    entries_.erase(place);
  }
  by_key_.emplace(entries_.front().key, entries_.begin());
  while (entries_.size() > kCapacity) {
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

void PlanCache::clear() {
  const std::lock_guard lock(mutex_);
  by_key_.clear();
  entries_.clear();
}

}  // namespace dossier::query
