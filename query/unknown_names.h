// Labels, types and properties that a query looks for and the store has never seen: most often a slip of the pen.
#pragma once

#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/query/engine.h"
#include "query/ast/ast.h"

namespace dossier::query {

/// One warning for each name, where it first stands, with the nearest known name. Names that the query itself
/// writes are left out. `statement` must be bound.
///
/// Cost     a look-up a name; all names of the store only where one is unknown.
std::vector<Warning> unknown_names(const ast::Statement& statement, const graph::Reader& reader);

/// What the query says that is right, but hardly meant.
std::vector<Warning> hints(const ast::Statement& statement);

}  // namespace dossier::query
