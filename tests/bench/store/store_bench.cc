// The store beside its limits in one run: each figure has, next to it, what a bare loop does with the same data.
//
//   bulk import           against the same keys through SstFileWriter
//   adjacency, build      against iterating the same keys; patched after a small commit; bytes an edge
//   adjacency, expansion  against the same arrays without the store
//   commits, synced       in turn with append and fdatasync of a file on the same disk
//
// Run with --benchmark_repetitions=5 on a quiet machine; compare CPU time.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "dossier/graph/store.h"
#include "graph/bulk/bulk_import.h"
#include "graph/csr_adjacency.h"
#include "graph/key_codec.h"
#include "graph/kv/rocksdb_store.h"
#include "graph/tasks.h"
#include "tests/bench/store/bare_rocksdb.h"
#include "tests/graph/temporary_folder.h"

namespace {

using namespace dossier::graph;
using dossier::graph::test::TemporaryFolder;

constexpr std::uint64_t kNodes = 20'000, kEdges = 200'000;

struct Edge {
  std::uint64_t start, end;
};

// Ends are skewed as names in the news are.
std::vector<Edge> drawn_edges() {
  std::mt19937_64 random(1);
  std::vector<Edge> edges(kEdges);
  for (Edge& edge : edges) {
    const double u = static_cast<double>(random() % 1'000'000) / 1e6;
    edge = {random() % kNodes, static_cast<std::uint64_t>(u * u * static_cast<double>(kNodes))};
  }
  return edges;
}

void fill(BulkImport& import) {
  const KeyId id = import.key("id");
  import.create_index(id).ok();
  const LabelId label[] = {import.label("Entity")};
  for (std::uint64_t i = 0; i < kNodes; ++i) {
    const std::pair<KeyId, Value> properties[] = {{id, static_cast<std::int64_t>(i)}};
    if (!import.add_node(label, properties).ok()) std::abort();
  }
  const TypeId type = import.type("t");
  for (const Edge& edge : drawn_edges()) {
    if (!import.add_relationship(NodeId{edge.start}, type, NodeId{edge.end}, {}).ok()) std::abort();
  }
  if (!import.finish().ok()) std::abort();
}

void fill(Store& store) { fill(**store.begin_bulk_import()); }

// The same relationships where their adjacency can be built as often as one likes.
Core& built_from() {
  static TemporaryFolder folder;
  static const std::shared_ptr<Core> core = [] {
    auto kv = *kv::open_rocksdb_store(folder.path() / "store", {});
    auto opened = *Core::open(std::move(kv), {});
    auto import = *make_bulk_import(opened);
    fill(*import);
    return opened;
  }();
  return *core;
}

// One filled store for all reading benchmarks.
Store& filled(bool sync = true) {
  static TemporaryFolder folder;
  static std::unique_ptr<Store> stores[2];
  std::unique_ptr<Store>& store = stores[sync ? 1 : 0];
  if (store == nullptr) {
    StoreOptions options;
    options.sync = sync;
    store = *Store::open(folder.path() / (sync ? "synced" : "unsynced"), options);
    fill(*store);
  }
  return *store;
}

void bulk_import(benchmark::State& state) {
  for (auto _ : state) {
    TemporaryFolder folder;
    auto store = *Store::open(folder.path() / "store", {});
    fill(*store);
  }
  // Four orders and the record of a relationship; record, label and index entry of a node.
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(5 * kEdges + 3 * kNodes));
}
BENCHMARK(bulk_import)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void bulk_import_limit(benchmark::State& state) {
  std::vector<std::string> keys;
  const std::vector<Edge> edges = drawn_edges();
  for (std::uint64_t i = 0; i < kEdges; ++i) {
    keys.push_back(edge_key(NodeId{edges[i].start}, TypeId{0}, NodeId{edges[i].end}, RelationshipId{i}));
  }
  std::sort(keys.begin(), keys.end());
  rocksdb::Options options;
  options.compression = rocksdb::kLZ4Compression;
  for (auto _ : state) {
    TemporaryFolder folder;
    rocksdb::SstFileWriter writer(rocksdb::EnvOptions(), options);
    if (!writer.Open((folder.path() / "file.sst").string()).ok()) std::abort();
    for (const std::string& key : keys) {
      if (!writer.Put(key, "").ok()) std::abort();
    }
    if (!writer.Finish().ok()) std::abort();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEdges));
}
BENCHMARK(bulk_import_limit)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void adjacency_build(benchmark::State& state) {
  const View view(built_from().latest(), nullptr);
  for (auto _ : state) benchmark::DoNotOptimize(*CsrAdjacency::build(view, TypeId{0}, Direction::kOutgoing));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEdges));
}
BENCHMARK(adjacency_build)->Unit(benchmark::kMillisecond);

// By all cores, as a query's first run builds it.
void adjacency_build_shared(benchmark::State& state) {
  const View view(built_from().latest(), nullptr);
  for (auto _ : state)
    benchmark::DoNotOptimize(*CsrAdjacency::build(view, TypeId{0}, Direction::kOutgoing, useful_threads(4)));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEdges));
}
BENCHMARK(adjacency_build_shared)->Unit(benchmark::kMillisecond)->UseRealTime();

// After a commit of one relationship.
void adjacency_patch(benchmark::State& state) {
  Store& store = filled();
  const TypeId type = *store.snapshot()->find_type("t");
  for (auto _ : state) {
    state.PauseTiming();
    auto transaction = *store.begin();
    const auto edge = transaction->create_relationship(NodeId{0}, type, NodeId{0}, {});
    if (!edge.ok() || !transaction->commit().ok()) std::abort();
    const auto reader = store.snapshot();
    state.ResumeTiming();
    benchmark::DoNotOptimize(*reader->adjacency(type, Direction::kOutgoing));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEdges));
}
BENCHMARK(adjacency_patch)->Unit(benchmark::kMillisecond);

// Both directions of 40 types, of which the most frequent have most of the relationships: 16 a node, as in the race.
void adjacency_bytes(benchmark::State& state) {
  auto store = *Store::open(":memory:", {});
  auto import = *store->begin_bulk_import();
  for (std::uint64_t i = 0; i < kNodes; ++i) import->add_node({}, {}).status().ok();
  std::mt19937_64 random(5);
  const auto skewed = [&](double size) {
    const double u = static_cast<double>(random() % 1'000'000) / 1e6;
    return static_cast<std::uint64_t>(u * u * size);
  };
  for (std::uint64_t i = 0; i < 16 * kNodes; ++i) {
    const TypeId type = import->type("t" + std::to_string(skewed(40)));
    if (!import->add_relationship(NodeId{skewed(kNodes)}, type, NodeId{skewed(kNodes)}, {}).ok())
      std::abort();
  }
  if (!import->finish().ok()) std::abort();
  std::uint64_t bytes = 0, edges = 0;
  for (auto _ : state) {
    bytes = 0, edges = 0;
    const auto reader = store->snapshot();
    for (const std::string& name : reader->types()) {
      for (const Direction direction : {Direction::kOutgoing, Direction::kIncoming}) {
        const Adjacency* adjacency = *reader->adjacency(*reader->find_type(name), direction);
        bytes += adjacency->bytes(), edges += adjacency->size();
      }
    }
  }
  state.counters["bytes_an_edge"] = static_cast<double>(bytes) / static_cast<double>(edges);
}
BENCHMARK(adjacency_bytes)->Unit(benchmark::kMillisecond)->Iterations(1);

void adjacency_build_limit(benchmark::State& state) {
  TemporaryFolder folder;
  const std::unique_ptr<rocksdb::DB> db = open_bare(folder.path());
  const std::vector<Edge> edges = drawn_edges();
  for (std::uint64_t i = 0; i < kEdges; ++i) {
    db->Put({}, typed_edge_key(TypeId{0}, NodeId{edges[i].start}, NodeId{edges[i].end}, RelationshipId{i}),
            "")
        .ok();
  }
  db->CompactRange({}, nullptr, nullptr).ok();
  for (auto _ : state) {
    const std::unique_ptr<rocksdb::Iterator> iterator(db->NewIterator({}));
    std::uint64_t sum = 0;
    for (iterator->SeekToFirst(); iterator->Valid(); iterator->Next())
      sum += load_u64(iterator->key().data() + 12);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEdges));
}
BENCHMARK(adjacency_build_limit)->Unit(benchmark::kMillisecond);

// Two hops from every node, summed, so that nothing can be left out.
void adjacency_expansion(benchmark::State& state) {
  const auto reader = filled().snapshot();
  const Adjacency* adjacency = *reader->adjacency(*reader->find_type("t"), Direction::kOutgoing);
  std::int64_t edges = 0;
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const std::uint64_t source : adjacency->sources()) {
      for (const std::uint64_t middle : adjacency->row(NodeId{source}).nodes) {
        for (const std::uint64_t end : adjacency->row(NodeId{middle}).nodes) sum += end, ++edges;
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(edges);
}
BENCHMARK(adjacency_expansion)->Unit(benchmark::kMillisecond);

void adjacency_expansion_limit(benchmark::State& state) {
  std::vector<Edge> edges = drawn_edges();
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.start < b.start; });
  std::vector<std::uint32_t> offsets(kNodes + 1, 0);
  std::vector<std::uint64_t> ends;
  for (const Edge& edge : edges) ++offsets[edge.start + 1], ends.push_back(edge.end);
  for (std::size_t i = 0; i < kNodes; ++i) offsets[i + 1] += offsets[i];
  std::int64_t visited = 0;
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (std::uint64_t source = 0; source < kNodes; ++source) {
      for (std::uint32_t i = offsets[source]; i < offsets[source + 1]; ++i) {
        for (std::uint32_t j = offsets[ends[i]]; j < offsets[ends[i] + 1]; ++j) sum += ends[j], ++visited;
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(visited);
}
BENCHMARK(adjacency_expansion_limit)->Unit(benchmark::kMillisecond);

void find_by_indexed_property(benchmark::State& state) {
  const auto reader = filled().snapshot();
  const KeyId id = *reader->find_key("id");
  std::mt19937_64 random(2);
  for (auto _ : state)
    benchmark::DoNotOptimize(reader->find_by_property(id, static_cast<std::int64_t>(random() % kNodes)));
}
BENCHMARK(find_by_indexed_property)->Unit(benchmark::kMicrosecond);

// Find two nodes, look for the relationship, make it: what MERGE does, one a transaction.
void merge_unsynced(benchmark::State& state) {
  Store& store = filled(false);
  std::mt19937_64 random(3);
  for (auto _ : state) {
    auto transaction = *store.begin();
    const KeyId id = transaction->key("id");
    const TypeId type = transaction->type("t");
    const NodeId start =
        transaction->find_by_property(id, static_cast<std::int64_t>(random() % kNodes))->front();
    const NodeId end =
        transaction->find_by_property(id, static_cast<std::int64_t>(random() % kNodes))->front();
    Neighbours found;
    if (!transaction->expand(std::span(&start, 1), Direction::kOutgoing, std::span(&type, 1), found).ok())
      std::abort();
    if (std::find(found.nodes.begin(), found.nodes.end(), end) == found.nodes.end()) {
      if (!transaction->create_relationship(start, type, end, {}).ok()) std::abort();
    }
    if (!transaction->commit().ok()) std::abort();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(merge_unsynced)->Unit(benchmark::kMicrosecond)->UseRealTime();

// In turn, so that both meet the same disk: a commit of one property, and an append of as much with fdatasync.
void commit_synced(benchmark::State& state) {
  using Clock = std::chrono::steady_clock;
  Store& store = filled();
  TemporaryFolder folder;
  const int file = ::open((folder.path() / "log").c_str(), O_CREAT | O_WRONLY | O_APPEND, 0666);
  const std::string record(200, 'x');
  std::vector<double> commits, appends, ratios;  // seconds
  std::int64_t i = 0;
  for (auto _ : state) {
    const auto start = Clock::now();
    auto transaction = *store.begin();
    if (!transaction->set_property(NodeId{0}, transaction->key("n"), ++i).ok()) std::abort();
    if (!transaction->commit().ok()) std::abort();
    const auto middle = Clock::now();
    if (::write(file, record.data(), record.size()) < 0 || ::fdatasync(file) != 0) std::abort();
    commits.push_back(std::chrono::duration<double>(middle - start).count());
    appends.push_back(std::chrono::duration<double>(Clock::now() - middle).count());
    ratios.push_back(appends.back() / commits.back());
  }
  ::close(file);
  const auto median = [](std::vector<double>& values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
  };
  state.counters["commits_a_second"] = 1 / median(commits);
  state.counters["appends_a_second"] = 1 / median(appends);
  state.counters["of_the_limit"] = median(appends) / median(commits);
  state.counters["of_the_limit_pairwise"] = median(ratios);
}
BENCHMARK(commit_synced)->Unit(benchmark::kMicrosecond)->UseRealTime()->Iterations(2000);

}  // namespace
