// From the sum of what articles say about an entity to its node.
#pragma once

#include <string>
#include <vector>

#include "graph/articles/article_codec.h"

namespace dossier::graph {

/// Adds (or takes away) one article's contribution. Votes that reach zero vanish.
void add_contribution(EntityTally& tally, const Contribution& contribution);
void remove_contribution(EntityTally& tally, const Contribution& contribution);

/// The name of the node. Full names (two words or more, titles aside) come before others; among them the one that
/// most articles give; then the longest; then the first in byte order. Empty without a name.
std::string best_name(const Votes& names);

/// The most frequent text; of equals the first in byte order. Empty without votes.
std::string most_frequent(const Votes& votes);

/// Every name and alias but the best name, sorted.
std::vector<std::string> other_names(const EntityTally& tally, const std::string& best);

/// One contribution a node, in the order of nodes: what several entities of an article say about one node together.
std::vector<Contribution> merged_by_node(std::vector<Contribution> contributions);

}  // namespace dossier::graph
