// Types and functions as messages name them.
#pragma once

#include <string>
#include <string_view>

#include "query/executor/functions/registry.h"

namespace dossier::query::ast {

/// "a string or a list"; "a value" for all types.
std::string in_words(TypeSet types);

/// "1 argument", "2 arguments".
std::string arguments_in_words(int count);

/// What an unknown function may have been meant to be: the name it has here, or the nearest name; else empty.
std::string suggest_function(std::string_view name);

}  // namespace dossier::query::ast
