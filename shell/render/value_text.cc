#include "shell/render/value_text.h"

#include "query/executor/functions/text.h"

namespace dossier::shell {
namespace {

class Writer {
 public:
  explicit Writer(const graph::Reader& reader) : reader_(reader) {}

  void write(const graph::Value& value) {
    switch (value.type()) {
      case graph::ValueType::kNull:
        text += "null";
        break;
      case graph::ValueType::kString:
        quote(value.as_string());
        break;
      case graph::ValueType::kList:
        list(value.as_list());
        break;
      case graph::ValueType::kMap:
        map(value.as_map());
        break;
      case graph::ValueType::kNode:
        node(value.as_node());
        break;
      case graph::ValueType::kRelationship:
        relationship(value.as_relationship());
        break;
      case graph::ValueType::kPath:
        path(value.as_path());
        break;
      default:
        text += query::display_text(value);
        break;
    }
  }

  std::string text;

 private:
  void quote(const std::string& content) {
    text += '\'';
    for (const char c : content) {
      if (c == '\'' || c == '\\') text += '\\';
      text += c;
    }
    text += '\'';
  }

  void list(const graph::List& items) {
    text += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text += ", ";
      write(items[i]);
    }
    text += ']';
  }

  void map(const graph::Map& entries) {
    text += '{';
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) text += ", ";
      text += entries[i].first + ": ";
      write(entries[i].second);
    }
    text += '}';
  }

  void properties(const graph::Properties& properties) {
    if (properties.empty()) return;
    graph::Map entries;
    for (const auto& [key, value] : properties) entries.emplace_back(reader_.key_name(key), value);
    const graph::Value sorted(std::move(entries));
    text += ' ';
    map(sorted.as_map());
  }

  void node(graph::NodeId id) {
    text += '(';
    if (const Result<graph::NodeRecord> record = reader_.node(id); record.ok()) {
      for (const graph::LabelId label : record->labels) text += ':' + std::string(reader_.label_name(label));
      properties(record->properties);
    }
    text += ')';
  }

  void relationship(graph::RelationshipId id) {
    text += '[';
    if (const Result<graph::RelationshipRecord> record = reader_.relationship(id); record.ok()) {
      text += ':' + std::string(reader_.type_name(record->type));
      properties(record->properties);
    }
    text += ']';
  }

  void path(const graph::Path& path) {
    node(path.nodes[0]);
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
      const Result<graph::RelationshipRecord> record = reader_.relationship(path.relationships[i]);
      const bool backward = record.ok() && record->start != path.nodes[i];
      text += backward ? "<-" : "-";
      relationship(path.relationships[i]);
      text += backward ? "-" : "->";
      node(path.nodes[i + 1]);
    }
  }

  const graph::Reader& reader_;
};

}  // namespace

std::string to_text(const graph::Value& value, const graph::Reader& reader) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.as_string();
  Writer writer(reader);
  writer.write(value);
  return std::move(writer.text);
}

}  // namespace dossier::shell
