#include "ingest/readers/dates.h"

#include <catch2/catch.hpp>

using dossier::ingest::find_date;
using dossier::ingest::find_epoch_date;

TEST_CASE("a line that is a date gives its day", "[readers][dates]") {
  const auto [line, day] = GENERATE(table<std::string, std::string>({
      {"February 5, 2026", "2026-02-05"},
      {"Sunday, January 20, 2008", "2008-01-20"},
      {"Sun., 20 Jan. 2008", "2008-01-20"},
      {"5 February 2026", "2026-02-05"},
      {"the", ""},
      {"3rd of March, 2019", "2019-03-03"},
      {"Published: 5 February 2026, 10:30 AM SGT", "2026-02-05"},
      {"Last updated on Feb 5, 2026 at 10:30", "2026-02-05"},
      {"2026-02-05", "2026-02-05"},
      {"2026-02-05T10:00:00+08:00", "2026-02-05"},
      {"2026-02-05T10:00:00.123Z", "2026-02-05"},
      {"2026-02-05 10:00:00", "2026-02-05"},
      {"Thu, 05 Feb 2026 02:00:00 GMT", "2026-02-05"},
      {"Thu, 05 Feb 2026 02:00:00 +0000", "2026-02-05"},
      {"20260205", "2026-02-05"},
      {"25/12/2025", "2025-12-25"},
      {"12/25/2025", "2025-12-25"},
      {"SEPT. 9, 2021", "2021-09-09"},
  }));
  CAPTURE(line);
  CHECK(find_date(line).value_or("") == day);
}

TEST_CASE("what is no date, or leaves the day open, gives none", "[readers][dates]") {
  const std::string line =
      GENERATE(as<std::string>(), "", "February 2026", "05/02/2026", "February 30, 2026", "2026-13-01",
               "On February 5, 2026 the council met", "February 5, 2026 was a Thursday.", "2026",
               "May the force be with you", "12:30", "99999999");
  CAPTURE(line);
  CHECK_FALSE(find_date(line));
}

TEST_CASE("numbers are seconds or milliseconds since 1970", "[readers][dates]") {
  CHECK(find_epoch_date(1770285600).value_or("") == "2026-02-05");
  CHECK(find_epoch_date(1770285600000.0).value_or("") == "2026-02-05");
  CHECK(find_epoch_date(0).value_or("") == "1970-01-01");
  CHECK_FALSE(find_epoch_date(1e30));
  CHECK_FALSE(find_epoch_date(std::numeric_limits<double>::quiet_NaN()));
}
