// A value as a person reads it in a cell.
#pragma once

#include <string>

#include "dossier/graph/reader.h"
#include "dossier/graph/value.h"

namespace dossier::shell {

/// Strings bare at the top and quoted inside lists and maps; null as nothing at the top; nodes as
/// (:Person {name: 'Ada'}), relationships as [:called {when: '2026-02-04'}], paths as they are drawn in a pattern.
std::string to_text(const graph::Value& value, const graph::Reader& reader);

}  // namespace dossier::shell
