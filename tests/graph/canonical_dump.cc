#include "tests/graph/canonical_dump.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "graph/value_codec.h"

namespace dossier::graph::test {
namespace {

std::string text_of(const Value& value) {
  switch (value.type()) {
    case ValueType::kNull:
      return "null";
    case ValueType::kBoolean:
      return value.as_boolean() ? "true" : "false";
    case ValueType::kInteger:
      return std::to_string(value.as_integer());
    case ValueType::kFloat:
      return std::to_string(value.as_float());
    case ValueType::kString:
      return "'" + value.as_string() + "'";
    case ValueType::kList: {
      std::string text = "[";
      for (const Value& element : value.as_list()) text += text_of(element) + ",";
      return text + "]";
    }
    default: {
      std::string bytes;
      REQUIRE(append_value(bytes, value).ok());
      return bytes;
    }
  }
}

std::string text_of(const Reader& reader, const Properties& properties) {
  std::map<std::string, std::string> sorted;
  for (const auto& [key, value] : properties) sorted[std::string(reader.key_name(key))] = text_of(value);
  std::string text = "{";
  for (const auto& [key, value] : sorted) text += key + ": " + value + ", ";
  return text + "}";
}

std::string node_text(const Reader& reader, NodeId id) {
  const NodeRecord node = *reader.node(id);
  std::vector<std::string> labels;
  for (const LabelId label : node.labels) labels.emplace_back(reader.label_name(label));
  std::sort(labels.begin(), labels.end());
  std::string text;
  for (const std::string& label : labels) text += ":" + label;
  return "(" + text + " " + text_of(reader, node.properties) + ")";
}

std::string evidence_text(const Reader& reader, RelationshipId id) {
  std::vector<std::string> lines;
  for (const Evidence& piece : *reader.evidence(id)) {
    const Value article = *reader.node_property(piece.article, *reader.find_key("id"));
    lines.push_back(text_of(article) + "/" + std::to_string(piece.sentence) + "/" +
                    std::to_string(piece.begin) + "-" + std::to_string(piece.end) + "/" +
                    std::to_string(piece.confidence) + "/" + piece.extractor + "/" +
                    reader.sentence(piece.article, piece.sentence)->text);
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += "\n    " + line;
  return text;
}

std::string relationship_text(const Reader& reader, RelationshipId id) {
  const RelationshipRecord record = *reader.relationship(id);
  std::string text = node_text(reader, record.start) + " -[:" + std::string(reader.type_name(record.type)) +
                     " " + text_of(reader, record.properties) + "]-> " + node_text(reader, record.end);
  if (const auto claimant = *reader.claimant(id))
    text += "\n    on the word of " + node_text(reader, *claimant);
  return text + evidence_text(reader, id);
}

std::vector<std::string> counters(const Reader& reader) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& name, std::uint64_t count) {
    if (count != 0) lines.push_back("count " + name + " " + std::to_string(count));
  };
  add("nodes", reader.node_count());
  add("relationships", reader.relationship_count());
  for (const std::string& label : reader.labels()) add(label, reader.node_count(*reader.find_label(label)));
  for (const std::string& name : reader.types()) {
    const TypeId type = *reader.find_type(name);
    add(name, reader.relationship_count(type));
    add(name + " starts", reader.distinct_nodes(type, Direction::kOutgoing));
    add(name + " ends", reader.distinct_nodes(type, Direction::kIncoming));
  }
  return lines;
}

}  // namespace

std::string canonical_dump(const Reader& reader) {
  std::vector<std::string> lines = counters(reader);
  std::vector<NodeId> nodes;
  REQUIRE(reader.scan_nodes(NodeId{0}, SIZE_MAX, nodes).ok());
  for (const NodeId node : nodes) {
    lines.push_back(node_text(reader, node));
    const auto name_key = reader.find_key("name");
    const Value name = name_key ? *reader.node_property(node, *name_key) : Value();
    if (name.is_string()) {
      lines.push_back("found by name " + name.as_string() + " " +
                      std::to_string(reader.find_by_name(name.as_string())->size()));
    }
  }
  std::vector<RelationshipId> relationships;
  REQUIRE(reader.scan_relationships(RelationshipId{0}, SIZE_MAX, relationships).ok());
  for (const RelationshipId id : relationships) lines.push_back(relationship_text(reader, id));
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace dossier::graph::test
