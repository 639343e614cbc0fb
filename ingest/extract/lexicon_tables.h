// The tables that data/make_lexicon.cc writes at build time; lexicon.cc looks them up.
#pragma once

#include <cstdint>

namespace dossier::ingest::lexicon_tables {

struct VerbRow {
  std::uint32_t lemma, past, participle;  // offsets into kText
  std::uint16_t lexnames;                 // bit n: lexicographer file 29 + n is among the first three senses
  std::uint8_t first_lexname;
  std::uint16_t frames;   // bits: see frames_of in data/make_lexicon.cc
  std::uint16_t classes;  // bit n: VerbClass n
};

struct NounRow {
  std::uint32_t lemma, verb;  // offsets into kText
  std::uint32_t lexnames;     // bit n: lexicographer file n is among the first three senses
  std::uint8_t first_lexname;
};

extern const char kText[];
extern const VerbRow kVerbs[];  // by lemma
extern const NounRow kNouns[];
extern const std::uint32_t kAdverbPhrases[];  // offsets into kText, by text
extern const unsigned kVerbCount, kNounCount, kAdverbPhraseCount;

}  // namespace dossier::ingest::lexicon_tables
