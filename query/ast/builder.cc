#include "query/ast/builder.h"

#include "dossier/status_macros.h"
#include "query/ast/tree_builder.h"
#include "query/grammar/parse.h"

namespace dossier::query::ast {

Result<Statement> parse_statement(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Status(StatusCode::kResourceExhausted, "the query is too long: " + std::to_string(text.size()) +
                                                      " bytes, of at most " + std::to_string(kMaxQueryBytes));
  }
  DOSSIER_ASSIGN_OR_RETURN(const grammar::Tree tree, grammar::parse(text, kMaxNesting));
  TreeBuilder builder(text);
  Statement statement = builder.statement(tree);
  if (!builder.status().ok()) return builder.status();
  return statement;
}

}  // namespace dossier::query::ast
