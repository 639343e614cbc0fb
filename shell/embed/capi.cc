// Databases, and queries with JSON in and out, for C. The other files here have the rest of the interface.
#include "dossier/capi.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "dossier/query/engine.h"
#include "dossier/version.h"
#include "query/json/typed_json.h"
#include "shell/embed/handles.h"
#include "shell/embed/procedure_signature.h"

namespace dossier {

char* shell::copy_text(std::string_view text) {
  char* out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out == nullptr) return nullptr;
  std::memcpy(out, text.data(), text.size());
  out[text.size()] = '\0';
  return out;
}

namespace {

void put(char** place, std::string_view text) {
  if (place != nullptr) *place = shell::copy_text(text);
}

std::string_view code_of(StatusCode code) {
  switch (code) {
    case StatusCode::kCancelled:
      return "Cancelled";
    case StatusCode::kDeadlineExceeded:
      return "DeadlineExceeded";
    case StatusCode::kResourceExhausted:
      return "ResourceExhausted";
    case StatusCode::kBusy:
      return "Busy";
    case StatusCode::kIoError:
      return "IoError";
    case StatusCode::kCorruption:
      return "Corruption";
    case StatusCode::kInvalidArgument:
      return "InvalidArgument";
    case StatusCode::kNotFound:
      return "NotFound";
    case StatusCode::kUnsupported:
      return "Unsupported";
    default:
      return "InternalError";
  }
}

std::string error_json(const Status& status) {
  nlohmann::ordered_json json;
  const QueryError* error = status.query_error();
  json["code"] = error != nullptr ? error->type : std::string(code_of(status.code()));
  json["phase"] = error != nullptr ? error->phase : "runtime";
  json["detail"] = error != nullptr ? error->detail : std::string(code_of(status.code()));
  json["message"] = status.message();
  if (error != nullptr && error->line > 0) {
    json["line"] = error->line;
    json["column"] = error->column;
    if (!error->suggestion.empty()) json["suggestion"] = error->suggestion;
  }
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The same as shell::guarded with the error as a text.
template <typename Work>
int guarded_text(char** error, Work work, std::string (*render)(const Status&)) {
  if (error != nullptr) *error = nullptr;
  const Status status = shell::caught(work);
  if (status.ok()) return 0;
  put(error, render(status));
  return 1;
}

std::string plain_message(const Status& status) { return status.message(); }

Result<query::Parameters> parameters_from(const char* json) {
  if (json == nullptr || *json == '\0') return query::Parameters{};
  return query::parse_parameters(json);
}

std::string counters_json(const query::Counters& counters) {
  const nlohmann::ordered_json json = {{"nodesCreated", counters.nodes_created},
                                       {"nodesDeleted", counters.nodes_deleted},
                                       {"relationshipsCreated", counters.relationships_created},
                                       {"relationshipsDeleted", counters.relationships_deleted},
                                       {"propertiesSet", counters.properties_set},
                                       {"labelsAdded", counters.labels_added},
                                       {"labelsRemoved", counters.labels_removed}};
  return json.dump();
}

Result<std::string> query_json(dossier_db& db, const char* cypher, const char* params_json) {
  Result<query::Parameters> parameters = parameters_from(params_json);
  if (!parameters.ok()) return parameters.status();
  Result<std::unique_ptr<query::Cursor>> cursor = db.engine->run(cypher, *parameters);
  if (!cursor.ok()) return cursor.status();

  const nlohmann::json fields((*cursor)->columns());
  std::string text = "{\"fields\":" + fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  text += ",\"values\":[";
  query::Row row;
  for (bool first = true;; first = false) {
    const Result<bool> more = (*cursor)->next(row);
    if (!more.ok()) return more.status();
    if (!*more) break;
    text += first ? "[" : ",[";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      if (const Status status = query::append_typed_json(row[i], (*cursor)->reader(), text); !status.ok())
        return status;
    }
    text += ']';
  }
  text += "],\"counters\":" + counters_json((*cursor)->counters()) + '}';
  return text;
}

}  // namespace
}  // namespace dossier

using namespace dossier;  // NOLINT: the functions below are the C names

int dossier_capi_version(void) { return DOSSIER_CAPI_VERSION; }
const char* dossier_version(void) { return kVersion; }

int dossier_open_with(const char* path, const dossier_options* options, dossier_db** out, char** error) {
  if (out != nullptr) *out = nullptr;
  return guarded_text(
      error,
      [&]() -> Status {
        if (path == nullptr || out == nullptr)
          return invalid_argument("dossier_open: path and out must not be NULL");
        graph::StoreOptions store_options;
        if (options != nullptr) {
          if (options->size != sizeof(dossier_options)) {
            return invalid_argument("dossier_open_with: options->size is not sizeof(dossier_options)");
          }
          store_options.read_only = options->read_only != 0;
          store_options.sync = options->no_sync == 0;
          store_options.create_if_missing = options->must_exist == 0;
          if (options->memory_budget != 0) store_options.memory_budget = options->memory_budget;
        }
        Result<std::unique_ptr<graph::Store>> store = graph::Store::open(path, store_options);
        if (!store.ok()) return store.status();
        auto db = std::make_unique<dossier_db>();
        db->store = std::shared_ptr<graph::Store>(*std::move(store));
        db->engine = std::make_unique<query::Engine>(db->store);
        *out = db.release();
        return {};
      },
      plain_message);
}

int dossier_open(const char* path, dossier_db** out, char** error) {
  return dossier_open_with(path, nullptr, out, error);
}

void dossier_close(dossier_db* db) { delete db; }

int dossier_query_json(dossier_db* db, const char* cypher, const char* params_json, char** result_json,
                       char** error_out) {
  if (result_json != nullptr) *result_json = nullptr;
  return guarded_text(
      error_out,
      [&]() -> Status {
        if (db == nullptr || cypher == nullptr)
          return invalid_argument("dossier_query_json: db and cypher must not be NULL");
        Result<std::string> text = query_json(*db, cypher, params_json);
        if (!text.ok()) return text.status();
        put(result_json, *text);
        return {};
      },
      error_json);
}

int dossier_check_json(dossier_db* db, const char* cypher, const char* params_json, char** error_out) {
  return guarded_text(
      error_out,
      [&]() -> Status {
        if (db == nullptr || cypher == nullptr)
          return invalid_argument("dossier_check_json: db and cypher must not be NULL");
        Result<query::Parameters> parameters = parameters_from(params_json);
        if (!parameters.ok()) return parameters.status();
        return db->engine->check(cypher, *parameters);
      },
      error_json);
}

int dossier_register_tck_procedure(dossier_db* db, const char* signature, const char* table_json,
                                   char** error_out) {
  return guarded_text(
      error_out,
      [&]() -> Status {
        if (db == nullptr || signature == nullptr || table_json == nullptr) {
          return invalid_argument("dossier_register_tck_procedure: no argument may be NULL");
        }
        Result<query::TestProcedure> procedure = shell::parse_procedure(signature, table_json);
        if (!procedure.ok()) return procedure.status();
        db->engine->register_test_procedure(*std::move(procedure));
        return {};
      },
      error_json);
}

void dossier_free(char* text) { std::free(text); }
