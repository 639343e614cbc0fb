// Queries with random damage: each is read or refused, never more. The seed is fixed, so a failure can be repeated;
// tests/fuzz/cypher_fuzz.cc searches on without end.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "dossier/query/diagnostics.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"

namespace dossier::query {
namespace {

const std::vector<std::string> kSeeds = {
    "MATCH (x \"Xi\":Person|Organization&!Group WHERE x.mentions > 3)-[r:called {when: '2026'}]->{1,3}(who) "
    "RETURN who.name AS n, "
    "evidence(r)[0].text ORDER BY n DESC SKIP 1 LIMIT 10",
    "MATCH p = ANY SHORTEST ((a)-[:p*1..3]-(b)), ((c)-->(d) WHERE c.x < d.x){2,4} RETURN [n IN nodes(p) "
    "WHERE n:A | n.x]",
    "MERGE (a:A {x: $p})-[:T]->(b) ON CREATE SET a.y = 0x1F, b += {z: [1, 2.5e3, 'a\\u00e9']} ON MATCH SET "
    "a:L REMOVE a.x",
    "MATCH (n) WHERE NOT (n)--() AND EXISTS { MATCH (n)-->(m) WHERE m.x IN [1, 2] RETURN m } OR n.s STARTS "
    "WITH 'a' RETURN "
    "CASE n.x WHEN 1 THEN 'one' ELSE reduce(s = 0, i IN range(1, 3) | s + i) END, count(DISTINCT n) + 1 AS c",
    "UNWIND [[1, -2], [3]] AS l CALL { WITH l UNWIND l AS i RETURN sum(i) AS s UNION ALL RETURN 0 AS s } "
    "WITH *, l[0..1] AS h "
    "FOREACH (i IN h | CREATE (:N {v: i}))",
    "CALL db.labels() YIELD label AS x WHERE x =~ 'P.*' RETURN x {.*, a: 1} // end\n",
    "EXPLAIN MATCH (`a b`)<-[:`agreed to stop buying`|:B]-() /* c */ RETURN *, any(x IN [true, null] WHERE x "
    "XOR false)",
};
const std::vector<std::string> kWords = {
    "(",    ")",        "[",        "]",       "{",     "}",     "|",       "..",    "*",
    "-",    "->",       "<-",       "MATCH ",  "WITH ", " AS ",  "RETURN ", "CASE ", " END",
    "'",    "\"",       "`",        "/*",      "$",     ";",     ",",       ":",     "=",
    "+=",   "NOT ",     "EXISTS {", "COUNT {", "0x",    "1e999", "\\u",     "\xff",  "\xe2\x80\x94",
    "null", "count(*)", "IN "};

class NoProcedures : public ast::ProcedureCatalog {
 public:
  const ast::ProcedureSignature* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> names() const override { return {}; }
};

std::string damaged(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::string query = kSeeds[below(kSeeds.size())];
  for (std::size_t changes = 1 + below(6); changes > 0; --changes) {
    const std::size_t at = below(query.size() + 1);
    switch (below(5)) {
      case 0:
        query.erase(at, 1 + below(8));
        break;
      case 1:
        query.insert(at, kWords[below(kWords.size())]);
        break;
      case 2:
        query.insert(at, query.substr(below(query.size() + 1), below(30)));
        break;
      case 3:
        query.insert(at, 1, static_cast<char>(random()));
        break;
      default: {
        const std::string& other = kSeeds[below(kSeeds.size())];
        query = query.substr(0, at) + other.substr(below(other.size()));
      }
    }
  }
  return query;
}

}  // namespace

TEST_CASE("damaged queries are read or refused with a place inside the query", "[query][mutation]") {
  std::mt19937 random(20260204);
  int read = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string query = damaged(random);
    CAPTURE(i, query);
    auto statement = ast::parse_statement(query);
    Status status = statement.ok() ? ast::bind(*statement, NoProcedures()) : statement.status();
    read += statement.ok();
    if (status.ok()) continue;
    REQUIRE_FALSE(status.message().empty());
    if (const QueryError* error = status.query_error()) {
      REQUIRE(error->begin <= error->end);
      REQUIRE(error->end <= query.size());
      REQUIRE(error->line >= 1);
      REQUIRE_FALSE(error->detail.empty());
      REQUIRE_FALSE(render_error(status, query).empty());
    }
  }
  CHECK(read > 500);
}

}  // namespace dossier::query
