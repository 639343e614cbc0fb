#include "ingest/resolve/link_names.h"

#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {

bool telling(const graph::EntityRecord& entity) {
  return entity.type != "Concept" || words_of(entity.name).size() >= 2;
}

bool telling_alias(const graph::EntityRecord& entity, const std::string& alias) {
  if (entity.type == "Concept" || entity.type == "Value") return false;
  return words_of(alias).size() >= 2 ||
         (entity.type != "Person" &&
          (all_capitals(alias) || Facts::get().find_country(alias) || short_form(entity, alias)));
}

bool short_form(const graph::EntityRecord& entity, const std::string& alias) {
  return entity.type == "Organization" && is_capitalised(alias) && entity.name.starts_with(alias + " ") &&
         !Facts::get().find_noun(to_lower(alias)) && !Facts::get().find_place(alias) &&
         !Facts::get().is_city(alias) && !Facts::get().is_people(alias);
}

bool common_noun(const std::string& name) {
  const std::string lower = to_lower(name);
  return lower != name && !all_capitals(name) && name.find(' ') == std::string::npos &&
         (Facts::get().find_noun(lower) ||
          (lower.ends_with('s') && Facts::get().find_noun(lower.substr(0, lower.size() - 1))));
}

bool lone_noun(const graph::EntityRecord& entity) {
  const Facts& facts = Facts::get();
  return entity.type != "Person" && entity.type != "Group" && entity.type != "Concept" &&
         common_noun(entity.name) && !facts.find_organisation(entity.name) &&
         !facts.names_place(entity.name) && facts.type_of_known_name(entity.name) != entity.type;
}

bool names_country(const graph::EntityRecord& entity) {
  return std::any_of(entity.properties.begin(), entity.properties.end(),
                     [](const auto& property) { return property.first == "code"; });
}

bool spelt_otherwise(const std::string& letters, const std::string& left, const std::string& right) {
  if (!all_capitals(letters) || !is_acronym_of(letters, left) || !is_acronym_of(letters, right)) return false;
  const std::string left_key = name_key(left), right_key = name_key(right);
  const auto ours = words_of(left_key), theirs = words_of(right_key);
  return std::none_of(ours.begin(), ours.end(), [&](auto word) {
    return word.size() > 3 && std::find(theirs.begin(), theirs.end(), word) != theirs.end();
  });
}

bool full_name(const graph::EntityRecord& entity) {
  if (entity.type == "Value" || !is_capitalised(entity.name)) return false;
  if (words_of(entity.name).size() >= 2) return true;
  return entity.type != "Person" && !Facts::get().find_noun(to_lower(entity.name)) &&
         Facts::get().gender_of_given_name(entity.name) == '-';
}

bool one_word_name(const graph::EntityRecord& entity) {
  if (words_of(entity.name).size() != 1) return false;
  const std::string lower = to_lower(entity.name);
  const bool many =
      lower.ends_with('s') && Facts::get().find_noun(lower.substr(0, lower.size() - 1));  // "Doctors"
  const bool word = is_capitalised(entity.name) && !Facts::get().find_noun(lower) && !many;
  const bool unknown_body = entity.type == "Organization" && !all_capitals(entity.name) &&
                            !Facts::get().find_organisation(entity.name);
  return entity.type == "Person" || (word && (entity.type == "Concept" || unknown_body));
}

bool untyped_name(const graph::EntityRecord& entity) {
  return entity.type == "Concept" && is_capitalised(entity.name) && words_of(entity.name).size() == 1 &&
         !all_capitals(entity.name) && !(entity.name.ends_with('s') && common_noun(entity.name));
}

bool few_bear(const std::string& word) {
  const Facts& facts = Facts::get();
  return !facts.is_common_surname(word) && facts.gender_of_given_name(word) == '-' &&
         !facts.find_noun(to_lower(word)) && word.size() >= 4;
}

std::set<std::string> spellings(std::string_view surname) {
  std::string_view stem = surname;
  while (stem.ends_with('y') || stem.ends_with('i')) stem.remove_suffix(1);
  std::set<std::string> all{std::string(surname)};
  if (stem.size() < surname.size() && stem.size() >= 4) {
    for (const std::string_view ending : {"y", "yy", "iy", "i"})
      all.insert(std::string(stem) + std::string(ending));
  }
  return all;
}

}  // namespace dossier::ingest
