// Logistic regression over features with names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dossier::ingest {

/// By name: `rule=active` is 1 or absent, `object_length` a number.
using Features = std::vector<std::pair<std::string, float>>;

class FeatureCollector {
 public:
  void flag(std::string name, bool holds = true) {
    if (holds) features_.emplace_back(std::move(name), 1.0f);
  }
  void number(std::string name, float value) {
    if (value != 0) features_.emplace_back(std::move(name), value);
  }
  Features take() { return std::move(features_); }

 private:
  Features features_;
};

class Regression {
 public:
  /// `table` is rows of a feature and its weight, one of them called `bias`; it must outlive this.
  explicit Regression(std::string_view table);

  /// A feature without a weight counts nothing.
  float probability(const Features& features) const;
  float score(const Features& features) const;  // the logit of it

 private:
  float weight_of(std::string_view feature) const;

  std::unordered_map<std::string_view, float> weights_;
};

float squash(std::size_t count);                // log(1 + count)
std::string length_bucket(std::size_t length);  // "2", "4-5", "16+"

}  // namespace dossier::ingest
