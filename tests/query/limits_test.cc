// Limits of time and memory, and cancelling: every way to hold much or to run long ends soon after its limit, with its own
// error, and leaves the store as it was.
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "dossier/graph/store.h"
#include "dossier/query/engine.h"
#include "tests/support/value_text.h"

namespace dossier::query {
namespace {

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

struct Host {
  std::shared_ptr<graph::Store> store = *graph::Store::open(":memory:", {});
  Engine engine{store};

  Status run(const std::string& query, const QueryOptions& options = {}) {
    auto cursor = engine.run(query, {}, options);
    if (!cursor.ok()) return cursor.status();
    Row row;
    while (true) {
      const Result<bool> more = (*cursor)->next(row);
      if (!more.ok()) return more.status();
      if (!*more) return {};
    }
  }
  Status within(const std::string& query, std::uint64_t bytes) {
    QueryOptions options;
    options.memory_limit = bytes;
    options.time_limit = std::chrono::minutes(1);  // where the limit of memory does not hold
    return run(query, options);
  }
};

// A ring of 40 nodes with two relationships between neighbours, but one at node 0: 2^38 shortest ways round. And three
// nodes with 1,000 relationships between each two: a billion triangles.
void make_parallels(Host& host) {
  REQUIRE(host.run("UNWIND range(0, 39) AS i CREATE (:L {n: i})").ok());
  REQUIRE(host.run("MATCH (a:L), (b:L {n: (a.n + 1) % 40}) CREATE (a)-[:D]->(b)").ok());
  REQUIRE(host.run("MATCH (a:L), (b:L {n: a.n + 1}) WHERE a.n > 0 AND b.n < 39 CREATE (a)-[:D]->(b)").ok());
  REQUIRE(host.run("UNWIND range(1, 3) AS i CREATE (:M {n: i})").ok());
  REQUIRE(
      host.run("MATCH (a:M), (b:M) WHERE a.n < b.n UNWIND range(1, 1000) AS i CREATE (a)-[:P {x: i}]->(b)")
          .ok());
}

// A complete graph of 30 nodes: more paths than can be walked. And a long chain.
void make_graph(Host& host) {
  REQUIRE(host.run("UNWIND range(1, 30) AS i CREATE (:K {n: i})").ok());
  REQUIRE(host.run("MATCH (a:K), (b:K) WHERE a.n < b.n CREATE (a)-[:T]->(b)").ok());
  REQUIRE(host.run("CREATE (:C {n: 0})").ok());
  REQUIRE(host.run("UNWIND range(1, 30000) AS i CREATE (:C {n: i})").ok());
  REQUIRE(host.run("MATCH (a:C) WITH a ORDER BY a.n WITH collect(a) AS l UNWIND range(0, size(l) - 2) AS i "
                   "WITH l[i] AS a, l[i + 1] AS b CREATE (a)-[:NEXT]->(b)")
              .ok());
  make_parallels(host);
}

// What never ends, or not soon.
const char* const kEndless[] = {
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)",
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a",
    "MATCH (a:K)-[r*]-(b) RETURN count(*)",
    "MATCH (a:K)-[r*]-(b {n: -1}) RETURN b",
    "MATCH ((a:K)--(b)){1,20} RETURN count(*)",
    "MATCH p = ALL SHORTEST (a:K)-[:T]-{3,20}(b:K) RETURN count(p)",
    "MATCH (a:K), (b:K), (c:K), (d:K), (e:K), (f:K), (g:K), (h:K) WHERE a.n + b.n + c.n + d.n + e.n + f.n + "
    "g.n + h.n = 0 "
    "RETURN count(*)",
    "MATCH p = ALL SHORTEST (a:L {n: 0})-[:D*]-(a) RETURN count(p)",
    "MATCH (a:M)-[r:P]->(b:M)-[s:P]->(c:M), (a)-[t:P]->(c) WHERE r.x + s.x + t.x = 0 RETURN count(*)",
    "MATCH (a:M)-[r:P]->(b:M)-[s:P]->(c:M)<-[t:P]-(a) RETURN sum(id(r) + id(s) + id(t))",
    "MATCH (a:K), (b:K) MATCH (a)-[:T*1..9]-(b) WHERE a.n < b.n RETURN count(*)",
    "RETURN reduce(s = 0, x IN range(1, 10000000) | reduce(t = s, y IN range(1, 10000) | t + y))",
    "RETURN size([x IN range(1, 1000000) WHERE any(y IN range(1, 100000) WHERE y < x - 10000000)])",
    "RETURN all(x IN range(1, 1000000) WHERE single(y IN range(1, 100000) WHERE y = x % 100000 + 1))",
    "MATCH (a:C) WHERE EXISTS { MATCH (b:C), (c:C) WHERE b.n + c.n = a.n - 1000000 } RETURN a",
    "MATCH (a:C) RETURN COUNT { MATCH (b:C), (c:C) WHERE b.n < c.n }",
    "MATCH (a:C) CALL (a) { MATCH (b:C) WHERE b.n > a.n RETURN count(*) AS c } RETURN sum(c)",
    "UNWIND range(1, 1000000) AS i MATCH (a:C) WHERE a.n = i CREATE (:Made)",
    "UNWIND range(1, 1000000) AS i MERGE (a:C {n: -i}) RETURN count(*)",
    "MATCH (c:C) FOREACH (i IN range(1, 100000) | SET c.x = i)",
};

}  // namespace

TEST_CASE("whatever holds much is refused beyond the memory limit", "[query][limits]") {
  Host host;
  make_graph(host);
  for (const char* query : {
           "UNWIND range(1, 1000000) AS i RETURN i ORDER BY -i",
           "UNWIND range(1, 1000000) AS i WITH DISTINCT i RETURN count(*)",
           "UNWIND range(1, 1000000) AS i WITH i, count(*) AS c RETURN sum(c)",
           "UNWIND range(1, 1000000) AS i RETURN collect(i)",
           "UNWIND range(1, 1000000) AS i RETURN count(DISTINCT i)",
           "UNWIND range(1, 2000000) AS i RETURN percentileCont(i, 0.5)",
           "UNWIND range(1, 1000000) AS i RETURN i ORDER BY i LIMIT 900000",
           "UNWIND range(1, 1000000) AS i RETURN i UNION UNWIND range(1, 1000000) AS i RETURN i",
           "RETURN range(1, 100000000)",
           "RETURN size(range(1, 100000000))",
           "RETURN [x IN range(1, 500000) | x]",
           "RETURN [x IN range(1, 500000) | [x]]",
           "RETURN [x IN range(1, 100) | range(1, 100000)]",
           "RETURN reduce(l = [], x IN range(1, 30) | l + l + [x])",
           "RETURN reduce(s = 'abc', x IN range(1, 30) | s + s)",
           "RETURN replace(reduce(s = 'a', x IN range(1, 20) | s + s), 'a', "
           "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
           "RETURN split(reduce(s = 'a', x IN range(1, 21) | s + s), 'a')",
           "UNWIND range(1, 1000) AS i WITH range(1, 100000) AS l RETURN l",
           "UNWIND range(1, 1000) AS i RETURN collect(range(1, 100000))",
           "UNWIND range(1, 1000) AS i WITH i, [x IN range(1, 1000) | toString(x)] AS l RETURN l ORDER BY i",
           "MATCH p = (:C {n: 0})-[:NEXT*]->() RETURN p",
           "MATCH p = (:C {n: 0})-[:NEXT*]->() RETURN count(p)",
           "MATCH (:C {n: 0})((a)-[:NEXT]->(b))+(c) RETURN count(*)",
           "MATCH p = ALL SHORTEST (a:K {n: 1})-[:T]-{3,6}(b:K) RETURN count(p)",
           "MATCH p = ALL SHORTEST (a:L {n: 0})-[:D*]-(a) RETURN count(p)",
           "MATCH ((a:K)-[*1..6]-(b:K)){1,2} RETURN count(*)",
           "RETURN COLLECT { UNWIND range(1, 1000000) AS i RETURN i }",
           "MATCH (a:K)-[r:T*1..3]-(b) RETURN collect(r)",
           "MATCH (a:K) RETURN [(a)-[r*1..4]-(b) | b.n]",
           "UNWIND range(1, 1000000) AS i CREATE (:Made)",
           "UNWIND range(1, 1000000) AS i MERGE (:Made {n: i % 10})",
           "CALL { UNWIND range(1, 1000000) AS i CREATE (:Made) RETURN i } RETURN count(*)",
       }) {
    CAPTURE(query);
    const Status status = host.within(query, 8 * kMegabyte);
    CHECK(status.code() == StatusCode::kResourceExhausted);
    CHECK(status.message().find("memory limit") != std::string::npos);
  }
  CHECK(host.run("MATCH (m:Made) RETURN 1 / count(m)").code() == StatusCode::kQueryError);  // none remained
}

TEST_CASE("what passes by is not held against a query", "[query][limits]") {
  Host host;
  make_graph(host);
  for (const char* query : {
           "UNWIND range(1, 100000) AS i UNWIND range(1, 10) AS j RETURN count(*)",
           "UNWIND range(1, 100000) AS i RETURN i ORDER BY i LIMIT 10",
           "UNWIND range(1, 3000) AS i WITH i, range(1, 1000) AS l WITH i, size(l) AS s RETURN sum(s)",
           "RETURN reduce(l = [], x IN range(1, 3000) | l + x)",
           "RETURN reduce(s = '', x IN range(1, 5000) | s + 'abc')",
           "RETURN size([x IN range(1, 1000) WHERE size(range(1, 10000)) > 0])",
           "UNWIND range(1, 300) AS i WITH i WHERE all(x IN [x IN range(1, 10000) | x] WHERE x > 0) RETURN "
           "count(*)",
           "MATCH (c:C) WITH collect(c) AS l MATCH (k:K) RETURN k.n, size(l) ORDER BY k.n",
           "MATCH (c:C) WITH collect(c.n) AS l MATCH (d:C) WHERE d.n < 200 RETURN d.n, size(l) ORDER BY d.n",
           "MATCH (a:C {n: 0}), (b:C {n: 3000}), p = shortestPath((a)-[*..3000]->(b)) RETURN length(p)",
           "MATCH p = (:C {n: 29000})-[:NEXT*]->(:C {n: 29100}) RETURN count(p)",
       }) {
    CAPTURE(query);
    const Status status = host.within(query, 16 * kMegabyte);
    INFO(status.message());
    CHECK(status.ok());
  }
}

TEST_CASE("whatever runs long ends soon after its time limit", "[query][limits]") {
  Host host;
  make_graph(host);
  for (const char* query : kEndless) {
    CAPTURE(query);
    QueryOptions options;
    options.time_limit = std::chrono::milliseconds(50);
    const auto begin = std::chrono::steady_clock::now();
    const Status status = host.run(query, options);
    CHECK(status.code() == StatusCode::kDeadlineExceeded);
    CHECK(status.message().find("time limit") != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - begin <
          std::chrono::seconds(20));  // generous: without a look it never ends
  }
  CHECK(host.run("MATCH (m:Made) RETURN 1 / count(m)").code() == StatusCode::kQueryError);
  CHECK(host.run("MATCH (c:C) WHERE c.x IS NOT NULL OR c.n < 0 RETURN 1 / count(c)").code() ==
        StatusCode::kQueryError);
}

TEST_CASE("whatever runs long can be cancelled from another thread", "[query][limits]") {
  Host host;
  make_graph(host);
  for (const char* query : kEndless) {
    CAPTURE(query);
    auto flag = std::make_shared<CancelFlag>(false);
    QueryOptions options;
    options.cancel = flag;
    std::thread canceller([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      *flag = true;
    });
    const Status status = host.run(query, options);
    canceller.join();
    CHECK(status.code() == StatusCode::kCancelled);
    CHECK(status.message() == "the query was cancelled");
  }
  CHECK(host.run("MATCH (m:Made) RETURN 1 / count(m)").code() == StatusCode::kQueryError);
}

TEST_CASE("joins and searches that a plan chooses end with their limits, too", "[query][limits]") {
  Host host;
  make_graph(host);
  const auto [op, query] = GENERATE(table<std::string, std::string>({
      {"LeftOuterHashJoin",
       "MATCH (x:C), (k:K), (l:K) OPTIONAL MATCH (x)-[:NEXT]->(y {n: 7}) RETURN sum(k.n + l.n + y.n)"},
      {" SemiHashJoin",
       "MATCH (x:C), (k:C), (l:K) WHERE EXISTS { (x)-[:NEXT]->({n: 7}) } MATCH (m:C) RETURN sum(k.n * l.n * "
       "m.n)"},
      {"AntiSemiHashJoin", "MATCH (x:C), (k:K), (l:K) WHERE NOT (x)-[:NEXT]->({n: 7}) RETURN sum(k.n * l.n)"},
      {"PruningVariableExpand", "MATCH (a:C)-[:NEXT*]->(b) RETURN count(DISTINCT b)"},
      {"BidirectionalSearch", "MATCH (a:K), (b:C) WHERE EXISTS { (a)-[:T|NEXT*]-(b) } RETURN count(*)"},
      {"Intersect", "MATCH (a:M)-[r:P]->(b:M)-[s:P]->(c:M)<-[t:P]-(a) RETURN sum(id(r) + id(s) + id(t))"},
  }));
  CAPTURE(query);
  QueryOptions options;
  options.threads = 1;
  auto explained = host.engine.run("EXPLAIN " + query);
  REQUIRE(explained.ok());
  CHECK_THAT((*explained)->plan(), Catch::Contains(op));
  options.time_limit = std::chrono::milliseconds(50);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(host.run(query, options).code() == StatusCode::kDeadlineExceeded);
  options.time_limit = std::nullopt;
  const auto flag = std::make_shared<CancelFlag>(false);
  options.cancel = flag;
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    *flag = true;
  });
  CHECK(host.run(query, options).code() == StatusCode::kCancelled);
  canceller.join();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("a writing query that a limit ends leaves the store as it was", "[query][limits]") {
  Host host;
  REQUIRE(host.run("CALL db.createIndex('n')").ok());
  REQUIRE(host.run("UNWIND range(1, 200) AS i CREATE (:A {n: i, s: 'text'})-[:R {n: i}]->(:B {n: i})").ok());
  const auto described = [&] {
    std::vector<std::string> rows;
    for (const char* query :
         {"MATCH (x) RETURN id(x), labels(x), properties(x) ORDER BY id(x)",
          "MATCH (x)-[r]->(y) RETURN id(r), id(x), id(y), type(r), properties(r) ORDER BY id(r)",
          "MATCH (x {n: 7}) RETURN count(*), labels(x)"}) {
      auto cursor = host.engine.run(query);
      Row row;
      while (*(*cursor)->next(row))
        rows.push_back(testing::value_text(graph::Value(graph::List(row)), (*cursor)->reader()));
    }
    return rows;
  };
  const std::vector<std::string> before = described();
  REQUIRE(before.size() == 400 + 200 + 2);
  constexpr char kThenEndless[] =
      " WITH count(*) AS c UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j "
      "WITH collect(i + j) AS l CREATE (:Late)";
  for (const std::string writes : {
           "UNWIND range(1, 1000) AS i CREATE (:Made {n: i})-[:MADE]->(:Made)",
           "MATCH (a:A) SET a.n = -a.n, a.s = null, a:Other",
           "MATCH (a:A)-[r]->(b) SET r.n = 0, a = {n: 3}, b += {x: 1}",
           "MATCH (a:A) REMOVE a:A, a.n",
           "MATCH (a:A) DETACH DELETE a",
           "MATCH ()-[r]->() DELETE r",
           "UNWIND range(1, 400) AS i MERGE (a:A {n: i}) ON CREATE SET a.x = 1 ON MATCH SET a.x = 2",
           "MATCH (b:B) FOREACH (i IN range(1, 5) | CREATE (b)-[:EXTRA]->(:Extra {n: i}) SET b.n = i)",
           "MATCH (a:A) CALL (a) { CREATE (a)-[:SUB]->(n:Sub) RETURN n } SET n.x = 1",
       }) {
    CAPTURE(writes);
    QueryOptions timed, small, cancelled;
    timed.time_limit = std::chrono::milliseconds(60);
    small.memory_limit = 4 * kMegabyte;
    cancelled.cancel = std::make_shared<CancelFlag>(true);
    CHECK(host.run(writes + kThenEndless, timed).code() == StatusCode::kDeadlineExceeded);
    CHECK(host.run(writes + kThenEndless, small).code() == StatusCode::kResourceExhausted);
    CHECK(host.run(writes, cancelled).code() == StatusCode::kCancelled);
    CHECK(described() == before);
  }
  CHECK(host.store->check(false)->empty());
  CHECK(host.run("MATCH (a:A {n: 7}) SET a.n = 8").ok());  // and the next may write
}

TEST_CASE("a path may be long", "[query][limits]") {
  Host host;
  make_graph(host);
  CHECK(host.run("MATCH p = shortestPath((a:C {n: 0})-[:NEXT*..6000]->(b:C {n: 6000})) RETURN 1 / (length(p) "
                 "- 5999)")
            .ok());
  CHECK(host.run("MATCH (a:C {n: 0})-[r:NEXT*30000]->(b) RETURN 1 / size(r)").ok());
}

}  // namespace dossier::query
