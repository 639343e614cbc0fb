#include <catch2/catch.hpp>

#include "tests/query/evaluate.h"
#include "tests/query/small_graph.h"

using namespace dossier;
using dossier::query::testing::evaluated;
using graph::Value;

namespace {

struct Graph : dossier::query::testing::SmallGraph {
  /// $a and $b are the nodes, $r the relationship, $p the path.
  std::string operator()(std::string_view expression) const {
    return evaluated(expression,
                     {{"a", Value(from)}, {"b", Value(to)}, {"r", Value(relationship)}, {"p", Value(path())}},
                     transaction.get());
  }
};

}  // namespace

TEST_CASE("nodes, relationships and paths are taken apart", "[query][graph_functions]") {
  const Graph graph;
  CHECK(graph("labels($a)") == "['A', 'B']");
  CHECK(graph("type($r)") == "'called'");
  CHECK(graph("startNode($r) = $a") == "true");
  CHECK(graph("endNode($r) = $b") == "true");
  CHECK(graph("properties($r)") == "{n: 1}");
  CHECK(graph("keys($a)") == "['name']");
  CHECK(graph("$a.name") == "'x'");
  CHECK(graph("$a['na' + 'me']") == "'x'");
  CHECK(graph("$a.other") == "null");
  CHECK(graph("$a[1]") == "TypeError MapElementAccessByNonString");
  CHECK(graph("length($p)") == "1");
  CHECK(graph("nodes($p) = [$a, $b]") == "true");
  CHECK(graph("relationships($p) = [$r]") == "true");
  CHECK(graph("toString(id($a)) = elementId($a)") == "true");
  CHECK(graph("labels($r)") == "TypeError InvalidArgumentValue");
  CHECK(graph("type($a)") == "TypeError InvalidArgumentValue");
  CHECK(graph("evidence($r)") == "[]");
}

TEST_CASE("label expressions look at labels and types", "[query][graph_functions]") {
  const Graph graph;
  CHECK(graph("$a:A") == "true");
  CHECK(graph("$a:A:C") == "false");
  CHECK(graph("$a:A&!C") == "true");
  CHECK(graph("$a:C|B") == "true");
  CHECK(graph("$r:called") == "true");
  CHECK(graph("$r:Other") == "false");
}

TEST_CASE("a map projection picks properties and adds entries", "[query][graph_functions]") {
  const Graph graph;
  CHECK(graph("[x IN [$a] | x {.name, .none, two: 2}]") == "[{name: 'x', none: null, two: 2}]");
  CHECK(graph("[x IN [$a] | x {.*, name: 'y'}]") == "[{name: 'y'}]");
  CHECK(graph("[x IN [null] | x {.*}]") == "[null]");
}

TEST_CASE("what a query has deleted cannot be read any more", "[query][graph_functions]") {
  const Graph graph;
  REQUIRE(graph.transaction->delete_relationship(graph.relationship).ok());
  REQUIRE(graph.transaction->delete_node(graph.to).ok());
  CHECK(graph("labels($b)") == "EntityNotFound DeletedEntityAccess");
  CHECK(graph("$r.n") == "EntityNotFound DeletedEntityAccess");
  CHECK(graph("$b.unheard") == "EntityNotFound DeletedEntityAccess");
  CHECK(graph("$b:C") == "EntityNotFound DeletedEntityAccess");
  CHECK(graph("id($b) >= 0") == "true");
}
