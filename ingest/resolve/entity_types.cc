// What kind of thing a cluster is: its mentions' labels vote, and so do the class of the name's last word and
// the shipped facts; a title before the name or a country's name settles it.
#include <array>

#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

using Votes = std::array<float, 11>;

float& votes_for(Votes& votes, EntityType type) { return votes[static_cast<std::size_t>(type)]; }

void vote_by_label(EntityLabel label, Votes& votes) {
  switch (label) {
    case EntityLabel::kPerson:
      votes_for(votes, EntityType::kPerson) += 1;
      break;
    case EntityLabel::kNorp:
      votes_for(votes, EntityType::kGroup) += 1;
      break;
    case EntityLabel::kFac:
      votes_for(votes, EntityType::kFacility) += 1;
      break;
    case EntityLabel::kOrg:
      votes_for(votes, EntityType::kOrganization) += 1;
      break;
    case EntityLabel::kGpe:
    case EntityLabel::kLoc:
      votes_for(votes, EntityType::kPlace) += 1;
      break;
    case EntityLabel::kProduct:
      votes_for(votes, EntityType::kProduct) += 1;
      break;
    case EntityLabel::kEvent:
      votes_for(votes, EntityType::kEvent) += 1;
      break;
    case EntityLabel::kWorkOfArt:
      votes_for(votes, EntityType::kWork) += 1;
      break;
    case EntityLabel::kLaw:
      votes_for(votes, EntityType::kLaw) += 1;
      break;
    default:
      break;
  }
}

void vote_by_last_word(std::string_view name, Votes& votes) {
  const auto words = words_of(name);
  if (words.size() < 2) return;
  const std::string_view kind = Facts::get().find_generic(to_lower(words.back()));
  if (kind == "event") votes_for(votes, EntityType::kEvent) += 2.5F;
  if (kind == "law") votes_for(votes, EntityType::kLaw) += 2.5F;
  const auto noun = Facts::get().find_noun(to_lower(words.back()));
  if (!noun) return;
  switch (noun->noun_class) {
    case NounClass::kGroup:
      votes_for(votes, EntityType::kOrganization) += 1.5F;
      break;
    case NounClass::kArtifact:
      votes_for(votes, EntityType::kFacility) += 1.0F;
      break;
    case NounClass::kLocation:
      votes_for(votes, EntityType::kFacility) += 1.0F;
      break;
    case NounClass::kEvent:
      votes_for(votes, EntityType::kEvent) += 0.6F;
      break;
    default:
      break;
  }
}

// "Space Shuttle Columbia" is no person, whatever the recogniser says.
bool holds_artifact(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() < 2 || Facts::get().gender_of_given_name(words.front()) != '-') return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto noun = Facts::get().find_noun(to_lower(words[i]));
    if (noun && noun->noun_class == NounClass::kArtifact && !noun->person &&
        Facts::get().gender_of_given_name(words[i]) == '-')
      return true;
  }
  return false;
}

// "Steven F. Udvar-Hazy Center", "Santo Spirito and Immacolata"
bool likely_person(std::string_view name) {
  const auto words = words_of(name);
  if (name.find(" and ") != std::string_view::npos) return false;
  const auto noun = words.size() >= 3 ? Facts::get().find_noun(to_lower(words.back())) : std::nullopt;
  return !noun || (noun->noun_class != NounClass::kLocation && noun->noun_class != NounClass::kArtifact &&
                   noun->noun_class != NounClass::kGroup);
}

void vote_by_facts(std::string_view name, Votes& votes) {
  const Facts& facts = Facts::get();
  if (facts.find_organisation(name)) {
    votes_for(votes, EntityType::kOrganization) += 2;
    if (name.find(' ') == std::string_view::npos) votes_for(votes, EntityType::kPerson) = 0;
  }
  if (facts.find_capital(name))
    votes_for(votes, EntityType::kPlace) += 3;
  else if (facts.find_place(name))
    votes_for(votes, EntityType::kPlace) += facts.gender_of_given_name(name) == '-' ? 1.2F : 0.5F;
  const auto words = words_of(name);
  const bool surname = words.size() >= 2 && words.size() <= 4 && !facts.find_noun(to_lower(words.back()));
  if (surname && facts.gender_of_given_name(words.front()) != '-')
    votes_for(votes, EntityType::kPerson) += 1.5F;
  if (const Title* title = words.empty() ? nullptr : facts.find_title(words.back());
      title && title->kind == 'c') {
    votes_for(votes, EntityType::kOrganization) += 3;
  }
}

}  // namespace

EntityType vote_type(const Resolution& resolution, const std::vector<std::uint32_t>& mentions) {
  Votes votes{};
  std::string longest;
  for (const std::uint32_t m : mentions) {
    const Mention& mention = resolution.mentions[m];
    if (mention.kind != MentionKind::kName) continue;
    if (Facts::get().find_country(mention.text)) return EntityType::kPlace;
    vote_by_label(mention.label, votes);
    if (!mention.role.empty()) votes_for(votes, EntityType::kPerson) += 1.5F;
    if (mention.text.size() > longest.size()) longest = mention.text;
  }
  if (!likely_person(longest)) votes_for(votes, EntityType::kPerson) *= 0.3F;
  vote_by_last_word(longest, votes);
  vote_by_facts(longest, votes);
  if (holds_artifact(longest)) {
    votes_for(votes, EntityType::kProduct) += 1.5F * votes_for(votes, EntityType::kPerson);
    votes_for(votes, EntityType::kPerson) = 0;
  }
  std::size_t best = static_cast<std::size_t>(EntityType::kConcept);
  for (std::size_t type = 0; type < votes.size(); ++type) {
    if (votes[type] > votes[best]) best = type;
  }
  return static_cast<EntityType>(best);
}

}  // namespace dossier::ingest
