// GraphML and GEXF: nodes, then edges, with typed attributes; and DOT, which has no types.
#include <ostream>
#include <set>

#include "shell/commands/export.h"

namespace dossier::shell {
namespace {

std::string id_of(const Entity& entity) { return "n" + std::to_string(raw(entity.id)); }
std::string id_of(const Statement& statement) { return "e" + std::to_string(raw(statement.id)); }

Status stream_status(const std::ostream& out) {
  return out ? Status() : io_error("standard output: writing failed");
}

std::string confidence_text(const Statement& statement) {
  if (!statement.confidence) return {};
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", *statement.confidence);
  return text;
}

struct EdgeAttribute {
  const char* name;
  const char* type;
  std::string (*text)(const Statement&);
};

// What both XML formats say of a statement beside its predicate.
constexpr EdgeAttribute kEdgeAttributes[] = {
    {"when", "string", [](const Statement& s) { return s.when.value_or(""); }},
    {"where", "string", [](const Statement& s) { return s.where.value_or(""); }},
    {"claimedBy", "string",
     [](const Statement& s) { return s.claimed_by ? s.claimed_by->name : std::string(); }},
    {"stance", "string", [](const Statement& s) { return s.stance.value_or(""); }},
    {"modality", "string", [](const Statement& s) { return s.modality; }},
    {"negated", "boolean", [](const Statement& s) { return std::string(s.negated ? "true" : "false"); }},
    {"confidence", "double", confidence_text}};

void graphml_data(std::ostream& out, std::string_view key, const std::string& value) {
  if (!value.empty()) out << "<data key=\"" << key << "\">" << xml_escaped(value) << "</data>";
}

void gexf_value(std::ostream& out, std::string_view key, const std::string& value) {
  if (!value.empty()) out << "<attvalue for=\"" << key << "\" value=\"" << xml_escaped(value) << "\"/>";
}

std::string dot_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + '"';
}

}  // namespace

Status export_graphml(const graph::Reader& reader, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
         "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const char* key : {"name", "type"}) {
    out << "<key id=\"" << key << "\" for=\"node\" attr.name=\"" << key << "\" attr.type=\"string\"/>\n";
  }
  out << "<key id=\"predicate\" for=\"edge\" attr.name=\"predicate\" attr.type=\"string\"/>\n";
  for (const EdgeAttribute& a : kEdgeAttributes) {
    out << "<key id=\"" << a.name << "\" for=\"edge\" attr.name=\"" << a.name << "\" attr.type=\"" << a.type
        << "\"/>\n";
  }
  out << "<graph id=\"dossier\" edgedefault=\"directed\">\n";
  Status status = for_each_entity(reader, [&](const Entity& entity) {
    out << "<node id=\"" << id_of(entity) << "\">";
    graphml_data(out, "name", entity.name);
    graphml_data(out, "type", entity.type);
    out << "</node>\n";
    return stream_status(out);
  });
  if (!status.ok()) return status;
  status = StatementReader(reader).for_each([&](const Statement& statement) {
    out << "<edge id=\"" << id_of(statement) << "\" source=\"" << id_of(statement.subject) << "\" target=\""
        << id_of(statement.object) << "\">";
    graphml_data(out, "predicate", statement.predicate);
    for (const EdgeAttribute& a : kEdgeAttributes) graphml_data(out, a.name, a.text(statement));
    out << "</edge>\n";
    return stream_status(out);
  });
  out << "</graph>\n</graphml>\n";
  return status;
}

Status export_gexf(const graph::Reader& reader, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
         "<graph defaultedgetype=\"directed\">\n"
         "<attributes class=\"node\"><attribute id=\"type\" title=\"type\" type=\"string\"/></attributes>\n"
         "<attributes class=\"edge\">";
  for (const EdgeAttribute& a : kEdgeAttributes) {
    out << "<attribute id=\"" << a.name << "\" title=\"" << a.name << "\" type=\"" << a.type << "\"/>";
  }
  out << "</attributes>\n<nodes>\n";
  Status status = for_each_entity(reader, [&](const Entity& entity) {
    out << "<node id=\"" << id_of(entity) << "\" label=\"" << xml_escaped(entity.name) << "\"><attvalues>";
    gexf_value(out, "type", entity.type);
    out << "</attvalues></node>\n";
    return stream_status(out);
  });
  if (!status.ok()) return status;
  out << "</nodes>\n<edges>\n";
  status = StatementReader(reader).for_each([&](const Statement& statement) {
    out << "<edge id=\"" << id_of(statement) << "\" source=\"" << id_of(statement.subject) << "\" target=\""
        << id_of(statement.object) << "\" label=\"" << xml_escaped(statement.predicate) << "\"><attvalues>";
    for (const EdgeAttribute& a : kEdgeAttributes) gexf_value(out, a.name, a.text(statement));
    out << "</attvalues></edge>\n";
    return stream_status(out);
  });
  out << "</edges>\n</graph>\n</gexf>\n";
  return status;
}

Status export_dot(const graph::Reader& reader, std::ostream& out) {
  out << "digraph dossier {\n  node [shape=box, style=rounded];\n";
  Status status = for_each_entity(reader, [&](const Entity& entity) {
    out << "  " << id_of(entity) << " [label=" << dot_quoted(entity.name) << "];\n";
    return stream_status(out);
  });
  if (!status.ok()) return status;
  status = StatementReader(reader).for_each([&](const Statement& statement) {
    const std::string extra = qualifiers(statement);
    const std::string label = statement.predicate + (statement.when ? " " + *statement.when : "") +
                              (extra.empty() ? "" : " (" + extra + ")");
    out << "  " << id_of(statement.subject) << " -> " << id_of(statement.object)
        << " [label=" << dot_quoted(label) << (is_plain_fact(statement) ? "" : ", style=dashed") << "];\n";
    return stream_status(out);
  });
  out << "}\n";
  return status;
}

}  // namespace dossier::shell
