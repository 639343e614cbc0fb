// The words that one thread has met lately, and what the encoders make of each before they see its
// neighbours.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/nlp/encoder.h"
#include "ingest/nlp/vocabulary.h"

namespace dossier::ingest::nlp {

/// Mixes are the same however often they are made, so what the cache holds changes nothing but the time.
///
/// Cost     at most kMostWords words of some 2 KiB between two calls of trim().
class WordCache {
 public:
  static constexpr std::size_t kMostWords = 12'000;

  /// The lexeme of a word, made if need be; it stays where it is until trim().
  const Lexeme* find_or_make(std::string_view word, std::uint64_t norm, const Vocabulary& vocabulary);

  /// Makes sure of encoder.mix(...) of each word, with and without a space after it as given. `which` names
  /// the encoder, 0 or 1.
  struct Wanted {
    const Lexeme* word = nullptr;
    bool space_after = false;
  };
  void make_mixes(std::span<const Wanted> wanted, std::size_t which, const Encoder& encoder);
  /// One that was made. Valid until the next call of make_mixes().
  const float* mix(const Lexeme& word, bool space_after, std::size_t which, const Encoder& encoder) const;

  /// Forgets everything if it holds too much. Between batches only: lexemes go.
  void trim();

 private:
  struct Mixes {
    std::vector<float> values;
    std::vector<std::uint8_t> made;
  };
  std::deque<Lexeme> words_;
  std::unordered_map<std::uint64_t, const Lexeme*> by_hash_;
  std::array<std::array<Mixes, 2>, 2> mixes_;  // [encoder][space after]
  std::size_t bytes_ = 0;
};

}  // namespace dossier::ingest::nlp
