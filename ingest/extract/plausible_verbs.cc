// Signs in the words of a relation that it is none:
//
//   no verb   `Mont Blanc desserts with nuts`, `a concierge, maid service`, `the plan, unaltered by time`
//   title     `his album, Live at the Regal`, `the drama Leave Me`: a verb inside a name
//   form      `promised more food and "build your own lamp"`: a base form joined to a past tense
//   having    `it has writing in Latin`: nobody has writing, so the noun is read as a verb
//   did       `did in the legal sector`: what was done is lost
//   would     `would like banks to help`: it is their help that is liked
//   there     `In Downton, there is sadness`: read as what Downton is
//   so on     `checks bridges and so on`: the end of a list
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/plausible.h"

namespace dossier::ingest {
namespace {

// A noun or adjective of the dictionary that is no verb, as it stands or in a form that could be a plural.
bool is_no_verb(const Tree& tree, std::uint32_t t) {
  const Tag tag = tree[t].tag;
  const std::string lemma = lower_case(tree[t].lemma), word = tree.lower(t);
  if (!is_verb_tag(tag) || is_verb(lemma) || tree.is(t, {Deprel::kAux, Deprel::kAuxpass}) ||
      (t > tree.range().begin && tree.word(t - 1) == "-"))
    return false;
  if (tag == Tag::kVbz || tag == Tag::kVbp || tag == Tag::kVb) return is_noun(lemma) || is_adjective(lemma);
  // `was famed for it`
  return is_noun(word) ||
         (is_adjective(word) && !tree.child(t, Deprel::kAuxpass) && tree.child(t, Deprel::kDobj));
}

bool names_no_verb(const Tree& tree, const Extraction& extraction) {
  return !extraction.implicit &&
         std::any_of(extraction.relation_tokens.begin(), extraction.relation_tokens.end(),
                     [&](std::uint32_t t) { return is_no_verb(tree, t); });
}

bool starts_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }
bool has_lower(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Within a headline every word has one.
bool in_headline(const Tree& tree) {
  unsigned upper = 0, words = 0;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (tree[t].upos == Upos::kPunct || tree.word(t).size() < 4) continue;
    ++words;
    upper += starts_upper(tree.word(t));
  }
  return upper * 2 > words;
}

// A capital behind a word that ends nothing.
bool is_capital(const Tree& tree, std::uint32_t t) {
  if (t == tree.range().begin || !starts_upper(tree.word(t)) || !has_lower(tree.word(t))) return false;
  const std::string_view before = tree.word(t - 1);
  const char last = before.back();
  return before == "," || (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
}

bool is_in_title(const Tree& tree, const Extraction& extraction) {
  return !extraction.implicit &&
         std::any_of(extraction.relation_tokens.begin(), extraction.relation_tokens.end(),
                     [&](std::uint32_t t) {
                       return is_verb_tag(tree[t].tag) && !tree.is(t, {Deprel::kAux, Deprel::kAuxpass}) &&
                              is_capital(tree, t);
                     }) &&
         !in_headline(tree);
}

bool is_singular(const Tree& tree, std::uint32_t noun) {
  const std::string word = tree.lower(noun);
  return tree[noun].tag == Tag::kNn || tree[noun].tag == Tag::kNnp || word == "he" || word == "she" ||
         word == "it";
}

// Of several the present looks like a base form.
bool is_misjoined(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || !is_singular(tree, extraction.subject.head) || tree[verb].tag != Tag::kVb ||
      tree[verb].deprel != Deprel::kConj || tree.child(verb, {Deprel::kAux, Deprel::kNsubj}))
    return false;
  const std::string& lemma = tree[verb].lemma;
  if (tree.lower(verb) == participle_of(lemma)) return false;  // `has walked or run`
  const std::uint32_t twin = tree.parent(verb);
  if (tree.lower(twin) == tree[twin].lemma) return false;  // `shut`, which may be either
  for (std::uint32_t t = twin + 1; t < verb; ++t)
    if (tree[t].tag == Tag::kVb) return false;  // hung too far up: `promised to stay and help`
  const Tag tag = tree[twin].tag;
  const auto auxiliary = tree.child(twin, Deprel::kAux);
  return tag == Tag::kVbd || tag == Tag::kVbz || (tag == Tag::kVbg && !is_verb(lemma)) ||
         (tag == Tag::kVbn && auxiliary && tree.lower(*auxiliary) == "has");
}

bool has_doing(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].tag != Tag::kVbg) return false;
  bool has = false;
  for (const std::uint32_t c : tree.children(verb)) {
    if (tree[c].deprel != Deprel::kAux) continue;
    if (tree[c].lemma == "be") return false;
    has |= tree[c].lemma == "have" && tree.word(c).front() != '\'';
  }
  return has;
}

bool does_unsaid(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  return !extraction.implicit && tree[verb].lemma == "do" && is_verb_tag(tree[verb].tag) &&
         extraction.predicate.ends_with("did") && !extraction.arguments.empty() &&
         (extraction.arguments[0].role == ArgumentRole::kPrepositional ||
          extraction.arguments[0].role == ArgumentRole::kPlace ||
          extraction.arguments[0].role == ArgumentRole::kTime);
}

bool likes_deed(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || extraction.arguments.empty() ||
      extraction.arguments[0].role != ArgumentRole::kObject ||
      !verb_mostly_means(tree[verb].lemma, VerbKind::kEmotion))
    return false;
  const std::uint32_t object = extraction.arguments[0].phrase.head;
  const auto deed = tree.child(verb, Deprel::kXcomp);
  const auto would = tree.child(verb, Deprel::kAux);
  return deed && *deed > object && tree[*deed].tag == Tag::kVb && would && tree[*would].tag == Tag::kMd;
}

// `In the series, Downton, there is sadness`: what there is is nothing before it.
bool is_there(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const auto there = tree.child(verb, Deprel::kExpl);
  return there && *there > tree.range().begin && tree.word(*there - 1) == "," &&
         extraction.subject.head < *there && extraction.rule != "existential";
}

// `on` of `so on`, `so forth`
bool ends_list(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty() || phrase.head == tree.range().begin) return false;
  const std::uint32_t first = phrase.tokens.front();
  const std::string last = tree.lower(phrase.tokens.back());
  if (last != "on" && last != "forth") return false;
  return tree.lower(first) == "so"
             ? phrase.tokens.size() < 4
             : phrase.tokens.size() == 1 && first > tree.range().begin && tree.lower(first - 1) == "so";
}

}  // namespace

bool implausible_verb(const Tree& tree, const Extraction& extraction) {
  if (!extraction.arguments.empty() && ends_list(tree, extraction.arguments[0].phrase)) return true;
  if (extraction.relation_tokens.empty()) return false;
  const std::uint32_t verb = extraction.relation_tokens.back();
  return names_no_verb(tree, extraction) || is_in_title(tree, extraction) ||
         is_misjoined(tree, extraction, verb) || has_doing(tree, verb) ||
         does_unsaid(tree, extraction, verb) || likes_deed(tree, extraction, verb) ||
         is_there(tree, extraction, verb);
}

}  // namespace dossier::ingest
