// What the store keeps beside nodes and relationships to explain articles and to take them back: keys and values of
// `article`, `sentence`, `evidence`, `support`, `story` and `judgement`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/graph/article_record.h"
#include "dossier/result.h"
#include "graph/key_codec.h"

namespace dossier::graph {

/// Set in the ids of stories that the store found; an article put with a story of its own has one without it.
inline constexpr std::uint64_t kComputedStory = std::uint64_t{1} << 63;

/// How often each of several texts was given.
using Votes = std::map<std::string, std::uint64_t, std::less<>>;

/// What is kept of an article itself.
struct ArticleMeta {
  ArticleSummary summary;
  std::string extractor;
  std::uint64_t story = 0;
  std::string record_hash;  // of the whole record that was put; the resolved nodes aside
};

/// What one article says about one entity.
struct Contribution {
  NodeId node{};
  std::string name, type;
  std::vector<std::string> aliases;                       // sorted, distinct
  std::vector<std::pair<KeyId, std::string>> properties;  // sorted by key; values encoded
  std::uint64_t mentions = 0;
};

/// The sum of all contributions to one entity. Sums do not depend on the order of what was added, so neither does
/// what is derived from them.
struct EntityTally {
  std::uint64_t articles = 0, mentions = 0;
  Votes types, names, aliases;
  std::map<KeyId, Votes> properties;
};

/// The sum of all evidence for one statement, and what makes the statement itself.
struct StatementTally {
  std::string when, modality;
  bool negated = false;
  std::uint64_t next_number = 0, support = 0, stories = 0;
  float confidence = 0;  // of the strongest piece; below 0: to be found again
  Votes where, stance;
};

struct EvidenceRow {
  Evidence evidence;
  std::string where, stance;
};

std::string article_id_key(std::string_view id);                   // -> article node, u64
std::string article_meta_key(ArticleId article);                   // -> ArticleMeta
std::string journal_key(ArticleId article);                        // -> contributions
std::string tally_key(NodeId entity);                              // -> EntityTally
std::string claim_key(NodeId claimant, RelationshipId statement);  // -> nothing
std::string claim_prefix(NodeId claimant);
std::string sentence_key(ArticleId article, std::uint32_t number);
std::string evidence_key(RelationshipId statement, std::uint64_t number);
std::string support_key(ArticleId article, RelationshipId statement, std::uint64_t number);
std::string story_key(RelationshipId statement, std::uint64_t story, ArticleId article);
// Near copies, in the table `story` too:
std::string feature_prefix(std::uint64_t feature);
std::string feature_key(std::uint64_t feature, ArticleId article);
std::string sketch_key(ArticleId article);  // -> ArticleSketch
std::string member_prefix(std::uint64_t story);
std::string member_key(std::uint64_t story, ArticleId article);
std::string judgement_key(std::string_view left, std::string_view right);

std::string encode_meta(const ArticleMeta& meta);
Result<ArticleMeta> decode_meta(std::string_view bytes, ArticleId article);
std::string encode_journal(const std::vector<Contribution>& contributions);
Result<std::vector<Contribution>> decode_journal(std::string_view bytes);
std::string encode_entity_tally(const EntityTally& tally);
Result<EntityTally> decode_entity_tally(std::string_view bytes);
std::string encode_statement_tally(const StatementTally& tally);
Result<StatementTally> decode_statement_tally(std::string_view bytes);
std::string encode_evidence(const EvidenceRow& row);
Result<EvidenceRow> decode_evidence(std::string_view bytes);
std::string encode_sentence(const Sentence& sentence);
Result<Sentence> decode_sentence(std::string_view bytes);
std::string encode_judgement(const Judgement& judgement);
Result<Judgement> decode_judgement(std::string_view bytes);

}  // namespace dossier::graph
