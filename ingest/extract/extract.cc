#include "ingest/extract/extract.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/confidence.h"
#include "ingest/extract/plausible.h"
#include "ingest/extract/quotes.h"
#include "ingest/extract/rules/rule.h"
#include "ingest/extract/surface.h"

namespace dossier::ingest {
namespace {

std::string surface_key(const Document& document, const Extraction& extraction) {
  const Surface surface = surface_of(document, extraction);
  return surface.subject + '\t' + surface.relation + '\t' + surface.object;
}

// The sentence as its words stand, and the statement as it will be compared: an extraction must add one of
// them.
std::string key_of(const Document& document, const Extraction& extraction) {
  std::string key = surface_key(document, extraction) + '\t' + extraction.predicate;
  for (const Argument& argument : extraction.arguments) key += '\t' + std::to_string(argument.phrase.head);
  return key;
}

// A quotation in another script is no English sentence.
bool in_english_letters(const Document& document, std::uint32_t sentence) {
  std::size_t latin = 0, other = 0;
  for (std::uint32_t t = document.sentences[sentence].begin; t < document.sentences[sentence].end; ++t)
    for (const unsigned char c : document.word(t)) {
      latin += std::isalpha(c) != 0;
      other += c >= 0xC9;  // first bytes of letters beyond Latin ones
    }
  return latin >= other;
}

bool is_spoken_pronoun(std::string_view word) {
  static constexpr std::string_view kWords[] = {"i", "we", "you", "my", "our", "your", "me"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Talk written down: writers seldom say `I` or `you` but between quotation marks.
bool is_transcript(const Document& document) {
  constexpr std::size_t kLeastSentences = 30;
  std::size_t spoken = 0;
  bool quoted = false;
  for (const TokenRange sentence : document.sentences) {
    bool speaks = false;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (document.tokens[t].tag == Tag::kOpenQuote) quoted = true;
      if (document.tokens[t].tag == Tag::kCloseQuote) quoted = false;
      speaks |= !quoted && document.word(t).size() < 5 && is_spoken_pronoun(lower_case(document.word(t)));
    }
    spoken += speaks;
  }
  return document.sentences.size() >= kLeastSentences && spoken * 4 > document.sentences.size();
}

// How a sentence stands in talk written down.
struct Talk {
  bool spoken = false;         // only those who talked know who `they` are
  bool speaker_known = false;  // and who `I` am
  bool asks = false;
};

// What somebody is said to do in talk, where only those who talked know who `they` are.
bool hides_who(const Tree& tree, const Extraction& extraction, bool speaker_known) {
  const auto pronoun = [&](const Phrase& phrase) {
    if (phrase.empty() || (tree[phrase.head].tag != Tag::kPrp && tree[phrase.head].tag != Tag::kDt))
      return false;
    const std::string word = lower_case(tree.word(phrase.head));
    return !speaker_known || (word != "i" && word != "me" && word != "myself");
  };
  return pronoun(extraction.subject) ||
         (!extraction.arguments.empty() && pronoun(extraction.arguments[0].phrase));
}

bool ends_in_question(const Document& document, TokenRange sentence) {
  for (std::uint32_t t = sentence.end; t > sentence.begin && t + 3 > sentence.end; --t)
    if (document.word(t - 1) == "?") return true;
  return false;
}

std::vector<Extraction> read_sentence(const DocumentTree& document_tree, std::uint32_t sentence,
                                      const ExtractOptions& options, const Talk& talk,
                                      std::vector<Speech>& speeches) {
  const Document& document = document_tree.document();
  // No writer's sentence is that long; what is, is a table or damage, and its tree may be as deep as it is
  // long.
  constexpr std::uint32_t kLongestSentence = 1000;
  if (document.sentences[sentence].size() > kLongestSentence || !in_english_letters(document, sentence))
    return {};
  const Tree tree(document_tree, sentence);
  const std::vector<Clause> clauses = find_clauses(tree);
  append_speeches(tree, clauses, speeches);
  std::vector<Extraction> found;
  for (const Rule& rule : rules()) rule.apply({tree, clauses}, found);
  std::erase_if(found, [](const Extraction& extraction) { return extraction.subject.empty(); });
  for (Extraction& extraction : found) {
    extraction.surface_only = extraction.surface_only || implausible(tree, extraction) ||
                              implausible_nouns(tree, extraction) || implausible_clause(tree, extraction) ||
                              implausible_verb(tree, extraction) || (talk.asks && !extraction.implicit) ||
                              (talk.spoken && hides_who(tree, extraction, talk.speaker_known));
    extraction.confidence = confidence_of(tree, extraction);
  }
  if (options.alternatives) add_alternatives(tree, found);
  std::set<std::string> seen, printed;
  std::erase_if(found, [&](Extraction& extraction) {
    if (!extraction.relation_tokens.empty()) extraction.relation = surface_of(document, extraction).relation;
    extraction.statement_only =
        extraction.statement_only || !printed.insert(surface_key(document, extraction)).second;
    return extraction.confidence < options.least_confidence ||
           !seen.insert(key_of(document, extraction)).second;
  });
  return found;
}

}  // namespace

std::vector<Extraction> extract(const DocumentTree& tree, const ExtractOptions& options) {
  const Document& document = tree.document();
  std::vector<Extraction> found;
  std::vector<Speech> speeches;
  const bool transcript = is_transcript(document);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange sentence = document.sentences[s];
    const Turn* turn = turn_of(tree.turns(), sentence.begin);
    if (turn && turn->label.contains(sentence.begin)) continue;
    const Talk talk{.spoken = turn || (transcript && tree.turns().empty()),  // not the prose around turns
                    .speaker_known = turn && turn->speaker,
                    .asks = turn && ends_in_question(document, sentence)};
    std::vector<Extraction> more = read_sentence(tree, s, options, talk, speeches);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  attribute_quotes(tree, speeches, found);
  return found;
}

std::vector<Extraction> extract(const Document& document, const ExtractOptions& options) {
  return extract(DocumentTree(document), options);
}

}  // namespace dossier::ingest
