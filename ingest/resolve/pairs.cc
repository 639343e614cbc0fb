#include "ingest/resolve/pairs.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ingest/resolve/role_words.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

bool verbal(const DocumentTree& tree, std::uint32_t t) {
  return tree.token(t).upos == Upos::kVerb || tree.token(t).upos == Upos::kAux;
}

// The verb that the object of a verb or of its preposition belongs to: "has agreed to buy Adler", "signed a deal with Adler", "sold a unit to Adler"
std::uint32_t verb_of_object(const DocumentTree& tree, std::uint32_t t) {
  std::uint32_t at = place_of(tree, t);
  if (tree.token(at).deprel == Deprel::kPobj) {
    const std::uint32_t preposition = tree.token(at).head;
    const std::string word = tree.lower(preposition);
    if (word != "with" && word != "against" && word != "by" && word != "to" && word != "from")
      return DocumentTree::kNoToken;
    at = tree.token(preposition).head;
    if (!verbal(tree, at))
      at = tree.token(at).deprel == Deprel::kDobj ? tree.token(at).head : DocumentTree::kNoToken;
    return at;
  }
  return tree.token(at).deprel == Deprel::kDobj ? tree.token(at).head : DocumentTree::kNoToken;
}

// Whether the first is the subject of what is done to the second.
bool does_to(const DocumentTree& tree, std::uint32_t first, std::uint32_t second) {
  const std::uint32_t subject = place_of(tree, first);
  if (!is_subject_of_clause(tree, first)) return false;
  std::uint32_t verb = verb_of_object(tree, second);
  for (int steps = 0; steps < 4 && verb != DocumentTree::kNoToken; ++steps) {
    if (tree.token(subject).head == verb) return true;
    const Deprel deprel = tree.token(verb).deprel;
    if (deprel != Deprel::kXcomp && deprel != Deprel::kConj) return false;
    if (tree.child(verb, Deprel::kNsubj) != DocumentTree::kNoToken) return false;
    verb = tree.token(verb).head;
  }
  return false;
}

// "Norsk and Adler", "talks between Norsk and Adler"; not "in Oslo and Brevik", "the Court of Norsk and Adler"
bool side_by_side(const DocumentTree& tree, std::uint32_t first, std::uint32_t second) {
  const std::uint32_t head = tree.first_conjunct(first);
  if (head != tree.first_conjunct(second)) return false;
  const std::uint32_t preposition = tree.token(head).head;
  return tree.token(head).deprel != Deprel::kPobj ||
         (tree.lower(preposition) != "in" && !proper(tree.token(tree.token(preposition).head)));
}

bool together(const DocumentTree& tree, std::uint32_t first, std::uint32_t second) {
  return side_by_side(tree, first, second) || does_to(tree, first, second) || does_to(tree, second, first);
}

}  // namespace

std::vector<std::uint32_t> paired_before(const DocumentTree& tree, const Resolution& resolution,
                                         const Mention& mention, std::uint32_t reach,
                                         const std::function<bool(const Entity&)>& of_kind) {
  for (std::uint32_t back = 0; back <= reach && back <= mention.sentence; ++back) {
    std::vector<const Mention*> named;
    for (const Mention& other : resolution.mentions) {
      if (other.sentence + back == mention.sentence && other.head < mention.head && other.entity != kNone &&
          of_kind(resolution.entities[other.entity]))
        named.push_back(&other);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const Mention* first : named) {
      for (const Mention* second : named) {
        const bool alike =
            resolution.entities[first->entity].type == resolution.entities[second->entity].type;
        if (first->entity != second->entity && first->head < second->head && alike &&
            together(tree, first->head, second->head))
          pairs.insert(std::minmax(first->entity, second->entity));
      }
    }
    if (pairs.size() > 1) return {};
    if (pairs.size() == 1) return {pairs.begin()->first, pairs.begin()->second};
  }
  return {};
}

}  // namespace dossier::ingest
