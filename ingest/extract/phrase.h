// The words that fill one place of a clause, cut out of the tree.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// Which of the head's own modifiers a phrase keeps; determiners, adjectives, compounds and possessors always
/// stay. Relative clauses and appositions are cut at any depth, the others at the head alone.
struct PhraseShape {
  bool conjuncts = false;
  bool relative_clauses = false;
  bool participles = true;   // `a treaty signed in 2010`
  bool prepositions = true;  // `the war in Ukraine`
};

Phrase phrase_of(const Tree& tree, std::uint32_t head, const PhraseShape& shape = {});

/// A clause by its words, without its introducing "that" and without the punctuation around it.
Phrase clause_phrase(const Tree& tree, std::uint32_t verb);

/// The head and what is joined to it by "and", "or" or a comma, in order.
std::vector<std::uint32_t> conjuncts_of(const Tree& tree, std::uint32_t head);

/// `banks` of `one of the banks`; nothing for others.
std::optional<std::uint32_t> all_of_one(const Tree& tree, std::uint32_t one);

/// Who a described head is: `the coach, Alireza Mehraban` -> the name; the head itself when no name stands
/// beside it.
std::uint32_t named(const Tree& tree, std::uint32_t head);

/// One phrase a conjunct, each by its name where it has one.
std::vector<Phrase> split_conjuncts(const Tree& tree, std::uint32_t head, const PhraseShape& shape = {});

/// `bands such as Les Brown`, `teams including ours`, `firms like Norsk and Apple`: what is said of all is said of
/// the examples, a phrase each.
std::vector<Phrase> examples_of(const Tree& tree, std::uint32_t head);

/// The words, single spaces between.
std::string text_of(const Document& document, const std::vector<std::uint32_t>& tokens);

}  // namespace dossier::ingest
