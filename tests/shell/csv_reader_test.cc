#include "shell/csv_reader.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace dossier;
using shell::CsvReader;

namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  CsvReader reader(text, "t.csv");
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
      {"5\" pipe,\"\"\"\"\nx,y\r\n\"\r\n\"\r\n", {{"5\" pipe", "\""}, {"x", "y"}, {"\r\n"}}},
      {"", {}},
  }));
  CHECK(rows_of(text) == rows);
}

TEST_CASE("a quote that is not closed names the line it began on", "[shell][csv_reader]") {
  CsvReader reader("a\nb,\"c\nd\n", "t.csv");
  std::vector<std::string_view> cells;
  REQUIRE(*reader.next(cells));
  const auto more = reader.next(cells);
  REQUIRE_FALSE(more.ok());
  CHECK(more.status().message() == "t.csv:2: a quoted cell is not closed");
}

TEST_CASE("text after a closing quote is refused", "[shell][csv_reader]") {
  CsvReader reader("\"a\"b,c\n", "t.csv");
  std::vector<std::string_view> cells;
  CHECK_FALSE(reader.next(cells).ok());
}

TEST_CASE("an input that is cut into blocks has the same rows with the same lines", "[shell][csv_reader]") {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    text += i % 3 == 0   ? "plain,5\" " + number + "\n"
            : i % 3 == 1 ? "\"a\n,\"\"\n" + number + "\",x\r\n"
                         : "\"\",\n\n";
  }
  const std::size_t size = GENERATE(1u, 7u, 64u, 1000u, 100000u);
  std::istringstream in(text);
  shell::CsvBlocks blocks(in, size);
  shell::CsvBlock block;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint64_t> lines, expected_lines;
  std::vector<std::string_view> cells;
  while (blocks.next(block)) {
    CsvReader reader(block.bytes, "t.csv", block.first_line);
    while (*reader.next(cells)) {
      rows.emplace_back(cells.begin(), cells.end());
      lines.push_back(reader.line());
    }
  }
  CHECK(rows == rows_of(text));
  CsvReader whole(text, "t.csv");
  while (*whole.next(cells)) expected_lines.push_back(whole.line());
  CHECK(lines == expected_lines);
}
