// dossier.search: sentences by the words they have in common with a text.
#pragma once

#include <span>
#include <vector>

#include "dossier/query/engine.h"
#include "dossier/result.h"

namespace dossier::query {

class ExecutionContext;

/// The sentences that graph::Reader::search finds, best first. A row is article, number of the sentence, its text and
/// the score.
Result<std::vector<Row>> search_sentences(std::span<const graph::Value> arguments, ExecutionContext& context);

}  // namespace dossier::query
