// Temporal values from maps of components, from other temporal values, and cut down to a unit.
#pragma once

#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/executor/evaluator.h"
#include "query/executor/temporal/zone.h"

namespace dossier::query::temporal {

// All errors are ArgumentError InvalidArgumentValue without a place.

/// date({year: 1984, week: 10, dayOfWeek: 3}), datetime({date: d, time: t, day: 28, timezone: '+05:00'}).
/// The parts of `date`, `time` and `datetime` are the ground on which the other components are put; a `timezone`
/// beside a ground that has a zone keeps the instant, otherwise it keeps the clock.
Result<graph::Value> construct(graph::ValueType type, const graph::Map& fields, const EvalContext& context);

/// The parts of another instant that the type has: date(datetime), datetime(localdatetime).
Result<graph::Value> convert(graph::ValueType type, const graph::Value& other);

Result<graph::Value> instant_at(graph::ValueType type, const StatementClock& clock, const Zone& zone);

/// date.truncate('week', other, {dayOfWeek: 2}): the start of the unit, with components put on it; the clock stays
/// where a zone is given.
Result<graph::Value> truncate(graph::ValueType type, std::string_view unit, const graph::Value& other,
                              const graph::Map& fields);

Result<graph::Duration> construct_duration(const graph::Map& fields);

}  // namespace dossier::query::temporal
