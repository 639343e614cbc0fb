// Full-text search over the sentences of articles.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/graph_view.h"

namespace dossier::graph {

/// See Reader::search.
Result<std::vector<SentenceHit>> search_sentences(const GraphView& graph, std::string_view text,
                                                  const std::function<Status()>& proceed);

}  // namespace dossier::graph
