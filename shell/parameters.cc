#include "shell/parameters.h"

#include <algorithm>

#include "query/json/plain_json.h"

namespace dossier::shell {

Result<std::pair<std::string, graph::Value>> parse_parameter(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    return invalid_argument("parameter '" + std::string(text) + "': expected name=value");
  }
  std::string name(text.substr(text.front() == '$' ? 1 : 0, equals - (text.front() == '$' ? 1 : 0)));
  const std::string_view content = text.substr(equals + 1);
  Result<graph::Value> value = query::parse_plain_json(content);
  if (value.status().code() == StatusCode::kUnsupported) {
    return invalid_argument("parameter '" + name + "': " + std::string(value.status().message()));
  }
  return std::pair(std::move(name), value.ok() ? *std::move(value) : graph::Value(content));
}

void set(query::Parameters& parameters, const std::pair<std::string, graph::Value>& parameter) {
  const auto same = std::find_if(parameters.begin(), parameters.end(),
                                 [&](const auto& known) { return known.first == parameter.first; });
  if (same == parameters.end()) {
    parameters.push_back(parameter);
  } else {
    same->second = parameter.second;
  }
}

}  // namespace dossier::shell
