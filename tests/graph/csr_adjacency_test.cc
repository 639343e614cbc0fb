#include "graph/csr_adjacency.h"

#include <catch2/catch.hpp>
#include <random>

#include "graph/core.h"
#include "graph/kv/memory_store.h"

using namespace dossier::graph;

namespace {

void require_same(const Adjacency& one, const Adjacency& other) {
  REQUIRE(one.size() == other.size());
  REQUIRE(one.sources().size() == other.sources().size());
  for (std::size_t i = 0; i < one.sources().size(); ++i) {
    REQUIRE(one.sources()[i] == other.sources()[i]);
    const Adjacency::Row a = one.row_of_source(i), b = other.row(NodeId{one.sources()[i]});
    REQUIRE(a.nodes.size() == b.nodes.size());
    for (std::size_t j = 0; j < a.nodes.size(); ++j) {
      REQUIRE(a.nodes[j] == b.nodes[j]);
      REQUIRE(a.relationships[j] == b.relationships[j]);
    }
  }
}

}  // namespace

TEST_CASE("an adjacency is the same with any number of threads", "[graph][adjacency]") {
  const std::uint64_t nodes = GENERATE(1, 7, 500);
  auto core = *Core::open(kv::make_memory_store(), {});
  auto transaction = *make_transaction(core);
  const TypeId types[] = {transaction->type("s"), transaction->type("t")};
  for (std::uint64_t i = 0; i < nodes; ++i) REQUIRE(transaction->create_node({}, {}).ok());
  std::mt19937_64 random(nodes);
  for (int i = 0; i < 2000; ++i) {
    const NodeId start{random() % nodes}, end{random() % nodes % 10};
    REQUIRE(transaction->create_relationship(start, types[random() % 2], end, {}).ok());
  }
  REQUIRE(transaction->commit().ok());
  const View view(core->latest(), nullptr);
  for (const TypeId type : {types[0], types[1], TypeId{9}}) {
    const Direction direction = GENERATE(Direction::kOutgoing, Direction::kIncoming);
    const auto alone = *CsrAdjacency::build(view, type, direction);
    CHECK((alone->size() > 0) == (type != TypeId{9}));
    require_same(*alone, **CsrAdjacency::build(view, type, direction, 2));
    require_same(**CsrAdjacency::build(view, type, direction, 3), *alone);
  }
}
