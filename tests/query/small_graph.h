// (:A:B {name: 'x'})-[:called {n: 1}]->(:C) in an open transaction, for tests.
#pragma once

#include <memory>

#include "dossier/graph/store.h"

namespace dossier::query::testing {

struct SmallGraph {
  std::unique_ptr<graph::Store> store = *graph::Store::open(":memory:", {});
  std::unique_ptr<graph::Transaction> transaction = *store->begin();
  graph::NodeId from, to;
  graph::RelationshipId relationship;

  SmallGraph() {
    from = *transaction->create_node({transaction->label("A"), transaction->label("B")},
                                     {{transaction->key("name"), graph::Value("x")}});
    to = *transaction->create_node({transaction->label("C")}, {});
    relationship = *transaction->create_relationship(from, transaction->type("called"), to,
                                                     {{transaction->key("n"), graph::Value(1)}});
  }
  graph::Path path() const { return {{from, to}, {relationship}}; }
};

}  // namespace dossier::query::testing
