#include "ingest/resolve/told_countries.h"

#include <algorithm>

#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kIntroduction = 5;  // words before a name

// The words that run up to the name and hang on it.
const Country* country_before_name(const DocumentTree& tree, const Resolution& resolution,
                                   const Mention& mention) {
  const std::uint32_t first = tree.sentence_range(mention.head).begin;
  for (std::uint32_t t = mention.tokens.begin; t > first && mention.tokens.begin - t < kIntroduction; --t) {
    const Token& word = tree.token(t - 1);
    const bool describes = word.upos == Upos::kAdj || word.upos == Upos::kNoun || word.upos == Upos::kPropn ||
                           word.tag == Tag::kHyph;
    if (!describes || !tree.dominates(mention.head, t - 1)) return nullptr;
    const std::uint32_t other = resolution.mention_of[t - 1];  // "Latin American Citizens president Ana Roe"
    if (other != kNone && resolution.mentions[other].kind == MentionKind::kName &&
        !resolution.mentions[other].country)
      return nullptr;
    if (const Country* country = country_before(tree, t - 1)) return country;
  }
  return nullptr;
}

// "Italy's Laura Conti"
const Country* country_owning(const DocumentTree& tree, const Mention& mention) {
  const std::uint32_t name = mention.tokens.begin, first = tree.sentence_range(mention.head).begin;
  const bool owned = name >= first + 2 && tree.token(name - 1).tag == Tag::kPos &&
                     tree.token(name - 2).deprel == Deprel::kPoss;
  return owned ? country_before(tree, name - 2) : nullptr;
}

// "of the Czech Republic", "from Kenya"
const Country* country_behind(const DocumentTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    if (tree.token(child).deprel != Deprel::kPrep ||
        (tree.lower(child) != "of" && tree.lower(child) != "from"))
      continue;
    const std::uint32_t place = tree.child(child, Deprel::kPobj);
    if (place != DocumentTree::kNoToken) return country_before(tree, place);
  }
  return nullptr;
}

// Who is of a union is of one of its countries: "EU commissioner Ana Roe" may be the Spaniard.
const Country* state(const Country* country) {
  return country && country->union_of_states ? nullptr : country;
}

}  // namespace

const Country* country_told_of(const DocumentTree& tree, const Resolution& resolution,
                               const Mention& mention) {
  if (mention.country || mention.kind == MentionKind::kPronoun) return state(mention.country);
  if (mention.kind == MentionKind::kNominal) return nullptr;
  const Country* before = country_before_name(tree, resolution, mention);
  if (before == nullptr) before = country_owning(tree, mention);
  return state(before ? before : country_behind(tree, mention.head));
}

bool told_from(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
               const Country* country, std::uint32_t token) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    return resolution.mentions[m].head < token &&
           country_told_of(tree, resolution, resolution.mentions[m]) == country;
  });
}

bool told_from_elsewhere(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                         const Country* country, std::uint32_t token) {
  const bool anywhere = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    return country_told_of(tree, resolution, resolution.mentions[m]) != nullptr;
  });
  return anywhere && !told_from(tree, resolution, entity, country, token);
}

}  // namespace dossier::ingest
