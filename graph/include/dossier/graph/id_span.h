// Ids as they lie in an adjacency snapshot: as narrow as they can be.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

namespace dossier::graph {

/// A read-only sequence of 64-bit ids stored in 4 or 8 bytes each, or in none where each is one more than the last.
class IdSpan {
 public:
  IdSpan() = default;
  explicit IdSpan(std::span<const std::uint32_t> ids)
      : data_(ids.data()), size_(ids.size()), kind_(Kind::kNarrow) {}
  explicit IdSpan(std::span<const std::uint64_t> ids)
      : data_(ids.data()), size_(ids.size()), kind_(Kind::kWide) {}
  static IdSpan run(std::uint64_t first, std::size_t size) {
    IdSpan ids;
    ids.first_ = first, ids.size_ = size, ids.kind_ = Kind::kRun;
    return ids;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::uint64_t operator[](std::size_t i) const {
    if (kind_ == Kind::kNarrow) return static_cast<const std::uint32_t*>(data_)[i];
    return kind_ == Kind::kWide ? static_cast<const std::uint64_t*>(data_)[i] : first_ + i;
  }
  std::uint64_t front() const { return (*this)[0]; }
  std::uint64_t back() const { return (*this)[size_ - 1]; }

  /// Calls `use` once with something that is indexed as this: a plain array where there is one, so that a loop over it
  /// is compiled for its width.
  template <typename Use>
  decltype(auto) visit(Use use) const {
    if (kind_ == Kind::kNarrow) return use(static_cast<const std::uint32_t*>(data_));
    if (kind_ == Kind::kWide) return use(static_cast<const std::uint64_t*>(data_));
    return use(*this);
  }

  /// Of an ascending sequence: the first place in [begin, end) whose id is not less.
  std::size_t lower_bound(std::uint64_t id, std::size_t begin, std::size_t end) const {
    return visit([=](const auto& ids) {
      std::size_t low = begin, high = end;
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (ids[middle] < id)
          low = middle + 1;
        else
          high = middle;
      }
      return low;
    });
  }
  std::size_t lower_bound(std::uint64_t id) const { return lower_bound(id, 0, size_); }

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  enum class Kind : std::uint8_t { kNarrow, kWide, kRun };
  union {
    const void* data_ = nullptr;
    std::uint64_t first_;
  };
  std::size_t size_ = 0;
  Kind kind_ = Kind::kWide;
};

class IdSpan::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = std::uint64_t;
  using difference_type = std::ptrdiff_t;
  using pointer = const std::uint64_t*;
  using reference = std::uint64_t;
  Iterator() = default;
  Iterator(const IdSpan& ids, std::size_t i) : ids_(ids), i_(i) {}
  std::uint64_t operator*() const { return ids_[i_]; }
  Iterator& operator++() { return ++i_, *this; }
  Iterator operator++(int) {
    const Iterator before = *this;
    ++i_;
    return before;
  }
  bool operator==(const Iterator& other) const { return i_ == other.i_; }

 private:
  IdSpan ids_;
  std::size_t i_ = 0;
};

inline IdSpan::Iterator IdSpan::begin() const { return {*this, 0}; }
inline IdSpan::Iterator IdSpan::end() const { return {*this, size_}; }

}  // namespace dossier::graph
