#include "ingest/data/facts.h"

#include <algorithm>

#include "ingest/data/tables.h"
#include "ingest/data/valency.h"

namespace dossier::ingest {
namespace {

NounClass noun_class_of(std::string_view name) {
  static const std::unordered_map<std::string_view, NounClass> kClasses = {
      {"person", NounClass::kPerson},
      {"group", NounClass::kGroup},
      {"location", NounClass::kLocation},
      {"artifact", NounClass::kArtifact},
      {"time", NounClass::kTime},
      {"quantity", NounClass::kQuantity},
      {"act", NounClass::kEvent},
      {"event", NounClass::kEvent},
      {"communication", NounClass::kCommunication},
      {"law", NounClass::kLaw}};
  const auto at = kClasses.find(name);
  return at == kClasses.end() ? NounClass::kOther : at->second;
}

template <typename Map>
auto find_or(const Map& map, std::string_view key, typename Map::mapped_type otherwise) {
  const auto at = map.find(key);
  return at == map.end() ? otherwise : at->second;
}

// An alias of one small word ("Defense") would catch too much; acronyms and names of several words do not.
bool telling(std::string_view alias) {
  return alias.find(' ') != std::string_view::npos ||
         (alias.size() >= 2 &&
          std::all_of(alias.begin(), alias.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; }));
}

}  // namespace

const Facts& Facts::get() {
  static const Facts facts;
  return facts;
}

Facts::Facts() {
  read_countries();
  read_nouns();
  read_small_tables();
}

void Facts::read_countries() {
  for_each_row(table_text("countries"), [&](auto cells) {
    if (cells.size() < 5) return;
    countries_.push_back({cells[0], cells[1], list_of(cells[2]), list_of(cells[3]), list_of(cells[4]),
                          cells.size() > 5 && cells[5] == "union"});
  });
  for (const Country& country : countries_) {
    by_name_.emplace(country.name, &country);
    for (const auto name : country.names) by_name_.emplace(name, &country);
    for (const auto name : country.capitals) by_capital_.emplace(name, &country);
    for (const auto name : country.peoples) by_people_.emplace(name, &country);
  }
}

void Facts::read_nouns() {
  for_each_row(table_text("nouns"), [&](auto cells) {
    if (cells.size() >= 4)
      nouns_.emplace(cells[0], Noun{noun_class_of(cells[1]), cells[2] == "p", cells[3].front()});
  });
}

void Facts::read_small_tables() {
  for_each_row(table_text("organisations"), [&](auto cells) {
    if (telling(cells[0])) organisations_.emplace(cells[0], cells[0]);
    for (const auto alias : list_of(cells[1])) {
      if (telling(alias)) organisations_.emplace(alias, cells[0]);
    }
  });
  for_each_row(table_text("organisations_more"), [&](auto cells) {
    if (cells.size() >= 3 && cells[2] == "shared") {
      shared_bodies_.emplace(cells[0], 's');
      return;
    }
    if (cells.size() < 2 || cells[1].empty()) {
      organisations_.emplace(cells[0], cells[0]);
      return;
    }
    organisations_.insert_or_assign(cells[0], cells[0]);
    for (const auto alias : list_of(cells[1])) organisations_.insert_or_assign(alias, cells[0]);
  });
  const auto read_places = [&](auto cells) {
    places_.emplace(cells[0], cells[0]);
    for (const auto alias : list_of(cells[1])) {
      places_.emplace(alias, cells[0]);
      const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
      if (alias.size() == 2 && std::all_of(alias.begin(), alias.end(), capital))
        states_.emplace(cells[0], 's');
    }
  };
  for_each_row(table_text("places"), read_places);
  for_each_row(table_text("places_more"), [&](auto cells) {
    read_places(cells);
    regions_.emplace(cells[0], 'r');
  });
  for_each_row(table_text("pronouns"), [&](auto cells) {
    pronouns_.emplace(cells[0], Pronoun{cells[1].front() - '0', cells[2].front(), cells[3].front(),
                                        static_cast<PronounKind>(cells[4].front())});
  });
  for_each_row(table_text("titles"), [&](auto cells) {
    titles_.emplace(cells[0], Title{cells[1].front(), cells[2].front()});
  });
  for_each_row(table_text("reciprocal_verbs"), [&](auto cells) { reciprocal_.emplace(cells[0], 'r'); });
  for_each_row(table_text("verb_bonds"), [&](auto cells) {
    bonds_.emplace(std::string_view(cells[0].data(), cells[1].data() + cells[1].size()),
                   'b');  // both words, a tab between
  });
  for_each_row(table_text("intransitive_verbs"), [&](auto cells) { intransitive_.emplace(cells[0], 'i'); });
  for_each_row(table_text("transparent_adjectives"),
               [&](auto cells) { transparent_.emplace(cells[0], 't'); });
  for_each_row(table_text("generic_nouns"), [&](auto cells) { generic_.emplace(cells[0], cells[1]); });
  for_each_row(table_text("naming_nouns"), [&](auto cells) { noun_types_.emplace(cells[0], cells[1]); });
  for_each_row(table_text("noun_types"), [&](auto cells) { noun_types_.emplace(cells[0], cells[1]); });
  for_each_row(table_text("known_names_more"), [&](auto cells) {
    known_names_.emplace(cells[0], cells[1]);
    if (cells[1] == "Person" && cells[0].find(' ') == std::string_view::npos)
      told_by_surname_.emplace(cells[0], 's');
  });
  for_each_row(table_text("known_names"), [&](auto cells) { known_names_.emplace(cells[0], cells[1]); });
  for_each_row(table_text("role_nouns"), [&](auto cells) { role_nouns_.emplace(cells[0], cells[1]); });
  for_each_row(table_text("state_bodies"), [&](auto cells) { state_bodies_.emplace(cells[0], 's'); });
  for_each_row(table_text("cities"), [&](auto cells) { cities_.emplace(cells[0], 'c'); });
  for_each_row(table_text("peoples"), [&](auto cells) { peoples_.emplace(cells[0], 'p'); });
  for_each_row(table_text("time_zones"), [&](auto cells) { time_zones_.emplace(cells[0], 'z'); });
  for_each_row(table_text("surnames"), [&](auto cells) { surnames_.emplace(cells[0], 's'); });
  for (const std::string_view table : {"given_names", "given_names_more"})
    for_each_row(table_text(table), [&](auto cells) { given_names_.emplace(cells[0], cells[1].front()); });
}

const Country* Facts::find_country(std::string_view name) const { return find_or(by_name_, name, nullptr); }
const Country* Facts::find_people(std::string_view word) const { return find_or(by_people_, word, nullptr); }
const Country* Facts::find_capital(std::string_view name) const {
  return find_or(by_capital_, name, nullptr);
}

std::optional<std::string_view> Facts::find_organisation(std::string_view name) const {
  const auto at = organisations_.find(name);
  return at == organisations_.end() ? std::nullopt : std::optional(at->second);
}

bool Facts::is_state(std::string_view name) const { return states_.contains(name); }

bool Facts::may_be_body(std::string_view name) const { return shared_bodies_.contains(name); }

std::optional<std::string_view> Facts::find_place(std::string_view name) const {
  const auto at = places_.find(name);
  return at == places_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<Noun> Facts::find_noun(std::string_view lemma) const {
  const auto at = nouns_.find(lemma);
  return at == nouns_.end() ? std::nullopt : std::optional(at->second);
}

const Pronoun* Facts::find_pronoun(std::string_view word) const {
  const auto at = pronouns_.find(word);
  return at == pronouns_.end() ? nullptr : &at->second;
}

const Title* Facts::find_title(std::string_view word) const {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto at = titles_.find(word);
  return at == titles_.end() ? nullptr : &at->second;
}

char Facts::gender_of_given_name(std::string_view name) const {
  const char whole = find_or(given_names_, name, '-');
  const std::size_t hyphen = name.find('-');  // "Nils-Erik"
  return whole != '-' || hyphen == std::string_view::npos
             ? whole
             : find_or(given_names_, name.substr(0, hyphen), '-');
}

bool Facts::is_reciprocal(std::string_view verb) const { return reciprocal_.contains(verb); }

bool Facts::mostly_binds(std::string_view verb, std::string_view preposition) const {
  return bonds_.contains(std::string(verb) + '\t' + std::string(preposition));
}

bool Facts::binds(std::string_view verb, std::string_view preposition) const {
  // `in`, `on`, `at` and `for` may say when, where or why of any deed.
  static constexpr std::string_view kDirecting[] = {"about", "against", "from",   "into",    "onto",
                                                    "over",  "to",      "toward", "towards", "with"};
  const bool directs =
      std::find(std::begin(kDirecting), std::end(kDirecting), preposition) != std::end(kDirecting);
  return mostly_binds(verb, preposition) || (directs && valency_of('v', verb, preposition).strong);
}

bool Facts::stands_alone(std::string_view verb) const { return intransitive_.contains(verb); }

bool Facts::tells_nothing(std::string_view adjective) const { return transparent_.contains(adjective); }

std::string_view Facts::type_of_known_name(std::string_view name) const {
  return find_or(known_names_, name, {});
}

bool Facts::is_told_by_surname(std::string_view name) const { return told_by_surname_.contains(name); }

bool Facts::is_kin(std::string_view noun) const { return find_or(role_nouns_, noun, {}) == "kin"; }

bool Facts::leads_body(std::string_view noun) const { return find_or(role_nouns_, noun, {}) == "lead"; }

bool Facts::is_state_body(std::string_view noun) const { return state_bodies_.contains(noun); }

std::string_view Facts::type_of_noun(std::string_view lemma) const { return find_or(noun_types_, lemma, {}); }

bool Facts::is_people(std::string_view word) const { return peoples_.contains(word); }

bool Facts::is_time_zone(std::string_view word) const { return time_zones_.contains(word); }

bool Facts::is_common_surname(std::string_view word) const { return surnames_.contains(word); }

bool Facts::is_city(std::string_view name) const { return cities_.contains(name); }
bool Facts::is_region(std::string_view name) const { return regions_.contains(name); }
bool Facts::names_place(std::string_view name) const {
  return find_place(name) || is_city(name) || find_capital(name) || find_country(name);
}

std::string_view Facts::find_generic(std::string_view noun) const { return find_or(generic_, noun, {}); }

}  // namespace dossier::ingest
