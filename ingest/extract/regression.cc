#include "ingest/extract/regression.h"

#include <algorithm>
#include <cmath>

namespace dossier::ingest {

float probability(std::span<const Weight> weights, float bias, const Features& features) {
  float sum = bias;
  for (const auto& [name, value] : features) {
    const auto place = std::lower_bound(
        weights.begin(), weights.end(), name,
        [](const Weight& weight, const std::string& wanted) { return weight.name < wanted; });
    if (place != weights.end() && place->name == name) sum += place->value * value;
  }
  return 1.0f / (1.0f + std::exp(-sum));
}

float squash(std::size_t count) { return std::log1p(static_cast<float>(count)); }

std::string length_bucket(std::size_t length) {
  if (length <= 3) return std::to_string(length);
  return length <= 5 ? "4-5" : length <= 9 ? "6-9" : length <= 15 ? "10-15" : "16+";
}

}  // namespace dossier::ingest
