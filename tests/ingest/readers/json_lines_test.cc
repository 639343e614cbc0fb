#include "ingest/readers/json_lines.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;
using dossier::Status;

namespace {

struct Read {
  std::vector<Article> articles;
  ReadReport report;
};

Read read(std::string_view text, const ReadOptions& options = {}) {
  Read result;
  const auto report = read_json_lines(text, "news.jsonl", options, [&](Article&& article) {
    result.articles.push_back(std::move(article));
    return Status();
  });
  REQUIRE(report.ok());
  result.report = *report;
  return result;
}

}  // namespace

TEST_CASE("an object a line is an article a line", "[readers][json_lines]") {
  const Read got = read(
      "{\"id\": \"a1\", \"Text\": \"The harbour opened on Tuesday.\", \"headline\": \"Harbour opens\", "
      "\"published\": "
      "\"2021-03-03T10:00:00Z\", \"source\": {\"name\": \"The Coastal Times\"}, \"author\": [\"Jane Roe\", "
      "\"John Doe\"], "
      "\"url\": \"https://news.example/1\", \"language\": \"en\"}\n\n"
      "{\"body\": \"<p>It rained on Friday, all day long, in the whole of the country.</p>\", \"date\": "
      "1614765600}\n");
  REQUIRE(got.articles.size() == 2);
  const Article& first = got.articles[0];
  CHECK(first.id == "a1");
  CHECK(first.title == "Harbour opens");
  CHECK(first.date == "2021-03-03");
  CHECK(first.publisher == "The Coastal Times");
  CHECK(first.author == "Jane Roe, John Doe");
  CHECK(first.url == "https://news.example/1");
  CHECK(first.text == "The harbour opened on Tuesday.");
  CHECK(got.articles[1].id == "news.jsonl#3");
  CHECK(got.articles[1].date == "2021-03-03");
  CHECK(got.articles[1].text == "It rained on Friday, all day long, in the whole of the country.");
  CHECK(got.report.articles == 2);
}

TEST_CASE("the field names of common crawlers are known", "[readers][json_lines]") {
  const Read got = read(
      R"({"maintext": "It rained.", "date_publish": "2021-03-03 10:00:00", "source_domain": "news.example"}
{"text": "It rained.", "date": "2021-03-03", "source": "https://news.example/2", "source-hostname": "The Coastal Times"})");
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[0].date == "2021-03-03");
  CHECK(got.articles[0].publisher == "news.example");
  CHECK(got.articles[1].url == "https://news.example/2");
  CHECK(got.articles[1].publisher == "The Coastal Times");
}

TEST_CASE("lines that are no articles are problems, and the others are read", "[readers][json_lines]") {
  const Read got =
      read("{\"text\": \"One sentence here.\"}\nnot json\n[1]\n{\"title\": \"no text\"}\n{\"text\": \"cut");
  CHECK(got.articles.size() == 1);
  CHECK(got.report.problems ==
        std::vector<std::string>{"news.jsonl:2: not a JSON object; expected one such as {\"text\": \"…\"}",
                                 "news.jsonl:3: not a JSON object; expected one such as {\"text\": \"…\"}",
                                 "news.jsonl:4: no text: expected a string under text, body or content",
                                 "news.jsonl:5: not a JSON object; expected one such as {\"text\": \"…\"}"});
}

TEST_CASE("a JSON array or one printed object is read too", "[readers][json_lines]") {
  CHECK(read("[\n  {\"text\": \"One.\"},\n  {\"text\": \"Two.\"}\n]\n").articles.size() == 2);
  CHECK(read("{\n  \"text\": \"One.\"\n}\n").articles.size() == 1);
}

TEST_CASE("hostile nesting is refused without recursion", "[readers][json_lines]") {
  CHECK(read("{\"text\": " + std::string(1'000'000, '[')).report.problems.size() == 1);
  CHECK(read(std::string(1'000'000, '[')).report.problems.size() == 1);
}

TEST_CASE("a text past the limit is left out", "[readers][json_lines]") {
  CHECK(read("{\"text\": \"" + std::string(2000, 'a') + "\"}", {.max_article_bytes = 1000})
            .report.problems.size() == 1);
}

TEST_CASE("what the sink says is returned", "[readers][json_lines]") {
  const auto report = read_json_lines("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}", "x", {},
                                      [](Article&&) { return dossier::invalid_argument("enough"); });
  REQUIRE_FALSE(report.ok());
  CHECK(report.status().message() == "enough");
}
