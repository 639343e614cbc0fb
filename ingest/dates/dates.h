// Time expressions as ISO 8601, with the precision that the text gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// How an article writes "4/2".
enum class DayOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

/// Where the verb puts the event; decides between the last and the next "Tuesday". What `was to` happen lay
/// ahead of something past: yesterday's weekday was yesterday, any other is the next.
enum class EventTime : std::uint8_t { kPast, kPresent, kFuture, kFutureOfPast };

struct DateContext {
  std::string anchor;     // the article's date, ISO 8601; empty: only expressions that need none are resolved
  std::string reference;  // the last date the text gave, for "the same day"; may be empty
  DayOrder order = DayOrder::kUnknown;
  EventTime time = EventTime::kPast;
};

/// The day, month, year or interval that the words name: "2026-02-04", "2025-09", "2022",
/// "2026-01-01/2026-06-30".
///
/// Errors   nothing for words that name no calendar time ("recently", "the 20th minute", "days before the
/// vote"). Source   the value rules of TIMEX3 (Pustejovsky et al. 2003); the choice of year, month and
/// weekday by tense
///          after HeidelTime (Strötgen and Gertz, SemEval 2010) and SUTime (Chang and Manning, LREC 2012).
std::optional<std::string> resolve_date(std::string_view words, const DateContext& context);

/// The order in which the article writes day and month, from its own unambiguous dates ("25/2"), else from
/// those that lie nearest to its publication, else from its language's region ("en-US").
DayOrder find_day_order(std::string_view text, std::string_view anchor, std::string_view language);

}  // namespace dossier::ingest
