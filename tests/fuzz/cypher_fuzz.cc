// Any bytes as a query: read and bound, or refused. Run: cypher_fuzz -dict=cypher.dict corpus/
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dossier/query/diagnostics.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"

namespace {

class NoProcedures : public dossier::query::ast::ProcedureCatalog {
 public:
  const dossier::query::ast::ProcedureSignature* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> names() const override { return {}; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier::query;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  auto statement = ast::parse_statement(query);
  const dossier::Status status = statement.ok() ? ast::bind(*statement, NoProcedures()) : statement.status();
  if (status.ok()) return 0;
  const dossier::QueryError* error = status.query_error();
  if (error && (error->begin > error->end || error->end > size || error->detail.empty())) std::abort();
  if (render_error(status, query).empty()) std::abort();
  return 0;
}
