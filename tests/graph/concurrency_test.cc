// For ThreadSanitizer on the memory backend; the packaged RocksDB is not instrumented.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "dossier/graph/store.h"

using namespace dossier::graph;

TEST_CASE("readers beside writers see whole commits only", "[graph][concurrency]") {
  const auto store = *Store::open(":memory:", {});
  constexpr int kCommits = 150;
  std::atomic<bool> done{false};
  std::atomic<int> torn{0}, failed{0};
  const auto write = [&](int writer) {
    for (int i = 0; i < kCommits; ++i) {
      auto transaction = *store->begin();
      const TypeId type = transaction->type("T");
      const KeyId name = transaction->key("name"), own = transaction->key("k" + std::to_string(i % 20));
      const auto a = transaction->create_node({transaction->label("A")}, {{name, "x"}});
      const auto b = transaction->create_node({transaction->label("B")}, {{own, writer}});
      if (!transaction->create_relationship(*a, type, *b, {}).ok() || !transaction->commit().ok()) ++failed;
    }
  };
  const auto read = [&] {
    while (!done) {
      const auto reader = store->snapshot();
      const auto type = reader->find_type("T");
      if (!type) continue;
      std::vector<NodeId> nodes;
      Neighbours found;
      std::vector<Value> names;
      if (!reader->scan_nodes(NodeId{0}, 10000, nodes).ok()) ++failed;
      if (!reader->expand(nodes, Direction::kOutgoing, std::span(&*type, 1), found).ok()) ++failed;
      if (!reader->node_properties(nodes, *reader->find_key("name"), names).ok()) ++failed;
      const Adjacency* adjacency = *reader->adjacency(*type, Direction::kOutgoing);
      const bool whole = nodes.size() == reader->node_count() && found.nodes.size() * 2 == nodes.size() &&
                         reader->relationship_count() == found.nodes.size() &&
                         (adjacency == nullptr || adjacency->size() == found.nodes.size()) &&
                         reader->find_by_name("x")->size() == found.nodes.size();
      if (!whole) ++torn;
    }
  };
  std::thread reader_one(read), reader_two(read), writer_one(write, 1), writer_two(write, 2);
  writer_one.join();
  writer_two.join();
  done = true;
  reader_one.join();
  reader_two.join();
  CHECK(torn == 0);
  CHECK(failed == 0);
  CHECK(store->snapshot()->relationship_count() == 2 * kCommits);
}
