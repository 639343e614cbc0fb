// What the binder asks about functions and procedures. The executor's registries answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::query::ast {

struct FunctionSignature {
  std::string name;             // as shown to people: "toUpper", "duration.between"
  int minimum_arguments = 0;
  int maximum_arguments = 0;    // -1: any number
  bool aggregate = false;
  bool is_volatile = false;     // rand(), randomUUID(): another value at every call
};

class FunctionCatalog {
 public:
  virtual ~FunctionCatalog() = default;
  /// The function of that name, letter case ignored; null where there is none.
  virtual const FunctionSignature* find(std::string_view name) const = 0;
  /// Every name, for suggestions.
  virtual std::vector<std::string> names() const = 0;
};

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
