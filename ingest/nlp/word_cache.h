// The words that one thread has met lately, and what the encoders make of each before they see its
// neighbours.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/nlp/encoder.h"
#include "ingest/nlp/lemmatizer.h"
#include "ingest/nlp/vocabulary.h"

namespace dossier::ingest::nlp {

/// Mixes are the same however often they are made, so what the cache holds changes nothing but the time.
///
/// Cost     at most kMostWords words of some 2 KiB and those of one batch, and kMostParts of 7 KiB.
class WordCache {
 public:
  static constexpr std::size_t kMostWords = 7'000;

  /// The lexeme of a word, made if need be; it stays where it is until trim().
  const Lexeme* find_or_make(std::string_view word, std::uint64_t norm, const Vocabulary& vocabulary);

  /// Makes sure of encoder.mix(...) of each word, with and without a space after it as given. `which` names
  /// the encoder, 0 or 1.
  struct Wanted {
    const Lexeme* word = nullptr;
    bool space_after = false;
  };
  void make_mixes(std::span<const Wanted> wanted, std::size_t which, const Encoder& encoder);
  /// One that was made. Valid until the next trim().
  const float* mix(const Lexeme& word, bool space_after, std::size_t which, const Encoder& encoder) const;
  /// What it adds to the encoder's first layer, as Encoder::make_parts has it; null for words that were met late.
  const float* part(const Lexeme& word, bool space_after, std::size_t which, const Encoder& encoder) const;

  /// The word's lemma as that part of speech; looked up in the tables once. Valid until the next call.
  const std::string& lemma(const Lexeme& word, Upos upos, const Morphology& morphology,
                           const Lemmatizer& lemmatizer);

  /// Forgets everything if it holds too much. Between batches only: lexemes go.
  void trim();

 private:
  /// Rows of floats in blocks, which stay where they are and leave no room unused, as one growing array would.
  struct Rows {
    std::vector<std::unique_ptr<float[]>> blocks;

    float* at(std::size_t row, std::size_t width) const {
      return blocks[row / kRowsInBlock].get() + row % kRowsInBlock * width;
    }
    void hold(std::size_t rows, std::size_t width);
  };
  /// What one encoder made: a row for each word, and one more for it before a space if the encoder reads that. The parts
  /// are of the first rows: the frequent words come first, and the rest is little used.
  struct Mixes {
    Rows mixes, parts;
    std::size_t rows = 0;                              // that are taken
    std::array<std::vector<std::uint32_t>, 2> row_of;  // [space after][slot of the word]; kNone without
  };
  static constexpr std::size_t kRowsInBlock = 256;
  static constexpr std::size_t kMostParts = 768;
  static void make_parts(std::size_t first, std::size_t end, const Encoder& encoder, Mixes& mixes);
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  std::deque<Lexeme> words_;
  std::unordered_map<std::uint64_t, const Lexeme*> by_hash_;
  std::unordered_map<std::uint64_t, std::string>
      lemmas_;                  // of what is no base form, by slot and part of speech
  std::array<Mixes, 2> mixes_;  // [encoder]
  std::size_t bytes_ = 0;
};

}  // namespace dossier::ingest::nlp
