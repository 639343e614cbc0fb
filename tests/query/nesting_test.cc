// No query, however nested or long, runs the stack out or takes more than linear time.
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "query/ast/builder.h"

namespace dossier::query::ast {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

struct Shape {
  std::string head, open, core, close, tail;
  std::string query(int depth) const {
    return head + repeated(open, depth) + core + repeated(close, depth) + tail;
  }
};

const Shape kShapes[] = {
    {"RETURN ", "(", "1", ")", ""},
    {"RETURN ", "[", "1", "]", ""},
    {"RETURN ", "{a: ", "1", "}", ""},
    {"RETURN ", "[x IN ", "1", "]", ""},
    {"RETURN ", "[x IN ", "1", ", 1]", ""},
    {"RETURN ", "[x IN [1] | ", "1", "]", ""},
    {"RETURN ", "[(a)-->(b) | ", "1", "]", ""},
    {"RETURN ", "({a: ", "1", "})-->()", ""},
    {"RETURN ", "({a: ", "1", "})", ""},
    {"RETURN ", "size(", "1", ")", ""},
    {"RETURN ", "reduce(a = 1, x IN ", "1", " | a)", ""},
    {"RETURN ", "any(x IN ", "1", " WHERE true)", ""},
    {"RETURN ", "CASE WHEN ", "1", " THEN 1 END", ""},
    {"RETURN ", "EXISTS { MATCH (n) WHERE ", "true", " RETURN 1 }", ""},
    {"RETURN ", "COUNT { (n WHERE ", "true", ") }", ""},
    {"RETURN ", "n {a: ", "1", "}", ""},
    {"RETURN ", "a[", "1", "]", ""},
    {"RETURN ", "a[1..", "1", "]", ""},
    {"MATCH (n:", "!(", "A", ")", ") RETURN 1"},
    {"MATCH ", "(", "(a)-->(b)", ")", " RETURN 1"},
    {"MATCH ", "(", "(a)-->(b)", "){1,2}", " RETURN 1"},
    {"", "CALL { ", "RETURN 1 AS x", " RETURN 1 AS x }", ""},
    {"", "FOREACH (x IN [] | ", "CREATE ()", ")", ""},
};

}  // namespace

TEST_CASE("nesting within the limit is read, and quickly, whether the query is right or not",
          "[query][nesting]") {
  for (const Shape& shape : kShapes) {
    for (const std::string& end : {std::string(), std::string(" ?")}) {
      const std::string query = shape.query(60) + end;
      CAPTURE(query);
      const auto begin = std::chrono::steady_clock::now();
      const auto statement = parse_statement(query);
      CHECK(std::chrono::steady_clock::now() - begin <
            std::chrono::seconds(2));  // 2^60 steps would never end
      if (!statement.ok()) {
        CHECK(statement.status().code() == StatusCode::kQueryError);
        CHECK((!end.empty() || shape.open.starts_with("CALL")));
      } else {
        CHECK(end.empty());
      }
    }
  }
}

TEST_CASE("queries that break off in the middle of their nesting fail quickly", "[query][nesting]") {
  for (const Shape& shape : kShapes) {
    const std::string query = shape.head + repeated(shape.open, 60);
    CAPTURE(query);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(parse_statement(query).ok());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
  }
}

TEST_CASE("nesting a thousand and more levels deep is refused with a clear error", "[query][nesting]") {
  for (const int depth : {1000, 100000}) {
    for (const Shape& shape : kShapes) {
      const auto statement = parse_statement(shape.query(depth));
      CAPTURE(shape.open);
      REQUIRE_FALSE(statement.ok());
      CHECK(statement.status().code() == StatusCode::kResourceExhausted);
    }
  }
}

TEST_CASE("long chains of operators are read or refused, never followed down the stack", "[query][nesting]") {
  for (const std::string link :
       {"NOT ", "-", "1 + ", "1 * ", "2 ^ ", "1 = ", "a.b + ", "true AND ", "true OR ", "'a' IN "}) {
    const auto statement = parse_statement("RETURN " + repeated(link, 100000) + "1");
    CAPTURE(link);
    if (!statement.ok()) CHECK(statement.status().code() == StatusCode::kResourceExhausted);
  }
  for (const std::string link :
       {"-", "+", "NOT ", "1 + ", "1 ^ ", "a.b + ", "'a' IN "}) {  // as long as a query may be
    CAPTURE(link);
    const std::size_t times = (kMaxQueryBytes - 100) / link.size();
    CHECK(parse_statement("RETURN " + repeated(link, times) + "1").status().code() ==
          StatusCode::kResourceExhausted);
  }
  for (const std::string link : {"[0]", ".a", " IS NULL"}) {
    CAPTURE(link);
    const std::size_t times = (kMaxQueryBytes - 100) / link.size();
    CHECK(parse_statement("RETURN x" + repeated(link, times)).status().code() ==
          StatusCode::kResourceExhausted);
  }
  CHECK(parse_statement("RETURN " + repeated("true OR ", 20000) + "true").ok());
  CHECK(parse_statement("RETURN " + repeated("1 + ", 500) + "1").ok());
}

TEST_CASE("a pattern that is too large is refused", "[query][nesting]") {
  for (const auto& [head, link, tail] : {std::array<std::string, 3>{"MATCH ()", "-->()", " RETURN 1"},
                                         std::array<std::string, 3>{"MATCH ()", ", ()", " RETURN 1"},
                                         std::array<std::string, 3>{"MATCH (:A", "&A", ") RETURN 1"}}) {
    CAPTURE(link);
    CHECK(parse_statement(head + repeated(link, 900) + tail).ok());
    CHECK(parse_statement(head + repeated(link, 100000) + tail).status().code() ==
          StatusCode::kResourceExhausted);
  }
  CHECK(parse_statement("CREATE ()" + repeated(", ()", 20000)).ok());
}

TEST_CASE("a query that is too long is refused", "[query][nesting]") {
  const auto statement = parse_statement("RETURN '" + std::string(kMaxQueryBytes, 'x') + "'");
  REQUIRE_FALSE(statement.ok());
  CHECK(statement.status().code() == StatusCode::kResourceExhausted);
}

}  // namespace dossier::query::ast
