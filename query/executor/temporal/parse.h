// ISO 8601 text -> temporal values, in every form that openCypher takes: extended and basic, with calendar, week,
// quarter and ordinal dates, with parts left out at the end.
#pragma once

#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query::temporal {

/// An instant of that type: "2015-W30-2T214032.142+0100[Europe/Stockholm]".
/// Errors   ArgumentError InvalidArgumentValue without a place.
Result<graph::Value> parse_instant(graph::ValueType type, std::string_view text);

/// "P1Y2M3W4DT5H6M7.5S", amounts with signs and fractions; "P2012-02-02T14:37:21.545".
Result<graph::Duration> parse_duration(std::string_view text);

}  // namespace dossier::query::temporal
