#include "query/ast/binder.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/ast/builder.h"

namespace dossier::query::ast {
namespace {

/// Two procedures: test.person(name :: STRING?, age :: INTEGER?) :: (city, code), and test.nothing() :: ().
class Procedures : public ProcedureCatalog {
 public:
  const ProcedureSignature* find(std::string_view name) const override {
    return name == person_.name ? &person_ : name == nothing_.name ? &nothing_ : nullptr;
  }
  std::vector<std::string> names() const override { return {person_.name, nothing_.name}; }

 private:
  ProcedureSignature person_{
      "test.person", {{"name", "STRING?"}, {"age", "INTEGER?"}}, {{"city", "STRING?"}, {"code", "INTEGER?"}}};
  ProcedureSignature nothing_{"test.nothing", {}, {}};
};

Status bound(Statement& statement, const std::string& text) {
  auto parsed = parse_statement(text);
  if (!parsed.ok()) return parsed.status();
  statement = std::move(*parsed);
  return bind(statement, Procedures());
}

std::string detail(const std::string& text) {
  Statement statement;
  const Status status = bound(statement, text);
  if (status.ok()) return "ok";
  return status.query_error() ? status.query_error()->detail : status.message();
}

Statement good(const std::string& text) {
  Statement statement;
  const Status status = bound(statement, text);
  INFO(text << ": " << status.message());
  REQUIRE(status.ok());
  return statement;
}

}  // namespace

TEST_CASE("what is wrong with names and places is told before the query runs", "[query][binder]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      // names
      {"RETURN foo", "UndefinedVariable"},
      {"MATCH (a) WITH a.x AS x RETURN a", "UndefinedVariable"},
      {"MATCH (a) WITH DISTINCT a.x AS x ORDER BY a.y RETURN x", "UndefinedVariable"},
      {"MATCH (a) RETURN count(a) AS c ORDER BY a.x", "UndefinedVariable"},
      {"MATCH (a) RETURN a.x AS x ORDER BY a.y", "ok"},
      {"MATCH (a) WITH a.x AS x WHERE a.y = 1 RETURN x", "ok"},
      {"MATCH (n) WHERE (n)-->(m) RETURN n", "UndefinedVariable"},
      {"MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = 1 } RETURN n", "ok"},
      {"MATCH (n) RETURN [(n)-->(m) | m.x]", "ok"},
      {"MATCH (n) RETURN [(n)-->(m) | m.x], m", "UndefinedVariable"},
      {"CREATE (a {x: b.x})", "UndefinedVariable"},
      {"MATCH (a {x: b.x}), (b) RETURN a", "ok"},
      {"RETURN [x IN [1] | x] AS l, x", "UndefinedVariable"},
      {"UNWIND [1] AS x UNWIND [2] AS x RETURN x", "VariableAlreadyBound"},
      {"MATCH (p), p = ()-->() RETURN p", "VariableAlreadyBound"},
      {"MATCH (a) CREATE (a)", "VariableAlreadyBound"},
      {"MATCH (a) CREATE (a:L)-[:T]->()", "VariableAlreadyBound"},
      {"MATCH (a) CREATE (a)-[:T]->(b)", "ok"},
      {"CREATE (a)-[:T]->(a)", "ok"},
      {"MATCH ()-[r]->() CREATE ()-[r:T]->()", "VariableAlreadyBound"},
      {"MATCH (a) MERGE (a)", "VariableAlreadyBound"},
      {"MATCH ()-[r]->()-[r]->() RETURN r", "RelationshipUniquenessViolation"},
      {"MATCH ()-[r]->() MATCH ()-[r]->() RETURN r", "ok"},
      {"MATCH (r)-[r]->() RETURN r", "VariableTypeConflict"},
      {"MATCH ()-[r]->() MATCH (r) RETURN r", "VariableTypeConflict"},
      {"WITH 1 AS n MATCH (n) RETURN n", "VariableTypeConflict"},
      {"WITH null AS n MATCH (n) RETURN n", "ok"},
      {"MATCH (n) WITH collect(n) AS ns UNWIND ns AS m MATCH (m) RETURN m", "ok"},
      {"MATCH ()-[rs*]->() MATCH ()-[rs*]->() RETURN rs", "ok"},
      // patterns
      {"MATCH (n $p) RETURN n", "InvalidParameterUse"},
      {"MATCH ()-[r:T $p]->() RETURN r", "InvalidParameterUse"},
      {"MERGE (n $p)", "InvalidParameterUse"},
      {"CREATE (n $p)", "ok"},
      {"CREATE ()-->()", "NoSingleRelationshipType"},
      {"CREATE ()-[:A|B]->()", "NoSingleRelationshipType"},
      {"CREATE ()-[:A]-()", "RequiresDirectedRelationship"},
      {"CREATE ()<-[:A]->()", "RequiresDirectedRelationship"},
      {"MERGE ()-[:A]-()", "ok"},
      {"CREATE ()-[:A*2]->()", "CreatingVarLength"},
      {"CREATE (\"Xi\")", "UnexpectedSyntax"},
      {"CREATE (n:A|B)", "UnexpectedSyntax"},
      {"MATCH (n) RETURN (n)-->()", "UnexpectedSyntax"},
      {"MATCH (n) RETURN size((n)-->())", "UnexpectedSyntax"},
      {"MATCH (n) RETURN exists((n)-->())", "ok"},
      {"MATCH (n) WHERE n.x = 1 OR NOT (n)-->() RETURN n", "ok"},
      {"MATCH ((a)-->(b)){2} MATCH (a) RETURN a", "VariableTypeConflict"},
      {"MATCH (a) MATCH ((a)-->(b)){2} RETURN a", "VariableAlreadyBound"},
      {"MATCH (x)((a)-->(b)){2}(y) RETURN [n IN a | n.name], x, y", "ok"},
      // projections
      {"MATCH () RETURN *", "NoVariablesInScope"},
      {"RETURN 1 AS a, 2 AS a", "ColumnNameConflict"},
      {"WITH 1 AS a, 2 AS a RETURN a", "ColumnNameConflict"},
      {"MATCH (n) RETURN n LIMIT n.x", "NonConstantExpression"},
      {"MATCH (n) RETURN n LIMIT -1", "NegativeIntegerArgument"},
      {"MATCH (n) RETURN n SKIP 1.5", "InvalidArgumentType"},
      {"MATCH (n) RETURN n SKIP toInteger(rand() * 3) LIMIT $l", "ok"},
      {"RETURN 1 AS a UNION RETURN 2 AS b", "DifferentColumnsInUnion"},
      {"RETURN 1 AS a, 2 AS b UNION RETURN 2 AS b, 1 AS a", "ok"},
      // aggregation
      {"MATCH (n) WHERE count(n) > 1 RETURN n", "InvalidAggregation"},
      {"MATCH (n) RETURN [x IN [1] | count(*)]", "InvalidAggregation"},
      {"MATCH (n) RETURN n.x ORDER BY max(n.y)", "InvalidAggregation"},
      {"MATCH (n) SET n.x = count(*)", "InvalidAggregation"},
      {"RETURN count(count(*))", "NestedAggregation"},
      {"RETURN count(rand())", "NonConstantExpression"},
      {"MATCH (a), (b) RETURN a.x + count(b)", "AmbiguousAggregationExpression"},
      {"MATCH (a), (b) RETURN a.x, a.x + count(b)", "ok"},
      {"MATCH (a), (b) RETURN a, a.x + count(b)", "ok"},
      {"MATCH (a), (b) RETURN a.x + b.x, a.x + b.x + count(*)", "AmbiguousAggregationExpression"},
      {"MATCH (a), (b) RETURN $p + count(b) - 1000", "ok"},
      {"MATCH (a), (b) RETURN a.x AS x, count(b) AS c ORDER BY a.x + count(b)", "ok"},
      {"MATCH (a), (b) RETURN a.x + b.x, count(*) AS c ORDER BY a.x + b.x + count(*)",
       "AmbiguousAggregationExpression"},
      {"MATCH (a) RETURN count(a) AS c ORDER BY a.x + count(a)", "UndefinedVariable"},
      {"MATCH (a) RETURN [x IN collect(a) | x.name] AS names", "ok"},
      // types
      {"RETURN 1 AND true", "InvalidArgumentType"},
      {"RETURN NOT 'a'", "InvalidArgumentType"},
      {"WITH 'a' AS x RETURN x OR true", "InvalidArgumentType"},
      {"RETURN 1 IN 2", "InvalidArgumentType"},
      {"RETURN any(x IN ['a'] WHERE x % 2 = 0)", "InvalidArgumentType"},
      {"RETURN any(x IN [1, 'a'] WHERE x % 2 = 0)", "ok"},
      {"MATCH p = (a) RETURN p.x", "InvalidArgumentType"},
      {"WITH 1 AS x RETURN x.y", "InvalidArgumentType"},
      {"RETURN date('2026-02-04').year", "ok"},
      {"MATCH (n) RETURN length(n)", "InvalidArgumentType"},
      {"MATCH p = (n) RETURN labels(p)", "InvalidArgumentType"},
      {"MATCH (n) RETURN type(n)", "InvalidArgumentType"},
      {"MATCH (n) DELETE n.x", "ok"},
      {"MATCH (n) DELETE 1 + 1", "InvalidArgumentType"},
      {"MATCH ()-[r]->() DELETE r:T", "InvalidDelete"},
      {"CREATE (n) SET n.x = [{a: 1}]", "InvalidPropertyType"},
      {"CREATE (n {x: {a: 1}})", "InvalidPropertyType"},
      {"CREATE (n) SET m.x = 1", "UndefinedVariable"},
      // functions and procedures
      {"RETURN foo(1)", "UnknownFunction"},
      {"RETURN size()", "InvalidNumberOfArguments"},
      {"RETURN TOUPPER('a')", "ok"},
      {"RETURN toUpper(DISTINCT 'a')", "UnexpectedSyntax"},
      {"CALL test.unknown()", "ProcedureNotFound"},
      {"CALL test.person('a')", "InvalidNumberOfArguments"},
      {"CALL test.person('a', 'b')", "InvalidArgumentType"},
      {"CALL test.person('a', null)", "ok"},
      {"CALL test.person YIELD city RETURN city", "InvalidArgumentPassingMode"},
      {"CALL test.person('a', 1) YIELD * RETURN city", "UnexpectedSyntax"},
      {"CALL test.person('a', 1) YIELD *", "ok"},
      {"CALL test.person('a', 1) YIELD city, code AS city RETURN city", "VariableAlreadyBound"},
      {"CALL test.person('a', 1) YIELD town RETURN town", "UndefinedVariable"},
      {"MATCH (n) CALL test.person('a', count(n)) YIELD city RETURN city", "InvalidAggregation"},
      {"MATCH (n) CALL test.nothing() RETURN n", "ok"},
      // subqueries
      {"MATCH (n) WHERE EXISTS { MATCH (n)-->(m) SET m.x = 1 } RETURN n", "InvalidClauseComposition"},
      {"MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN c", "ok"},
      {"MATCH (n) CALL { MATCH (n)--(m) RETURN m } RETURN m", "ok"},  // another n
      {"MATCH (n) CALL { MATCH (m) RETURN m AS n } RETURN n", "VariableAlreadyBound"},
      {"MATCH (n) CALL (n) { RETURN n.x AS x } RETURN x", "ok"},
      {"MATCH (n) CALL (m) { RETURN 1 AS x } RETURN x", "UndefinedVariable"},
      {"MATCH (n) CALL { RETURN m.x AS x } RETURN x", "UndefinedVariable"},
      {"RETURN COLLECT { MATCH (n) RETURN n, n.x }", "InvalidClauseComposition"},
      {"MATCH (n) FOREACH (x IN [1] | SET n.x = x) RETURN x", "UndefinedVariable"},
  }));
  CAPTURE(text);
  CHECK(detail(text) == expected);
}

TEST_CASE("a wrong name is answered with the nearest that is there", "[query][binder]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"MATCH (person) RETURN persn.name", "did you mean `person`?"},
      {"RETURN toUper('a')", "did you mean `toUpper`?"},
      {"CALL test.persn('a', 1)", "did you mean `test.person`?"},
      {"RETURN zzz", "a string stands in quotes: 'zzz'"},
      {"RETURN z", "name it in a pattern: (z:Person)"},
  }));
  Statement statement;
  const Status status = bound(statement, text);
  REQUIRE(status.query_error());
  CHECK(status.query_error()->suggestion == expected);
}

TEST_CASE("a property of a value that has none is a type error", "[query][binder]") {
  Statement statement;
  const Status status = bound(statement, "WITH 1 AS x RETURN x.y");
  REQUIRE(status.query_error());
  CHECK(status.query_error()->type == "TypeError");
}

TEST_CASE("every declaration has a slot of its own, and what is passed on keeps it", "[query][binder]") {
  const Statement statement = good("MATCH (a)-[r]->(b) WITH a, b.x AS x, r AS a2 RETURN a, x, a2");
  const auto& clauses = statement.query.parts[0].clauses;
  const auto& element = std::get<MatchClause>(clauses[0].node).pattern.parts[0].element;
  const auto& with = std::get<WithClause>(clauses[1].node).projection;
  CHECK(with.items[0].slot == element.nodes[0].slot);
  const auto& relationship = std::get<RelationshipPattern>(element.relationships[0]);
  CHECK(with.items[2].slot != relationship.slot);
  CHECK(statement.columns[0].size() == 3);
  CHECK(statement.columns[0][0].slot == element.nodes[0].slot);
  CHECK(statement.columns[0][1].slot == with.items[1].slot);
  CHECK(static_cast<std::size_t>(statement.slot_count) == statement.slot_names.size());
}

TEST_CASE("the first place of a variable declares it", "[query][binder]") {
  const Statement statement = good("MATCH (a)-->(b), (b)-->(a) RETURN a");
  const auto& parts = std::get<MatchClause>(statement.query.parts[0].clauses[0].node).pattern.parts;
  CHECK(parts[0].element.nodes[0].declares);
  CHECK(parts[0].element.nodes[1].declares);
  CHECK_FALSE(parts[1].element.nodes[0].declares);
  CHECK(parts[1].element.nodes[0].slot == parts[0].element.nodes[1].slot);
}

TEST_CASE("* stands for every variable, by name", "[query][binder]") {
  const Statement statement = good("MATCH (b)-[c]->(a) RETURN *, 1 AS one");
  std::vector<std::string> names;
  for (const ColumnInfo& column : statement.columns[0]) names.push_back(column.name);
  CHECK(names == std::vector<std::string>{"a", "b", "c", "one"});
}

TEST_CASE("the parts of a UNION write the slots of the first", "[query][binder]") {
  const Statement statement = good("RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a");
  const auto& second = std::get<ReturnClause>(statement.query.parts[1].clauses[0].node).projection;
  CHECK(second.items[0].slot == statement.columns[0][1].slot);
  CHECK(second.items[1].slot == statement.columns[0][0].slot);
  CHECK(statement.columns[1][0].name == "a");
}

TEST_CASE("ORDER BY names the projection's slots where it repeats its expressions", "[query][binder]") {
  const Statement statement = good("MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY n.x, COUNT( * ) + 1");
  const auto& projection = std::get<ReturnClause>(statement.query.parts[0].clauses[1].node).projection;
  CHECK(projection.aggregates);
  CHECK(std::get<VariableExpression>(projection.order_by[0].expression->node).slot ==
        projection.items[0].slot);
  const auto& sum = std::get<BinaryExpression>(projection.order_by[1].expression->node);
  CHECK(std::get<VariableExpression>(sum.left->node).slot == projection.items[1].slot);
}

TEST_CASE("beside an aggregate function stand the slots of the groups", "[query][binder]") {
  const Statement statement = good("MATCH (n) RETURN n.x AS x, n.x + count(*) AS c");
  const auto& projection = std::get<ReturnClause>(statement.query.parts[0].clauses[1].node).projection;
  const auto& sum = std::get<BinaryExpression>(projection.items[1].expression->node);
  CHECK(std::get<VariableExpression>(sum.left->node).slot == projection.items[0].slot);
}

TEST_CASE("a group's variables are lists outside of it", "[query][binder]") {
  const Statement statement = good("MATCH ((a)-[r]->(b)){2,4} RETURN a, r, b");
  const auto& element =
      std::get<MatchClause>(statement.query.parts[0].clauses[0].node).pattern.parts[0].element;
  const auto& group = std::get<QuantifiedPattern>(element.relationships[0]);
  REQUIRE(group.groups.size() == 3);
  for (const auto& [inner, outer] : group.groups) CHECK(inner != outer);
  CHECK(statement.columns[0][0].slot == group.groups[0].second);
}

TEST_CASE("a standalone call yields every column, and takes parameters for arguments", "[query][binder]") {
  const Statement statement = good("CALL test.person");
  const auto& call = std::get<CallClause>(statement.query.parts[0].clauses[0].node);
  CHECK(call.arguments.size() == 2);
  CHECK(statement.columns[0].size() == 2);
  CHECK(statement.parameters == std::vector<std::string>{"age", "name"});
  CHECK(check_parameters(statement, {{"name", "a"}, {"age", 1}}).ok());
  const Status missing = check_parameters(statement, {{"name", "a"}});
  REQUIRE(missing.query_error());
  CHECK(missing.query_error()->type == "ParameterMissing");
  CHECK(missing.query_error()->detail == "MissingParameter");
  const Status wrong = check_parameters(statement, {{"name", 1}, {"age", 1}});
  REQUIRE(wrong.query_error());
  CHECK(wrong.query_error()->detail == "InvalidArgumentType");
}

TEST_CASE("a query knows whether it writes and which parameters it reads", "[query][binder]") {
  CHECK(good("CREATE ()").writes);
  CHECK(good("CALL { CREATE (n) RETURN n } RETURN n").writes);
  CHECK_FALSE(good("MATCH (n) RETURN n").writes);
  CHECK(good("RETURN $b + $a + $b AS x").parameters == std::vector<std::string>{"a", "b"});
}

TEST_CASE("names that a query looks for are listed, names that it writes are not", "[query][binder]") {
  const Statement statement =
      good("MATCH (n:Person {name: 'x'})-[:called]->(m) WHERE m.age > 1 SET m.seen = n.seen RETURN m");
  std::vector<std::string> names;
  for (const NameUse& use : statement.looked_for) {
    if (use.kind != NameUse::Kind::kLikeLabel) names.push_back(use.name);
    CHECK(statement.text.substr(use.span.begin, use.span.end - use.span.begin) == use.name);
  }
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"Person", "age", "called", "name"});
}

}  // namespace dossier::query::ast
