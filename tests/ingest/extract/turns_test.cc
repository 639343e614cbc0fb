#include "ingest/extract/turns.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

constexpr const char* kAsk = R"(
Norpress Norpress NNP 2 dep B-ORG
: : : 0 ROOT

Why why WRB 2 advmod
go go VB 0 ROOT
? ? . 2 punct
)";
constexpr const char* kAnswer = R"(
Ana Ana NNP 2 compound B-PERSON
Roe Roe NNP 3 dep I-PERSON
: : : 0 ROOT

I I PRP 2 nsubj
sold sell VBD 0 ROOT
maps map NNS 2 dobj
. . . 2 punct

Ferries ferry NNS 2 nsubj
carried carry VBD 0 ROOT
coal coal NN 2 dobj
. . . 2 punct
)";

/// Each word that opens a sentence and is among these opens a paragraph.
Document in_paragraphs(const std::string& rows, std::initializer_list<std::string_view> openers) {
  Document document = hand_built(rows);
  for (const TokenRange sentence : document.sentences) {
    const std::uint32_t begin = document.tokens[sentence.begin].span.begin;
    const std::string_view word = document.word(sentence.begin);
    if (begin > 0 && std::find(openers.begin(), openers.end(), word) != openers.end())
      document.text[begin - 1] = '\n';
  }
  return document;
}

std::string thrice(const std::string& rows) { return rows + "\n" + rows + "\n" + rows; }

Document interview() {
  return in_paragraphs(thrice(std::string(kAsk) + "\n" + kAnswer), {"Norpress", "Ana"});
}

}  // namespace

TEST_CASE("a turn is what stands between two labels", "[ingest][turns]") {
  const Document document = interview();
  const std::vector<Turn> turns = find_turns(document);
  REQUIRE(turns.size() == 6);
  CHECK(turns[0].asks);
  CHECK(!turns[1].asks);
  CHECK(turns[1].words.size() == 8);
  REQUIRE(turns[1].speaker);
  CHECK(document.word(*turns[1].speaker) == "Roe");
  CHECK(turn_of(turns, turns[1].words.begin) == &turns[1]);
}

TEST_CASE("what is said in an interview stands on the word of whose turn it is", "[ingest][turns]") {
  const Document document = interview();
  const DocumentTree tree(document);
  const std::vector<Extraction> found = extract(tree);
  dossier::graph::ArticleRecord record;
  build_statements(tree, resolve_mentions(tree, found), found, {{}, DayOrder::kUnknown}, record);
  REQUIRE(record.statements.size() == 2);
  for (const dossier::graph::StatementRecord& statement : record.statements) {
    REQUIRE(statement.claimed_by);
    CHECK(record.entities[*statement.claimed_by].name == "Ana Roe");
  }
}

TEST_CASE("in an interview I am who speaks, and a question states nothing", "[ingest][turns]") {
  const Document document = interview();
  const DocumentTree tree(document);
  const std::vector<Extraction> found = extract(tree);
  const Resolution resolution = resolve_mentions(tree, found);
  const auto sold =
      std::find_if(found.begin(), found.end(), [](const Extraction& e) { return e.predicate == "sold"; });
  REQUIRE(sold != found.end());
  CHECK(!sold->surface_only);
  REQUIRE(resolution.entity_at(sold->subject.head));
  CHECK(resolution.entity_at(sold->subject.head)->name == "Ana Roe");
  CHECK(std::none_of(found.begin(), found.end(), [&](const Extraction& e) {
    return !e.surface_only && turn_of(tree.turns(), e.subject.head)->asks;
  }));
}

TEST_CASE("what is written before the talk begins keeps its pronouns", "[ingest][turns]") {
  const std::string before = R"(
They they PRP 2 nsubj
saw see VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
)";
  const std::string asks = R"(
Norpress Norpress NNP 2 dep B-ORG
: : : 0 ROOT

Do do VBP 3 aux
you you PRP 3 nsubj
go go VB 0 ROOT
? ? . 3 punct
)";
  const Document document =
      in_paragraphs(before + "\n" + thrice(thrice(asks + "\n" + kAnswer)), {"Norpress", "Ana"});
  const DocumentTree tree(document);
  REQUIRE(!tree.turns().empty());
  const auto found = extract(tree, {});
  CHECK(std::any_of(found.begin(), found.end(),
                    [](const Extraction& e) { return e.sentence == 0 && !e.surface_only; }));
}

TEST_CASE("questions that stand alone make turns of the one person who was named before", "[ingest][turns]") {
  constexpr const char* kMet = R"(
We we PRP 2 nsubj
met meet VBD 0 ROOT
Ida Ida NNP 4 compound B-PERSON
Holm Holm NNP 2 dobj I-PERSON
. . . 2 punct
)";
  constexpr const char* kTurn = R"(
Do do VBP 3 aux
you you PRP 3 nsubj
go go VB 0 ROOT
? ? . 3 punct

I I PRP 2 nsubj
sold sell VBD 0 ROOT
maps map NNS 2 dobj
. . . 2 punct
)";
  const Document document = in_paragraphs(std::string(kMet) + "\n" + thrice(kTurn), {"Do", "I"});
  const std::vector<Turn> turns = find_turns(document);
  REQUIRE(turns.size() == 6);
  CHECK(turns[0].asks);
  REQUIRE(turns[1].speaker);
  CHECK(document.word(*turns[1].speaker) == "Holm");
  CHECK(find_turns(in_paragraphs(std::string(kMet) + "\n" + kTurn, {"Do", "I"})).empty());
}
