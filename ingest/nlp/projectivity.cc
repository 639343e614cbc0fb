#include "ingest/nlp/projectivity.h"

#include <algorithm>

namespace dossier::ingest::nlp {
namespace {

constexpr int kMostRounds = 12;

void widen(const std::vector<std::uint32_t>& heads, std::uint32_t token, Edges& edges) {
  const std::uint32_t head = heads[token];
  edges.left[head] = std::min(edges.left[head], edges.left[token]);
  edges.right[head] = std::max(edges.right[head], edges.right[token]);
}

std::vector<std::uint8_t> root_edges(const std::vector<std::uint32_t>& heads, const Edges& edges) {
  std::vector<std::uint8_t> starts(heads.size(), 0);
  if (!starts.empty()) starts[0] = 1;
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == i) starts[edges.left[i]] = 1;
  }
  return starts;
}

// Whether no arc leaves the sentence it is in, as the edges are now. Quirks and all as spaCy tests it.
bool settled(const std::vector<std::uint32_t>& heads, const Edges& edges) {
  const std::vector<std::uint8_t> starts = root_edges(heads, edges);
  const auto count = static_cast<std::uint32_t>(heads.size());
  std::uint32_t current = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!((i > 0 && starts[i] != 0) || i == count - 1)) continue;
    for (std::uint32_t j = current; j < i; ++j) {
      if (heads[j] < current || heads[j] > i) return false;
    }
    current = i;
  }
  return true;
}

using Children = std::vector<std::vector<std::uint32_t>>;  // ascending

Children children_of(const std::vector<std::uint32_t>& heads) {
  Children children(heads.size());
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] != i) children[heads[i]].push_back(i);
  }
  return children;
}

void move_child(std::uint32_t child, std::uint32_t from, std::uint32_t to, Children& children) {
  if (from == to) return;
  std::erase(children[from], child);
  auto& kin = children[to];
  kin.insert(std::lower_bound(kin.begin(), kin.end(), child), child);
}

// Breadth first below the head of `token`, children left to right: the first that carries the label it was
// lifted from, or else the head it has. Edges are those from before any arc was put back, as in spaCy.
std::uint32_t find_head(const std::vector<std::uint8_t>& is_space, const Tree& tree, const Edges& edges,
                        const Children& children, std::uint32_t token) {
  std::vector<std::uint32_t> level = {tree.heads[token]}, below;
  while (!level.empty()) {
    below.clear();
    for (const std::uint32_t node : level) {
      for (const std::uint32_t child : children[node]) {
        if (child < edges.left[node] || child > edges.right[node] || child == token || is_space[child] != 0)
          continue;
        if (tree.lifted[child] == 0 && tree.deprels[child] == tree.lifted_from[token]) return child;
        below.push_back(child);
      }
    }
    level.swap(below);
  }
  return tree.heads[token];
}

}  // namespace

Edges edges_of(const std::vector<std::uint32_t>& heads) {
  Edges edges;
  const auto count = static_cast<std::uint32_t>(heads.size());
  edges.left.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) edges.left[i] = i;
  edges.right = edges.left;
  for (int round = 0; round < kMostRounds; ++round) {
    for (std::uint32_t i = 0; i < count; ++i) widen(heads, i, edges);
    for (std::uint32_t i = count; i-- > 0;) widen(heads, i, edges);
    if (settled(heads, edges)) break;
  }
  return edges;
}

std::vector<std::uint8_t> sentence_starts(const std::vector<std::uint32_t>& heads) {
  return root_edges(heads, edges_of(heads));
}

void put_back_lifted(const std::vector<std::uint8_t>& is_space, Tree& tree) {
  if (std::find(tree.lifted.begin(), tree.lifted.end(), 1) == tree.lifted.end()) return;
  const Edges edges = edges_of(tree.heads);
  Children children = children_of(tree.heads);
  for (std::uint32_t i = 0; i < tree.heads.size(); ++i) {
    if (tree.lifted[i] == 0) continue;
    const std::uint32_t head = find_head(is_space, tree, edges, children, i);
    move_child(i, tree.heads[i], head, children);
    tree.heads[i] = head;
    tree.lifted[i] = 0;
  }
}

}  // namespace dossier::ingest::nlp
