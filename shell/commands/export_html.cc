// One HTML page with the graph in it, drawn by a small force layout without any file from outside.
#include <nlohmann/json.hpp>
#include <ostream>

#include "dossier/status_macros.h"
#include "shell/commands/export.h"
#include "shell/commands/graph_page.h"

namespace dossier::shell {
namespace {

using Json = nlohmann::ordered_json;

// JSON inside <script>: '<' is escaped, so that no text can end the element.
std::string script_json(const Json& json) {
  std::string text;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      text += "\\u003c";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

Status export_html(const graph::Reader& reader, std::ostream& out) {
  Json nodes = Json::array(), edges = Json::array();
  DOSSIER_RETURN_IF_ERROR(for_each_entity(reader, [&](const Entity& entity) {
    nodes.push_back({{"id", raw(entity.id)}, {"name", entity.name}, {"type", entity.type}});
    return Status();
  }));
  DOSSIER_RETURN_IF_ERROR(StatementReader(reader).for_each([&](const Statement& statement) {
    Json evidence = Json::array();
    for (const StatementEvidence& e : statement.evidence) {
      evidence.push_back(
          {{"article", e.title.empty() ? e.article : e.title}, {"date", e.date}, {"text", e.text}});
    }
    edges.push_back({{"s", raw(statement.subject.id)},
                     {"o", raw(statement.object.id)},
                     {"p", statement.predicate},
                     {"when", statement.when.value_or("")},
                     {"plain", is_plain_fact(statement)},
                     {"note", qualifiers(statement)},
                     {"evidence", evidence}});
    return Status();
  }));
  out << kGraphPageHead << "const nodes = " << script_json(nodes) << ";\nconst edges = " << script_json(edges)
      << ";\n"
      << kGraphPageTail;
  return out ? Status() : io_error("standard output: writing failed");
}

}  // namespace dossier::shell
