#include "query/ast/binder.h"

#include <algorithm>

#include "query/ast/query_binder.h"

namespace dossier::query::ast {
namespace {

Status refused(std::string type, std::string detail, std::string message) {
  QueryError error;
  error.type = std::move(type);
  error.phase = "compile time";
  error.detail = std::move(detail);
  error.begin = error.end = std::string::npos;
  return Status::query(std::move(error), std::move(message));
}

}  // namespace

Status bind(Statement& statement, const ProcedureCatalog& procedures) {
  return QueryBinder(statement, procedures).run();
}

Status check_parameters(const Statement& statement, const Parameters& parameters) {
  const auto value_of = [&](const std::string& name) {
    return std::find_if(parameters.begin(), parameters.end(), [&](const auto& given) { return given.first == name; });
  };
  for (const std::string& name : statement.parameters) {
    if (value_of(name) == parameters.end()) {
      return refused("ParameterMissing", "MissingParameter", "parameter `$" + name + "` has no value");
    }
  }
  for (const auto& [name, type] : statement.typed_parameters) {
    if (!argument_fits(type, value_of(name)->second.type())) {
      return refused("SyntaxError", "InvalidArgumentType", "parameter `$" + name + "` must be " + type);
    }
  }
  return {};
}

}  // namespace dossier::query::ast
