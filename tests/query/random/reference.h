// What reading clauses and expressions mean over a graph as it stands.
#pragma once

#include <memory>

#include "tests/query/random/model.h"

namespace dossier::query::random {

/// Thrown where there are more assignments than are worth trying, or where the answer is left open.
struct TooMuch {};

class Reference;
class Reader {
 public:
  explicit Reader(const Graph& graph);
  ~Reader();

  std::vector<Row> apply(const Clause& clause, const std::vector<Row>& rows);
  std::vector<Row> matches(const Path& path, const Row& row);
  Value evaluate(const Expr& expression, const Row& row);

 private:
  std::unique_ptr<Reference> reference_;
};

}  // namespace dossier::query::random
