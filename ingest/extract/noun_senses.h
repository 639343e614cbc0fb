// How the senses of two nouns stand to each other in WordNet.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::ingest {

/// What a noun or a well-known name may mean, and of what kinds that is.
struct NounSenses {
  std::vector<std::uint32_t> own;  // ascending
  std::vector<std::pair<std::uint32_t, std::uint8_t>>
      above;  // ascending; with the fewest steps up, 0 for its own
};

/// Empty for a word that WordNet lacks; lower case, singular, a name may have several words: `hong kong`.
///
/// Source   the four most frequent senses and their hypernyms, WordNet 3.0.
NounSenses senses_of_noun(std::string_view noun);

struct NounRelation {
  bool same = false;       // a sense in common: `strike`, `attack`
  std::uint8_t above = 0;  // steps from the first up to the second, its kind: `crash`, `accident`; 0 for none
  std::uint8_t below = 0;  // from the second up to the first
  bool siblings = false;   // kinds of one thing: `crash`, `collision`
};

/// The closest relation between any of their senses.
NounRelation relate(const NounSenses& first, const NounSenses& second);

/// Whether the noun is one of those things, or of their kind by so many steps or fewer: `archbishop`, {`clergyman`}.
bool is_kind_of(std::string_view noun, std::initializer_list<std::string_view> kinds,
                std::uint8_t steps = 255);

}  // namespace dossier::ingest
