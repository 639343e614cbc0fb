// Queries as long as they may be. What is checked is that they are refused for their size, or run: how long either takes
// follows from the limits on what the parser, the binder and the planner are given.
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>

#include "dossier/graph/store.h"
#include "dossier/query/engine.h"
#include "query/ast/builder.h"

namespace dossier::query {
namespace {

struct Shape {
  std::string head, link, tail;
  std::string query(std::size_t times) const {
    std::string text = head;
    for (std::size_t i = 0; i < times; ++i) {
      for (const char c : link) c == '#' ? text += std::to_string(i) : text += c;
    }
    return text + tail;
  }
  std::string longest() const {
    return query((ast::kMaxQueryBytes - head.size() - tail.size()) / link.size());
  }
};

Engine new_engine() { return Engine(std::shared_ptr<graph::Store>(*graph::Store::open(":memory:", {}))); }

StatusCode outcome(Engine& engine, const std::string& query) {
  auto cursor = engine.run(query);
  if (!cursor.ok()) return cursor.status().code();
  Row row;
  while (true) {
    const Result<bool> more = (*cursor)->next(row);
    if (!more.ok()) return more.status().code();
    if (!*more) return StatusCode::kOk;
  }
}

void check_outcomes(std::initializer_list<Shape> shapes, std::size_t times, StatusCode expected) {
  Engine engine = new_engine();
  for (const Shape& shape : shapes) {
    CAPTURE(shape.link);
    CHECK(outcome(engine, shape.query(times)) == expected);
  }
}

}  // namespace

TEST_CASE("a thousand clauses, parts or subqueries run without running out of stack", "[query][size]") {
  check_outcomes({{"RETURN 1 AS x", " UNION RETURN #+1 AS x", ""},
                  {"RETURN 1 AS x", " UNION ALL RETURN 1 AS x", ""},
                  {"", "OPTIONAL MATCH (n#:A) ", "RETURN 1"},
                  {"", "UNWIND [1] AS x# ", "RETURN 1"},
                  {"WITH 1 AS x ", "WITH x ", "RETURN x"},
                  {"", "CREATE (n#) ", ""},
                  {"", "MERGE (n#:A#) ", ""},
                  {"MATCH (a)", "-->(n#)", " RETURN 1"},
                  {"RETURN 1", ", COUNT { () } AS c#", ""}},
                 600, StatusCode::kOk);
}

TEST_CASE("a query of too many parts is refused before anything large is made of it", "[query][size]") {
  check_outcomes({{"RETURN 1 AS x", " UNION RETURN 1 AS x", ""},
                  {"", "CREATE (n#) ", ""},
                  {"", "CALL { RETURN 1 AS x# } ", "RETURN 1"},
                  {"WITH 1 AS x ", "WITH *, 1 AS x# ", "RETURN 1"},
                  {"MATCH (a)", "-->(n#)", " RETURN 1"},
                  {"RETURN 1", ", COUNT { () } AS c#", ""},
                  {"MATCH (n) WHERE true", " AND EXISTS { (n) }", " RETURN 1"},
                  {"MATCH (n) WHERE true", " AND (n)-->()", " RETURN 1"},
                  {"MATCH ()", " MATCH ()-->()-->()-->()-->()-->()-->()", " RETURN 1"}},
                 8000, StatusCode::kResourceExhausted);
}

TEST_CASE("wide rows under many operators are refused", "[query][size]") {
  Engine engine = new_engine();
  const Shape columns{"WITH 1 AS x", ", # AS x#", " "}, clauses{"", "UNWIND [1] AS y# ", "RETURN 1"};
  CHECK(outcome(engine, columns.query(10000) + clauses.query(10)) == StatusCode::kOk);
  CHECK(outcome(engine, columns.query(20000) + clauses.query(900)) == StatusCode::kResourceExhausted);
}

TEST_CASE("four megabytes of one kind are refused for their size or their first mistake",
          "[query][size][slow]") {
  Engine engine = new_engine();
  for (const Shape& shape : {Shape{"RETURN 1", ",1", ""}, Shape{"RETURN [1", ",1", "]"}, Shape{"", "!", ""},
                             Shape{"RETURN ", "[x IN []|x],", ""}, Shape{"MATCH ()", "-->()", ""},
                             Shape{"RETURN 1", "=1", ""}, Shape{"MATCH (n) SET n.x=1", ",n.x=1", ""}}) {
    CAPTURE(shape.link);
    const StatusCode code = engine.check(shape.longest()).code();
    CHECK((code == StatusCode::kResourceExhausted || code == StatusCode::kQueryError));
  }
}

}  // namespace dossier::query
