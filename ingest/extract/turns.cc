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
        document.text.substr(paragraphs.back().span.end, span.begin - paragraphs.back().span.end).find('\n') ==
            std::string::npos;
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

// The name that the letters stand for, by the recogniser: its last token.
std::optional<std::uint32_t> spelt_out(const Document& document, std::string_view letters) {
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const EntityLabel label = document.tokens[t].entity;
    if (!document.tokens[t].entity_begins || (label != EntityLabel::kPerson && label != EntityLabel::kOrg)) continue;
    std::uint32_t last = t;
    while (last + 1 < document.tokens.size() && document.tokens[last + 1].entity == label &&
           !document.tokens[last + 1].entity_begins)
      ++last;
    if (abbreviates(letters, text_of(document, {document.tokens[t].span.begin, document.tokens[last].span.end})))
      return last;
  }
  return std::nullopt;
}

bool all_capitals(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
}

// `Q` and `A` tell nobody.
std::optional<std::uint32_t> speaker_of(const Document& document, const TurnLabel& label, TokenRange tokens) {
  const std::string_view name = text_of(document, label.name);
  if (name.size() < 2) return std::nullopt;
  if (name.size() <= 4 && all_capitals(name)) return spelt_out(document, name);
  for (std::uint32_t t = tokens.end; t > tokens.begin; --t)
    if (document.tokens[t - 1].span.begin < label.name.end) return t - 1;
  return std::nullopt;
}

}  // namespace

std::vector<Turn> find_turns(const Document& document) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(document);
  std::vector<Span> spans;
  for (const Paragraph& paragraph : paragraphs) spans.push_back(paragraph.span);
  const std::vector<TurnLabel> labels = find_turn_labels(document.text, spans);
  std::vector<Turn> turns;
  std::size_t p = 0;
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
    const bool own_sentence =
        std::any_of(document.sentences.begin(), document.sentences.end(),
                    [&](const TokenRange& sentence) { return sentence.end == first; });
    if (!own_sentence) continue;
    turns.push_back({{tokens.begin, first},
                     {first, tokens.end},
                     speaker_of(document, labels[i], {tokens.begin, first}),
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
