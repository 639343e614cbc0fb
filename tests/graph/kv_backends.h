// The implementations of the key-value seam that the contract suite runs against.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/kv/memory_store.h"

namespace dossier::graph::test {

class Backend {
 public:
  static std::vector<std::string> names() { return {"memory"}; }
  explicit Backend(const std::string&) : store_(kv::make_memory_store()) {}
  kv::KeyValueStore& store() { return *store_; }

 private:
  std::unique_ptr<kv::KeyValueStore> store_;
};

}  // namespace dossier::graph::test
