#include "query/executor/operator.h"

#include "dossier/status_macros.h"

namespace dossier::query {

Result<bool> Operator::next(Batch& out) { return context_.profiling ? profiled(out) : pull(out); }

Result<bool> Operator::pull(Batch& out) {
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
