// Reports of crimes and courts keep the name for their second sentence, and tell the age with it:
//
//   "A man has been charged with murder, police said. Erik Dahl, 34, is due to appear in court on Monday."
//
// He is the subject of both. Two whom the first sentence tells of could be meant ("A man was charged after a girl was
// hurt"), and one who was charged is not who was found dead. Tests: tests/ingest/resolve/lead_person_test.cc.
#include "ingest/resolve/lead_person.h"

#include <algorithm>

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

}  // namespace dossier::ingest
