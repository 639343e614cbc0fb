// The patterns and exceptions are those of the default model; the stock ones have the same.
#include "ingest/nlp/tokenizer.h"

#include <catch2/catch.hpp>

#include "dossier/ingest/model.h"

namespace dossier::ingest::nlp {
namespace {

struct Fixture {
  Fixture() {
    auto opened = WeightsFile::open(LanguageModel::default_file());
    INFO("no language model? it lies in ingest/nlp/models");
    REQUIRE(opened.ok());
    vocabulary = *Vocabulary::load(**opened);
    tokenizer = *Tokenizer::load(**opened, vocabulary);
  }

  std::vector<Piece> pieces(const std::string& text) {
    std::vector<Piece> made;
    tokenizer.tokenize(text, session, made);
    return made;
  }

  std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> made;
    for (const Piece& piece : pieces(text)) made.push_back(text.substr(piece.begin, piece.end - piece.begin));
    return made;
  }

  Vocabulary vocabulary;
  Tokenizer tokenizer;
  Tokenizer::Session session;
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Fixture, "chunks are cut as spaCy cuts them", "[ingest][tokenizer]") {
  const auto [text, expected] = GENERATE(table<std::string, Words>({
      {"don't", Words{"do", "n't"}},
      {"can’t", Words{"ca", "n’t"}},
      {"Apple's", Words{"Apple", "'s"}},
      {"U.S.", Words{"U.S."}},
      {"Ph.D.", Words{"Ph.D."}},
      {"e.g.", Words{"e.g."}},
      {"AT&T", Words{"AT&T"}},
      {"10km", Words{"10", "km"}},
      {"held £3m. Then", Words{"held", "£", "3", "m", ".", "Then"}},  // spaCy keeps "m."
      {"world No. 3 won", Words{"world", "No.", "3", "won"}},         // spaCy cuts the dot off
      {"No. Three", Words{"No", ".", "Three"}},
      {"rose 3 per cent, a cent", Words{"rose", "3", "per cent", ",", "a", "cent"}},
      {"8 m. 9", Words{"8", "m.", "9"}},
      {"$5.3bn", Words{"$", "5.3bn"}},
      {"10%", Words{"10", "%"}},
      {"'80s", Words{"'", "80s"}},
      {"2021-05-03", Words{"2021", "-", "05", "-", "03"}},
      {"re-use", Words{"re", "-", "use"}},
      {"COVID-19", Words{"COVID-19"}},
      {"well-known", Words{"well", "-", "known"}},
      {"http://x.com/a", Words{"http://x.com/a"}},
      {"(http://x.com/a).", Words{"(", "http://x.com/a", ")", "."}},
      {"gonna", Words{"gon", "na"}},
      {"(don't)!", Words{"(", "do", "n't", ")", "!"}},
      {"end...", Words{"end", "..."}},
      {"and/or", Words{"and/or"}},
      {"his/her", Words{"his", "/", "her"}},
      {"“Hi,”", Words{"“", "Hi", ",", "”"}},
      {":-)", Words{":-)"}},
      {"(:-))", Words{"(", ":-))"}},
      {"New\nYork", Words{"New", "\n", "York"}},
      {"a  b", Words{"a", " ", "b"}},
      {"x\u00a0y", Words{"x", "\u00a0", "y"}},
      {"  a ", Words{"  ", "a"}},
      {"", Words{}},
  }));
  INFO(text);
  CHECK(words(text) == expected);
  CHECK(words(text) == expected);  // from the cache
}

TEST_CASE_METHOD(Fixture, "exceptions set norms, and single spaces are flags", "[ingest][tokenizer]") {
  const auto made = pieces("I can't go");
  REQUIRE(made.size() == 4);
  CHECK(made[0].norm == 0);
  CHECK(made[1].norm == vocabulary.id("can"));
  CHECK(made[2].norm == vocabulary.id("not"));
  CHECK(made[0].space_after);
  CHECK_FALSE(made[1].space_after);
  CHECK(made[2].space_after);
  CHECK_FALSE(made[3].space_after);
}

TEST_CASE_METHOD(Fixture, "every byte is in a token or is a space after one", "[ingest][tokenizer]") {
  const std::string text =
      "“Well…” she  said\t—\u00a0(don't)\n\nVisit www.a-b.org/x?y=1, or 3.5km² on.\u3000終わり ";
  std::size_t at = 0;
  for (const Piece& piece : pieces(text)) {
    CHECK(piece.begin == at);
    CHECK(piece.end > piece.begin);
    at = piece.end + (piece.space_after ? 1 : 0);
  }
  CHECK(at == text.size());
}

TEST_CASE_METHOD(Fixture, "chunks without white space take bounded time", "[ingest][tokenizer]") {
  const auto unit = GENERATE(as<std::string>(), "(", "a.", "-", "'s", "1/", "http://", "é", "....", "x@");
  std::string text;
  while (text.size() < 3'000) text += unit;
  CHECK_FALSE(pieces(text).empty());
  while (text.size() < 200'000) text += unit;
  CHECK(pieces(text).size() == 1);  // too long to be a word of any kind
}

}  // namespace dossier::ingest::nlp
