// Result<T>: a value, or the Status that says why there is none. std::expected needs C++23.
#pragma once

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>

#include "dossier/status.h"

namespace dossier {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(Status status) : status_(std::move(status)) {  // NOLINT: `return status;` must work
    assert(!status_.ok() && "a Result without a value needs a reason");
  }
  template <typename U = T>
  requires(std::is_constructible_v<T, U&&> && !std::is_same_v<std::remove_cvref_t<U>, Result> &&
           !std::is_same_v<std::remove_cvref_t<U>, Status>) Result(U&& value)
      : value_(std::forward<U>(value)) {}  // NOLINT: `return value;` must work

  bool ok() const { return value_.has_value(); }
  const Status& status() const { return status_; }

  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T operator*() && { return *std::move(value_); }  // by value, so that `for (x : *f())` is sound
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

 private:
  Status status_;
  std::optional<T> value_;
};

}  // namespace dossier
