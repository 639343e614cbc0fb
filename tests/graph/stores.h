// Stores of every kind for tests that must hold on each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dossier/graph/store.h"

namespace dossier::graph::test {

class Stores {
 public:
  static std::vector<std::string> names() { return {"memory"}; }
  explicit Stores(const std::string&) : store_(*Store::open(":memory:", {})) {}
  Store& store() { return *store_; }

 private:
  std::unique_ptr<Store> store_;
};

}  // namespace dossier::graph::test
