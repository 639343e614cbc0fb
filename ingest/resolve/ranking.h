// A log-linear model over the candidates for a mention and "nothing".
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace dossier::ingest {

template <std::size_t N>
float score(const float (&weights)[N], const std::array<float, N>& features) {
  return std::inner_product(features.begin(), features.end(), weights, 0.0F);
}

/// Turns `probability` of each candidate, a score, into its probability beside the others and "nothing".
template <typename Candidate>
void normalise(std::vector<Candidate>& candidates, float nothing) {
  float highest = nothing;
  for (const Candidate& candidate : candidates) highest = std::max(highest, candidate.probability);
  float sum = std::exp(nothing - highest);
  for (const Candidate& candidate : candidates) sum += std::exp(candidate.probability - highest);
  for (Candidate& candidate : candidates)
    candidate.probability = std::exp(candidate.probability - highest) / sum;
}

template <typename Candidate>
const Candidate* likeliest(const std::vector<Candidate>& candidates) {
  const auto best = std::max_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.probability < b.probability;
  });
  return best == candidates.end() ? nullptr : &*best;
}

}  // namespace dossier::ingest
