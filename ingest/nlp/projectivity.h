// From the arcs that the parser made to the tree: crossing arcs put back, sentences cut.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest::nlp {

/// A tree, or several side by side. A root is its own head.
struct Tree {
  std::vector<std::uint32_t> heads;
  std::vector<Deprel> deprels;
  // The parser cannot make arcs that cross, so training lifted those to the head's head, with both labels
  // kept: "prep||dobj" is a prep whose head is a dobj somewhere below the head it has now.
  std::vector<std::uint8_t> lifted;
  std::vector<Deprel> lifted_from;
};

/// Leftmost and rightmost token below each token.
struct Edges {
  std::vector<std::uint32_t> left, right;
};
Edges edges_of(const std::vector<std::uint32_t>& heads);

/// Gives each lifted arc the head that its label asks for, where there is one; nothing stays lifted.
///
/// Source   Nivre and Nilsson, ACL 2005, "head" scheme; spaCy nonproj.pyx. White space heads nothing.
void put_back_lifted(const std::vector<std::uint8_t>& is_space, Tree& tree);

/// 1 for the first token of each sentence: the leftmost token below some root.
std::vector<std::uint8_t> sentence_starts(const std::vector<std::uint32_t>& heads);

}  // namespace dossier::ingest::nlp
