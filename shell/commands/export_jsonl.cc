// One statement a line, names resolved, with its evidence.
#include <nlohmann/json.hpp>
#include <ostream>

#include "shell/commands/export.h"
#include "shell/commands/statement.h"

namespace dossier::shell {
namespace {

using Json = nlohmann::ordered_json;

std::string id_text(std::uint64_t id) { return std::to_string(id); }

Json entity_json(const Entity& entity) {
  return {{"id", id_text(raw(entity.id))},
          {"name", entity.name},
          {"type", entity.type},
          {"aliases", entity.aliases}};
}

Json optional_json(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json evidence_json(const StatementEvidence& evidence) {
  return {{"article", evidence.article},
          {"title", evidence.title},
          {"date", evidence.date},
          {"publisher", evidence.publisher},
          {"url", evidence.url},
          {"sentence", evidence.sentence},
          {"begin", evidence.begin},
          {"end", evidence.end},
          {"text", evidence.text},
          {"confidence", std::round(static_cast<double>(evidence.confidence) * 1000) / 1000}};
}

Json statement_json(const Statement& statement) {
  Json json = {{"id", id_text(raw(statement.id))},
               {"subject", entity_json(statement.subject)},
               {"predicate", statement.predicate},
               {"object", entity_json(statement.object)},
               {"when", optional_json(statement.when)},
               {"where", optional_json(statement.where)},
               {"negated", statement.negated},
               {"modality", statement.modality},
               {"claimed_by", statement.claimed_by ? entity_json(*statement.claimed_by) : Json(nullptr)},
               {"stance", optional_json(statement.stance)},
               {"confidence",
                statement.confidence ? Json(std::round(*statement.confidence * 1000) / 1000) : Json(nullptr)},
               {"support", statement.support},
               {"evidence", Json::array()}};
  for (const StatementEvidence& evidence : statement.evidence)
    json["evidence"].push_back(evidence_json(evidence));
  return json;
}

}  // namespace

Status export_jsonl(const graph::Reader& reader, std::ostream& out) {
  return StatementReader(reader).for_each([&](const Statement& statement) -> Status {
    out << statement_json(statement).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return out ? Status() : io_error("standard output: writing failed");
  });
}

}  // namespace dossier::shell
