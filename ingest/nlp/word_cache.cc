#include "ingest/nlp/word_cache.h"

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

void WordCache::make_mixes(std::span<const Wanted> wanted, std::size_t which, const Encoder& encoder) {
  const std::size_t width = encoder.width();
  for (Mixes& mixes : mixes_[which]) {
    if (&mixes == &mixes_[which][1] && !encoder.reads_space()) break;
    mixes.made.resize(words_.size(), 0);
    while (mixes.blocks.size() * kWordsInBlock < words_.size())
      mixes.blocks.push_back(std::make_unique_for_overwrite<float[]>(kWordsInBlock * width));
  }
  std::vector<Encoder::MixRequest> requests;
  for (const Wanted& want : wanted) {
    const bool flag = want.space_after && encoder.reads_space();
    Mixes& mixes = mixes_[which][flag ? 1 : 0];
    if (mixes.made[want.word->slot] != 0) continue;
    mixes.made[want.word->slot] = 1;
    requests.push_back({want.word, flag, mixes.at(want.word->slot, width)});
  }
  encoder.mix(requests);
}

const float* WordCache::mix(const Lexeme& word, bool space_after, std::size_t which,
                            const Encoder& encoder) const {
  const bool flag = space_after && encoder.reads_space();
  return mixes_[which][flag ? 1 : 0].at(word.slot, encoder.width());
}

const std::string& WordCache::lemma(const Lexeme& word, Upos upos, const Morphology& morphology,
                                    const Lemmatizer& lemmatizer) {
  if (Lemmatizer::is_base_form(upos, morphology)) return word.lower;
  const auto [at, is_new] = lemmas_.try_emplace(std::uint64_t{word.slot} << 8 | static_cast<std::uint64_t>(upos));
  if (is_new) at->second = lemmatizer.lemma(word, upos, morphology);
  return at->second;
}

void WordCache::trim() {
  if (words_.size() < kMostWords && bytes_ < kMostBytes) return;
  by_hash_.clear();
  lemmas_.clear();
  words_.clear();
  for (auto& of_encoder : mixes_) {
    for (Mixes& mixes : of_encoder) mixes = {};
  }
  bytes_ = 0;
}

}  // namespace dossier::ingest::nlp
