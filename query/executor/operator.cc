#include "query/executor/operator.h"

#include <utility>

#include "dossier/status_macros.h"

namespace dossier::query {

Result<bool> Operator::next(Batch& out) { return context_.profiling ? profiled(out) : pull(out); }

// The values of the last batch are given back, those of this one are held; what the inputs make is counted there.
Result<bool> Operator::pull(Batch& out) {
  if (held_ != 0) context_.release(held_);
  const std::size_t outer = std::exchange(context_.eval.made, 0);
  Result<bool> more = fill(out);
  held_ = std::exchange(context_.eval.made, outer);
  return more;
}

Result<bool> Operator::fill(Batch& out) {
  out.clear();
  out.set_limit(context_.batch_rows);
  while (true) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, produce(out));
    DOSSIER_RETURN_IF_ERROR(context_.check(out.size()));
    if (!more) return false;
    if (!out.empty()) return true;
    context_.grow_batches();
    out.set_limit(context_.batch_rows);
  }
}

Result<bool> Operator::profiled(Batch& out) {
  const auto start = std::chrono::steady_clock::now();
  Result<bool> more = pull(out);
  OperatorProfile& profile = context_.profile[static_cast<std::size_t>(id_)];
  profile.time += std::chrono::steady_clock::now() - start;
  profile.rows += out.size();
  ++profile.calls;
  return more;
}

}  // namespace dossier::query
