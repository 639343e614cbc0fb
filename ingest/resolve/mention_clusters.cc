#include "ingest/resolve/mention_clusters.h"

#include <algorithm>
#include <array>

#include "ingest/resolve/mention_finder.h"
#include "ingest/resolve/owners.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kMaxOwner = 40;  // bytes: a longer owner makes no name
constexpr std::ptrdiff_t kMaxOwnerWords = 2;
constexpr float kSureOwner = 0.9F;

bool acts_as_group(const Resolution& resolution, const Entity& entity) {
  const auto noun = entity.mentions.empty()
                        ? std::nullopt
                        : Facts::get().find_noun(resolution.mentions[entity.mentions.front()].text);
  return noun && noun->noun_class == NounClass::kGroup;
}

// "The child and [his] mother left", "a daughter of [her] boss": the owner has a short name and is no subject
// of the clause that the owned stands in, for there it says nothing more ("voters changed their minds").
bool owned_elsewhere(const DocumentTree& tree, const Resolution& resolution, std::uint32_t pronoun,
                     const Entity& who) {
  const Mention& mention = resolution.mentions[resolution.mention_of[pronoun]];
  const std::uint32_t subject = understood_subject(tree, tree.governing_verb(pronoun));
  const Pronoun* third = Facts::get().find_pronoun(mention.text);
  return third && third->person == 3 && mention.sure >= kSureOwner &&
         std::count(who.name.begin(), who.name.end(), ' ') < kMaxOwnerWords &&
         (subject == DocumentTree::kNoToken || tree.dominates(subject, pronoun) ||
          resolution.entity_at(subject) != &who);
}

// Whose it is, where that has a name or is somebody known; empty else.
std::string owner_before(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun,
                         const Entity* owned) {
  if (!pronoun_owns(tree, noun)) return {};
  const std::uint32_t owner = tree.child(noun, Deprel::kPoss);
  const Entity* who = resolution.entity_at(owner);
  if (!who || who == owned || !who->members.empty() || who->name.empty() || who->name.size() > kMaxOwner)
    return {};
  const bool relative = tree.token(owner).tag == Tag::kWpDollar;  // "a boy whose house burned"
  if (!who->named && !relative && !acts_as_group(resolution, *who) &&
      !owned_elsewhere(tree, resolution, owner, *who))
    return {};
  return who->name + (who->name.ends_with("'s") ? " " : who->name.ends_with('s') ? "' " : "'s ");
}

// "The agency inspected the Aurora and found cracks in its hull": another could own it too.
bool has_rival(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun) {
  const std::uint32_t pronoun = tree.child(noun, Deprel::kPoss);
  const Entity* owner = pronoun == DocumentTree::kNoToken ? nullptr : resolution.entity_at(pronoun);
  if (owner == nullptr || owner->type == EntityType::kPerson)
    return false;  // `his`, `her` seldom mistake theirs
  for (std::uint32_t t = tree.sentence_range(noun).begin; t < pronoun; ++t) {
    const Entity* other = resolution.entity_at(t);
    if (other && other != owner && other->named && other->type != EntityType::kPerson) return true;
  }
  return false;
}

// "the end of | Ana's | campaign", where the name keeps what it is of
void name_owner_within(const DocumentTree& tree, const Resolution& resolution, std::uint32_t head,
                       Entity& entity) {
  for (const std::uint32_t preposition : tree.children(head)) {
    const std::uint32_t noun = tree.child(preposition, Deprel::kPobj);
    if (tree.token(preposition).deprel != Deprel::kPrep || noun == DocumentTree::kNoToken) continue;
    const std::string link = " " + tree.lower(preposition) + " ", word = " " + tree.lower(noun);
    const std::size_t at = entity.name.find(link);
    if (at == std::string::npos || entity.name.find(word, at + link.size() - 1) == std::string::npos ||
        has_rival(tree, resolution, noun))
      continue;
    entity.name.insert(at + link.size(), owner_before(tree, resolution, noun, &entity));
    return;
  }
}

}  // namespace

std::string_view name_of(EntityType type) {
  constexpr std::array<std::string_view, 11> kNames = {"Person",   "Organization", "Place", "Group",
                                                       "Facility", "Event",        "Work",  "Law",
                                                       "Product",  "Concept",      "Value"};
  return kNames[static_cast<std::size_t>(type)];
}

void name_owned_concepts(const DocumentTree& tree, Resolution& resolution) {
  for (Entity& entity : resolution.entities) {
    if (entity.named || entity.mentions.empty()) continue;
    const Mention& first = resolution.mentions[entity.mentions.front()];
    if (first.kind != MentionKind::kNominal) continue;
    name_owner_within(tree, resolution, first.head, entity);
    if (pronoun_owns(tree, first.head))
      entity.name.insert(part_before(tree, first.head).size(),
                         owner_before(tree, resolution, first.head, &entity));
  }
}

Resolution resolve_mentions(const DocumentTree& tree, std::span<const Extraction> extractions,
                            const PronounTrace& trace, const NominalTrace& nominal_trace) {
  Resolution resolution;
  resolution.mentions = find_mentions(tree);
  resolution.mention_of.assign(tree.size(), kNone);
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    resolution.mention_of[mention.head] = m;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      if (mention.kind == MentionKind::kName) resolution.mention_of[t] = m;
    }
  }
  add_type_hints(tree, resolution.mentions);
  cluster_names(tree, resolution);
  cluster_nominals(tree, resolution, extractions, nominal_trace);
  cluster_groups(tree, resolution);
  cluster_pronouns(tree, resolution, extractions, trace);
  find_couples(tree, resolution);  // "her husband, Erik"
  part_by_owners(tree, resolution);
  find_clients(tree, resolution);
  find_own_countries(tree, resolution);
  name_owned_concepts(tree, resolution);
  return resolution;
}

}  // namespace dossier::ingest
