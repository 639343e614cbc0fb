// Small random graphs, and random queries that make sense over them.
#pragma once

#include <random>

#include "tests/query/random/model.h"

namespace dossier::query::random {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Graph graph();
  Query query();
  Query update();  // at least one clause writes

 private:
  enum class Type { kNode, kEdge, kEdges, kNumber, kBoolean, kText, kNumbers };
  struct Variable {
    std::string name;
    Type type;
  };
  using Scope = std::vector<Variable>;

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  std::string fresh(const char* prefix) { return prefix + std::to_string(next_++); }
  std::vector<std::string> some(const std::vector<std::string>& all, int percent);

  std::optional<std::string> variable(const Scope& scope, Type type);
  Path path(Scope& scope, std::size_t longest, bool named);
  NodeSpec node(Scope& scope, const Scope& before, bool named);
  EdgeSpec edge(Scope& scope, const Scope& before, bool named);
  ExprPtr number(const Scope& scope, int depth);
  ExprPtr any_number(const Scope& scope, int depth);
  ExprPtr condition(const Scope& scope, int depth);
  ExprPtr existence(const Scope& scope, int depth);
  ExprPtr boolean(const Scope& scope, int depth);
  ExprPtr text_of(const Scope& scope);
  ExprPtr numbers(const Scope& scope, int depth);
  ExprPtr pattern(std::string op, const Scope& scope, int depth);
  ExprPtr aggregate(const Scope& scope);
  Clause match(Scope& scope, bool optional);
  Clause projection(Scope& scope, Clause::Kind kind);
  Clause unwind(Scope& scope);

  // update_generator.cc
  Clause writing(Scope& scope, int depth);
  Path made_path(Scope& scope, std::size_t longest);
  Clause merge(Scope& scope);
  Clause removal(Scope& scope);
  Clause repeat(const Scope& scope, int depth);
  Change change(const Scope& scope, bool removes);
  std::vector<Change> changes(const Scope& scope, bool removes);
  std::vector<std::pair<std::string, ExprPtr>> values(const Scope& scope, int percent);

  std::mt19937_64 random_;
  int next_ = 0;
  bool condition_ = false;          // a bare pattern may stand here: directly in a WHERE
  Scope earlier_;                   // of the clauses before
  std::vector<std::string> bound_;  // relationships of earlier clauses that this one names
};

}  // namespace dossier::query::random
