// Merging sorted runs.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "dossier/result.h"
#include "dossier/status_macros.h"

namespace dossier::graph {

/// Head stands on an entry of a sorted run: `Result<bool> next()` brings it to the next one, false at the end, and
/// `bool before(const Head&)` compares entries. Of equal ones the earlier run's comes first.
template <typename Head>
class Merge {
 public:
  /// Heads that stand before their first entries.
  Status start(std::vector<Head> heads) {
    heads_ = std::move(heads);
    for (std::size_t i = 0; i < heads_.size(); ++i) DOSSIER_RETURN_IF_ERROR(push(i));
    return {};
  }

  /// The head with the next entry, or null at the end. It holds until the next call.
  Result<const Head*> next() {
    if (taken_ != kNone) DOSSIER_RETURN_IF_ERROR(push(std::exchange(taken_, kNone)));
    if (heap_.empty()) return static_cast<const Head*>(nullptr);
    std::pop_heap(heap_.begin(), heap_.end(), later());
    taken_ = heap_.back();
    heap_.pop_back();
    return static_cast<const Head*>(&heads_[taken_]);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  auto later() const {
    return [this](std::size_t a, std::size_t b) {
      if (heads_[b].before(heads_[a])) return true;
      return !heads_[a].before(heads_[b]) && b < a;
    };
  }
  Status push(std::size_t i) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, heads_[i].next());
    if (!more) return {};
    heap_.push_back(i);
    std::push_heap(heap_.begin(), heap_.end(), later());
    return {};
  }

  std::vector<Head> heads_;
  std::vector<std::size_t> heap_;  // indexes of heads_
  std::size_t taken_ = kNone;
};

/// Bytes that each of `runs` readers may buffer when all of them have `memory`.
inline std::size_t run_buffer(std::uint64_t memory, std::size_t runs) {
  return static_cast<std::size_t>(
      std::clamp<std::uint64_t>(memory / std::max<std::size_t>(runs, 1), 4 << 10, 256 << 10));
}

}  // namespace dossier::graph
