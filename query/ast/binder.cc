#include "query/ast/binder.h"

#include <algorithm>

#include "query/ast/query_binder.h"
#include "query/diagnostics.h"

namespace dossier::query::ast {
namespace {

Status refused(std::string type, std::string detail, std::string message, SourceSpan place,
               std::string suggestion, std::string_view text) {
  if (place.end > 0) {
    return syntax_error(text, place.begin, place.end, std::move(detail), std::move(message),
                        std::move(suggestion), std::move(type));
  }
  QueryError error;
  error.type = std::move(type);
  error.phase = "compile time";
  error.detail = std::move(detail);
  error.begin = error.end = std::string::npos;
  error.suggestion = std::move(suggestion);
  return Status::query(std::move(error), std::move(message));
}

}  // namespace

Status bind(Statement& statement, const ProcedureCatalog& procedures) {
  return QueryBinder(statement, procedures).run();
}

Status check_parameters(const Statement& statement, const Parameters& parameters) {
  const auto value_of = [&](const std::string& name) {
    return std::find_if(parameters.begin(), parameters.end(),
                        [&](const auto& given) { return given.first == name; });
  };
  for (const std::string& name : statement.parameters) {
    if (value_of(name) == parameters.end()) {
      std::vector<std::string> given;
      for (const auto& [other, value] : parameters) given.push_back(other);
      const std::string near = nearest_name(name, given);
      const auto place = statement.parameter_places.find(name);
      return refused("ParameterMissing", "MissingParameter", "parameter `$" + name + "` has no value",
                     place == statement.parameter_places.end() ? SourceSpan{} : place->second,
                     near.empty() ? "" : "did you mean `$" + near + "`?", statement.text);
    }
  }
  for (const auto& [name, type] : statement.typed_parameters) {
    if (!argument_fits(type, value_of(name)->second.type())) {
      return refused("SyntaxError", "InvalidArgumentType",
                     "parameter `$" + name + "` must be " + argument_in_words(type), {}, {}, {});
    }
  }
  return {};
}

}  // namespace dossier::query::ast
