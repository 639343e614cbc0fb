// Time zones: bare offsets and the named zones of the IANA database, as ICU carries it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::query::temporal {

/// A named zone, or a bare offset where the name is empty. UTC is the offset 0.
struct Zone {
  std::string name;
  std::int32_t offset = 0;  // seconds east of UTC; of a named zone only what a text said beside the name

  bool operator==(const Zone&) const = default;
};

/// "Z", "+01:00", "+0100", "+01", "-02:05:59", "Europe/Stockholm".
std::optional<Zone> parse_zone(std::string_view text);
/// The offsets alone.
std::optional<std::int32_t> parse_offset(std::string_view text);

/// The offset of the zone at an instant, in seconds east of UTC.
/// Threads  any.
std::int32_t offset_at(const Zone& zone, std::int64_t utc_seconds);

/// Whether the zone keeps daylight saving time at an instant.
bool daylight_at(const Zone& zone, std::int64_t utc_seconds);

/// The offset at a time of the zone's own clock. A time that the clock shows twice is the first of the two; one that it
/// skips is read with the offset before the gap, which moves it on by the length of the gap.
std::int32_t offset_at_local(const Zone& zone, std::int64_t local_seconds);

}  // namespace dossier::query::temporal
