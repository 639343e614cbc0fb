#include "ingest/resolve/owners.h"

#include <algorithm>

#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kReach = 2;  // sentences from a lawyer to the client

std::uint32_t owner_of(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  const std::uint32_t owner = tree.child(mention.head, Deprel::kPoss);
  return mention.kind != MentionKind::kNominal || owner == DocumentTree::kNoToken
             ? kNone
             : resolution.entity_index_at(owner);
}

// "its owner, Ana Roe"
bool named_beside(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  const auto& mentions = resolution.entities[mention.entity].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
    const Mention& other = resolution.mentions[m];
    return other.kind == MentionKind::kName &&
           (tree.token(other.head).head == mention.head || tree.token(mention.head).head == other.head);
  });
}

// Whose it is is known, and those of whom the same was said before are others.
bool owner_differs(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  const std::uint32_t own = owner_of(tree, resolution, mention);
  bool others = false;
  for (const std::uint32_t m : resolution.entities[mention.entity].mentions) {
    const Mention& other = resolution.mentions[m];
    if (other.head >= mention.head || other.role != mention.role) continue;
    const std::uint32_t owner = owner_of(tree, resolution, other);
    if (owner == kNone || owner == own) return false;
    others = true;
  }
  return others && own != kNone;
}

bool lawyer(const Mention& mention) { return is_kind_of(mention.text, {"lawyer"}); }

void link(Resolution& resolution, std::uint32_t m, std::uint32_t entity) {
  const std::uint32_t old = resolution.mentions[m].entity;
  if (old == entity) return;
  if (old != kNone) std::erase(resolution.entities[old].mentions, m);
  resolution.mentions[m].entity = entity;
  auto& mentions = resolution.entities[entity].mentions;
  mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), m), m);
}

// The last lawyer of somebody known, in this sentence or shortly before.
const Mention* lawyer_before(const DocumentTree& tree, const Resolution& resolution, const Mention& client) {
  const Mention* last = nullptr;
  for (const Mention& other : resolution.mentions) {
    if (other.head >= client.head || client.sentence - other.sentence > kReach || other.entity == kNone)
      continue;
    if (other.kind == MentionKind::kNominal && other.number == 's' &&
        owner_of(tree, resolution, other) != kNone && lawyer(other))
      last = &other;
  }
  return last;
}

}  // namespace

void part_by_owners(const DocumentTree& tree, Resolution& resolution) {
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    Mention& mention = resolution.mentions[m];
    if (mention.kind != MentionKind::kNominal || mention.entity == kNone ||
        !resolution.entities[mention.entity].named || !pronoun_owns(tree, mention.head) ||
        named_beside(tree, resolution, mention) || !owner_differs(tree, resolution, mention))
      continue;
    std::erase(resolution.entities[mention.entity].mentions, m);
    mention.entity = static_cast<std::uint32_t>(resolution.entities.size());
    resolution.entities.push_back(
        {.name = nominal_name(tree, resolution, mention.head), .mentions = {m}, .gender = mention.gender});
  }
}

void find_clients(const DocumentTree& tree, Resolution& resolution) {
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& client = resolution.mentions[m];
    if (client.kind != MentionKind::kNominal || client.text != "client" || client.number != 's' ||
        !pronoun_owns(tree, client.head))
      continue;
    const std::uint32_t pronoun = resolution.mention_of[tree.child(client.head, Deprel::kPoss)];
    const Mention* lawyer = pronoun == kNone ? nullptr : lawyer_before(tree, resolution, client);
    if (lawyer == nullptr) continue;
    const std::uint32_t whose = owner_of(tree, resolution, *lawyer),
                        owner = resolution.mentions[pronoun].entity;
    if (owner != kNone && owner != lawyer->entity && owner != whose) continue;
    link(resolution, pronoun, lawyer->entity);
    link(resolution, m, whose);
  }
}

namespace {

// The country of "Norwegian minister Ana Roe"; none where the article tells of two.
const Country* country_of(const Resolution& resolution, const Entity& person) {
  const Country* country = nullptr;
  for (const std::uint32_t m : person.mentions) {
    const Mention& mention = resolution.mentions[m];
    if (mention.kind != MentionKind::kName || mention.country == nullptr) continue;
    if (country != nullptr && country != mention.country) return nullptr;
    country = mention.country;
  }
  return country && !country->union_of_states ? country : nullptr;
}

}  // namespace

void find_own_countries(const DocumentTree& tree, Resolution& resolution) {
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    if (mention.kind != MentionKind::kNominal || (mention.text != "country" && mention.text != "nation") ||
        mention.number != 's' || !pronoun_owns(tree, mention.head) || tree.children(mention.head).size() != 1)
      continue;
    const std::uint32_t owner = owner_of(tree, resolution, mention);
    if (owner == kNone || resolution.entities[owner].type != EntityType::kPerson) continue;
    const Country* country = country_of(resolution, resolution.entities[owner]);
    if (country) link(resolution, m, country_entity(resolution, country));
  }
}

}  // namespace dossier::ingest
