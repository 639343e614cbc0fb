#include "dossier/status.h"

namespace dossier {

struct Status::State {
  StatusCode code;
  std::string message;
  std::unique_ptr<QueryError> query_error;
};

Status::Status(StatusCode code, std::string message)
    : state_(code == StatusCode::kOk
                 ? nullptr
                 : std::make_shared<const State>(State{code, std::move(message), nullptr})) {}

Status Status::query(QueryError error, std::string message) {
  Status status;
  status.state_ = std::make_shared<const State>(
      State{StatusCode::kQueryError, std::move(message), std::make_unique<QueryError>(std::move(error))});
  return status;
}

StatusCode Status::code() const { return state_ ? state_->code : StatusCode::kOk; }

const std::string& Status::message() const {
  static const std::string kEmpty;
  return state_ ? state_->message : kEmpty;
}

const QueryError* Status::query_error() const { return state_ ? state_->query_error.get() : nullptr; }

Status Status::with_context(std::string_view context) const {
  if (ok()) return *this;
  std::string text = std::string(context) + ": " + message();
  if (const QueryError* error = query_error()) return query(*error, std::move(text));
  return Status(code(), std::move(text));
}

Status invalid_argument(std::string message) { return {StatusCode::kInvalidArgument, std::move(message)}; }
Status not_found(std::string message) { return {StatusCode::kNotFound, std::move(message)}; }
Status io_error(std::string message) { return {StatusCode::kIoError, std::move(message)}; }
Status corruption(std::string message) { return {StatusCode::kCorruption, std::move(message)}; }
Status internal_error(std::string message) { return {StatusCode::kInternal, std::move(message)}; }

}  // namespace dossier
