#include "query/ast/builder.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace dossier::query::ast {
namespace {

Statement parsed(std::string_view text) {
  auto statement = parse_statement(text);
  INFO(text << ": " << statement.status().message());
  REQUIRE(statement.ok());
  return std::move(*statement);
}

template <typename T>
const T& clause(const Statement& statement, std::size_t index) {
  return std::get<T>(statement.query.parts[0].clauses[index].node);
}

const Expression& returned(const Statement& statement) {
  return *std::get<ReturnClause>(statement.query.parts[0].clauses.back().node).projection.items[0].expression;
}

/// An expression in prefix form: enough to see what binds to what.
std::string shape(const Expression& e) {
  if (const auto* v = std::get_if<VariableExpression>(&e.node)) return v->name;
  if (const auto* l = std::get_if<LiteralExpression>(&e.node)) {
    return l->value.is_integer() ? std::to_string(l->value.as_integer())
                                 : std::string(graph::type_name(l->value.type()));
  }
  if (const auto* u = std::get_if<UnaryExpression>(&e.node)) {
    const char* names[] = {"not", "+", "-", "is null", "is not null"};
    return "(" + std::string(names[static_cast<int>(u->op)]) + " " + shape(*u->operand) + ")";
  }
  if (const auto* b = std::get_if<BinaryExpression>(&e.node)) {
    const char* names[] = {"or", "xor", "and",    "+",    "-",        "*",  "/",
                           "%",  "^",   "starts", "ends", "contains", "in", "=~"};
    return "(" + std::string(names[static_cast<int>(b->op)]) + " " + shape(*b->left) + " " +
           shape(*b->right) + ")";
  }
  if (const auto* c = std::get_if<ComparisonExpression>(&e.node)) {
    std::string text = "(compare";
    for (const auto& operand : c->operands) text += " " + shape(*operand);
    return text + ")";
  }
  if (const auto* p = std::get_if<PropertyExpression>(&e.node)) return shape(*p->owner) + "." + p->key;
  if (const auto* s = std::get_if<SubscriptExpression>(&e.node))
    return shape(*s->list) + "[" + shape(*s->index) + "]";
  return "?";
}

}  // namespace

TEST_CASE("operators bind as openCypher says", "[query][builder]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"a OR b AND c", "(or a (and b c))"},
      {"a XOR b OR c", "(or (xor a b) c)"},
      {"NOT a = b", "(not (compare a b))"},
      {"NOT a AND b", "(and (not a) b)"},
      {"a + b * c", "(+ a (* b c))"},
      {"a - b - c", "(- (- a b) c)"},
      {"a ^ b ^ c", "(^ (^ a b) c)"},
      {"-a ^ b", "(^ (- a) b)"},
      {"a * b ^ c", "(* a (^ b c))"},
      {"a < b <= c", "(compare a b c)"},
      {"a = b + c", "(compare a (+ b c))"},
      {"a IN b AND c", "(and (in a b) c)"},
      {"a STARTS WITH b + c", "(starts a (+ b c))"},
      {"a IS NULL = b", "(compare (is null a) b)"},
      {"NOT a IS NOT NULL", "(not (is not null a))"},
      {"a =~ b", "(=~ a b)"},
      {"-a.b[c]", "(- a.b[c])"},
      {"(a + b) * c", "(* (+ a b) c)"},
      {"- - 1", "(- -1)"},
      {"a<-1", "(compare a -1)"},
  }));
  CAPTURE(text);
  CHECK(shape(returned(parsed("RETURN " + text))) == expected);
}

TEST_CASE("literals have the values that they spell", "[query][builder]") {
  const auto value = [](const std::string& text) {
    return std::get<LiteralExpression>(returned(parsed("RETURN " + text)).node).value;
  };
  CHECK(value("-9223372036854775808").as_integer() == INT64_MIN);
  CHECK(value("0x1F").as_integer() == 31);
  CHECK(value("-0x8000000000000000").as_integer() == INT64_MIN);
  CHECK(value("0o17").as_integer() == 15);
  CHECK(value("1.5e3").as_float() == 1500);
  CHECK(value(".5").as_float() == 0.5);
  CHECK(value("1e-400").as_float() == 0);
  CHECK(value("'it\\'s \\u00e9\\t\\U0001F600'").as_string() == "it's \u00e9\t\U0001F600");
  CHECK(value("'\\uD83D\\uDE00'").as_string() == "\U0001F600");
  CHECK(value("\"say \\\"hi\\\"\"").as_string() == "say \"hi\"");
  CHECK(value("TRUE").as_boolean());
  CHECK_FALSE(value("fAlSe").as_boolean());
  CHECK(value("null").is_null());
}

TEST_CASE("names may be escaped, and hold what they hold", "[query][builder]") {
  const Statement statement =
      parsed("MATCH (`a ``b`:`x y`)-[:`agreed to stop buying`]->(sch\u00f6n) RETURN `a ``b`.`k 1`");
  const PatternElement& element = clause<MatchClause>(statement, 0).pattern.parts[0].element;
  CHECK(element.nodes[0].variable == "a `b");
  CHECK(element.nodes[0].labels->name == "x y");
  CHECK(std::get<RelationshipPattern>(element.relationships[0]).types[0] == "agreed to stop buying");
  CHECK(element.nodes[1].variable == "sch\u00f6n");
  CHECK(shape(returned(statement)) == "a `b.k 1");
}

TEST_CASE("a column without AS is called as it is written", "[query][builder]") {
  const Statement statement = parsed("RETURN  n . name /* so */ + 'x' /* end */ , count( * )  AS c, `q r`");
  const auto& items = clause<ReturnClause>(statement, 0).projection.items;
  CHECK(items[0].alias == "n . name /* so */ + 'x'");
  CHECK(items[1].alias == "c");
  CHECK(items[2].alias == "q r");
}

TEST_CASE("relationship patterns have direction, types and length", "[query][builder]") {
  using graph::Direction;
  const auto relationship = [](const std::string& text) {
    Statement statement = parsed("MATCH (a)" + text + "(b) RETURN a");
    auto& part = std::get<MatchClause>(statement.query.parts[0].clauses[0].node).pattern.parts[0];
    return std::get<RelationshipPattern>(std::move(part.element.relationships[0]));
  };
  CHECK(relationship("-->").direction == Direction::kOutgoing);
  CHECK(relationship("<--").direction == Direction::kIncoming);
  CHECK(relationship("--").direction == Direction::kBoth);
  CHECK(relationship("<-[r]->").direction == Direction::kBoth);
  CHECK(relationship("-[:A|B|:C]->").types == std::vector<std::string>{"A", "B", "C"});
  CHECK(relationship("-[:A&!B]->").type_expression != nullptr);
  CHECK_FALSE(relationship("-[r]->").length);
  CHECK(relationship("-[*2]->").length->maximum == 2);
  CHECK(relationship("-[*2..]->").length->minimum == 2);
  CHECK_FALSE(relationship("-[*2..]->").length->maximum);
  CHECK_FALSE(relationship("-[*..3]->").length->minimum);
  CHECK(relationship("-[:called]->{1,3}").length->maximum == 3);
  CHECK(relationship("-[:called]->{1,3}").quantified);
  CHECK(relationship("-->+").length->minimum == 1);
  CHECK(relationship("-->*").length->minimum == 0);
  CHECK(relationship("-[r:A {k: 1}]-").properties != nullptr);
  CHECK(relationship("-[r WHERE r.k > 1]-").condition != nullptr);
}

TEST_CASE("our node patterns: a quoted name, label expressions, WHERE inside", "[query][builder]") {
  const Statement statement =
      parsed("MATCH (x \"Xi\":Person|Organization&!Group WHERE x.mentions > 3)--('Li') RETURN x");
  const auto& nodes = clause<MatchClause>(statement, 0).pattern.parts[0].element.nodes;
  CHECK(nodes[0].variable == "x");
  CHECK(nodes[0].name_text == "Xi");
  CHECK(nodes[0].labels->kind == LabelExpression::Kind::kOr);
  CHECK(nodes[0].labels->operands[1]->kind == LabelExpression::Kind::kAnd);
  CHECK(nodes[0].labels->operands[1]->operands[1]->kind == LabelExpression::Kind::kNot);
  CHECK(nodes[0].condition != nullptr);
  CHECK(nodes[1].name_text == "Li");
}

TEST_CASE("quantified groups stand where relationships do, with nodes on both sides", "[query][builder]") {
  const Statement statement = parsed("MATCH ((a)-[:p]->(b) WHERE a.x < b.x){2,4} RETURN a");
  const PatternElement& element = clause<MatchClause>(statement, 0).pattern.parts[0].element;
  REQUIRE(element.nodes.size() == 2);
  const auto& group = std::get<QuantifiedPattern>(element.relationships[0]);
  CHECK(group.minimum == 2);
  CHECK(group.maximum == 4);
  CHECK(group.element->nodes[0].variable == "a");
  CHECK(group.condition != nullptr);
  const Statement plain = parsed("MATCH ((a)-->(b)) RETURN a");
  CHECK(clause<MatchClause>(plain, 0).pattern.parts[0].element.nodes[0].variable == "a");
}

TEST_CASE("'|' divides a comprehension and joins labels elsewhere", "[query][builder]") {
  const Statement comprehension = parsed("RETURN [x IN xs WHERE x:A | x.name]");
  const auto& list = std::get<ListComprehensionExpression>(returned(comprehension).node);
  CHECK(list.projection != nullptr);
  CHECK(std::get<LabelPredicateExpression>(list.condition->node).labels->kind ==
        LabelExpression::Kind::kName);
  const Statement labels = parsed("MATCH (x) WHERE x:A|B RETURN x");
  const auto& condition = *clause<MatchClause>(labels, 0).condition;
  CHECK(std::get<LabelPredicateExpression>(condition.node).labels->kind == LabelExpression::Kind::kOr);
}

TEST_CASE("lists and comprehensions that begin alike are told apart", "[query][builder]") {
  CHECK(std::holds_alternative<ListExpression>(returned(parsed("RETURN [x IN xs, 1]")).node));
  CHECK(std::holds_alternative<ListComprehensionExpression>(returned(parsed("RETURN [x IN xs]")).node));
  CHECK(std::holds_alternative<ListComprehensionExpression>(
      returned(parsed("RETURN [x IN [1, 2] WHERE x > 1]")).node));
  CHECK(std::holds_alternative<PatternComprehensionExpression>(
      returned(parsed("RETURN [p = (a)-->(b) | p]")).node));
  CHECK(std::holds_alternative<ListExpression>(returned(parsed("RETURN [(a) - (b)]")).node));
  CHECK(std::holds_alternative<BinaryExpression>(returned(parsed("RETURN (a) - (b)")).node));
  CHECK(std::holds_alternative<PatternPredicateExpression>(returned(parsed("RETURN (a)--(b)")).node));
  CHECK(std::holds_alternative<ComparisonExpression>(returned(parsed("RETURN (a) < -(b)")).node));
}

TEST_CASE("words that are also functions are read by what follows them", "[query][builder]") {
  CHECK(std::holds_alternative<CountStarExpression>(returned(parsed("RETURN count( * )")).node));
  CHECK(std::holds_alternative<FunctionCallExpression>(returned(parsed("RETURN count(n)")).node));
  CHECK(std::holds_alternative<SubqueryExpression>(returned(parsed("RETURN COUNT { (n)-->() }")).node));
  CHECK(std::holds_alternative<VariableExpression>(returned(parsed("RETURN count")).node));
  CHECK(std::holds_alternative<MapProjectionExpression>(returned(parsed("RETURN count {.*}")).node));
  CHECK(std::holds_alternative<FunctionCallExpression>(returned(parsed("RETURN exists(n.name)")).node));
  CHECK(std::holds_alternative<QuantifierExpression>(returned(parsed("RETURN none(x IN xs WHERE x)")).node));
  CHECK(
      std::holds_alternative<FunctionCallExpression>(returned(parsed("RETURN duration.between(a, b)")).node));
}

TEST_CASE("clauses carry what they say", "[query][builder]") {
  const Statement statement = parsed(
      "EXPLAIN MATCH (n) OPTIONAL MATCH (n)--(m) WITH DISTINCT n, m ORDER BY n.x DESC, m.y SKIP 1 LIMIT 2 "
      "WHERE n.x > 0 "
      "MERGE p = (n)-[:A]->(m) ON CREATE SET n.a = 1 ON MATCH SET n += {b: 2}, n:L:M "
      "REMOVE n.c, m:K DETACH DELETE m FOREACH (i IN [1] | SET n.i = i)");
  CHECK(statement.explain == ExplainMode::kExplain);
  CHECK(clause<MatchClause>(statement, 1).optional);
  const auto& with = clause<WithClause>(statement, 2);
  CHECK(with.projection.distinct);
  CHECK(with.projection.order_by[0].descending);
  CHECK_FALSE(with.projection.order_by[1].descending);
  CHECK((with.projection.skip && with.projection.limit && with.condition));
  const auto& merge = clause<MergeClause>(statement, 3);
  CHECK(merge.part.path_variable == "p");
  CHECK(merge.on_create[0].kind == SetItem::Kind::kProperty);
  CHECK(merge.on_match[0].kind == SetItem::Kind::kMerge);
  CHECK(merge.on_match[1].labels == std::vector<std::string>{"L", "M"});
  CHECK(clause<RemoveClause>(statement, 4).items[1].labels == std::vector<std::string>{"K"});
  CHECK(clause<DeleteClause>(statement, 5).detach);
  CHECK(clause<std::unique_ptr<ForeachClause>>(statement, 6)->clauses.size() == 1);
}

TEST_CASE("CALL is standalone only where it is the whole query", "[query][builder]") {
  CHECK(clause<CallClause>(parsed("CALL db.labels"), 0).standalone);
  CHECK_FALSE(clause<CallClause>(parsed("CALL db.labels() YIELD label RETURN label"), 0).standalone);
  const Statement subquery = parsed("MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN c");
  CHECK(clause<SubqueryClause>(subquery, 1).imports == std::vector<std::string>{"n"});
}

TEST_CASE("shortest paths are spelt three ways", "[query][builder]") {
  const auto selector = [](const std::string& text) {
    return clause<MatchClause>(parsed("MATCH " + text + " RETURN 1"), 0).pattern.parts[0].selector;
  };
  CHECK(selector("p = ANY SHORTEST (a)-[*]->(b)") == PathSelector::kAnyShortest);
  CHECK(selector("ALL SHORTEST (a)-->+(b)") == PathSelector::kAllShortest);
  CHECK(selector("p = shortestPath((a)-[*]->(b))") == PathSelector::kAnyShortest);
  CHECK(selector("allShortestPaths((a)-[*]->(b))") == PathSelector::kAllShortest);
}

}  // namespace dossier::query::ast
