#include "ingest/nlp/word_cache.h"

#include <algorithm>

#include "ingest/nlp/hash.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kMostBytes = 8 << 20;  // of the words themselves: text may have very long ones
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;

}  // namespace

const Lexeme* WordCache::find_or_make(std::string_view word, std::uint64_t norm,
                                      const Vocabulary& vocabulary) {
  const std::uint64_t hash = string_hash(word) ^ (norm * kSpread);
  const auto [at, is_new] = by_hash_.try_emplace(hash, nullptr);
  if (is_new) {
    words_.push_back(vocabulary.make_lexeme(word, norm));
    words_.back().slot = static_cast<std::uint32_t>(words_.size() - 1);
    at->second = &words_.back();
    bytes_ += 2 * word.size();
  }
  return at->second;
}

void WordCache::Rows::hold(std::size_t rows, std::size_t width) {
  while (blocks.size() * kRowsInBlock < rows)
    blocks.push_back(std::make_unique_for_overwrite<float[]>(kRowsInBlock * width));
}

void WordCache::make_mixes(std::span<const Wanted> wanted, std::size_t which, const Encoder& encoder) {
  Mixes& mixes = mixes_[which];
  for (auto& rows : mixes.row_of) rows.resize(words_.size(), kNone);
  std::vector<Encoder::MixRequest> requests;
  const std::size_t first = mixes.rows;
  for (const Wanted& want : wanted) {
    const bool flag = want.space_after && encoder.reads_space();
    std::uint32_t& row = mixes.row_of[flag ? 1 : 0][want.word->slot];
    if (row != kNone) continue;
    row = static_cast<std::uint32_t>(mixes.rows++);
    mixes.mixes.hold(mixes.rows, encoder.width());
    requests.push_back({want.word, flag, mixes.mixes.at(row, encoder.width())});
  }
  encoder.mix(requests);
  make_parts(first, std::min(mixes.rows, kMostParts), encoder, mixes);
}

void WordCache::make_parts(std::size_t first, std::size_t end, const Encoder& encoder, Mixes& mixes) {
  while (first < end) {
    const std::size_t count =
        std::min(end, (first / kRowsInBlock + 1) * kRowsInBlock) - first;  // in one block
    mixes.parts.hold(first + count, encoder.part_size());
    encoder.make_parts(mixes.mixes.at(first, encoder.width()), count,
                       mixes.parts.at(first, encoder.part_size()));
    first += count;
  }
}

const float* WordCache::mix(const Lexeme& word, bool space_after, std::size_t which,
                            const Encoder& encoder) const {
  const Mixes& mixes = mixes_[which];
  return mixes.mixes.at(mixes.row_of[space_after && encoder.reads_space() ? 1 : 0][word.slot],
                        encoder.width());
}

const float* WordCache::part(const Lexeme& word, bool space_after, std::size_t which,
                             const Encoder& encoder) const {
  const Mixes& mixes = mixes_[which];
  const std::uint32_t row = mixes.row_of[space_after && encoder.reads_space() ? 1 : 0][word.slot];
  return row < kMostParts ? mixes.parts.at(row, encoder.part_size()) : nullptr;
}

const std::string& WordCache::lemma(const Lexeme& word, Upos upos, const Morphology& morphology,
                                    const Lemmatizer& lemmatizer) {
  if (Lemmatizer::is_base_form(upos, morphology)) return word.lower;
  const auto [at, is_new] =
      lemmas_.try_emplace(std::uint64_t{word.slot} << 8 | static_cast<std::uint64_t>(upos));
  if (is_new) at->second = lemmatizer.lemma(word, upos, morphology);
  return at->second;
}

void WordCache::trim() {
  if (words_.size() < kMostWords && bytes_ < kMostBytes) return;
  by_hash_.clear();
  lemmas_.clear();
  words_.clear();
  mixes_ = {};
  bytes_ = 0;
}

}  // namespace dossier::ingest::nlp
