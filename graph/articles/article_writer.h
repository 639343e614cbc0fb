// Articles into the graph and out of it again.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/article_record.h"
#include "graph/articles/article_codec.h"
#include "graph/articles/article_sketch.h"
#include "graph/text/text_index.h"
#include "graph/writer.h"

namespace dossier::graph {

/// Puts and retracts articles through a Writer. What an article contributed is first taken from the sums and the new
/// contribution added; only then are the touched nodes and statements brought in line with their sums, and removed
/// where nothing stands behind them any more. So an article put again keeps its nodes and statements.
class ArticleWriter {
 public:
  explicit ArticleWriter(Writer& writer) : writer_(writer) {}

  Result<ArticleId> put(const ArticleRecord& record);
  Status retract(std::string_view id);

  // Before a person's deletion of a relationship or node: what articles keep about it goes too.
  Status forget_relationship(RelationshipId id);
  Status forget_node(NodeId id);
  /// After a person's change of a node's name: the statements on its word name it anew.
  Status rename_claims(NodeId claimant);

 private:
  const View& view() const { return writer_.graph().view(); }
  Status validate(const ArticleRecord& record) const;
  Result<std::optional<NodeId>> find_article(std::string_view id) const;
  Result<std::optional<ArticleMeta>> find_meta(ArticleId article) const;
  Result<std::vector<Contribution>> journal(ArticleId article) const;
  Result<bool> shares_other_name(const std::vector<Contribution>& before, const EntityRecord& entity) const;
  Result<bool> is_unchanged(ArticleId article, const ArticleMeta& meta, const std::string& hash,
                            const ArticleRecord& record) const;
  Status withdraw(ArticleId article);
  void put_sentences(ArticleId article, const std::vector<Sentence>& sentences);
  Status withdraw_sentences(ArticleId article);
  Result<NodeId> write_article_node(std::optional<NodeId> existing, const ArticleRecord& record);
  Status add_entities(ArticleId article, const ArticleRecord& record, std::vector<NodeId>& nodes);
  Status add_statement(ArticleId article, const ArticleRecord& record, const StatementRecord& statement,
                       const std::vector<NodeId>& nodes);
  Result<RelationshipId> find_or_create_statement(const StatementRecord& statement,
                                                  const std::vector<NodeId>& nodes);
  Result<bool> is_same_statement(RelationshipId id, const StatementRecord& statement,
                                 std::optional<NodeId> claimant) const;
  Status change_story(RelationshipId statement, std::uint64_t story, ArticleId article, int change,
                      StatementTally& tally);
  Status add_to_story(ArticleId article, const std::vector<Sentence>& sentences);
  Status remove_from_story(ArticleId article, const ArticleMeta& meta);
  Result<std::vector<ArticleId>> near_copies(ArticleId article, const std::set<ArticleId>& among) const;
  Status make_story(const std::set<ArticleId>& members);
  Status move_to_story(ArticleId article, std::uint64_t story);
  Result<std::vector<ArticleId>> members_of(std::uint64_t story) const;
  Result<std::optional<ArticleSketch>> sketch(ArticleId article) const;
  Status refresh(std::optional<ArticleId> article);

  Result<std::optional<EntityTally>> entity_tally(NodeId entity) const;
  Result<std::optional<StatementTally>> statement_tally(RelationshipId statement) const;
  Status refresh_entity(NodeId entity);
  Status refresh_statement(RelationshipId statement);
  Status refresh_mentions(ArticleId article, const std::map<NodeId, std::uint64_t>& wanted);
  Status remove_if_orphan(NodeId entity);
  Status abandon_statement(RelationshipId id, StoredRelationship relationship);
  Status abandon_entity(NodeId id, const StoredNode& before);
  Result<float> strongest_evidence(RelationshipId statement) const;

  Writer& writer_;
  Stemmer stemmer_;
  std::set<NodeId> entities_;  // touched since the last refresh
  std::set<RelationshipId> statements_;
  std::map<NodeId, std::uint64_t> mentions_;  // of the article being put
};

/// Hash of everything in a record but the nodes that its entities were resolved to.
std::string record_hash(const ArticleRecord& record);

}  // namespace dossier::graph
