// What can fail returns Status, or Result<T> where there is also a value. See result.h.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "dossier/export.h"

namespace dossier {

enum class StatusCode {
  kOk,
  kInvalidArgument,    // the caller or the input is at fault
  kNotFound,           // a file, name or record that must exist does not
  kIoError,            // the operating system refused
  kCorruption,         // stored bytes are not what was written
  kBusy,               // another writer holds the store
  kQueryError,         // the query is at fault; query_error() says where and how
  kCancelled,          // cancelled from another thread, or interrupted
  kDeadlineExceeded,   // the query's time limit
  kResourceExhausted,  // the query's memory limit, or a size limit
  kUnsupported,        // a format or feature this build does not have
  kInternal,           // a bug, reported rather than hidden
};

/// What is wrong with a query, in the words of the openCypher TCK, and where.
struct QueryError {
  std::string type;       // "SyntaxError", "TypeError", "SemanticError", ...
  std::string phase;      // "compile time" or "runtime"
  std::string detail;     // "UndefinedVariable", "InvalidArgumentType", ...
  std::size_t begin = 0;  // byte range [begin, end) in the query text; begin == end == npos: no place
  std::size_t end = 0;
  int line = 0;            // from 1; 0 when no place in the query is at fault
  int column = 0;          // from 1, in characters
  std::string suggestion;  // "did you mean `name`?", or empty
};

/// Success, or what went wrong: a code and one sentence that says where, what, and what was expected.
///
/// Cost     one pointer; success allocates nothing.
/// Threads  a value type: copies are independent.
class [[nodiscard]] DOSSIER_API Status {
 public:
  Status() = default;
  Status(StatusCode code, std::string message);

  /// A failure that is the query's; its code is kQueryError.
  static Status query(QueryError error, std::string message);

  bool ok() const { return state_ == nullptr; }
  StatusCode code() const;
  const std::string& message() const;
  /// The place and class of a query's error; null for every other code.
  const QueryError* query_error() const;

  /// The same failure with "context: " before its message; success stays success.
  Status with_context(std::string_view context) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

Status invalid_argument(std::string message);
Status not_found(std::string message);
Status io_error(std::string message);
Status corruption(std::string message);
Status internal_error(std::string message);

}  // namespace dossier
