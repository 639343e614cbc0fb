// Any bytes as a query: refused with a place and a reason, or planned, drawn, and run over a small graph, with rewrites
// and without, within limits and in a transaction that is rolled back. Run: cypher_fuzz -dict=cypher.dict corpus/
// (seeds.py writes a first corpus from the text cases).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "dossier/query/diagnostics.h"
#include "dossier/query/engine.h"

namespace {

using namespace dossier;
using graph::Value;

constexpr char kGraph[] =
    "CREATE (a:Person:A {name: 'Ada', x: 1, when: date('2026-02-04')}), (b:Person {name: 'Bo', x: 2.5, l: "
    "[1, 2, 3]}), "
    "(c:Place:B {name: 'Kelp Bay', x: null}), (d), (e:A:B {y: true}), (a)-[:called {x: 1}]->(b), "
    "(b)-[:called]->(c), "
    "(c)-[:T {x: 'text'}]->(a), (a)-[:T]->(a), (b)-[:R]->(e), (e)-[:R {x: 3}]->(a)";

class Host {
 public:
  Host() : store_(*graph::Store::open(":memory:", {})), engine_(store_) {
    if (!engine_.run("CALL db.createIndex('name')").ok() || !engine_.run(kGraph).ok()) std::abort();
    nodes_ = store_->snapshot()->node_count();
  }

  void run(std::string_view text) {
    run(text, true);
    run(text, false);
    if (store_->snapshot()->node_count() != nodes_) std::abort();
  }

 private:
  void run(std::string_view text, bool rewrites) {
    query::QueryOptions options;
    options.rewrites = rewrites;
    options.time_limit = std::chrono::milliseconds(100);
    options.memory_limit = 16 << 20;
    options.threads = 1;
    const auto prepared = engine_.prepare(text, options);
    if (!prepared.ok()) return look_at(prepared.status(), text);
    const auto transaction = store_->begin();
    if (!transaction.ok()) std::abort();
    options.transaction = transaction->get();
    auto cursor = engine_.run(*prepared, values(prepared->parameters()), options);
    if (!cursor.ok()) return look_at(cursor.status(), text);
    for (const query::Warning& warning : (*cursor)->warnings()) {
      if (warning.end > text.size() || query::render_warning(warning, text).empty()) std::abort();
    }
    query::Row row;
    while (true) {
      const auto more = (*cursor)->next(row);
      if (!more.ok()) return look_at(more.status(), text);
      if (!*more) break;
      if (row.size() != (*cursor)->columns().size()) std::abort();
    }
  }

  static query::Parameters values(const std::vector<std::string>& names) {
    const Value kinds[] = {Value(std::int64_t{2}),
                           Value(graph::List{Value(std::int64_t{1}), Value()}),
                           Value("Ada"),
                           Value(graph::Map{{"name", Value("Bo")}}),
                           Value(),
                           Value(true),
                           Value(0.5)};
    query::Parameters parameters;
    for (const std::string& name : names) {
      const auto letter = static_cast<unsigned char>(name.empty() ? 0 : name.back());
      parameters.emplace_back(name, kinds[letter % std::size(kinds)]);
    }
    return parameters;
  }

  static void look_at(const Status& status, std::string_view text) {
    if (status.code() == StatusCode::kInternal || status.message().empty()) std::abort();
    const QueryError* error = status.query_error();
    if (error && (error->begin > error->end || error->end > text.size() || error->detail.empty()))
      std::abort();
    if (query::render_error(status, text).empty()) std::abort();
  }

  std::shared_ptr<graph::Store> store_;
  query::Engine engine_;
  std::uint64_t nodes_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Host host;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  host.run(query);
  return 0;
}
