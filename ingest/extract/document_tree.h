// A document's dependency trees, mended once for all who read them, with children beside heads.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dossier/ingest/document.h"
#include "ingest/extract/quotations.h"
#include "ingest/extract/turns.h"

namespace dossier::ingest {

/// Of no kind and no sentence.
const Token& no_token();

/// Token indexes are the document's throughout. The document must outlive the tree, which keeps tokens of its own:
/// they are the parser's but for what parse_repair.cc mends, and every head is in its sentence.
class DocumentTree {
 public:
  explicit DocumentTree(const Document& document);

  const Document& document() const { return *document_; }
  const std::vector<Turn>& turns() const { return turns_; }
  const Quotations& quotations() const { return quotations_; }
  /// The number of the quotation that the token is in, or Quotations::kNone; marks around a few words are none.
  std::uint32_t speech_at(std::uint32_t token) const { return quotations_.speech_at(token); }
  const Token& token(std::uint32_t index) const {
    return index < tokens_.size() ? tokens_[index] : no_token();
  }
  std::string_view word(std::uint32_t index) const {
    return index < tokens_.size() ? document_->word(index) : std::string_view();
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::uint32_t sentence_of(std::uint32_t token) const { return sentence_of_[token]; }
  TokenRange sentence_range(std::uint32_t token) const { return document_->sentences[sentence_of_[token]]; }
  std::span<const std::uint32_t> children(std::uint32_t token) const {
    if (token >= tokens_.size()) return {};
    return std::span(children_).subspan(begin_[token], begin_[token + 1] - begin_[token]);
  }
  /// First child with that relation, or kNoToken.
  std::uint32_t child(std::uint32_t token, Deprel deprel) const;
  /// The token whose place in the clause a conjunct shares: the first of its coordination.
  std::uint32_t first_conjunct(std::uint32_t token) const;
  /// The nearest verb or auxiliary above, or kNoToken.
  std::uint32_t governing_verb(std::uint32_t token) const;
  bool dominates(std::uint32_t above, std::uint32_t below) const;
  /// Text from the first token to the last, white space collapsed.
  std::string text_of(TokenRange range) const;
  /// The words as they stand, single spaces between those that are apart.
  std::string text_of(std::span<const std::uint32_t> tokens) const;
  std::string lower(std::uint32_t token) const;

  static constexpr std::uint32_t kNoToken = ~std::uint32_t{0};

 private:
  const Document* document_;
  std::vector<Token> tokens_;
  std::vector<Turn> turns_;
  Quotations quotations_;
  std::vector<std::uint32_t> sentence_of_, begin_, children_;
};

}  // namespace dossier::ingest
