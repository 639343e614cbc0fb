#include "ingest/extract/regression.h"

#include <charconv>
#include <cmath>

#include "ingest/data/tables.h"

namespace dossier::ingest {

Regression::Regression(std::string_view table) {
  for_each_row(table, [&](auto cells) {
    std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), weights_[cells[0]]);
  });
}

float Regression::weight_of(std::string_view feature) const {
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

float Regression::score(const Features& features) const {
  float sum = weight_of("bias");
  for (const auto& [name, value] : features) sum += weight_of(name) * value;
  return sum;
}

float Regression::probability(const Features& features) const {
  return 1.0f / (1.0f + std::exp(-score(features)));
}

float squash(std::size_t count) { return std::log1p(static_cast<float>(count)); }

std::string length_bucket(std::size_t length) {
  if (length <= 3) return std::to_string(length);
  return length <= 5 ? "4-5" : length <= 9 ? "6-9" : length <= 15 ? "10-15" : "16+";
}

}  // namespace dossier::ingest
