#include "ingest/resolve/mention_clusters.h"

#include <array>

#include "ingest/resolve/mention_finder.h"

namespace dossier::ingest {

std::string_view name_of(EntityType type) {
  constexpr std::array<std::string_view, 11> kNames = {"Person", "Organization", "Place",   "Group",   "Facility", "Event",
                                                       "Work",   "Law",          "Product", "Concept", "Value"};
  return kNames[static_cast<std::size_t>(type)];
}

Resolution resolve_mentions(const DocumentTree& tree) {
  Resolution resolution;
  resolution.mentions = find_mentions(tree);
  resolution.mention_of.assign(tree.size(), kNone);
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    resolution.mention_of[mention.head] = m;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      if (mention.kind == MentionKind::kName) resolution.mention_of[t] = m;
    }
  }
  cluster_names(tree, resolution);
  cluster_nominals(tree, resolution);
  cluster_groups(tree, resolution);
  cluster_pronouns(tree, resolution);
  return resolution;
}

}  // namespace dossier::ingest
