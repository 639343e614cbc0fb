// What kind of thing a cluster is: its mentions' labels vote, and so do the class of the name's last word and
// the shipped facts; a title before the name or a country's name settles it.
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <numeric>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr float kLeastVote = 0.35F;  // less says nothing
constexpr float kUntold = 0.15F;
constexpr float kShared = 1.5F;
constexpr float kNamedSo = 1.5F;
constexpr float kTold = 0.3F;  // what a body may do as well, says less

using Votes = std::array<float, 11>;

float& votes_for(Votes& votes, EntityType type) { return votes[static_cast<std::size_t>(type)]; }

void vote_by_label(EntityLabel label, Votes& votes) {
  const auto vote = [&](EntityType type) { votes_for(votes, type) += 1; };
  switch (label) {
    case EntityLabel::kPerson:
      return vote(EntityType::kPerson);
    case EntityLabel::kNorp:
      return vote(EntityType::kGroup);
    case EntityLabel::kFac:
      return vote(EntityType::kFacility);
    case EntityLabel::kOrg:
      return vote(EntityType::kOrganization);
    case EntityLabel::kGpe:
    case EntityLabel::kLoc:
      return vote(EntityType::kPlace);
    case EntityLabel::kProduct:
      return vote(EntityType::kProduct);
    case EntityLabel::kEvent:
      return vote(EntityType::kEvent);
    case EntityLabel::kWorkOfArt:
      return vote(EntityType::kWork);
    case EntityLabel::kLaw:
      return vote(EntityType::kLaw);
    default:
      return;
  }
}

/// The word that says what the name is: "Center" of "Johnson Space Center", "Museum" of "Museum of Flight".
std::string_view head_word(const std::vector<std::string_view>& words) {
  const auto last = type_of_noun(words.back());
  for (std::size_t i = 1; i < words.size() && is_capitalised(words.back()); ++i) {
    if (words[i] != "of" && words[i] != "for" && !(words[i] == "on" && is_capitalised(words[i - 1])))
      continue;
    // "Freedom of Information Act" is one; "Department of Wildlife Conservation", "Index on Censorship" are
    // no event
    const bool body = type_of_noun(words[i - 1]) == EntityType::kOrganization;
    const bool whole =
        last == EntityType::kLaw || last == EntityType::kEvent ||
        (last == EntityType::kFacility && !type_of_noun(words[i - 1]));  // "Bank of America Stadium"
    return whole && !body && i + 2 != words.size() ? words.back() : words[i - 1];
  }
  return words.back();
}

bool given_name(std::string_view word) { return Facts::get().gender_of_given_name(word) != '-'; }

float weight_of(EntityType type, std::string_view noun) {
  switch (type) {
    case EntityType::kOrganization:
    case EntityType::kLaw:
      return 1.5F;
    case EntityType::kEvent:
      return noun_mostly_means(noun, NounKind::kAct) || noun_mostly_means(noun, NounKind::kEvent) ? 1.3F
                                                                                                  : 0.8F;
    case EntityType::kWork:
      return 1.2F;
    case EntityType::kPlace:
      // "Sandy Lake" is one; "Liberation Front" may be a group, "Globe Town" a paper
      return noun_means(noun, NounKind::kGroup) || noun_means(noun, NounKind::kCognition) ||
                     noun_means(noun, NounKind::kArtifact)
                 ? 0.8F
                 : 1.1F;  // "Deseret News", "Liberation Front": the recogniser knows better
    case EntityType::kFacility:
      return 1.1F;  // "NTU Hospital Station": the word knows better
    default:
      return 1;
  }
}

// "School District", "Tourism Board": the word before says what kind
bool body_before(const std::vector<std::string_view>& words) {
  const auto type = words.size() >= 3 ? type_of_noun(words[words.size() - 2]) : std::nullopt;
  return type == EntityType::kOrganization;
}

bool plural_noun(std::string_view word) {
  const std::string lower = to_lower(word);
  return lower.size() > 3 && lower.ends_with('s') && !Facts::get().is_common_surname(word) &&
         !Facts::get().find_noun(lower) && Facts::get().find_noun(lower.substr(0, lower.size() - 1));
}

bool company_of_many(const std::vector<std::string_view>& words, const std::string& head) {
  return plural_noun(words.back()) && to_lower(words.back()) == head &&
         (!given_name(words.front()) || Facts::get().find_country(words.front()));  // "Kenya Airways"
}

// "Ulysses S. Grant", "F Scott Fitzgerald": an initial beside two names is a person's; so is "Anna Maria
// Hall"
bool shaped_as_person(const std::vector<std::string_view>& words) {
  const auto initial = [](std::string_view word) {
    return (word.size() == 1 || (word.size() == 2 && word[1] == '.')) && is_capitalised(word);
  };
  const auto initials = [](std::string_view word) {  // "J.K."
    return word.size() == 4 && word[1] == '.' && word[3] == '.' && is_capitalised(word) &&
           is_capitalised(word.substr(2));
  };
  const auto name = [](std::string_view word) {
    return word.size() >= 3 && is_capitalised(word) && !all_capitals(word);
  };
  // "JMW Turner", "BB King"
  if (words.size() == 2 && words[0].size() <= 3 && all_capitals(words[0]) &&
      !Facts::get().find_country(words[0]) && !Facts::get().find_organisation(words[0]) &&
      Facts::get().is_common_surname(words[1]))
    return true;
  if (words.size() == 2 && initials(words[0]) && name(words[1]) && !type_of_noun(words[1])) return true;
  if (words.size() == 3 && given_name(words[0]) && given_name(words[1]) &&
      Facts::get().is_common_surname(words[2]))
    return true;
  return words.size() == 3 && name(words[2]) &&
         ((given_name(words[0]) && initial(words[1])) || (initial(words[0]) && given_name(words[1])));
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// "Norsk Investment", "Mercury News": a noun that nobody is known to bear, behind no given name
bool common_words(const std::vector<std::string_view>& words) {
  const auto noun = Facts::get().find_noun(to_lower(words.back()));
  return noun && words.back().size() > 2 && noun->noun_class != NounClass::kPerson &&
         !given_name(words.front()) && !given_name(words.back()) &&
         !Facts::get().is_common_surname(words.back());
}

// "Philippine Red Cross": what ends like a well-known body of several words is one
bool ends_as_body(std::string_view name) {
  if (!std::isalpha(static_cast<unsigned char>(name.front()))) return false;  // "10 Downing Street"
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
    const std::string_view end = name.substr(at + 1);
    if (end.find(' ') != std::string_view::npos && Facts::get().find_organisation(end)) return true;
  }
  return false;
}

// "Tropical Storm Rina": what happened, and what it was called
bool named_event(const std::vector<std::string_view>& words) {
  return words.size() >= 3 && type_of_noun(words[words.size() - 2]) == EntityType::kEvent &&
         !is_noun(to_lower(words.back())) && is_adjective(to_lower(words.front()));
}

void vote_by_head_word(std::string_view name, Votes& votes) {
  auto words = words_of(name);
  if (words.size() > 2 && is_number(words.back())) words.pop_back();  // "Sustainia Award 2014"
  if (words.size() < 2 || shaped_as_person(words)) return;
  const std::string head = to_lower(head_word(words));
  if (name.find(" & ") != std::string_view::npos) votes_for(votes, EntityType::kOrganization) += 1;
  if (ends_as_body(name)) votes_for(votes, EntityType::kOrganization) += 1.5F;
  const std::string_view kind = Facts::get().find_generic(head);
  if (kind == "event") votes_for(votes, EntityType::kEvent) += 2.5F;
  if (kind == "law") votes_for(votes, EntityType::kLaw) += 2.5F;
  if (kind == "organization") votes_for(votes, EntityType::kOrganization) += 1.0F;
  const EntityType none = EntityType::kPerson;
  const bool called_so =
      given_name(words.back()) && head == to_lower(words.back());  // not "Parliament of Kenya"
  const EntityType type = called_so ? none : type_of_noun(head).value_or(none);
  const bool act = words.front().ends_with("ing");  // "Rolling Stones"
  const EntityType first = named_event(words)                 ? EntityType::kEvent
                           : given_name(words.front()) || act ? none
                                                              : type_of_noun(words.front()).value_or(none);
  const bool by_first = (first == EntityType::kEvent || first == EntityType::kPlace) &&
                        name.find('-') == std::string_view::npos;
  if (type != EntityType::kPlace && type != EntityType::kEvent && company_of_many(words, head)) {
    votes_for(votes, EntityType::kOrganization) +=
        1;  // "Norrsken Airlines", "Ben Franklin Technology Partners"
  } else if (type != none && (type != EntityType::kProduct || !by_first)) {
    const bool surname =
        words.size() == 2 && votes_for(votes, EntityType::kPerson) > 0 && first == none &&
        !common_words(words) && (given_name(words.front()) || !Facts::get().names_place(words.front())) &&
        (type != EntityType::kFacility || Facts::get().is_common_surname(words.back()));  // "Eden Hazard"
    EntityType kind = type == EntityType::kPlace && body_before(words) ? EntityType::kOrganization : type;
    if (kind == EntityType::kFacility && head != to_lower(words.back()) &&
        (name.find(" for ") != std::string_view::npos || name.find(" on ") != std::string_view::npos ||
         Facts::get().is_state_body(head)))
      kind = EntityType::kOrganization;  // "Centers for Disease Control", "Libyan House of Representatives"
    votes_for(votes, kind) += kind == EntityType::kOrganization || !surname ? weight_of(kind, head) : 0.3F;
  } else if (first == EntityType::kFacility && votes_for(votes, EntityType::kPerson) > 0 &&
             !Facts::get().is_common_surname(words.front())) {
    votes_for(votes, first) += 1.2F;  // "Masjid Al-Aqsa"
  } else if (by_first) {
    votes_for(votes, first) +=
        first == EntityType::kEvent
            ? 2.5F
            : 1.5F;  // "Hurricane Lorenzo", "County Mayo", "Mount Apo"; not "Park Joo-Ho"
  }
}

// The recogniser errs on a name the same way each time: many mentions tell little more than two.
void damp(Votes& votes) {
  constexpr float kEnough = 2;
  const float all = std::accumulate(votes.begin(), votes.end(), 0.0F);
  if (all <= kEnough) return;
  const float scale = (kEnough + 0.25F * std::log2(all / kEnough)) / all;
  for (float& vote : votes) vote *= scale;
}

// "Sparebanken Vest", which the recogniser takes for a body, is no garment
bool foreign_body(std::string_view name, const Votes& votes) {
  const auto words = words_of(name);
  const std::string first = to_lower(words.front());
  return words.size() == 2 && !is_noun(first) && !is_adjective(first) &&
         votes[static_cast<std::size_t>(EntityType::kOrganization)] >= 1;
}

// "Space Shuttle Columbia" is no person, whatever the recogniser says.
bool holds_artifact(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() < 2 || Facts::get().gender_of_given_name(words.front()) != '-') return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto noun = Facts::get().find_noun(to_lower(words[i]));
    if (is_capitalised(words[i]) && noun && noun->noun_class == NounClass::kArtifact && !noun->person &&
        (i > 0 || words.size() > 2 || noun_is_met(to_lower(words[i]))) &&  // "Bola Tinubu"
        type_of_noun(words[i]) != EntityType::kFacility &&                 // "Kumla Prison"
        Facts::get().gender_of_given_name(words[i]) == '-')
      return true;
  }
  return false;
}

// "Hazard", "Samba"; not "Shipping"
bool may_be_surname(std::string_view word) {
  return Facts::get().is_common_surname(word) || !word.ends_with("ing");
}

// "Manchester United": a city, and no surname behind it
bool of_a_city(const std::vector<std::string_view>& words) {
  const Facts& facts = Facts::get();
  return (facts.is_city(words.front()) || facts.find_place(words.front())) && !given_name(words.front()) &&
         !facts.is_common_surname(words.back()) && is_adjective(to_lower(words.back()));
}

// "Bayer Leverkusen", "Airtel Africa"
bool in_a_place(const std::vector<std::string_view>& words) {
  const Facts& facts = Facts::get();
  const bool region =
      facts.find_country(words.back()) || facts.find_place(words.back());  // towns are surnames too: "Obama"
  return region && !facts.find_capital(words.back()) && !facts.is_common_surname(words.back()) &&
         !given_name(words.back()) && !given_name(words.front());
}

// "Le Matin", "Der Bund": people who have such a name have a given name before it
bool foreign_article(std::string_view word) {
  return word == "Le" || word == "La" || word == "El" || word == "Il" || word == "Los" || word == "Der" ||
         word == "Die" || word == "Das";
}

// "Steven F. Udvar-Hazy Center", "Santo Spirito and Immacolata", "Norrsken Shipping": not a surname at the
// end
bool likely_person(std::string_view name) {
  const auto words = words_of(name);
  if (name.find(" and ") != std::string_view::npos || name.find(" & ") != std::string_view::npos)
    return false;
  if (words.size() < 2 || shaped_as_person(words)) return true;
  if (Facts::get().type_of_known_name(name) == "Person") return true;
  if (named_event(words)) return false;
  if (type_of_noun(words.front()) == EntityType::kEvent && !given_name(words.front())) return false;
  const std::string last = to_lower(words.back());
  const auto noun = Facts::get().find_noun(last);
  const auto type = type_of_noun(last);
  const bool thing = (words.size() >= 3 && plural_noun(words.back())) ||
                     (type && *type != EntityType::kPerson) ||
                     (noun && !noun->person && noun->noun_class != NounClass::kPerson);
  if (words.size() == 2 && !given_name(words.front()) && plural_noun(words.back())) return false;
  if (words.size() == 2 &&
      (common_words(words) || of_a_city(words) || in_a_place(words) || foreign_article(words.front())))
    return false;
  if (words.size() == 2 &&
      (given_name(words.front()) ||
       (type != EntityType::kOrganization && !type_of_noun(words.front()) && may_be_surname(words.back()))))
    return true;  // "John Stones", "Eden Hazard"
  return !thing;
}

void vote_by_known_name(std::string_view name, Votes& votes) {
  const std::string_view type = Facts::get().type_of_known_name(name);
  const bool one_word = name.find(' ') == std::string_view::npos;
  if (Facts::get().is_told_by_surname(name)) votes_for(votes, EntityType::kPerson) += kNamedSo;
  if (one_word && type == "Person") return;  // "Opel", "Versace": told of apart (untold_person)
  if (type.empty() || (one_word && (given_name(name) || Facts::get().is_common_surname(name)))) return;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (name_of(static_cast<EntityType>(i)) == type) votes[i] += one_word || type != "Person" ? 2.5F : 2;
  }
}

// "Baker"
bool named_for_trade(std::string_view word) {
  const auto noun = Facts::get().find_noun(to_lower(word));
  return noun && noun->noun_class == NounClass::kPerson && Facts::get().is_common_surname(word);
}

void vote_by_facts(std::string_view name, Votes& votes) {
  const Facts& facts = Facts::get();
  vote_by_known_name(name, votes);
  // "Monti", "Khurais": the recogniser's peoples that no table knows
  if (name.find(' ') == std::string_view::npos && !facts.is_people(name) && !facts.find_people(name) &&
      !names_peoples(name))
    votes_for(votes, EntityType::kGroup) *= 0.6F;
  // "Brazilians", of whom the recogniser saw nothing
  if (name.ends_with('s') && (facts.find_people(name) || names_peoples(name)))
    votes_for(votes, EntityType::kGroup) += 1;
  const bool body = facts.find_organisation(name).has_value();
  if (body) {
    votes_for(votes, EntityType::kOrganization) += 2;
    votes_for(votes, EntityType::kPerson) *=
        name.find(' ') == std::string_view::npos ? 0 : 0.3F;  // "Eli Lilly"
  }
  if (facts.may_be_body(name)) votes_for(votes, EntityType::kOrganization) += kShared;
  if (facts.find_place(name) && !facts.is_people(name)) votes_for(votes, EntityType::kGroup) *= 0.3F;
  if (facts.find_place(name) || (facts.is_city(name) && !body))
    votes_for(votes, EntityType::kOrganization) *= 0.6F;
  if (facts.find_capital(name))
    votes_for(votes, EntityType::kPlace) += 3;
  else if (facts.find_place(name) && !facts.is_people(name))  // a Republican is no river
    votes_for(votes, EntityType::kPlace) += facts.gender_of_given_name(name) == '-' ? 1.2F : 0.5F;
  else if (facts.is_city(name) && !body && facts.gender_of_given_name(name) == '-')
    votes_for(votes, EntityType::kPlace) += 1;
  const auto words = words_of(name);
  const bool plural_thing = plural_noun(words.back()) && type_of_noun(words.back());  // "Rory Peck Awards"
  const bool surname =
      words.size() >= 2 && words.size() <= 4 && !plural_thing &&
      (!facts.find_noun(to_lower(words.back())) || (words.size() == 2 && named_for_trade(words.back())));
  if (surname && !body && facts.gender_of_given_name(words.front()) != '-' &&
      !facts.find_country(words.front()) &&  // "America First"
      !(words.size() == 2 && foreign_article(words.front())))
    votes_for(votes, EntityType::kPerson) += 1.5F;
  if (shaped_as_person(words)) votes_for(votes, EntityType::kPerson) += 1.5F;
  if (const Title* title = words.empty() ? nullptr : facts.find_title(words.back());
      title && title->kind == 'c') {
    votes_for(votes, EntityType::kOrganization) += 3;
  }
}

// "Fedora", "Zizzi": a single word that no table gives as a name, and of which no sentence says that it is
// somebody; people are introduced by full name or by what they are
bool untold_person(std::string_view name, float told) {
  return told < kTold && name.find_first_of(" -") == std::string_view::npos && !given_name(name) &&
         !Facts::get().is_common_surname(name) && Facts::get().type_of_known_name(name) != "Person";
}

// "Rebels", "One Direction": a noun of the dictionary that the recogniser never took for somebody
bool common_word(const Resolution& resolution, const std::vector<std::uint32_t>& mentions,
                 const std::string& name) {
  return name.find(' ') == std::string::npos && Facts::get().find_noun(to_lower(name)) && !given_name(name) &&
         !Facts::get().is_common_surname(name) &&
         std::none_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
           return resolution.mentions[m].label == EntityLabel::kPerson ||
                  !resolution.mentions[m].role.empty();
         });
}

}  // namespace

EntityType type_of_country(const Country& country) {
  return country.union_of_states ? EntityType::kOrganization : EntityType::kPlace;
}

EntityType vote_type(const Resolution& resolution, const std::vector<std::uint32_t>& mentions) {
  Votes votes{}, hints{};
  std::string longest;
  std::size_t peoples = 0;
  bool many = false;
  for (const std::uint32_t m : mentions) {
    const Mention& mention = resolution.mentions[m];
    if (mention.kind != MentionKind::kName) continue;
    if (const Country* country = Facts::get().find_country(mention.text)) return type_of_country(*country);
    if (mention.label == EntityLabel::kLanguage) return EntityType::kConcept;
    vote_by_label(mention.label, votes);
    peoples += mention.label == EntityLabel::kNorp;
    many = many || names_peoples(mention.text);
    for (std::size_t type = 0; type < hints.size(); ++type) hints[type] += mention.hints[type];
    if (!mention.role.empty()) hints[static_cast<std::size_t>(EntityType::kPerson)] += 1.5F;
    if (mention.text.size() > longest.size()) longest = mention.text;
  }
  if (many && 2 * peoples > mentions.size()) return EntityType::kGroup;  // "Muslims who", however often
  damp(votes);
  if (untold_person(longest, hints[static_cast<std::size_t>(EntityType::kPerson)]))
    votes_for(votes, EntityType::kPerson) *= kUntold;
  if (!likely_person(longest)) {
    votes_for(votes, EntityType::kOrganization) += 0.5F * votes_for(votes, EntityType::kPerson);
    votes_for(votes, EntityType::kPerson) *= 0.3F;
  }
  vote_by_head_word(longest, votes);
  vote_by_facts(longest, votes);
  // "Norrsken Shipping, a ferry operator": who operates ferries may be a company
  float& person = hints[static_cast<std::size_t>(EntityType::kPerson)];
  if (!likely_person(longest) && person > 0 && words_of(longest).size() >= 2) {
    votes_for(votes, EntityType::kOrganization) += 0.5F * person;
    person *= 0.3F;
  }
  if (common_word(resolution, mentions, longest)) person = 0;
  for (std::size_t type = 0; type < votes.size(); ++type) votes[type] += hints[type];
  if (all_capitals(longest) && longest.size() > 2 && longest.find_first_of(" .") == std::string::npos)
    votes_for(votes, EntityType::kPerson) *= kUntold;  // "ALDI"
  // "COVID-19", "GPLv3", "Area 51"
  if (std::any_of(longest.begin(), longest.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
    votes_for(votes, EntityType::kPerson) = 0;
  if (const auto words = words_of(longest); words.size() >= 2 && ship_prefix(words.front())) {
    votes_for(votes, EntityType::kProduct) += 3;
    votes_for(votes, EntityType::kPerson) = 0;
  }
  if (holds_artifact(longest) && !foreign_body(longest, votes)) {
    votes_for(votes, EntityType::kProduct) += 0.5F + 1.5F * votes_for(votes, EntityType::kPerson);
    votes_for(votes, EntityType::kPerson) = 0;
  }
  std::size_t best = static_cast<std::size_t>(EntityType::kConcept);
  votes[best] = std::max(votes[best], kLeastVote);
  for (std::size_t type = 0; type < votes.size(); ++type) {
    if (votes[type] > votes[best]) best = type;
  }
  return static_cast<EntityType>(best);
}

}  // namespace dossier::ingest
