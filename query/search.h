// dossier.search: sentences by the words they have in common with a text.
#pragma once

#include <span>
#include <vector>

#include "dossier/query/engine.h"
#include "dossier/result.h"

namespace dossier::query {

class ExecutionContext;

/// Every sentence with at least one word of the text, best first; words are compared by their English stems, case
/// ignored. A row is article, number of the sentence, its text and the score.
///
/// Cost     reads every sentence: there is no index of words yet.
Result<std::vector<Row>> search_sentences(std::span<const graph::Value> arguments, ExecutionContext& context);

}  // namespace dossier::query
