// Runs of four words within a sentence are hashed, and the 64 smallest hashes are kept: a uniform sample of
// the article's runs, whatever the order of its paragraphs, and the same sample of what two articles share.
// Of those hashes below which both samples are complete, the part that both hold estimates the runs in common
// over all runs of both (Broder, "On the resemblance and containment of documents", 1997). A wire text that
// is cut down to its first paragraphs, or set among others, shares most of the shorter article's runs; so
// that part counts, not the whole. Runs of one changed word in ten still agree to two thirds; two reports of
// one event share few. Tests: tests/graph/stories_test.cc.
#include "graph/articles/article_sketch.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cctype>

#include "graph/key_codec.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kFeatures = 64, kRun = 4;
constexpr std::uint64_t kLeastShingles = 32;

bool in_word(unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (in_word(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::optional<ArticleSketch> sketch_of(std::span<const Sentence> sentences) {
  std::vector<std::uint64_t> hashes;
  for (const Sentence& sentence : sentences) {
    const std::vector<std::string> words = words_of(sentence.text);
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      std::string run;
      for (std::size_t j = i; j < i + kRun; ++j) run += words[j] + ' ';
      hashes.push_back(XXH3_64bits(run.data(), run.size()));
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() < kLeastShingles) return std::nullopt;
  ArticleSketch sketch{hashes.size(), std::move(hashes)};
  sketch.features.resize(std::min(sketch.features.size(), kFeatures));
  return sketch;
}

double shared_part(const ArticleSketch& a, const ArticleSketch& b) {
  std::uint64_t complete = ~std::uint64_t{0};
  for (const ArticleSketch* sketch : {&a, &b}) {
    if (sketch->features.empty()) return 0;
    if (sketch->shingles > sketch->features.size()) complete = std::min(complete, sketch->features.back());
  }
  std::size_t all = 0, both = 0;
  auto left = a.features.begin(), right = b.features.begin();
  const auto within = [&](auto at, const ArticleSketch& sketch) {
    return at != sketch.features.end() && *at <= complete;
  };
  while (within(left, a) || within(right, b)) {
    ++all;
    const bool from_left = within(left, a) && (!within(right, b) || *left <= *right);
    const bool from_right = within(right, b) && (!within(left, a) || *right <= *left);
    both += from_left && from_right;
    left += from_left;
    right += from_right;
  }
  if (all == 0) return 0;
  const double resemblance = static_cast<double>(both) / static_cast<double>(all);
  const double shared = resemblance / (1 + resemblance) * static_cast<double>(a.shingles + b.shingles);
  return std::min(1.0, shared / static_cast<double>(std::min(a.shingles, b.shingles)));
}

std::string encode_sketch(const ArticleSketch& sketch) {
  std::string out;
  append_varint(out, sketch.shingles);
  for (const std::uint64_t feature : sketch.features) append_u64(out, feature);
  return out;
}

Result<ArticleSketch> decode_sketch(std::string_view bytes) {
  ByteReader reader(bytes);
  ArticleSketch sketch;
  sketch.shingles = reader.varint();
  while (!reader.failed() && !reader.at_end()) {
    const std::string_view feature = reader.take(8);
    if (feature.size() == 8) sketch.features.push_back(load_u64(feature.data()));
  }
  if (reader.failed()) return corruption("a stored sketch of an article is damaged");
  return sketch;
}

}  // namespace dossier::graph
