// Signs in the noun phrases of an extraction that it would mislead alone:
//
//   number   `one thing people remember`: one of several, so two noun phrases are read as one
//   list     `a guiding force, a stimulating force`; `is the court of appeal, as well as criminal matters`
//   part     `tested 7 out of 20 cases`: the number without what it is of
//   latter   `the latter confirmed it`: one of two that another sentence names
//   by       `was by varying reports tens of thousands`: nothing is by something
#include <algorithm>

#include "ingest/extract/plausible.h"

namespace dossier::ingest {
namespace {

// `one thing people`: a singular word before a plural noun
bool joins_two(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty() || tree[phrase.head].tag != Tag::kNns) return false;
  const auto children = tree.children(phrase.head);
  const bool compound = std::any_of(children.begin(), children.end(), [&](auto c) {
    return tree[c].deprel == Deprel::kCompound && tree[c].tag == Tag::kNn && c + 1 == phrase.head;
  });
  return compound && std::any_of(children.begin(), children.end(), [&](auto c) {
           const std::string word = tree.lower(c);
           return c < phrase.head &&
                  (word == "one" || word == "a" || word == "an" || word == "each" || word == "this");
         });
}

// `the Court is the final court of appeal, as well as criminal matters`: what is joined is joined to
// something else.
bool joins_odd(const Tree& tree, const Extraction& extraction) {
  if (extraction.rule != "copula" || extraction.arguments.empty()) return false;
  const std::uint32_t said = extraction.arguments[0].phrase.head, first = tree.parent(said);
  return tree[said].deprel == Deprel::kConj && tree[said].tag == Tag::kNns && tree[first].tag == Tag::kNn;
}

// `a guiding force, a stimulating force`: a list of descriptions says nothing of the first.
bool lists_descriptions(const Tree& tree, const Extraction& extraction) {
  if (!extraction.implicit || !extraction.rule.starts_with("apposition") || extraction.arguments.empty())
    return false;
  const auto indefinite = [&](std::uint32_t noun) {
    const auto determiner = tree.child(noun, Deprel::kDet);
    return is_nominal(tree[noun]) && determiner &&
           (tree.lower(*determiner) == "a" || tree.lower(*determiner) == "an");
  };
  return indefinite(extraction.subject.head) && indefinite(extraction.arguments[0].phrase.head);
}

// `tested 7 out of 20 cases`: a number that its node would not have the rest of
bool counts_part(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.arguments[0].phrase.empty()) return false;
  const std::uint32_t number = extraction.arguments[0].phrase.head;
  const auto out = tree.child(number, Deprel::kPrep);
  return tree[number].tag == Tag::kCd && out && tree.lower(*out) == "out";
}

// `the latter`: whoever it is has been named before
bool points_back(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty()) return false;
  const std::string word = tree.lower(phrase.head);
  return word == "latter" || word == "former";
}

// `attendance was by varying reports tens of thousands`
bool is_by_nobody(const Tree& tree, const Extraction& extraction) {
  return (extraction.predicate == "was" || extraction.predicate == "is") && !extraction.arguments.empty() &&
         extraction.arguments[0].preposition == "by" &&
         !is_name_entity(tree[extraction.arguments[0].phrase.head].entity);
}

}  // namespace

bool implausible_nouns(const Tree& tree, const Extraction& extraction) {
  return joins_two(tree, extraction.subject) || joins_odd(tree, extraction) ||
         lists_descriptions(tree, extraction) || counts_part(tree, extraction) ||
         is_by_nobody(tree, extraction) || points_back(tree, extraction.subject) ||
         (!extraction.arguments.empty() && joins_two(tree, extraction.arguments[0].phrase));
}

}  // namespace dossier::ingest
