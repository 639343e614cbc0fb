#include "ingest/readers/block_classifier.h"

#include <catch2/catch.hpp>

#include "ingest/readers/plain_text.h"

using namespace dossier::ingest;

namespace {

std::string text_of(const Article& article, std::size_t i) {
  const Span span = article.blocks.at(i).span;
  return article.text.substr(span.begin, span.end - span.begin);
}

std::vector<std::string> texts_of(const Article& article, BlockKind kind) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    if (article.blocks[i].kind == kind) texts.push_back(text_of(article, i));
  }
  return texts;
}

const std::string kBody =
    "The city opened its new harbour on Tuesday, ending nine years of work.\n\n"
    "“We are glad,” said the mayor. Ships may use it from May.\n\n";

}  // namespace

TEST_CASE("a page copied to text falls into its parts", "[readers][block_classifier]") {
  const Article article = read_plain_text(
      "City opens harbour after nine years of work\n\nThe project cost twice what was planned.\n\nJane "
      "Roe\n\nJane Roe\n\n"
      "The Coastal Times\n\nharbour-night-2.jpg\n\nThe harbour at night. PHOTO: AFP\n\nMarch 3, 2021\n\n"
      "OSLO – The city opened its new harbour on Tuesday, ending nine years of work.\n\nA long dispute\n\n"
      "Neighbours had sued in 2015, and lost in 2019.\n\nscroll to top");
  CHECK(article.title == "City opens harbour after nine years of work");
  CHECK(article.author == "Jane Roe");
  CHECK(article.publisher == "The Coastal Times");
  CHECK(article.date == "2021-03-03");
  CHECK(texts_of(article, BlockKind::kParagraph) ==
        std::vector<std::string>{"The project cost twice what was planned.",
                                 "The city opened its new harbour on Tuesday, ending nine years of work.",
                                 "Neighbours had sued in 2015, and lost in 2019."});
  CHECK(texts_of(article, BlockKind::kHeading) == std::vector<std::string>{"A long dispute"});
  CHECK(texts_of(article, BlockKind::kDateline) == std::vector<std::string>{"March 3, 2021", "OSLO –"});
  CHECK(texts_of(article, BlockKind::kJunk) ==
        std::vector<std::string>{"harbour-night-2.jpg", "scroll to top"});
  CHECK(texts_of(article, BlockKind::kCaption).size() == 1);
}

TEST_CASE("a text that starts with a sentence has no title", "[readers][block_classifier]") {
  const Article article = read_plain_text(kBody);
  CHECK(article.title.empty());
  CHECK(texts_of(article, BlockKind::kParagraph).size() == 2);
}

TEST_CASE("the title is the first line that speaks of what the body speaks of",
          "[readers][block_classifier]") {
  const std::string lead =
      GENERATE(as<std::string>(), "", "Skip to content\n\n", "All the latest\n\nBREAKING\n\n");
  CHECK(read_plain_text(lead + "City opens harbour after years\n\nJane Roe\n\n" + kBody).title ==
        "City opens harbour after years");
  CHECK(read_plain_text(lead + "Glad at last\n\nJane Roe\n\n" + kBody).title ==
        (lead.empty() ? "Glad at last" : lead.substr(0, lead.find('\n'))));
}

TEST_CASE("a date among the names of the head is the article's", "[readers][block_classifier]") {
  const std::string line = GENERATE(as<std::string>(), "Jane Roe | The Coastal Times | 3 March 2021",
                                    "Published March 3, 2021 by Jane Roe", "Oslo, March 3, 2021");
  const Article article = read_plain_text("City opens harbour after nine years\n\n" + line + "\n\n" + kBody);
  CHECK(article.date == "2021-03-03");
  CHECK(texts_of(article, BlockKind::kParagraph).size() == 2);
}

TEST_CASE("a dateline's date is the article's", "[readers][block_classifier]") {
  CHECK(read_plain_text("OSLO, March 3, 2021 – " + kBody).date == "2021-03-03");
}

TEST_CASE("where the title is known, another line is none", "[readers][block_classifier]") {
  Article known;
  known.title = "City opens harbour after nine years";
  const Article other = read_plain_text("The day in pictures and words\n\n" + kBody, known);
  CHECK(texts_of(other, BlockKind::kTitle).empty());
  CHECK(other.title == known.title);
  const Article same = read_plain_text(known.title + "\n\n" + kBody, known);
  CHECK(texts_of(same, BlockKind::kTitle) == std::vector<std::string>{known.title});
}

TEST_CASE("a date of the metadata is kept", "[readers][block_classifier]") {
  Article article = read_plain_text("March 3, 2021\n\n" + kBody);
  CHECK(article.date == "2021-03-03");
  article.blocks = {{{0, 13}, BlockKind::kParagraph}};
  article.date = "2021-03-04";
  classify_blocks(article);
  CHECK(article.date == "2021-03-04");
}

TEST_CASE("a paragraph broken within a sentence is joined", "[readers][block_classifier]") {
  const Article article = read_plain_text(kBody +
                                          "Many came to see it. Among them were the Prime Minister and "
                                          "Foreign Minister\n\nJane Roe, who stayed an hour.\n\n");
  const auto paragraphs = texts_of(article, BlockKind::kParagraph);
  REQUIRE(paragraphs.size() == 3);
  CHECK(paragraphs[2].ends_with("Foreign Minister  Jane Roe, who stayed an hour."));
}

TEST_CASE("a quotation with its speaker is not joined to what follows", "[readers][block_classifier]") {
  const Article article = read_plain_text(
      kBody + "\"It took long. We are tired.\" - Jane Roe\n\nThe mayor agreed with her at once.\n\n");
  CHECK(texts_of(article, BlockKind::kQuote) ==
        std::vector<std::string>{"\"It took long. We are tired.\" - Jane Roe"});
}

TEST_CASE("notes after the end are not read", "[readers][block_classifier]") {
  const std::string end =
      GENERATE(as<std::string>(), "___\n\nJane Roe in Bergen contributed to this report.\n",
               "Reporting by Jane Roe; Editing by John Doe\n\nOur Standards: Some Principles.\n",
               "Copyright 2021 The Agency. All rights reserved.\n");
  const Article article = read_plain_text(kBody + kBody + end);
  CHECK(texts_of(article, BlockKind::kParagraph).size() == 4);
}

TEST_CASE("who wrote it comes from the byline", "[readers][block_classifier]") {
  const Article article =
      read_plain_text("City opens harbour after nine years\n\nShare\n\nBy Jane Roe\n\n" + kBody);
  CHECK(article.author == "Jane Roe");
  CHECK(article.publisher.empty());
}

TEST_CASE("lines that come again are no headings", "[readers][block_classifier]") {
  const Article article =
      read_plain_text(kBody + "Story continues below\n\n" + "More rain fell on Friday.\n\n" +
                      "Story continues below\n\nIt stopped on Sunday.\n");
  CHECK(texts_of(article, BlockKind::kHeading).empty());
  CHECK(texts_of(article, BlockKind::kJunk).size() == 2);
}

TEST_CASE("blocks are ascending, disjoint, and only white space lies between",
          "[readers][block_classifier]") {
  const std::string text =
      GENERATE(as<std::string>(), kBody + "Title-like line\n\n- one\n- two\n\n" + kBody, "A\n\nB\n\nC",
               "\n\n\n", "x", std::string(100'000, 'a'), kBody + std::string(50'000, 'b') + ". C d.\n");
  const Article article = read_plain_text(text);
  std::size_t at = 0;
  for (const Block& block : article.blocks) {
    REQUIRE(block.span.begin >= at);
    REQUIRE(block.span.begin < block.span.end);
    REQUIRE(block.span.end - block.span.begin <= (32u << 10));
    at = block.span.end;
  }
  CHECK(at <= article.text.size());
}
