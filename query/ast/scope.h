// Which variables can be seen, and what is known of them.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "query/ast/ast.h"
#include "query/executor/functions/registry.h"

namespace dossier::query::ast {

/// What a value is known to be before the query runs. Null belongs to every type.
struct StaticType {
  TypeSet set = kAnyType;
  TypeSet element = kAnyType;  // of the items, where it can only be a list

  static StaticType list_of(StaticType item) { return {kListType, item.set}; }
  StaticType item() const { return {element, kAnyType}; }
  bool may_be(TypeSet wanted) const { return set.overlaps(wanted); }
  StaticType operator|(const StaticType& other) const { return {set | other.set, element | other.element}; }
};

struct Variable {
  Slot slot = kNoSlot;
  StaticType type;
};

using Scope = std::map<std::string, Variable, std::less<>>;

}  // namespace dossier::query::ast
