// Writing through the query language beside its limit in one run: MERGE of one relationship a transaction, and of many
// rows in one, against what the same reads and writes cost in a hand-written loop on RocksDB.
//
//   merge_one           a prepared MERGE of one relationship between two nodes found by an indexed id, one a transaction
//   merge_one_limit     two gets, a seek and nine puts in one batch, as that MERGE makes them
//   merge_rows          UNWIND of 100,000 rows with the same MERGE, one transaction
//
// Nothing is synced. Run with --benchmark_repetitions=5 on a quiet machine; compare CPU time.
#include <benchmark/benchmark.h>
#include <dossier/capi.h>
#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "graph/key_codec.h"
#include "tests/bench/store/bare_rocksdb.h"
#include "tests/graph/temporary_folder.h"

namespace {

using dossier::graph::test::TemporaryFolder;

constexpr std::int64_t kNodes = 20'000, kRows = 100'000;

void check(int status, dossier_error* error) {
  if (status == 0) return;
  std::fprintf(stderr, "%s\n", dossier_error_message(error));
  std::abort();
}

// A store on disk with kNodes nodes whose `id` is indexed.
class Filled {
 public:
  Filled() {
    dossier_options options{};
    options.size = sizeof(options);
    options.no_sync = 1;
    char* error = nullptr;
    if (dossier_open_with((folder_.path() / "store").c_str(), &options, &db_, &error) != 0) std::abort();
    run("CALL db.createIndex('id')");
    run("UNWIND range(0, " + std::to_string(kNodes - 1) + ") AS i CREATE (:N {id: i})");
  }
  ~Filled() { dossier_close(db_); }
  dossier_db* db() const { return db_; }

 private:
  void run(const std::string& text) {
    char *result = nullptr, *error = nullptr;
    if (dossier_query_json(db_, text.c_str(), nullptr, &result, &error) != 0)
      std::fprintf(stderr, "%s\n", error), std::abort();
    dossier_free(result);
  }
  TemporaryFolder folder_;
  dossier_db* db_ = nullptr;
};

dossier_statement* prepared(const Filled& store, const char* text) {
  dossier_statement* statement = nullptr;
  dossier_error* error = nullptr;
  check(dossier_prepare(store.db(), text, &statement, &error), error);
  return statement;
}

void execute(dossier_statement* statement) {
  dossier_cursor* cursor = nullptr;
  dossier_error* error = nullptr;
  check(dossier_run(statement, nullptr, &cursor, &error), error);
  int more = 1;
  while (more != 0) check(dossier_cursor_next(cursor, &more, &error), error);
  dossier_cursor_close(cursor);
}

void merge_one(benchmark::State& state) {
  const Filled store;
  dossier_statement* const statement =
      prepared(store, "MATCH (a:N {id: $a}), (b:N {id: $b}) MERGE (a)-[:T]->(b)");
  std::mt19937_64 random(1);
  std::vector<double>
      seconds;  // by the clock; the median of them is not disturbed by what else the machine does
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    dossier_bind_integer(statement, "a", static_cast<std::int64_t>(random() % kNodes));
    dossier_bind_integer(statement, "b", static_cast<std::int64_t>(random() % kNodes));
    execute(statement);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  dossier_statement_free(statement);
  std::nth_element(seconds.begin(), seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2),
                   seconds.end());
  state.counters["median_a_second_by_the_clock"] = 1 / seconds[seconds.size() / 2];
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(merge_one)->Unit(benchmark::kMicrosecond)->MinTime(2);

void merge_rows(benchmark::State& state) {
  std::mt19937_64 random(2);
  std::vector<std::int64_t> ends;
  for (std::int64_t i = 0; i < kRows; ++i) ends.push_back(static_cast<std::int64_t>(random() % kNodes));
  for (auto _ : state) {
    state.PauseTiming();
    auto store = std::make_unique<Filled>();
    dossier_statement* const statement = prepared(*store,
                                                  "UNWIND range(0, size($ends) - 1) AS i MATCH (a:N {id: i % "
                                                  "20000}), (b:N {id: $ends[i]}) MERGE (a)-[:T]->(b)");
    dossier_bind_integers(statement, "ends", ends.data(), ends.size());
    state.ResumeTiming();
    execute(statement);
    state.PauseTiming();
    dossier_statement_free(statement);
    store.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}
BENCHMARK(merge_rows)->Unit(benchmark::kMillisecond);

void merge_one_limit(benchmark::State& state) {
  using namespace dossier::graph;
  TemporaryFolder folder;
  const std::unique_ptr<rocksdb::DB> db = open_bare(folder.path());
  const auto key = [](char table, std::string rest) { return std::string(1, table) + rest; };
  for (std::uint64_t i = 0; i < kNodes; ++i) {
    db->Put({}, key('i', id_key(i)), id_key(i)).ok();
    db->Put({}, key('n', id_key(i)), std::string(30, 'x')).ok();
  }
  db->Flush({}).ok();
  std::mt19937_64 random(1);
  std::uint64_t id = 0;
  for (auto _ : state) {
    const std::uint64_t a = random() % kNodes, b = random() % kNodes;
    std::string value;
    if (!db->Get({}, key('i', id_key(a)), &value).ok() || !db->Get({}, key('i', id_key(b)), &value).ok())
      std::abort();
    const std::unique_ptr<rocksdb::Iterator> iterator(db->NewIterator({}));
    const std::string edge = key('s', edge_key(NodeId{a}, TypeId{0}, NodeId{b}, RelationshipId{id}));
    iterator->Seek(edge.substr(0, 21));
    benchmark::DoNotOptimize(iterator->Valid());
    rocksdb::WriteBatch batch;
    batch.Put(edge, "");
    batch.Put(key('o', edge_key(NodeId{b}, TypeId{0}, NodeId{a}, RelationshipId{id})), "");
    batch.Put(key('t', typed_edge_key(TypeId{0}, NodeId{a}, NodeId{b}, RelationshipId{id})), "");
    batch.Put(key('u', typed_edge_key(TypeId{0}, NodeId{b}, NodeId{a}, RelationshipId{id})), "");
    batch.Put(key('r', id_key(id)), std::string(24, 'r'));
    for (const char* counter : {"relationships", "of type", "next id", "commit"})
      batch.Put(counter, id_key(id));
    ++id;
    if (!db->Write({}, &batch).ok()) std::abort();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(merge_one_limit)->Unit(benchmark::kMicrosecond)->MinTime(2);

}  // namespace
