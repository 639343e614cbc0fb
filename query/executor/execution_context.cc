#include "query/executor/execution_context.h"

#include "dossier/status_macros.h"
#include "query/executor/errors.h"

namespace dossier::query {

ExecutionContext::ExecutionContext(const ExecutionContext& parent)
    : ExecutionContext(parent.plan, parent.reader, nullptr) {
  store = parent.store, procedures = parent.procedures;
  eval.parameters = parent.eval.parameters, eval.clock = parent.eval.clock;
  eval.cancel = parent.eval.cancel, eval.deadline = parent.eval.deadline;
  cancel = parent.cancel, deadline = parent.deadline;
  memory_limit = parent.memory_limit, memory_used = parent.memory_used;
}

Status ExecutionContext::check(std::size_t rows) {
  rows_ += rows;
  if (cancel && cancel->load(std::memory_order_relaxed))
    return Status(StatusCode::kCancelled, "the query was cancelled");
  if (deadline && std::chrono::steady_clock::now() >= *deadline) {
    return Status(StatusCode::kDeadlineExceeded, "the query reached its time limit");
  }
  return progress_ == nullptr ? Status() : report();
}

void ExecutionContext::report_to(const std::function<bool(const Progress&)>* progress,
                                 std::chrono::nanoseconds interval) {
  progress_ = progress, interval_ = interval;
  started_ = std::chrono::steady_clock::now();
  next_report_ = started_ + interval;
}

Status ExecutionContext::report() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_report_) return {};
  next_report_ = now + interval_;
  if ((*progress_)({rows_, now - started_})) return {};
  return Status(StatusCode::kCancelled, "the query was cancelled");
}

Status ExecutionContext::charge(std::size_t bytes) {
  const std::uint64_t used = memory_used->fetch_add(bytes) + bytes;
  if (memory_limit == 0 || used <= memory_limit) return {};
  return Status(StatusCode::kResourceExhausted, "the query needs more than its memory limit of " +
                                                    std::to_string(memory_limit) +
                                                    " bytes for sorting, grouping, buffered rows and values");
}

Status ExecutionContext::delete_disconnected(bool end) {
  for (auto it = connected_deleted.begin(); it != connected_deleted.end();) {
    const auto [node, span] = *it;
    std::uint64_t degree = 0;
    if (!transaction->is_deleted(node)) {
      DOSSIER_ASSIGN_OR_RETURN(degree, reader.degree(node, graph::Direction::kBoth, {}));
      if (degree == 0) {
        DOSSIER_RETURN_IF_ERROR(transaction->delete_node(node));
        ++counters.nodes_deleted;
      }
    }
    if (degree > 0 && end) {
      return runtime_error(
          "ConstraintVerificationFailed", "DeleteConnectedNode", span,
          "the node still has " + std::to_string(degree) + (degree == 1 ? " relationship" : " relationships"),
          "delete them too, or use DETACH DELETE");
    }
    it = degree > 0 ? std::next(it) : connected_deleted.erase(it);
  }
  return {};
}

ResolvedTypes resolve_types(const graph::Reader& reader, const std::vector<std::string>& names) {
  ResolvedTypes types;
  for (const std::string& name : names) {
    if (const auto id = reader.find_type(name)) types.ids.push_back(*id);
  }
  std::sort(types.ids.begin(), types.ids.end());
  types.ids.erase(std::unique(types.ids.begin(), types.ids.end()), types.ids.end());
  types.none = !names.empty() && types.ids.empty();
  return types;
}

bool contains(const graph::Value& value, graph::RelationshipId relationship) {
  if (value.is_relationship()) return value.as_relationship() == relationship;
  if (!value.is_list()) return false;
  const graph::List& list = value.as_list();
  return std::any_of(list.begin(), list.end(),
                     [&](const graph::Value& item) { return contains(item, relationship); });
}

}  // namespace dossier::query
