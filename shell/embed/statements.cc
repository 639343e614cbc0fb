// Prepared statements of the C interface: parameters, limits, and the way into a run.
#include <cstring>

#include "dossier/capi.h"
#include "query/json/plain_json.h"
#include "shell/embed/handles.h"

using namespace dossier;  // NOLINT: the functions below are the C names
using graph::List;
using graph::Value;
using shell::guarded;

namespace {

int bind(dossier_statement* statement, const char* name, Value value) {
  if (statement == nullptr || name == nullptr) return 1;
  for (auto& [known, old] : statement->parameters) {
    if (known == name) return old = std::move(value), 0;
  }
  statement->parameters.emplace_back(name, std::move(value));
  return 0;
}

// What may throw for lack of memory.
template <typename Make>
int bind_made(dossier_statement* statement, const char* name, Make make) {
  const Status status = shell::caught([&]() -> Status {
    return bind(statement, name, make()) == 0 ? Status() : invalid_argument("no statement or no name");
  });
  return status.ok() ? 0 : 1;
}

template <typename T>
int bind_numbers(dossier_statement* statement, const char* name, const T* values, size_t n) {
  if (values == nullptr && n > 0) return 1;
  return bind_made(statement, name, [&] { return Value(List(values, values + n)); });
}

Result<Value> temporal_value(dossier_type type, const dossier_temporal& t) {
  constexpr std::int64_t kSecond = 1'000'000'000, kDay = 86'400;
  const bool of_day = t.seconds >= 0 && t.seconds < kDay && t.nanoseconds >= 0 && t.nanoseconds < kSecond;
  if (t.nanoseconds < 0 || t.nanoseconds >= kSecond)
    return invalid_argument("nanoseconds are 0 to 999999999");
  const std::int64_t nanoseconds = of_day ? t.seconds * kSecond + t.nanoseconds : 0;
  switch (type) {
    case DOSSIER_DATE:
      return Value(graph::Date{t.days});
    case DOSSIER_LOCAL_TIME:
      return of_day ? Result<Value>(Value(graph::LocalTime{nanoseconds}))
                    : invalid_argument("no time of the day");
    case DOSSIER_TIME:
      return of_day ? Result<Value>(Value(graph::Time{nanoseconds, t.offset_seconds}))
                    : invalid_argument("no time of the day");
    case DOSSIER_LOCAL_DATETIME:
      return Value(graph::LocalDateTime{t.seconds, t.nanoseconds});
    case DOSSIER_DATETIME:
      return Value(
          graph::DateTime{t.seconds, t.nanoseconds, t.offset_seconds, t.zone == nullptr ? "" : t.zone});
    case DOSSIER_DURATION:
      return Value(graph::Duration{t.months, t.days, t.seconds, t.nanoseconds});
    default:
      return invalid_argument("no temporal type");
  }
}

bool holds_entity(const Value& value) {
  if (value.is_node() || value.is_relationship() || value.is_path()) return true;
  if (value.is_list()) {
    for (const Value& item : value.as_list())
      if (holds_entity(item)) return true;
  }
  if (value.is_map()) {
    for (const auto& entry : value.as_map())
      if (holds_entity(entry.second)) return true;
  }
  return false;
}

}  // namespace

int dossier_prepare(dossier_db* db, const char* cypher, dossier_statement** out, dossier_error** error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&]() -> Status {
    if (db == nullptr || cypher == nullptr || out == nullptr)
      return invalid_argument("dossier_prepare: no argument but error may be NULL");
    Result<query::Prepared> prepared = db->engine->prepare(cypher);
    if (!prepared.ok()) return prepared.status();
    auto statement = std::make_unique<dossier_statement>();
    statement->db = db, statement->prepared = *std::move(prepared);
    *out = statement.release();
    return {};
  });
}

void dossier_statement_free(dossier_statement* statement) { delete statement; }

size_t dossier_parameter_count(const dossier_statement* statement) {
  return statement == nullptr ? 0 : statement->prepared.parameters().size();
}

const char* dossier_parameter_name(const dossier_statement* statement, size_t i) {
  return i < dossier_parameter_count(statement) ? statement->prepared.parameters()[i].c_str() : nullptr;
}

int dossier_statement_writes(const dossier_statement* statement) {
  return statement != nullptr && statement->prepared.writes();
}

int dossier_bind_null(dossier_statement* s, const char* name) {
  return bind_made(s, name, [] { return Value(); });
}
int dossier_bind_boolean(dossier_statement* s, const char* name, int value) {
  return bind_made(s, name, [&] { return Value(value != 0); });
}
int dossier_bind_integer(dossier_statement* s, const char* name, int64_t value) {
  return bind_made(s, name, [&] { return Value(value); });
}
int dossier_bind_float(dossier_statement* s, const char* name, double value) {
  return bind_made(s, name, [&] { return Value(value); });
}
int dossier_bind_string(dossier_statement* s, const char* name, const char* bytes, size_t length) {
  if (bytes == nullptr) return 1;
  return bind_made(s, name, [&] { return Value(std::string(bytes, length)); });
}

int dossier_bind_temporal(dossier_statement* s, const char* name, dossier_type type,
                          const dossier_temporal* value) {
  if (value == nullptr) return 1;
  const Status status = shell::caught([&]() -> Status {
    Result<Value> made = temporal_value(type, *value);
    if (!made.ok()) return made.status();
    return bind(s, name, *std::move(made)) == 0 ? Status() : invalid_argument("no statement or no name");
  });
  return status.ok() ? 0 : 1;
}

int dossier_bind_integers(dossier_statement* s, const char* name, const int64_t* values, size_t n) {
  return bind_numbers(s, name, values, n);
}
int dossier_bind_floats(dossier_statement* s, const char* name, const double* values, size_t n) {
  return bind_numbers(s, name, values, n);
}
int dossier_bind_strings(dossier_statement* s, const char* name, const char* const* values,
                         const size_t* lengths, size_t n) {
  if (values == nullptr && n > 0) return 1;
  return bind_made(s, name, [&] {
    List list;
    for (size_t i = 0; i < n; ++i) {
      list.emplace_back(std::string(values[i], lengths == nullptr ? std::strlen(values[i]) : lengths[i]));
    }
    return Value(std::move(list));
  });
}

int dossier_bind_value(dossier_statement* s, const char* name, const dossier_value* value) {
  if (value == nullptr || holds_entity(*shell::value_of(value))) return 1;
  return bind_made(s, name, [&] { return *shell::value_of(value); });
}

int dossier_bind_json(dossier_statement* s, const char* name, const char* json, dossier_error** error) {
  return guarded(error, [&]() -> Status {
    if (json == nullptr) return invalid_argument("dossier_bind_json: json must not be NULL");
    Result<Value> value = query::parse_plain_json(json);
    if (!value.ok()) return value.status();
    return bind(s, name, *std::move(value)) == 0 ? Status() : invalid_argument("no statement or no name");
  });
}

void dossier_clear_bindings(dossier_statement* statement) {
  if (statement != nullptr) statement->parameters.clear();
}

void dossier_set_time_limit(dossier_statement* statement, uint64_t milliseconds) {
  if (statement == nullptr) return;
  statement->options.time_limit.reset();
  if (milliseconds > 0) statement->options.time_limit = std::chrono::milliseconds(milliseconds);
}

void dossier_set_memory_limit(dossier_statement* statement, uint64_t bytes) {
  if (statement != nullptr) statement->options.memory_limit = bytes;
}

void dossier_set_progress(dossier_statement* statement, dossier_progress progress, void* user,
                          uint64_t milliseconds) {
  if (statement == nullptr) return;
  statement->options.progress = nullptr;
  if (progress == nullptr) return;
  statement->options.progress_interval = std::chrono::milliseconds(milliseconds);
  statement->options.progress = [progress, user](const query::Progress& now) {
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now.elapsed).count();
    return progress(user, now.rows, static_cast<uint64_t>(elapsed)) == 0;
  };
}

void dossier_cancel(dossier_statement* statement) {
  if (statement == nullptr) return;
  const std::lock_guard lock(statement->mutex);
  *statement->cancel = true;
}

int dossier_run(dossier_statement* statement, dossier_transaction* transaction, dossier_cursor** out,
                dossier_error** error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&]() -> Status {
    if (statement == nullptr) return invalid_argument("dossier_run: statement must not be NULL");
    query::QueryOptions& options = statement->options;
    {
      const std::lock_guard lock(statement->mutex);
      options.cancel.reset();
      // An open cursor of an earlier run keeps its own flag.
      if (statement->cancel.use_count() > 1) statement->cancel = std::make_shared<query::CancelFlag>(false);
      *statement->cancel = false;
      options.cancel = statement->cancel;
    }
    options.transaction = transaction == nullptr ? nullptr : transaction->writer.get();
    options.snapshot = transaction == nullptr ? nullptr : transaction->snapshot;
    if (transaction != nullptr && transaction->failed) {
      return invalid_argument("a query of this transaction failed; it can only be rolled back");
    }
    Result<std::unique_ptr<query::Cursor>> rows =
        statement->db->engine->run(statement->prepared, statement->parameters, options);
    if (!rows.ok()) {
      if (transaction != nullptr && transaction->writer != nullptr)
        transaction->failed |= statement->prepared.writes();
      return rows.status();
    }
    auto cursor = std::make_unique<dossier_cursor>();
    cursor->rows = *std::move(rows);
    if (out != nullptr) {
      *out = cursor.release();
      return {};
    }
    while (true) {
      const Result<bool> more = cursor->rows->next(cursor->row);
      if (!more.ok() || !*more) return more.status();
    }
  });
}
