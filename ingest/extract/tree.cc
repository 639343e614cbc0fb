#include "ingest/extract/tree.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {

namespace {

std::vector<Token> mended(const Document& document, TokenRange range) {
  std::vector<Token> tokens(document.tokens.begin() + range.begin, document.tokens.begin() + range.end);
  repair_parse(document, range, tokens);
  return tokens;
}

}  // namespace

Tree::Tree(const Document& document, std::uint32_t sentence)
    : Tree(document, sentence, mended(document, document.sentences[sentence])) {}

Tree::Tree(const Document& document, std::uint32_t sentence, std::vector<Token> mended)
    : document_(&document), sentence_(sentence), range_(document.sentences[sentence]), tokens_(std::move(mended)) {
  std::vector<std::uint32_t> counts(range_.size() + 1, 0);
  for (std::uint32_t t = range_.begin; t < range_.end; ++t)
    if (parent(t) != t) ++counts[parent(t) - range_.begin + 1];
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
  first_ = counts;
  children_.resize(first_.back());
  for (std::uint32_t t = range_.begin; t < range_.end; ++t)
    if (parent(t) != t) children_[counts[parent(t) - range_.begin]++] = t;
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

std::string Tree::lower(std::uint32_t token) const { return lower_case(word(token)); }

std::uint32_t Tree::parent(std::uint32_t token) const {
  const std::uint32_t head = (*this)[token].head;
  return range_.contains(head) ? head : token;
}

std::span<const std::uint32_t> Tree::children(std::uint32_t token) const {
  if (!range_.contains(token)) return {};
  const std::uint32_t i = token - range_.begin;
  return std::span(children_).subspan(first_[i], first_[i + 1] - first_[i]);
}

std::optional<std::uint32_t> Tree::child(std::uint32_t token, Deprel deprel) const {
  return child(token, {deprel});
}

std::optional<std::uint32_t> Tree::child(std::uint32_t token, std::initializer_list<Deprel> deprels) const {
  for (const std::uint32_t c : children(token))
    if (is(c, deprels)) return c;
  return std::nullopt;
}

bool Tree::is(std::uint32_t token, std::initializer_list<Deprel> deprels) const {
  return std::find(deprels.begin(), deprels.end(), (*this)[token].deprel) != deprels.end();
}

bool Tree::is_under(std::uint32_t token, std::uint32_t ancestor) const {
  for (std::uint32_t steps = 0; steps <= range_.size(); ++steps) {
    if (token == ancestor) return true;
    if (is_root(token)) return false;
    token = parent(token);
  }
  return false;
}

std::uint32_t Tree::leftmost(std::uint32_t token) const {
  std::uint32_t found = token;
  for (const std::uint32_t c : children(token)) found = std::min(found, leftmost(c));
  return found;
}

std::uint32_t Tree::rightmost(std::uint32_t token) const {
  std::uint32_t found = token;
  for (const std::uint32_t c : children(token)) found = std::max(found, rightmost(c));
  return found;
}

bool is_verb_tag(Tag tag) {
  switch (tag) {
    case Tag::kVb:
    case Tag::kVbd:
    case Tag::kVbg:
    case Tag::kVbn:
    case Tag::kVbp:
    case Tag::kVbz:
      return true;
    default:
      return false;
  }
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron ||
         token.upos == Upos::kNum;
}

bool is_name_entity(EntityLabel label) {
  return label >= EntityLabel::kPerson && label <= EntityLabel::kLanguage;
}

bool is_place_entity(EntityLabel label) {
  return label == EntityLabel::kGpe || label == EntityLabel::kLoc || label == EntityLabel::kFac;
}

bool is_time_entity(EntityLabel label) { return label == EntityLabel::kDate || label == EntityLabel::kTime; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  return lower;
}

std::string common_lemma(const Token& noun) {
  std::string lemma = lower_case(noun.lemma);
  if (noun.tag == Tag::kNnps && lemma.size() > 3 && lemma.ends_with('s') && !is_noun(lemma)) lemma.pop_back();
  return lemma;
}

}  // namespace dossier::ingest
