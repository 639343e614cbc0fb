// Bringing nodes and statements in line with their sums. Properties and labels that a person set or removed stay as
// the person left them; all others are what the sums say.
#include <algorithm>
#include <cmath>

#include "dossier/status_macros.h"
#include "graph/articles/article_writer.h"
#include "graph/articles/entity_tally.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

bool contains(const std::vector<KeyId>& keys, KeyId key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

// What a person wrote, then what articles say about the rest.
Properties combined(const Properties& stored, const std::vector<KeyId>& by_person,
                    const Properties& by_articles) {
  Properties result;
  for (const auto& [key, value] : stored) {
    if (contains(by_person, key)) set_property(result, key, value);
  }
  for (const auto& [key, value] : by_articles) {
    if (!contains(by_person, key)) set_property(result, key, value);
  }
  return result;
}

std::vector<LabelId> combined(const std::vector<LabelId>& stored, const std::vector<LabelId>& by_person,
                              const std::vector<LabelId>& by_articles) {
  std::vector<LabelId> result;
  for (const LabelId label : stored) {
    if (std::binary_search(by_person.begin(), by_person.end(), label)) insert_sorted(result, label);
  }
  for (const LabelId label : by_articles) {
    if (!std::binary_search(by_person.begin(), by_person.end(), label)) insert_sorted(result, label);
  }
  return result;
}

std::vector<KeyId> keys_of(const Properties& properties) {
  std::vector<KeyId> keys;
  for (const auto& [key, value] : properties) keys.push_back(key);
  return keys;
}

// A float of confidence as the shortest double of its six digits: 0.93, not 0.930000007.
double tidy(float confidence) { return std::round(static_cast<double>(confidence) * 1e6) / 1e6; }

}  // namespace

// Names before statements, whose claimants they are; statements before nodes, which they hold.
Status ArticleWriter::refresh(std::optional<ArticleId> article) {
  for (const NodeId entity : entities_) DOSSIER_RETURN_IF_ERROR(refresh_entity(entity));
  for (const RelationshipId statement : statements_) DOSSIER_RETURN_IF_ERROR(refresh_statement(statement));
  if (article) DOSSIER_RETURN_IF_ERROR(refresh_mentions(*article, mentions_));
  for (const NodeId entity : entities_) DOSSIER_RETURN_IF_ERROR(remove_if_orphan(entity));
  entities_.clear();
  statements_.clear();
  mentions_.clear();
  return {};
}

Status ArticleWriter::refresh_entity(NodeId entity) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<EntityTally> tally, entity_tally(entity));
  if (!tally || tally->articles == 0) return {};  // remove_if_orphan decides
  DOSSIER_ASSIGN_OR_RETURN(const StoredNode before, writer_.graph().stored_node(entity));
  StoredNode after = before;
  if (!before.author.by_article) {  // a person's node, met by its first article: all of it is the person's
    after.author.by_article = true;
    after.author.keys = keys_of(before.record.properties);
    after.author.labels = before.record.labels;
  }
  const std::string name = best_name(tally->names);
  Properties derived;
  for (const auto& [key, votes] : tally->properties) {
    const std::string bytes = most_frequent(votes);
    ByteReader reader(bytes);
    set_property(derived, key, read_value(reader));
  }
  List aliases;
  for (const std::string& alias : other_names(*tally, name)) aliases.emplace_back(alias);
  set_property(derived, writer_.key("name"), name.empty() ? Value() : Value(name));
  set_property(derived, writer_.key("aliases"), Value(std::move(aliases)));
  set_property(derived, writer_.key("mentions"), Value(static_cast<std::int64_t>(tally->mentions)));
  std::vector<LabelId> labels = {writer_.label("Entity")};
  if (const std::string type = most_frequent(tally->types); !type.empty())
    insert_sorted(labels, writer_.label(type));
  after.record.properties = combined(before.record.properties, after.author.keys, derived);
  after.record.labels = combined(before.record.labels, after.author.labels, labels);
  DOSSIER_RETURN_IF_ERROR(writer_.replace_node(entity, before, after));
  const KeyId name_key = writer_.key("name");
  const Value* old_name = find_property(before.record.properties, name_key);
  const Value* new_name = find_property(after.record.properties, name_key);
  const bool renamed = old_name != nullptr && (new_name == nullptr || !equivalent(*old_name, *new_name));
  return renamed ? rename_claims(entity) : Status();
}

Status ArticleWriter::rename_claims(NodeId claimant) {
  kv::Entries claims;
  DOSSIER_RETURN_IF_ERROR(
      view().read_prefix(kv::Table::kArticle, claim_prefix(claimant), {SIZE_MAX, true}, claims));
  if (claims.size() == 0) return {};
  const KeyId key = writer_.key("claimedBy");
  DOSSIER_ASSIGN_OR_RETURN(const Value name, writer_.graph().node_property(claimant, writer_.key("name")));
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const RelationshipId id{load_u64(claims.key(i).data() + 9)};
    DOSSIER_ASSIGN_OR_RETURN(StoredRelationship statement, writer_.graph().stored_relationship(id));
    if (contains(statement.author.keys, key) || !set_property(statement.record.properties, key, name))
      continue;
    DOSSIER_RETURN_IF_ERROR(writer_.replace_relationship(id, statement));
  }
  return {};
}

Status ArticleWriter::refresh_statement(RelationshipId id) {
  DOSSIER_ASSIGN_OR_RETURN(std::optional<StatementTally> tally, statement_tally(id));
  if (!tally) return {};
  DOSSIER_ASSIGN_OR_RETURN(StoredRelationship statement, writer_.graph().stored_relationship(id));
  if (tally->support == 0) return abandon_statement(id, std::move(statement));
  if (!statement.author.by_article) {
    statement.author.by_article = true;
    statement.author.keys = keys_of(statement.record.properties);
  }
  if (tally->confidence < 0) {
    DOSSIER_ASSIGN_OR_RETURN(tally->confidence, strongest_evidence(id));
    writer_.put(kv::Table::kEvidence, id_key(raw(id)), encode_statement_tally(*tally));
  }
  Properties derived;
  const auto set_text = [&](const char* name, const std::string& text) {
    if (!text.empty()) set_property(derived, writer_.key(name), Value(text));
  };
  set_text("when", tally->when);
  set_text("where", most_frequent(tally->where));
  set_text("stance", most_frequent(tally->stance));
  set_text("modality", tally->modality);
  set_property(derived, writer_.key("negated"), Value(tally->negated));
  set_property(derived, writer_.key("confidence"), Value(tidy(tally->confidence)));
  set_property(derived, writer_.key("support"), Value(static_cast<std::int64_t>(tally->support)));
  set_property(derived, writer_.key("stories"), Value(static_cast<std::int64_t>(tally->stories)));
  if (statement.claimant) {
    DOSSIER_ASSIGN_OR_RETURN(const Value name,
                             writer_.graph().node_property(*statement.claimant, writer_.key("name")));
    set_property(derived, writer_.key("claimedBy"), name);
  }
  statement.record.properties = combined(statement.record.properties, statement.author.keys, derived);
  return writer_.replace_relationship(id, statement);
}

// No article says it any more. What a person created or changed stays, without what articles said; the rest goes.
Status ArticleWriter::abandon_statement(RelationshipId id, StoredRelationship statement) {
  if (!statement.author.touched_by_person()) {
    DOSSIER_RETURN_IF_ERROR(forget_relationship(id));
    return writer_.remove_relationship(id);
  }
  if (statement.author.by_person) {
    DOSSIER_RETURN_IF_ERROR(forget_relationship(id));
    statement.record.properties = combined(statement.record.properties, statement.author.keys, {});
    statement.author = {true, false, {}, {}};
    statement.claimant.reset();
    return writer_.replace_relationship(id, statement);
  }
  Properties& properties = statement.record.properties;
  for (const char* name : {"confidence", "support", "stories"}) {
    const KeyId key = writer_.key(name);
    if (!contains(statement.author.keys, key)) set_property(properties, key, Value());
  }
  return writer_.replace_relationship(id, statement);
}

// Evidence rows of one statement; its confidence is the strongest one's. Pieces come from one extractor, whose errors
// repeat: combining them as if they were independent would promise too much.
Result<float> ArticleWriter::strongest_evidence(RelationshipId statement) const {
  kv::Entries rows;
  const std::string begin = evidence_key(statement, 0), end = prefix_end(id_key(raw(statement)));
  const kv::Range range{begin, end};
  DOSSIER_RETURN_IF_ERROR(view().read(kv::Table::kEvidence, std::span(&range, 1), {}, rows));
  float strongest = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    DOSSIER_ASSIGN_OR_RETURN(const EvidenceRow row, decode_evidence(rows.value(i)));
    strongest = std::max(strongest, row.evidence.confidence);
  }
  return strongest;
}

// The MENTIONED_IN relationships of an article become those wanted: entity -> count.
Status ArticleWriter::refresh_mentions(ArticleId article, const std::map<NodeId, std::uint64_t>& wanted) {
  const TypeId type = writer_.type("MENTIONED_IN");
  const KeyId key = writer_.key("count");
  std::map<NodeId, std::uint64_t> missing = wanted;
  Neighbours existing;
  DOSSIER_RETURN_IF_ERROR(
      writer_.graph().expand(std::span(&article, 1), Direction::kIncoming, std::span(&type, 1), existing));
  for (std::size_t i = 0; i < existing.nodes.size(); ++i) {
    const RelationshipId id = existing.relationships[i];
    DOSSIER_ASSIGN_OR_RETURN(StoredRelationship mention, writer_.graph().stored_relationship(id));
    if (!mention.author.by_article) continue;
    const auto at = missing.find(existing.nodes[i]);
    if (at == missing.end()) {
      if (!mention.author.touched_by_person()) DOSSIER_RETURN_IF_ERROR(writer_.remove_relationship(id));
      continue;
    }
    const bool theirs = contains(mention.author.keys, key);
    if (!theirs &&
        set_property(mention.record.properties, key, Value(static_cast<std::int64_t>(at->second)))) {
      DOSSIER_RETURN_IF_ERROR(writer_.replace_relationship(id, mention));
    }
    missing.erase(at);
  }
  for (const auto& [entity, count] : missing) {
    StoredRelationship mention;
    mention.record = {entity, article, type, {{key, Value(static_cast<std::int64_t>(count))}}};
    mention.author.by_article = true;
    auto created = writer_.create_relationship(std::move(mention));
    if (!created.ok()) return created.status();
  }
  return {};
}

Status ArticleWriter::remove_if_orphan(NodeId entity) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<EntityTally> tally, entity_tally(entity));
  if (!tally || tally->articles > 0) return {};
  DOSSIER_ASSIGN_OR_RETURN(const StoredNode node, writer_.graph().stored_node(entity));
  DOSSIER_ASSIGN_OR_RETURN(const bool connected, writer_.has_relationships(entity));
  if (connected || node.author.touched_by_person()) return abandon_entity(entity, node);
  DOSSIER_RETURN_IF_ERROR(forget_node(entity));
  return writer_.remove_node(entity);
}

// A person made it, changed it or connected it: it stays, with its name, and is mentioned nowhere.
Status ArticleWriter::abandon_entity(NodeId id, const StoredNode& before) {
  StoredNode after = before;
  if (before.author.by_person) {
    writer_.erase(kv::Table::kArticle, tally_key(id));
    after.record.properties = combined(before.record.properties, before.author.keys, {});
    after.record.labels = combined(before.record.labels, before.author.labels, {});
    after.author = {true, false, {}, {}};
  } else if (const KeyId key = writer_.key("mentions"); !contains(before.author.keys, key)) {
    set_property(after.record.properties, key, Value(0));
  }
  return writer_.replace_node(id, before, after);
}

Status ArticleWriter::forget_relationship(RelationshipId id) {
  DOSSIER_ASSIGN_OR_RETURN(const StoredRelationship relationship, writer_.graph().stored_relationship(id));
  if (relationship.claimant) writer_.erase(kv::Table::kArticle, claim_key(*relationship.claimant, id));
  if (!relationship.author.by_article) return {};
  kv::Entries rows;
  DOSSIER_RETURN_IF_ERROR(view().read_prefix(kv::Table::kEvidence, id_key(raw(id)), {}, rows));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view key = rows.key(i);
    if (key.size() == 16) {
      DOSSIER_ASSIGN_OR_RETURN(const EvidenceRow row, decode_evidence(rows.value(i)));
      writer_.erase(kv::Table::kSupport, support_key(row.evidence.article, id, load_u64(key.data() + 8)));
    }
    writer_.erase(kv::Table::kEvidence, std::string(key));
  }
  kv::Entries stories;
  DOSSIER_RETURN_IF_ERROR(view().read_prefix(kv::Table::kStory, id_key(raw(id)), {SIZE_MAX, true}, stories));
  for (std::size_t i = 0; i < stories.size(); ++i)
    writer_.erase(kv::Table::kStory, std::string(stories.key(i)));
  return {};
}

Status ArticleWriter::forget_node(NodeId id) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleMeta> meta, find_meta(id));
  if (meta) {
    DOSSIER_RETURN_IF_ERROR(withdraw(id));
    writer_.erase(kv::Table::kArticle, article_id_key(meta->summary.id));
    DOSSIER_RETURN_IF_ERROR(refresh(std::nullopt));
  }
  writer_.erase(kv::Table::kArticle, tally_key(id));
  kv::Entries claims;
  DOSSIER_RETURN_IF_ERROR(
      view().read_prefix(kv::Table::kArticle, claim_prefix(id), {SIZE_MAX, true}, claims));
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const RelationshipId statement{load_u64(claims.key(i).data() + 9)};
    DOSSIER_ASSIGN_OR_RETURN(StoredRelationship relationship, writer_.graph().stored_relationship(statement));
    relationship.claimant.reset();
    DOSSIER_RETURN_IF_ERROR(writer_.replace_relationship(statement, relationship));
    writer_.erase(kv::Table::kArticle, std::string(claims.key(i)));
  }
  return {};
}

}  // namespace dossier::graph
