// What a query that writes leaves behind, clause by clause and row by row.
#pragma once

#include "tests/query/random/model.h"

namespace dossier::query::random {

struct Outcome {
  bool fails = false;  // and the graph is as it was
  Graph graph;         // what was deleted keeps its place
  std::vector<std::vector<Value>> rows;
};

/// Nothing where another order of rows gives another graph, so many being tried, or where the answer is left open (see
/// TooMuch).
std::optional<Outcome> outcome(const Graph& graph, const Query& query, unsigned orders = 4);

/// A name for each node and relationship, which tells it from all that differ in labels, properties or neighbours. What
/// was there before (the first `nodes`, `edges`) is named by its number; the order of what was made does not matter.
struct Names {
  std::vector<std::string> nodes, edges;
};
Names names(const Graph& graph, std::size_t nodes, std::size_t edges);

/// All that is in the graph, one line each.
std::vector<std::string> lines(const Graph& graph, const Names& names);
std::string line(const std::vector<Value>& row, const Names& names);

}  // namespace dossier::query::random
