#include "ingest/resolve/name_forms.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "ingest/data/facts.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/state_bodies.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kShortSurname = 3;  // bytes

// "Wei Fenghe", "Kim Jong-un": what looks like a given name may be the family's; not "Mike Pompeo".
bool maybe_surname_first(const std::vector<std::string_view>& words) {
  return Facts::get().is_common_surname(words.front()) && !Facts::get().is_common_surname(words.back()) &&
         (words.front().size() <= kShortSurname || Facts::get().gender_of_given_name(words.front()) == '-');
}

// "De Zoysa", "van Biljon": a surname of several words
bool only_surname(std::string_view name) {
  static const std::set<std::string_view> particles = {"de",  "del", "der", "di", "la", "van",
                                                       "von", "bin", "al",  "el", "ter"};
  const auto words = words_of(name);
  return words.size() == 2 && particles.contains(to_lower(words.front()));
}

// A person's commonest full name; a place's commonest, one that the tables know before any; of other things the longest
// name that is no shouting.
std::string best_form(const std::map<std::string, int>& forms, EntityType type) {
  std::string best;
  std::pair<int, int> best_rank{-1, -100};
  const bool known = std::any_of(forms.begin(), forms.end(),
                                 [](const auto& form) { return Facts::get().names_place(form.first); });
  for (const auto& [form, count] : forms) {
    const int words =
        static_cast<int>(words_of(form).size()) - (type == EntityType::kPerson && only_surname(form));
    const bool shouted = all_capitals(form) && forms.size() > 1;
    if (type == EntityType::kPlace) {
      const std::pair<int, int> rank{shouted || (known && !Facts::get().names_place(form)) ? 0 : count,
                                     -words};
      if (rank > best_rank) best = form, best_rank = rank;
      continue;
    }
    if (type == EntityType::kGroup && names_peoples(form)) return form;
    const std::pair<int, int> rank = type == EntityType::kPerson
                                         ? std::pair(words >= 2 ? 100 + count : words, words)
                                         : std::pair(shouted ? 0 : std::min(words, 8), count);
    if (rank > best_rank) best = form, best_rank = rank;
  }
  return best;
}

// "Muslim" here is "Muslims" elsewhere, "Tory" "Tories"; "Chinese", "British" have no such plural.
void add_plural(std::map<std::string, int>& forms) {
  const std::string& form = forms.begin()->first;
  if (form.ends_with('s') || form.ends_with('h') || form.ends_with("ese") || form.ends_with("ss")) return;
  const std::string stem = form.substr(0, form.size() - 1);
  for (const std::string& many : {stem + "ies", form.substr(0, form.size() - 2) + "en", form + "s"}) {
    if (one_of_people(many) != form) continue;
    ++forms[many];
    return;
  }
}

void add_alias(Entity& entity, const std::string& alias) {
  const bool known = std::find(entity.aliases.begin(), entity.aliases.end(), alias) != entity.aliases.end();
  if (alias != entity.name && !known) entity.aliases.push_back(alias);
}

// "Putin" of "Vladimir Putin", "Kim" of "Kim Jong-un"; empty for a name of one word or with its generation, and
// for one that may begin or end with it ("Ali Soufan").
std::string surname_of(const std::string& name) {
  const auto words = words_of(name);
  if (words.size() < 2 || words.size() > 4) return {};
  if (maybe_surname_first(words) && Facts::get().gender_of_given_name(words.front()) != '-') return {};
  const std::string_view surname = maybe_surname_first(words) ? words.front() : words.back();
  const Title* title = Facts::get().find_title(surname);
  const bool counts = words.back().find_first_not_of("IVX") == std::string_view::npos;  // "Benedict XVI"
  return title || counts ? std::string() : std::string(surname);
}

// "State Department" of "US State Department"; empty for other names. Parties of that name are many
// countries'.
std::string_view without_states(std::string_view name) {
  for (std::size_t space = name.find(' '); space != std::string_view::npos;
       space = name.find(' ', space + 1)) {
    const Country* country = Facts::get().find_country(name.substr(0, space));
    const std::string_view rest = name.substr(space + 1);
    if (country && country->code == "US")
      return rest.find(' ') == std::string_view::npos || rest.ends_with(" Party") ? std::string_view() : rest;
  }
  return {};
}

// Other articles may use the long form only: "UN" and "United Nations".
void add_usual_names(Entity& entity) {
  std::vector<std::string> names{entity.name};
  names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
  const Facts& facts = Facts::get();
  for (const std::string& name : names) {
    const auto usual = facts.find_organisation(name);
    const bool spelt_otherwise = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
      return is_acronym_of(name, other) && other != usual;  // "European Commission (EC)"
    });
    // "Yankees" of "New York Yankees", "Exxon" of "ExxonMobil"
    const bool in_short = usual && (usual->starts_with(name) || usual->ends_with(name));
    if (usual && entity.type == EntityType::kOrganization && (all_capitals(name) || in_short) &&
        !spelt_otherwise && !(needs_country(name) && usual->starts_with("United States")))
      add_alias(entity, std::string(*usual));
    add_alias(entity, with_country_spelt_out(name));
    if (entity.type != EntityType::kOrganization) continue;
    if (const std::string form = official_form(name); form != name)
      add_alias(entity, with_country_spelt_out(form));
    const std::string_view rest = without_states(name);
    if (const auto of_states = needs_country(rest) ? std::nullopt : facts.find_organisation(rest)) {
      add_alias(entity, std::string(*of_states));
      add_alias(entity, official_form(*of_states));
    }
  }
}

// "Pope Francis", "Queen Elizabeth II": who reigns or is a prince bears no surname, and the title tells whose name it is.
void add_reigning_name(Entity& entity, const Mention& mention) {
  const auto words = words_of(entity.name);
  const bool numbered = words.size() == 2 && words.back().find_first_not_of("IVX") == std::string_view::npos;
  if (mention.role.empty() || mention.text != entity.name || (words.size() != 1 && !numbered) ||
      !is_kind_of(mention.role, {"sovereign", "prince", "princess", "pope"}))
    return;
  std::string title = mention.role;
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  add_alias(entity, title + " " + entity.name);
}

}  // namespace

std::string one_of_people(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"ies", "y"}, {"men", "man"}, {"s", ""}};
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  for (const auto& [many, one] : kEndings) {
    if (last.size() <= many.size() + 2 || !last.ends_with(many)) continue;
    const std::string stem(last.substr(0, last.size() - many.size())), word = stem + std::string(one);
    if (many == "men" && !Facts::get().find_people(stem)) continue;  // Frenchmen, but Romans
    if (Facts::get().is_people(word)) return std::string(name.substr(0, name.size() - last.size())) + word;
  }
  return {};
}

std::string people_of_adjective(std::string_view word) {
  if (!word.ends_with("ic") || Facts::get().is_people(word)) return {};
  const std::string_view one = word.substr(0, word.size() - 2);
  return Facts::get().is_people(one) ? std::string(one) + "s" : std::string();
}

bool names_peoples(std::string_view name) { return !one_of_people(name).empty(); }

std::string with_country_spelt_out(std::string_view name) {
  const std::size_t space = name.find(' ');
  const std::string_view first = name.substr(0, space);
  const Country* country =
      space != std::string_view::npos && all_capitals(first) ? Facts::get().find_country(first) : nullptr;
  if (!country && space != std::string_view::npos && needs_country(name.substr(space + 1)))
    country = Facts::get().find_people(first);  // "Israeli Supreme Court"
  return country ? std::string(country->name) + std::string(name.substr(space)) : std::string(name);
}

std::optional<std::string_view> usual_name(std::string_view name) {
  const auto usual = Facts::get().find_organisation(name);
  return usual ? usual : Facts::get().find_organisation(without_states(name));
}

void add_surnames(std::vector<Entity>& entities) {
  std::map<std::string, int> bearers;
  for (const Entity& entity : entities) {
    std::set<std::string> words;
    for (const auto word : words_of(entity.name)) words.insert(name_key(word));
    for (const std::string& word : words) bearers[word] += entity.named;
  }
  for (Entity& entity : entities) {
    const std::string surname =
        entity.named && entity.type == EntityType::kPerson ? surname_of(entity.name) : std::string();
    if (surname.size() >= 3 && is_capitalised(surname) && bearers[name_key(surname)] == 1)
      add_alias(entity, surname);
  }
}

void describe_named(const std::vector<Mention>& mentions, Entity& entity, EntityType voted) {
  std::sort(entity.mentions.begin(), entity.mentions.end());
  if (entity.type != EntityType::kPerson)  // a short name joined a person's
    entity.type = entity.country ? type_of_country(*entity.country) : voted;
  std::map<std::string, int> forms;
  for (const std::uint32_t m : entity.mentions) {
    if (entity.country && Facts::get().find_people(mentions[m].text)) continue;
    ++forms[mentions[m].text];
    if (entity.gender == '-') entity.gender = mentions[m].gender;
  }
  if (entity.type == EntityType::kGroup && forms.size() == 1) add_plural(forms);
  std::erase_if(forms, [&](const auto& form) { return forms.contains(form.first + "'s"); });  // "McDonald's"
  entity.name = entity.country ? std::string(entity.country->name) : best_form(forms, entity.type);
  for (const auto& [form, count] : forms) {
    if (!(all_capitals(form) && form.size() > 5)) add_alias(entity, form);
  }
  if (!entity.country) add_usual_names(entity);
  if (entity.type == EntityType::kPerson)
    for (const std::uint32_t m : entity.mentions) add_reigning_name(entity, mentions[m]);
  const auto words = words_of(entity.name);
  if (entity.type == EntityType::kPerson && words.size() >= 2)
    entity.likely_gender =
        maybe_surname_first(words) ? '-' : Facts::get().gender_of_given_name(words.front());
}

}  // namespace dossier::ingest
