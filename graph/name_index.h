// The `name` table: normalised name -> nodes that carry it as name or alias.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/view.h"

namespace dossier::graph {

/// What a node puts into the table: key and value.
using NameEntries = std::vector<std::pair<std::string, std::string>>;

/// The entries of a node with this name and these aliases (each may be null, or not a text: then it has none).
/// `titled`: its titles may be left out when it is looked up. Sorted by key, distinct.
NameEntries name_entries(NodeId node, const Value& name, const Value& aliases, bool titled);

/// The nodes under a normalised form, ascending, each once; as name where it is both.
Status append_name_hits(const View& view, std::string_view form, std::vector<NameHit>& hits);
Result<std::vector<NodeId>> find_exact_name(const View& view, std::string_view name);

}  // namespace dossier::graph
