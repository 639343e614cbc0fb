// Random small graphs and random patterns: with rewrites on, a query gives what it gives with them off, where
// patterns are enumerated in the order written.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "dossier/query/engine.h"
#include "tests/support/value_text.h"

namespace dossier::query {
namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(limit)); }
  bool chance(int percent) { return below(100) < percent; }
  template <typename T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

std::string random_graph(Random& random) {
  std::string query = "CREATE ";
  const int nodes = 2 + random.below(5);
  for (int i = 0; i < nodes; ++i) {
    query += (i ? ", (n" : "(n") + std::to_string(i) + random.one_of<std::string>({"", ":A", ":B", ":A:B"}) +
             " {k: " + std::to_string(random.below(3)) + ", name: '" +
             random.one_of<std::string>({"x", "y"}) + "'})";
  }
  const int relationships = random.below(9);
  for (int i = 0; i < relationships; ++i) {
    query += ", (n" + std::to_string(random.below(nodes)) + ")-[:" + random.one_of<std::string>({"p", "q"}) +
             " {w: " + std::to_string(random.below(2)) + "}]->(n" + std::to_string(random.below(nodes)) + ")";
  }
  return query;
}

std::string random_node(Random& random) {
  const std::string variable = random.one_of<std::string>({"a", "b", "c", "d", ""});
  return "(" + variable + random.one_of<std::string>({"", "", "", ":A", ":B"}) +
         (random.chance(10)   ? " {k: 1}"
          : random.chance(10) ? " {name: 'x'}"
                              : "") +
         ")";
}

std::string random_relationship(Random& random, int number) {
  const std::string variable = random.chance(40) ? "r" + std::to_string(number) : "";
  const std::string type = random.one_of<std::string>({"", ":p", ":p", ":q", ":p|q"});
  const std::string length = random.chance(15) ? random.one_of<std::string>({"*1..2", "*0..1", "*2"}) : "";
  const std::string body = "[" + variable + type + length + (random.chance(10) ? " {w: 1}" : "") + "]";
  const int direction = random.below(5);
  return direction == 0 ? "<-" + body + "-" : direction == 1 ? "-" + body + "-" : "-" + body + "->";
}

std::string random_pattern(Random& random) {
  std::string pattern;
  int number = 0;
  const int parts = 1 + random.below(2);
  for (int i = 0; i < parts; ++i) {
    pattern += (i ? ", " : "") + random_node(random);
    const int steps = random.below(4);
    for (int j = 0; j < steps; ++j) pattern += random_relationship(random, number++) + random_node(random);
  }
  return pattern;
}

std::string random_query(Random& random) {
  const std::string condition =
      random.chance(25)
          ? random.one_of<std::string>({" WHERE a.k > 0", " WHERE a.k = b.k", " WHERE (a)-[:p]->()",
                                        " WHERE a:A AND b.name = 'y'", " WHERE NOT (a)-->(b)"})
          : "";
  const std::string result = random.one_of<std::string>(
      {"count(*) AS c", "count(*) AS c", "a.k AS k, count(*) AS c", "a, count(b) AS c", "*", "a, b"});
  std::string query = "MATCH " + random_pattern(random) + condition;
  if (random.chance(20)) query += " OPTIONAL MATCH " + random_pattern(random);
  return query + " RETURN " + result;
}

std::vector<std::string> rows_of(Engine& engine, const std::string& query, bool rewrites) {
  QueryOptions options;
  options.rewrites = rewrites;
  auto cursor = engine.run(query, {}, options);
  if (!cursor.ok()) return {"error " + cursor.status().message()};
  std::vector<std::string> rows;
  Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return {"error " + more.status().message()};
    if (!*more) break;
    std::string text;
    for (const graph::Value& value : row) text += testing::value_text(value, (*cursor)->reader()) + " | ";
    rows.push_back(text);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace

TEST_CASE("rewrites leave the rows of random queries as they are", "[query][rewrites]") {
  std::size_t answered = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    auto store = graph::Store::open(":memory:", {});
    REQUIRE(store.ok());
    Engine engine(std::shared_ptr<graph::Store>(*std::move(store)));
    const std::string graph = random_graph(random);
    REQUIRE(engine.run(graph).ok());
    for (int i = 0; i < 25; ++i) {
      const std::string query = random_query(random);
      INFO("seed " << seed << "\n" << graph << "\n" << query);
      const auto plain = rows_of(engine, query, false);
      CHECK(rows_of(engine, query, true) == plain);
      if (!plain.empty() && !plain[0].starts_with("error")) ++answered;
    }
  }
  CHECK(answered > 300);  // most queries are valid and find something
}

}  // namespace dossier::query
