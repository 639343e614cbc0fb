// What of an article is kept to find near copies of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"

namespace dossier::graph {

struct ArticleSketch {
  std::uint64_t shingles = 0;           // different ones in the article
  std::vector<std::uint64_t> features;  // the smallest of their hashes, ascending
};

/// Nothing for a text too short to be told from another by its words.
std::optional<ArticleSketch> sketch_of(std::span<const Sentence> sentences);

/// How much of the shorter article stands in the longer one, 0 to 1, as the sketches tell.
double shared_part(const ArticleSketch& a, const ArticleSketch& b);

/// Of two articles that share so much, one is a copy of the other or both are of a third.
inline constexpr double kNearCopy = 0.6;

std::string encode_sketch(const ArticleSketch& sketch);
Result<ArticleSketch> decode_sketch(std::string_view bytes);

}  // namespace dossier::graph
