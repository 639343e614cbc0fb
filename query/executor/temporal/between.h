// The duration from one instant to another.
#pragma once

#include <cstdint>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query::temporal {

enum class Measure : std::uint8_t {
  kBoth,
  kMonths,
  kDays,
  kSeconds
};  // duration.between, .inMonths, .inDays, .inSeconds

/// Two instants of any types. Where only one has a day, both are of that day; a missing time is midnight; where only one
/// has a zone, both are of it, and where both have, the second is read by the first one's clock. Months and days
/// count only where both have a day.
Result<graph::Duration> between(Measure measure, const graph::Value& from, const graph::Value& to);

}  // namespace dossier::query::temporal
