#include "dossier/status_macros.h"
#include "graph/articles/article_codec.h"
#include "graph/graph_view.h"
#include "graph/text/search.h"

namespace dossier::graph {

// The rows of a statement lie behind its sum, which has the bare id as key.
Result<std::vector<Evidence>> GraphView::evidence(RelationshipId id) const {
  const std::string begin = evidence_key(id, 0), end = prefix_end(id_key(raw(id)));
  const kv::Range range{begin, end};
  kv::Entries rows;
  DOSSIER_RETURN_IF_ERROR(view_.read(kv::Table::kEvidence, std::span(&range, 1), {}, rows));
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    DOSSIER_ASSIGN_OR_RETURN(EvidenceRow row, decode_evidence(rows.value(i)));
    evidence.push_back(std::move(row.evidence));
  }
  return evidence;
}

Result<Sentence> GraphView::sentence(ArticleId article, std::uint32_t number) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view_.get(kv::Table::kSentence, sentence_key(article, number)));
  if (!bytes) {
    return not_found("article " + std::to_string(raw(article)) + " has no sentence " +
                     std::to_string(number));
  }
  return decode_sentence(*bytes);
}

Result<std::vector<SentenceHit>> GraphView::search(std::string_view text,
                                                   const std::function<Status()>& proceed) const {
  return search_sentences(*this, text, proceed);
}

Result<std::optional<NodeId>> GraphView::claimant(RelationshipId id) const {
  DOSSIER_ASSIGN_OR_RETURN(const StoredRelationship relationship, stored_relationship(id));
  return relationship.claimant;
}

}  // namespace dossier::graph
