// Vocabulary, attribute ruler and lemmatizer, on tables made by hand.
#include <catch2/catch.hpp>

#include "ingest/nlp/attribute_ruler.h"
#include "ingest/nlp/hash.h"
#include "ingest/nlp/lemmatizer.h"
#include "ingest/nlp/vocabulary.h"
#include "tests/ingest/nlp/weights_builder.h"

namespace dossier::ingest::nlp {
namespace {

std::shared_ptr<const WeightsFile> tables() {
  WeightsBuilder builder;
  builder.text("text.symbols", R"([["agent", 401], ["DATE", 391], ["punct", 445]])");
  builder.text("text.norms", "[[" + std::to_string(string_hash("’s")) + ", \"'s\"]]");
  builder.text("text.ruler", R"([
    {"patterns": [[[["TAG", "IN", ["NN"]]]]], "attrs": {"POS": "NOUN", "MORPH": "Number=Sing"}, "index": 0},
    {"patterns": [[[["TAG", "IN", ["VBZ"]]]]], "attrs": {"POS": "VERB", "MORPH": "Number=Sing|Tense=Pres|VerbForm=Fin"}, "index": 0},
    {"patterns": [[[["TAG", "IN", ["VBZ"]], ["LOWER", "IN", ["is", "'s"]]]]], "attrs": {"POS": "AUX", "LEMMA": "be"}, "index": 0},
    {"patterns": [[[["LOWER", "REGEX", ["^y'?$"]]], [["LOWER", "IN", ["all"]]]]], "attrs": {"LEMMA": "you"}, "index": 0},
    {"patterns": [[[["DEP", "NOT_IN", ["det", ""]], ["TAG", "IN", ["DT"]]]]], "attrs": {"POS": "PRON"}, "index": 0},
    {"patterns": [[[["IS_SPACE", "IN", [true]]]]], "attrs": {"TAG": "_SP", "POS": "SPACE", "MORPH": "_"}, "index": 0}])");
  builder.text("text.lemmas",
               R"({"noun": [["s", ""], ["ies", "y"]], "verb": [["s", ""], ["ed", "e"], ["ed", ""]]})");
  builder.text("lemmas.index.noun", "city\nhouse\n")
      .text("lemmas.irregular.noun", "geese\tgoose\nmice\tmouse\n");
  builder.text("lemmas.index.verb", "bake\nwalk\n").text("lemmas.irregular.verb", "lay\tlie\nwent\tgo\n");
  return builder.build();
}

struct Fixture {
  std::shared_ptr<const WeightsFile> file = tables();
  Vocabulary vocabulary = *Vocabulary::load(*file);
  AttributeRuler ruler = *AttributeRuler::load(*file, vocabulary);
  Lemmatizer lemmatizer = *Lemmatizer::load(*file);
  Matcher matcher;
  std::vector<Lexeme> words;

  std::vector<RuledToken> ruled(const std::vector<std::tuple<std::string, Tag, Deprel>>& tokens) {
    words.clear();
    for (const auto& [word, tag, deprel] : tokens) words.push_back(vocabulary.make_lexeme(word, 0));
    std::vector<RuledToken> made(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      made[i].word = &words[i];
      made[i].tag = std::get<1>(tokens[i]);
      made[i].deprel = std::get<2>(tokens[i]);
    }
    ruler.apply(made, matcher);
    return made;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "reserved names have their numbers, other words their hashes",
                 "[ingest][vocabulary]") {
  CHECK(vocabulary.id("agent") == 401);
  CHECK(vocabulary.id("DATE") == 391);
  CHECK(vocabulary.id("date") == string_hash("date"));
  CHECK(vocabulary.id("") == 0);
}

TEST_CASE_METHOD(Fixture, "a norm is the exception's, else the table's, else the lower case",
                 "[ingest][vocabulary]") {
  CHECK(vocabulary.make_lexeme("Not", 99).norm == 99);
  CHECK(vocabulary.make_lexeme("’s", 0).norm == string_hash("'s"));
  CHECK(vocabulary.make_lexeme("Éva", 0).norm == string_hash("éva"));
}

TEST_CASE_METHOD(Fixture, "a word's ends are counted in characters", "[ingest][vocabulary]") {
  const Lexeme word = vocabulary.make_lexeme("Éva€s", 0);
  CHECK(word.prefix == string_hash("É"));
  CHECK(word.suffix == string_hash("a€s"));
  CHECK(word.shape == string_hash("Xxx€x"));
  CHECK_FALSE(word.is_space);
  CHECK(vocabulary.make_lexeme("\n ", 0).is_space);
}

TEST_CASE_METHOD(Fixture, "later rules win, and test what was there before any",
                 "[ingest][attribute_ruler]") {
  const auto tokens = ruled({{"Is", Tag::kVbz, Deprel::kRoot}, {"it", Tag::kNn, Deprel::kNsubj}});
  CHECK(tokens[0].upos == Upos::kAux);
  REQUIRE(tokens[0].lemma != nullptr);
  CHECK(*tokens[0].lemma == "be");
  CHECK(tokens[0].morphology.number_singular);  // kept from the rule before
  CHECK(tokens[1].upos == Upos::kNoun);
  CHECK(tokens[1].lemma == nullptr);
}

TEST_CASE_METHOD(Fixture, "rules see rows of tokens, labels and white space", "[ingest][attribute_ruler]") {
  const auto tokens = ruled({{"Y'", Tag::kPrp, Deprel::kNsubj},
                             {"all", Tag::kDt, Deprel::kAppos},
                             {"all", Tag::kDt, Deprel::kDet},
                             {"\n", Tag::kNn, Deprel::kDep}});
  REQUIRE(tokens[0].lemma != nullptr);
  CHECK(*tokens[0].lemma == "you");
  CHECK(tokens[1].upos == Upos::kPron);
  CHECK_FALSE(tokens[2].has_upos);
  CHECK(tokens[3].tag == Tag::kSp);
  CHECK(tokens[3].upos == Upos::kSpace);
  CHECK_FALSE(tokens[3].morphology.number_singular);
}

TEST_CASE_METHOD(Fixture, "lemmas come from exceptions, endings and known words", "[ingest][lemmatizer]") {
  Morphology plain;
  plain.number_absent = false;
  const auto [word, upos, lemma] = GENERATE(table<std::string, Upos, std::string>({
      {"Cities", Upos::kNoun, "city"},  // a known word wins over "citie"
      {"houses", Upos::kNoun, "house"},
      {"Mice", Upos::kNoun, "mouse"},
      {"gizmos", Upos::kNoun, "gizmo"},  // unknown: the first ending's
      {"sheep", Upos::kNoun, "sheep"},
      {"IPO", Upos::kNoun, "IPO"},  // no ending: as it stands
      {"baked", Upos::kVerb, "bake"},
      {"walked", Upos::kVerb, "walk"},
      {"went", Upos::kVerb, "go"},
      {"zonked", Upos::kVerb, "zonke"},
      {"B-52s", Upos::kNoun, "b-52"},  // not all letters: accepted unseen
      {"The", Upos::kDet, "the"},      // no tables
      {"Ana", Upos::kPropn, "Ana"},
      {" \n", Upos::kSpace, " \n"},
  }));
  INFO(word);
  CHECK(lemmatizer.lemma(vocabulary.make_lexeme(word, 0), upos, plain) == lemma);
}

TEST_CASE_METHOD(Fixture, "a base form stays as it is", "[ingest][lemmatizer]") {
  Morphology singular;
  singular.number_singular = true;
  singular.number_absent = false;
  CHECK(lemmatizer.lemma(vocabulary.make_lexeme("Gas", 0), Upos::kNoun, singular) == "gas");
  Morphology present;
  present.form_finite = present.tense_present = true;
  CHECK(lemmatizer.lemma(vocabulary.make_lexeme("pass", 0), Upos::kVerb, present) == "pass");
  present.number_absent = false;
  CHECK(lemmatizer.lemma(vocabulary.make_lexeme("pass", 0), Upos::kVerb, present) == "pas");
}

}  // namespace dossier::ingest::nlp
