#include "query/executor/operators/operators.h"

namespace dossier::query {

Result<bool> ArgumentOperator::produce(Batch& out) {
  if (given_) return false;
  given_ = true;
  if (row().empty()) {
    std::vector<graph::Value> nulls(context_.width());
    out.append(nulls);
  } else {
    out.append(row());
  }
  return true;
}

}  // namespace dossier::query
