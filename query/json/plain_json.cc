#include "query/json/plain_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/functions/text.h"
#include "query/json/json_text.h"
#include "query/json/records.h"

namespace dossier::query {

using graph::List;
using graph::Map;
using graph::Value;
using graph::ValueType;

namespace {

constexpr int kMaxDepth = 500;

// "[a,b]": the items by `append`, which may fail.
template <typename Items, typename Append>
Status append_joined(char open, const Items& items, char close, std::string& out, Append append) {
  out += open;
  bool first = true;
  for (const auto& item : items) {
    if (!std::exchange(first, false)) out += ',';
    DOSSIER_RETURN_IF_ERROR(append(item));
  }
  out += close;
  return {};
}

Status append_properties(const graph::Properties& properties, const graph::Reader& reader, std::string& out) {
  out += ",\"properties\":";
  return append_joined('{', properties, '}', out, [&](const auto& entry) {
    append_json_string(reader.key_name(entry.first), out);
    out += ':';
    return append_plain_json(entry.second, reader, out);
  });
}

Status append_node(graph::NodeId id, const graph::Reader& reader, std::string& out) {
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeRecord node, node_or_empty(id, reader));
  out += "{\"id\":" + std::to_string(graph::raw(id)) + ",\"labels\":";
  DOSSIER_RETURN_IF_ERROR(append_joined('[', node.labels, ']', out, [&](graph::LabelId label) {
    append_json_string(reader.label_name(label), out);
    return Status();
  }));
  DOSSIER_RETURN_IF_ERROR(append_properties(node.properties, reader, out));
  out += '}';
  return {};
}

Status append_relationship(graph::RelationshipId id, const graph::Reader& reader, std::string& out) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<graph::RelationshipRecord> record,
                           find_relationship(id, reader));
  out += "{\"id\":" + std::to_string(graph::raw(id));
  if (record) {
    out += ",\"type\":";
    append_json_string(reader.type_name(record->type), out);
    out += ",\"start\":" + std::to_string(graph::raw(record->start));
    out += ",\"end\":" + std::to_string(graph::raw(record->end));
    DOSSIER_RETURN_IF_ERROR(append_properties(record->properties, reader, out));
  }
  out += '}';
  return {};
}

Status append_path(const graph::Path& path, const graph::Reader& reader, std::string& out) {
  out += "{\"nodes\":";
  DOSSIER_RETURN_IF_ERROR(append_joined('[', path.nodes, ']', out,
                                        [&](graph::NodeId id) { return append_node(id, reader, out); }));
  out += ",\"relationships\":";
  DOSSIER_RETURN_IF_ERROR(append_joined('[', path.relationships, ']', out, [&](graph::RelationshipId id) {
    return append_relationship(id, reader, out);
  }));
  out += '}';
  return {};
}

void append_float(double number, std::string& out) {
  if (std::isfinite(number))
    out += float_text(number);
  else
    append_json_string(float_text(number), out);
}

Status bad(std::string_view what) { return invalid_argument("JSON: " + std::string(what)); }

Result<Value> read(const nlohmann::json& node, int depth) {
  if (depth > kMaxDepth) return bad("nested too deeply");
  if (node.is_boolean()) return Value(node.get<bool>());
  if (node.is_number_integer()) return Value(node.get<std::int64_t>());
  if (node.is_number()) return Value(node.get<double>());
  if (node.is_string()) return Value(node.get<std::string>());
  if (node.is_array()) {
    List list;
    for (const auto& item : node) {
      DOSSIER_ASSIGN_OR_RETURN(Value value, read(item, depth + 1));
      list.push_back(std::move(value));
    }
    return Value(std::move(list));
  }
  if (!node.is_object()) return Value();
  Map map;
  for (const auto& [key, item] : node.items()) {
    DOSSIER_ASSIGN_OR_RETURN(Value value, read(item, depth + 1));
    map.emplace_back(key, std::move(value));
  }
  return Value(std::move(map));
}

}  // namespace

Status append_plain_json(const Value& value, const graph::Reader& reader, std::string& out) {
  switch (value.type()) {
    case ValueType::kNull:
    case ValueType::kBoolean:
    case ValueType::kInteger:
      out += display_text(value);
      return {};
    case ValueType::kFloat:
      append_float(value.as_float(), out);
      return {};
    case ValueType::kList:
      return append_joined('[', value.as_list(), ']', out,
                           [&](const Value& item) { return append_plain_json(item, reader, out); });
    case ValueType::kMap:
      return append_joined('{', value.as_map(), '}', out, [&](const auto& entry) {
        append_json_string(entry.first, out);
        out += ':';
        return append_plain_json(entry.second, reader, out);
      });
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

Result<Value> parse_plain_json(std::string_view text) {
  const auto depth_guard = [depth = 0](int, nlohmann::json::parse_event_t event, nlohmann::json&) mutable {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) ++depth;
    if (event == Event::object_end || event == Event::array_end) --depth;
    return depth <= kMaxDepth;
  };
  const nlohmann::json tree = nlohmann::json::parse(text, depth_guard, false);
  if (tree.is_discarded()) return bad("this is no JSON, or it is nested too deeply");
  DOSSIER_RETURN_IF_ERROR(check_integers(text));
  return read(tree, 0);
}

}  // namespace dossier::query
