// Scores of matches, as the tokenizer cuts them.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::ingest {

bool is_score_dash(std::string_view word);

/// How many of three words in a row, from the first on, are a score: three for `3 - 1`, one for `3–1`, which the tokenizer
/// leaves whole where its dash is a long one, none for what is no score.
std::uint32_t score_length(std::string_view first, std::string_view second, std::string_view third);

}  // namespace dossier::ingest
