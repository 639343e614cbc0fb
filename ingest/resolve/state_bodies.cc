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
  static constexpr std::string_view kOfStates[] = {"court", "ministry", "congress", "parliament"};
  const auto words = words_of(name);
  if (words.size() != 2 || !is_capitalised(words[0])) return false;
  const std::string first = to_lower(words[0]), last = to_lower(words[1]);
  const Facts& facts = Facts::get();
  if (last != "court" && facts.find_organisation(name)) return false;
  return std::find(std::begin(kOfStates), std::end(kOfStates), last) != std::end(kOfStates) &&
         (is_noun(first) || is_adjective(first)) && !facts.find_place(words[0]) && !facts.is_city(words[0]) &&
         !facts.find_country(words[0]) && !facts.find_people(words[0]) && !facts.is_people(words[0]) &&
         !facts.is_common_surname(words[0]);
}

bool body_alone(std::string_view name) {
  return is_capitalised(name) && words_of(name).size() == 1 && Facts::get().is_state_body(to_lower(name));
}

}  // namespace

bool needs_country(const graph::EntityRecord& entity) {
  if (entity.type == "Facility") return body_alone(entity.name) || court_of_all(entity.name);
  return entity.type == "Organization" && needs_country(entity.name);
}

bool needs_country(std::string_view name) {
  return body_alone(name) || body_of_all(name) || court_of_all(name);
}

std::string name_with_country(const DocumentTree& tree, TokenRange range, const std::string& text) {
  const std::uint32_t first = tree.sentence_range(range.begin).begin;
  if (range.begin == first || !needs_country(text)) return text;
  const bool owned = tree.token(range.begin - 1).tag == Tag::kPos;
  const std::uint32_t end = range.begin - owned;
  std::uint32_t begin = end;
  while (begin > first && end - begin < 3 &&
         (proper(tree.token(begin - 1)) || tree.token(begin - 1).tag == Tag::kJj) &&
         is_capitalised(tree.word(begin - 1)))
    --begin;
  const Facts& facts = Facts::get();
  for (; begin < end; ++begin) {
    const std::string owner = clean_name(tree.text_of({begin, end}));
    const Country* country = facts.find_country(owner);
    if (!country) country = facts.find_people(owner);
    if (country && country->code == "US") return "U.S. " + text;
    if (country && !country->union_of_states)
      return std::string(country->peoples.empty() ? country->name : country->peoples.front()) + " " + text;
    const bool other = facts.find_capital(owner) || facts.is_people(owner) ||
                       facts.is_common_surname(owner) ||
                       facts.gender_of_given_name(owner) != '-';  // "Clinton's Senate seat"
    if (facts.find_place(owner) && !other) return owner + " " + text;
  }
  return text;
}

void add_country_names(graph::ArticleRecord& record) {
  const std::string country = main_country(record);
  if (country.empty()) return;
  for (graph::EntityRecord& entity : record.entities) {
    if (needs_country(entity)) entity.aliases.push_back(country + " " + entity.name);
  }
}

}  // namespace dossier::ingest
