// The implementations of the key-value seam that the contract suite runs against.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "graph/kv/memory_store.h"
#include "graph/kv/rocksdb_store.h"
#include "tests/graph/temporary_folder.h"

namespace dossier::graph::test {

class Backend {
 public:
  static std::vector<std::string> names() { return {"memory", "rocksdb"}; }
  explicit Backend(const std::string& name) {
    if (name == "memory") store_ = kv::make_memory_store();
    if (name == "rocksdb") {
      auto opened = kv::open_rocksdb_store(folder_.path() / "store", {});
      if (!opened.ok()) throw std::runtime_error(opened.status().message());
      store_ = *std::move(opened);
    }
  }
  kv::KeyValueStore& store() { return *store_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<kv::KeyValueStore> store_;
};

}  // namespace dossier::graph::test
