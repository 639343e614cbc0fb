#include "ingest/readers/html.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

namespace {

std::vector<std::string> texts_of(const Article& article, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : article.blocks) {
    if (block.kind == kind)
      texts.push_back(article.text.substr(block.span.begin, block.span.end - block.span.begin));
  }
  return texts;
}

const std::string kParagraphs =
    "<p>The city opened its new harbour on Tuesday, ending nine years of work, the mayor said.</p>"
    "<p>Ships may use it from May, though the large ones, and there are many, must wait until autumn.</p>";

const std::string kPage =
    "<!doctype html><html lang='en-GB'><head><title>City opens harbour | The Coastal Times</title>"
    "<meta property='og:site_name' content='The Coastal Times'>"
    "<meta property='article:published_time' content='2021-03-03T10:00:00Z'>"
    "<link rel='canonical' href='https://news.example/harbour'></head><body>"
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    "<div class='cookie-banner'><p>We use cookies, and you may refuse them, at any time you want.</p></div>"
    "<article><h1>City opens harbour</h1><div class='byline'>By Jane Roe</div><time datetime='2021-03-03'>3 "
    "March 2021</time>"
    "<figure><img src='a.jpg'><figcaption>The harbour at night</figcaption></figure>" +
    kParagraphs +
    "<h2>A dispute</h2><p>Neighbours had <a href='/sued'>sued</a> in 2015, and lost in 2019, the court "
    "said.</p>"
    "<blockquote><p>We are glad it is over.</p></blockquote>"
    "<div class='social-share'><a href='#'>Share</a> <a href='#'>Tweet</a></div>"
    "<ul class='related'><li><a href='/b'>Another story about boats</a></li></ul>"
    "<table><tr><td>tonnes</td></tr></table><script>var x = 'no text';</script></article>"
    "<footer><p>Copyright, all rights reserved, and so on, by the owners.</p></footer></body></html>";

}  // namespace

TEST_CASE("an article is taken out of its page", "[readers][html]") {
  const Article article = read_html(kPage);
  CHECK(article.title == "City opens harbour");
  CHECK(article.publisher == "The Coastal Times");
  CHECK(article.date == "2021-03-03");
  CHECK(article.url == "https://news.example/harbour");
  CHECK(article.language == "en-GB");
  CHECK(texts_of(article, BlockKind::kParagraph) ==
        std::vector<std::string>{
            "The city opened its new harbour on Tuesday, ending nine years of work, the mayor said.",
            "Ships may use it from May, though the large ones, and there are many, must wait until autumn.",
            "Neighbours had sued in 2015, and lost in 2019, the court said."});
  CHECK(texts_of(article, BlockKind::kHeading) == std::vector<std::string>{"A dispute"});
  CHECK(texts_of(article, BlockKind::kQuote) == std::vector<std::string>{"We are glad it is over."});
  CHECK(texts_of(article, BlockKind::kCaption) == std::vector<std::string>{"The harbour at night"});
  CHECK(texts_of(article, BlockKind::kByline) == std::vector<std::string>{"By Jane Roe"});
  for (const char* gone : {"cookies", "Home", "Tweet", "Another story", "tonnes", "var x", "Copyright"}) {
    CAPTURE(gone);
    CHECK(article.text.find(gone) == std::string::npos);
  }
}

TEST_CASE("JSON-LD comes before other metadata", "[readers][html]") {
  const Article article = read_html(
      "<html><head><title>Wrong</title><meta property='og:title' content='Also wrong'>"
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, "
      "{\"@type\": "
      "[\"NewsArticle\"], \"headline\": \"City opens harbour\", \"datePublished\": "
      "\"2021-03-03T08:00:00+01:00\", \"author\": "
      "[{\"@type\": \"Person\", \"name\": \"Jane Roe\"}, {\"name\": \"John Doe\"}], \"publisher\": "
      "{\"name\": \"The Coastal "
      "Times\"}, \"mainEntityOfPage\": {\"@id\": \"https://news.example/h\"}}]}</script></head><body>" +
      kParagraphs + "</body></html>");
  CHECK(article.title == "City opens harbour");
  CHECK(article.date == "2021-03-03");
  CHECK(article.author == "Jane Roe, John Doe");
  CHECK(article.publisher == "The Coastal Times");
  CHECK(article.url == "https://news.example/h");
}

TEST_CASE("broken JSON-LD is passed over", "[readers][html]") {
  const std::string json =
      GENERATE(as<std::string>(), "{", "[[[[", "null", "{\"@type\": 5}", "{\"@type\": \"NewsArticle\"}",
               "{\"@type\": \"NewsArticle\", \"headline\": {\"a\": []}, \"author\": [[[]]]}");
  const Article article = read_html("<title>City opens harbour</title><script type='application/ld+json'>" +
                                    json + "</script>" + kParagraphs);
  CHECK(article.title == "City opens harbour");
}

TEST_CASE("paragraphs parted by line breaks are paragraphs", "[readers][html]") {
  const Article article = read_html(
      "<html><body><div id='menu'><a href='/'>Home</a></div><div id='story'>The city opened its new harbour "
      "on Tuesday, "
      "ending nine years of work.<br><br>Ships may use it from May, though large ones must wait, the mayor "
      "said.</div>");
  CHECK(texts_of(article, BlockKind::kParagraph).size() == 2);
}

TEST_CASE("a table that lays out the page is read, a table of data is not", "[readers][html]") {
  const std::string prose =
      "The minister resigned on Thursday, after an audit criticised a contract for ferries to the islands.";
  const std::string more =
      "The audit said, in its summary, that the department paid a company fourteen million without a tender.";
  const std::string data =
      "<table><tr><td>Route</td><td>Cost</td></tr><tr><td>North</td><td>4 million</td></tr></table>";
  const std::string page =
      "<html><body><table><tr><td><a href=a>News</a><br><a href=b>Weather</a></td><td><table><tr><td>" +
      prose + "<br><br>" + more + data + "</td></tr></table></td></tr></table></body></html>";
  CHECK(texts_of(read_html(page), BlockKind::kParagraph) == std::vector<std::string>{prose, more});
  const std::string named = "<p>" + prose + "</p><table><tr><th>Remarks</th></tr><tr><td>" + prose + more +
                            more + "</td></tr></table>";
  CHECK(texts_of(read_html(named), BlockKind::kParagraph) == std::vector<std::string>{prose});
}

TEST_CASE("entities are decoded and white space is collapsed", "[readers][html]") {
  const Article article = read_html(
      "<p>Jane&nbsp;&amp;\n  John &ldquo;met&rdquo; in the C&ocirc;te d&#8217;Or, they said on Monday.</p>");
  CHECK(article.text == "Jane & John “met” in the Côte d’Or, they said on Monday.");
}

TEST_CASE("every cut of a page is read", "[readers][html]") {
  for (std::size_t length = 0; length <= kPage.size(); length += 7) {
    const Article article = read_html(kPage.substr(0, length));
    for (const Block& block : article.blocks) REQUIRE(block.span.end <= article.text.size());
  }
}

TEST_CASE("deep nesting is read as text, with a warning", "[readers][html]") {
  std::string page;
  const std::string tag = GENERATE(as<std::string>(), "<div>", "<b>", "<pre>");
  for (int i = 0; i < 100'000; ++i) page += tag;
  const Article article = read_html(page + "The harbour opened on Tuesday.");
  CHECK(article.text == "The harbour opened on Tuesday.");
  CHECK(article.warnings.size() == 1);
}

TEST_CASE("the declared charset is found", "[readers][html]") {
  CHECK(declared_html_charset("<html><meta charset=\"iso-8859-1\">") == "iso-8859-1");
  CHECK(declared_html_charset("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>") ==
        "windows-1251");
  CHECK(declared_html_charset("<p>charset=none").empty());
}
