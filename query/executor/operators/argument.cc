#include "query/executor/operators/operators.h"

namespace dossier::query {

Result<bool> ArgumentOperator::produce(Batch& out) {
  if (rows_) {
    for (; next_ < rows_->size() && !out.full(); ++next_) {
      out.append(rows_->row(next_))[number_] = static_cast<std::int64_t>(next_);
    }
    return !out.empty();
  }
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
