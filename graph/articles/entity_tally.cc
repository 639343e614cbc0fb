#include "graph/articles/entity_tally.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/names.h"

namespace dossier::graph {
namespace {

void vote(Votes& votes, const std::string& text) {
  if (!text.empty()) ++votes[text];
}

void withdraw(Votes& votes, const std::string& text) {
  const auto at = votes.find(text);
  if (at != votes.end() && --at->second == 0) votes.erase(at);
}

bool is_full(const std::string& name) {
  const std::string form = normalise_name(name);
  return without_titles(form).find(' ') != std::string_view::npos;
}

void merge_into(Contribution& target, Contribution&& other) {
  Votes names;
  vote(names, target.name);
  vote(names, other.name);
  const std::string best = best_name(names);
  for (const std::string& name : {target.name, other.name}) {
    if (name != best) target.aliases.push_back(name);
  }
  target.name = best;
  target.type = std::min(target.type, other.type);
  target.aliases.insert(target.aliases.end(), other.aliases.begin(), other.aliases.end());
  target.properties.insert(target.properties.end(), other.properties.begin(), other.properties.end());
  target.mentions += other.mentions;
}

template <typename T>
void sort_distinct(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void add_contribution(EntityTally& tally, const Contribution& contribution) {
  ++tally.articles;
  tally.mentions += contribution.mentions;
  vote(tally.types, contribution.type);
  vote(tally.names, contribution.name);
  for (const std::string& alias : contribution.aliases) vote(tally.aliases, alias);
  for (const auto& [key, value] : contribution.properties) vote(tally.properties[key], value);
}

void remove_contribution(EntityTally& tally, const Contribution& contribution) {
  --tally.articles;
  tally.mentions -= contribution.mentions;
  withdraw(tally.types, contribution.type);
  withdraw(tally.names, contribution.name);
  for (const std::string& alias : contribution.aliases) withdraw(tally.aliases, alias);
  for (const auto& [key, value] : contribution.properties) {
    const auto at = tally.properties.find(key);
    if (at == tally.properties.end()) continue;
    withdraw(at->second, value);
    if (at->second.empty()) tally.properties.erase(at);
  }
}

std::string best_name(const Votes& names) {
  const auto rank = [](const auto& entry) {
    return std::tuple(is_full(entry.first), entry.second, entry.first.size());
  };
  const auto best = std::max_element(names.begin(), names.end(),
                                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best == names.end() ? std::string() : best->first;
}

std::string most_frequent(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? std::string() : best->first;
}

std::vector<std::string> other_names(const EntityTally& tally, const std::string& best) {
  std::set<std::string> others;
  for (const auto& [name, count] : tally.names) others.insert(name);
  for (const auto& [alias, count] : tally.aliases) others.insert(alias);
  others.erase(best);
  return {others.begin(), others.end()};
}

std::vector<Contribution> merged_by_node(std::vector<Contribution> contributions) {
  std::stable_sort(contributions.begin(), contributions.end(),
                   [](const Contribution& a, const Contribution& b) { return a.node < b.node; });
  std::vector<Contribution> merged;
  for (Contribution& contribution : contributions) {
    if (!merged.empty() && merged.back().node == contribution.node) {
      merge_into(merged.back(), std::move(contribution));
    } else {
      merged.push_back(std::move(contribution));
    }
  }
  for (Contribution& contribution : merged) {
    std::erase(contribution.aliases, std::string());
    sort_distinct(contribution.aliases);
    sort_distinct(contribution.properties);
  }
  return merged;
}

}  // namespace dossier::graph
