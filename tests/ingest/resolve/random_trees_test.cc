// Sentences that no grammar made: random words, tags, labels and trees. Nothing is asked but that every stage ends and that
// its statements stand in the record.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "ingest/extract/extract.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  Document document() {
    Document document;
    for (std::uint32_t sentence = 0; sentence < 1 + below(3); ++sentence) {
      const auto begin = static_cast<std::uint32_t>(document.tokens.size()), size = 1 + below(14);
      for (std::uint32_t i = 0; i < size; ++i) document.tokens.push_back(token(document.text));
      hang(document.tokens, begin, size);
      document.sentences.push_back({begin, begin + size});
    }
    return document;
  }

 private:
  std::uint32_t below(std::size_t end) {
    return std::uniform_int_distribution<std::uint32_t>(0, static_cast<std::uint32_t>(end - 1))(random_);
  }

  // The words that rules ask for, names, nouns and verbs of all classes, marks.
  Token token(std::string& text) {
    static constexpr std::string_view kWords[] = {
        "which", "who",    "that",      "as",     "to",    "of",    "by",   "according", "aged",  "called",
        "both",  "if",     "not",       "no",     "the",   "a",     "and",  "but",       ",",     ".",
        "\"",    "“",      "(",         ")",      "-",     "'s",    "Ana",  "Roe",       "Oslo",  "Swedish",
        "UN",    "von",    "president", "report", "photo", "year",  "5",    "2014",      "May",   "said",
        "fined", "forced", "elected",   "denied", "be",    "was",   "has",  "would",     "leave", "left",
        "given", "met",    "it",        "they",   "his",   "there", "than", "more",      "next",  "with"};
    if (!text.empty()) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    const std::string_view word = kWords[below(std::size(kWords))];
    text += word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.lemma = std::string(word);
    if (below(4) == 0) {
      token.tag = static_cast<Tag>(below(static_cast<std::size_t>(Tag::kOther) + 1));
      token.upos = static_cast<Upos>(below(static_cast<std::size_t>(Upos::kX) + 1));
      token.deprel = static_cast<Deprel>(below(static_cast<std::size_t>(Deprel::kOther) + 1));
    } else {  // as a parser would label some word, most often another one
      static constexpr struct {
        Tag tag;
        Upos upos;
        Deprel deprels[4];
      } kLikely[] = {
          {Tag::kNnp, Upos::kPropn, {Deprel::kNsubj, Deprel::kDobj, Deprel::kPobj, Deprel::kCompound}},
          {Tag::kNn, Upos::kNoun, {Deprel::kNsubj, Deprel::kAppos, Deprel::kConj, Deprel::kDobj}},
          {Tag::kNns, Upos::kNoun, {Deprel::kNsubjpass, Deprel::kAttr, Deprel::kPobj, Deprel::kConj}},
          {Tag::kVbd, Upos::kVerb, {Deprel::kConj, Deprel::kRelcl, Deprel::kCcomp, Deprel::kAdvcl}},
          {Tag::kVbn, Upos::kVerb, {Deprel::kAcl, Deprel::kConj, Deprel::kAdvcl, Deprel::kRelcl}},
          {Tag::kVb, Upos::kVerb, {Deprel::kXcomp, Deprel::kAdvcl, Deprel::kCcomp, Deprel::kConj}},
          {Tag::kIn, Upos::kAdp, {Deprel::kPrep, Deprel::kAgent, Deprel::kMark, Deprel::kPrep}},
          {Tag::kPrp, Upos::kPron, {Deprel::kNsubj, Deprel::kDobj, Deprel::kPobj, Deprel::kExpl}},
          {Tag::kVbz, Upos::kAux, {Deprel::kAux, Deprel::kAuxpass, Deprel::kConj, Deprel::kCcomp}},
          {Tag::kComma, Upos::kPunct, {Deprel::kPunct, Deprel::kPunct, Deprel::kPunct, Deprel::kPunct}},
      };
      const auto& likely = kLikely[below(std::size(kLikely))];
      token.tag = likely.tag;
      token.upos = likely.upos;
      token.deprel = likely.deprels[below(4)];
    }
    token.space_after = true;
    token.arc_margin = 0.5F * static_cast<float>(below(8));
    token.tag_margin = 0.5F * static_cast<float>(below(8));
    if (below(3) == 0) {
      token.entity = static_cast<EntityLabel>(below(static_cast<std::size_t>(EntityLabel::kCardinal) + 1));
      token.entity_begins = below(2) == 0;
    }
    return token;
  }

  // Each word on one that has its place already, in random order: a tree, with arcs that cross.
  void hang(std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t size) {
    std::vector<std::uint32_t> order(size);
    for (std::uint32_t i = 0; i < size; ++i) order[i] = begin + i;
    std::shuffle(order.begin(), order.end(), random_);
    tokens[order[0]].head = order[0];
    tokens[order[0]].deprel = Deprel::kRoot;
    if (below(3) > 0) tokens[order[0]].tag = Tag::kVbd, tokens[order[0]].upos = Upos::kVerb;
    for (std::uint32_t i = 1; i < size; ++i) tokens[order[i]].head = order[below(i)];
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("no sentence stops the reader, however it is parsed", "[ingest][random]") {
  Writer writer(20261122);
  std::size_t statements = 0;
  for (int i = 0; i < 20000; ++i) {
    const Document document = writer.document();
    graph::ArticleRecord record;
    const DocumentTree tree(document);
    build_statements(tree, resolve_mentions(tree), extract(tree), {"2026-02-05", DayOrder::kUnknown}, record);
    const bool whole =
        std::all_of(record.statements.begin(), record.statements.end(), [&](const graph::StatementRecord& s) {
          return s.subject < record.entities.size() && s.object < record.entities.size();
        });
    if (!whole) FAIL("a statement of nothing in: " << document.text);
    statements += record.statements.size();
  }
  CHECK(statements > 300);
}
