#include "dossier/query/engine.h"

#include <catch2/catch.hpp>
#include <thread>

namespace dossier::query {
namespace {

std::shared_ptr<graph::Store> new_store() {
  auto store = graph::Store::open(":memory:", {});
  REQUIRE(store.ok());
  return *std::move(store);
}

// All rows of the first column that are integers, or the status of what failed.
Result<std::vector<std::int64_t>> integers(Engine& engine, std::string_view query,
                                           const Parameters& parameters = {},
                                           const QueryOptions& options = {}) {
  auto cursor = engine.run(query, parameters, options);
  if (!cursor.ok()) return cursor.status();
  std::vector<std::int64_t> values;
  Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return more.status();
    if (!*more) return values;
    if (!row.empty() && row[0].is_integer()) values.push_back(row[0].as_integer());
  }
}

}  // namespace

TEST_CASE("a query gives its rows one by one", "[query][engine]") {
  Engine engine(new_store());
  const auto values = integers(engine, "UNWIND range(1, 3000) AS i RETURN i");
  REQUIRE(values.ok());
  REQUIRE(values->size() == 3000);
  CHECK(values->front() == 1);
  CHECK(values->back() == 3000);
}

TEST_CASE("parameters are values, and a missing one is an error before anything runs", "[query][engine]") {
  Engine engine(new_store());
  const auto values =
      integers(engine, "RETURN $a + $b AS s", {{"a", graph::Value(1)}, {"b", graph::Value(2)}});
  REQUIRE(values.ok());
  CHECK(*values == std::vector<std::int64_t>{3});
  const auto missing = integers(engine, "RETURN $a + $b AS s", {{"a", graph::Value(1)}});
  REQUIRE(!missing.ok());
  REQUIRE(missing.status().query_error());
  CHECK(missing.status().query_error()->detail == "MissingParameter");
}

TEST_CASE("one text is run again with other parameters", "[query][engine]") {
  Engine engine(new_store());
  REQUIRE(engine.run("UNWIND range(1, 5) AS i CREATE ({n: i})").ok());
  for (int i = 1; i <= 5; ++i) {
    const auto values = integers(engine, "MATCH (x {n: $n}) RETURN x.n AS n", {{"n", graph::Value(i)}});
    REQUIRE(values.ok());
    CHECK(*values == std::vector<std::int64_t>{i});
  }
}

TEST_CASE("a writing query is done when run returns, whatever the client pulls", "[query][engine]") {
  Engine engine(new_store());
  {
    auto cursor = engine.run("UNWIND range(1, 5000) AS i CREATE ({n: i}) RETURN i");
    REQUIRE(cursor.ok());
    Row row;
    REQUIRE((*cursor)->next(row).ok());
    CHECK((*cursor)->counters().nodes_created == 5000);
  }
  CHECK(*integers(engine, "MATCH (x) RETURN count(*) AS c") == std::vector<std::int64_t>{5000});
}

TEST_CASE("a failing query leaves nothing behind", "[query][engine]") {
  Engine engine(new_store());
  REQUIRE(!engine.run("UNWIND [2, 1, 0] AS i CREATE ({n: 10 / i})").ok());
  CHECK(*integers(engine, "MATCH (x) RETURN count(*) AS c") == std::vector<std::int64_t>{0});
}

TEST_CASE("a time limit ends a query that would take for ever", "[query][engine]") {
  Engine engine(new_store());
  QueryOptions options;
  options.time_limit = std::chrono::milliseconds(50);
  const auto values = integers(engine,
                               "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a "
                               "+ b < 0 RETURN count(*) AS c",
                               {}, options);
  REQUIRE(!values.ok());
  CHECK(values.status().code() == StatusCode::kDeadlineExceeded);
}

TEST_CASE("another thread can cancel a query", "[query][engine]") {
  Engine engine(new_store());
  auto flag = std::make_shared<CancelFlag>(false);
  QueryOptions options;
  options.cancel = flag;
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    flag->store(true);
  });
  const auto values = integers(engine,
                               "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a "
                               "+ b < 0 RETURN count(*) AS c",
                               {}, options);
  canceller.join();
  REQUIRE(!values.ok());
  CHECK(values.status().code() == StatusCode::kCancelled);
}

TEST_CASE("sorting, grouping and buffering count against the memory limit", "[query][engine]") {
  Engine engine(new_store());
  QueryOptions options;
  options.memory_limit = 24 << 20;  // the list of range() alone needs 16
  for (const char* query : {"UNWIND range(1, 1000000) AS i RETURN i ORDER BY -i",
                            "UNWIND range(1, 1000000) AS i RETURN DISTINCT i",
                            "UNWIND range(1, 1000000) AS i RETURN i AS k, count(*) AS c",
                            "UNWIND range(1, 1000000) AS i CREATE ({n: i})"}) {
    INFO(query);
    const auto values = integers(engine, query, {}, options);
    REQUIRE(!values.ok());
    CHECK(values.status().code() == StatusCode::kResourceExhausted);
  }
  CHECK(*integers(engine, "MATCH (x) RETURN count(*) AS c") == std::vector<std::int64_t>{0});
  CHECK(integers(engine, "UNWIND range(1, 1000000) AS i RETURN i ORDER BY -i LIMIT 3", {}, options)->size() ==
        3);
}

TEST_CASE("a reader sees the graph as it was when its query began", "[query][engine]") {
  Engine engine(new_store());
  REQUIRE(engine.run("UNWIND range(1, 5000) AS i CREATE (:A)").ok());
  auto cursor = engine.run("MATCH (x:A) RETURN 1 AS one");
  REQUIRE(cursor.ok());
  Row row;
  REQUIRE((*cursor)->next(row).ok());
  REQUIRE(engine.run("MATCH (x:A) DELETE x").ok());
  std::size_t rows = 1;
  while (true) {
    const auto more = (*cursor)->next(row);
    REQUIRE(more.ok());
    if (!*more) break;
    ++rows;
  }
  CHECK(rows == 5000);
}

TEST_CASE("errors at run time have their place", "[query][engine]") {
  Engine engine(new_store());
  const auto values = integers(engine, "UNWIND [1, 0] AS i\nRETURN 1 / i");
  REQUIRE(!values.ok());
  REQUIRE(values.status().query_error());
  CHECK(values.status().query_error()->phase == "runtime");
  CHECK(values.status().query_error()->line == 2);
}

TEST_CASE("check finds what run would refuse, and runs nothing", "[query][engine]") {
  Engine engine(new_store());
  CHECK(engine.check("CREATE ({n: 1})").ok());
  CHECK(!engine.check("RETURN nothing").ok());
  CHECK(engine.check("RETURN 1 / 0").ok());
  CHECK(*integers(engine, "MATCH (x) RETURN count(*) AS c") == std::vector<std::int64_t>{0});
}

TEST_CASE("EXPLAIN shows a plan and runs nothing; PROFILE counts rows", "[query][engine]") {
  Engine engine(new_store());
  auto explained = engine.run("EXPLAIN CREATE (:A)");
  REQUIRE(explained.ok());
  CHECK((*explained)->plan().find("Create") != std::string::npos);
  CHECK(*integers(engine, "MATCH (x) RETURN count(*) AS c") == std::vector<std::int64_t>{0});
  auto profiled = engine.run("PROFILE UNWIND [1, 2, 3] AS i RETURN i");
  REQUIRE(profiled.ok());
  CHECK((*profiled)->plan().find("rows 3") != std::string::npos);
}

TEST_CASE("an unknown label is a warning", "[query][engine]") {
  Engine engine(new_store());
  REQUIRE(engine.run("CREATE (:Person)").ok());
  auto cursor = engine.run("MATCH (x:Persn) RETURN x");
  REQUIRE(cursor.ok());
  REQUIRE((*cursor)->warnings().size() == 1);
  CHECK((*cursor)->warnings()[0].message.find("Persn") != std::string::npos);
}

TEST_CASE("an indexed property is sought, before and after it changes", "[query][engine]") {
  Engine engine(new_store());
  REQUIRE(engine.run("UNWIND range(1, 100) AS i CREATE (:E {id: i})").ok());
  REQUIRE(engine.run("CALL db.createIndex('id')").ok());
  auto plan = engine.run("EXPLAIN MATCH (x:E {id: 7}) RETURN x.id");
  REQUIRE(plan.ok());
  CHECK((*plan)->plan().find("PropertySeek") != std::string::npos);
  CHECK(*integers(engine, "MATCH (x:E {id: 7}) RETURN x.id") == std::vector<std::int64_t>{7});
  REQUIRE(engine.run("MATCH (x:E {id: 7}) SET x.id = 700").ok());
  CHECK(integers(engine, "MATCH (x:E {id: 7}) RETURN x.id")->empty());
  CHECK(*integers(engine, "MATCH (x:E {id: 700}) RETURN x.id") == std::vector<std::int64_t>{700});
}

TEST_CASE("dossier.search finds sentences by the stems of their words, the rarer the better",
          "[query][engine]") {
  auto store = new_store();
  {
    auto transaction = store->begin();
    REQUIRE(transaction.ok());
    graph::ArticleRecord article;
    article.id = "one.txt";
    const std::vector<std::string> texts{"The leaders talked about trade.", "Rain fell on the capital.",
                                         "Talks on tariffs and trade went on."};
    for (const std::string& text : texts) article.sentences.push_back({0, text.size(), text});
    REQUIRE((*transaction)->put_article(article).ok());
    REQUIRE((*transaction)->commit().ok());
  }
  Engine engine(store);
  CHECK(*integers(engine, "CALL dossier.search('tariff talk') YIELD sentence RETURN sentence") ==
        std::vector<std::int64_t>{2, 0});
  CHECK(integers(engine, "CALL dossier.search('nothing') YIELD sentence RETURN sentence")->empty());
}

}  // namespace dossier::query
