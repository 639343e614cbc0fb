// Written straight into text; read through nlohmann/json with a limit on depth, since its trees are destroyed
// recursively and a value's text comes from outside.
#include "query/json/typed_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/functions/text.h"
#include "query/executor/temporal/parse.h"
#include "query/json/json_text.h"
#include "query/json/records.h"

namespace dossier::query {

using graph::List;
using graph::Map;
using graph::Value;
using graph::ValueType;
using nlohmann::json;

namespace {

constexpr int kMaxDepth = 200;

// --- writing

std::string_view json_type(const Value& value) {
  switch (value.type()) {
    case ValueType::kDateTime:
      return value.as_date_time().zone.empty() ? "OffsetDateTime" : "ZonedDateTime";
    default:
      return graph::type_name(value.type());
  }
}

template <typename Id>
void append_id(std::string_view key, Id id, std::string& out) {
  out.append("\"").append(key).append("\":\"").append(std::to_string(graph::raw(id))).append("\"");
}

Status append_properties(const graph::Properties& properties, const graph::Reader& reader, std::string& out) {
  out += "\"_properties\":{";
  bool first = true;
  for (const auto& [key, value] : properties) {
    if (!std::exchange(first, false)) out += ',';
    append_json_string(reader.key_name(key), out);
    out += ':';
    DOSSIER_RETURN_IF_ERROR(append_typed_json(value, reader, out));
  }
  out += '}';
  return {};
}

Status append_node(graph::NodeId id, const graph::Reader& reader, std::string& out) {
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeRecord node, node_or_empty(id, reader));
  out += '{';
  append_id("_element_id", id, out);
  out += ",\"_labels\":[";
  for (std::size_t i = 0; i < node.labels.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(reader.label_name(node.labels[i]), out);
  }
  out += "],";
  DOSSIER_RETURN_IF_ERROR(append_properties(node.properties, reader, out));
  out += '}';
  return {};
}

Status append_relationship(graph::RelationshipId id, const graph::Reader& reader, std::string& out) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<graph::RelationshipRecord> record,
                           find_relationship(id, reader));
  out += '{';
  append_id("_element_id", id, out);
  if (!record) {
    out += R"(,"_start_node_element_id":"","_end_node_element_id":"","_type":"","_properties":{}})";
    return {};
  }
  out += ',';
  append_id("_start_node_element_id", record->start, out);
  out += ',';
  append_id("_end_node_element_id", record->end, out);
  out += ",\"_type\":";
  append_json_string(reader.type_name(record->type), out);
  out += ',';
  DOSSIER_RETURN_IF_ERROR(append_properties(record->properties, reader, out));
  out += '}';
  return {};
}

Status append_path(const graph::Path& path, const graph::Reader& reader, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (i > 0) {
      out += ',';
      DOSSIER_RETURN_IF_ERROR(append_typed_json(Value(path.relationships[i - 1]), reader, out));
      out += ',';
    }
    DOSSIER_RETURN_IF_ERROR(append_typed_json(Value(path.nodes[i]), reader, out));
  }
  out += ']';
  return {};
}

Status append_list(const List& list, const graph::Reader& reader, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    DOSSIER_RETURN_IF_ERROR(append_typed_json(list[i], reader, out));
  }
  out += ']';
  return {};
}

Status append_map(const Map& map, const graph::Reader& reader, std::string& out) {
  out += '{';
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(map[i].first, out);
    out += ':';
    DOSSIER_RETURN_IF_ERROR(append_typed_json(map[i].second, reader, out));
  }
  out += '}';
  return {};
}

// The "_value" alone.
Status append_content(const Value& value, const graph::Reader& reader, std::string& out) {
  switch (value.type()) {
    case ValueType::kNull:
      out += "null";
      return {};
    case ValueType::kBoolean:
      out += value.as_boolean() ? "true" : "false";
      return {};
    case ValueType::kList:
      return append_list(value.as_list(), reader, out);
    case ValueType::kMap:
      return append_map(value.as_map(), reader, out);
    case ValueType::kNode:
      return append_node(value.as_node(), reader, out);
    case ValueType::kRelationship:
      return append_relationship(value.as_relationship(), reader, out);
    case ValueType::kPath:
      return append_path(value.as_path(), reader, out);
    default:
      append_json_string(display_text(value), out);
      return {};
  }
}

// --- reading

Status bad(std::string_view what) { return invalid_argument("typed JSON: " + std::string(what)); }

Result<Value> read(const json& node, int depth);

Result<Value> read_list(const json& items, int depth) {
  if (!items.is_array()) return bad("a List is an array");
  List list;
  for (const json& item : items) {
    DOSSIER_ASSIGN_OR_RETURN(Value value, read(item, depth + 1));
    list.push_back(std::move(value));
  }
  return Value(std::move(list));
}

Result<Value> read_map(const json& entries, int depth) {
  if (!entries.is_object()) return bad("a Map is an object");
  Map map;
  for (const auto& [key, item] : entries.items()) {
    DOSSIER_ASSIGN_OR_RETURN(Value value, read(item, depth + 1));
    map.emplace_back(key, std::move(value));
  }
  return Value(std::move(map));
}

std::optional<ValueType> instant_type(const std::string& type) {
  static constexpr std::pair<std::string_view, ValueType> kTypes[] = {
      {"Date", ValueType::kDate},
      {"LocalTime", ValueType::kLocalTime},
      {"Time", ValueType::kTime},
      {"LocalDateTime", ValueType::kLocalDateTime},
      {"OffsetDateTime", ValueType::kDateTime},
      {"ZonedDateTime", ValueType::kDateTime}};
  const auto at =
      std::find_if(std::begin(kTypes), std::end(kTypes), [&](const auto& row) { return row.first == type; });
  return at == std::end(kTypes) ? std::nullopt : std::optional(at->second);
}

// What stands as a string.
Result<Value> read_text(const std::string& type, const std::string& text) {
  if (type == "String") return Value(text);
  if (type == "Integer") {
    const auto number = read_integer(text);
    return number ? Result<Value>(Value(*number)) : bad("'" + text + "' is no Integer");
  }
  if (type == "Float") {
    const auto number = read_float(text);
    return number ? Result<Value>(Value(*number)) : bad("'" + text + "' is no Float");
  }
  if (type == "Duration") {
    DOSSIER_ASSIGN_OR_RETURN(const graph::Duration duration, temporal::parse_duration(text));
    return Value(duration);
  }
  if (const auto instant = instant_type(type)) return temporal::parse_instant(*instant, text);
  return bad("unknown $type '" + type + "'");
}

Result<Value> read(const json& node, int depth) {
  if (depth > kMaxDepth) return bad("nested too deeply");
  if (!node.is_object() || !node.contains("$type") || !node.contains("_value") ||
      !node["$type"].is_string()) {
    return bad("a value is {\"$type\": ..., \"_value\": ...}");
  }
  const std::string type = node["$type"];
  const json& content = node["_value"];
  if (type == "Null") return Value();
  if (type == "List") return read_list(content, depth);
  if (type == "Map") return read_map(content, depth);
  if (type == "Boolean")
    return content.is_boolean() ? Result<Value>(Value(content.get<bool>()))
                                : bad("a Boolean is true or false");
  if (content.is_string()) return read_text(type, content);
  return bad("a " + type + " cannot be read");
}

// A text whose brackets are nested beyond reason is refused before a tree is made of it.
bool too_deep(std::string_view text) {
  int depth = 0, deepest = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\')
      ++i;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '[' || c == '{'))
      deepest = std::max(deepest, ++depth);
    else if (!quoted && (c == ']' || c == '}'))
      --depth;
  }
  return deepest > 2 * kMaxDepth + 4;
}

Result<json> parse(std::string_view text) {
  if (too_deep(text)) return bad("nested too deeply");
  json tree = json::parse(text, nullptr, false);
  if (tree.is_discarded()) return bad("this is no JSON");
  return tree;
}

}  // namespace

Status append_typed_json(const Value& value, const graph::Reader& reader, std::string& out) {
  out.append(R"({"$type":")").append(json_type(value)).append(R"(","_value":)");
  DOSSIER_RETURN_IF_ERROR(append_content(value, reader, out));
  out += '}';
  return {};
}

Result<Value> parse_typed_json(std::string_view text) {
  DOSSIER_ASSIGN_OR_RETURN(const json tree, parse(text));
  return read(tree, 0);
}

Result<Parameters> parse_parameters(std::string_view text) {
  if (text.empty()) return Parameters{};
  DOSSIER_ASSIGN_OR_RETURN(const json tree, parse(text));
  DOSSIER_RETURN_IF_ERROR(check_integers(text));
  if (!tree.is_object()) return bad("parameters are an object from names to values");
  Parameters parameters;
  for (const auto& [name, node] : tree.items()) {
    DOSSIER_ASSIGN_OR_RETURN(Value value, read(node, 0));
    parameters.emplace_back(name, std::move(value));
  }
  return parameters;
}

Result<TypedTable> parse_typed_table(std::string_view text) {
  DOSSIER_ASSIGN_OR_RETURN(const json tree, parse(text));
  if (!tree.is_object() || !tree.contains("fields") || !tree.contains("values") ||
      !tree["fields"].is_array() || !tree["values"].is_array()) {
    return bad("a table has \"fields\" and \"values\"");
  }
  TypedTable table;
  for (const json& field : tree["fields"]) {
    if (!field.is_string()) return bad("a field is a string");
    table.fields.push_back(field);
  }
  for (const json& values : tree["values"]) {
    if (!values.is_array() || values.size() != table.fields.size())
      return bad("a row has a value for every field");
    Row row;
    for (const json& node : values) {
      DOSSIER_ASSIGN_OR_RETURN(Value value, read(node, 0));
      row.push_back(std::move(value));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace dossier::query
