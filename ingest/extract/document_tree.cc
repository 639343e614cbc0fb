#include "ingest/extract/document_tree.h"

#include <limits>

#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

DocumentTree::DocumentTree(const Document& document)
    : document_(&document),
      turns_(find_turns(document)),
      sentence_of_(document.tokens.size()),
      begin_(document.tokens.size() + 1) {
  tokens_.reserve(document.tokens.size());
  std::vector<Token> sentence;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange range = document.sentences[s];
    sentence.assign(document.tokens.begin() + range.begin, document.tokens.begin() + range.end);
    repair_parse(document, range, sentence);
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      Token& token = sentence[t - range.begin];
      if (!range.contains(token.head)) token.head = t;
      tokens_.push_back(std::move(token));
      sentence_of_[t] = s;
    }
  }
  for (std::uint32_t t = 0; t < size(); ++t) {
    if (token(t).head != t) ++begin_[token(t).head + 1];
  }
  for (std::uint32_t t = 0; t < size(); ++t) begin_[t + 1] += begin_[t];
  children_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t t = 0; t < size(); ++t) {
    if (token(t).head != t) children_[next[token(t).head]++] = t;
  }
  quotations_ = find_quotations(*this);
}

const Token& no_token() {
  static const Token token = [] {
    Token nothing;
    nothing.head = std::numeric_limits<std::uint32_t>::max();
    nothing.upos = Upos::kX;
    nothing.tag = Tag::kOther;
    nothing.deprel = Deprel::kOther;
    return nothing;
  }();
  return token;
}

std::uint32_t DocumentTree::child(std::uint32_t index, Deprel deprel) const {
  for (const std::uint32_t c : children(index)) {
    if (token(c).deprel == deprel) return c;
  }
  return kNoToken;
}

std::uint32_t DocumentTree::first_conjunct(std::uint32_t index) const {
  while (token(index).deprel == Deprel::kConj && token(index).head != index) index = token(index).head;
  return index;
}

std::uint32_t DocumentTree::governing_verb(std::uint32_t index) const {
  while (token(index).head != index) {
    index = token(index).head;
    if (token(index).upos == Upos::kVerb || token(index).upos == Upos::kAux) return index;
  }
  return kNoToken;
}

bool DocumentTree::dominates(std::uint32_t above, std::uint32_t below) const {
  while (below != above && token(below).head != below) below = token(below).head;
  return below == above;
}

std::string DocumentTree::text_of(TokenRange range) const {
  std::string text;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (t > range.begin && token(t).span.begin > token(t - 1).span.end) text += ' ';
    for (const char c : word(t)) text += std::isspace(static_cast<unsigned char>(c)) ? ' ' : c;
  }
  return text;
}

std::string DocumentTree::text_of(std::span<const std::uint32_t> tokens) const {
  std::string text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t t = tokens[i];
    const bool glued = i > 0 && t == tokens[i - 1] + 1 && token(t).span.begin == token(t - 1).span.end;
    if (i > 0 && !glued) text += ' ';
    text += word(t);
  }
  return text;
}

std::string DocumentTree::lower(std::uint32_t index) const { return lower_case(word(index)); }

}  // namespace dossier::ingest
