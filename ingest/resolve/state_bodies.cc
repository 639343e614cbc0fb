#include "ingest/resolve/state_bodies.h"

#include <algorithm>
#include <string>

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

bool is_country(const graph::EntityRecord& entity) {
  return std::any_of(entity.properties.begin(), entity.properties.end(),
                     [](const auto& property) { return property.first == "code"; });
}

// The country that is mentioned twice as often as any other; empty for none.
std::string main_country(const graph::ArticleRecord& record) {
  std::uint32_t most = 0, next = 0;
  std::string name;
  for (const graph::EntityRecord& entity : record.entities) {
    if (!is_country(entity)) continue;
    if (entity.mentions > most) {
      next = most;
      most = entity.mentions;
      name = entity.name;
    } else {
      next = std::max(next, entity.mentions);
    }
  }
  return most >= 2 * next && most > 0 ? name : std::string();
}

// The country whose bodies alone the article names by country: "Spanish Supreme Court" beside "Senate"; empty for none
std::string country_of_bodies(const graph::ArticleRecord& record) {
  const Facts& facts = Facts::get();
  std::string_view only;
  for (const graph::EntityRecord& entity : record.entities) {
    if (entity.type != "Organization") continue;
    for (std::size_t at = entity.name.find(' '); at != std::string::npos;
         at = entity.name.find(' ', at + 1)) {
      const std::string owner = entity.name.substr(0, at);
      const Country* country = facts.find_country(owner);
      if (!country) country = facts.find_people(owner);
      if (!country || country->union_of_states || !needs_country(entity.name.substr(at + 1))) continue;
      if (!only.empty() && only != country->name) return {};
      only = country->name;
    }
  }
  return std::string(only);
}

// "House of Representatives", "Council of Ministers": every state may have it, but a name like that tells
// more.
bool body_of_all(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() != 3 || words[1] != "of") return false;
  std::string last = to_lower(words[2]);
  if (last.ends_with('s') && !Facts::get().find_noun(last)) last.pop_back();
  return Facts::get().is_state_body(to_lower(words[0])) && Facts::get().find_noun(last);
}

// "Supreme Court", "Interior Ministry": common words before what a state has one of; every town has its police
bool court_of_all(std::string_view name) {
  static constexpr std::string_view kOfStates[] = {"court", "ministry", "congress", "parliament", "assembly"};
  const auto words = words_of(name);
  if (words.size() != 2 || !is_capitalised(words[0])) return false;
  const std::string first = to_lower(words[0]), last = to_lower(words[1]);
  const Facts& facts = Facts::get();
  if ((last != "court" && facts.find_organisation(name)) || name == "General Assembly")
    return false;  // the UN's
  return std::find(std::begin(kOfStates), std::end(kOfStates), last) != std::end(kOfStates) &&
         (is_noun(first) || is_adjective(first)) && !facts.find_place(words[0]) && !facts.is_city(words[0]) &&
         !facts.find_country(words[0]) && !facts.find_people(words[0]) && !facts.is_people(words[0]) &&
         (last != "court" || !facts.is_common_surname(words[0]) || is_adjective(first));  // no "Holt Court"
}

bool state_has(std::string_view noun) { return Facts::get().is_state_body(noun) || noun == "government"; }

// "Navy", "Air Force"
bool body_alone(std::string_view name) {
  std::string joined = to_lower(name);
  std::erase(joined, ' ');
  return is_capitalised(name) && words_of(name).size() <= 2 &&
         (state_has(joined) || joined == "assembly" || joined == "court");
}

// "Finance Ministry" of "Ministry of Finance", "US State Department" of "US Department of State"; empty for
// others
std::string field_first(std::string_view name) {
  for (const std::string_view link : {" of ", " for "}) {
    const std::size_t at = name.find(link);
    if (at == std::string_view::npos) continue;
    const std::size_t space = name.substr(0, at).rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view body = name.substr(begin, at - begin);
    std::string_view field = name.substr(at + link.size());
    if (field.starts_with("the ")) field.remove_prefix(4);
    if ((body != "Ministry" && body != "Department") || !is_capitalised(field)) return {};
    return std::string(name.substr(0, begin)) + std::string(field) + " " + std::string(body);
  }
  return {};
}

// "Spanish", "U.S."; "Hong Kong" before a body, no Hongkonger
std::string adjective_of(const Country& country) {
  if (country.code == "US") return "U.S.";
  const bool adjective = !country.peoples.empty() && !country.peoples.front().ends_with("er");
  return std::string(adjective ? country.peoples.front() : country.name);
}

// "Spanish Supreme Court" of "Spain's | Supreme Court", "Ohio Senate"; empty for no state. Before a name a
// word may be somebody's: "Clinton's Senate seat".
std::string name_with_owner(const std::string& owner, const std::string& text, bool before) {
  const Facts& facts = Facts::get();
  const Country* country = facts.find_country(owner);
  if (!country) country = facts.find_people(owner);
  if (country && !country->union_of_states) return adjective_of(*country) + " " + text;
  const bool other = facts.find_capital(owner) || facts.is_people(owner) ||
                     (before && (facts.is_common_surname(owner) || facts.gender_of_given_name(owner) != '-'));
  return facts.find_place(owner) && !other ? owner + " " + text : std::string();
}

// "Supreme Court | of New Mexico"
std::string with_owner_behind(const DocumentTree& tree, std::uint32_t of, const std::string& text) {
  if (of >= tree.size() || tree.lower(of) != "of" || text.find(" of ") != std::string::npos) return {};
  std::uint32_t begin = of + 1, end = begin;
  if (begin < tree.size() && tree.token(begin).tag == Tag::kDt) end = ++begin;
  while (end < tree.size() && end < begin + 3 && proper(tree.token(end))) ++end;
  return begin < end ? name_with_owner(clean_name(tree.text_of({begin, end})), text, false) : std::string();
}

// Kent of "Kent police", whether or not the recogniser sees it
std::string place_at(const Resolution& resolution, std::uint32_t token, const std::string& name) {
  const Entity* entity = resolution.entity_at(token);
  const Facts& facts = Facts::get();
  if (entity && entity->named && entity->type == EntityType::kPlace)
    return entity->country ? std::string() : entity->name;
  const bool place = facts.find_place(name) && facts.gender_of_given_name(name) == '-' &&
                     (!entity || entity->type != EntityType::kPerson);
  return place ? name : std::string();
}

}  // namespace

bool needs_country(const graph::EntityRecord& entity) {
  if (entity.type == "Facility") return body_alone(entity.name) || court_of_all(entity.name);
  return entity.type == "Organization" && needs_country(entity.name);
}

bool needs_country(std::string_view name) {
  return body_alone(name) || body_of_all(name) || court_of_all(name);
}

std::string official_form(std::string_view name) {
  const std::size_t of = name.rfind(" of ");
  if (of != std::string_view::npos) {
    std::string_view owner = name.substr(of + 4);
    const std::string_view body = name.substr(0, of);
    if (owner.starts_with("the ")) owner.remove_prefix(4);
    if (Facts::get().find_country(owner) && (needs_country(body) || !field_first(body).empty()))
      return std::string(owner) + " " + official_form(body);
  }
  std::string form = field_first(name);
  if (form.empty()) form = name;
  constexpr std::string_view kAffairs = " Affairs Ministry";
  if (form.ends_with(kAffairs)) form.replace(form.size() - kAffairs.size(), kAffairs.size(), " Ministry");
  return form;
}

StateBody state_body_of(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun) {
  const std::string body = tree.lower(noun);  // of many no body: "armies"
  if (!state_has(body)) return {};
  const Country* country = nullptr;
  std::string place;
  for (const std::uint32_t child : tree.children(noun)) {
    const Deprel deprel = tree.token(child).deprel;
    const std::string word = tree.lower(child);
    if (deprel == Deprel::kPunct || (deprel == Deprel::kDet && word == "the") || deprel == Deprel::kCc ||
        deprel == Deprel::kConj)
      continue;
    const bool of = deprel == Deprel::kPrep && word == "of" && child == noun + 1;
    const std::uint32_t owner = of ? tree.child(child, Deprel::kPobj) : child;
    const bool tells = of || deprel == Deprel::kAmod || deprel == Deprel::kCompound ||
                       deprel == Deprel::kNmod || deprel == Deprel::kPoss;
    if (country || !place.empty() || !tells || owner == DocumentTree::kNoToken) return {};
    std::uint32_t begin = owner;  // `New Zealand | 's`
    while (begin > 0 && tree.token(begin - 1).deprel == Deprel::kCompound &&
           tree.token(begin - 1).head == owner)
      --begin;
    const std::string name = clean_name(tree.text_of({begin, owner + 1}));
    country = country_of_word(name);
    if (!country && deprel != Deprel::kAmod) place = place_at(resolution, owner, name);
    if (!country && place.empty()) return {};
    const auto below = tree.children(owner);
    if (std::any_of(below.begin(), below.end(),
                    [&](std::uint32_t t) { return t > owner && tree.token(t).tag != Tag::kPos; }))
      return {};
  }
  if (!place.empty()) return {place + " " + body, place + " " + body};
  if (!country || country->union_of_states) return {};
  return {adjective_of(*country) + " " + body, std::string(country->name) + " " + body};
}

std::string name_with_country(const DocumentTree& tree, TokenRange range, const std::string& text) {
  if (!needs_country(text)) return text;
  const std::uint32_t first = tree.sentence_range(range.begin).begin;
  const bool owned = range.begin > first && tree.token(range.begin - 1).tag == Tag::kPos;
  const std::uint32_t end = range.begin - owned;
  std::uint32_t begin = end;
  while (begin > first && end - begin < 3 &&
         (proper(tree.token(begin - 1)) || tree.token(begin - 1).tag == Tag::kJj) &&
         is_capitalised(tree.word(begin - 1)))
    --begin;
  for (; begin < end; ++begin) {
    const std::string name = name_with_owner(clean_name(tree.text_of({begin, end})), text, true);
    if (!name.empty()) return name;
  }
  const std::string name = with_owner_behind(tree, range.end, text);
  return name.empty() ? text : name;
}

void add_country_names(graph::ArticleRecord& record) {
  std::string country = country_of_bodies(record);
  if (country.empty()) country = main_country(record);
  if (country.empty()) return;
  for (graph::EntityRecord& entity : record.entities) {
    if (needs_country(entity) || (entity.type == "Law" && entity.name == "Constitution"))
      entity.aliases.push_back(country + " " + entity.name);
  }
}

}  // namespace dossier::ingest
