// Statements written by `dossier export --format jsonl`, back into a graph.
#pragma once

#include <istream>
#include <string>

#include "dossier/graph/store.h"
#include "dossier/result.h"

namespace dossier::shell {

/// Puts the articles that the statements stand on, and statements without evidence as a person's own, in one transaction.
/// Ids are new; entities that the file tells apart stay apart.
///
/// Errors   InvalidArgument with file and line; nothing is kept then.
/// Returns  the number of statements.
Result<std::size_t> import_jsonl(graph::Store& store, std::istream& in, const std::string& name);

}  // namespace dossier::shell
