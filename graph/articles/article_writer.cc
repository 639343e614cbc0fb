#include "graph/articles/article_writer.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/articles/entity_tally.h"
#include "graph/value_codec.h"

namespace dossier::graph {

Result<ArticleId> ArticleWriter::put(const ArticleRecord& record) {
  DOSSIER_RETURN_IF_ERROR(validate(record).with_context(record.id));
  const std::string hash = record_hash(record);
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<NodeId> existing, find_article(record.id));
  if (existing) {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleMeta> meta, find_meta(*existing));
    if (meta) {
      DOSSIER_ASSIGN_OR_RETURN(const bool unchanged, is_unchanged(*existing, *meta, hash, record));
      if (unchanged) return *existing;
      DOSSIER_RETURN_IF_ERROR(withdraw(*existing));
    }
  }
  DOSSIER_ASSIGN_OR_RETURN(const ArticleId article, write_article_node(existing, record));
  std::vector<NodeId> nodes;
  DOSSIER_RETURN_IF_ERROR(add_entities(article, record, nodes));
  for (const StatementRecord& statement : record.statements) {
    DOSSIER_RETURN_IF_ERROR(add_statement(article, record, statement, nodes));
  }
  put_sentences(article, record.sentences);
  ArticleMeta meta;
  meta.summary = {article,
                  record.id,
                  record.title,
                  record.date,
                  record.publisher,
                  record.url,
                  record.content_hash,
                  static_cast<std::uint32_t>(record.sentences.size()),
                  static_cast<std::uint32_t>(record.statements.size())};
  meta.extractor = record.extractor;
  meta.story = record.story;
  meta.record_hash = hash;
  writer_.put(kv::Table::kArticle, article_meta_key(article), encode_meta(meta));
  writer_.put(kv::Table::kArticle, article_id_key(record.id), id_key(raw(article)));
  if (record.story == 0) DOSSIER_RETURN_IF_ERROR(add_to_story(article, record.sentences));
  DOSSIER_RETURN_IF_ERROR(refresh(article));
  return article;
}

Status ArticleWriter::retract(std::string_view id) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<NodeId> article, find_article(id));
  std::optional<ArticleMeta> meta;
  if (article) {
    DOSSIER_ASSIGN_OR_RETURN(meta, find_meta(*article));
  }
  if (!meta) return not_found("there is no article " + std::string(id));
  DOSSIER_RETURN_IF_ERROR(withdraw(*article));
  DOSSIER_RETURN_IF_ERROR(refresh(article));
  // A person's relationship keeps the node; its id then stays known, so that the article comes back to it.
  DOSSIER_ASSIGN_OR_RETURN(const bool connected, writer_.has_relationships(*article));
  if (connected) return {};
  writer_.erase(kv::Table::kArticle, article_id_key(id));
  return writer_.remove_node(*article);
}

Status ArticleWriter::validate(const ArticleRecord& record) const {
  if (record.id.empty()) return invalid_argument("an article needs an id");
  for (const EntityRecord& entity : record.entities) {
    if (entity.node) {
      auto stored = writer_.graph().stored_node(*entity.node);
      if (!stored.ok()) return stored.status();
    }
    for (const auto& [key, value] : entity.properties) {
      std::string bytes;
      DOSSIER_RETURN_IF_ERROR(append_value(bytes, value));
    }
  }
  const std::size_t count = record.entities.size();
  for (const StatementRecord& statement : record.statements) {
    if (statement.subject >= count || statement.object >= count ||
        statement.claimed_by.value_or(0) >= count) {
      return invalid_argument("the statement '" + statement.predicate +
                              "' names an entity that is not in the record");
    }
    if (statement.predicate.empty()) return invalid_argument("a statement needs a predicate");
    if (statement.evidence.empty())
      return invalid_argument("the statement '" + statement.predicate + "' has no evidence");
  }
  return {};
}

Result<std::optional<NodeId>> ArticleWriter::find_article(std::string_view id) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(kv::Table::kArticle, article_id_key(id)));
  if (!bytes) return std::optional<NodeId>();
  if (bytes->size() != 8) return corruption("the record of the article " + std::string(id) + " is damaged");
  const NodeId node{load_u64(bytes->data())};
  // A person may have deleted a node that no article stood behind.
  auto stored = writer_.graph().stored_node(node);
  if (!stored.ok() && stored.status().code() == StatusCode::kNotFound) return std::optional<NodeId>();
  return std::optional<NodeId>(node);
}

Result<std::optional<ArticleMeta>> ArticleWriter::find_meta(ArticleId article) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(kv::Table::kArticle, article_meta_key(article)));
  if (!bytes) return std::optional<ArticleMeta>();
  DOSSIER_ASSIGN_OR_RETURN(ArticleMeta meta, decode_meta(*bytes, article));
  return std::optional<ArticleMeta>(std::move(meta));
}

Result<std::vector<Contribution>> ArticleWriter::journal(ArticleId article) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(kv::Table::kArticle, journal_key(article)));
  if (!bytes) return std::vector<Contribution>();
  return decode_journal(*bytes);
}

// The same record, and no entity resolved to another node than before.
// Whether what is now a thing of its own was put on a node that other articles call otherwise: a person has decided
// since that the two are different.
Result<bool> ArticleWriter::shares_other_name(const std::vector<Contribution>& before,
                                              const EntityRecord& entity) const {
  for (const Contribution& contribution : before) {
    if (contribution.name != entity.name || contribution.type != entity.type) continue;
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<EntityTally> tally, entity_tally(contribution.node));
    if (tally && tally->articles > 1 && tally->names.size() > 1) return true;
  }
  return false;
}

Result<bool> ArticleWriter::is_unchanged(ArticleId article, const ArticleMeta& meta, const std::string& hash,
                                         const ArticleRecord& record) const {
  if (meta.record_hash != hash) return false;
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<Contribution> before, journal(article));
  for (const EntityRecord& entity : record.entities) {
    if (!entity.node) {
      DOSSIER_ASSIGN_OR_RETURN(const bool shares, shares_other_name(before, entity));
      if (shares) return false;
      continue;
    }
    const bool known = std::any_of(before.begin(), before.end(), [&](const Contribution& contribution) {
      return contribution.node == *entity.node;
    });
    if (!known) return false;
  }
  return true;
}

// Takes an article's contribution out of every sum and removes its own records.
Status ArticleWriter::withdraw(ArticleId article) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleMeta> meta, find_meta(article));
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<Contribution> contributions, journal(article));
  for (const Contribution& contribution : contributions) {
    DOSSIER_ASSIGN_OR_RETURN(std::optional<EntityTally> tally, entity_tally(contribution.node));
    if (!tally) continue;  // a person deleted the node
    remove_contribution(*tally, contribution);
    writer_.put(kv::Table::kArticle, tally_key(contribution.node), encode_entity_tally(*tally));
    entities_.insert(contribution.node);
  }
  kv::Entries supports;
  DOSSIER_RETURN_IF_ERROR(
      view().read_prefix(kv::Table::kSupport, id_key(raw(article)), {SIZE_MAX, true}, supports));
  for (std::size_t i = 0; i < supports.size(); ++i) {
    const std::string key(supports.key(i));
    if (key.size() != 24) return corruption("a key of the table support is damaged");
    const RelationshipId statement{load_u64(key.data() + 8)};
    const std::string row_key = evidence_key(statement, load_u64(key.data() + 16));
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                             view().get(kv::Table::kEvidence, row_key));
    DOSSIER_ASSIGN_OR_RETURN(std::optional<StatementTally> tally, statement_tally(statement));
    if (!bytes || !tally) return corruption("evidence that an article lists is missing");
    DOSSIER_ASSIGN_OR_RETURN(const EvidenceRow row, decode_evidence(*bytes));
    --tally->support;
    if (row.evidence.confidence >= tally->confidence) tally->confidence = -1;
    DOSSIER_RETURN_IF_ERROR(change_story(statement, meta->story, article, -1, *tally));
    for (auto [votes, text] :
         {std::pair(&tally->where, &row.where), std::pair(&tally->stance, &row.stance)}) {
      const auto at = votes->find(*text);
      if (at != votes->end() && --at->second == 0) votes->erase(at);
    }
    writer_.put(kv::Table::kEvidence, id_key(raw(statement)), encode_statement_tally(*tally));
    writer_.erase(kv::Table::kEvidence, row_key);
    writer_.erase(kv::Table::kSupport, key);
    statements_.insert(statement);
  }
  DOSSIER_RETURN_IF_ERROR(withdraw_sentences(article));
  writer_.erase(kv::Table::kArticle, article_meta_key(article));
  writer_.erase(kv::Table::kArticle, journal_key(article));
  return remove_from_story(article, *meta);
}

void ArticleWriter::put_sentences(ArticleId article, const std::vector<Sentence>& sentences) {
  ArticleTerms terms(stemmer_);
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    writer_.put(kv::Table::kSentence, sentence_key(article, i), encode_sentence(sentences[i]));
    terms.add(i, sentences[i].text);
  }
  for (const auto& [term, postings] : terms.postings()) {
    writer_.put(kv::Table::kText, text_key(term, article), encode_postings(postings));
  }
  writer_.count(Counter::kSentences, static_cast<std::int64_t>(terms.sentences()));
  writer_.count(Counter::kWords, static_cast<std::int64_t>(terms.words()));
}

Status ArticleWriter::withdraw_sentences(ArticleId article) {
  ArticleTerms terms(stemmer_);
  kv::Entries sentences;
  DOSSIER_RETURN_IF_ERROR(view().read_prefix(kv::Table::kSentence, id_key(raw(article)), {}, sentences));
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    DOSSIER_ASSIGN_OR_RETURN(const Sentence sentence, decode_sentence(sentences.value(i)));
    terms.add(static_cast<std::uint32_t>(i), sentence.text);
    writer_.erase(kv::Table::kSentence, std::string(sentences.key(i)));
  }
  for (const auto& [term, postings] : terms.postings())
    writer_.erase(kv::Table::kText, text_key(term, article));
  writer_.count(Counter::kSentences, -static_cast<std::int64_t>(terms.sentences()));
  writer_.count(Counter::kWords, -static_cast<std::int64_t>(terms.words()));
  return {};
}

Result<NodeId> ArticleWriter::write_article_node(std::optional<NodeId> existing,
                                                 const ArticleRecord& record) {
  StoredNode node;
  node.author.by_article = true;
  node.record.labels = {writer_.label("Article")};
  const std::pair<const char*, const std::string*> properties[] = {{"id", &record.id},
                                                                   {"title", &record.title},
                                                                   {"date", &record.date},
                                                                   {"publisher", &record.publisher},
                                                                   {"author", &record.author},
                                                                   {"url", &record.url},
                                                                   {"language", &record.language},
                                                                   {"ingestedAt", &record.ingested_at}};
  for (const auto& [name, text] : properties) {
    if (!text->empty()) set_property(node.record.properties, writer_.key(name), Value(*text));
  }
  if (!existing) return writer_.create_node(std::move(node));
  DOSSIER_ASSIGN_OR_RETURN(const StoredNode before, writer_.graph().stored_node(*existing));
  node.author = before.author;
  for (const KeyId key : before.author.keys) {
    const Value* theirs = find_property(before.record.properties, key);
    set_property(node.record.properties, key, theirs != nullptr ? *theirs : Value());
  }
  for (const LabelId label : before.author.labels) {
    const auto& labels = before.record.labels;
    if (std::binary_search(labels.begin(), labels.end(), label))
      insert_sorted(node.record.labels, label);
    else
      erase_sorted(node.record.labels, label);
  }
  DOSSIER_RETURN_IF_ERROR(writer_.replace_node(*existing, before, node));
  return *existing;
}

// Adds the record's entities to their sums; nodes[i] becomes the node of entity i.
Status ArticleWriter::add_entities(ArticleId article, const ArticleRecord& record,
                                   std::vector<NodeId>& nodes) {
  std::vector<Contribution> contributions;
  for (const EntityRecord& entity : record.entities) {
    Contribution contribution;
    if (entity.node) {
      contribution.node = *entity.node;
    } else {
      StoredNode fresh;
      fresh.author.by_article = true;
      DOSSIER_ASSIGN_OR_RETURN(contribution.node, writer_.create_node(std::move(fresh)));
    }
    nodes.push_back(contribution.node);
    contribution.name = entity.name;
    contribution.type = entity.type;
    contribution.aliases = entity.aliases;
    for (const auto& [name, value] : entity.properties) {
      std::string bytes;
      DOSSIER_RETURN_IF_ERROR(append_value(bytes, value));
      contribution.properties.emplace_back(writer_.key(name), std::move(bytes));
    }
    contribution.mentions = entity.mentions;
    contributions.push_back(std::move(contribution));
  }
  contributions = merged_by_node(std::move(contributions));
  for (const Contribution& contribution : contributions) {
    DOSSIER_ASSIGN_OR_RETURN(std::optional<EntityTally> tally, entity_tally(contribution.node));
    if (!tally) tally.emplace();
    add_contribution(*tally, contribution);
    writer_.put(kv::Table::kArticle, tally_key(contribution.node), encode_entity_tally(*tally));
    entities_.insert(contribution.node);
    if (contribution.mentions > 0) mentions_[contribution.node] = contribution.mentions;
  }
  writer_.put(kv::Table::kArticle, journal_key(article), encode_journal(contributions));
  return {};
}

Status ArticleWriter::add_statement(ArticleId article, const ArticleRecord& record,
                                    const StatementRecord& statement, const std::vector<NodeId>& nodes) {
  DOSSIER_ASSIGN_OR_RETURN(const RelationshipId id, find_or_create_statement(statement, nodes));
  DOSSIER_ASSIGN_OR_RETURN(std::optional<StatementTally> tally, statement_tally(id));
  if (!tally) {
    tally.emplace();
    tally->when = statement.when;
    tally->modality = statement.modality;
    tally->negated = statement.negated;
  }
  for (const StatementEvidence& piece : statement.evidence) {
    EvidenceRow row;
    row.evidence = {article, piece.sentence, piece.begin, piece.end, piece.confidence, record.extractor};
    row.where = statement.where;
    row.stance = statement.stance;
    const std::uint64_t number = tally->next_number++;
    ++tally->support;
    if (!row.where.empty()) ++tally->where[row.where];
    if (!row.stance.empty()) ++tally->stance[row.stance];
    writer_.put(kv::Table::kEvidence, evidence_key(id, number), encode_evidence(row));
    writer_.put(kv::Table::kSupport, support_key(article, id, number), {});
    DOSSIER_RETURN_IF_ERROR(change_story(id, record.story, article, 1, *tally));
    if (tally->confidence >= 0) tally->confidence = std::max(tally->confidence, piece.confidence);
  }
  writer_.put(kv::Table::kEvidence, id_key(raw(id)), encode_statement_tally(*tally));
  statements_.insert(id);
  return {};
}

Result<RelationshipId> ArticleWriter::find_or_create_statement(const StatementRecord& statement,
                                                               const std::vector<NodeId>& nodes) {
  const NodeId subject = nodes[statement.subject], object = nodes[statement.object];
  const TypeId type = writer_.type(statement.predicate);
  std::optional<NodeId> claimant;
  if (statement.claimed_by) claimant = nodes[*statement.claimed_by];
  std::string prefix = id_key(raw(subject));
  append_u32(prefix, raw(type));
  append_u64(prefix, raw(object));
  kv::Entries candidates;
  DOSSIER_RETURN_IF_ERROR(view().read_prefix(kv::Table::kSpo, prefix, {SIZE_MAX, true}, candidates));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const RelationshipId id{load_u64(candidates.key(i).data() + 20)};
    DOSSIER_ASSIGN_OR_RETURN(const bool same, is_same_statement(id, statement, claimant));
    if (same) return id;
  }
  StoredRelationship fresh;
  fresh.record = {subject, object, type, {}};
  fresh.author.by_article = true;
  fresh.claimant = claimant;
  DOSSIER_ASSIGN_OR_RETURN(const RelationshipId id, writer_.create_relationship(std::move(fresh)));
  if (claimant) writer_.put(kv::Table::kArticle, claim_key(*claimant, id), {});
  return id;
}

// Statements of articles compare by what their articles said, a person's by what is written in them.
Result<bool> ArticleWriter::is_same_statement(RelationshipId id, const StatementRecord& statement,
                                              std::optional<NodeId> claimant) const {
  DOSSIER_ASSIGN_OR_RETURN(const StoredRelationship stored, writer_.graph().stored_relationship(id));
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<StatementTally> tally, statement_tally(id));
  if (tally) {
    return stored.claimant == claimant && tally->when == statement.when &&
           tally->negated == statement.negated && tally->modality == statement.modality;
  }
  const auto text = [&](const char* name) {
    const auto key = writer_.graph().find_name(NameSpace::kKey, name);
    const Value* value = key ? find_property(stored.record.properties, KeyId{*key}) : nullptr;
    return value != nullptr && value->is_string() ? value->as_string() : std::string();
  };
  const auto negated_key = writer_.graph().find_name(NameSpace::kKey, "negated");
  const Value* negated = negated_key ? find_property(stored.record.properties, KeyId{*negated_key}) : nullptr;
  const std::string modality = text("modality");
  return !claimant && text("claimedBy").empty() && text("when") == statement.when &&
         (negated != nullptr && negated->is_true()) == statement.negated &&
         (modality.empty() ? "asserted" : modality) == statement.modality;
}

Status ArticleWriter::change_story(RelationshipId statement, std::uint64_t story, ArticleId article,
                                   int change, StatementTally& tally) {
  const std::string key = story_key(statement, story, article);
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes, view().get(kv::Table::kStory, key));
  const std::uint64_t before = bytes && bytes->size() == 8 ? load_u64(bytes->data()) : 0;
  const std::uint64_t after = before + static_cast<std::uint64_t>(change);
  if (after == 0) {
    writer_.erase(kv::Table::kStory, key);
  } else {
    writer_.put(kv::Table::kStory, key, id_key(after));
  }
  if (before == 0) ++tally.stories;
  if (after == 0) --tally.stories;
  return {};
}

Result<std::optional<EntityTally>> ArticleWriter::entity_tally(NodeId entity) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(kv::Table::kArticle, tally_key(entity)));
  if (!bytes) return std::optional<EntityTally>();
  DOSSIER_ASSIGN_OR_RETURN(EntityTally tally, decode_entity_tally(*bytes));
  return std::optional<EntityTally>(std::move(tally));
}

Result<std::optional<StatementTally>> ArticleWriter::statement_tally(RelationshipId statement) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(kv::Table::kEvidence, id_key(raw(statement))));
  if (!bytes) return std::optional<StatementTally>();
  DOSSIER_ASSIGN_OR_RETURN(StatementTally tally, decode_statement_tally(*bytes));
  return std::optional<StatementTally>(std::move(tally));
}

}  // namespace dossier::graph
