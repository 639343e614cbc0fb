#include "dossier/ingest/reader.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace dossier::ingest;
using dossier::Status;
using dossier::StatusCode;
namespace fs = std::filesystem;

namespace {

std::vector<Article> read(std::string_view bytes, std::string_view name, const ReadOptions& options = {}) {
  std::vector<Article> articles;
  const auto report = read_articles(bytes, name, options, [&](Article&& article) {
    articles.push_back(std::move(article));
    return Status();
  });
  REQUIRE(report.ok());
  return articles;
}

Status failure(std::string_view bytes, std::string_view name, const ReadOptions& options = {}) {
  const auto report = read_articles(bytes, name, options, [](Article&&) { return Status(); });
  REQUIRE_FALSE(report.ok());
  return report.status();
}

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("dossier_reader_test_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  void add(const std::string& name, std::string_view content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << content;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("the format comes from the name, then from the content", "[readers][reader]") {
  const auto [name, bytes, title] = GENERATE(table<std::string, std::string, std::string>({
      {"a.md", "# Harbour opens\n\nIt opened on Tuesday.", "Harbour opens"},
      {"-", "---\ntitle: Harbour opens\n---\nIt opened on Tuesday.", "Harbour opens"},
      {"-", "<!DOCTYPE html><title>Harbour opens</title><p>It opened on Tuesday.", "Harbour opens"},
      {"-", "{\"title\": \"Harbour opens\", \"text\": \"It opened on Tuesday.\"}", "Harbour opens"},
      {"a.txt", "Harbour opens again\n\nIt opened on Tuesday.", "Harbour opens again"},
      {"-", "Harbour opens again\n\nIt opened on Tuesday.", "Harbour opens again"},
  }));
  CAPTURE(name, bytes);
  const auto articles = read(bytes, name);
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].title == title);
}

TEST_CASE("an article's id is the name it was read by", "[readers][reader]") {
  CHECK(read("It opened on Tuesday.", "folder/a.txt").at(0).id == "folder/a.txt");
}

TEST_CASE("replaced bytes are reported", "[readers][reader]") {
  const auto articles = read("The “harbour” opened\xE2\x80 on Tuesday, the mayor’s office said.", "a.txt");
  REQUIRE(articles.at(0).warnings.size() == 1);
  CHECK(articles[0].warnings[0] == "1 invalid byte sequences replaced by U+FFFD");
}

TEST_CASE("another language is recognised and reported", "[readers][reader]") {
  const auto articles = read(
      "Der Hafen wurde am Dienstag nach neun Jahren Bauzeit eröffnet, teilte die Stadt mit. Große Schiffe "
      "müssen noch bis "
      "zum Herbst warten, sagte der Bürgermeister. Die Anwohner hatten vor Gericht verloren und wollen nun "
      "wegziehen.",
      "a.txt");
  CHECK(articles.at(0).language == "de");
  CHECK_FALSE(is_english(articles[0]));
  REQUIRE(articles[0].warnings.size() == 1);
  CHECK(articles[0].warnings[0] == "the text is German (de), not English; it is not read for statements");
}

TEST_CASE("a short text in another language is recognised, a short one of names is not",
          "[readers][reader]") {
  CHECK(read("Der Kanzler traf am Montag den Minister.", "a.txt").at(0).language == "de");
  CHECK(read("Президент встретился с министром.", "a.txt").at(0).language == "ru");
  for (const char* text : {"Jens Stoltenberg met Angela Merkel in Brussels.",
                           "Notre Dame in Paris catches fire", "Xi Jinping visits Vladivostok"})
    CHECK(is_english(read(text, "a.txt").at(0)));
}

TEST_CASE("a paragraph in another language is set aside, the English around it read", "[readers][reader]") {
  const auto articles = read(
      "The city opened its new harbour on Tuesday, ending nine years of work that had cost twice what was "
      "planned.\n\n"
      "Der Hafen wurde am Dienstag nach neun Jahren Bauzeit eröffnet, teilte die Stadt mit, und große "
      "Schiffe müssen noch "
      "bis zum Herbst warten, sagte der Bürgermeister.\n\n"
      "Ships may use it from May, the mayor said on Wednesday to reporters who had waited in the rain since "
      "noon.\n",
      "a.txt");
  REQUIRE(articles.size() == 1);
  CHECK(is_english(articles[0]));
  REQUIRE(articles[0].warnings.size() == 1);
  CHECK(articles[0].warnings[0] == "1 paragraph is not English (German): not read for statements");
  for (const Block& block : articles[0].blocks) {
    const bool german = articles[0].text.compare(block.span.begin, 4, "Der ") == 0;
    CHECK((block.kind == BlockKind::kJunk) == german);
  }
}

TEST_CASE("English full of foreign names and words is English", "[readers][reader]") {
  for (const char* text : {"The largest demonstrations, in Rio de Janeiro, São Paulo, Brasília, Belém and "
                           "Belo Horizonte, started peacefully, "
                           "but police and crowds clashed in the evening.",
                           "The name derives from the Greek words ástron (ἄστρον), meaning star, and naútes "
                           "(ναύτης), meaning sailor.",
                           "Besides Tirana, which has 420,000 inhabitants, the principal cities are Durrës, "
                           "Korçë, Elbasan, Shkodër, "
                           "Gjirokastër, Vlorë and Kukës."}) {
    CAPTURE(text);
    const auto articles = read(text, "a.txt");
    CHECK(is_english(articles.at(0)));
    CHECK(articles[0].warnings.empty());
  }
}

TEST_CASE("sentence lines are a paragraph each, and one in another language is set aside",
          "[readers][reader]") {
  const std::string text =
      "The city opened its new harbour on Tuesday .\r\n \n"
      "Der Hafen wurde am Dienstag nach neun Jahren Bauzeit eröffnet , teilte die Stadt mit .\n"
      "\tBy Anna Smith ";
  std::vector<Article> articles;
  const auto report =
      read_articles(text, "a.txt", {.format = Format::kSentenceLines}, [&](Article&& article) {
        articles.push_back(std::move(article));
        return Status();
      });
  REQUIRE(report.ok());
  REQUIRE(articles.size() == 1);
  const auto& blocks = articles[0].blocks;
  REQUIRE(blocks.size() == 3);
  CHECK(articles[0].text.substr(blocks[0].span.begin, blocks[0].span.end) ==
        "The city opened its new harbour on Tuesday .");
  CHECK(blocks[0].kind == BlockKind::kParagraph);
  CHECK(blocks[1].kind == BlockKind::kJunk);
  CHECK(blocks[2].kind == BlockKind::kParagraph);
  CHECK(articles[0].text.substr(blocks[2].span.begin, blocks[2].span.end - blocks[2].span.begin) ==
        "By Anna Smith");
  REQUIRE(articles[0].warnings.size() == 1);
  CHECK(articles[0].warnings[0] == "1 paragraph is not English (German): not read for statements");
}

TEST_CASE("English is English, short or long, declared or not", "[readers][reader]") {
  CHECK(is_english(read("Harbour opens.", "a.txt").at(0)));
  const auto long_text = read(
      "---\nlang: en_GB\n---\nThe city opened its new harbour on Tuesday, ending nine years of work that had "
      "cost the town "
      "twice what the council had planned. Ships may use it from May, the mayor said on Wednesday.",
      "a.md");
  CHECK(long_text.at(0).language == "en-gb");
  CHECK(is_english(long_text[0]));
}

TEST_CASE("an empty file is an article with a warning", "[readers][reader]") {
  const auto articles = read("", "a.txt");
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].blocks.empty());
  CHECK(articles[0].warnings.size() == 1);
}

TEST_CASE("failures name the file", "[readers][reader]") {
  CHECK(failure(std::string("a\0b", 3), "a.txt").message().starts_with("a.txt: binary data"));
  CHECK(failure("\x1F\x8B junk", "a.txt.gz").message() == "a.txt.gz: damaged or cut-off gzip data");
  CHECK(failure("long enough", "a.txt", {.max_bytes = 4}).code() == StatusCode::kResourceExhausted);
}

TEST_CASE("folders are walked in order, hidden and foreign files skipped", "[readers][reader]") {
  const Folder folder;
  for (const char* name :
       {"b.txt", "a.md", "sub/c.html", ".hidden.txt", ".git/d.txt", "image.png", "B.txt", "e.jsonl.gz"}) {
    folder.add(name, "x");
  }
  const auto files = find_article_files(folder.path());
  REQUIRE(files.ok());
  std::vector<std::string> names;
  for (const fs::path& file : *files) names.push_back(file.lexically_relative(folder.path()).string());
  CHECK(names == std::vector<std::string>{"B.txt", "a.md", "b.txt", "e.jsonl.gz", "sub/c.html"});
  CHECK(find_article_files(folder.path() / "image.png")->size() == 1);
  CHECK(find_article_files(folder.path() / "none").status().code() == StatusCode::kNotFound);
}

TEST_CASE("a file is read from disk, a folder is refused", "[readers][reader]") {
  const Folder folder;
  folder.add("a.txt", "The harbour opened on Tuesday.");
  std::size_t count = 0;
  const auto sink = [&count](Article&&) {
    ++count;
    return Status();
  };
  CHECK(read_article_file(folder.path() / "a.txt", {}, sink).ok());
  CHECK(count == 1);
  CHECK(read_article_file(folder.path(), {}, sink).status().code() == StatusCode::kInvalidArgument);
  CHECK(read_article_file(folder.path() / "b.txt", {}, sink).status().code() == StatusCode::kNotFound);
}

TEST_CASE("random bytes are read or refused in every format", "[readers][reader]") {
  const Format format =
      GENERATE(Format::kDetect, Format::kPlainText, Format::kMarkdown, Format::kHtml, Format::kJsonLines);
  const std::string alphabet = "<>/ap=\"'{}[]:,.\n -#*|`!() \xE2\x80\x9C\xC3";
  std::uint32_t state = 12345;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += alphabet[(state >> 16) % alphabet.size()];
    }
    const auto report = read_articles(bytes, "-", {.format = format}, [](Article&& article) {
      for (const Block& block : article.blocks) {
        if (block.span.begin >= block.span.end || block.span.end > article.text.size()) std::abort();
      }
      return Status();
    });
    CHECK((report.ok() || report.status().code() == StatusCode::kInvalidArgument));
  }
}
