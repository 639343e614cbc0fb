#include "ingest/readers/markdown.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

namespace {

std::vector<std::pair<BlockKind, std::string>> blocks_of(const Article& article) {
  std::vector<std::pair<BlockKind, std::string>> blocks;
  for (const Block& block : article.blocks) {
    blocks.emplace_back(block.kind, article.text.substr(block.span.begin, block.span.end - block.span.begin));
  }
  return blocks;
}

}  // namespace

TEST_CASE("front matter becomes metadata, whatever the case of its keys", "[readers][markdown]") {
  const Article article = read_markdown(
      "---\nTitle: \"City: harbour opens\"\nDATE: 2021-03-03T10:00:00Z\nPublisher: The Coastal Times\n"
      "authors: [Jane Roe, John Doe]\nURL: https://news.example/harbour\nlang: en-GB\nodd: {a: [1, "
      "2]}\n---\n\n"
      "The harbour opened on Tuesday.\n");
  CHECK(article.title == "City: harbour opens");
  CHECK(article.date == "2021-03-03");
  CHECK(article.publisher == "The Coastal Times");
  CHECK(article.author == "Jane Roe, John Doe");
  CHECK(article.url == "https://news.example/harbour");
  CHECK(article.language == "en-GB");
  CHECK(blocks_of(article) == std::vector<std::pair<BlockKind, std::string>>{
                                  {BlockKind::kParagraph, "The harbour opened on Tuesday."}});
}

TEST_CASE("broken front matter is a warning, not text", "[readers][markdown]") {
  const std::string yaml = GENERATE(as<std::string>(), "a: [1, 2\n", "- just\n- a list\n", ": : :\n\t- x\n",
                                    std::string(5000, '[') + "\n");
  const Article article = read_markdown("---\n" + yaml + "---\nThe harbour opened on Tuesday.\n");
  CHECK(article.warnings.size() == 1);
  CHECK(article.text == "The harbour opened on Tuesday.");
}

TEST_CASE("blocks keep their kind and lose their marks", "[readers][markdown]") {
  const Article article = read_markdown(
      "# City opens *harbour*\n\n![night](a.png)\n\nThe **city** opened its [new "
      "harbour](https://x.example/a_(b)) on "
      "Tuesday,\nending `nine` years of work.[^1]\n\n## A dispute\n\n- The first quay is ready.\n- The "
      "second one is not.\n\n"
      "> We are glad, said the mayor.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode here.\n```\n\n    "
      "indented code.\n\n"
      "---\n\nIt rained all_day_long in snake\\_case.<br/>\n");
  CHECK(article.title == "City opens harbour");
  CHECK(blocks_of(article) ==
        std::vector<std::pair<BlockKind, std::string>>{
            {BlockKind::kTitle, "City opens harbour"},
            {BlockKind::kParagraph, "The city opened its new harbour on Tuesday, ending nine years of work."},
            {BlockKind::kHeading, "A dispute"},
            {BlockKind::kListItem, "The first quay is ready."},
            {BlockKind::kListItem, "The second one is not."},
            {BlockKind::kQuote, "We are glad, said the mayor."},
            {BlockKind::kParagraph, "It rained all_day_long in snake_case."}});
}

TEST_CASE("inline marks go, signs that are none stay", "[readers][markdown]") {
  const auto [line, expected] = GENERATE(table<std::string, std::string>({
      {"a *b* __c__ ***d***", "a b c d"},
      {"5 * 3 and 2 ~ 1", "5 * 3 and 2 ~ 1"},
      {"[text][ref] and [plain]", "text and [plain]"},
      {"![alt](x.png) after", " after"},
      {"a < b and <b>c</b>", "a < b and c"},
      {"[unclosed", "[unclosed"},
      {"[a [nested](x) link](y)", "a nested link"},
      {"\\*kept\\*", "*kept*"},
      {"~~gone~~", "gone"},
  }));
  CHECK(strip_inline_markup(line) == expected);
}

TEST_CASE("every cut of a Markdown file is read", "[readers][markdown]") {
  const std::string text =
      "---\ntitle: x\n---\n# A\n\n[b](c) **d** ![e](f)\n\n> g\n\n```\nh\n```\n\n- i\n- j\n\nK\n===\n\n<!-- l "
      "-->\nm [n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const Article article = read_markdown(text.substr(0, length));
    for (const Block& block : article.blocks) REQUIRE(block.span.end <= article.text.size());
  }
}

TEST_CASE("ten thousand open brackets cost linear time", "[readers][markdown]") {
  CHECK(read_markdown(std::string(200'000, '[')).blocks.size() <= 10);
  CHECK(read_markdown(std::string(200'000, '*') + "a").blocks.size() <= 10);
}
