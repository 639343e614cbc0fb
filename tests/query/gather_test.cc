// Queries that several threads share give what one thread gives, in the same order.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "dossier/query/engine.h"
#include "tests/support/value_text.h"

namespace dossier::query {
namespace {

// 6,000 nodes in two labels with a number and a fraction each, and three relationships from each of them.
Engine& engine() {
  static Engine engine = [] {
    Engine made(std::shared_ptr<graph::Store>(*graph::Store::open(":memory:", {})));
    for (const char* text :
         {"UNWIND range(0, 5999) AS i CREATE (:N {i: i, f: 1.0 / (i + 1)})",
          "MATCH (n:N) WHERE n.i % 3 = 0 SET n:Third",
          "MATCH (n:N) WITH collect(n) AS all UNWIND range(0, 17999) AS k "
          "WITH all[k % 6000] AS a, all[(k * 7919) % 6000] AS b, k CREATE (a)-[:to {k: k}]->(b)"}) {
      REQUIRE(made.run(text).ok());
    }
    return made;
  }();
  return engine;
}

QueryOptions with_threads(unsigned threads) {
  QueryOptions options;
  options.threads = threads, options.parallel_rows = 0;
  return options;
}

std::string rows(const std::string& query, const QueryOptions& options) {
  auto cursor = engine().run(query, {}, options);
  if (!cursor.ok()) return cursor.status().message();
  std::string text;
  for (Row row;;) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return text + "error: " + more.status().message();
    if (!*more) return text;
    for (const graph::Value& value : row) text += testing::value_text(value, (*cursor)->reader()) + " ";
    text += '\n';
  }
}

}  // namespace

TEST_CASE("rows come in the same order whatever the number of threads", "[query][gather]") {
  const std::string query =
      GENERATE(as<std::string>{}, "MATCH (n:N) RETURN n.i", "MATCH (n:Third) WHERE n.i % 7 = 1 RETURN n.i",
               "MATCH (n)-[r:to]->(m) RETURN n.i, r.k, m.i", "MATCH (n:N) RETURN sum(n.f), avg(n.f)",
               "MATCH (a)-[:to]->(b)-[:to]->(c) RETURN count(*)",
               "MATCH (a)-[:to]->(b)-[:to]->(c)-[:to]->(a) RETURN a.i, b.i, c.i",
               "MATCH (a:Third)-[r:to]->(b) RETURN b.i, count(r), collect(r.k)",
               "MATCH (a:N) OPTIONAL MATCH (a)-[:to]->(b:Third) RETURN a.i, b.i LIMIT 4000",
               "MATCH (a:N) WHERE EXISTS { (a)-[:to]->(:Third) } RETURN a.i SKIP 100",
               "MATCH (a:N), (b:Third) WHERE a.i = b.i + 1 RETURN a.i, b.i",
               "MATCH (a:N), (b:N)-[r:to]->(c) WHERE b.f = a.f AND c.i < 100 RETURN a.i, r.k, c.i",
               "MATCH (a:N) OPTIONAL MATCH (b:Third) WHERE b.i = a.i RETURN a.i, b.i",
               "MATCH (a:N) WHERE NOT EXISTS { MATCH (b:Third)-[:to]->() WHERE b.i = a.i } RETURN a.i",
               "MATCH (a:Third {i: 3}), (b:N) WHERE b.i % 30 = a.i RETURN b.i",
               "MATCH (n:N) RETURN DISTINCT n.i % 50", "MATCH (n:N) RETURN n.i ORDER BY n.i % 10, n.i",
               "MATCH (n:N) UNWIND [1, 2] AS x RETURN n.i + x LIMIT 5",
               "MATCH (n:Third) RETURN COUNT { (n)-[:to]->() } AS c, n.i");
  INFO(query);
  const std::string alone = rows(query, with_threads(1));
  CHECK(alone.size() > 2);
  for (const unsigned threads : {2U, 3U}) {
    for (int again = 0; again < 3; ++again) CHECK(rows(query, with_threads(threads)) == alone);
  }
}

TEST_CASE("an error of any thread ends the query", "[query][gather]") {
  for (const char* query :
       {"MATCH (n:N) RETURN 10 / (n.i % 4000 - 3100)", "MATCH (n:N) RETURN sum(10 / (n.i - 5999))"}) {
    CHECK(rows(query, with_threads(3)).ends_with("error: division by zero, expected another divisor than 0"));
  }
}

TEST_CASE("a cursor that is dropped early ends the work of all threads", "[query][gather]") {
  for (int i = 0; i < 50; ++i) {
    auto cursor =
        engine().run("MATCH (a)-[:to]->(b)-[:to]->(c)-[:to]->(d) RETURN a.i, d.i", {}, with_threads(3));
    REQUIRE(cursor.ok());
    Row row;
    for (int j = 0; j < i * 100; ++j) REQUIRE(*(*cursor)->next(row));
  }
}

TEST_CASE("threads that share a query stop when it is cancelled or late", "[query][gather]") {
  const std::string endless = "MATCH (a)-[:to*1..12]->(b) RETURN count(*)";
  QueryOptions options = with_threads(3);
  auto cancel = std::make_shared<CancelFlag>(false);
  options.cancel = cancel;
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    *cancel = true;
  });
  CHECK(rows(endless, options) == "error: the query was cancelled");
  other.join();
  options.cancel = nullptr;
  options.time_limit = std::chrono::milliseconds(30);
  CHECK(rows(endless, options).starts_with("error: "));
}

TEST_CASE("many queries share the threads at once", "[query][gather]") {
  const std::string query = "MATCH (n)-[r:to]->(m) WHERE m.i < 3000 RETURN n.i, r.k, m.f";
  const std::string alone = rows(query, with_threads(1));
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 3; ++j) wrong += rows(query, with_threads(3)) != alone;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

}  // namespace dossier::query
