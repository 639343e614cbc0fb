// Transactions of the C interface.
#include "dossier/capi.h"
#include "shell/embed/handles.h"

using namespace dossier;  // NOLINT: the functions below are the C names
using shell::guarded;

int dossier_begin(dossier_db* db, dossier_mode mode, dossier_transaction** out, dossier_error** error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&]() -> Status {
    if (db == nullptr || out == nullptr)
      return invalid_argument("dossier_begin: db and out must not be NULL");
    auto transaction = std::make_unique<dossier_transaction>();
    if (mode == DOSSIER_READ) {
      transaction->snapshot = db->store->snapshot();
    } else {
      Result<std::unique_ptr<graph::Transaction>> writer = db->store->begin();
      if (!writer.ok()) return writer.status();
      transaction->writer = *std::move(writer);
    }
    *out = transaction.release();
    return {};
  });
}

int dossier_commit(dossier_transaction* transaction, dossier_error** error) {
  const std::unique_ptr<dossier_transaction> owned(transaction);
  return guarded(error, [&]() -> Status {
    if (owned == nullptr) return invalid_argument("dossier_commit: transaction must not be NULL");
    if (owned->writer == nullptr) return {};
    if (!owned->failed) return owned->writer->commit();
    owned->writer->rollback();
    return invalid_argument("a query of this transaction failed, so it was rolled back");
  });
}

void dossier_rollback(dossier_transaction* transaction) {
  if (transaction == nullptr) return;
  if (transaction->writer != nullptr) transaction->writer->rollback();
  delete transaction;
}
