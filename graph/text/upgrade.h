// From format 1, which had no index of words, to format 2.
#pragma once

#include "dossier/result.h"
#include "graph/core.h"

namespace dossier::graph {

/// Fills the table `text` and its counters from the sentences, then says format 2. Interrupted, it begins again at the
/// next opening: what it writes depends on the sentences alone.
Status add_text_index(Core& core);

}  // namespace dossier::graph
