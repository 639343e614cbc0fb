// Temporal instants taken apart and put together: what the five types have in common.
#pragma once

#include <cstdint>
#include <optional>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/executor/temporal/zone.h"

namespace dossier::query::temporal {

/// What an instant says: a day, a time of the day, a zone, by its own clock. A part that its type lacks is absent.
struct Parts {
  std::optional<std::int64_t> days;         // since 1970-01-01
  std::optional<std::int64_t> nanoseconds;  // of the day
  std::optional<Zone> zone;
};

/// `value` is a temporal instant.
Parts parts_of(const graph::Value& value);

/// The instant of that type. A missing day is 1970-01-01, a missing time midnight, a missing zone UTC. A named zone
/// whose `offset` is one of the two that an ambiguous time may have keeps it.
/// Errors   ArgumentError outside of the supported years.
Result<graph::Value> from_parts(graph::ValueType type, const Parts& parts);

/// The same instant by another zone's clock; needs a day, a time and a zone.
Parts in_zone(const Parts& parts, const Zone& zone);

/// Seconds since the epoch of the parts' own zone, or of UTC where they have none.
std::int64_t epoch_seconds(const Parts& parts);

/// ArgumentError InvalidArgumentValue without a place; the caller knows the place.
Status bad_value(std::string message, std::string suggestion = {});

}  // namespace dossier::query::temporal
