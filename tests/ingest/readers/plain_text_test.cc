#include "ingest/readers/plain_text.h"

#include <catch2/catch.hpp>
#include <chrono>

using namespace dossier::ingest;

namespace {

std::vector<std::string> paragraphs_of(const Article& article) {
  std::vector<std::string> texts;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph)
      texts.push_back(article.text.substr(block.span.begin, block.span.end - block.span.begin));
  }
  return texts;
}

}  // namespace

TEST_CASE("lines wrapped at a width are one paragraph", "[readers][plain_text]") {
  const Article article = read_plain_text(
      "The city opened its new harbour on Tuesday, ending nine\n"
      "years of work that had cost the town twice what the\n"
      "council had planned. Ships may use the harbour from May\n"
      "on.\n"
      "\n"
      "Neighbours had sued in 2015, and lost in 2019, after the\n"
      "court found that the town had heard them in time, and\n"
      "that the noise would be bearable.\n");
  const auto paragraphs = paragraphs_of(article);
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[0].find("ending nine years of work") != std::string::npos);
  CHECK(paragraphs[0].ends_with("from May on."));
}

TEST_CASE("a line that goes on in lower case is joined in any layout", "[readers][plain_text]") {
  const Article article = read_plain_text(
      "The ferry has run the line since 2009\nand was fined last year.\n\nNo one was hurt.\n");
  CHECK(paragraphs_of(article) ==
        std::vector<std::string>{"The ferry has run the line since 2009 and was fined last year.",
                                 "No one was hurt."});
}

TEST_CASE("a header of keys is metadata", "[readers][plain_text]") {
  const Article article = read_plain_text(
      "Title: Harbour opens\nDate: 3 March 2021\nSource: The Coastal Times\nX-Number: 7\n\nThe harbour "
      "opened on Tuesday.\n");
  CHECK(article.title == "Harbour opens");
  CHECK(article.date == "2021-03-03");
  CHECK(article.publisher == "The Coastal Times");
  CHECK(paragraphs_of(article) == std::vector<std::string>{"The harbour opened on Tuesday."});
}

TEST_CASE("a sentence with a colon is no header", "[readers][plain_text]") {
  const Article article =
      read_plain_text("Ministers: we will not resign.\n\nThe harbour opened on Tuesday.\n");
  CHECK(paragraphs_of(article).size() == 2);
}

TEST_CASE("a paragraph a line stays a paragraph a line", "[readers][plain_text]") {
  const Article article = read_plain_text(
      "The city opened its new harbour on Tuesday, ending nine years of work that had cost the town twice "
      "what it planned.\n"
      "Ships may use it from May, the mayor said, though the large ones must wait until the second quay is "
      "ready in autumn.\n"
      "It rained.\n"
      "Neighbours had sued in 2015, and lost.\n");
  CHECK(paragraphs_of(article).size() == 4);
}

TEST_CASE("spans are spans of the input", "[readers][plain_text]") {
  const std::string text = "  First sentence here.  \n\n\tSecond one is “quoted”.\n";
  const Article article = read_plain_text(text);
  CHECK(article.text == text);
  CHECK(paragraphs_of(article) ==
        std::vector<std::string>{"First sentence here.", "Second one is “quoted”."});
}

TEST_CASE("a line of twenty megabytes is read in bounded time", "[readers][plain_text]") {
  std::string text;
  while (text.size() < (20u << 20)) text += "The harbour opened on Tuesday, and \"nobody\" (it seems) came. ";
  const auto started = std::chrono::steady_clock::now();
  const Article article = read_plain_text(std::move(text));
  CHECK(article.blocks.size() > 600);
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(20));
}
