#include <catch2/catch.hpp>

#include "tests/query/evaluate.h"

using dossier::query::testing::check_values;
using dossier::query::testing::Example;

TEST_CASE("dates are read in every ISO form", "[query][temporal]") {
  const Example rows[] = {
      {"date('2015-07-21')", "2015-07-21"},
      {"date('20150721')", "2015-07-21"},
      {"date('2015-07')", "2015-07-01"},
      {"date('201507')", "2015-07-01"},
      {"date('2015')", "2015-01-01"},
      {"date('2015-W30-2')", "2015-07-21"},
      {"date('2015W302')", "2015-07-21"},
      {"date('2015-W30')", "2015-07-20"},
      {"date('2015-202')", "2015-07-21"},
      {"date('2015202')", "2015-07-21"},
      {"date('2015-Q2-60')", "2015-05-30"},
      {"date('2015Q260')", "2015-05-30"},
      {"date('+999999999-12-31')", "+999999999-12-31"},
      {"date('-999999999-01-01')", "-999999999-01-01"},
      {"date('0028-11-11')", "0028-11-11"},
      {"date('-0001-02-03')", "-0001-02-03"},
      {"date('2015-02-29')", "ArgumentError InvalidArgumentValue"},
      {"date('2015-13')", "ArgumentError InvalidArgumentValue"},
      {"date('2015-W54')", "ArgumentError InvalidArgumentValue"},
      {"date('')", "ArgumentError InvalidArgumentValue"},
      {"date('2015-7-1')", "ArgumentError InvalidArgumentValue"},
      {"date('+1000000000-01-01')", "ArgumentError InvalidArgumentValue"},
  };
  check_values(rows);
}

TEST_CASE("times and date times are read with and without a zone", "[query][temporal]") {
  const Example rows[] = {
      {"localtime('21:40:32.142')", "21:40:32.142"},
      {"localtime('214032')", "21:40:32"},
      {"localtime('2140')", "21:40"},
      {"localtime('21')", "21:00"},
      {"time('21:40:32.142+0100')", "21:40:32.142+01:00"},
      {"time('214032-0100')", "21:40:32-01:00"},
      {"time('2140-02')", "21:40-02:00"},
      {"time('2140Z')", "21:40Z"},
      {"time('22+18:00')", "22:00+18:00"},
      {"time('22+19:00')", "ArgumentError InvalidArgumentValue"},
      {"localdatetime('2015-W30-2T214032.142')", "2015-07-21T21:40:32.142"},
      {"localdatetime('2015T214032')", "2015-01-01T21:40:32"},
      {"localdatetime('20150721T21:40')", "2015-07-21T21:40"},
      {"datetime('2015-07-21T21:40:32.142+0100')", "2015-07-21T21:40:32.142+01:00"},
      {"datetime('2015T214032-0100')", "2015-01-01T21:40:32-01:00"},
      {"datetime('2015-W30T2140-02')", "2015-07-20T21:40-02:00"},
      {"datetime('2015-07-21T21:40:32.142[Europe/London]')", "2015-07-21T21:40:32.142+01:00[Europe/London]"},
      {"datetime('2015-07-21T21:40:32.142+0845[Australia/Eucla]')",
       "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"},
      {"datetime('1818-07-21T21:40:32.142[Europe/Stockholm]')",
       "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"},
      {"datetime('2015-07-21T21:40-04[Europe/London]')", "ArgumentError InvalidArgumentValue"},
      {"datetime('2015-07-21T21:40[Europe/Nowhere]')", "ArgumentError InvalidArgumentValue"},
      {"datetime('2015-07-21T25:40')", "ArgumentError InvalidArgumentValue"},
  };
  check_values(rows);
}

TEST_CASE("a clock that changes is followed", "[query][temporal]") {
  const Example rows[] = {
      // Shown twice: the first of the two, or the one that the offset says.
      {"datetime('2017-10-29T02:30[Europe/Stockholm]')", "2017-10-29T02:30+02:00[Europe/Stockholm]"},
      {"datetime('2017-10-29T02:30+01:00[Europe/Stockholm]')", "2017-10-29T02:30+01:00[Europe/Stockholm]"},
      // Skipped: moved on by the length of the gap.
      {"datetime('2017-03-26T02:30[Europe/Stockholm]')", "2017-03-26T03:30+02:00[Europe/Stockholm]"},
      {"datetime('2017-03-25T02:30[Europe/Stockholm]') + duration('P1D')",
       "2017-03-26T03:30+02:00[Europe/Stockholm]"},
      {"datetime('2017-03-25T12:00[Europe/Stockholm]') + duration('PT24H')",
       "2017-03-26T13:00+02:00[Europe/Stockholm]"},
      {"datetime('+99999-07-01T00:00[Europe/Stockholm]')", "+99999-07-01T00:00+02:00[Europe/Stockholm]"},
      {"datetime('+99999-01-01T00:00[Europe/Stockholm]')", "+99999-01-01T00:00+01:00[Europe/Stockholm]"},
  };
  check_values(rows);
}

TEST_CASE("components make dates", "[query][temporal]") {
  const Example rows[] = {
      {"date({year: 1984, month: 10, day: 11})", "1984-10-11"},
      {"date({year: 1984, week: 10, dayOfWeek: 3})", "1984-03-07"},
      {"date({year: 1817, week: 1})", "1816-12-30"},
      {"date({year: 1984, ordinalDay: 202})", "1984-07-20"},
      {"date({year: 1984, quarter: 3, dayOfQuarter: 45})", "1984-08-14"},
      {"date({date: date('1816-12-30'), week: 2, dayOfWeek: 3})", "1817-01-08"},
      {"date({date: date('1984-11-11'), quarter: 3})", "1984-08-11"},
      {"date({date: date('1984-11-11'), week: 1})", "1984-01-08"},
      {"date({date: date('1984-01-31'), month: 2})", "1984-02-29"},
      {"date({year: 1984, day: 3})", "ArgumentError InvalidArgumentValue"},
      {"date({month: 3})", "ArgumentError InvalidArgumentValue"},
      {"date({year: 1984, month: 13})", "ArgumentError InvalidArgumentValue"},
      {"date({year: 1985, week: 53})", "ArgumentError InvalidArgumentValue"},
      {"date({yaer: 1985})", "ArgumentError InvalidArgumentValue"},
      {"date({year: '1985'})", "ArgumentError InvalidArgumentValue"},
      {"date()", "2024-05-06"},
      {"localtime()", "07:08:09.5"},
      {"date({timezone: 'Pacific/Kiritimati'})", "2024-05-06"},
      {"localtime({timezone: '+05:00'})", "12:08:09.5"},
  };
  check_values(rows);
}

TEST_CASE("a zone beside a ground with a zone keeps the instant", "[query][temporal]") {
  const Example rows[] = {
      {"datetime({year: 1984, month: 10, day: 11, time: time('12:31:14.645876+01:00'), timezone: '+05:00'})",
       "1984-10-11T16:31:14.645876+05:00"},
      {"datetime({year: 1984, month: 10, day: 11, time: localtime('12:31'), timezone: '+05:00'})",
       "1984-10-11T12:31+05:00"},
      {"datetime({date: date('1984-03-07'), time: datetime({year: 1984, month: 10, day: 11, hour: 12, "
       "timezone: "
       "'Europe/Stockholm'}), day: 28, second: 42, timezone: 'Pacific/Honolulu'})",
       "1984-03-28T00:00:42-10:00[Pacific/Honolulu]"},
      {"time({time: datetime({year: 1984, month: 10, day: 11, hour: 12, timezone: 'Europe/Stockholm'})})",
       "12:00+01:00"},
      {"time({time: time('12:31+01:00'), second: 42, timezone: '+05:00'})", "16:31:42+05:00"},
      {"datetime({datetime: datetime('1984-10-11T12:00+01:00[Europe/Stockholm]'), day: 28, second: 42})",
       "1984-10-28T12:00:42+01:00[Europe/Stockholm]"},
      {"datetime.fromepoch(416779, 999999999)", "1970-01-05T19:46:19.999999999Z"},
      {"datetime.fromepochmillis(237821673987)", "1977-07-15T13:34:33.987Z"},
      {"datetime.fromepochmillis(-1)", "1969-12-31T23:59:59.999Z"},
  };
  check_values(rows);
}

TEST_CASE("truncation cuts to a unit and puts components on it", "[query][temporal]") {
  const Example rows[] = {
      {"date.truncate('millennium', date('2017-10-11'), {})", "2000-01-01"},
      {"date.truncate('weekYear', date('1984-01-01'), {day: 5})", "1983-01-05"},
      {"date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})", "1984-10-09"},
      {"date.truncate('quarter', date('1984-11-11'))", "1984-10-01"},
      {"date.truncate('hour', date('1984-11-11'))", "ArgumentError InvalidArgumentValue"},
      {"datetime.truncate('hour', datetime('1984-10-11T12:31:14-01:00'), {timezone: 'Europe/Stockholm'})",
       "1984-10-11T12:00+01:00[Europe/Stockholm]"},
      {"localtime.truncate('millisecond', localtime('12:31:14.645876123'), {nanosecond: 2})",
       "12:31:14.645000002"},
      {"time.truncate('microsecond', time('12:31:14.645876123+01:00'), {nanosecond: 2})",
       "12:31:14.645876002+01:00"},
      {"time.truncate('day', localtime('12:31:14'))", "00:00Z"},
  };
  check_values(rows);
}

TEST_CASE("durations carry fractions downwards", "[query][temporal]") {
  const Example rows[] = {
      {"duration({months: 0.75})", "P22DT19H51M49.5S"},
      {"duration('P0.75M')", "P22DT19H51M49.5S"},
      {"duration({weeks: 2.5})", "P17DT12H"},
      {"duration('PT0.75M')", "PT45S"},
      {"duration('P2012-02-02T14:37:21.545')", "P2012Y2M2DT14H37M21.545S"},
      {"duration('P5M1.5D')", "P5M1DT12H"},
      {"duration('PT2.3S')", "PT2.3S"},
      {"duration({seconds: 2.3})", "PT2.3S"},
      {"duration({years: 12, months: 5, days: -14, hours: 16})", "P12Y5M-14DT16H"},
      {"duration({seconds: 2, milliseconds: -1})", "PT1.999S"},
      {"duration({days: 1, milliseconds: -1})", "P1DT-0.001S"},
      {"duration({seconds: -60, milliseconds: 1})", "PT-59.999S"},
      {"duration({minutes: 12, seconds: -60})", "PT11M"},
      {"duration({})", "PT0S"},
      {"-duration('P1DT2S')", "P-1DT-2S"},
      {"duration('P1')", "ArgumentError InvalidArgumentValue"},
      {"duration('P')", "ArgumentError InvalidArgumentValue"},
      {"duration('P1D2M')", "ArgumentError InvalidArgumentValue"},
  };
  check_values(rows);
}

TEST_CASE("durations are added by the calendar first and the clock last", "[query][temporal]") {
  const Example rows[] = {
      {"date('1984-10-11') + duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, "
       "seconds: 70.5, "
       "nanoseconds: 3})",
       "1997-10-11"},
      {"date('1984-10-11') - duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70})",
       "1972-04-27"},
      {"localtime('12:31:14.000000001') - duration({hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})",
       "20:18:03.999999999"},
      {"date('2020-01-31') + duration('P1M')", "2020-02-29"},
      {"duration('P1M') + date('2020-01-31')", "2020-02-29"},
      {"duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) / 2",
       "P6Y2M22DT13H21M8S"},
      {"duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) * 2",
       "P24Y10M28DT32H26M20.000000002S"},
      {"date('+999999999-12-31') + duration('P1D')", "ArithmeticError IntegerOverflow"},
  };
  check_values(rows);
}

TEST_CASE("the duration between two instants comes in four measures", "[query][temporal]") {
  const Example rows[] = {
      {"duration.between(date('1984-10-11'), date('2015-06-24'))", "P30Y8M13D"},
      {"duration.between(localtime('14:30'), date('2015-06-24'))", "PT-14H-30M"},
      {"duration.between(time('14:30'), datetime('2015-07-21T21:40:32.142+0100'))", "PT6H10M32.142S"},
      {"duration.between(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24'))",
       "P11M2DT2H19M23.857S"},
      {"duration.between(localdatetime('2018-01-02T10:00'), localdatetime('2018-01-01T12:00'))", "PT-22H"},
      {"duration.inMonths(date('2018-03-11'), date('2016-06-24'))", "P-1Y-8M"},
      {"duration.inMonths(localtime('14:30'), date('2015-06-24'))", "PT0S"},
      {"duration.inDays(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24'))", "P-27D"},
      {"duration.inSeconds(date('2017-10-29'), datetime('2017-10-29T04:00[Europe/Stockholm]'))", "PT5H"},
      {"duration.inSeconds(localtime('12:44:54.7'), localtime('12:34:55.3'))", "PT-9M-59.4S"},
      {"duration.inSeconds(localtime('12:44:56'), localtime('12:34:55.7'))", "PT-10M-0.3S"},
      {"duration.between(null, date())", "null"},
  };
  check_values(rows);
}

TEST_CASE("temporal values have components", "[query][temporal]") {
  const Example rows[] = {
      {"[x IN [date('1984-01-01')] | [x.year, x.weekYear, x.week, x.weekDay, x.quarter, x.dayOfQuarter]]",
       "[[1984, 1983, 52, 7, 1, 1]]"},
      {"[x IN [time('12:31:14.645876123+01:00')] | [x.hour, x.millisecond, x.nanosecond, x.timezone, "
       "x.offsetMinutes]]",
       "[[12, 645, 645876123, '+01:00', 60]]"},
      {"[x IN [datetime('1984-11-11T12:31:14.645[Europe/Stockholm]')] | [x.timezone, x.offset, "
       "x.epochMillis]]",
       "[['Europe/Stockholm', '+01:00', 469020674645]]"},
      {"[x IN [duration('P1Y4M10DT1H1M1.111111111S')] | [x.years, x.quarters, x.monthsOfQuarter, "
       "x.daysOfWeek, "
       "x.minutesOfHour, x.milliseconds]]",
       "[[1, 5, 1, 3, 1, 3661111]]"},
      {"[x IN [duration('PT-23H-59M-59.9S')] | [x.days, x.seconds, x.nanosecondsOfSecond]]",
       "[[0, -86400, 100000000]]"},
      {"duration('PT9223372036854775S').milliseconds", "9223372036854775000"},
      {"duration('PT9223372036854776S').milliseconds", "null"},
      {"datetime('+999999999-01-01T00:00Z').epochMillis", "null"},
  };
  check_values(rows);
}

TEST_CASE("instants are written by a pattern", "[query][temporal]") {
  const Example rows[] = {
      {"date.format(date('2026-02-04'), 'EEE d MMM yyyy')", "'Wed 4 Feb 2026'"},
      {"format(datetime('2026-02-04T15:06:07.089+01:00'), \"yyyy-MM-dd'T'hh:mm:ss.SSS a XXX\")",
       "'2026-02-04T03:06:07.089 PM +01:00'"},
      {"format(date('2021-01-03'), 'G GGGG y yy yyyyy u Y w ww W D DDD F g')",
       "'AD Anno Domini 2021 21 02021 2021 2020 53 53 0 3 003 1 59217'"},
      {"format(date('2021-11-03'), 'Q QQ QQQ QQQQ M MM MMM MMMM MMMMM E EEEE EEEEE e ee eee c cccc')",
       "'4 04 Q4 4th quarter 11 11 Nov November N Wed Wednesday W 3 03 Wed 3 Wednesday'"},
      {"format(date('-0044-03-15'), 'y yyyy u uuuu uu GGG GGGGG')", "'45 0045 -44 -0044 44 BC B'"},
      {"format(date('+12345-11-30'), 'y yyyy yyyyy yy')", "'12345 +12345 12345 45'"},
      {"format(localtime('00:05:06.078090123'), 'H HH k K h a B S SSSSSS n N A AAAAAAAAA')",
       "'0 00 24 0 12 AM in the morning 0 078090 78090123 306078090123 306078 000306078'"},
      {"[t IN ['00:00', '12:00', '12:01', '20:59', '21:00'] | format(localtime(t), 'B')]",
       "['midnight', 'noon', 'in the afternoon', 'in the evening', 'at night']"},
      {"format(time('12:00-03:30'), 'X XX XXX x Z ZZZZ ZZZZZ O OOOO')",
       "'-0330 -0330 -03:30 -0330 -0330 GMT-03:30 -03:30 GMT-3:30 GMT-03:30'"},
      {"format(time('12:00Z'), 'X XXX x xx xxx Z ZZZZZ O')", "'Z Z +00 +0000 +00:00 +0000 Z GMT'"},
      {"format(time('12:00+00:53:28'), 'X XXX XXXX XXXXX O')",
       "'+0053 +00:53 +005328 +00:53:28 GMT+0:53:28'"},
      {"format(datetime('2015-07-21T21:40[Europe/London]'), 'VV z zzzz v vvvv')",
       "'Europe/London BST British Summer Time GMT London Time'"},
      {"format(datetime('2024-01-21T06:40[America/New_York]'), 'z zzzz v vvvv')",
       "'EST Eastern Standard Time ET Eastern Time'"},
      {"format(datetime('2024-01-21T06:40+05:30'), 'VV z')", "'+05:30 +05:30'"},
      {"format(date('2026-02-04'), \"d''d 'a''b' '' é[ HH:mm][ MM[-HH]] pppd\")",
       "'4\\'4 a\\'b \\' é 02   4'"},
      {"format(date('2026-02-04'), '[[yyyy')", "'2026'"},
      {"format(date('2026-02-04'), '')", "''"},
      {"date.format(date('2026-02-04'), 'HH')", "ArgumentError InvalidArgumentValue"},
  };
  check_values(rows);
}

TEST_CASE("a pattern that is none says which character of it is wrong", "[query][temporal]") {
  const auto message = [](const char* pattern) {
    const dossier::query::Parameters parameters = {{"p", dossier::graph::Value(pattern)}};
    const auto value = dossier::query::testing::evaluate("format(date('2026-02-04'), $p)", parameters);
    return value.ok() ? "no error" : value.status().message();
  };
  CHECK(message("é ddd") ==
        "character 3 of the pattern: 'ddd' is 3 wide, expected 'd' with a width of 1 to 2");
  CHECK(message("cc") ==
        "character 1 of the pattern: 'cc' is 2 wide, expected 'c' with a width of 1, 3, 4 or 5");
  CHECK(message("V") == "character 1 of the pattern: 'V' is 1 wide, expected 'V' with a width of 2");
  CHECK(message("yyyy-HH") ==
        "character 6 of the pattern: 'HH' expected a time of day, which a Date does not have");
  CHECK_THAT(message("yTd"),
             Catch::Contains("character 2 of the pattern: 'T' is no pattern letter, expected"));
  CHECK_THAT(message("y 'x"), Catch::Contains("character 3") && Catch::Contains("expected another '"));
  CHECK_THAT(message("y]"), Catch::Contains("expected a '[' before it"));
  CHECK_THAT(message("#"), Catch::Contains("reserved, expected it in quotes"));
  CHECK_THAT(message("yp"), Catch::Contains("expected a letter such as d"));
  CHECK_THAT(message("pyyyy"), Catch::Contains("'2026' is too long, expected at most 1"));
}
