#include "ingest/nlp/document_json.h"

#include <catch2/catch.hpp>

namespace dossier::ingest {
namespace {

Document two_sentences() {
  Document document;
  document.text = "Ana \"ran\".\n\nÉva Ruiz sat.";
  const auto add = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t head, Tag tag, Upos upos,
                       Deprel deprel, std::string lemma, bool space) {
    Token token;
    token.span = {begin, end};
    token.head = head;
    token.tag = tag;
    token.upos = upos;
    token.deprel = deprel;
    token.lemma = std::move(lemma);
    token.space_after = space;
    document.tokens.push_back(std::move(token));
  };
  add(0, 3, 2, Tag::kNnp, Upos::kPropn, Deprel::kNsubj, "Ana", true);
  add(4, 5, 2, Tag::kOpenQuote, Upos::kPunct, Deprel::kPunct, "\"", false);
  add(5, 8, 2, Tag::kVbd, Upos::kVerb, Deprel::kRoot, "run", false);
  add(8, 10, 2, Tag::kPeriod, Upos::kPunct, Deprel::kPunct, "\".", false);
  add(12, 16, 5, Tag::kNnp, Upos::kPropn, Deprel::kCompound, "Éva", true);
  add(17, 21, 6, Tag::kNnp, Upos::kPropn, Deprel::kNsubj, "Ruiz", true);
  add(22, 25, 6, Tag::kVbd, Upos::kVerb, Deprel::kRoot, "sit", false);
  add(25, 26, 6, Tag::kPeriod, Upos::kPunct, Deprel::kPunct, ".", false);
  document.tokens[0].entity = document.tokens[4].entity = document.tokens[5].entity = EntityLabel::kPerson;
  document.tokens[0].entity_begins = document.tokens[4].entity_begins = true;
  document.sentences = {{0, 4}, {4, 8}};
  return document;
}

std::string lines_of(const Document& document) {
  std::string lines;
  append_json_lines(document, lines);
  return lines;
}

}  // namespace

TEST_CASE("a sentence is one line with byte spans and heads in the sentence", "[ingest][document_json]") {
  const std::string lines = lines_of(two_sentences());
  const std::string second = lines.substr(lines.find('\n') + 1);
  CHECK(
      second ==
      R"({"begin":12,"end":26,"tokens":[)"
      R"({"text":"Éva","begin":12,"end":16,"lemma":"Éva","tag":"NNP","pos":"PROPN","head":1,"dep":"compound","ent":"B-PERSON"},)"
      R"({"text":"Ruiz","begin":17,"end":21,"lemma":"Ruiz","tag":"NNP","pos":"PROPN","head":2,"dep":"nsubj","ent":"I-PERSON"},)"
      R"({"text":"sat","begin":22,"end":25,"lemma":"sit","tag":"VBD","pos":"VERB","head":2,"dep":"ROOT","ent":"O"},)"
      R"({"text":".","begin":25,"end":26,"lemma":".","tag":".","pos":"PUNCT","head":2,"dep":"punct","ent":"O"}]})"
      "\n");
}

TEST_CASE("what was written is read back", "[ingest][document_json]") {
  const Document document = two_sentences();
  const auto documents = parse_json_lines(lines_of(document));
  REQUIRE(documents.ok());
  REQUIRE(documents->size() == 1);
  const Document& again = documents->front();
  CHECK(again.text == document.text);
  CHECK(again.sentences == document.sentences);
  CHECK(lines_of(again) == lines_of(document));
  CHECK(again.tokens[5].head == 6);
  CHECK(again.tokens[0].space_after);
  CHECK_FALSE(again.tokens[3].space_after);
}

TEST_CASE("a line that begins before the last one ended starts a document", "[ingest][document_json]") {
  const std::string lines = lines_of(two_sentences());
  const auto documents = parse_json_lines(lines + lines);
  REQUIRE(documents.ok());
  CHECK(documents->size() == 2);
}

TEST_CASE("a line that is no sentence is refused by number", "[ingest][document_json]") {
  const std::string good = lines_of(two_sentences());
  const auto bad =
      GENERATE(as<std::string>(), "{", "[]", R"({"begin":0})", R"({"begin":0,"end":1,"tokens":[]})",
               R"({"begin":0,"end":1,"tokens":[{"text":"a","begin":0,"end":1,"lemma":"a","tag":"DT",)"
               R"("pos":"DET","head":-3,"dep":"det","ent":"O"}]})");
  const auto documents = parse_json_lines(good + bad + "\n");
  REQUIRE_FALSE(documents.ok());
  CHECK(documents.status().message().starts_with("line 3:"));
}

TEST_CASE("bytes that are not UTF-8 and control characters are written as JSON allows",
          "[ingest][document_json]") {
  Document document;
  document.text = "a\x80\x01";
  Token token;
  token.span = {0, 3};
  document.tokens = {token};
  document.sentences = {{0, 1}};
  CHECK(lines_of(document).find("\"text\":\"a\xEF\xBF\xBD\\u0001\"") != std::string::npos);
}

}  // namespace dossier::ingest
