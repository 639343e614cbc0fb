// A graph as sorted lines without ids, so that two stores that hold the same give the same text.
#pragma once

#include <string>

#include "dossier/graph/store.h"

namespace dossier::graph::test {

/// Nodes are told apart by all they hold; give each something of its own.
std::string canonical_dump(const Reader& reader);

}  // namespace dossier::graph::test
