// The tables that data/make_lexicon.cc writes at build time; lexicon.cc looks them up.
#pragma once

#include <cstdint>

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
extern const VerbRow kVerbs[];  // by lemma
extern const NounRow kNouns[];
extern const std::uint32_t kAdverbPhrases[];  // offsets into kText, by text
extern const std::uint32_t kAdjectives[];     // the same
extern const SenseRow kSenseRows[];           // by lemma
extern const std::uint32_t kSenses[];         // numbers of senses
extern const std::uint32_t kSenseParents[][2];  // by sense: what it is a kind or an instance of; itself for nothing
extern const unsigned kVerbCount, kNounCount, kAdverbPhraseCount, kAdjectiveCount, kSenseRowCount;

}  // namespace dossier::ingest::lexicon_tables
