// Rows on their way through the operators: up to 1,024 at once, each a flat array of slots.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "dossier/graph/value.h"
#include "query/executor/evaluator.h"

namespace dossier::query {

/// Rows of equal width, stored one after the other. Memory grows with use and is kept for the next rows.
class RowBuffer {
 public:
  explicit RowBuffer(std::size_t width) : width_(width) {}

  std::size_t width() const { return width_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  RowView row(std::size_t i) { return {cells_.data() + i * width_, width_}; }
  std::span<const graph::Value> row(std::size_t i) const { return {cells_.data() + i * width_, width_}; }

  /// The rows of these numbers, for evaluation at once.
  BatchView view(std::span<const std::uint32_t> rows) { return {cells_.data(), width_, rows}; }

  RowView append(std::span<const graph::Value> source) {
    RowView target = append_slot();
    std::copy(source.begin(), source.end(), target.begin());
    return target;
  }
  /// The same without a copy: `source` is left with whatever was there before.
  void append_by_swap(RowView source) {
    RowView target = append_slot();
    for (std::size_t i = 0; i < width_; ++i) target[i].swap(source[i]);
  }
  /// A row that still holds what some earlier one did, for who sets every slot that is read.
  RowView append_stale() { return append_slot(); }
  void clear() { size_ = 0; }
  void release() { cells_ = {}, size_ = 0; }
  void pop_back() { --size_; }
  void truncate(std::size_t size) { size_ = size; }

  /// Moves row `from` to the earlier place `to`.
  void move_row(std::size_t from, std::size_t to) {
    if (from != to) std::swap_ranges(row(from).begin(), row(from).end(), row(to).begin());
  }
  void swap(RowBuffer& other) {
    cells_.swap(other.cells_);
    std::swap(size_, other.size_);
  }

 private:
  RowView append_slot() {
    if ((size_ + 1) * width_ > cells_.size())
      cells_.resize(std::max<std::size_t>(2 * cells_.size(), width_ + 1));
    return row(size_++);
  }

  std::vector<graph::Value> cells_;
  std::size_t width_, size_ = 0;
};

/// What passes from operator to operator.
class Batch : public RowBuffer {
 public:
  static constexpr std::size_t kCapacity = 1024;  // as ExecutionContext::kLargestBatch
  using RowBuffer::RowBuffer;
  bool full() const { return size() >= limit_; }
  /// The rows that it takes from now on, at most kCapacity.
  void set_limit(std::size_t rows) { limit_ = rows; }

 private:
  std::size_t limit_ = kCapacity;
};

}  // namespace dossier::query
