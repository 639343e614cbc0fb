// The components that a map names, checked and put together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

/// A map of components. Null counts as absent.
class Fields {
 public:
  explicit Fields(const graph::Map& map) : map_(map) {}

  const graph::Value* find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  bool has_any(std::initializer_list<std::string_view> names) const;
  /// `otherwise` where it is absent. Errors: no integer, or outside of [low, high].
  Result<std::int64_t> integer(std::string_view name, std::int64_t low, std::int64_t high,
                               std::int64_t otherwise) const;
  /// Errors for a name that is none of a temporal value's.
  Status check_names() const;

 private:
  const graph::Map& map_;
};

/// The day that the components give, on the ground of another day if there is one.
Result<std::int64_t> day_from(const Fields& fields, std::optional<std::int64_t> ground);
/// The time of the day likewise. What lies below a second replaces the ground's.
Result<std::int64_t> time_from(const Fields& fields, std::optional<std::int64_t> ground);
/// The zone that `timezone` names, if it does.
Result<std::optional<Zone>> zone_from(const Fields& fields);

}  // namespace dossier::query::temporal
