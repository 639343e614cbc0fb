// Dates of publication as articles and their metadata write them -> ISO 8601.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// The day that the whole of `text` names, as YYYY-MM-DD; nothing if it says more than a date or leaves the day open.
///
/// Shape    "February 5, 2026", "Sunday, 20 Jan. 2008", "2026-02-05T10:00:00+08:00", "Thu, 05 Feb 2026 02:00:00 GMT",
///          "Published: 5 February 2026, 10:30 AM SGT"; day and month in figures only where one of them is past 12.
std::optional<std::string> find_date(std::string_view text);

/// The day that a date anywhere in `text` names, with month name and year or as YYYY-MM-DD: for credits and datelines,
/// such as "Jane Roe | The Paper | 3 March 2021".
std::optional<std::string> find_date_within(std::string_view text);

/// Seconds or milliseconds since 1970 -> YYYY-MM-DD in UTC; nothing outside the years 1900 to 2200.
std::optional<std::string> find_epoch_date(double number);

}  // namespace dossier::ingest
