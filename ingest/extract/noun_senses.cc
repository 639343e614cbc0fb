#include "ingest/extract/noun_senses.h"

#include <algorithm>
#include <span>
#include <string>

#include "ingest/extract/lexicon_tables.h"

namespace dossier::ingest {
namespace {

using namespace lexicon_tables;

constexpr std::uint8_t kHighest = 6;  // what is further up is a kind of everything

std::span<const std::uint32_t> numbers_of(std::string_view noun) {
  std::string lemma(noun);
  std::replace(lemma.begin(), lemma.end(), ' ', '_');
  const SenseRow* row = find_row(kSenseRows, kSenseRowSlots, kSenseRowMask, lemma);
  if (row == nullptr) return {};
  return {kSenses + row->first, row->count};
}

void nearer(std::uint8_t& steps, std::uint8_t found) {
  if (found != 0 && (steps == 0 || found < steps)) steps = found;
}

std::uint8_t steps_to(const NounSenses& noun, std::uint32_t sense) {
  const auto at = std::lower_bound(noun.above.begin(), noun.above.end(), std::pair{sense, std::uint8_t{0}});
  return at != noun.above.end() && at->first == sense ? at->second : 0;
}

}  // namespace

NounSenses senses_of_noun(std::string_view noun) {
  const auto own = numbers_of(noun);
  NounSenses senses{.own = {own.begin(), own.end()}};
  std::sort(senses.own.begin(), senses.own.end());
  auto& above = senses.above;
  for (const std::uint32_t sense : senses.own) above.emplace_back(sense, 0);
  std::size_t level = 0;  // where the highest so far begin
  for (std::uint8_t steps = 1; steps <= kHighest; ++steps) {
    const std::size_t next = above.size();
    for (; level < next; ++level) {
      for (const std::uint32_t parent : kSenseParents[above[level].first]) {
        const auto known = [&](const auto& one) { return one.first == parent; };
        if (std::none_of(above.begin(), above.end(), known)) above.emplace_back(parent, steps);
      }
    }
  }
  std::sort(above.begin(), above.end());
  return senses;
}

NounRelation relate(const NounSenses& first, const NounSenses& second) {
  NounRelation relation;
  for (const std::uint32_t sense : first.own) {
    relation.same = relation.same || std::binary_search(second.own.begin(), second.own.end(), sense);
    nearer(relation.below, steps_to(second, sense));
  }
  for (const std::uint32_t sense : second.own) nearer(relation.above, steps_to(first, sense));
  for (const auto& [sense, steps] : first.above)
    relation.siblings = relation.siblings || (steps == 1 && steps_to(second, sense) == 1);
  return relation;
}

bool is_kind_of(std::string_view noun, std::initializer_list<std::string_view> kinds, std::uint8_t steps) {
  const NounSenses senses = senses_of_noun(noun);
  return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
    const NounRelation relation = relate(senses, senses_of_noun(kind));
    return relation.same || (relation.above > 0 && relation.above <= steps);
  });
}

}  // namespace dossier::ingest
