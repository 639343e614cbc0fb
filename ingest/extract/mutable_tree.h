// The tree that parse_repair.cc mends, while its tokens change: where a token hangs, what a verb has.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/ingest/document.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

class MutableTree {
 public:
  MutableTree(const Document& document, TokenRange sentence, std::vector<Token>& tokens)
      : document_(document), range_(sentence), tokens_(tokens) {}

 protected:
  // Past the sentence stands a token that is nothing: a repair may look beside its words and ask for children that
  // are not there.
  Token& at(std::uint32_t t) { return has(t) ? tokens_.data()[t - range_.begin] : nothing(); }
  std::string_view word_at(std::uint32_t t) const { return has(t) ? document_.word(t) : std::string_view(); }
  bool has(std::uint32_t t) const { return range_.contains(t); }
  bool is_root(std::uint32_t t) { return !has(at(t).head) || at(t).head == t; }
  void attach(std::uint32_t t, std::uint32_t head, Deprel deprel) {
    at(t).head = head;
    at(t).deprel = deprel;
  }
  bool is_under(std::uint32_t t, std::uint32_t ancestor) {
    for (std::uint32_t steps = 0; steps < range_.size(); ++steps) {
      if (t == ancestor) return true;
      if (is_root(t)) return false;
      t = at(t).head;
    }
    return true;
  }
  void retag(std::uint32_t t, Tag tag, Upos upos) {
    at(t).tag = tag;
    at(t).upos = upos;
  }
  // Of what hangs on `from` in [begin, end): all, or what hangs on it so.
  void move_children(std::uint32_t from, std::uint32_t to, std::uint32_t begin, std::uint32_t end,
                     std::initializer_list<Deprel> deprels = {}) {
    for (std::uint32_t t = begin; t < end; ++t)
      if (t != to && t != from && at(t).head == from &&
          (deprels.size() == 0 || is_any(at(t).deprel, deprels)))
        at(t).head = to;
  }
  void move_children(std::uint32_t from, std::uint32_t to) {
    move_children(from, to, range_.begin, range_.end);
  }
  bool is_leaf(std::uint32_t token) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (at(t).head == token && t != token && at(t).upos != Upos::kPunct) return false;
    return true;
  }
  bool is_subject(std::uint32_t t) {
    return at(t).deprel == Deprel::kNsubj || at(t).deprel == Deprel::kNsubjpass ||
           at(t).deprel == Deprel::kCsubj || at(t).deprel == Deprel::kCsubjpass ||
           at(t).deprel == Deprel::kExpl;
  }
  bool has_subject(std::uint32_t verb) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (at(t).head == verb && is_subject(t)) return true;
    return false;
  }
  // `minister`, whatever the recogniser says, but no person's name
  bool is_role(std::uint32_t noun) {
    const bool common = at(noun).upos == Upos::kNoun || at(noun).upos == Upos::kPropn;
    const std::string lemma = common_lemma(at(noun));
    return common && at(noun).entity != EntityLabel::kPerson &&
           (noun_means(lemma, NounKind::kPerson) || (lemma.ends_with("ist") && !is_noun(lemma)));
  }
  // Where the name begins that the token is in; the token itself in none
  std::uint32_t name_start(std::uint32_t t) {
    while (t > range_.begin && at(t).entity != EntityLabel::kNone && !at(t).entity_begins &&
           at(t - 1).entity == at(t).entity)
      --t;
    return t;
  }
  // `minister`, of common nouns alone
  bool is_person_noun(std::uint32_t noun) {
    return at(noun).upos == Upos::kNoun && noun_means(common_lemma(at(noun)), NounKind::kPerson);
  }
  bool stands_bare(std::uint32_t verb) {
    return !has_subject(verb) && !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark});
  }
  // The first word of the verb and its auxiliaries, if it is finite.
  std::optional<std::uint32_t> finite_start(std::uint32_t verb) {
    std::uint32_t first = verb;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && (at(t).deprel == Deprel::kAux || at(t).deprel == Deprel::kAuxpass)) {
        first = t;
        break;
      }
    const Tag tag = at(first).tag;
    // `the storm no longer qualified`
    while (first > range_.begin && (at(first - 1).upos == Upos::kAdv || at(first - 1).upos == Upos::kDet) &&
           is_under(first - 1, verb))
      --first;
    const bool finite = tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp || tag == Tag::kMd;
    return finite ? std::optional(first) : std::nullopt;
  }
  bool has_own_cc(std::uint32_t verb, std::uint32_t twin) {
    for (std::uint32_t t = verb + 1; t < twin; ++t)
      if (at(t).head == verb && (at(t).deprel == Deprel::kCc || word_at(t) == ",")) return true;
    return false;
  }
  bool passive(std::uint32_t verb) {
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kAuxpass) return true;
    return false;
  }
  void make_subject(std::uint32_t noun, std::uint32_t verb) {
    attach(noun, verb, passive(verb) ? Deprel::kNsubjpass : Deprel::kNsubj);
  }

  std::string lower(std::uint32_t t) const { return lower_case(word_at(t)); }
  bool comma_before(std::uint32_t t) const { return t > range_.begin && word_at(t - 1) == ","; }
  // Of the head's subtree, from that token on; the head itself where none stands before it.
  std::uint32_t first_word(std::uint32_t head, std::uint32_t from) {
    for (std::uint32_t t = from; t < head; ++t)
      if (is_under(t, head)) return t;
    return head;
  }
  std::uint32_t first_word(std::uint32_t head) { return first_word(head, range_.begin); }
  std::uint32_t child(std::uint32_t head, std::initializer_list<Deprel> deprels) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != head && at(t).head == head && is_any(at(t).deprel, deprels)) return t;
    return range_.end;
  }
  bool has_child(std::uint32_t head, std::initializer_list<Deprel> deprels) {
    return child(head, deprels) != range_.end;
  }
  // Its simple past looks the same.
  bool may_be_past(std::uint32_t verb) {
    return (at(verb).tag == Tag::kVbn || at(verb).tag == Tag::kVbd) && lower(verb) == past_of(at(verb).lemma);
  }
  void replace(std::uint32_t old, std::uint32_t by) {
    if (is_root(old))
      attach(by, by, Deprel::kRoot);
    else
      attach(by, at(old).head, at(old).deprel);
  }
  // One name of that kind
  void label(std::uint32_t first, std::uint32_t last, EntityLabel entity) {
    for (std::uint32_t t = first; t <= last; ++t) {
      at(t).entity = entity;
      at(t).entity_begins = t == first;
    }
  }
  // The participle describes the noun right before it; the verb does what the participle was to do.
  void describe(std::uint32_t participle, std::uint32_t noun, std::uint32_t verb) {
    replace(participle, verb);
    move_children(participle, verb, range_.begin, noun);
    make_subject(noun, verb);
    attach(participle, noun, Deprel::kAcl);
    at(participle).tag = Tag::kVbn;
  }
  void move_marks(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = to + 1; t < range_.end; ++t)
      if (at(t).head == from && at(t).upos == Upos::kPunct) at(t).head = to;
  }

  const Document& document_;
  TokenRange range_;
  std::vector<Token>& tokens_;

 private:
  static bool is_any(Deprel deprel, std::initializer_list<Deprel> deprels) {
    return std::find(deprels.begin(), deprels.end(), deprel) != deprels.end();
  }
  Token& nothing() { return nothing_ = no_token(); }

  Token nothing_;
};

}  // namespace dossier::ingest
