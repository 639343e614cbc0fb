// One sentence of a Document as a tree: children beside the heads that the Document stores.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Of no kind and no sentence.
const Token& no_token();

/// Token indexes are the document's throughout. The document must outlive the tree, which keeps tokens of its
/// own: they are the parser's but for what parse_repair.cc mends.
class Tree {
 public:
  Tree(const Document& document, std::uint32_t sentence);
  /// The same from the sentence's tokens as they were mended before.
  Tree(const Document& document, std::uint32_t sentence, std::vector<Token> mended);

  const Document& document() const { return *document_; }
  std::uint32_t sentence() const { return sentence_; }
  TokenRange range() const { return range_; }
  /// Past the sentence stands a token that is nothing, without word or children: rules may look beside their words.
  const Token& operator[](std::uint32_t token) const {
    return range_.contains(token) ? tokens_[token - range_.begin] : no_token();
  }
  std::string_view word(std::uint32_t token) const {
    return range_.contains(token) ? document_->word(token) : std::string_view();
  }
  std::string lower(std::uint32_t token) const;

  std::span<const std::uint32_t> children(std::uint32_t token) const;  // ascending
  std::optional<std::uint32_t> child(std::uint32_t token, Deprel deprel) const;
  std::optional<std::uint32_t> child(std::uint32_t token, std::initializer_list<Deprel> deprels) const;
  bool is_root(std::uint32_t token) const { return parent(token) == token; }
  std::uint32_t parent(
      std::uint32_t token) const;  // itself for the root, and for a head outside the sentence
  bool is(std::uint32_t token, std::initializer_list<Deprel> deprels) const;
  bool is_under(std::uint32_t token, std::uint32_t ancestor) const;
  std::uint32_t leftmost(std::uint32_t token) const;   // of its subtree
  std::uint32_t rightmost(std::uint32_t token) const;  // of its subtree, itself included

 private:
  const Document* document_;
  std::uint32_t sentence_;
  TokenRange range_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> first_;  // by token of the sentence: where its children start
  std::vector<std::uint32_t> children_;
};

bool is_verb_tag(Tag tag);               // VB, VBD, VBG, VBN, VBP, VBZ
bool is_nominal(const Token& token);     // noun, proper noun, pronoun, number
bool is_name_entity(EntityLabel label);  // person, organisation, place, ...: not a number or a date
bool is_place_entity(EntityLabel label);
bool is_time_entity(EntityLabel label);
std::string lower_case(std::string_view text);  // ASCII
/// The dictionary form of a noun in capitals too: `representative` of `Representatives`.
std::string common_lemma(const Token& noun);

}  // namespace dossier::ingest
