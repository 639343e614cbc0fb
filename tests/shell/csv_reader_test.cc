#include "shell/csv_reader.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace dossier;
using shell::CsvReader;

namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in, "t.csv");
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string_view> cells;
  while (true) {
    const auto more = reader.next(cells);
    REQUIRE(more.ok());
    if (!*more) return rows;
    rows.emplace_back(cells.begin(), cells.end());
  }
}

}  // namespace

TEST_CASE("cells are cut at commas, and quoted ones keep theirs", "[shell][csv_reader]") {
  using Rows = std::vector<std::vector<std::string>>;
  const auto [text, rows] = GENERATE(table<std::string, Rows>({
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a,,\r\n,b,", {{"a", "", ""}, {"", "b", ""}}},
      {"\"a,b\",\"say \"\"no\"\"\"\n", {{"a,b", "say \"no\""}}},
      {"\"two\nlines\",x\ny,z", {{"two\nlines", "x"}, {"y", "z"}}},
      {"\n\na\n", {{"a"}}},
      {"\"\",\"\"", {{"", ""}}},
      {"", {}},
  }));
  CHECK(rows_of(text) == rows);
}

TEST_CASE("a quote that is not closed names the line it began on", "[shell][csv_reader]") {
  std::istringstream in("a\nb,\"c\nd\n");
  CsvReader reader(in, "t.csv");
  std::vector<std::string_view> cells;
  REQUIRE(*reader.next(cells));
  const auto more = reader.next(cells);
  REQUIRE_FALSE(more.ok());
  CHECK(more.status().message() == "t.csv:2: a quoted cell is not closed");
}

TEST_CASE("text after a closing quote is refused", "[shell][csv_reader]") {
  std::istringstream in("\"a\"b,c\n");
  CsvReader reader(in, "t.csv");
  std::vector<std::string_view> cells;
  CHECK_FALSE(reader.next(cells).ok());
}
