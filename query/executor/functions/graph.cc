// What nodes, relationships and paths are made of.
#include <array>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/functions/function.h"

namespace dossier::query {
namespace {

constexpr TypeSet kEntity = kNodeType | kRelationshipType;
constexpr TypeSet kKeyed = kEntity | kMapType;

Status record_failure(const Status& status, const Call& call) {
  if (status.code() != StatusCode::kNotFound) return status;
  return deleted_entity_error(call.span, std::string(call.name) + "() of an entity that has been deleted");
}

Result<graph::RelationshipRecord> relationship_of(const Call& call) {
  auto record = call.context.reader->relationship(call[0].as_relationship());
  if (!record.ok()) return record_failure(record.status(), call);
  return record;
}

Result<Value> id(const Call& call) {
  if (call[0].is_node()) return Value(static_cast<std::int64_t>(graph::raw(call[0].as_node())));
  if (call[0].is_relationship())
    return Value(static_cast<std::int64_t>(graph::raw(call[0].as_relationship())));
  return wrong_value(call, "a node or relationship", call[0]);
}

Result<Value> element_id(const Call& call) {
  DOSSIER_ASSIGN_OR_RETURN(const Value number, id(call));
  return Value(std::to_string(number.as_integer()));
}

Result<Value> labels(const Call& call) {
  if (!call[0].is_node()) return wrong_value(call, "a node", call[0]);
  auto record = call.context.reader->node(call[0].as_node());
  if (!record.ok()) return record_failure(record.status(), call);
  List names;
  for (const graph::LabelId label : record->labels)
    names.emplace_back(call.context.reader->label_name(label));
  return Value(std::move(names));
}

// openCypher lets a deleted relationship keep its type.
Result<Value> type(const Call& call) {
  if (!call[0].is_relationship()) return wrong_value(call, "a relationship", call[0]);
  if (const auto* deleted = call.context.deleted_types; deleted != nullptr) {
    const auto at = deleted->find(graph::raw(call[0].as_relationship()));
    if (at != deleted->end()) return Value(call.context.reader->type_name(at->second));
  }
  DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record, relationship_of(call));
  return Value(call.context.reader->type_name(record.type));
}

Result<Value> start_node(const Call& call) {
  if (!call[0].is_relationship()) return wrong_value(call, "a relationship", call[0]);
  DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record, relationship_of(call));
  return Value(record.start);
}

Result<Value> end_node(const Call& call) {
  if (!call[0].is_relationship()) return wrong_value(call, "a relationship", call[0]);
  DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record, relationship_of(call));
  return Value(record.end);
}

Result<Value> properties(const Call& call) { return properties_of(call[0], call.span, call.context); }

Result<Value> keys(const Call& call) {
  DOSSIER_ASSIGN_OR_RETURN(const Value map, properties_of(call[0], call.span, call.context));
  List names;
  for (const auto& [key, value] : map.as_map()) names.emplace_back(key);
  return Value(std::move(names));
}

Result<Value> length(const Call& call) {
  if (!call[0].is_path()) return wrong_value(call, "a path", call[0]);
  return Value(static_cast<std::int64_t>(call[0].as_path().relationships.size()));
}

Result<Value> nodes(const Call& call) {
  if (!call[0].is_path()) return wrong_value(call, "a path", call[0]);
  const auto& ids = call[0].as_path().nodes;
  return Value(List(ids.begin(), ids.end()));
}

Result<Value> relationships(const Call& call) {
  if (!call[0].is_path()) return wrong_value(call, "a path", call[0]);
  const auto& ids = call[0].as_path().relationships;
  return Value(List(ids.begin(), ids.end()));
}

// One piece of evidence as a map; what the article does not say is null.
Result<Value> evidence_map(const graph::Evidence& evidence, const Call& call) {
  const graph::Reader& reader = *call.context.reader;
  DOSSIER_ASSIGN_OR_RETURN(const graph::Sentence sentence,
                           reader.sentence(evidence.article, evidence.sentence));
  Map map{{"sentence", static_cast<std::int64_t>(evidence.sentence)},
          {"text", sentence.text},
          {"begin", static_cast<std::int64_t>(evidence.begin)},
          {"end", static_cast<std::int64_t>(evidence.end)},
          {"confidence", static_cast<double>(evidence.confidence)}};
  constexpr std::pair<const char*, const char*> kOfArticle[] = {
      {"article", "id"}, {"title", "title"}, {"date", "date"}, {"publisher", "publisher"}, {"url", "url"}};
  for (const auto& [name, key] : kOfArticle) {
    DOSSIER_ASSIGN_OR_RETURN(Value value,
                             property_of(Value(evidence.article), key, nullptr, call.span, call.context));
    map.emplace_back(name, std::move(value));
  }
  return Value(std::move(map));
}

Result<Value> evidence(const Call& call) {
  if (!call[0].is_relationship()) return wrong_value(call, "a relationship", call[0]);
  auto found = call.context.reader->evidence(call[0].as_relationship());
  if (!found.ok()) return record_failure(found.status(), call);
  List list;
  for (const graph::Evidence& piece : *found) {
    DOSSIER_ASSIGN_OR_RETURN(Value map, evidence_map(piece, call));
    list.push_back(std::move(map));
  }
  return Value(std::move(list));
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    function("elementId", element_id, 1, 1, kStringType, kEntity),
    function("endNode", end_node, 1, 1, kNodeType, kRelationshipType),
    function("evidence", evidence, 1, 1, kListType, kRelationshipType),
    function("id", id, 1, 1, kIntegerType, kEntity),
    function("keys", keys, 1, 1, kListType, kKeyed),
    function("labels", labels, 1, 1, kListType, kNodeType),
    function("length", length, 1, 1, kIntegerType, kPathType),
    function("nodes", nodes, 1, 1, kListType, kPathType),
    function("properties", properties, 1, 1, kMapType, kKeyed),
    function("relationships", relationships, 1, 1, kListType, kPathType),
    function("rels", relationships, 1, 1, kListType, kPathType),
    function("startNode", start_node, 1, 1, kNodeType, kRelationshipType),
    function("type", type, 1, 1, kStringType, kRelationshipType),
});

}  // namespace

std::span<const FunctionSignature> graph_functions() { return kTable; }

}  // namespace dossier::query
