#include "graph/bulk/edge_sort.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <tuple>

#include "graph/key_codec.h"
#include "graph/record_codec.h"
#include "tests/graph/temporary_folder.h"

using namespace dossier::graph;
using dossier::graph::test::TemporaryFolder;

namespace {

std::vector<Edge> draw(std::size_t count, std::uint64_t nodes) {
  std::mt19937_64 random(2);
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    edges.push_back({random() % nodes, random() % nodes, i, static_cast<std::uint32_t>(random() % 5), 0});
  }
  return edges;
}

auto all_of(const Edge& edge) { return std::tuple(edge.type, edge.start, edge.end, edge.place); }

}  // namespace

TEST_CASE("edges are sorted by columns, and equal ones keep their order", "[graph][edge_sort]") {
  const std::uint64_t nodes = GENERATE(std::uint64_t{1}, 3, 5000, std::uint64_t{1} << 40);
  std::vector<Edge> edges = draw(3000, nodes), expected = edges;
  const EdgeColumn columns[] = {EdgeColumn::kType, EdgeColumn::kEnd};
  sort_edges(edges, columns);
  std::stable_sort(expected.begin(), expected.end(), [&](const Edge& a, const Edge& b) {
    return std::tie(a.type, a.end) < std::tie(b.type, b.end);
  });
  for (std::size_t i = 0; i < edges.size(); ++i) REQUIRE(all_of(edges[i]) == all_of(expected[i]));
}

TEST_CASE("an edge sorter gives the same order from memory and from runs on disk", "[graph][edge_sort]") {
  TemporaryFolder folder;
  const std::uint64_t memory = GENERATE(std::uint64_t{1} << 20, 20000, 1);
  std::vector<Edge> expected = draw(memory == 1 ? 200 : 3000, 50);
  EdgeSorter sorter(folder.path(), memory, {EdgeColumn::kStart});
  for (const Edge& edge : expected) REQUIRE(sorter.add(edge).ok());
  REQUIRE(sorter.sort().ok());
  std::stable_sort(expected.begin(), expected.end(),
                   [](const Edge& a, const Edge& b) { return a.start < b.start; });
  for (const Edge& edge : expected) {
    const auto next = sorter.next();
    REQUIRE(next.ok());
    REQUIRE(*next != nullptr);
    REQUIRE(all_of(**next) == all_of(edge));
  }
  CHECK(*sorter.next() == nullptr);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("records come with their edges, those with equal ends as they were added", "[graph][edge_sort]") {
  TemporaryFolder folder;
  const std::uint64_t memory = GENERATE(std::uint64_t{1} << 20, 30000);
  std::vector<Edge> expected = draw(3000, 8);
  RecordSorter sorter(folder.path(), memory);
  for (const Edge& edge : expected) {
    std::string record;
    const std::pair<KeyId, Value> number[] = {{KeyId{0}, static_cast<std::int64_t>(edge.place)}};
    REQUIRE(append_new_relationship(record, NodeId{edge.start}, TypeId{edge.type}, NodeId{edge.end}, number)
                .ok());
    REQUIRE(sorter.add(edge, record).ok());
  }
  REQUIRE(sorter.sort().ok());
  CHECK(sorter.in_memory() == (memory > 30000));
  std::sort(expected.begin(), expected.end(),
            [](const Edge& a, const Edge& b) { return all_of(a) < all_of(b); });
  for (std::size_t i = 0; i < expected.size(); ++i) {
    Edge edge{};
    std::string_view record;
    if (sorter.in_memory()) {
      edge = sorter.edges()[i];
      record = sorter.record(edge);
    } else {
      const auto more = sorter.next(edge, record);
      REQUIRE((more.ok() && *more));
    }
    const auto decoded = decode_relationship(record);
    REQUIRE(decoded.ok());
    REQUIRE(std::tuple(edge.type, edge.start, edge.end) ==
            std::tuple(expected[i].type, expected[i].start, expected[i].end));
    REQUIRE(decoded->record.end == NodeId{expected[i].end});
    REQUIRE(find_property(decoded->record.properties, KeyId{0})->as_integer() ==
            static_cast<std::int64_t>(expected[i].place));
  }
}
