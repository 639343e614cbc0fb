// The export command: which format, and what formats share.
#include "shell/commands/export.h"

#include <array>
#include <ostream>
#include <set>
#include <utility>

#include "dossier/status_macros.h"
#include "shell/commands/common.h"

namespace dossier::shell {
namespace {

using Exporter = Status (*)(const graph::Reader&, std::ostream&);
constexpr std::array<std::pair<std::string_view, Exporter>, 10> kExporters = {{{"jsonl", export_jsonl},
                                                                               {"csv", export_csv},
                                                                               {"graphml", export_graphml},
                                                                               {"gexf", export_gexf},
                                                                               {"dot", export_dot},
                                                                               {"html", export_html},
                                                                               {"ntriples", export_ntriples},
                                                                               {"turtle", export_turtle},
                                                                               {"cypher", export_cypher},
                                                                               {"ftm", export_ftm}}};

}  // namespace

bool is_plain_fact(const Statement& statement) {
  return !statement.negated && statement.modality == "asserted" && !statement.claimed_by;
}

std::string qualifiers(const Statement& statement) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (statement.negated) add("not");
  if (statement.modality != "asserted") add(statement.modality);
  if (statement.claimed_by) {
    const std::string stance = statement.stance.value_or("asserts");
    add((stance == "denies"   ? "denied by "
         : stance == "doubts" ? "doubted by "
                              : "according to ") +
        statement.claimed_by->name);
  }
  return text;
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') escaped += c;
    }
  }
  return escaped;
}

Status for_each_entity(const graph::Reader& reader, const std::function<Status(const Entity&)>& visit) {
  std::set<graph::NodeId> seen;
  return StatementReader(reader).for_each([&](const Statement& statement) -> Status {
    for (const Entity* entity : {&statement.subject, &statement.object}) {
      if (seen.insert(entity->id).second) DOSSIER_RETURN_IF_ERROR(visit(*entity));
    }
    return {};
  });
}

int run_export(const CommandLine& line, const Streams& streams) {
  Exporter exporter = line.format.empty() ? export_jsonl : nullptr;
  std::string names;
  for (const auto& [name, candidate] : kExporters) {
    if (name == line.format) exporter = candidate;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  if (exporter == nullptr) {
    return complain(streams, "unknown export format '" + line.format + "'; expected one of " + names, kUsage);
  }
  const auto store = graph::Store::open(line.database, store_options(line, Access::kReadOnly));
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const Status status = exporter(*(*store)->snapshot(), streams.out);
  streams.out.flush();
  return status.ok() ? kDone : complain(streams, status.message());
}

}  // namespace dossier::shell
