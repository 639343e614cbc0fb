// Errors of the C interface: a Status behind a handle.
#include "dossier/capi.h"
#include "shell/embed/handles.h"

using dossier::QueryError;
using dossier::StatusCode;

namespace {

const QueryError* query_error(const dossier_error* error) {
  return error == nullptr ? nullptr : error->status.query_error();
}

bool has_place(const QueryError* error) { return error != nullptr && error->line > 0; }

}  // namespace

dossier_code dossier_error_code(const dossier_error* error) {
  if (error == nullptr) return DOSSIER_OK;
  switch (error->status.code()) {
    case StatusCode::kOk:
      return DOSSIER_OK;
    case StatusCode::kInvalidArgument:
      return DOSSIER_INVALID_ARGUMENT;
    case StatusCode::kNotFound:
      return DOSSIER_NOT_FOUND;
    case StatusCode::kIoError:
      return DOSSIER_IO_ERROR;
    case StatusCode::kCorruption:
      return DOSSIER_CORRUPTION;
    case StatusCode::kBusy:
      return DOSSIER_BUSY;
    case StatusCode::kQueryError:
      return DOSSIER_QUERY_ERROR;
    case StatusCode::kCancelled:
      return DOSSIER_CANCELLED;
    case StatusCode::kDeadlineExceeded:
      return DOSSIER_DEADLINE_EXCEEDED;
    case StatusCode::kResourceExhausted:
      return DOSSIER_RESOURCE_EXHAUSTED;
    case StatusCode::kUnsupported:
      return DOSSIER_UNSUPPORTED;
    case StatusCode::kInternal:
      break;
  }
  return DOSSIER_INTERNAL;
}

const char* dossier_error_message(const dossier_error* error) {
  return error == nullptr ? "" : error->status.message().c_str();
}
const char* dossier_error_type(const dossier_error* error) {
  return query_error(error) ? query_error(error)->type.c_str() : "";
}
const char* dossier_error_phase(const dossier_error* error) {
  return query_error(error) ? query_error(error)->phase.c_str() : "";
}
const char* dossier_error_detail(const dossier_error* error) {
  return query_error(error) ? query_error(error)->detail.c_str() : "";
}
const char* dossier_error_suggestion(const dossier_error* error) {
  return query_error(error) ? query_error(error)->suggestion.c_str() : "";
}
int dossier_error_line(const dossier_error* error) {
  return has_place(query_error(error)) ? query_error(error)->line : 0;
}
int dossier_error_column(const dossier_error* error) {
  return has_place(query_error(error)) ? query_error(error)->column : 0;
}
size_t dossier_error_begin(const dossier_error* error) {
  return has_place(query_error(error)) ? query_error(error)->begin : 0;
}
size_t dossier_error_end(const dossier_error* error) {
  return has_place(query_error(error)) ? query_error(error)->end : 0;
}
void dossier_error_free(dossier_error* error) { delete error; }
