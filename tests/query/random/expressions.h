// Names that the graphs use, and expressions in one line each.
#pragma once

#include <utility>

#include "tests/query/random/model.h"

namespace dossier::query::random {

inline const std::vector<std::string> kLabels = {"A", "B", "C"}, kTypes = {"R", "S", "T"},
                                      kTexts = {"", "a", "ab", "b"};
inline const std::vector<std::string> kNumberKeys = {"x", "y"};

inline ExprPtr make(std::string op, std::vector<ExprPtr> args = {}) {
  Expr e;
  e.op = std::move(op), e.args = std::move(args);
  return std::make_shared<Expr>(std::move(e));
}
inline ExprPtr literal(Value value) {
  Expr e;
  e.op = "literal", e.literal = std::move(value);
  return std::make_shared<Expr>(std::move(e));
}
inline ExprPtr named(std::string op, std::string name, std::string key = {}, std::vector<ExprPtr> args = {}) {
  Expr e;
  e.op = std::move(op), e.name = std::move(name), e.key = std::move(key), e.args = std::move(args);
  return std::make_shared<Expr>(std::move(e));
}

}  // namespace dossier::query::random
