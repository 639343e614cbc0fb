// Stores of every kind for tests that must hold on each.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "dossier/graph/store.h"
#include "tests/graph/temporary_folder.h"

namespace dossier::graph::test {

class Stores {
 public:
  static std::vector<std::string> names() { return {"memory", "disk"}; }
  explicit Stores(const std::string& name) {
    auto opened = Store::open(name == "memory" ? ":memory:" : folder_.path() / "store", {});
    if (!opened.ok()) throw std::runtime_error(opened.status().message());
    store_ = *std::move(opened);
  }
  Store& store() { return *store_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace dossier::graph::test
