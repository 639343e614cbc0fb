#include "ingest/resolve/values.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

TEST_CASE("amounts have a number and a unit", "[ingest][values]") {
  const auto [words, amount, unit] =
      GENERATE(table<const char*, double, const char*>({{"over 422,000 euros", 422000, "EUR"},
                                                        {"$3.5 billion", 3.5e9, "USD"},
                                                        {"1½ hours", 1.5, "hours"},
                                                        {"four million visitors", 4e6, "visitors"},
                                                        {"15 meter", 15, "meter"},
                                                        {"30 percent", 30, "%"},
                                                        {"163 teams", 163, "teams"}}));
  CAPTURE(words);
  const auto value = find_value(words);
  REQUIRE(value);
  CHECK(value->amount == Approx(amount));
  CHECK(value->unit == unit);
}

TEST_CASE("words without one number are no amount", "[ingest][values]") {
  CHECK_FALSE(find_value("several schools"));
  CHECK_FALSE(find_value("2004 to 2009"));
  CHECK_FALSE(find_value(""));
}
