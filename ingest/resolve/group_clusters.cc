// Plurals that take up several things named before: "the two leaders", "both countries", "the two sides".
// As many of the most present entities of the kind as the number says, two where it says nothing but "both".
#include <algorithm>

#include "ingest/dates/time_words.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/pairs.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/salience.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr float kTopic = 5;  // what the article is about counts a little, wherever it was last named

// 0 where no number word stands before the noun
std::size_t counted(const DocumentTree& tree, std::uint32_t head) {
  if (tree.token(head).tag == Tag::kCd) {
    const auto words = read_time_words(tree.word(head));
    return words.size() == 1 && words.front().number > 1 && words.front().number <= 5
               ? static_cast<std::size_t>(words.front().number)
               : 0;
  }
  for (const std::uint32_t child : tree.children(head)) {
    const Deprel deprel = tree.token(child).deprel;
    if (deprel == Deprel::kNummod) {
      const auto words = read_time_words(tree.word(child));
      return words.size() == 1 && words.front().number > 1 && words.front().number <= 5
                 ? static_cast<std::size_t>(words.front().number)
                 : 0;
    }
    if ((deprel == Deprel::kDet || deprel == Deprel::kPredet) && tree.lower(child) == "both") return 2;
  }
  return 0;
}

// "countries", "sides", "carmakers": the kind of things that a plural takes up; empty for none
std::string_view kind_of(const Mention& mention) {
  const std::string_view generic = Facts::get().find_generic(mention.text);
  const bool maker = mention.text.ends_with("maker") || names_body(mention.text);
  const bool body = type_of_noun(mention.text) == EntityType::kOrganization && maker;
  return generic.empty() && body ? "organization" : generic;
}

bool of_kind(std::string_view kind, const Mention& mention, const Entity& entity) {
  if (!entity.named) return false;
  if (counts_people(mention) != 0) return entity.type == EntityType::kPerson;
  if (kind == "country") return entity.country != nullptr && !entity.country->union_of_states;
  if (kind == "party") return entity.country != nullptr || entity.type == EntityType::kOrganization;
  if (kind == "person" || mention.person)  // "the two men": no woman
    return entity.type == EntityType::kPerson &&
           (mention.gender == '-' || entity.known_or_likely_gender() == '-' ||
            entity.known_or_likely_gender() == mention.gender);
  if (kind == "place") return entity.type == EntityType::kPlace;
  return kind == "organization" && entity.type == EntityType::kOrganization;
}

// "the two communist senators who ...": told by what they are, not by what was said
bool restricted(const DocumentTree& tree, std::uint32_t head) {
  const auto children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Deprel deprel = tree.token(c).deprel;
    return deprel == Deprel::kRelcl || deprel == Deprel::kAcl || deprel == Deprel::kPrep ||
           deprel == Deprel::kCompound ||
           (deprel == Deprel::kAmod && !Facts::get().tells_nothing(tree.lower(c)));
  });
}

// "US President Trump and Turkish President Erdogan spoke. Both countries ...": as many as a sentence just named
std::vector<std::uint32_t> just_named(const Resolution& resolution, const Mention& mention,
                                      std::size_t count) {
  const std::string_view kind = kind_of(mention);
  for (std::uint32_t back = 0; back <= 1 && back <= mention.sentence; ++back) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t e = 0; e < resolution.entities.size(); ++e) {
      const Entity& entity = resolution.entities[e];
      const bool here = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
        return resolution.mentions[m].sentence + back == mention.sentence &&
               resolution.mentions[m].head < mention.head;
      });
      if (here && of_kind(kind, mention, entity)) members.push_back(e);
    }
    if (members.size() == count) return members;
    if (members.size() > count) break;
  }
  return {};
}

// "Two hikers, Erik Dahl and Olof Berg, ... The two men": as many as were counted together before
std::vector<std::uint32_t> counted_before(const Resolution& resolution, const Mention& mention,
                                          std::size_t count) {
  constexpr std::uint32_t kReach = 3;  // sentences
  const std::string_view kind = kind_of(mention);
  std::vector<std::uint32_t> members;
  if (kind != "person" || Facts::get().is_kin(mention.text)) return members;
  for (const Mention& other : resolution.mentions) {
    if (other.head >= mention.head) break;
    if (other.kind != MentionKind::kNominal || other.entity == kNone ||
        mention.sentence - other.sentence > kReach)
      continue;
    const auto& group = resolution.entities[other.entity].members;
    if (group.size() == count && std::all_of(group.begin(), group.end(), [&](std::uint32_t e) {
          return of_kind(kind, mention, resolution.entities[e]);
        }))
      members = group;
  }
  return members;
}

// "Norsk agreed to buy Adler, the companies said", "Norsk sued Adler in May. The two companies ..."
std::vector<std::uint32_t> put_together(const DocumentTree& tree, const Resolution& resolution,
                                        const Mention& mention) {
  const std::string_view kind = kind_of(mention);
  const bool counted_here = counted(tree, mention.head) == 2;
  if (Facts::get().is_kin(mention.text)) return {};
  const std::uint32_t reach = !counted_here ? 1 : kind == "person" || mention.text == "party" ? 3 : 12;
  return paired_before(tree, resolution, mention, reach,
                       [&](const Entity& entity) { return of_kind(kind, mention, entity); });
}

// "the companies": no others, and not "the companies that ..."
bool is_plain_plural(const DocumentTree& tree, const Mention& mention) {
  const std::string_view kind = kind_of(mention);
  return (kind == "organization" || kind == "country" || kind == "party") &&
         tree.children(mention.head).size() == 1 && tree.token(mention.head).tag == Tag::kNns;
}

std::vector<std::uint32_t> most_present(const DocumentTree& tree, const Resolution& resolution,
                                        const Mention& mention, std::size_t count) {
  std::vector<std::pair<float, std::uint32_t>> ranked;
  const std::string_view kind = kind_of(mention);
  for (std::uint32_t e = 0; e < resolution.entities.size(); ++e) {
    const Entity& entity = resolution.entities[e];
    float value = of_kind(kind, mention, entity) ? salience(tree, resolution, entity, mention.head) : 0;
    if (value > 0) value += kTopic * static_cast<float>(entity.mentions.size());
    if (value > 0) ranked.emplace_back(-value, e);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::uint32_t> members;
  for (std::size_t i = 0; i < ranked.size() && i < count; ++i) members.push_back(ranked[i].second);
  return members.size() == count ? members : std::vector<std::uint32_t>{};
}

// "the Russian and US leaders": of each country the person with such a role.
std::vector<std::uint32_t> role_holders(const DocumentTree& tree, const Resolution& resolution,
                                        const Mention& mention) {
  std::vector<const Country*> countries;
  for (std::uint32_t t = mention.head; t > tree.sentence_range(mention.head).begin && mention.head - t < 8;
       --t) {
    if (!tree.dominates(mention.head, t - 1)) break;
    const Entity* entity = resolution.entity_at(t - 1);
    if (entity && entity->country) countries.insert(countries.begin(), entity->country);
  }
  std::vector<std::uint32_t> holders;
  for (const Country* country : countries) {
    std::vector<std::uint32_t> fits;
    for (std::uint32_t e = 0; e < resolution.entities.size(); ++e) {
      const Entity& entity = resolution.entities[e];
      if (entity.type != EntityType::kPerson || !entity.named) continue;
      const bool holds = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
        const Mention& other = resolution.mentions[m];
        return other.country == country && !other.role.empty() && other.head < mention.head &&
               (other.role == mention.text || Facts::get().find_generic(mention.text) == "person");
      });
      if (holds) fits.push_back(e);
    }
    if (fits.size() == 1) holders.push_back(fits.front());
  }
  return countries.size() >= 2 && holders.size() == countries.size() ? holders : std::vector<std::uint32_t>{};
}

// "North and South Korea": two countries that share a word.
void split_country_pairs(Resolution& resolution) {
  const std::size_t count = resolution.entities.size();
  for (std::uint32_t e = 0; e < count; ++e) {
    const std::string name = resolution.entities[e].name;
    const std::size_t at = name.find(" and "), last = name.rfind(' ');
    if (at == std::string::npos || last <= at + 4 || resolution.entities[e].country) continue;
    const Country* left = Facts::get().find_country(name.substr(0, at) + name.substr(last));
    const Country* right = Facts::get().find_country(name.substr(at + 5));
    if (!left || !right) continue;
    const std::vector<std::uint32_t> members{country_entity(resolution, left),
                                             country_entity(resolution, right)};
    resolution.entities[e].members = members;
    resolution.entities[e].named = false;
    resolution.entities[e].number = 'p';
  }
}

// "Leifert and [his colleagues]", "Ana and [her husband]"
bool his_own(const DocumentTree& tree, const Resolution& resolution, const Entity& entity) {
  if (entity.mentions.empty()) return false;
  const Mention& mention = resolution.mentions[entity.mentions.front()];
  const std::uint32_t owner = tree.child(mention.head, Deprel::kPoss);
  return mention.kind == MentionKind::kNominal && owner != DocumentTree::kNoToken &&
         tree.token(owner).tag == Tag::kPrpDollar && (mention.person || is_group_noun(resolution, entity));
}

// Named things side by side, "Xi and Putin", for a later "they".
void add_coordinations(const DocumentTree& tree, Resolution& resolution) {
  const std::size_t count = resolution.mentions.size();
  for (std::uint32_t m = 0; m < count; ++m) {
    const Mention first = resolution.mentions[m];
    if (first.entity == kNone || tree.token(first.head).deprel == Deprel::kConj ||
        tree.token(first.head).deprel == Deprel::kPoss)
      continue;
    std::vector<std::uint32_t> members{first.entity};
    for (std::uint32_t t = tree.child(first.head, Deprel::kConj); t != DocumentTree::kNoToken;
         t = tree.child(t, Deprel::kConj)) {
      const std::uint32_t entity = resolution.entity_index_at(t);
      if (entity != kNone && std::find(members.begin(), members.end(), entity) == members.end())
        members.push_back(entity);
    }
    const bool alike =
        members.size() >= 2 && std::all_of(members.begin(), members.end(), [&](std::uint32_t e) {
          return resolution.entities[e].named ||
                 (e != first.entity && his_own(tree, resolution, resolution.entities[e]));
        });
    if (!alike) continue;
    Mention whole = first;
    whole.number = 'p';
    whole.entity = static_cast<std::uint32_t>(resolution.entities.size());
    Entity entity{.type = resolution.entities[first.entity].type, .members = members, .number = 'p'};
    entity.mentions.push_back(static_cast<std::uint32_t>(resolution.mentions.size()));
    resolution.mentions.push_back(std::move(whole));
    resolution.entities.push_back(std::move(entity));
  }
}

// "The two lawmakers, Ali Rashid and Eva Holm,": as many names behind the noun as it counts
std::vector<std::uint32_t> named_behind(const DocumentTree& tree, const Resolution& resolution,
                                        const Mention& mention, std::size_t count) {
  std::vector<std::uint32_t> members;
  for (std::uint32_t t = tree.child(mention.head, Deprel::kAppos); t != DocumentTree::kNoToken;
       t = tree.child(t, Deprel::kConj)) {
    const std::uint32_t entity = resolution.entity_index_at(t);
    if (entity == kNone || !resolution.entities[entity].named ||
        resolution.mentions[resolution.mention_of[t]].kind != MentionKind::kName)
      return {};
    if (std::find(members.begin(), members.end(), entity) == members.end()) members.push_back(entity);
  }
  return members.size() == count || (count == 0 && members.size() > 1) ? members
                                                                       : std::vector<std::uint32_t>{};
}

bool is_named_person(const Resolution& resolution, std::uint32_t e) {
  return e != kNone && resolution.entities[e].named && resolution.entities[e].type == EntityType::kPerson;
}

// "Ana and Erik bought a house with Ida. The couple ...": the last that many people side by side, if just named
std::vector<std::uint32_t> side_by_side(const Resolution& resolution, const Mention& mention,
                                        std::size_t count) {
  std::vector<std::uint32_t> beside;
  for (const Entity& entity : resolution.entities) {
    const bool people = std::all_of(entity.members.begin(), entity.members.end(),
                                    [&](std::uint32_t e) { return is_named_person(resolution, e); });
    const bool near = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
      const Mention& other = resolution.mentions[m];
      return other.kind == MentionKind::kName && other.head < mention.head &&
             mention.sentence - other.sentence <= 1;
    });
    if (people && near && entity.members.size() == count) beside = entity.members;
  }
  return beside;
}

// Whom one married, or is married to
std::uint32_t wed_to(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t object = tree.child(verb, Deprel::kDobj), to = tree.child(verb, Deprel::kPrep);
  if (object != DocumentTree::kNoToken || to == DocumentTree::kNoToken || tree.lower(to) != "to")
    return object;
  return tree.child(to, Deprel::kPobj);
}

// "Ana married Erik in May", "Ana is married to Erik"
std::vector<std::uint32_t> wed_before(const DocumentTree& tree, const Resolution& resolution,
                                      const Mention& mention) {
  std::vector<std::uint32_t> couple;
  for (const Mention& other : resolution.mentions) {
    if (other.head >= mention.head || !is_named_person(resolution, other.entity)) continue;
    const Deprel deprel = tree.token(other.head).deprel;
    std::uint32_t verb = tree.token(other.head).head;
    if (const std::uint32_t said = tree.child(verb, Deprel::kAcomp); said != DocumentTree::kNoToken)
      verb = said;
    const bool subject = deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass;
    if (!subject || (tree.lower(verb) != "married" && tree.lower(verb) != "wed")) continue;
    const std::uint32_t to = wed_to(tree, verb);
    const std::uint32_t whom = to == DocumentTree::kNoToken ? kNone : resolution.entity_index_at(to);
    if (is_named_person(resolution, whom) && whom != other.entity) couple = {other.entity, whom};
  }
  return couple;
}

// "Khan's wife, Bushra": who is married to whom
std::vector<std::uint32_t> married_before(const DocumentTree& tree, const Resolution& resolution,
                                          const Mention& mention) {
  const NounSenses spouse = senses_of_noun("spouse");
  std::vector<std::uint32_t> couple;
  for (const Mention& other : resolution.mentions) {
    if (other.head >= mention.head || other.kind != MentionKind::kNominal || other.entity == kNone ||
        other.role.empty())
      continue;
    const std::uint32_t owner = tree.child(other.head, Deprel::kPoss);
    const std::uint32_t whose = owner == DocumentTree::kNoToken ? kNone : resolution.entity_index_at(owner);
    const NounRelation relation = relate(senses_of_noun(other.role), spouse);
    if (whose == kNone || whose == other.entity || (!relation.same && relation.above == 0)) continue;
    if (is_named_person(resolution, whose) && is_named_person(resolution, other.entity))
      couple = {whose, other.entity};
  }
  return couple.empty() ? wed_before(tree, resolution, mention) : couple;
}

// "Erik Dahl and Olof Berg left. The pair ...": whom the last such noun meant, or as many people as were just named
std::vector<std::uint32_t> so_many_named(const Resolution& resolution, const Mention& mention) {
  constexpr std::uint32_t kReach = 3;  // sentences
  const std::size_t count = counts_people(mention);
  std::vector<std::uint32_t> members;
  for (const Mention& other : resolution.mentions) {
    if (other.head >= mention.head) break;
    if (mention.sentence - other.sentence <= kReach && counts_people(other) == count && other.entity != kNone)
      members = resolution.entities[other.entity].members;
  }
  return members.size() == count ? members : just_named(resolution, mention, count);
}

}  // namespace

std::size_t counts_people(const Mention& mention) {
  if (mention.kind != MentionKind::kNominal || !mention.definite || mention.number != 's') return 0;
  return mention.text == "pair" || mention.text == "duo" ? 2 : mention.text == "trio" ? 3 : 0;
}

std::uint32_t country_entity(Resolution& resolution, const Country* country) {
  for (std::uint32_t e = 0; e < resolution.entities.size(); ++e) {
    if (resolution.entities[e].country == country) return e;
  }
  resolution.entities.push_back(
      {.type = EntityType::kPlace, .name = std::string(country->name), .country = country, .named = true});
  return static_cast<std::uint32_t>(resolution.entities.size() - 1);
}

void find_couples(const DocumentTree& tree, Resolution& resolution) {
  for (const Mention& mention : resolution.mentions) {
    const bool counts = counts_people(mention) != 0;
    if (mention.kind != MentionKind::kNominal || (mention.text != "couple" && !counts) || !mention.definite ||
        mention.entity == kNone || restricted(tree, mention.head))
      continue;
    Entity& entity = resolution.entities[mention.entity];
    if (entity.named || !entity.members.empty()) continue;
    entity.members = counts ? so_many_named(resolution, mention) : married_before(tree, resolution, mention);
    if (entity.members.empty())
      entity.members = side_by_side(resolution, mention, counts ? counts_people(mention) : 2);
    if (!entity.members.empty()) entity.number = 'p';
  }
}

void cluster_groups(const DocumentTree& tree, Resolution& resolution) {
  split_country_pairs(resolution);
  find_couples(tree, resolution);
  for (Mention& mention : resolution.mentions) {
    if (mention.kind != MentionKind::kNominal || mention.number != 'p' || mention.entity == kNone) continue;
    if (kind_of(mention).empty() && !mention.person) continue;
    const std::size_t count = counted(tree, mention.head);
    Entity& entity = resolution.entities[mention.entity];
    if (entity.members.empty()) entity.members = named_behind(tree, resolution, mention, count);
    if (mention.person && entity.members.empty()) entity.members = role_holders(tree, resolution, mention);
    if (mention.country || !entity.members.empty() || !mention.definite || restricted(tree, mention.head))
      continue;
    if (count == 0 && is_plain_plural(tree, mention) && entity.mentions.size() == 1)
      entity.members = put_together(tree, resolution, mention);
    if (count < 2) continue;
    entity.members = counted_before(resolution, mention, count);
    // "both parties" are seldom just any two bodies, "the two parents" no two people
    const std::string_view kind = kind_of(mention);
    const bool any = kind != "party" && mention.text != "party" && !Facts::get().is_kin(mention.text);
    if (entity.members.empty() && any) entity.members = just_named(resolution, mention, count);
    if (entity.members.empty() && count == 2) entity.members = put_together(tree, resolution, mention);
    if (entity.members.empty() && any && kind != "organization")
      entity.members = most_present(tree, resolution, mention, count);
  }
  add_coordinations(tree, resolution);
}

}  // namespace dossier::ingest
