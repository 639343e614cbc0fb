// Reports of crimes and courts keep the name for their second sentence, and tell the age with it:
//
//   "A man has been charged with murder, police said. Erik Dahl, 34, is due to appear in court on Monday."
//
// He is the subject of both. Two whom the first sentence tells of could be meant ("A man was charged after a girl was
// hurt"), and one who was charged is not who was found dead. Tests: tests/ingest/resolve/lead_person_test.cc.
#include "ingest/resolve/lead_person.h"

#include <algorithm>
#include <set>

#include "ingest/resolve/apart.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kReach = 2;  // sentences

// Of what the sentence tells, or somebody says in it.
bool tells_of(const DocumentTree& tree, std::uint32_t t) {
  if (!is_subject_of_clause(tree, t) || place_of(tree, t) != t) return false;
  const Token& verb = tree.token(tree.token(t).head);
  return verb.deprel == Deprel::kRoot ||
         (verb.deprel == Deprel::kCcomp && tree.token(verb.head).deprel == Deprel::kRoot);
}

bool somebody(const Mention& mention) {
  return mention.kind == MentionKind::kNominal && mention.number == 's' &&
         (mention.person || !mention.role.empty());
}

bool has_article(const DocumentTree& tree, std::uint32_t noun) {
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  return article != DocumentTree::kNoToken && (tree.lower(article) == "a" || tree.lower(article) == "an");
}

// "Norrland's transport minister", "the head of Norsk": who holds it, one knows once he is named
bool has_office(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  if (mention.role.empty()) return false;
  const auto children = tree.children(mention.head);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Deprel deprel = tree.token(child).deprel;
    const bool beside = deprel == Deprel::kPoss || deprel == Deprel::kCompound || deprel == Deprel::kAmod;
    const bool behind = deprel == Deprel::kPrep && tree.lower(child) == "of";
    const std::uint32_t name = behind ? tree.child(child, Deprel::kPobj) : child;
    const Entity* entity =
        (beside || behind) && name != DocumentTree::kNoToken ? resolution.entity_at(name) : nullptr;
    return entity && entity->named && entity->type != EntityType::kPerson;
  });
}

// What is named beside the noun: the place or body of an office.
std::set<std::uint32_t> named_beside(const DocumentTree& tree, const Resolution& resolution,
                                     std::uint32_t head) {
  std::set<std::uint32_t> beside;
  for (const std::uint32_t child : tree.children(head)) {
    const std::uint32_t name =
        tree.token(child).deprel == Deprel::kPrep ? tree.child(child, Deprel::kPobj) : child;
    const std::uint32_t entity = name == DocumentTree::kNoToken ? kNone : resolution.entity_index_at(name);
    if (entity != kNone && resolution.entities[entity].named &&
        resolution.entities[entity].type != EntityType::kPerson)
      beside.insert(entity);
  }
  return beside;
}

// "The president of Mexico" is none of another country's.
bool country_between(const Resolution& resolution, const std::set<std::uint32_t>& offices,
                     const Mention& name) {
  const auto country = [&](std::uint32_t e) {
    return e != kNone && resolution.entities[e].country != nullptr;
  };
  return std::any_of(offices.begin(), offices.end(), country) &&
         std::any_of(resolution.mentions.begin(), resolution.mentions.end(), [&](const Mention& other) {
           return other.head < name.head && country(other.entity) && !offices.contains(other.entity);
         });
}

// "jailed by a judge", "a judge said": no rival
bool in_passing(const DocumentTree& tree, const Mention& mention) {
  const Token& token = tree.token(mention.head);
  return says(tree, mention.head) ||
         (token.deprel == Deprel::kPobj && tree.token(token.head).deprel == Deprel::kAgent);
}

std::uint32_t lead_noun(const DocumentTree& tree, const Resolution& resolution) {
  std::uint32_t lead = kNone;
  for (std::uint32_t m = 0; m < resolution.mentions.size() && resolution.mentions[m].sentence == 0; ++m) {
    const Mention& mention = resolution.mentions[m];
    if (!somebody(mention) || in_passing(tree, mention)) continue;
    const bool office = tells_of(tree, mention.head) && has_office(tree, resolution, mention);
    const bool owned = tree.child(mention.head, Deprel::kPoss) != DocumentTree::kNoToken && !office;
    if (!owned && !office && !has_article(tree, mention.head)) continue;
    if (lead != kNone || owned || mention.entity != kNone || !tells_of(tree, mention.head)) return kNone;
    lead = m;
  }
  return lead;
}

// "Erik Dahl, 34, ..."
bool age_behind(const DocumentTree& tree, const Mention& name) {
  const std::uint32_t number = name.tokens.end + 1;
  return number < tree.sentence_range(name.head).end && tree.word(number - 1) == "," &&
         tree.token(number).tag == Tag::kCd && tree.word(number).size() <= 2;
}

bool fits(const DocumentTree& tree, const Mention& lead, const Mention& name, const Entity& entity) {
  const Token& token = tree.token(name.head);
  const bool was_charged = charged(tree, lead.head) || pursued(tree, lead.head);
  const bool suffers_otherwise = (token.deprel == Deprel::kNsubjpass && !charged(tree, name.head)) ||
                                 tree.token(token.head).lemma == "die";
  const char likely = entity.known_or_likely_gender();
  return tells_of(tree, name.head) && age_behind(tree, name) && !(was_charged && suffers_otherwise) &&
         gender_fits(lead, entity) && (lead.gender == '-' || likely == '-' || likely == lead.gender);
}

}  // namespace

LeadPerson find_lead_person(const DocumentTree& tree, const Resolution& resolution) {
  const std::uint32_t lead = lead_noun(tree, resolution);
  if (lead == kNone) return {};
  for (const Mention& name : resolution.mentions) {
    if (name.sentence == 0 || name.kind != MentionKind::kName || name.entity == kNone) continue;
    if (name.sentence > kReach) break;
    const Entity& entity = resolution.entities[name.entity];
    if (entity.type != EntityType::kPerson) continue;
    const Mention& first = resolution.mentions[entity.mentions.front()];
    if (first.head != name.head || !fits(tree, resolution.mentions[lead], name, entity)) return {};
    return {lead, name.entity};
  }
  return {};
}

std::uint32_t find_holder_named_later(const DocumentTree& tree, const Resolution& resolution,
                                      const Mention& office) {
  if (!has_office(tree, resolution, office)) return kNone;
  const std::set<std::uint32_t> of = named_beside(tree, resolution, office.head);
  // a party's nominee, a firm's head: others of the article may have one too
  if (of.size() != 1 || resolution.entities[*of.begin()].type != EntityType::kPlace) return kNone;
  std::uint32_t holder = kNone;
  for (const Mention& name : resolution.mentions) {
    if (name.kind != MentionKind::kName || name.entity == kNone || name.role != office.role) continue;
    if (name.head < office.head || another_role(tree, office, name) || !holds_simply(tree, office, name))
      return kNone;
    if (name.sentence > office.sentence + kReach || holder == name.entity) continue;
    const Entity& entity = resolution.entities[name.entity];
    const auto beside = named_beside(tree, resolution, name.head);
    if (holder != kNone || entity.type != EntityType::kPerson || !gender_fits(office, entity) ||
        resolution.mentions[entity.mentions.front()].head != name.head ||
        !std::includes(of.begin(), of.end(), beside.begin(), beside.end()) ||
        country_between(resolution, of, name))
      return kNone;
    holder = name.entity;
  }
  return holder;
}

}  // namespace dossier::ingest
