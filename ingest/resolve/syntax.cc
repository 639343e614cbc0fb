#include "ingest/resolve/syntax.h"

#include <algorithm>

namespace dossier::ingest {

bool is_subject_of_clause(const DocumentTree& tree, std::uint32_t t) {
  const Deprel deprel = tree.token(tree.first_conjunct(t)).deprel;
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass;
}

bool stands_in(const DocumentTree& tree, std::uint32_t t, std::uint32_t head) {
  while (t != head && tree.token(t).head != t) {
    const Deprel deprel = tree.token(t).deprel;
    if (deprel == Deprel::kConj || deprel == Deprel::kRelcl) return false;
    t = tree.token(t).head;
  }
  return t == head && tree.token(head).upos != Upos::kVerb;
}

bool matrix_subject(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  if (!is_subject_of_clause(tree, pronoun) || !is_subject_of_clause(tree, other)) return false;
  const std::uint32_t verb = tree.token(pronoun).head;
  return tree.token(verb).deprel == Deprel::kCcomp &&
         tree.token(tree.first_conjunct(other)).head == tree.token(verb).head;
}

bool fronted_before(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  if (!is_subject_of_clause(tree, other)) return false;
  const std::uint32_t verb = tree.token(tree.first_conjunct(other)).head;
  std::uint32_t t = pronoun;
  while (tree.token(t).head != t && tree.token(t).head != verb) t = tree.token(t).head;
  const Deprel deprel = tree.token(t).deprel;
  return tree.token(t).head == verb && t < verb && (deprel == Deprel::kPrep || deprel == Deprel::kAdvcl) &&
         t != pronoun;
}

bool commands(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
              const Mention& mention) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    const Mention& other = resolution.mentions[m];
    if (other.sentence != mention.sentence || other.head >= mention.head ||
        !is_subject_of_clause(tree, other.head))
      return false;
    const std::uint32_t first = tree.first_conjunct(other.head);
    return tree.dominates(tree.token(first).head, mention.head) && !tree.dominates(first, mention.head);
  });
}

bool names_person(const Resolution& resolution, const Entity& entity) {
  return !entity.named && !entity.mentions.empty() && resolution.mentions[entity.mentions.front()].person;
}

bool is_group_noun(const Resolution& resolution, const Entity& entity) {
  if (entity.named || entity.mentions.empty()) return false;
  const auto noun = Facts::get().find_noun(resolution.mentions[entity.mentions.front()].text);
  return noun && noun->noun_class == NounClass::kGroup;
}

}  // namespace dossier::ingest
