#include <catch2/catch.hpp>
#include <string>

#include "query/ast/builder.h"

namespace dossier::query::ast {
namespace {

struct Row {
  std::string query, detail;
  int line, column;
  std::string message, suggestion;  // parts of them
};

}  // namespace

TEST_CASE("a query that cannot be read is told where, what was expected and what was found",
          "[query][parse]") {
  const auto row = GENERATE(values<Row>({
      {"MATHC (n) RETURN n", "UnexpectedSyntax", 1, 1, "a clause such as MATCH or RETURN, found `MATHC`",
       "`MATCH`"},
      {"MATCH (n) RETRUN n", "UnexpectedSyntax", 1, 11, "found `RETRUN`", "`RETURN`"},
      {"MATCH (n) WERE n.x = 1 RETURN n", "UnexpectedSyntax", 1, 11, "WHERE", "`WHERE`"},
      {"MATCH (n) RETURN n ODER BY n.x", "UnexpectedSyntax", 1, 20, "ORDER", "`ORDER`"},
      {"MATCH (n) RETURN n ORDER n.x", "UnexpectedSyntax", 1, 26, "expected BY", ""},
      {"MATCH (n) RETURN n LIMT 3", "UnexpectedSyntax", 1, 20, "LIMIT", "`LIMIT`"},
      {"MATCH (n\nRETURN n", "UnexpectedSyntax", 2, 1, "`)`", ""},
      {"MATCH (a)-[:called->(b) RETURN a", "UnexpectedSyntax", 1, 19, "`]`, found `-`", ""},
      {"MATCH (a)-->RETURN a", "UnexpectedSyntax", 1, 13, "a node pattern such as (p:Person)", ""},
      {"MATCH a RETURN a", "UnexpectedSyntax", 1, 9, "`=`", ""},
      {"RETURN", "UnexpectedSyntax", 1, 7, "the query ends here, expected", ""},
      {"RETURN 1 +", "UnexpectedSyntax", 1, 11, "expected an expression", ""},
      {"RETURN (1", "UnexpectedSyntax", 1, 10, "`)`", ""},
      {"RETURN [1, 2", "UnexpectedSyntax", 1, 13, "`]`", ""},
      {"RETURN {a: 1", "UnexpectedSyntax", 1, 13, "`}`", ""},
      {"RETURN {1: 2}", "UnexpectedSyntax", 1, 9, "expected a name or `}`, found `1`", ""},
      {"RETURN CASE WHEN true 1 END", "UnexpectedSyntax", 1, 23, "THEN", ""},
      {"RETURN CASE WHEN true THEN 1", "UnexpectedSyntax", 1, 29, "END", ""},
      {"UNWIND [1] x RETURN x", "UnexpectedSyntax", 1, 12, "AS", ""},
      {"MATCH (n) SET n.x", "UnexpectedSyntax", 1, 18, "`=`", ""},
      {"RETURN 'abc", "UnexpectedSyntax", 1, 8, "this string never ends", ""},
      {"RETURN `abc", "UnexpectedSyntax", 1, 8, "this name never ends", ""},
      {"RETURN 1 /* abc", "UnexpectedSyntax", 1, 10, "this comment never ends", ""},
      {"RETURN 1; RETURN 2", "UnexpectedSyntax", 1, 9, "one query ends here", "one by one"},
      {"RETURN '\\q'", "UnexpectedSyntax", 1, 9, "there is no escape \\q", "\\\\"},
      {"RETURN '\\u12G4'", "InvalidUnicodeLiteral", 1, 9, "four hexadecimal digits", ""},
      {"RETURN '\\uD800'", "InvalidUnicodeLiteral", 1, 9, "", ""},
      {"RETURN 42 \xe2\x80\x94 41", "InvalidUnicodeCharacter", 1, 11, "has no meaning here", ""},
      {"RETURN '\xff'", "InvalidUnicodeCharacter", 1, 9, "not valid UTF-8", ""},
      {"RETURN 12abc", "InvalidNumberLiteral", 1, 8,
       "`12abc` is no number, expected one such as 42, 0x2A, 0o52 or 1.5e3", ""},
      {"RETURN 0x", "InvalidNumberLiteral", 1, 8, "", ""},
      {"RETURN 0x1G", "InvalidNumberLiteral", 1, 8, "", ""},
      {"RETURN 0o8", "InvalidNumberLiteral", 1, 8, "", ""},
      {"RETURN 9223372036854775808", "IntegerOverflow", 1, 8, "too large", ""},
      {"RETURN -9223372036854775809", "IntegerOverflow", 1, 8, "too large", ""},
      {"RETURN 1e999", "FloatingPointOverflow", 1, 8, "too large", ""},
      {"MATCH (a)-[:T*-2]->(b) RETURN a", "InvalidRelationshipPattern", 1, 14, "*1..3", ""},
      {"MATCH (a)-[:T..]->(b) RETURN a", "InvalidRelationshipPattern", 1, 14, "", ""},
      {"MATCH (a)-[:T*1..3]->{2}(b) RETURN a", "InvalidRelationshipPattern", 1, 22, "one length", ""},
      {"CREATE (a) MATCH (b) RETURN b", "InvalidClauseComposition", 1, 12,
       "WITH is required between CREATE and MATCH", "WITH *"},
      {"MATCH (n) RETURN n MATCH (m) RETURN m", "InvalidClauseComposition", 1, 20,
       "no clause may follow RETURN", "WITH"},
      {"MATCH (n)", "InvalidClauseComposition", 1, 1, "cannot end with MATCH", ""},
      {"RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", "InvalidClauseComposition", 1, 35, "",
       ""},
      {"WITH 1 + 1 RETURN 1", "NoExpressionAlias", 1, 6, "AS", ""},
      {"MATCH (a)-->(b) (c) RETURN a", "UnexpectedSyntax", 1, 17, "a relationship between the two nodes", ""},
      {"RETURN any(x IN [1])", "UnexpectedSyntax", 1, 8, "WHERE", ""},
  }));
  CAPTURE(row.query);
  const auto statement = parse_statement(row.query);
  REQUIRE_FALSE(statement.ok());
  const QueryError* error = statement.status().query_error();
  REQUIRE(error);
  CHECK(error->type == "SyntaxError");
  CHECK(error->phase == "compile time");
  CHECK(error->detail == row.detail);
  CHECK(error->line == row.line);
  CHECK(error->column == row.column);
  CHECK_THAT(statement.status().message(), Catch::Contains(row.message));
  CHECK_THAT(error->suggestion, Catch::Contains(row.suggestion));
}

TEST_CASE("an error's range covers the word that is wrong", "[query][parse]") {
  const std::string query = "MATCH (n) RETRUN n";
  const auto statement = parse_statement(query);
  const QueryError* error = statement.status().query_error();
  REQUIRE(error);
  CHECK(query.substr(error->begin, error->end - error->begin) == "RETRUN");
}

}  // namespace dossier::query::ast
