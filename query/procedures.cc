#include "query/procedures.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "dossier/graph/store.h"
#include "dossier/status_macros.h"
#include "query/executor/execution_context.h"
#include "query/search.h"

namespace dossier::query {
namespace {

using graph::Value;
using Arguments = std::span<const Value>;

ast::ProcedureSignature signature(std::string name, std::vector<ast::ProcedureSignature::Field> arguments,
                                  std::vector<ast::ProcedureSignature::Field> results) {
  return {std::move(name), std::move(arguments), std::move(results)};
}

std::vector<Row> one_column(const std::vector<std::string>& names) {
  std::vector<Row> rows;
  for (const std::string& name : names) rows.push_back({Value(name)});
  return rows;
}

// Names that occur in the graph; the dictionary also remembers those that no longer do.
Result<std::vector<Row>> labels(Arguments, ExecutionContext& context) {
  std::vector<std::string> names = context.reader.labels();
  std::erase_if(names, [&](const std::string& name) {
    return context.reader.node_count(*context.reader.find_label(name)) == 0;
  });
  return one_column(names);
}

Result<std::vector<Row>> relationship_types(Arguments, ExecutionContext& context) {
  std::vector<std::string> names = context.reader.types();
  std::erase_if(names, [&](const std::string& name) {
    return context.reader.relationship_count(*context.reader.find_type(name)) == 0;
  });
  return one_column(names);
}

Result<std::vector<Row>> property_keys(Arguments, ExecutionContext& context) {
  return one_column(context.reader.keys());
}

Result<std::vector<Row>> index(Arguments arguments, ExecutionContext& context, bool create) {
  if (!arguments[0].is_string()) return invalid_argument("expected the name of a property");
  const graph::KeyId key = context.transaction->key(arguments[0].as_string());
  DOSSIER_RETURN_IF_ERROR(create ? context.transaction->create_index(key)
                                 : context.transaction->drop_index(key));
  return std::vector<Row>{};
}

Result<std::vector<Row>> resolve(Arguments arguments, ExecutionContext& context) {
  std::vector<Row> rows;
  if (!arguments[0].is_string()) return rows;
  DOSSIER_ASSIGN_OR_RETURN(const auto hits, context.reader.find_by_name(arguments[0].as_string()));
  for (const graph::NameHit& hit : hits) {
    rows.push_back({Value(hit.node), Value(hit.kind == graph::NameKind::kName ? "name" : "alias")});
  }
  return rows;
}

// A judgement names its two sides by text; a node stands for its name.
Result<std::string> name_of(const Value& value, ExecutionContext& context) {
  if (value.is_string()) return value.as_string();
  const auto key = context.reader.find_key("name");
  if (value.is_node() && key) {
    DOSSIER_ASSIGN_OR_RETURN(const Value name, context.reader.node_property(value.as_node(), *key));
    if (name.is_string()) return name.as_string();
  }
  return invalid_argument("expected a name, or a node with a name");
}

std::string now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Result<std::vector<Row>> judge(Arguments arguments, ExecutionContext& context, bool same) {
  graph::Judgement judgement;
  DOSSIER_ASSIGN_OR_RETURN(judgement.left, name_of(arguments[0], context));
  DOSSIER_ASSIGN_OR_RETURN(judgement.right, name_of(arguments[1], context));
  judgement.same = same, judgement.by = "person", judgement.at = now();
  DOSSIER_RETURN_IF_ERROR(context.transaction->put_judgement(judgement));
  return std::vector<Row>{{Value(judgement.left), Value(judgement.right), Value(same)}};
}

Result<std::vector<Row>> judgements(Arguments, ExecutionContext& context) {
  std::vector<Row> rows;
  if (!context.store) return rows;
  DOSSIER_ASSIGN_OR_RETURN(const auto all, context.store->judgements());
  for (const graph::Judgement& j : all) {
    rows.push_back({Value(j.left), Value(j.right), Value(j.same), Value(j.by), Value(j.at)});
  }
  return rows;
}

}  // namespace

ProcedureRegistry::ProcedureRegistry() {
  add({signature("db.labels", {}, {{"label", "STRING?"}}), false, labels});
  add({signature("db.relationshipTypes", {}, {{"relationshipType", "STRING?"}}), false, relationship_types});
  add({signature("db.propertyKeys", {}, {{"propertyKey", "STRING?"}}), false, property_keys});
  add({signature("db.createIndex", {{"property", "STRING?"}}, {}), true,
       [](Arguments arguments, ExecutionContext& context) { return index(arguments, context, true); }});
  add({signature("db.dropIndex", {{"property", "STRING?"}}, {}), true,
       [](Arguments arguments, ExecutionContext& context) { return index(arguments, context, false); }});
  add({signature("dossier.resolve", {{"name", "STRING?"}}, {{"node", "NODE?"}, {"kind", "STRING?"}}), false,
       resolve});
  add({signature("dossier.search", {{"text", "STRING?"}},
                 {{"article", "NODE?"}, {"sentence", "INTEGER?"}, {"text", "STRING?"}, {"score", "FLOAT?"}}),
       false, search_sentences});
  const std::vector<ast::ProcedureSignature::Field> sides{{"left", "ANY?"}, {"right", "ANY?"}};
  const std::vector<ast::ProcedureSignature::Field> judged{
      {"left", "STRING?"}, {"right", "STRING?"}, {"same", "BOOLEAN?"}};
  add({signature("dossier.same", sides, judged), true,
       [](Arguments arguments, ExecutionContext& context) { return judge(arguments, context, true); }});
  add({signature("dossier.different", sides, judged), true,
       [](Arguments arguments, ExecutionContext& context) { return judge(arguments, context, false); }});
  add({signature("dossier.judgements", {},
                 {{"left", "STRING?"},
                  {"right", "STRING?"},
                  {"same", "BOOLEAN?"},
                  {"by", "STRING?"},
                  {"at", "STRING?"}}),
       false, judgements});
}

void ProcedureRegistry::add(Procedure procedure) {
  std::string name = procedure.signature.name;
  procedures_.insert_or_assign(std::move(name), std::move(procedure));
}

const Procedure* ProcedureRegistry::procedure(std::string_view name) const {
  const auto it = procedures_.find(name);
  return it == procedures_.end() ? nullptr : &it->second;
}

const ast::ProcedureSignature* ProcedureRegistry::find(std::string_view name) const {
  const Procedure* found = procedure(name);
  return found ? &found->signature : nullptr;
}

std::vector<std::string> ProcedureRegistry::names() const {
  std::vector<std::string> names;
  for (const auto& [name, procedure] : procedures_) names.push_back(name);
  return names;
}

Procedure make_table_procedure(TestProcedure table) {
  Procedure procedure;
  procedure.signature.name = table.name;
  for (const auto& field : table.arguments) procedure.signature.arguments.push_back({field.name, field.type});
  for (const auto& field : table.results) procedure.signature.results.push_back({field.name, field.type});
  procedure.run = [table = std::move(table)](Arguments arguments,
                                             ExecutionContext&) -> Result<std::vector<Row>> {
    std::vector<Row> rows;
    for (const Row& row : table.rows) {
      if (row.size() < arguments.size()) continue;
      if (!std::equal(arguments.begin(), arguments.end(), row.begin(), graph::equivalent)) continue;
      rows.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(arguments.size()), row.end());
    }
    return rows;
  };
  return procedure;
}

}  // namespace dossier::query
