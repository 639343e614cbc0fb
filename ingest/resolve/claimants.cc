#include "ingest/resolve/claimants.h"

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

// The person, or who stands in apposition to it.
std::uint32_t named_person(const DocumentTree& tree, const Resolution& resolution, std::uint32_t t) {
  for (int steps = 0; steps < 3 && t != DocumentTree::kNoToken; ++steps) {
    const Entity* entity = resolution.entity_at(t);
    if (entity && entity->named && entity->type == EntityType::kPerson) return t;
    t = tree.child(t, Deprel::kAppos);
  }
  return DocumentTree::kNoToken;
}

std::uint32_t named_with(const DocumentTree& tree, const Resolution& resolution, const Phrase& claimant) {
  const Entity* entity = resolution.entity_at(claimant.head);
  if (entity && entity->named && entity->type == EntityType::kPerson) return DocumentTree::kNoToken;
  const bool bare = tree.token(claimant.head).tag == Tag::kNn &&
                    tree.child(claimant.head, Deprel::kDet) == DocumentTree::kNoToken &&
                    tree.child(claimant.head, Deprel::kPoss) == DocumentTree::kNoToken;
  for (const std::uint32_t child : tree.children(claimant.head)) {
    const Deprel deprel = tree.token(child).deprel;
    if (deprel != Deprel::kAppos && (deprel != Deprel::kConj || !bare)) continue;
    const std::uint32_t person = named_person(tree, resolution, child);
    if (person != DocumentTree::kNoToken) return person;
  }
  return DocumentTree::kNoToken;
}

}  // namespace

Phrase author_of(const DocumentTree& tree, const Resolution& resolution, const Phrase& claimant) {
  if (claimant.empty()) return claimant;
  const std::uint32_t named = named_with(tree, resolution, claimant);
  if (named != DocumentTree::kNoToken) return {named, {named}};
  if (tree.token(claimant.head).upos != Upos::kNoun ||
      !noun_mostly_means(to_lower(tree.token(claimant.head).lemma), NounKind::kCommunication))
    return claimant;
  const std::uint32_t owner = tree.child(claimant.head, Deprel::kPoss);
  const Entity* entity = owner == DocumentTree::kNoToken ? nullptr : resolution.entity_at(owner);
  return entity && entity->named ? Phrase{owner, {owner}} : claimant;
}

}  // namespace dossier::ingest
