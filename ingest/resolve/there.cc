#include "ingest/resolve/there.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace dossier::ingest {
namespace {

// "opened a shop there", "the police there opened it"
std::uint32_t there_beside(const DocumentTree& tree, std::uint32_t word) {
  for (const std::uint32_t child : tree.children(word))
    if (tree.token(child).deprel == Deprel::kAdvmod && tree.lower(child) == "there" && child > word)
      return child;
  return DocumentTree::kNoToken;
}

std::uint32_t there_of(const DocumentTree& tree, const Extraction& extraction) {
  std::vector<std::uint32_t> words = extraction.relation_tokens;
  if (!extraction.subject.empty()) words.push_back(extraction.subject.head);
  for (const Argument& argument : extraction.arguments)
    if (argument.role == ArgumentRole::kObject && !argument.phrase.empty())
      words.push_back(argument.phrase.head);
  for (const std::uint32_t word : words)
    if (const std::uint32_t there = there_beside(tree, word); there != DocumentTree::kNoToken) return there;
  return DocumentTree::kNoToken;
}

// "in Oslo", "visited Oslo"; Norway of "Oslo, Norway" lies around it.
bool is_told(const DocumentTree& tree, const Entity& entity, std::uint32_t t) {
  const Token& token = tree.token(t);
  const bool place = entity.named && (entity.type == EntityType::kPlace || entity.country != nullptr);
  if (!place || token.upos != Upos::kPropn) return false;
  if (token.deprel == Deprel::kDobj) return true;
  static constexpr std::string_view kElse[] = {"from", "of", "by", "with", "against", "between", "outside"};
  return token.deprel == Deprel::kPobj &&
         std::find(std::begin(kElse), std::end(kElse), tree.lower(token.head)) == std::end(kElse);
}

}  // namespace

const Entity* place_of_there(const DocumentTree& tree, const Resolution& resolution,
                             const Extraction& extraction) {
  const std::uint32_t there = there_of(tree, extraction);
  if (there == DocumentTree::kNoToken) return nullptr;
  TokenRange words = tree.sentence_range(there);
  words.end = there;
  for (int sentences = 0; sentences < 2; ++sentences) {
    const Entity* found = nullptr;
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      const Entity* entity = resolution.entity_at(t);
      if (entity == nullptr || entity == found || !is_told(tree, *entity, t)) continue;
      if (found) return nullptr;
      found = entity;
    }
    if (found || words.begin == 0) return found;
    words = tree.sentence_range(words.begin - 1);
  }
  return nullptr;
}

}  // namespace dossier::ingest
