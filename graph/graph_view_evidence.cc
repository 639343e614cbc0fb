#include "graph/graph_view.h"

#include "dossier/status_macros.h"

namespace dossier::graph {

Result<std::vector<Evidence>> GraphView::evidence(RelationshipId) const { return std::vector<Evidence>(); }

Result<Sentence> GraphView::sentence(ArticleId article, std::uint32_t number) const {
  return not_found("article " + std::to_string(raw(article)) + " has no sentence " + std::to_string(number));
}

Result<std::optional<NodeId>> GraphView::claimant(RelationshipId id) const {
  DOSSIER_ASSIGN_OR_RETURN(const StoredRelationship relationship, stored_relationship(id));
  return relationship.claimant;
}

}  // namespace dossier::graph
