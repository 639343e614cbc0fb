#include "query/unknown_names.h"

#include <catch2/catch.hpp>

#include "dossier/graph/store.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"

namespace dossier::query {
namespace {

class NoProcedures : public ast::ProcedureCatalog {
 public:
  const ast::ProcedureSignature* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> names() const override { return {}; }
};

/// Messages of the warnings over a store that knows :Person, [:called] and .name.
std::vector<std::string> warnings(const std::string& query) {
  auto store = graph::Store::open(":memory:", {});
  REQUIRE(store.ok());
  auto transaction = (*store)->begin();
  REQUIRE(transaction.ok());
  const auto person = (*transaction)->label("Person");
  const auto called = (*transaction)->type("called");
  const auto name = (*transaction)->key("name");
  const auto node = (*transaction)->create_node({person}, {{name, "Xi"}});
  REQUIRE(node.ok());
  REQUIRE((*transaction)->create_relationship(*node, called, *node, {}).ok());
  REQUIRE((*transaction)->commit().ok());

  auto statement = ast::parse_statement(query);
  REQUIRE(statement.ok());
  REQUIRE(ast::bind(*statement, NoProcedures()).ok());
  std::vector<std::string> messages;
  for (const Warning& warning : unknown_names(*statement, *(*store)->snapshot()))
    messages.push_back(warning.message);
  return messages;
}

}  // namespace

TEST_CASE("known names give no warning", "[query][unknown_names]") {
  CHECK(warnings("MATCH (n:Person {name: 'Xi'})-[:called]->(m) RETURN m.name").empty());
}

TEST_CASE("unknown labels, types and properties are told once, with the nearest known name",
          "[query][unknown_names]") {
  CHECK(warnings("MATCH (n:Persn)-[:caled]->(m:Persn) RETURN m.nmae, m.zebra") ==
        std::vector<std::string>{"nothing in the store has the label `Persn`; did you mean `Person`?",
                                 "nothing in the store has the type `caled`; did you mean `called`?",
                                 "nothing in the store has the property `nmae`; did you mean `name`?",
                                 "nothing in the store has the property `zebra`"});
}

TEST_CASE("keys of maps and names that the query writes give no warning", "[query][unknown_names]") {
  CHECK(warnings("WITH {a: 1} AS m CREATE (n:New {b: m.a}) SET n.c = n.b RETURN n.c").empty());
}

}  // namespace dossier::query
