#include "shell/render/text_layout.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace dossier::shell;

TEST_CASE("a combining mark takes no column and a wide character two", "[shell][text_layout]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("北京") == 4);
}

TEST_CASE("text folds at spaces, and inside a word only where it must", "[shell][text_layout]") {
  using Lines = std::vector<std::string>;
  const auto [text, width, lines] = GENERATE(table<std::string, int, Lines>({
      {"", 5, {""}},
      {"one two", 10, {"one two"}},
      {"one two", 5, {"one", "two"}},
      {"abcdefgh", 3, {"abc", "def", "gh"}},
      {"a\nb", 5, {"a", "b"}},
      {"北京 talks", 4, {"北京", "talk", "s"}},
  }));
  CHECK(fold(text, width) == lines);
}

TEST_CASE("no folded line is wider than asked", "[shell][text_layout]") {
  const std::string text = "The freighter Aurora left Lagos, said Mr Dahl-Andersson-Lindqvist, and sank.";
  const int width = GENERATE(1, 2, 7, 12, 40);
  for (const std::string& line : fold(text, width)) CHECK(display_width(line) <= width);
}

TEST_CASE("narrow columns keep their width when wide ones give way", "[shell][text_layout]") {
  const std::vector<int> fitted = fit_columns({5, 100, 8}, 60, 10);
  CHECK(fitted[0] == 5);
  CHECK(fitted[2] == 8);
  CHECK(std::accumulate(fitted.begin(), fitted.end(), 0) <= 50);
}
