#include "query/executor/errors.h"

#include <utility>

namespace dossier::query {

Status runtime_error(std::string_view type, std::string_view detail, ast::SourceSpan span,
                     std::string message, std::string suggestion) {
  QueryError error;
  error.type = type;
  error.phase = "runtime";
  error.detail = detail;
  error.begin = span.begin;
  error.end = span.end;
  error.suggestion = std::move(suggestion);
  return Status::query(std::move(error), std::move(message));
}

Status type_error(ast::SourceSpan span, std::string message) {
  return runtime_error("TypeError", "InvalidArgumentType", span, std::move(message));
}

Status value_type_error(ast::SourceSpan span, std::string message) {
  return runtime_error("TypeError", "InvalidArgumentValue", span, std::move(message));
}

Status overflow_error(ast::SourceSpan span, std::string message) {
  return runtime_error("ArithmeticError", "IntegerOverflow", span, std::move(message));
}

Status range_error(ast::SourceSpan span, std::string message) {
  return runtime_error("ArgumentError", "NumberOutOfRange", span, std::move(message));
}

Status deleted_entity_error(ast::SourceSpan span, std::string message) {
  return runtime_error("EntityNotFound", "DeletedEntityAccess", span, std::move(message));
}

Status with_place(Status status, ast::SourceSpan span) {
  const QueryError* error = status.query_error();
  if (error == nullptr || error->end != 0) return status;
  QueryError placed = *error;
  placed.begin = span.begin;
  placed.end = span.end;
  return Status::query(std::move(placed), status.message());
}

}  // namespace dossier::query
