// The whole model against spaCy's own output, and on input that is no article. Reads with the default model: the
// shipped one, or what DOSSIER_MODEL names.
#include "dossier/ingest/model.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <thread>

#include "ingest/nlp/document_json.h"
#include "ingest/nlp/kernels.h"

namespace dossier::ingest {
namespace {

const std::string kGolden = std::string(DOSSIER_TEST_FOLDER) + "/golden/";

const LanguageModel& model() {
  static const auto loaded = LanguageModel::load(LanguageModel::default_file());
  INFO("no language model? it lies in ingest/nlp/models");
  REQUIRE(loaded.ok());
  return **loaded;
}

std::string contents(const std::string& name) {
  std::ifstream in(kGolden + name, std::ios::binary);
  INFO(name);
  REQUIRE(in.good());
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string short_name() {
  const std::string_view name = model().name();
  return std::string(name.substr(0, name.find(' ')));
}

Document parse_one(std::string_view text) { return std::move(model().parse(std::span(&text, 1)).front()); }

std::string lines_of(const Document& document) {
  std::string lines;
  append_json_lines(document, lines);
  return lines;
}

// Lines first, so that a failure shows the sentence and not the file.
void check_lines(const std::string& actual, const std::string& expected) {
  std::istringstream ours(actual), theirs(expected);
  std::string our_line, their_line;
  while (std::getline(theirs, their_line)) {
    REQUIRE(std::getline(ours, our_line));
    CHECK(our_line == their_line);
  }
  CHECK_FALSE(std::getline(ours, our_line));
}

void check_spans(const Document& document) {
  std::uint32_t at = 0;
  for (const Token& token : document.tokens) {
    CHECK(token.span.begin >= at);
    CHECK(token.span.end > token.span.begin);
    const bool boundary = (static_cast<unsigned char>(document.text[token.span.begin]) & 0xC0) != 0x80 ||
                          token.span.begin == 0 ||
                          (static_cast<unsigned char>(document.text[token.span.begin - 1]) & 0x80) == 0;
    CHECK(boundary);
    CHECK(token.head < document.tokens.size());
    at = token.span.end;
  }
  CHECK(at <= document.text.size());
  std::uint32_t next = 0;
  for (const TokenRange& sentence : document.sentences) {
    CHECK(sentence.begin == next);
    CHECK(sentence.end > sentence.begin);
    next = sentence.end;
  }
  CHECK(next == document.tokens.size());
}

}  // namespace

TEST_CASE("a text reads as spaCy reads it", "[ingest][model][slow]") {
  check_lines(lines_of(parse_one(contents("texts.txt"))), contents(short_name() + ".jsonl"));
}

TEST_CASE("tokens that are given make one sentence, as with spaCy", "[ingest][model][slow]") {
  std::istringstream sentences(contents("sentences.txt"));
  std::string lines;
  for (std::string line; std::getline(sentences, line);) {
    std::istringstream split(line);
    std::vector<std::string> words;
    for (std::string word; split >> word;) words.push_back(word);
    const std::vector<std::string_view> views(words.begin(), words.end());
    const Document document = model().parse_tokens(views);
    CHECK(document.text == line);
    CHECK(document.sentences.size() == 1);
    lines += lines_of(document);
  }
  check_lines(lines, contents(short_name() + ".sentences.jsonl"));
}

TEST_CASE("the same texts read the same alone, together and on several threads", "[ingest][model][slow]") {
  std::istringstream in(contents("texts.txt"));
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) texts.push_back(line);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto together = model().parse(views);
  std::vector<std::string> alone(texts.size());
  const auto read_every_other = [&](std::size_t from) {
    for (std::size_t i = from; i < texts.size(); i += 2) alone[i] = lines_of(parse_one(texts[i]));
  };
  std::thread other(read_every_other, 1);
  read_every_other(0);
  other.join();
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(alone[i] == lines_of(together[i]));
}

TEST_CASE("every instruction set reads the same", "[ingest][model][slow]") {
  const std::string text = contents("texts.txt");
  const std::string expected = lines_of(parse_one(text));
  const auto names = nlp::instruction_sets();
  for (const char* name : names) {
    INFO(name);
    REQUIRE(nlp::use_instruction_set(name));
    CHECK(lines_of(parse_one(text)) == expected);
  }
  nlp::use_instruction_set(names.front());
}

TEST_CASE("the parser's lead is less where a sentence may be read in two ways", "[ingest][model][slow]") {
  const auto least = [](const Document& document) {
    float arc = 1000;
    for (const Token& token : document.tokens) {
      CHECK(token.arc_margin >= 0);
      CHECK(token.tag_margin > 0);
      arc = std::min(arc, token.arc_margin);
    }
    return arc;
  };
  CHECK(least(parse_one("The mayor opened the bridge.")) >
        2 * least(parse_one("Old men and women fish people eat swim.")));
}

TEST_CASE("what is no article is read without harm", "[ingest][model][slow]") {
  const auto text = GENERATE(
      as<std::string>(), "", " ", "\n\n\n", "\x80\x81 invalid \xC3( bytes \xE2\x82", "a\x01\x02\x7F\x1B[0m b",
      "漢字かな交じり文です。これは二番目の文です。", "Это предложение на русском языке.", "مرحبا بالعالم",
      "\xEF\xBB\xBF"
      "Byte order mark",
      "👩‍👩‍👧‍👦 family 🇫🇷 flag",
      "\xE2\x80\xAE"
      "backwards",
      "e\xCC\x81 combining", "---- **** ____ ....", "$$$ 1,000,000,000.00 %%%", "(((((((((( ))))))))))");
  INFO(text);
  const Document document = parse_one(text);
  CHECK(document.text == text);
  check_spans(document);
}

TEST_CASE("bytes of zero are text like any other", "[ingest][model][slow]") {
  const std::string text("one\0two three", 13);
  const Document document = parse_one(text);
  CHECK(document.text.size() == 13);
  check_spans(document);
}

TEST_CASE("a sentence of 100,000 tokens is read in parts", "[ingest][model][slow]") {
  std::string text;
  for (int i = 0; i < 25'000; ++i) text += "and the cat sat ";
  const Document document = parse_one(text);
  CHECK(document.tokens.size() == 100'000);
  check_spans(document);
  std::vector<std::string_view> words(20'000, "cat");
  const Document given = model().parse_tokens(words);
  CHECK(given.tokens.size() == 20'000);
  CHECK(given.sentences.size() == 1);
}

TEST_CASE("a sentence as it is written is tokenised and stays whole", "[ingest][model][slow]") {
  const std::string text = "The minister left. The vote, he said, was over.";
  CHECK(parse_one(text).sentences.size() == 2);
  const Document document = model().parse_sentence(text);
  CHECK(document.text == text);
  CHECK(document.sentences.size() == 1);
  CHECK(document.tokens.size() == parse_one(text).tokens.size());
  check_spans(document);
  CHECK(model().parse_sentence("").tokens.empty());
}

TEST_CASE("odd tokens may be given", "[ingest][model][slow]") {
  CHECK(model().parse_tokens({}).tokens.empty());
  const std::vector<std::string_view> words = {"", "\xFF", " ", "a b", "\n", "-LRB-"};
  const Document document = model().parse_tokens(words);
  REQUIRE(document.tokens.size() == 6);
  CHECK(document.sentences.size() == 1);
  CHECK(document.word(5) == "-LRB-");
  CHECK(document.tokens[5].tag == Tag::kLrb);
}

TEST_CASE("the model says what it is", "[ingest][model][slow]") {
  CHECK_FALSE(model().name().empty());
  CHECK(model().checksum().size() == 64);
  CHECK(LanguageModel::verify(LanguageModel::default_file()).ok());
}

}  // namespace dossier::ingest
