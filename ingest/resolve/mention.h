// Mentions and what they were resolved to within one article.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"
#include "ingest/data/facts.h"

namespace dossier::ingest {

inline constexpr std::uint32_t kNone = ~std::uint32_t{0};

enum class EntityType : std::uint8_t {
  kPerson,
  kOrganization,
  kPlace,
  kGroup,
  kFacility,
  kEvent,
  kWork,
  kLaw,
  kProduct,
  kConcept,
  kValue,
};
std::string_view name_of(EntityType type);  // "Person", ...

enum class MentionKind : std::uint8_t { kName, kNominal, kPronoun };

/// Words that name or refer to something.
struct Mention {
  MentionKind kind = MentionKind::kName;
  TokenRange tokens;       // a name without title, article and possessive; a nominal with its premodifiers
  std::uint32_t head = 0;  // token that the rest of the sentence hangs on
  std::uint32_t sentence = 0;
  EntityLabel label = EntityLabel::kNone;
  std::string text;      // clean name, or lemma of a nominal, or the pronoun
  std::string nickname;  // "Matt" of "Matiu 'Matt' Ratana"
  std::string role;      // person noun before or beside a name: "president"; of a nominal its lemma
  const Country* country = nullptr;  // named by it, or by a modifier: "Chinese President", "the US leader"
  char number = 's', gender = '-';
  bool person = false, definite = false;
  std::array<float, 11> hints{};  // of a name, by EntityType: what the words around it say it is
  std::uint32_t entity = kNone;
  float sure = 1;  // probability that the entity is the right one
};

/// What some mentions of the article are: a node to be.
struct Entity {
  EntityType type = EntityType::kConcept;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::uint32_t> mentions;
  const Country* country = nullptr;    // the country itself, not one it belongs to
  std::vector<std::uint32_t> members;  // of a plural: "the two leaders"
  char number = 's', gender = '-';
  char likely_gender = '-';  // of most who bear the given name; pronouns and titles overrule it
  bool named = false;

  char known_or_likely_gender() const { return gender == '-' ? likely_gender : gender; }
};

/// Every mention of an article with its entity.
struct Resolution {
  std::vector<Mention> mentions;  // in order of their heads
  std::vector<Entity> entities;
  std::vector<std::uint32_t> mention_of;  // token -> mention it belongs to, or kNone

  const Entity* entity_at(std::uint32_t token) const {
    const std::uint32_t mention = mention_of[token];
    if (mention == kNone || mentions[mention].entity == kNone) return nullptr;
    return &entities[mentions[mention].entity];
  }
  std::uint32_t entity_index_at(std::uint32_t token) const {
    return mention_of[token] == kNone ? kNone : mentions[mention_of[token]].entity;
  }
};

}  // namespace dossier::ingest
