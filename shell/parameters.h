// Query parameters as they are typed on a command line.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "dossier/query/engine.h"
#include "dossier/result.h"

namespace dossier::shell {

/// "name=value": JSON where the value is JSON, else the text itself. InvalidArgument without a name or '='.
Result<std::pair<std::string, graph::Value>> parse_parameter(std::string_view text);

/// Adds the parameter, or replaces the one of that name.
void set(query::Parameters& parameters, const std::pair<std::string, graph::Value>& parameter);

}  // namespace dossier::shell
