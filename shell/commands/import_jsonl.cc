#include "shell/commands/import_jsonl.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "dossier/status_macros.h"

namespace dossier::shell {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// The statements of one article, as they will be put.
struct Draft {
  graph::ArticleRecord record;
  std::map<std::string, std::uint32_t> entities;  // id in the file -> index in the record
};

class Importer {
 public:
  Importer(graph::Transaction& transaction, std::string name)
      : transaction_(transaction), name_(std::move(name)) {}

  Status take(const std::string& line, std::size_t number) {
    const std::string place = name_ + ":" + std::to_string(number);
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object())
      return invalid_argument(place + ": expected a JSON object a line");
    for (const char* end : {"subject", "object"}) {
      if (!json.contains(end) || text_at(json[end], "name").empty()) {
        return invalid_argument(place + ": \"" + end + "\" with a \"name\" is missing");
      }
    }
    if (text_at(json, "predicate").empty()) return invalid_argument(place + ": \"predicate\" is missing");
    ++count_;
    if (!json.contains("evidence") || json["evidence"].empty()) {
      own_.push_back(json);
      return {};
    }
    std::map<std::string, std::vector<const Json*>> by_article;
    for (const Json& evidence : json["evidence"])
      by_article[text_at(evidence, "article")].push_back(&evidence);
    for (const auto& [article, places] : by_article) {
      if (article.empty()) return invalid_argument(place + ": evidence without an \"article\"");
      add(json, article, places);
    }
    return {};
  }

  Status finish() {
    for (auto& [id, draft] : drafts_) DOSSIER_RETURN_IF_ERROR(put(draft));
    for (const Json& json : own_) DOSSIER_RETURN_IF_ERROR(create(json));
    return {};
  }

  std::size_t count() const { return count_; }

 private:
  static std::string key_of(const Json& entity) {
    std::string id = text_at(entity, "id");
    return id.empty() ? text_at(entity, "type") + '\n' + text_at(entity, "name") : id;
  }

  std::uint32_t entity_index(Draft& draft, const Json& entity) {
    const auto [at, is_new] =
        draft.entities.emplace(key_of(entity), static_cast<std::uint32_t>(draft.record.entities.size()));
    if (is_new) {
      graph::EntityRecord record;
      record.name = text_at(entity, "name");
      record.type = text_at(entity, "type");
      for (const Json& alias : entity.value("aliases", Json::array())) {
        if (alias.is_string()) record.aliases.push_back(alias);
      }
      draft.record.entities.push_back(std::move(record));
    }
    ++draft.record.entities[at->second].mentions;
    return at->second;
  }

  void add(const Json& json, const std::string& article, const std::vector<const Json*>& places) {
    Draft& draft = drafts_[article];
    graph::ArticleRecord& record = draft.record;
    record.id = article;
    record.title = text_at(*places.front(), "title");
    record.date = text_at(*places.front(), "date");
    record.publisher = text_at(*places.front(), "publisher");
    record.url = text_at(*places.front(), "url");
    record.content_hash = "imported";  // reading the article itself replaces it
    record.extractor = "import";

    graph::StatementRecord statement;
    statement.subject = entity_index(draft, json["subject"]);
    statement.object = entity_index(draft, json["object"]);
    statement.predicate = text_at(json, "predicate");
    statement.when = text_at(json, "when");
    statement.where = text_at(json, "where");
    statement.stance = text_at(json, "stance");
    if (const std::string modality = text_at(json, "modality"); !modality.empty())
      statement.modality = modality;
    statement.negated = json.value("negated", false);
    if (json.contains("claimed_by") && json["claimed_by"].is_object()) {
      statement.claimed_by = entity_index(draft, json["claimed_by"]);
    }
    for (const Json* place : places) {
      graph::StatementEvidence evidence;
      evidence.sentence = place->value("sentence", 0U);
      evidence.begin = place->value("begin", std::uint64_t{0});
      evidence.end = place->value("end", std::uint64_t{0});
      evidence.confidence = place->value("confidence", 0.0F);
      if (record.sentences.size() <= evidence.sentence) record.sentences.resize(evidence.sentence + 1);
      record.sentences[evidence.sentence] = {evidence.begin, evidence.end, text_at(*place, "text")};
      statement.evidence.push_back(evidence);
    }
    record.statements.push_back(std::move(statement));
  }

  Status put(Draft& draft) {
    for (const auto& [key, index] : draft.entities) {
      if (const auto known = nodes_.find(key); known != nodes_.end())
        draft.record.entities[index].node = known->second;
    }
    DOSSIER_ASSIGN_OR_RETURN([[maybe_unused]] const graph::ArticleId id,
                             transaction_.put_article(draft.record));
    // New entities got ascending ids in their order; of equal names the first free one is the first entity's.
    std::vector<std::pair<std::uint32_t, std::string>> order;
    for (const auto& [key, index] : draft.entities) order.emplace_back(index, key);
    std::sort(order.begin(), order.end());
    for (const auto& [index, key] : order)
      DOSSIER_RETURN_IF_ERROR(remember(draft.record.entities[index], key));
    return {};
  }

  Status remember(const graph::EntityRecord& entity, const std::string& key) {
    if (nodes_.contains(key)) return {};
    DOSSIER_ASSIGN_OR_RETURN(std::vector<graph::NodeId> found, transaction_.find_by_exact_name(entity.name));
    const graph::LabelId type = transaction_.label(entity.type.empty() ? "Concept" : entity.type);
    std::sort(found.begin(), found.end());
    for (const graph::NodeId node : found) {
      DOSSIER_ASSIGN_OR_RETURN(const bool fits, transaction_.has_label(node, type));
      if (!fits || taken_.contains(node)) continue;
      taken_.insert(node);
      nodes_.emplace(key, node);
      return {};
    }
    return {};
  }

  Result<graph::NodeId> own_node(const Json& entity) {
    const std::string key = key_of(entity);
    if (const auto known = nodes_.find(key); known != nodes_.end()) return known->second;
    std::vector<graph::LabelId> labels{transaction_.label("Entity")};
    if (const std::string type = text_at(entity, "type"); !type.empty())
      labels.push_back(transaction_.label(type));
    DOSSIER_ASSIGN_OR_RETURN(
        const graph::NodeId node,
        transaction_.create_node(labels, {{transaction_.key("name"), text_at(entity, "name")}}));
    nodes_.emplace(key, node);
    return node;
  }

  Status create(const Json& json) {
    DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId subject, own_node(json["subject"]));
    DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId object, own_node(json["object"]));
    graph::Properties properties;
    for (const char* key : {"when", "where", "stance", "modality"}) {
      if (std::string text = text_at(json, key); !text.empty())
        properties.emplace_back(transaction_.key(key), std::move(text));
    }
    if (json.value("negated", false)) properties.emplace_back(transaction_.key("negated"), true);
    std::sort(properties.begin(), properties.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return transaction_
        .create_relationship(subject, transaction_.type(text_at(json, "predicate")), object, properties)
        .status();
  }

  graph::Transaction& transaction_;
  std::string name_;
  std::size_t count_ = 0;
  std::map<std::string, Draft> drafts_;  // by article
  std::vector<Json> own_;
  std::map<std::string, graph::NodeId> nodes_;
  std::set<graph::NodeId> taken_;
};

}  // namespace

Result<std::size_t> import_jsonl(graph::Store& store, std::istream& in, const std::string& name) {
  DOSSIER_ASSIGN_OR_RETURN(const std::unique_ptr<graph::Transaction> transaction, store.begin());
  Importer importer(*transaction, name);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    DOSSIER_RETURN_IF_ERROR(importer.take(line, number));
  }
  DOSSIER_RETURN_IF_ERROR(importer.finish());
  DOSSIER_RETURN_IF_ERROR(transaction->commit());
  return importer.count();
}

}  // namespace dossier::shell
