// English names of time zones, as CLDR has them: "CEST", "Central European Summer Time", "Eastern Time".
#pragma once

#include <cstdint>
#include <string>

#include "query/executor/temporal/zone.h"

namespace dossier::query::temporal {

/// How a zone is named: at an instant, which tells summer from winter, or whatever the season.
enum class ZoneName : std::uint8_t { kShort, kLong, kShortGeneric, kLongGeneric };

/// Empty where English has no such name, as for a bare offset.
/// Threads  any.
std::string name_of(const Zone& zone, ZoneName kind, std::int64_t utc_seconds);

}  // namespace dossier::query::temporal
