// CSV, Cypher and FollowTheMoney: a line a record.
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "dossier/status_macros.h"
#include "query/executor/functions/text.h"
#include "shell/commands/export.h"
#include "shell/render/csv_cell.h"

namespace dossier::shell {
namespace {

Status stream_status(const std::ostream& out) {
  return out ? Status() : io_error("standard output: writing failed");
}

std::string cypher_name(std::string_view name) {
  std::string quoted = "`";
  for (const char c : name) quoted += c == '`' ? std::string("``") : std::string(1, c);
  return quoted + '`';
}

// The value as a query writes it: temporal values by their constructors.
void append_literal(const graph::Value& value, std::string& text) {
  if (value.is_list()) {
    text += '[';
    for (std::size_t i = 0; i < value.as_list().size(); ++i) {
      if (i > 0) text += ", ";
      append_literal(value.as_list()[i], text);
    }
    text += ']';
    return;
  }
  static constexpr std::pair<graph::ValueType, std::string_view> kConstructors[] = {
      {graph::ValueType::kDate, "date"},         {graph::ValueType::kLocalTime, "localtime"},
      {graph::ValueType::kTime, "time"},         {graph::ValueType::kLocalDateTime, "localdatetime"},
      {graph::ValueType::kDateTime, "datetime"}, {graph::ValueType::kDuration, "duration"}};
  std::string bare = query::display_text(value);
  for (const auto& [type, constructor] : kConstructors) {
    if (value.type() == type) bare = std::string(constructor) + "('" + bare + "')";
  }
  if (!value.is_string()) {
    text += bare;
    return;
  }
  text += '\'';
  for (const char c : value.as_string()) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  text += '\'';
}

// FollowTheMoney's schemata (followthemoney/schema/*.yaml) for our types; nothing where it has none.
std::string_view ftm_schema(std::string_view type) {
  if (type == "Person") return "Person";
  if (type == "Organization" || type == "Group") return "Organization";
  if (type == "Event") return "Event";
  return {};
}

using Json = nlohmann::ordered_json;

std::string line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

Status export_csv(const graph::Reader& reader, std::ostream& out) {
  out << "id,subject,subjectType,predicate,object,objectType,when,where,negated,modality,claimedBy,stance,"
         "confidence,"
         "support,article,sentence\n";
  return StatementReader(reader).for_each([&](const Statement& statement) {
    const StatementEvidence none;
    const StatementEvidence& first = statement.evidence.empty() ? none : statement.evidence.front();
    const std::string cells[] = {std::to_string(raw(statement.id)),
                                 statement.subject.name,
                                 statement.subject.type,
                                 statement.predicate,
                                 statement.object.name,
                                 statement.object.type,
                                 statement.when.value_or(""),
                                 statement.where.value_or(""),
                                 statement.negated ? "true" : "false",
                                 statement.modality,
                                 statement.claimed_by ? statement.claimed_by->name : "",
                                 statement.stance.value_or(""),
                                 statement.confidence ? std::to_string(*statement.confidence) : "",
                                 std::to_string(statement.support),
                                 first.article,
                                 first.text};
    for (std::size_t i = 0; i < std::size(cells); ++i) out << (i ? "," : "") << csv_cell(cells[i]);
    out << '\n';
    return stream_status(out);
  });
}

// The property graph as it is, people's own nodes too; `_id` ties the parts together and goes at the end.
Status export_cypher(const graph::Reader& reader, std::ostream& out) {
  const auto properties = [&](const graph::Properties& record, const std::string& first) {
    std::string text = "{" + first;
    for (const auto& [key, value] : record) {
      if (text.size() > 1) text += ", ";
      text += cypher_name(reader.key_name(key)) + ": ";
      append_literal(value, text);
    }
    return text + "}";
  };
  out << "CREATE (:`_Import`);\n";
  std::vector<graph::NodeId> nodes;
  for (graph::NodeId from{}; nodes.clear(), true;) {
    DOSSIER_RETURN_IF_ERROR(reader.scan_nodes(from, 1024, nodes));
    for (const graph::NodeId id : nodes) {
      DOSSIER_ASSIGN_OR_RETURN(const graph::NodeRecord node, reader.node(id));
      out << "CREATE (:`_Import`";
      for (const graph::LabelId label : node.labels) out << ":" << cypher_name(reader.label_name(label));
      out << " " << properties(node.properties, "`_id`: " + std::to_string(raw(id))) << ");\n";
    }
    if (nodes.size() < 1024) break;
    from = graph::NodeId{raw(nodes.back()) + 1};
  }
  std::vector<graph::RelationshipId> relationships;
  for (graph::RelationshipId from{}; relationships.clear(), true;) {
    DOSSIER_RETURN_IF_ERROR(reader.scan_relationships(from, 1024, relationships));
    for (const graph::RelationshipId id : relationships) {
      DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record, reader.relationship(id));
      out << "MATCH (a:`_Import` {`_id`: " << raw(record.start)
          << "}), (b:`_Import` {`_id`: " << raw(record.end)
          << "}) CREATE (a)-[:" << cypher_name(reader.type_name(record.type)) << " "
          << properties(record.properties, "") << "]->(b);\n";
    }
    if (relationships.size() < 1024) break;
    from = graph::RelationshipId{raw(relationships.back()) + 1};
  }
  out << "MATCH (n:`_Import`) REMOVE n:`_Import`, n.`_id`;\n";
  return stream_status(out);
}

Status export_ftm(const graph::Reader& reader, std::ostream& out) {
  const auto id_of = [](const Entity& entity) { return "dossier-" + std::to_string(raw(entity.id)); };
  DOSSIER_RETURN_IF_ERROR(for_each_entity(reader, [&](const Entity& entity) {
    const std::string_view schema = ftm_schema(entity.type);
    if (schema.empty()) return Status();
    Json properties = {{"name", {entity.name}}};
    if (!entity.aliases.empty()) properties["alias"] = entity.aliases;
    out << line({{"id", id_of(entity)}, {"schema", schema}, {"properties", properties}});
    return stream_status(out);
  }));
  return StatementReader(reader).for_each([&](const Statement& statement) {
    if (ftm_schema(statement.subject.type).empty() || ftm_schema(statement.object.type).empty())
      return Status();
    const std::string extra = qualifiers(statement);
    Json properties = {{"subject", {id_of(statement.subject)}},
                       {"object", {id_of(statement.object)}},
                       {"role", {statement.predicate + (extra.empty() ? "" : " (" + extra + ")")}}};
    if (statement.when) properties["date"] = {statement.when->substr(0, statement.when->find('/'))};
    for (const StatementEvidence& evidence : statement.evidence) {
      if (!evidence.url.empty()) properties["sourceUrl"].push_back(evidence.url);
      properties["summary"].push_back(evidence.text);
    }
    out << line({{"id", "dossier-s" + std::to_string(raw(statement.id))},
                 {"schema", "UnknownLink"},
                 {"properties", properties}});
    return stream_status(out);
  });
}

}  // namespace dossier::shell
