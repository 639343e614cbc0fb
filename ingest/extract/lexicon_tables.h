// The tables that data/make_lexicon.cc writes at build time; lexicon.cc looks them up.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::ingest::lexicon_tables {

/// What a verb stands with, in any of its senses unless it says so; after WordNet's sentence frames.
enum Frame : std::uint32_t {
  kPerson = 1U << 0,       // `Somebody ----s somebody`, in its first three senses
  kThing = 1U << 1,        // `Somebody ----s something`, likewise
  kThingMay = 1U << 2,     // `Something ----s ...`
  kGivesTo = 1U << 3,      // `Somebody ----s something to somebody`, in its first three senses
  kPhrase = 1U << 4,       // `Somebody ----s something PP`
  kNothing = 1U << 5,      // `Somebody ----s`, in its first three senses
  kInfinitive = 1U << 6,   // `Somebody ----s to INFINITIVE`
  kNeedsPhrase = 1U << 7,  // its first sense has no object without a phrase
  kMakesDo = 1U << 8,      // `Somebody ----s somebody to INFINITIVE`
  kClause = 1U << 9,       // `Somebody ----s that CLAUSE`
  kTwo = 1U << 10,         // `Somebody ----s somebody something`
  kNamesSo = 1U << 11,     // `... something Adjective/Noun`
  kMayGive = 1U << 12,     // as kGivesTo, in any sense
  kFirstWith = 1U << 13,   // as kWith, in its first sense
  kWith = 1U << 14,        // `Somebody ----s somebody with something`
  kPersonMay = 1U << 15,   // `Somebody ----s ...`
  kSaysLittle = 1U << 16,  // of many senses, whose first two go on with a phrase or an adjective
  kOf = 1U << 17,          // `Somebody ----s somebody of something`
  kNoObject = 1U << 18,    // nothing and nobody in its first two senses
  kMet = 1U << 19,         // in the texts that WordNet's senses were told in
};

struct VerbRow {
  std::uint32_t lemma, past, participle;  // offsets into kText
  std::uint16_t lexnames;                 // bit n: lexicographer file 29 + n is among the first three senses
  std::uint8_t first_lexname;
  std::uint32_t frames;   // of Frame
  std::uint32_t classes;  // bit n: VerbClass n
};

struct NounRow {
  std::uint32_t lemma, verb;  // offsets into kText
  // bit n: lexicographer file n is among the first three senses; 31: met in the texts that WordNet's senses were told in
  std::uint32_t lexnames;
  std::uint8_t first_lexname;
};

struct SenseRow {
  std::uint32_t lemma;         // offset into kText; of a name the words with _ between them, in lower case
  std::uint32_t first, count;  // its senses in kSenses, the most frequent first
};

extern const char kText[];
extern const VerbRow kVerbs[];
extern const NounRow kNouns[];
extern const std::uint32_t kAdverbPhrases[];  // offsets into kText
extern const std::uint32_t kAdjectives[];     // the same
extern const std::uint32_t kOpposites[];      // the same, of pairs: `inner outer`
extern const SenseRow kSenseRows[];
extern const std::uint32_t kSenses[];  // numbers of senses
extern const std::uint32_t
    kSenseParents[][2];  // by sense: what it is a kind or an instance of; itself for nothing

constexpr std::uint32_t lemma_of(std::uint32_t offset) { return offset; }
template <typename Row>
constexpr std::uint32_t lemma_of(const Row& row) {
  return row.lemma;
}

// Each table is found through slots, a power of two of them: what hashes to one stands there or, where that is taken,
// in the next free one. A slot has the number of a row, from 1; 0 ends the search. The hash is FNV-1a.
extern const std::uint32_t kVerbSlots[], kNounSlots[], kAdverbPhraseSlots[], kAdjectiveSlots[],
    kOppositeSlots[], kSenseRowSlots[];
extern const std::uint32_t kVerbMask, kNounMask, kAdverbPhraseMask, kAdjectiveMask, kOppositeMask,
    kSenseRowMask;

constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// The row of that lemma; null for none.
template <typename Row>
const Row* find_row(const Row* rows, const std::uint32_t* slots, std::uint32_t mask, std::string_view lemma) {
  for (std::uint32_t slot = hash_of(lemma) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
    const Row& row = rows[slots[slot] - 1];
    if (lemma == kText + lemma_of(row)) return &row;
  }
  return nullptr;
}

}  // namespace dossier::ingest::lexicon_tables
