// The C interface, through nothing but its header.
#include <dossier/capi.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
using Db = std::unique_ptr<dossier_db, Freed<dossier_close>>;
using Statement = std::unique_ptr<dossier_statement, Freed<dossier_statement_free>>;
using Rows = std::unique_ptr<dossier_cursor, Freed<dossier_cursor_close>>;
using Error = std::unique_ptr<dossier_error, Freed<dossier_error_free>>;

Db open_graph() {
  dossier_db* db = nullptr;
  REQUIRE(dossier_open(":memory:", &db, nullptr) == 0);
  return Db(db);
}

Statement prepare(const Db& db, const char* text) {
  dossier_statement* statement = nullptr;
  dossier_error* error = nullptr;
  const int failed = dossier_prepare(db.get(), text, &statement, &error);
  const Error owned(error);
  INFO(dossier_error_message(error));
  REQUIRE(failed == 0);
  return Statement(statement);
}

Rows run(const Statement& statement, dossier_transaction* transaction = nullptr) {
  dossier_cursor* cursor = nullptr;
  dossier_error* error = nullptr;
  const int failed = dossier_run(statement.get(), transaction, &cursor, &error);
  const Error owned(error);
  INFO(dossier_error_message(error));
  REQUIRE(failed == 0);
  return Rows(cursor);
}

bool next(const Rows& rows) {
  int more = 0;
  REQUIRE(dossier_cursor_next(rows.get(), &more, nullptr) == 0);
  return more == 1;
}

dossier_error* last_error(const Statement& statement, dossier_transaction* transaction = nullptr) {
  dossier_error* error = nullptr;
  CHECK(dossier_run(statement.get(), transaction, nullptr, &error) != 0);
  return error;
}

void write(const Db& db, const char* text) { run(prepare(db, text)); }

std::int64_t count_nodes(const Db& db) {
  const Rows rows = run(prepare(db, "MATCH (n) RETURN count(n)"));
  REQUIRE(next(rows));
  return dossier_column_integer(rows.get(), 0);
}

}  // namespace

TEST_CASE("a prepared statement runs again with other parameters", "[shell][capi]") {
  const Db db = open_graph();
  write(db, "UNWIND [['Ada', 36], ['Bob', 17]] AS x CREATE (:Person {name: x[0], age: x[1]})");
  const Statement ask = prepare(db, "MATCH (p:Person {name: $name}) RETURN p.age AS age");
  CHECK(dossier_parameter_count(ask.get()) == 1);
  CHECK(std::string(dossier_parameter_name(ask.get(), 0)) == "name");
  CHECK(dossier_statement_writes(ask.get()) == 0);
  for (const auto& [name, age] : {std::pair<std::string, int>{"Ada", 36}, {"Bob", 17}}) {
    REQUIRE(dossier_bind_string(ask.get(), "name", name.data(), name.size()) == 0);
    const Rows rows = run(ask);
    CHECK(std::string(dossier_column_name(rows.get(), 0)) == "age");
    REQUIRE(next(rows));
    CHECK(dossier_column_integer(rows.get(), 0) == age);
    CHECK_FALSE(next(rows));
    CHECK(dossier_column_value(rows.get(), 0) == nullptr);
  }
}

TEST_CASE("a parameter that was not bound is an error, and so is a null handle", "[shell][capi]") {
  const Db db = open_graph();
  const Error error(last_error(prepare(db, "RETURN $x")));
  CHECK(dossier_error_code(error.get()) == DOSSIER_QUERY_ERROR);
  CHECK(std::string(dossier_error_type(error.get())) == "ParameterMissing");
  CHECK(dossier_prepare(nullptr, "RETURN 1", nullptr, nullptr) != 0);
  CHECK(dossier_bind_null(nullptr, "x") != 0);
  CHECK(dossier_run(nullptr, nullptr, nullptr, nullptr) != 0);
}

TEST_CASE("an error says where in the query it is", "[shell][capi]") {
  const Db db = open_graph();
  dossier_statement* statement = nullptr;
  dossier_error* found = nullptr;
  REQUIRE(dossier_prepare(db.get(), "MATCH (who)\nRETURN whp.name", &statement, &found) != 0);
  const Error error(found);
  CHECK(statement == nullptr);
  CHECK(dossier_error_code(found) == DOSSIER_QUERY_ERROR);
  CHECK(std::string(dossier_error_type(found)) == "SyntaxError");
  CHECK(std::string(dossier_error_detail(found)) == "UndefinedVariable");
  CHECK(std::string(dossier_error_phase(found)) == "compile time");
  CHECK(dossier_error_line(found) == 2);
  CHECK(dossier_error_column(found) == 8);
  CHECK(dossier_error_begin(found) == 19);
  CHECK(dossier_error_end(found) == 22);
  CHECK(std::string(dossier_error_suggestion(found)).find("who") != std::string::npos);
}

TEST_CASE("every type comes back as it was bound", "[shell][capi]") {
  const Db db = open_graph();
  const Statement echo = prepare(db, "RETURN $x");
  dossier_statement* s = echo.get();
  const auto value = [&](auto check) {
    const Rows rows = run(echo);
    REQUIRE(next(rows));
    check(dossier_column_value(rows.get(), 0));
  };
  REQUIRE(dossier_bind_null(s, "x") == 0);
  value([](const dossier_value* v) { CHECK(dossier_value_type(v) == DOSSIER_NULL); });
  REQUIRE(dossier_bind_boolean(s, "x", 1) == 0);
  value([](const dossier_value* v) { CHECK(dossier_value_boolean(v) == 1); });
  REQUIRE(dossier_bind_integer(s, "x", INT64_MIN) == 0);
  value([](const dossier_value* v) { CHECK(dossier_value_integer(v) == INT64_MIN); });
  REQUIRE(dossier_bind_float(s, "x", 0.5) == 0);
  value([](const dossier_value* v) {
    CHECK(dossier_value_type(v) == DOSSIER_FLOAT);
    CHECK(dossier_value_float(v) == 0.5);
    CHECK(dossier_value_integer(v) == 0);
    CHECK(dossier_value_string(v, nullptr) == nullptr);
  });
  REQUIRE(dossier_bind_string(s, "x", "a\0b", 3) == 0);
  value([](const dossier_value* v) {
    std::size_t length = 0;
    const char* text = dossier_value_string(v, &length);
    CHECK(std::string(text, length) == std::string("a\0b", 3));
  });
  const double numbers[] = {1.5, 2.5};
  REQUIRE(dossier_bind_floats(s, "x", numbers, 2) == 0);
  value([](const dossier_value* v) {
    REQUIRE(dossier_value_size(v) == 2);
    CHECK(dossier_value_float(dossier_value_item(v, 1)) == 2.5);
    CHECK(dossier_value_item(v, 2) == nullptr);
  });
  REQUIRE(dossier_bind_json(s, "x", R"({"b": [1, "two"], "a": null})", nullptr) == 0);
  value([](const dossier_value* v) {
    REQUIRE(dossier_value_size(v) == 2);
    CHECK(std::string(dossier_value_key(v, 0)) == "a");
    const dossier_value* list = dossier_value_find(v, "b");
    CHECK(dossier_value_integer(dossier_value_item(list, 0)) == 1);
    CHECK(std::string(dossier_value_string(dossier_value_item(list, 1), nullptr)) == "two");
  });
}

TEST_CASE("temporal values keep every field", "[shell][capi]") {
  const auto [type, value] = GENERATE(table<dossier_type, dossier_temporal>({
      {DOSSIER_DATE, {0, -3, 0, 0, 0, ""}},
      {DOSSIER_LOCAL_TIME, {0, 0, 86399, 999999999, 0, ""}},
      {DOSSIER_TIME, {0, 0, 60, 1, -3600, ""}},
      {DOSSIER_LOCAL_DATETIME, {0, 0, -5, 7, 0, ""}},
      {DOSSIER_DATETIME, {0, 0, 1770000000, 5, 3600, "Europe/Stockholm"}},
      {DOSSIER_DURATION, {1, -2, 3, 4, 0, ""}},
  }));
  const Db db = open_graph();
  const Statement echo = prepare(db, "RETURN $x");
  REQUIRE(dossier_bind_temporal(echo.get(), "x", type, &value) == 0);
  const Rows rows = run(echo);
  REQUIRE(next(rows));
  CHECK(dossier_column_type(rows.get(), 0) == type);
  dossier_temporal back;
  REQUIRE(dossier_value_temporal(dossier_column_value(rows.get(), 0), &back) == 0);
  CHECK(back.months == value.months);
  CHECK(back.days == value.days);
  CHECK(back.seconds == value.seconds);
  CHECK(back.nanoseconds == value.nanoseconds);
  CHECK(back.offset_seconds == value.offset_seconds);
  CHECK(std::string(back.zone) == value.zone);
}

TEST_CASE("a time that is no time cannot be bound", "[shell][capi]") {
  const Db db = open_graph();
  const Statement echo = prepare(db, "RETURN $x");
  const dossier_temporal late = {0, 0, 86400, 0, 0, ""};
  CHECK(dossier_bind_temporal(echo.get(), "x", DOSSIER_LOCAL_TIME, &late) != 0);
  CHECK(dossier_bind_temporal(echo.get(), "x", DOSSIER_STRING, &late) != 0);
}

TEST_CASE("nodes, relationships and paths tell what they hold", "[shell][capi]") {
  const Db db = open_graph();
  write(db, "CREATE (:Person:Poet {name: 'Ada'})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles'})");
  const Rows rows = run(prepare(db, "MATCH p = (a:Poet)-[r]->(b) RETURN a, r, p"));
  REQUIRE(next(rows));
  const dossier_value *labels = nullptr, *properties = nullptr, *type = nullptr;
  const dossier_value *node = dossier_column_value(rows.get(), 0),
                      *relationship = dossier_column_value(rows.get(), 1);
  REQUIRE(dossier_node_labels(rows.get(), node, &labels, nullptr) == 0);
  CHECK(dossier_value_size(labels) == 2);
  REQUIRE(dossier_entity_properties(rows.get(), relationship, &properties, nullptr) == 0);
  CHECK(dossier_value_integer(dossier_value_find(properties, "since")) == 1833);
  REQUIRE(dossier_relationship_type(rows.get(), relationship, &type, nullptr) == 0);
  CHECK(std::string(dossier_value_string(type, nullptr)) == "KNOWS");
  std::uint64_t start = 99, end = 99;
  REQUIRE(dossier_relationship_ends(rows.get(), relationship, &start, &end, nullptr) == 0);
  CHECK(start == dossier_value_id(node));
  const dossier_value* path = dossier_column_value(rows.get(), 2);
  CHECK(dossier_value_size(path) == 3);
  CHECK(dossier_value_type(dossier_path_item(rows.get(), path, 1)) == DOSSIER_RELATIONSHIP);
  CHECK(dossier_value_id(dossier_path_item(rows.get(), path, 2)) == end);
  CHECK(dossier_path_item(rows.get(), path, 3) == nullptr);
  char* json = nullptr;
  REQUIRE(dossier_value_json(rows.get(), node, &json, nullptr) == 0);
  CHECK(std::string(json).find("\"name\":\"Ada\"") != std::string::npos);
  dossier_free(json);
  CHECK(dossier_node_labels(rows.get(), relationship, &labels, nullptr) != 0);
  const Statement echo = prepare(db, "RETURN $x");
  CHECK(dossier_bind_value(echo.get(), "x", node) != 0);
  CHECK(dossier_bind_value(echo.get(), "x", dossier_value_find(properties, "since")) == 0);
}

TEST_CASE("what a transaction writes is its own until it commits", "[shell][capi]") {
  const Db db = open_graph();
  const bool keep = GENERATE(true, false);
  dossier_transaction* writing = nullptr;
  REQUIRE(dossier_begin(db.get(), DOSSIER_WRITE, &writing, nullptr) == 0);
  run(prepare(db, "CREATE (:A)"), writing);
  run(prepare(db, "MATCH (a:A) CREATE (a)-[:R]->(:B)"), writing);
  {
    const Rows rows = run(prepare(db, "MATCH (:A)-[:R]->(b:B) RETURN count(b)"), writing);
    REQUIRE(next(rows));
    CHECK(dossier_column_integer(rows.get(), 0) == 1);
  }
  CHECK(count_nodes(db) == 0);
  if (keep)
    CHECK(dossier_commit(writing, nullptr) == 0);
  else
    dossier_rollback(writing);
  CHECK(count_nodes(db) == (keep ? 2 : 0));
}

TEST_CASE("after a query that failed half way a transaction can only be rolled back", "[shell][capi]") {
  const Db db = open_graph();
  dossier_transaction* writing = nullptr;
  REQUIRE(dossier_begin(db.get(), DOSSIER_WRITE, &writing, nullptr) == 0);
  run(prepare(db, "CREATE (:A)"), writing);
  const Error error(last_error(prepare(db, "UNWIND [1, 0] AS x CREATE (:B {y: 1 / x})"), writing));
  CHECK(std::string(dossier_error_type(error.get())) == "ArithmeticError");
  const Error after(last_error(prepare(db, "CREATE (:C)"), writing));
  CHECK(dossier_error_code(after.get()) == DOSSIER_INVALID_ARGUMENT);
  CHECK(dossier_commit(writing, nullptr) != 0);
  CHECK(count_nodes(db) == 0);
}

TEST_CASE("a reading transaction sees one state of the graph", "[shell][capi]") {
  const Db db = open_graph();
  write(db, "CREATE (:A)");
  dossier_transaction* reading = nullptr;
  REQUIRE(dossier_begin(db.get(), DOSSIER_READ, &reading, nullptr) == 0);
  write(db, "CREATE (:A)");
  {
    const Rows rows = run(prepare(db, "MATCH (n) RETURN count(n)"), reading);
    REQUIRE(next(rows));
    CHECK(dossier_column_integer(rows.get(), 0) == 1);
  }
  const Error error(last_error(prepare(db, "CREATE (:A)"), reading));
  CHECK(dossier_error_code(error.get()) == DOSSIER_INVALID_ARGUMENT);
  CHECK(dossier_commit(reading, nullptr) == 0);
  CHECK(count_nodes(db) == 2);
}

TEST_CASE("counters and warnings of a run", "[shell][capi]") {
  const Db db = open_graph();
  const Rows rows = run(prepare(db, "CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person)"));
  dossier_counters counters{};
  counters.size = sizeof counters;
  dossier_cursor_counters(rows.get(), &counters);
  CHECK(counters.nodes_created == 2);
  CHECK(counters.relationships_created == 1);
  CHECK(counters.properties_set == 1);
  const Rows warned = run(prepare(db, "MATCH (p:Persn) RETURN p"));
  REQUIRE(dossier_warning_count(warned.get()) == 1);
  CHECK(std::string(dossier_warning(warned.get(), 0)).find("Person") != std::string::npos);
}

TEST_CASE("a name that comes into use is no longer warned of", "[shell][capi]") {
  const Db db = open_graph();
  const Statement ask = prepare(db, "MATCH (p:Person) RETURN p");
  CHECK(dossier_warning_count(run(ask).get()) == 1);
  write(db, "CREATE (:Person)");
  CHECK(dossier_warning_count(run(ask).get()) == 0);
}

TEST_CASE("a run can be cancelled from another thread, and the next one is not touched", "[shell][capi]") {
  const Db db = open_graph();
  const Statement endless =
      prepare(db, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)");
  std::atomic<bool> running{false};
  dossier_set_progress(
      endless.get(),
      [](void* user, std::uint64_t, std::uint64_t) {
        *static_cast<std::atomic<bool>*>(user) = true;
        return 0;
      },
      &running, 1);
  std::thread other([&] {
    while (!running) std::this_thread::yield();
    dossier_cancel(endless.get());
  });
  const Error error(last_error(endless));
  other.join();
  CHECK(dossier_error_code(error.get()) == DOSSIER_CANCELLED);

  const Statement quick = prepare(db, "RETURN 1");
  dossier_cancel(quick.get());
  CHECK(next(run(quick)));
}

TEST_CASE("the progress callback can end a run", "[shell][capi]") {
  const Db db = open_graph();
  const Statement endless =
      prepare(db, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)");
  std::uint64_t seen = 0;
  dossier_set_progress(
      endless.get(),
      [](void* user, std::uint64_t rows, std::uint64_t) {
        *static_cast<std::uint64_t*>(user) = rows;
        return 1;
      },
      &seen, 1);
  const Error error(last_error(endless));
  CHECK(dossier_error_code(error.get()) == DOSSIER_CANCELLED);
  CHECK(seen > 0);
}

TEST_CASE("limits of time and memory end a run and leave the graph as it was", "[shell][capi]") {
  const Db db = open_graph();
  const Statement slow = prepare(db, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b CREATE (:A)");
  dossier_set_time_limit(slow.get(), 50);
  const Error late(last_error(slow));
  CHECK(dossier_error_code(late.get()) == DOSSIER_DEADLINE_EXCEEDED);
  CHECK(count_nodes(db) == 0);
  const Statement large = prepare(db, "UNWIND range(1, 100000) AS a RETURN a ORDER BY -a");
  dossier_set_memory_limit(large.get(), 10000);
  const Error full(last_error(large));
  CHECK(dossier_error_code(full.get()) == DOSSIER_RESOURCE_EXHAUSTED);
  dossier_set_memory_limit(large.get(), 0);
  CHECK(next(run(large)));
}

TEST_CASE("rows stream, each valid until the next", "[shell][capi]") {
  const Db db = open_graph();
  const Rows rows = run(prepare(db, "UNWIND range(1, 1000000) AS n RETURN n, 'row ' + n"));
  std::int64_t sum = 0;
  for (int i = 0; i < 10 && next(rows); ++i) sum += dossier_column_integer(rows.get(), 0);
  CHECK(sum == 55);
  CHECK(std::string(dossier_column_string(rows.get(), 1, nullptr)) == "row 10");
}

TEST_CASE("an article that is not there cannot be taken away", "[shell][capi]") {
  const Db db = open_graph();
  dossier_error* found = nullptr;
  CHECK(dossier_retract(db.get(), "nothing.txt", &found) != 0);
  const Error error(found);
  CHECK(dossier_error_code(found) == DOSSIER_NOT_FOUND);
}

TEST_CASE("an article is ingested from memory and taken away again", "[shell][capi][model]") {
  dossier_model* loaded = nullptr;
  REQUIRE(dossier_model_load(nullptr, &loaded, nullptr) == 0);
  const std::unique_ptr<dossier_model, Freed<dossier_model_free>> model(loaded);
  const Db db = open_graph();
  const std::string text = "Maria Lund founded Northwind Rail in Oslo. Northwind Rail hired Peter Holm.\n";
  dossier_ingested done{};
  done.size = sizeof done;
  REQUIRE(dossier_ingest(db.get(), model.get(), "rail.txt", text.data(), text.size(), &done, nullptr) == 0);
  CHECK(done.articles == 1);
  CHECK(done.statements > 0);
  CHECK(count_nodes(db) > 1);
  REQUIRE(dossier_ingest(db.get(), model.get(), "rail.txt", text.data(), text.size(), &done, nullptr) == 0);
  CHECK(done.unchanged == 1);
  REQUIRE(dossier_retract(db.get(), "rail.txt", nullptr) == 0);
  CHECK(count_nodes(db) == 0);
}
