// What stands behind the handles of the C interface, and how a Status crosses it.
#pragma once

#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <string>

#include "dossier/capi.h"
#include "dossier/ingest/model.h"
#include "dossier/query/engine.h"

struct dossier_db {
  std::shared_ptr<dossier::graph::Store> store;
  std::unique_ptr<dossier::query::Engine> engine;
};

struct dossier_error {
  dossier::Status status;
};

struct dossier_model {
  std::shared_ptr<const dossier::ingest::LanguageModel> model;
};

struct dossier_transaction {
  std::unique_ptr<dossier::graph::Transaction> writer;  // one of these two
  std::shared_ptr<const dossier::graph::Reader> snapshot;
  bool failed = false;  // a query stopped half way: what it wrote must go
};

struct dossier_statement {
  dossier_db* db = nullptr;
  dossier::query::Prepared prepared;
  dossier::query::Parameters parameters;
  dossier::query::QueryOptions options;
  std::mutex mutex;  // guards `cancel`, which other threads reach for
  std::shared_ptr<dossier::query::CancelFlag> cancel = std::make_shared<dossier::query::CancelFlag>(false);
};

struct dossier_cursor {
  std::unique_ptr<dossier::query::Cursor> rows;
  dossier::query::Row row;
  bool on_row = false, ended = false;
  std::deque<dossier::graph::Value> read;  // answers about the row that lie nowhere else
};

namespace dossier::shell {

inline const graph::Value* value_of(const dossier_value* value) {
  return reinterpret_cast<const graph::Value*>(value);
}
inline const dossier_value* handle_of(const graph::Value* value) {
  return reinterpret_cast<const dossier_value*>(value);
}

/// Runs `work`, which gives a Status; whatever it throws becomes one.
template <typename Work>
Status caught(Work work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Status(StatusCode::kResourceExhausted, "out of memory");
  } catch (const std::exception& exception) {
    return internal_error(exception.what());
  }
}

/// The same in the C convention: 0, or 1 and the error.
template <typename Work>
int guarded(dossier_error** error, Work work) {
  if (error != nullptr) *error = nullptr;
  Status status = caught(work);
  if (status.ok()) return 0;
  if (error != nullptr) *error = new (std::nothrow) dossier_error{std::move(status)};
  return 1;
}

/// A text that the caller frees with dossier_free.
char* copy_text(std::string_view text);

}  // namespace dossier::shell
