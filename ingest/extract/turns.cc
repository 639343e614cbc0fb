// Tests: tests/ingest/extract/turns_test.cc.
#include "ingest/extract/turns.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/extract/turn_labels.h"

namespace dossier::ingest {
namespace {

struct Paragraph {
  TokenRange tokens;
  Span span;
};

std::vector<Paragraph> paragraphs_of(const Document& document) {
  std::vector<Paragraph> paragraphs;
  for (const TokenRange sentence : document.sentences) {
    if (sentence.size() == 0) continue;
    const Span span{document.tokens[sentence.begin].span.begin, document.tokens[sentence.end - 1].span.end};
    const bool goes_on =
        !paragraphs.empty() &&
        document.text.substr(paragraphs.back().span.end, span.begin - paragraphs.back().span.end)
                .find('\n') == std::string::npos;
    if (goes_on) {
      paragraphs.back().tokens.end = sentence.end;
      paragraphs.back().span.end = span.end;
    } else {
      paragraphs.push_back({sentence, span});
    }
  }
  return paragraphs;
}

std::string_view text_of(const Document& document, Span span) {
  return std::string_view(document.text).substr(span.begin, span.end - span.begin);
}

struct Name {
  TokenRange tokens;
  EntityLabel label = EntityLabel::kNone;
};

std::vector<Name> names_in(const Document& document) {
  std::vector<Name> names;
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const EntityLabel label = document.tokens[t].entity;
    if (label != EntityLabel::kPerson && label != EntityLabel::kOrg) continue;
    if (!document.tokens[t].entity_begins && !names.empty() && names.back().tokens.end == t)
      ++names.back().tokens.end;
    else
      names.push_back({{t, t + 1}, label});
  }
  return names;
}

bool same_letters(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

bool all_capitals(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
}

/// Who the labels of a document name.
class Speakers {
 public:
  Speakers(const Document& document, std::uint32_t first_label)
      : document_(document), names_(names_in(document)), first_label_(first_label) {}

  std::optional<std::uint32_t> of(const TurnLabel& label, TokenRange tokens) const {
    const std::string_view name = text_of(document_, label.name);
    if (name.size() < 2) return label.asks ? std::nullopt : guest();
    const std::string_view last = name.substr(name.find_last_of(' ') + 1);
    if (const auto named = find([&](const Name& n) {
          return !tokens.contains(n.tokens.begin) && n.label == EntityLabel::kPerson && n.tokens.size() > 1 &&
                 same_letters(document_.word(n.tokens.end - 1), last);
        }))
      return named;
    if (name.size() <= 4 && all_capitals(name))
      return find([&](const Name& n) { return abbreviates(name, words_of(n.tokens)); });
    for (std::uint32_t t = tokens.end; t > tokens.begin; --t)
      if (document_.tokens[t - 1].span.begin < label.name.end) return t - 1;
    return std::nullopt;
  }

  // The only person with a full name that the article names before the talk.
  std::optional<std::uint32_t> guest() const {
    std::optional<std::uint32_t> found;
    for (const Name& name : names_) {
      if (name.label != EntityLabel::kPerson || name.tokens.size() < 2 || name.tokens.begin >= first_label_)
        continue;
      if (found && document_.word(*found) != document_.word(name.tokens.end - 1)) return std::nullopt;
      found = name.tokens.end - 1;
    }
    return found;
  }

 private:
  template <typename Test>
  std::optional<std::uint32_t> find(Test&& test) const {
    const auto at = std::find_if(names_.begin(), names_.end(), test);
    return at == names_.end() ? std::nullopt : std::optional(at->tokens.end - 1);
  }
  std::string_view words_of(TokenRange tokens) const {
    return text_of(document_,
                   {document_.tokens[tokens.begin].span.begin, document_.tokens[tokens.end - 1].span.end});
  }

  const Document& document_;
  std::vector<Name> names_;
  std::uint32_t first_label_;
};

bool only_asks(const Document& document, const Paragraph& paragraph) {
  constexpr std::uint32_t kLongestQuestion = 300;  // bytes
  return text_of(document, paragraph.span).ends_with('?') &&
         paragraph.span.end - paragraph.span.begin < kLongestQuestion;
}

// Questions that stand alone, `What do you write?`, and what follows each.
std::vector<Turn> unlabelled_turns(const Document& document, const std::vector<Paragraph>& paragraphs) {
  constexpr std::size_t kFewestQuestions = 3;
  std::vector<Turn> turns;
  std::size_t questions = 0, asks_you = 0, personal = 0;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const TokenRange tokens = paragraphs[p].tokens;
    const bool spoken = speaks_of_itself(text_of(document, paragraphs[p].span));
    if (only_asks(document, paragraphs[p])) {
      ++questions;
      asks_you += spoken;
      turns.push_back({{tokens.begin, tokens.begin}, tokens, std::nullopt, true});
    } else if (!turns.empty() && turns.back().asks) {
      personal += spoken;
      turns.push_back({{tokens.begin, tokens.begin}, tokens, std::nullopt, false});
    } else if (!turns.empty() && spoken && turns.back().words.end == tokens.begin) {
      turns.back().words.end = tokens.end;
    }
  }
  if (questions < kFewestQuestions || asks_you * 2 < questions || personal * 2 < questions) return {};
  const auto guest = Speakers(document, turns.front().words.begin).guest();
  for (Turn& turn : turns)
    if (!turn.asks) turn.speaker = guest;
  return turns;
}

}  // namespace

std::vector<Turn> find_turns(const Document& document) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(document);
  std::vector<Span> spans;
  for (const Paragraph& paragraph : paragraphs) spans.push_back(paragraph.span);
  const std::vector<TurnLabel> labels = find_turn_labels(document.text, spans);
  if (labels.empty()) return unlabelled_turns(document, paragraphs);
  std::vector<Turn> turns;
  std::size_t p = 0;
  while (p + 1 < paragraphs.size() && spans[p + 1].begin <= labels[0].whole.begin) ++p;
  const Speakers speakers(document, paragraphs[p].tokens.begin);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    while (p + 1 < paragraphs.size() && spans[p + 1].begin <= labels[i].whole.begin) ++p;
    TokenRange tokens = paragraphs[p].tokens;
    std::uint32_t first = tokens.begin;
    while (first < tokens.end && document.tokens[first].span.begin < labels[i].whole.end) ++first;
    const bool last = i + 1 == labels.size();
    for (std::size_t next = p + 1; next < paragraphs.size(); ++next) {
      if (!last && spans[next].begin >= labels[i + 1].whole.begin) break;
      const bool alone = first == tokens.end;  // the label is a line of its own
      if (!alone && (labels[i].asks || (last && !speaks_of_itself(text_of(document, spans[next]))))) break;
      tokens.end = paragraphs[next].tokens.end;
    }
    const bool own_sentence = std::any_of(document.sentences.begin(), document.sentences.end(),
                                          [&](const TokenRange& sentence) { return sentence.end == first; });
    if (!own_sentence) continue;
    turns.push_back({{tokens.begin, first},
                     {first, tokens.end},
                     speakers.of(labels[i], {tokens.begin, first}),
                     labels[i].asks});
  }
  return turns;
}

const Turn* turn_of(const std::vector<Turn>& turns, std::uint32_t token) {
  const auto place = std::upper_bound(turns.begin(), turns.end(), token,
                                      [](std::uint32_t t, const Turn& turn) { return t < turn.label.begin; });
  if (place == turns.begin()) return nullptr;
  const Turn& turn = *std::prev(place);
  return token < turn.words.end ? &turn : nullptr;
}

}  // namespace dossier::ingest
