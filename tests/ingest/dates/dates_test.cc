#include "ingest/dates/dates.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

namespace {

// Published on Thursday, 5 February 2026.
std::string resolved(std::string_view words, EventTime time = EventTime::kPast,
                     std::string_view anchor = "2026-02-05") {
  DateContext context;
  context.anchor = anchor;
  context.reference = "2026-02-04";
  context.order = DayOrder::kDayFirst;
  context.time = time;
  return resolve_date(words, context).value_or("");
}

struct Row {
  const char* words;
  const char* date;
};

}  // namespace

TEST_CASE("a time expression keeps the precision that its words have", "[ingest][dates]") {
  const Row row = GENERATE(values<Row>({
      {"Feb 4", "2026-02-04"},
      {"4/2", "2026-02-04"},
      {"on 25/12", "2025-12-25"},
      {"February 5, 2026", "2026-02-05"},
      {"March 20 last year", "2025-03-20"},
      {"the 4th of February", "2026-02-04"},
      {"October 30, 2025", "2025-10-30"},
      {"2026-02-04", "2026-02-04"},
      {"from January 15 to 17", "2026-01-15/2026-01-17"},
      {"December 30 until January 2", "2025-12-30/2026-01-02"},
      {"in January of this year", "2026-01"},
      {"early June of last year", "2025-06"},
      {"the next day", "2026-02-05"},
      {"three years later", "2029"},
      {"September 2025", "2025-09"},
      {"in 2010", "2010"},
      {"the 1990s", "1990-01-01/1999-12-31"},
      {"the first half of 2026", "2026-01-01/2026-06-30"},
      {"the third quarter of 2025", "2025-07-01/2025-09-30"},
      {"2004 to 2009", "2004-01-01/2009-12-31"},
      {"between 2004 and 2009", "2004-01-01/2009-12-31"},
      {"in 2019 and 2020", "2019-01-01/2020-12-31"},
      {"in 2019 and 2021", "2019"},
      {"since 2009", "2009-01-01/2026-02-05"},
      {"since October", "2025-10-01/2026-02-05"},
      {"May 2021 to December 31, 2022", "2021-05-01/2022-12-31"},
      {"the last weekend of July 2025", "2025-07"},
      {"July 27-28, 2019", "2019-07-27/2019-07-28"},
      {"July 27–28", "2025-07-27/2025-07-28"},
      {"2005–2015", "2005-01-01/2015-12-31"},
      {"late January", "2026-01"},
      {"last October", "2025-10"},
      {"last January", "2026-01"},
      {"last month", "2026-01"},
      {"next month", "2026-03"},
      {"last year", "2025"},
      {"this week", "2026-02-02/2026-02-08"},
      {"last week", "2026-01-26/2026-02-01"},
      {"two days prior", "2026-02-02"},
      {"three days ago", "2026-02-02"},
      {"two weeks ago", "2026-01-22"},
      {"five years ago", "2021"},
      {"earlier on the same day", "2026-02-04"},
      {"yesterday", "2026-02-04"},
      {"Wednesday", "2026-02-04"},
      {"Saturday night", "2026-01-31"},
      {"early this morning", "2026-02-05"},
      {"last night", "2026-02-04"},
      {"last Thursday", "2026-01-29"},
      {"September", "2025-09"},
      {"January", "2026-01"},
      {"summer 2024", "2024-06-01/2024-08-31"},
  }));
  CAPTURE(row.words);
  CHECK(resolved(row.words) == row.date);
}

TEST_CASE("what names no calendar time stays unresolved", "[ingest][dates]") {
  const char* words = GENERATE("recently", "every Sunday", "the 20th minute", "days before the vote", "hours",
                               "two days after the attack", "the second half", "for years", "", "once",
                               "the last night of the festival", "May 2029 to December 31, 2021",
                               "2029 to 2021", "on 2013", "on last year");
  CAPTURE(words);
  CHECK(resolved(words).empty());
}

TEST_CASE("the verb's time chooses between the last and the next", "[ingest][dates]") {
  CHECK(resolved("between March and May") == "2025-03-01/2025-05-31");
  CHECK(resolved("from October to January") == "2025-10-01/2026-01-31");
  CHECK(resolved("between March and May 2020") == "2020-03-01/2020-05-31");
  CHECK(resolved("the past decade") == "2016-02-06/2026-02-05");
  CHECK(resolved("over the last decade") == "2016-02-06/2026-02-05");
  CHECK(resolved("the past 20 years") == "2006-02-05/2026-02-05");
  CHECK(resolved("in the last three weeks") == "2026-01-15/2026-02-05");
  CHECK(resolved("last week") == "2026-01-26/2026-02-01");
  CHECK(resolved("the last days of the campaign").empty());
  CHECK(resolved("over the weekend") == "2026-01-31/2026-02-01");
  CHECK(resolved("Tuesday", EventTime::kPast) == "2026-02-03");
  CHECK(resolved("by the end of the year", EventTime::kFuture) == "2026");
  CHECK(resolved("by the end of the year", EventTime::kPast).empty());
  CHECK(resolved("by the end of the month", EventTime::kFuture) == "2026-02");
  CHECK(resolved("Tuesday", EventTime::kFuture) == "2026-02-10");
  CHECK(resolved("Tuesday", EventTime::kFutureOfPast) == "2026-02-10");
  CHECK(resolved("Wednesday", EventTime::kFutureOfPast) == "2026-02-04");
  CHECK(resolved("3 May", EventTime::kPast) == "2025-05-03");
  CHECK(resolved("9 February", EventTime::kPast) == "2026-02-09");
  CHECK(resolved("3 May", EventTime::kPresent) == "2026-05-03");
  CHECK(resolved("7 January", EventTime::kFuture) == "2027-01-07");
  CHECK(resolved("7 January", EventTime::kFutureOfPast) == "2026-01-07");
  CHECK(resolved("3 February", EventTime::kFuture) == "2026-02-03");
  CHECK(resolved("April", EventTime::kPast) == "2025-04");
  CHECK(resolved("April", EventTime::kFuture) == "2026-04");
  CHECK(resolved("April", EventTime::kPresent) == "2026-04");
  CHECK(resolved("October", EventTime::kPresent) == "2025-10");
}

TEST_CASE("without the article's date only full dates are resolved", "[ingest][dates]") {
  CHECK(resolved("Tuesday", EventTime::kPast, "").empty());
  CHECK(resolved("4/2", EventTime::kPast, "").empty());
  CHECK(resolved("last October", EventTime::kPast, "").empty());
  CHECK(resolved("Wednesday, 1885", EventTime::kPast, "").empty());
  CHECK(resolved("since 2009", EventTime::kPast, "").empty());
  CHECK(resolved("April 12, 1981", EventTime::kPast, "") == "1981-04-12");
}

TEST_CASE("the order of day and month is the article's own", "[ingest][dates]") {
  CHECK(find_day_order("on 25/2 and on 4/2", "", "en") == DayOrder::kDayFirst);
  CHECK(find_day_order("on 2/25 and on 4/2", "", "en") == DayOrder::kMonthFirst);
  CHECK(find_day_order("calls on 4/2", "2026-02-05", "en") == DayOrder::kDayFirst);
  CHECK(find_day_order("calls on 2/4", "2026-02-05", "en") == DayOrder::kMonthFirst);
  CHECK(find_day_order("calls on 4/2", "", "en-US") == DayOrder::kMonthFirst);
  CHECK(find_day_order("calls on 4/2", "", "en") == DayOrder::kUnknown);
}

TEST_CASE("what is counted from something else has no date where nothing was told", "[ingest][dates]") {
  DateContext context;
  context.anchor = "2026-02-05";
  for (const char* words :
       {"the next day", "the following month", "two days later", "the same day", "the day before", "that night",
        "that October"})
    CHECK_FALSE(resolve_date(words, context).has_value());
  CHECK(resolve_date("two days prior", context) == "2026-02-03");
  context.reference = "2011";
  CHECK(resolve_date("three years later", context) == "2014");
  CHECK(resolve_date("the next year", context) == "2012");
  CHECK(resolve_date("next year", context) == "2027");
  CHECK(resolve_date("the previous year", context) == "2010");
  CHECK_FALSE(resolve_date("the next day", context).has_value());
  CHECK(resolve_date("that year", context) == "2011");
  CHECK(resolve_date("that October", context) == "2011-10");
  CHECK_FALSE(resolve_date("that month", context).has_value());
  context.reference = "2019-07-02";
  CHECK(resolve_date("that October", context) == "2019-10");
  CHECK(resolve_date("that February", context) == "2020-02");
  CHECK(resolve_date("later that same month", context) == "2019-07");
  CHECK(resolve_date("later that night", context) == "2019-07-02");
  CHECK(resolve_date("that Friday", context) == "2019-07-05");
  CHECK(resolve_date("later in that week", context) == "2019-07-01/2019-07-07");
  CHECK(resolve_date("the next day", context) == "2019-07-03");
  CHECK(resolve_date("the day before", context) == "2019-07-01");
  CHECK_FALSE(resolve_date("the day before the vote", context).has_value());
}
