// The tables that data/make_lexicon.cc writes at build time; lexicon.cc looks them up.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace dossier::ingest::lexicon_tables {

struct VerbRow {
  std::uint32_t lemma, past, participle;  // offsets into kText
  std::uint16_t lexnames;                 // bit n: lexicographer file 29 + n is among the first three senses
  std::uint8_t first_lexname;
  std::uint32_t frames;   // bits: see frames_of in data/make_lexicon.cc
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
extern const std::uint32_t kAdverbPhrases[];    // offsets into kText
extern const std::uint32_t kAdjectives[];       // the same
extern const SenseRow kSenseRows[];
extern const std::uint32_t kSenses[];           // numbers of senses
extern const std::uint32_t kSenseParents[][2];  // by sense: what it is a kind or an instance of; itself for nothing

constexpr std::uint32_t lemma_of(std::uint32_t offset) { return offset; }
template <typename Row>
constexpr std::uint32_t lemma_of(const Row& row) {
  return row.lemma;
}

// Each table is found through slots, a power of two of them: what hashes to one stands there or, where that is taken,
// in the next free one. A slot has the number of a row, from 1; 0 ends the search. The hash is FNV-1a.
extern const std::uint32_t kVerbSlots[], kNounSlots[], kAdverbPhraseSlots[], kAdjectiveSlots[], kSenseRowSlots[];
extern const std::uint32_t kVerbMask, kNounMask, kAdverbPhraseMask, kAdjectiveMask, kSenseRowMask;

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
    const char* const text = kText + lemma_of(row);
    if (std::strncmp(text, lemma.data(), lemma.size()) == 0 && text[lemma.size()] == '\0') return &row;
  }
  return nullptr;
}

}  // namespace dossier::ingest::lexicon_tables
