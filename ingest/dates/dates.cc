// Resolves one time expression by the first rule that fits, most specific first:
//
//   taken_up, open_span          that night (told_dates.h)   since 2009: until the article
//   iso, numeric, span_of_days   2026-02-04   4/2   August 22 to 25
//   span_of_dates                March 2020 to June 2021
//   span_of_months               between March and May
//   named_day                    Feb 4, 2026   the 4th of February   May 4 last year
//   span                         2004 to 2009
//   month_of_year                January of last year
//   part_of                      the first half of 2026, the third quarter, late January
//   shifted                      last October, next month, this week, last Tuesday, last night
//   beside, counted              the day before, the week after   two days prior, three weeks ago, a year later
//   month, weekday, day, year    September 2025, Wednesday, yesterday, 2010, the 1990s
//
// A day without a year takes the year that puts it nearest to the article's date, behind a past tense the last
// one, of a plan the next; a weekday or a month without one takes the last that has begun, or the next where the verb speaks of the
// future. Tests: tests/ingest/dates.
#include "ingest/dates/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

#include "ingest/dates/calendar.h"
#include "ingest/dates/time_words.h"
#include "ingest/dates/told_dates.h"

namespace dossier::ingest {
namespace {

using Words = std::vector<TimeWord>;
using Resolved = std::optional<std::string>;
using std::chrono::days;

struct Expression {
  const Words& words;
  const DateContext& context;
  std::optional<PartialDate> anchor;

  bool future() const {
    return context.time == EventTime::kFuture || context.time == EventTime::kFutureOfPast;
  }
  Days today() const { return first_day(*anchor); }
  const TimeWord* find(bool (*wanted)(const TimeWord&), std::size_t from = 0) const {
    for (std::size_t i = from; i < words.size(); ++i) {
      if (wanted(words[i])) return &words[i];
    }
    return nullptr;
  }
};

bool is_month(const TimeWord& w) { return w.month != 0; }
bool is_weekday(const TimeWord& w) { return w.weekday != 0; }
bool is_year(const TimeWord& w) { return w.four_digits && w.number >= 1000 && w.number <= 2199; }
bool is_unit(const TimeWord& w) { return !w.unit.empty(); }
bool is_shift(const TimeWord& w) { return w.has_shift; }
bool is_named_day(const TimeWord& w) { return w.has_day; }
bool is_season(const TimeWord& w) { return w.season != 0; }
int number_or_ordinal(const TimeWord& w) { return w.number > 0 ? w.number : w.ordinal; }
bool is_day_number(const TimeWord& w) {
  return !w.four_digits && w.text.front() <= '9' && number_or_ordinal(w) > 0 && number_or_ordinal(w) <= 31;
}

std::string years(int first, int last) { return to_iso(first_day({first}), last_day({last})); }

/// The year that puts a day or month nearest to the article; with a day, half a year either way decides.
int nearest_year(int month, int day, const Expression& e) {
  PartialDate best{e.anchor->year, month, day};
  for (const int year : {e.anchor->year - 1, e.anchor->year + 1}) {
    const PartialDate other{year, month, day};
    if (exists(other) &&
        std::abs((first_day(other) - e.today()).count()) < std::abs((first_day(best) - e.today()).count())) {
      best = other;
    }
  }
  // what has happened did not happen weeks from now, what will did not weeks ago; articles are dated by a day or a
  // week too early
  const auto distance = first_day(best) - e.today();
  const bool ahead = e.context.time == EventTime::kPast && distance > days(7);
  const bool behind = e.context.time == EventTime::kFuture && distance < days(-7);
  const int year = best.year + (behind ? 1 : ahead ? -1 : 0);
  return exists({year, month, day}) ? year : best.year;
}

PartialDate month_near(int month, const Expression& e) {
  const int here = e.anchor->month ? e.anchor->month : 1;
  if (e.context.time == EventTime::kPresent) {  // the nearest
    const int ahead = (month - here + 12) % 12;
    return add_months({e.anchor->year, here, 0}, ahead <= 6 ? ahead : ahead - 12);
  }
  if (e.future()) return {month >= here ? e.anchor->year : e.anchor->year + 1, month, 0};
  return {month <= here ? e.anchor->year : e.anchor->year - 1, month, 0};
}

Resolved iso(const Expression& e) {
  static const std::regex kIso(R"(\d{4}-\d{2}(-\d{2})?)");
  for (const TimeWord& word : e.words) {
    if (!std::regex_match(word.text, kIso)) continue;
    if (const auto date = parse_iso(word.text)) return to_iso(*date);
  }
  return std::nullopt;
}

Resolved numeric(const Expression& e) {
  static const std::regex kNumeric(R"((\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?)");
  for (const TimeWord& word : e.words) {
    std::smatch parts;
    if (!word.slashed || !std::regex_match(word.text, parts, kNumeric)) continue;
    int day = std::stoi(parts[1]), month = std::stoi(parts[2]);
    if (month > 12 || (day <= 12 && e.context.order == DayOrder::kMonthFirst)) std::swap(day, month);
    const bool settled = day > 12 || day == month || e.context.order != DayOrder::kUnknown;
    if (!settled || (!parts[3].matched && !e.anchor)) return std::nullopt;
    int year = parts[3].matched ? std::stoi(parts[3]) : nearest_year(month, day, e);
    if (year < 100) year += 2000;
    const PartialDate date{year, month, day};
    if (exists(date)) return to_iso(date);
  }
  return std::nullopt;
}

// "last year", "of this year"
std::optional<int> shifted_year(const Expression& e) {
  for (std::size_t i = 0; i + 1 < e.words.size(); ++i)
    if (e.words[i].has_shift && e.words[i + 1].text == "year") return e.anchor->year + e.words[i].shift;
  return std::nullopt;
}

// "Feb 4", "4 February 2026", "the 4th of February", "February 5 last year"
Resolved named_day(const Expression& e) {
  for (std::size_t i = 0; i < e.words.size(); ++i) {
    if (!is_month(e.words[i])) continue;
    const TimeWord* day = nullptr;
    if (i + 1 < e.words.size() && is_day_number(e.words[i + 1]))
      day = &e.words[i + 1];
    else if (i >= 1 && is_day_number(e.words[i - 1]))
      day = &e.words[i - 1];
    else if (i >= 2 && e.words[i - 1].text == "of" && is_day_number(e.words[i - 2]))
      day = &e.words[i - 2];
    if (day == nullptr) continue;
    const TimeWord* year = e.find(is_year);
    if (year == nullptr && !e.anchor) return std::nullopt;
    const int number = number_or_ordinal(*day), month = e.words[i].month;
    const auto told = year ? std::optional(year->number) : shifted_year(e);
    const PartialDate date{told ? *told : nearest_year(month, number, e), month, number};
    return exists(date) ? Resolved(to_iso(date)) : std::nullopt;
  }
  return std::nullopt;
}

// "August 22 to 25", "from August 30 until September 2"
Resolved span_of_days(const Expression& e) {
  for (std::size_t i = 0; i + 3 < e.words.size(); ++i) {
    if (!is_month(e.words[i]) || !is_day_number(e.words[i + 1]) || !joins(e.words[i + 2])) continue;
    const bool other_month = is_month(e.words[i + 3]);
    const std::size_t last = other_month ? i + 4 : i + 3;
    const TimeWord* year = e.find(is_year);
    if (last >= e.words.size() || !is_day_number(e.words[last]) || (year == nullptr && !e.anchor))
      return std::nullopt;
    const int month = e.words[i].month, end_month = other_month ? e.words[i + 3].month : month;
    const int day = number_or_ordinal(e.words[i + 1]), end_day = number_or_ordinal(e.words[last]);
    const int first = year ? year->number : nearest_year(month, day, e);
    const PartialDate begin{first, month, day};
    const PartialDate end{end_month < month ? first + 1 : first, end_month, end_day};
    if (!exists(begin) || !exists(end) || first_day(end) <= first_day(begin)) return std::nullopt;
    return to_iso(first_day(begin), first_day(end));
  }
  return std::nullopt;
}

// "January of this year", "early June of last year"
Resolved month_of_year(const Expression& e) {
  for (std::size_t i = 0; e.anchor && i + 3 < e.words.size(); ++i) {
    if (is_month(e.words[i]) && e.words[i + 1].text == "of" && e.words[i + 2].has_shift &&
        e.words[i + 3].unit == "year")
      return to_iso(PartialDate{e.anchor->year + e.words[i + 2].shift, e.words[i].month, 0});
  }
  return std::nullopt;
}

Resolved span(const Expression& e) {
  std::vector<int> told;
  bool joined = false;
  for (const TimeWord& word : e.words) {
    if (is_year(word)) told.push_back(word.number);
    joined = joined || joins(word);
    static const std::regex kYears(R"((\d{4})-(\d{2}|\d{4}))");
    std::smatch parts;
    if (std::regex_match(word.text, parts, kYears)) {
      const int first = std::stoi(parts[1]), second = std::stoi(parts[2]);
      told = {first, second < 100 ? first / 100 * 100 + second : second};
      joined = true;
    }
  }
  if (told.size() != 2 || !joined || told[0] >= told[1] || e.find(is_month)) return std::nullopt;
  // "won it in 2019 and 2021": not all the time between
  const bool each =
      std::any_of(e.words.begin(), e.words.end(), [](const auto& w) { return w.text == "and"; });
  if (each && e.words.front().text != "between" && told[0] + 1 != told[1]) return std::nullopt;
  return years(told[0], told[1]);
}

// "May 2029 to December 31, 2021", "March 2020 to June 2021": two dates with a year each
Resolved span_of_dates(const Expression& e) {
  const auto join = std::find_if(e.words.begin(), e.words.end(), joins);
  if (join == e.words.end()) return std::nullopt;
  const auto date_in = [](Words::const_iterator begin,
                          Words::const_iterator end) -> std::optional<PartialDate> {
    PartialDate date;
    for (; begin != end; ++begin) {
      if (is_month(*begin)) date.month = begin->month;
      if (is_year(*begin)) date.year = begin->number;
      if (is_day_number(*begin)) date.day = number_or_ordinal(*begin);
    }
    const bool whole = date.year != 0 && date.month != 0 && exists(date);
    return whole ? std::optional(date) : std::nullopt;
  };
  const auto first = date_in(e.words.begin(), join), second = date_in(join + 1, e.words.end());
  if (!first || !second || first_day(*first) >= first_day(*second)) return std::nullopt;
  return to_iso(first_day(*first), last_day(*second));
}

// "between March and May", "from October to February 2020"
Resolved span_of_months(const Expression& e) {
  const auto join = std::find_if(e.words.begin(), e.words.end(), joins);
  const auto first = std::find_if(e.words.begin(), join, is_month),
             last = std::find_if(join, e.words.end(), is_month);
  const TimeWord* year = e.find(is_year);
  const bool opened =
      !e.words.empty() && (e.words.front().text == "between" || e.words.front().text == "from");
  if (!opened || first == join || last == e.words.end() || first->month == last->month ||
      (!year && !e.anchor) || e.find(is_day_number))
    return std::nullopt;
  const PartialDate end = year ? PartialDate{year->number, last->month, 0} : month_near(last->month, e);
  const PartialDate begin{first->month < last->month ? end.year : end.year - 1, first->month, 0};
  return to_iso(first_day(begin), last_day(end));
}

// Two dates from the later to the earlier tell of a change, and of no time: "from May 2029 to December 2021".
bool runs_back(const Words& words) {
  const auto join = std::find_if(words.begin(), words.end(), joins);
  if (join == words.end() || join->text == "and") return false;
  const auto before = std::find_if(words.begin(), join, is_year),
             after = std::find_if(join, words.end(), is_year);
  return before != join && after != words.end() && before->number > after->number;
}

// "fell by 3% on 2013", "on last year": what it is measured by, not when.
bool compares(const Words& words) {
  if (words.size() < 2 || words[0].text != "on") return false;
  const bool unit = words.size() == 3 && words[1].has_shift &&
                    (words[2].unit == "year" || words[2].unit == "quarter" || words[2].unit == "month");
  return unit || (words.size() == 2 && is_year(words[1]));
}

std::optional<PartialDate> whole_of(const Expression& e) {
  const TimeWord* month = e.find(is_month);
  const TimeWord* year = e.find(is_year);
  if (year) return PartialDate{year->number, month ? month->month : 0, 0};
  if (!e.anchor) return std::nullopt;
  if (month) return month_near(month->month, e);
  const TimeWord* shift = e.find(is_shift);
  return PartialDate{e.anchor->year + (shift ? shift->shift : 0), 0, 0};
}

Resolved part_of(const Expression& e) {
  for (std::size_t i = 0; i < e.words.size(); ++i) {
    const TimeWord& word = e.words[i];
    const int pieces = word.part == "2" ? 2 : word.unit == "quarter" ? 4 : 0;
    if (pieces != 0 && i > 0 && (e.words[i - 1].ordinal > 0 || e.words[i - 1].has_shift)) {
      const auto whole = whole_of(e);
      const int ordinal = e.words[i - 1].ordinal > 0 ? e.words[i - 1].ordinal : 0;
      if (!whole || whole->month != 0 || ordinal < 1 || ordinal > pieces ||
          e.find([](const TimeWord& w) { return w.text == "minute" || w.text == "game"; }))
        return std::nullopt;
      if (!e.find(is_year) && !e.find([](const TimeWord& w) { return w.unit == "year"; }))
        return std::nullopt;
      const int months = 12 / pieces, first = (ordinal - 1) * months + 1;
      return to_iso(first_day({whole->year, first, 0}), last_day({whole->year, first + months - 1, 0}));
    }
    if ((word.part == "early" || word.part == "late" || word.part == "mid") &&
        (e.find(is_year) || e.find(is_month))) {
      const auto whole = whole_of(e);
      return whole ? Resolved(to_iso(*whole)) : std::nullopt;
    }
  }
  return std::nullopt;
}

// So many units later, to the precision of the unit.
Resolved moved(PartialDate base, std::string_view unit, int count) {
  const int length = unit == "day" ? 1 : unit == "week" ? 7 : unit == "fortnight" ? 14 : 0;
  if (length != 0) return to_iso(date_of(first_day(base) + days(count * length)));
  if (unit == "month") return to_iso(add_months(base, count));
  if (unit == "year") return to_iso(PartialDate{base.year + count, 0, 0});
  if (unit == "decade") return to_iso(PartialDate{base.year + 10 * count, 0, 0});
  return std::nullopt;
}

Days monday_of(Days day) { return day - days(weekday_of(day) - 1); }

Resolved shifted_unit(std::string_view unit, int shift, const Expression& e) {
  const Days today = e.today();
  if (unit == "day" || unit == "month" || unit == "year") return moved(*e.anchor, unit, shift);
  if (unit == "week")
    return to_iso(monday_of(today) + days(7 * shift), monday_of(today) + days(7 * shift + 6));
  if (unit == "weekend") {
    const int back =
        shift == 0 && !e.future() && weekday_of(today) < 6 ? -7 : 0;  // "this weekend" of a past event
    const Days saturday = monday_of(today) + days(7 * shift + 5 + back);
    return to_iso(saturday, saturday + days(1));
  }
  if (unit == "decade") {
    const int first = (e.anchor->year / 10 + shift) * 10;
    return years(first, first + 9);
  }
  return std::nullopt;
}

Days weekday_near(int weekday, bool future, Days today) {
  const int back = (weekday_of(today) - weekday + 7) % 7;
  return future && back != 0 ? today + days(7 - back) : today - days(back);
}

Days weekday_of_event(int weekday, const Expression& e) {
  const Days yesterday = e.today() - days(1);
  if (e.context.time == EventTime::kFutureOfPast && weekday_of(yesterday) == weekday) return yesterday;
  return weekday_near(weekday, e.future(), e.today());
}

Resolved season_of(int season, int year) {
  const int month = season * 3;  // spring from March; winter runs into the next year
  return to_iso(first_day({year, month, 0}), last_day(add_months({year, month, 0}, 2)));
}

Resolved from_reference(std::string_view unit, int count, const Expression& e) {
  const auto base = parse_iso(e.context.reference);
  const bool precise =
      base && ((unit == "day" && base->day != 0) || (unit == "month" && base->month != 0) || unit == "year");
  return precise ? moved(*base, unit, count) : std::nullopt;
}

// "the past decade", "over the last three weeks": up to today, and no calendar ones
Resolved up_to_today(std::string_view unit, int count, const Expression& e) {
  const double length = unit == "week"     ? 7
                        : unit == "month"  ? 30.4
                        : unit == "year"   ? 365.25
                        : unit == "decade" ? 3652.5
                                           : unit == "day" && count > 1;
  return length == 0 ? std::nullopt : Resolved(to_iso(e.today() - days(int(count * length)), e.today()));
}

// "last October", "next month", "this week", "last Tuesday", "last summer", "the past three years"
Resolved shifted(const Expression& e) {
  for (std::size_t i = 0; e.anchor && i + 1 < e.words.size(); ++i) {
    if (!e.words[i].has_shift) continue;
    const TimeWord& next = e.words[i + 1];
    if (is_unit(next) && i + 3 < e.words.size() && e.words[i + 2].text == "of" && is_month(e.words[i + 3]))
      return std::nullopt;  // "the last weekend of July": July's
    const int shift = e.words[i].shift;
    const std::size_t last =
        next.number > 1 ? i + 2 : i + 1;  // "last week" is a calendar one, "the last week" is not
    const bool lately =
        e.words[i].text == "past" ||
        (e.words[i].text == "last" && i > 0 && e.words[i - 1].text == "the" && last + 1 == e.words.size());
    if (lately && e.anchor->day != 0 && last < e.words.size() && is_unit(e.words[last]))
      if (const auto span = up_to_today(e.words[last].unit, last > i + 1 ? next.number : 1, e)) return span;
    // "the next day", "the following week" count from what was just told, and so does "went there the next year"
    const std::string& word = e.words[i].text;
    const bool told = word == "following" || word == "previous" ||
                      (word == "next" && i > 0 && e.words[i - 1].text == "the" && !e.future());
    if (is_unit(next) && next.text.back() != 's' && shift != 0 && (next.unit == "day" || told))
      return from_reference(next.unit, shift, e);
    // "this morning", "late last night"; not "the last night of the festival"
    const bool beside_today = word == "this" || (word == "last" && (i == 0 || e.words[i - 1].text != "the"));
    if (next.daytime && beside_today && e.anchor->day != 0) return to_iso(date_of(e.today() + days(shift)));
    if (is_month(next)) {
      const int here = e.anchor->month;
      const int year = shift < 0   ? e.anchor->year - (next.month >= here)
                       : shift > 0 ? e.anchor->year + (next.month <= here)
                                   : e.anchor->year;
      return to_iso(PartialDate{year, next.month, 0});
    }
    if (is_weekday(next)) {
      if (shift == 0) return to_iso(date_of(weekday_near(next.weekday, e.future(), e.today())));
      const Days near = weekday_near(next.weekday, shift > 0, e.today());
      return to_iso(date_of(near == e.today() ? near + days(7 * shift) : near));
    }
    if (is_season(next)) {
      const bool begun = e.anchor->month >= next.season * 3;
      return season_of(next.season,
                       shift < 0 ? e.anchor->year - !begun : e.anchor->year + (shift > 0 && begun));
    }
    if (is_unit(next) && e.find([](const TimeWord& w) { return w.text == "s"; }) == nullptr &&
        next.text.back() != 's') {
      return shifted_unit(next.unit, shift, e);
    }
  }
  return std::nullopt;
}

// "the day before", "the week after": the last that was told, not the article's own
Resolved beside(const Expression& e) {
  const std::size_t n = e.words.size();
  if (n < 2 || !is_unit(e.words[n - 2]) || !e.words[n - 1].has_direction || e.words[n - 1].text == "ago" ||
      e.find([](const TimeWord& w) { return w.number > 0; }) != nullptr)
    return std::nullopt;
  return from_reference(e.words[n - 2].unit, e.words[n - 1].direction, e);
}

// "two days prior", "three weeks ago", "a year later"
Resolved counted(const Expression& e) {
  for (std::size_t i = 0; e.anchor && i + 2 < e.words.size(); ++i) {
    if (e.words[i].number <= 0 || e.words[i].four_digits || !is_unit(e.words[i + 1]) ||
        !e.words[i + 2].has_direction)
      continue;
    // "two days after the vote" counts from the vote, which is not known here
    const bool from_event = i + 3 < e.words.size() && e.words[i + 2].text != "ago";
    const bool bare = e.words[i + 2].text == "before" || e.words[i + 2].text == "after";
    if (from_event || (bare && e.context.reference.empty())) return std::nullopt;
    const int count = e.words[i].number * e.words[i + 2].direction;
    const std::string_view unit = e.words[i + 1].unit;
    const auto reference = e.words[i + 2].text == "ago" ? std::nullopt : parse_iso(e.context.reference);
    const bool precise = reference && (unit == "year" || unit == "decade" ||
                                       (unit == "month" && reference->month != 0) || reference->day != 0);
    if (!precise && e.words[i + 2].text == "later") return std::nullopt;  // later than what?
    return moved(precise ? *reference : *e.anchor, unit, count);
  }
  return std::nullopt;
}

Resolved month(const Expression& e) {
  const TimeWord* month = e.find(is_month);
  if (month == nullptr) return std::nullopt;
  if (const TimeWord* year = e.find(is_year)) return to_iso(PartialDate{year->number, month->month, 0});
  if (!e.anchor || (month->text == "may" && e.words.size() == 1 && e.context.anchor.empty()))
    return std::nullopt;
  return to_iso(month_near(month->month, e));
}

Resolved day(const Expression& e) {
  if (!e.anchor || e.anchor->day == 0) return std::nullopt;
  if (const TimeWord* word = e.find(is_named_day)) return to_iso(date_of(e.today() + days(word->day)));
  if (const TimeWord* word = e.find(is_weekday)) return to_iso(date_of(weekday_of_event(word->weekday, e)));
  const TimeWord* unit = e.find(is_unit);
  if (unit && unit->unit == "weekend" && e.words.size() <= 3 && unit == &e.words.back())
    return shifted_unit("weekend", 0, e);
  return std::nullopt;
}

Resolved year(const Expression& e) {
  static const std::regex kDecade(R"(([12]\d\d)0s)");
  const TimeWord* season = e.find(is_season);
  if (e.find(is_weekday)) return std::nullopt;  // "as of Wednesday, 1885 homes": no year
  for (const TimeWord& word : e.words) {
    std::smatch parts;
    if (std::regex_match(word.text, parts, kDecade)) {
      const int first = std::stoi(parts[1]) * 10;
      return years(first, first + 9);
    }
    if (is_year(word))
      return season ? season_of(season->season, word.number) : to_iso(PartialDate{word.number, 0, 0});
  }
  return std::nullopt;
}

// "since 2009": from its first day to the article's
Resolved open_span(std::string_view start, const DateContext& context) {
  const auto end = parse_iso(context.anchor);
  DateContext begun = context;
  begun.time = EventTime::kPast;
  const auto from = resolve_date(start, begun);
  const auto begin = from ? parse_iso(std::string_view(*from).substr(0, from->find('/'))) : std::nullopt;
  if (!begin || !end || first_day(*begin) >= first_day(*end)) return std::nullopt;
  return to_iso(first_day(*begin), last_day(*end));
}

}  // namespace

std::optional<std::string> resolve_date(std::string_view text, const DateContext& context) {
  constexpr std::array kRules = {iso,       numeric, span_of_days,  span_of_dates, span_of_months,
                                 named_day, span,    month_of_year, part_of,       shifted,
                                 beside,    counted, month,         day,           year};
  Words words = read_time_words(text);
  if (words.empty() || runs_back(words) || compares(words)) return std::nullopt;
  // `every Sunday`: no day of its own
  if ((words.front().text == "every" || words.front().text == "each") &&
      text.find("since") == std::string_view::npos)
    return std::nullopt;
  if (takes_up(words)) return taken_up(words, context.reference);
  if (words.front().text == "since") return open_span(text.substr(text.find("since") + 5), context);
  const Expression expression{words, context, parse_iso(context.anchor)};
  if (names_end(words) && expression.future()) return taken_up(words, context.anchor);
  for (const auto rule : kRules) {
    if (auto date = rule(expression)) return date;
  }
  return std::nullopt;
}

}  // namespace dossier::ingest
