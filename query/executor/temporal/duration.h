// Durations from amounts that need not be whole.
#pragma once

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query::temporal {

/// Amounts that together make a duration. Fractions of a nanosecond are cut off.
struct Amounts {
  long double months = 0, days = 0, seconds = 0, nanoseconds = 0;
};

/// The fraction of a month goes into days, a month being 30.436875 of them (the mean of 400 years), the fraction of a
/// day into seconds, that of a second into nanoseconds.
/// Errors   ArithmeticError IntegerOverflow.
Result<graph::Duration> duration_of(const Amounts& amounts);

/// Whole amounts; `nanoseconds` of any size.
Result<graph::Duration> duration_of(std::int64_t months, std::int64_t days, std::int64_t seconds,
                                    std::int64_t nanoseconds);

}  // namespace dossier::query::temporal
