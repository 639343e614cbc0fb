#include "ingest/article_document.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string>
#include <vector>

#include "ingest/dates/dates.h"
#include "ingest/extract/turn_labels.h"
#include "ingest/readers/dateline.h"

namespace dossier::ingest {
namespace {

bool readable(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kQuote || kind == BlockKind::kListItem;
}

}  // namespace

ArticleContext context_of(const Article& article) {
  const std::string day = dateline_day(article);
  return {day, find_day_order(article.text, day, article.language)};
}

void append_document(const Document& part, std::uint32_t base, Document& whole) {
  const auto first = static_cast<std::uint32_t>(whole.tokens.size());
  for (Token token : part.tokens) {
    token.span = {token.span.begin + base, token.span.end + base};
    token.head += first;
    whole.tokens.push_back(std::move(token));
  }
  for (const TokenRange sentence : part.sentences)
    whole.sentences.push_back({sentence.begin + first, sentence.end + first});
}

namespace {

// A paragraph that stops within a sentence goes on in the next: scraped text breaks lines anywhere. But a
// headline or an entry of a list has no full stop either, and what follows it begins anew.
bool goes_on(std::string_view text, std::string_view next) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  while (!next.empty() && (next.front() == ' ' || next.front() == '\n')) next.remove_prefix(1);
  if (text.empty() || next.empty()) return false;
  const auto last = static_cast<unsigned char>(text.back());
  if (last == ',') return true;
  return std::isalnum(last) != 0 && std::isupper(static_cast<unsigned char>(next.front())) == 0;
}

using Passage = Span;

std::vector<TurnLabel> labels_of(const Article& article) {
  std::vector<Span> paragraphs;
  for (const Block& block : article.blocks)
    if (readable(block.kind)) paragraphs.push_back(block.span);
  return find_turn_labels(article.text, paragraphs);
}

// Who speaks is no part of what is said: a label is read on its own.
std::vector<Passage> passages_of(const Article& article) {
  const std::vector<TurnLabel> labels = labels_of(article);
  auto label = labels.begin();
  std::vector<Passage> passages;
  const Block* before = nullptr;
  for (const Block& block : article.blocks) {
    if (!readable(block.kind)) {
      before = nullptr;
      continue;
    }
    const bool labelled = label != labels.end() && label->whole.begin < block.span.end;
    const bool paragraph = block.kind == BlockKind::kParagraph;
    const std::string_view text(article.text);
    if (labelled) {
      const Span whole = label++->whole;
      passages.push_back(whole);
      const std::size_t words = text.find_first_not_of(" \t\n", whole.end);
      if (words < block.span.end) passages.push_back({static_cast<std::uint32_t>(words), block.span.end});
    } else if (before && paragraph && before->kind == BlockKind::kParagraph &&
               goes_on(text.substr(before->span.begin, before->span.end - before->span.begin),
                       text.substr(block.span.begin, block.span.end - block.span.begin))) {
      passages.back().end = block.span.end;
    } else {
      passages.push_back(block.span);
    }
    before = &block;
  }
  return passages;
}

constexpr std::size_t kMaxPart = 200'000;  // bytes
constexpr std::size_t kMaxSentences = 2000;

/// A passage with each run of white space as one space and straight apostrophes, which the language models
/// have read more of ("couldn’t"), and where each of its bytes begins and ends in the article.
struct FlatText {
  std::string text;
  std::vector<std::uint32_t> origin, end;

  void add(char c, std::uint32_t from, std::uint32_t to) {
    text += c;
    origin.push_back(from);
    end.push_back(to);
  }
};
constexpr std::string_view kApostrophe = "\u2019";

FlatText flatten(std::string_view article, Passage passage) {
  FlatText flat;
  for (std::uint32_t at = passage.begin; at < passage.end; ++at) {
    const bool space = std::isspace(static_cast<unsigned char>(article[at])) != 0;
    if (space && !flat.text.empty() && flat.text.back() == ' ') continue;
    const bool apostrophe = article.substr(at, passage.end - at).starts_with(kApostrophe);
    const auto size = static_cast<std::uint32_t>(apostrophe ? kApostrophe.size() : 1);
    flat.add(space ? ' ' : apostrophe ? '\'' : article[at], at, at + size);
    at += size - 1;
  }
  return flat;
}

Document parse_part(const LanguageModel& model, const Article& article, std::span<const FlatText> passages) {
  std::vector<std::string_view> texts;
  for (const FlatText& passage : passages) texts.push_back(passage.text);
  Document whole;
  whole.text = article.text;
  std::vector<Document> parts = model.parse(texts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (Token& token : parts[i].tokens) {
      if (token.span.end > token.span.begin)
        token.span = {passages[i].origin[token.span.begin], passages[i].end[token.span.end - 1]};
    }
    append_document(parts[i], 0, whole);
  }
  return whole;
}

// One passage may be a whole book on one line.
void take_in_pieces(const Document& document, const std::function<void(const Document&)>& take) {
  if (document.sentences.size() <= kMaxSentences) return take(document);
  for (std::size_t first = 0; first < document.sentences.size(); first += kMaxSentences) {
    const std::size_t last = std::min(first + kMaxSentences, document.sentences.size());
    const std::uint32_t begin = document.sentences[first].begin;
    Document piece;
    piece.text = document.text;
    for (std::uint32_t t = begin; t < document.sentences[last - 1].end; ++t) {
      piece.tokens.push_back(document.tokens[t]);
      piece.tokens.back().head -= begin;
    }
    for (std::size_t s = first; s < last; ++s) {
      piece.sentences.push_back({document.sentences[s].begin - begin, document.sentences[s].end - begin});
    }
    take(piece);
  }
}

}  // namespace

void parse_article(const LanguageModel& model, const Article& article,
                   const std::function<void(const Document&)>& take) {
  std::vector<FlatText> part;
  std::size_t bytes = 0;
  const auto flush = [&] {
    if (!part.empty()) take_in_pieces(parse_part(model, article, part), take);
    part.clear();
    bytes = 0;
  };
  for (const Passage& passage : passages_of(article)) {
    part.push_back(flatten(article.text, passage));
    bytes += part.back().text.size();
    if (bytes > kMaxPart) flush();
  }
  flush();
}

}  // namespace dossier::ingest
