// Errors and warnings of a query, drawn for people.
#pragma once

#include <string>
#include <string_view>

#include "dossier/export.h"
#include "dossier/query/engine.h"
#include "dossier/status.h"

namespace dossier::query {

/// What is wrong, the line of the query, and a caret under the exact range:
///
///     SyntaxError (UndefinedVariable) at 1:18: variable `whp` is not defined
///       MATCH (who) RETURN whp.name
///                          ^^^
///       did you mean `who`?
///
/// Without a place in the query it is the message alone. No newline at the end.
DOSSIER_API std::string render_error(const Status& status, std::string_view query);
DOSSIER_API std::string render_warning(const Warning& warning, std::string_view query);

}  // namespace dossier::query
