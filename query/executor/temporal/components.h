// The parts of temporal values: d.year, d.weekDay, d.epochMillis, d.timezone, duration.minutesOfHour.
#pragma once

#include <optional>
#include <string_view>

#include "dossier/graph/value.h"

namespace dossier::query::temporal {

/// Nothing where values of that type have no such component.
std::optional<graph::Value> component(const graph::Value& value, std::string_view name);

}  // namespace dossier::query::temporal
