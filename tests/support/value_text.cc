#include "tests/support/value_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dossier::testing {
namespace {

using graph::Value;

std::string float_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Inf" : "-Inf";
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  std::string text(buffer, end);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string properties_text(const graph::Properties& properties, const graph::Reader& reader) {
  std::vector<std::string> entries;
  for (const auto& [key, value] : properties) {
    entries.push_back(std::string(reader.key_name(key)) + ": " + value_text(value, reader));
  }
  std::sort(entries.begin(), entries.end());
  std::string text;
  for (const std::string& entry : entries) text += (text.empty() ? "{" : ", ") + entry;
  return text.empty() ? "" : text + "}";
}

std::string joined(std::string left, const std::string& right) {
  return left.empty() || right.empty() ? left + right : left + " " + right;
}

std::string node_text(graph::NodeId id, const graph::Reader& reader) {
  const auto record = reader.node(id);
  if (!record.ok()) return "(deleted)";
  std::vector<std::string> labels;
  for (const graph::LabelId label : record->labels) labels.emplace_back(reader.label_name(label));
  std::sort(labels.begin(), labels.end());
  std::string text;
  for (const std::string& label : labels) text += ":" + label;
  return "(" + joined(text, properties_text(record->properties, reader)) + ")";
}

std::string relationship_text(graph::RelationshipId id, const graph::Reader& reader) {
  const auto record = reader.relationship(id);
  if (!record.ok()) return "[deleted]";
  const std::string type = ":" + std::string(reader.type_name(record->type));
  return "[" + joined(type, properties_text(record->properties, reader)) + "]";
}

std::string path_text(const graph::Path& path, const graph::Reader& reader) {
  std::string text = "<" + node_text(path.nodes[0], reader);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const auto record = reader.relationship(path.relationships[i]);
    const bool forward = record.ok() && record->start == path.nodes[i];
    text += forward ? "-" : "<-";
    text += relationship_text(path.relationships[i], reader);
    text += forward ? "->" : "-";
    text += node_text(path.nodes[i + 1], reader);
  }
  return text + ">";
}

std::string list_text(const graph::List& list, const graph::Reader& reader) {
  std::string text;
  for (const Value& item : list) text += (text.empty() ? "" : ", ") + value_text(item, reader);
  return "[" + text + "]";
}

std::string map_text(const graph::Map& map, const graph::Reader& reader) {
  std::string text;
  for (const auto& [key, value] : map)
    text += (text.empty() ? "" : ", ") + key + ": " + value_text(value, reader);
  return "{" + text + "}";
}

std::string string_text(const std::string& value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    if (c == '\n')
      text += "\\n";
    else
      text += c;
  }
  return text + "'";
}

}  // namespace

std::string value_text(const Value& value, const graph::Reader& reader) {
  switch (value.type()) {
    case graph::ValueType::kNull:
      return "null";
    case graph::ValueType::kBoolean:
      return value.as_boolean() ? "true" : "false";
    case graph::ValueType::kInteger:
      return std::to_string(value.as_integer());
    case graph::ValueType::kFloat:
      return float_text(value.as_float());
    case graph::ValueType::kString:
      return string_text(value.as_string());
    case graph::ValueType::kList:
      return list_text(value.as_list(), reader);
    case graph::ValueType::kMap:
      return map_text(value.as_map(), reader);
    case graph::ValueType::kNode:
      return node_text(value.as_node(), reader);
    case graph::ValueType::kRelationship:
      return relationship_text(value.as_relationship(), reader);
    case graph::ValueType::kPath:
      return path_text(value.as_path(), reader);
    default:
      return "<" + std::string(graph::type_name(value.type())) + ">";
  }
}

}  // namespace dossier::testing
