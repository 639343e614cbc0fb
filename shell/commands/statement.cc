#include "shell/commands/statement.h"

#include <algorithm>

#include "dossier/status_macros.h"

namespace dossier::shell {
namespace {

constexpr std::size_t kBatch = 4096;

std::vector<std::string> text_list(const graph::Value* value) {
  std::vector<std::string> texts;
  if (value == nullptr || !value->is_list()) return texts;
  for (const graph::Value& item : value->as_list()) {
    if (item.is_string()) texts.push_back(item.as_string());
  }
  return texts;
}

}  // namespace

bool is_system_type(std::string_view type) {
  return !type.empty() &&
         std::none_of(type.begin(), type.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::any_of(type.begin(), type.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

StatementReader::StatementReader(const graph::Reader& reader) : reader_(reader) {}

const graph::Value* StatementReader::property(const graph::Properties& properties,
                                              std::string_view key) const {
  const std::optional<graph::KeyId> id = reader_.find_key(key);
  if (!id) return nullptr;
  const auto at =
      std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.first == *id; });
  return at == properties.end() ? nullptr : &at->second;
}

std::string StatementReader::text_property(const graph::Properties& properties, std::string_view key) const {
  const graph::Value* value = property(properties, key);
  return value != nullptr && value->is_string() ? value->as_string() : std::string();
}

Result<Entity> StatementReader::entity(graph::NodeId id) {
  if (const auto known = entities_.find(id); known != entities_.end()) return known->second;
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeRecord node, reader_.node(id));
  Entity entity;
  entity.id = id;
  entity.name = text_property(node.properties, "name");
  entity.aliases = text_list(property(node.properties, "aliases"));
  for (const graph::LabelId label : node.labels) {
    if (entity.type.empty() || entity.type == "Entity") entity.type = std::string(reader_.label_name(label));
  }
  entities_.emplace(id, entity);
  return entity;
}

Result<StatementEvidence> StatementReader::evidence(const graph::Evidence& evidence) {
  auto known = articles_.find(evidence.article);
  if (known == articles_.end()) {
    DOSSIER_ASSIGN_OR_RETURN(const graph::NodeRecord node, reader_.node(evidence.article));
    StatementEvidence metadata;
    metadata.article = text_property(node.properties, "id");
    metadata.title = text_property(node.properties, "title");
    metadata.date = text_property(node.properties, "date");
    metadata.publisher = text_property(node.properties, "publisher");
    metadata.url = text_property(node.properties, "url");
    known = articles_.emplace(evidence.article, std::move(metadata)).first;
  }
  StatementEvidence whole = known->second;
  DOSSIER_ASSIGN_OR_RETURN(const graph::Sentence sentence,
                           reader_.sentence(evidence.article, evidence.sentence));
  whole.sentence = evidence.sentence;
  whole.begin = evidence.begin;
  whole.end = evidence.end;
  whole.confidence = evidence.confidence;
  whole.text = sentence.text;
  return whole;
}

Result<std::optional<Statement>> StatementReader::read(graph::RelationshipId id) {
  DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record, reader_.relationship(id));
  Statement statement;
  statement.predicate = std::string(reader_.type_name(record.type));
  if (is_system_type(statement.predicate)) return std::optional<Statement>();
  statement.id = id;
  DOSSIER_ASSIGN_OR_RETURN(statement.subject, entity(record.start));
  DOSSIER_ASSIGN_OR_RETURN(statement.object, entity(record.end));
  const auto optional_text = [&](std::string_view key) -> std::optional<std::string> {
    std::string text = text_property(record.properties, key);
    if (text.empty()) return std::nullopt;
    return text;
  };
  statement.when = optional_text("when");
  statement.where = optional_text("where");
  statement.stance = optional_text("stance");
  if (auto modality = optional_text("modality")) statement.modality = *std::move(modality);
  if (const graph::Value* negated = property(record.properties, "negated"))
    statement.negated = negated->is_true();
  if (const graph::Value* confidence = property(record.properties, "confidence");
      confidence && confidence->is_number()) {
    statement.confidence = confidence->as_number();
  }
  if (const graph::Value* support = property(record.properties, "support");
      support && support->is_integer()) {
    statement.support = support->as_integer();
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<graph::NodeId> claimant, reader_.claimant(id));
  if (claimant) {
    DOSSIER_ASSIGN_OR_RETURN(statement.claimed_by, entity(*claimant));
  } else if (auto name = optional_text("claimedBy")) {
    statement.claimed_by = Entity{{}, *std::move(name), {}, {}};
  }
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::Evidence> places, reader_.evidence(id));
  for (const graph::Evidence& place : places) {
    DOSSIER_ASSIGN_OR_RETURN(StatementEvidence whole, evidence(place));
    statement.evidence.push_back(std::move(whole));
  }
  return std::optional<Statement>(std::move(statement));
}

Status StatementReader::for_each(const std::function<Status(const Statement&)>& visit) {
  std::vector<graph::RelationshipId> ids;
  graph::RelationshipId from{};
  do {
    ids.clear();
    DOSSIER_RETURN_IF_ERROR(reader_.scan_relationships(from, kBatch, ids));
    for (const graph::RelationshipId id : ids) {
      DOSSIER_ASSIGN_OR_RETURN(const std::optional<Statement> statement, read(id));
      if (statement) DOSSIER_RETURN_IF_ERROR(visit(*statement));
    }
    if (!ids.empty()) from = graph::RelationshipId{raw(ids.back()) + 1};
  } while (ids.size() == kBatch);
  return {};
}

}  // namespace dossier::shell
