#include "ingest/resolve/alternatives.h"

#include "ingest/extract/tree.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kNone = DocumentTree::kNoToken;

bool is_thing(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn; }

// `the draft, or conscription, is`
bool names_again(const DocumentTree& tree, std::uint32_t conjunction, std::uint32_t other) {
  if (conjunction == 0 || tree.word(conjunction - 1) != ",") return false;
  return tree.word(subtree_of(tree, other).end) == ",";
}

// What joins a word of a list to the next: the first `and`, `or` or `but` behind it. `A, B or C`; not `A but no B or C`
std::uint32_t conjunction_behind(const DocumentTree& tree, std::uint32_t token) {
  for (std::uint32_t t = token; t != kNone; t = tree.child(t, Deprel::kConj))
    for (const std::uint32_t child : tree.children(t))
      if (tree.token(child).deprel == Deprel::kCc && child > t) return child;
  return kNone;
}

// `motorcycles or mopeds use petrol`: both kinds do
bool tells_of_kinds(const DocumentTree& tree, std::uint32_t token) {
  if (tree.token(token).tag != Tag::kNns || is_name_entity(tree.token(token).entity)) return false;
  return tree.child(token, Deprel::kDet) == kNone && tree.child(token, Deprel::kNummod) == kNone &&
         tree.child(token, Deprel::kPoss) == kNone;
}

bool joined_by_or(const DocumentTree& tree, std::uint32_t token) {
  const std::uint32_t next = tree.child(token, Deprel::kConj);
  if (next == kNone && tree.token(token).deprel != Deprel::kConj) return false;
  const std::uint32_t first = next == kNone ? tree.token(token).head : token,
                      other = next == kNone ? token : next;
  const std::uint32_t conjunction = conjunction_behind(tree, first);
  if (conjunction == kNone || tree.lower(conjunction) != "or" || tells_of_kinds(tree, first)) return false;
  const Token &one = tree.token(first), &two = tree.token(other);
  const bool alike = (is_thing(one) && is_thing(two)) || (one.upos == Upos::kVerb && two.upos == Upos::kVerb);
  return alike && !names_again(tree, conjunction, other);
}

}  // namespace

bool is_alternative(const DocumentTree& tree, const Extraction& extraction, const Argument* argument) {
  if (extraction.implicit) return false;
  if (joined_by_or(tree, extraction.subject.head)) return true;
  for (const std::uint32_t t : extraction.relation_tokens)
    if (tree.token(t).deprel == Deprel::kNeg)
      return false;  // `opted not to hold a caucus or a vote`: neither
  // `pupils walk or run to school`: some do the one, some the other
  const bool some = tree.token(extraction.subject.head).tag == Tag::kNns &&
                    tree.child(extraction.subject.head, Deprel::kNummod) == DocumentTree::kNoToken;
  for (const std::uint32_t t : extraction.relation_tokens)
    if (!some && is_verb_tag(tree.token(t).tag) && joined_by_or(tree, t)) return true;
  return argument != nullptr && !argument->phrase.empty() && joined_by_or(tree, argument->phrase.head);
}

}  // namespace dossier::ingest
