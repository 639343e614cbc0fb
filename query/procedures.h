// Procedures: what CALL can name. The binder asks for their signatures, the executor runs them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dossier/query/engine.h"
#include "dossier/result.h"
#include "query/ast/catalog.h"

namespace dossier::query {

class ExecutionContext;

struct Procedure {
  ast::ProcedureSignature signature;
  bool writes = false;
  /// All rows for these arguments, one value for each field of the signature's results.
  std::function<Result<std::vector<Row>>(std::span<const graph::Value> arguments, ExecutionContext& context)>
      run;
};

/// Threads  const access from any; adding only while nothing else uses it.
class ProcedureRegistry : public ast::ProcedureCatalog {
 public:
  ProcedureRegistry();  // with the built-in procedures

  void add(Procedure procedure);
  const Procedure* procedure(std::string_view name) const;
  const ast::ProcedureSignature* find(std::string_view name) const override;
  std::vector<std::string> names() const override;

 private:
  std::map<std::string, Procedure, std::less<>> procedures_;
};

/// A table as a procedure: the rows whose argument columns equal the arguments.
Procedure make_table_procedure(TestProcedure table);

}  // namespace dossier::query
