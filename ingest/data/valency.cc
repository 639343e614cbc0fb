#include "ingest/data/valency.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/data/tables.h"

namespace dossier::ingest {
namespace {

struct Entry {
  std::vector<std::string_view> strong, weak;
};

// "n accusation", "v blame", "a eligible"
const std::unordered_map<std::string, Entry>& dictionary() {
  static const auto kDictionary = [] {
    std::unordered_map<std::string, Entry> entries;
    for_each_row(table_text("valency"), [&](auto cells) {
      entries[std::string(cells[0]) + ' ' + std::string(cells[1])] = {list_of(cells[2]), list_of(cells[3])};
    });
    return entries;
  }();
  return kDictionary;
}

std::string_view usual_form(std::string_view preposition) {
  if (preposition == "towards") return "toward";
  if (preposition == "upon") return "on";
  return preposition == "amongst" ? "among" : preposition;
}

}  // namespace

Valency valency_of(char part, std::string_view lemma, std::string_view preposition) {
  const auto found = dictionary().find(std::string{part, ' '} + std::string(lemma));
  if (found == dictionary().end()) return {};
  const auto takes = [&](const std::vector<std::string_view>& prepositions) {
    return std::find(prepositions.begin(), prepositions.end(), usual_form(preposition)) != prepositions.end();
  };
  return {.known = true, .strong = takes(found->second.strong), .weak = takes(found->second.weak)};
}

}  // namespace dossier::ingest
