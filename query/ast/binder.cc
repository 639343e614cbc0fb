#include "query/ast/binder.h"

namespace dossier::query::ast {

Status bind(Statement&, const ProcedureCatalog&) { return {}; }
std::vector<std::string> parameter_names(const Statement&) { return {}; }
Status check_parameters(const Statement&, const Parameters&) { return {}; }

}  // namespace dossier::query::ast
