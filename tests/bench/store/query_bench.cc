// What the executor adds: prepared questions beside hand-written loops on RocksDB that read the same keys of an equal
// database, in one run. Each pair sums the same number of things, which is checked.
//
//   hop, hop_loop            a node by its index, all of its relationships counted: a seek, a prefix of about ten keys
//   names, names_loop        the same, and a property of every node at the other end: ten gets more
//   scan, scan_loop          every relationship of a type with a condition on its ends: 200,000 keys
//   records, records_loop    a property of every node compared: 20,000 records
//
// Run with --benchmark_repetitions=5; compare CPU time. By the second run of scan and records dossier reads what it has
// decoded into memory; `hop` and `names` name no type, so the relationships come from RocksDB each time.
#include <benchmark/benchmark.h>
#include <dossier/capi.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "dossier/graph/store.h"
#include "graph/key_codec.h"
#include "tests/bench/store/bare_rocksdb.h"
#include "tests/graph/temporary_folder.h"

namespace {

using namespace dossier::graph;
using dossier::graph::test::TemporaryFolder;

constexpr std::uint64_t kNodes = 20'000, kEdges = 200'000;

struct Edge {
  std::uint64_t start, end;
};

const std::vector<Edge>& edges() {
  static const std::vector<Edge> drawn = [] {
    std::mt19937_64 random(1);
    std::vector<Edge> all(kEdges);
    for (Edge& edge : all) edge = {random() % kNodes, random() % kNodes};
    return all;
  }();
  return drawn;
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

// The graph in a store, opened through the C interface.
class Asked {
 public:
  static Asked& get() {
    static Asked asked;
    return asked;
  }
  ~Asked() { dossier_close(db_); }

  dossier_statement* prepare(const char* text) {
    dossier_statement* statement = nullptr;
    if (dossier_prepare(db_, text, &statement, &error_) != 0) fail(dossier_error_message(error_));
    return statement;
  }
  /// The integers of the first column, summed.
  std::int64_t sum(dossier_statement* statement) {
    dossier_cursor* rows = nullptr;
    if (dossier_run(statement, nullptr, &rows, &error_) != 0) fail(dossier_error_message(error_));
    std::int64_t total = 0;
    for (int more = 0;;) {
      if (dossier_cursor_next(rows, &more, &error_) != 0) fail(dossier_error_message(error_));
      if (more == 0) break;
      total += dossier_value_integer(dossier_column_value(rows, 0));
    }
    dossier_cursor_close(rows);
    return total;
  }

 private:
  Asked() {
    fill();
    char* message = nullptr;
    if (dossier_open((folder_.path() / "store").c_str(), &db_, &message) != 0) fail(message);
  }
  void fill() {
    auto store = *Store::open(folder_.path() / "store", {});
    auto import = *store->begin_bulk_import();
    const KeyId id = import->key("id");
    if (!import->create_index(id).ok()) fail("index");
    const LabelId label[] = {import->label("N")};
    for (std::uint64_t i = 0; i < kNodes; ++i) {
      const std::pair<KeyId, Value> properties[] = {{id, static_cast<std::int64_t>(i)}};
      if (!import->add_node(label, properties).ok()) fail("node");
    }
    const TypeId type = import->type("t");
    for (const Edge& edge : edges()) {
      if (!import->add_relationship(NodeId{edge.start}, type, NodeId{edge.end}, {}).ok())
        fail("relationship");
    }
    if (!import->finish().ok()) fail("import");
  }

  TemporaryFolder folder_;
  dossier_db* db_ = nullptr;
  dossier_error* error_ = nullptr;
};

// The same keys in a database of its own, and one iterator for all reads of it, which is the fastest way.
class ByHand {
 public:
  static ByHand& get() {
    static ByHand by_hand;
    return by_hand;
  }
  std::uint64_t find(std::uint64_t id) {
    seek('i', id_key(id));
    return load_u64(iterator_->key().data() + 9);
  }
  template <typename Visit>
  void each(char table, const std::string& prefix, Visit visit) {
    const std::string begin = table + prefix;
    for (iterator_->Seek(begin); iterator_->Valid() && iterator_->key().starts_with(begin);
         iterator_->Next()) {
      visit(iterator_->key().data() + 1, iterator_->value());
    }
  }
  std::int64_t value_of(std::uint64_t node) {
    rocksdb::PinnableSlice record;
    if (!db_->Get({}, db_->DefaultColumnFamily(), 'n' + id_key(node), &record).ok()) fail("get");
    return static_cast<std::int64_t>(load_u64(record.data()));
  }

 private:
  ByHand() {
    rocksdb::BlockBasedTableOptions blocks;
    blocks.block_cache = rocksdb::NewLRUCache(std::size_t{128} << 20);
    blocks.block_size = 8 << 10;
    rocksdb::Options options;
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(blocks));
    db_ = open_bare(folder_.path(), options);
    for (std::uint64_t i = 0; i < kNodes; ++i) {
      put('i' + id_key(i, i), "");
      put('n' + id_key(i), id_key(i) + std::string(22, 'x'));
    }
    for (std::uint64_t i = 0; i < kEdges; ++i) {
      const NodeId start{edges()[i].start}, end{edges()[i].end};
      put('s' + edge_key(start, TypeId{0}, end, RelationshipId{i}), "");
      put('t' + typed_edge_key(TypeId{0}, start, end, RelationshipId{i}), "");
    }
    if (!db_->CompactRange({}, nullptr, nullptr).ok()) fail("compact");
    iterator_.reset(db_->NewIterator({}));
  }
  void put(const std::string& key, const std::string& value) {
    if (!db_->Put({}, key, value).ok()) fail("put");
  }
  void seek(char table, const std::string& key) { iterator_->Seek(table + key); }

  TemporaryFolder folder_;
  std::unique_ptr<rocksdb::DB> db_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

void ask_by_id(benchmark::State& state, const char* text) {
  dossier_statement* const statement = Asked::get().prepare(text);
  std::mt19937_64 random(3);
  for (auto _ : state) {
    dossier_bind_integer(statement, "id", static_cast<std::int64_t>(random() % kNodes));
    benchmark::DoNotOptimize(Asked::get().sum(statement));
  }
  dossier_statement_free(statement);
}

void hop(benchmark::State& state) { ask_by_id(state, "MATCH (a {id: $id})-[r]->(b) RETURN count(r)"); }
BENCHMARK(hop)->Unit(benchmark::kMicrosecond);

void hop_loop(benchmark::State& state) {
  ByHand& db = ByHand::get();
  std::mt19937_64 random(3);
  for (auto _ : state) {
    std::int64_t count = 0;
    db.each('s', id_key(db.find(random() % kNodes)), [&](const char*, const rocksdb::Slice&) { ++count; });
    benchmark::DoNotOptimize(count);
  }
}
BENCHMARK(hop_loop)->Unit(benchmark::kMicrosecond);

void names(benchmark::State& state) { ask_by_id(state, "MATCH (a {id: $id})-[r]->(b) RETURN b.id"); }
BENCHMARK(names)->Unit(benchmark::kMicrosecond);

void names_loop(benchmark::State& state) {
  ByHand& db = ByHand::get();
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> ends;
  for (auto _ : state) {
    ends.clear();
    db.each('s', id_key(db.find(random() % kNodes)),
            [&](const char* key, const rocksdb::Slice&) { ends.push_back(load_u64(key + 12)); });
    std::int64_t sum = 0;
    for (const std::uint64_t end : ends) sum += db.value_of(end);
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(names_loop)->Unit(benchmark::kMicrosecond);

void ask(benchmark::State& state, const char* text, std::int64_t expected) {
  dossier_statement* const statement = Asked::get().prepare(text);
  for (auto _ : state) {
    if (Asked::get().sum(statement) != expected) fail("the answer differs from the loop's");
  }
  dossier_statement_free(statement);
}

std::int64_t scan_by_hand() {
  std::int64_t count = 0;
  std::string prefix;
  append_u32(prefix, 0);
  ByHand::get().each('t', prefix, [&](const char* key, const rocksdb::Slice&) {
    count += load_u64(key + 4) < load_u64(key + 12) ? 1 : 0;
  });
  return count;
}
void scan(benchmark::State& state) {
  ask(state, "MATCH (a)-[r:t]->(b) WHERE id(a) < id(b) RETURN count(r)", scan_by_hand());
}
BENCHMARK(scan)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
void scan_loop(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(scan_by_hand());
}
BENCHMARK(scan_loop)->Unit(benchmark::kMillisecond);

std::int64_t records_by_hand() {
  std::int64_t count = 0;
  ByHand::get().each('n', "", [&](const char*, const rocksdb::Slice& record) {
    count += load_u64(record.data()) >= 5000 ? 1 : 0;
  });
  return count;
}
void records(benchmark::State& state) {
  ask(state, "MATCH (n:N) WHERE n.id >= 5000 RETURN count(n)", records_by_hand());
}
BENCHMARK(records)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
void records_loop(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(records_by_hand());
}
BENCHMARK(records_loop)->Unit(benchmark::kMillisecond);

}  // namespace
