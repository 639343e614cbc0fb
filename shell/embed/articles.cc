// Articles of the C interface: read from memory, taken away again.
#include "dossier/capi.h"
#include "dossier/ingest/pipeline.h"
#include "dossier/ingest/reader.h"
#include "shell/embed/handles.h"

using namespace dossier;  // NOLINT: the functions below are the C names
using shell::guarded;

int dossier_model_load(const char* file, dossier_model** out, dossier_error** error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&]() -> Status {
    if (out == nullptr) return invalid_argument("dossier_model_load: out must not be NULL");
    auto model = ingest::LanguageModel::load(file == nullptr ? ingest::LanguageModel::default_file() : file);
    if (!model.ok()) return model.status();
    *out = new dossier_model{*std::move(model)};
    return {};
  });
}

void dossier_model_free(dossier_model* model) { delete model; }

int dossier_ingest(dossier_db* db, const dossier_model* model, const char* name, const void* bytes,
                   size_t length, dossier_ingested* out, dossier_error** error) {
  return guarded(error, [&]() -> Status {
    if (db == nullptr || model == nullptr || name == nullptr || (bytes == nullptr && length > 0)) {
      return invalid_argument("dossier_ingest: db, model, name and bytes must not be NULL");
    }
    if (out != nullptr && out->size != sizeof(dossier_ingested)) {
      return invalid_argument("dossier_ingest: out->size is not sizeof(dossier_ingested)");
    }
    dossier_ingested done{};
    done.size = sizeof done;
    const std::string_view text(static_cast<const char*>(bytes), length);
    const auto report = ingest::read_articles(text, name, {}, [&](ingest::Article&& article) -> Status {
      const Result<ingest::IngestOutcome> outcome =
          ingest::ingest_article(*db->store, *model->model, article);
      if (!outcome.ok()) return outcome.status();
      ++(outcome->unchanged ? done.unchanged : done.articles);
      done.sentences += outcome->sentences, done.entities += outcome->entities,
          done.statements += outcome->statements;
      return {};
    });
    if (report.ok()) done.failed = report->problems.size();
    if (out != nullptr) *out = done;
    return report.status();
  });
}

int dossier_retract(dossier_db* db, const char* article, dossier_error** error) {
  return guarded(error, [&]() -> Status {
    if (db == nullptr || article == nullptr)
      return invalid_argument("dossier_retract: db and article must not be NULL");
    Result<std::unique_ptr<graph::Transaction>> transaction = db->store->begin();
    if (!transaction.ok()) return transaction.status();
    const Status status = (*transaction)->retract_article(article);
    return status.ok() ? (*transaction)->commit() : status;
  });
}
