#include "query/ast/builder.h"

namespace dossier::query::ast {

Result<Statement> parse_statement(std::string_view text) {
  Statement statement;
  statement.text = std::string(text);
  return statement;
}

}  // namespace dossier::query::ast
