// The seam in memory: for ":memory:" stores, tests and ThreadSanitizer.
#pragma once

#include <memory>

#include "graph/kv/key_value_store.h"

namespace dossier::graph::kv {

std::unique_ptr<KeyValueStore> make_memory_store();

}  // namespace dossier::graph::kv
