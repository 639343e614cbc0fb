// One sentence of a DocumentTree, for rules that look no further.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

class Tree {
 public:
  Tree(const DocumentTree& tree, std::uint32_t sentence)
      : tree_(&tree), sentence_(sentence), range_(tree.document().sentences[sentence]) {}

  const Document& document() const { return tree_->document(); }
  std::uint32_t sentence() const { return sentence_; }
  TokenRange range() const { return range_; }
  /// Past the sentence stands a token that is nothing, without word or children: rules may look beside their words.
  const Token& operator[](std::uint32_t token) const {
    return range_.contains(token) ? tree_->token(token) : no_token();
  }
  std::string_view word(std::uint32_t token) const {
    return range_.contains(token) ? tree_->word(token) : std::string_view();
  }
  std::string lower(std::uint32_t token) const;

  std::span<const std::uint32_t> children(std::uint32_t token) const {  // ascending
    return range_.contains(token) ? tree_->children(token) : std::span<const std::uint32_t>();
  }
  std::optional<std::uint32_t> child(std::uint32_t token, Deprel deprel) const;
  std::optional<std::uint32_t> child(std::uint32_t token, std::initializer_list<Deprel> deprels) const;
  bool is_root(std::uint32_t token) const { return parent(token) == token; }
  std::uint32_t parent(
      std::uint32_t token) const {  // itself for the root, and for what is outside the sentence
    return range_.contains(token) ? (*this)[token].head : token;
  }
  bool is(std::uint32_t token, std::initializer_list<Deprel> deprels) const;
  bool is_under(std::uint32_t token, std::uint32_t ancestor) const;
  std::uint32_t leftmost(std::uint32_t token) const;   // of its subtree
  std::uint32_t rightmost(std::uint32_t token) const;  // of its subtree, itself included

 private:
  const DocumentTree* tree_;
  std::uint32_t sentence_;
  TokenRange range_;
};

bool is_verb_tag(Tag tag);               // VB, VBD, VBG, VBN, VBP, VBZ
bool is_nominal(const Token& token);     // noun, proper noun, pronoun, number
bool is_name_entity(EntityLabel label);  // person, organisation, place, ...: not a number or a date
bool is_place_entity(EntityLabel label);
bool is_time_entity(EntityLabel label);
std::string lower_case(std::string_view text);  // ASCII
/// The title that a lower-case short form stands for: `governor` of `gov.`; empty for none.
std::string_view long_title(std::string_view word);
/// The dictionary form of a noun in capitals too: `representative` of `Representatives` and of `Rep.`
std::string common_lemma(const Token& noun);

}  // namespace dossier::ingest
