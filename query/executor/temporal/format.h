// Temporal values as ISO 8601 text, letter by letter as toString() gives it.
#pragma once

#include <cstdint>
#include <string>

#include "dossier/graph/value.h"

namespace dossier::query::temporal {

/// `value` is a temporal instant or a duration.
std::string to_text(const graph::Value& value);

/// "Z", "+01:00", "-00:01:15".
std::string offset_text(std::int32_t seconds);

}  // namespace dossier::query::temporal
