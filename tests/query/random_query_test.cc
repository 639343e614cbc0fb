// Random queries over random small graphs, answered by the engine, with rewrites and without, and by a reference that
// tries every assignment. DOSSIER_RANDOM_SEED and DOSSIER_RANDOM_QUERIES make a longer run of other queries.
#include <algorithm>
#include <catch2/catch.hpp>

#include "dossier/query/engine.h"
#include "tests/query/random/engine_values.h"
#include "tests/query/random/generator.h"

using namespace dossier;
namespace random_queries = dossier::query::random;
using random_queries::Generator;

namespace {

using Answer = std::vector<std::string>;

std::string line(const std::vector<random_queries::Value>& row) {
  std::string out;
  for (const random_queries::Value& value : row) out += random_queries::text(value) + " | ";
  return out;
}

Answer engine_answer(query::Engine& engine, const std::string& text, bool rewrites) {
  query::QueryOptions options;
  options.rewrites = rewrites;
  auto cursor = engine.run(text, {}, options);
  if (!cursor.ok()) return {cursor.status().message()};
  Answer rows;
  query::Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return {more.status().message()};
    if (!*more) return rows;
    std::vector<random_queries::Value> values;
    for (const graph::Value& value : row) values.push_back(random_queries::plain(value));
    rows.push_back(line(values));
  }
}

}  // namespace

TEST_CASE("random queries answer what a look at every assignment answers", "[query][random]") {
  const std::uint64_t first = random_queries::setting("DOSSIER_RANDOM_SEED", 1),
                      count = random_queries::setting("DOSSIER_RANDOM_QUERIES", 4000);
  std::size_t skipped = 0;
  std::size_t with_rows = 0;
  for (std::uint64_t seed = first; seed < first + (count + 19) / 20; ++seed) {
    Generator generator(seed);
    const random_queries::Graph graph = generator.graph();
    auto opened = graph::Store::open(":memory:", {});
    REQUIRE(opened.ok());
    query::Engine engine(std::shared_ptr<graph::Store>(*std::move(opened)));
    REQUIRE(engine.run(random_queries::text(graph)).ok());
    for (int i = 0; i < 20; ++i) {
      const random_queries::Query asked = generator.query();
      const auto rows = random_queries::answer(graph, asked);
      if (!rows) {
        ++skipped;
        continue;
      }
      Answer expected;
      for (const auto& row : *rows) expected.push_back(line(row));
      const std::string text = random_queries::text(asked);
      with_rows += !expected.empty();
      if (!asked.ordered()) std::sort(expected.begin(), expected.end());
      for (const bool rewrites : {true, false}) {
        Answer actual = engine_answer(engine, text, rewrites);
        if (!asked.ordered()) std::sort(actual.begin(), actual.end());
        if (actual == expected) continue;
        INFO("seed " << seed << (rewrites ? "" : ", without rewrites") << "\n"
                     << random_queries::text(graph) << "\n"
                     << text);
        CHECK(actual == expected);
      }
    }
  }
  CHECK(skipped * 10 < count);
  CHECK(with_rows * 8 > count);
}
