// Ids that are appended one by one, in 4 bytes each until one comes that needs 8.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/graph/id_span.h"

namespace dossier::graph {

class IdArray {
 public:
  std::size_t size() const { return is_wide_ ? wide_.size() : narrow_.size(); }
  bool empty() const { return size() == 0; }
  std::uint64_t operator[](std::size_t i) const { return is_wide_ ? wide_[i] : narrow_[i]; }
  std::uint64_t front() const { return (*this)[0]; }
  std::uint64_t back() const { return (*this)[size() - 1]; }

  void push_back(std::uint64_t id) {
    if (!is_wide_ && id > UINT32_MAX) widen();
    if (is_wide_)
      wide_.push_back(id);
    else
      narrow_.push_back(static_cast<std::uint32_t>(id));
  }
  /// The elements, in their order, each larger by `shift` in the sense of unsigned numbers.
  void append(const IdSpan& ids, std::uint64_t shift = 0) {
    for (const std::uint64_t id : ids) push_back(id + shift);
  }
  void reserve(std::size_t size) { narrow_.reserve(size); }
  void shrink_to_fit() { narrow_.shrink_to_fit(), wide_.shrink_to_fit(); }
  void clear() { *this = {}; }

  IdSpan all() const { return span(0, size()); }
  IdSpan span(std::size_t begin, std::size_t size) const {
    return is_wide_ ? IdSpan(std::span(wide_).subspan(begin, size))
                    : IdSpan(std::span(narrow_).subspan(begin, size));
  }
  std::uint64_t bytes() const { return wide_.capacity() * 8 + narrow_.capacity() * 4; }

 private:
  void widen() {
    wide_.assign(narrow_.begin(), narrow_.end());
    narrow_ = {};
    is_wide_ = true;
  }

  std::vector<std::uint32_t> narrow_;
  std::vector<std::uint64_t> wide_;
  bool is_wide_ = false;
};

}  // namespace dossier::graph
