// What the binder asks about procedures: built-in ones, and tables that stand in for some in tests. (Functions:
// executor/functions/registry.h.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::query::ast {

struct ProcedureSignature {
  struct Field {
    std::string name, type;  // type as the TCK writes it: "INTEGER?", "STRING?", "NUMBER?", "FLOAT?", "ANY?"
  };
  std::string name;  // "db.labels"
  std::vector<Field> arguments, results;
  int optional_arguments = 0;  // so many of the last arguments may be left out; they are null then
};

class ProcedureCatalog {
 public:
  virtual ~ProcedureCatalog() = default;
  virtual const ProcedureSignature* find(std::string_view name) const = 0;
  virtual std::vector<std::string> names() const = 0;
};

}  // namespace dossier::query::ast
