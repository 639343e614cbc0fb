// How deep lists and maps are nested, kept with each of them: what walks values is recursive, so whoever makes values
// from a query's text limits it.
#pragma once

#include <cstdint>

#include "dossier/graph/value.h"

namespace dossier::graph {

/// 0 for what is neither list nor map, 1 for an empty list or one of plain values.
/// Cost     O(1).
std::int32_t depth(const Value& value);

}  // namespace dossier::graph
