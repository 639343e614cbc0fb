// Runs every example of docs/query-functions.md.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "dossier/query/engine.h"
#include "query/executor/functions/registry.h"
#include "query/executor/functions/text.h"
#include "tests/query/evaluate.h"

using dossier::query::all_functions;
using dossier::query::testing::evaluated;

namespace {

struct Example {
  std::string query, value;
};

// "| `query` | `value` | note |": what stands between the first two pairs of backticks.
std::vector<Example> examples() {
  std::ifstream in(DOSSIER_SOURCE_DIR "/docs/query-functions.md");
  std::vector<Example> result;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("| `", 0) != 0) continue;
    const std::size_t query_end = line.find("` | `");
    const std::size_t value_end = line.find('`', query_end + 5);
    std::string query = line.substr(3, query_end - 3);
    for (std::size_t at = query.find("\\|"); at != std::string::npos; at = query.find("\\|"))
      query.erase(at, 1);
    result.push_back({query, line.substr(query_end + 5, value_end - query_end - 5)});
  }
  return result;
}

bool is_whole_query(const std::string& text) {
  return text.rfind("CREATE ", 0) == 0 || text.rfind("UNWIND ", 0) == 0;
}

// The one value that a whole query gives on an empty graph.
std::string queried(const std::string& query) {
  dossier::query::Engine engine(*dossier::graph::Store::open(":memory:", {}));
  auto cursor = engine.run(query);
  if (!cursor.ok()) return cursor.status().message();
  dossier::query::Row row;
  const auto more = (*cursor)->next(row);
  if (!more.ok()) return more.status().message();
  const std::string in_list = dossier::query::display_text(dossier::graph::Value(row));
  return in_list.substr(1, in_list.size() - 2);
}

}  // namespace

TEST_CASE("every documented expression has the value that the page says", "[query][docs]") {
  const auto all = examples();
  REQUIRE(all.size() > 150);
  for (const Example& example : all) {
    INFO(example.query);
    CHECK((is_whole_query(example.query) ? queried(example.query) : evaluated(example.query)) ==
          example.value);
  }
}

TEST_CASE("every function is called in an example", "[query][docs]") {
  std::string called;
  for (const Example& example : examples()) called += example.query + "\n";
  for (const auto& function : all_functions()) {
    INFO(function.name);
    const std::string name(function.name);
    const bool is_operator = name == "||" || name.find(' ') != name.npos;
    CHECK(called.find(is_operator ? name : name + "(") != std::string::npos);
  }
}
