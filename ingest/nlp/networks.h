// Everything that a weights file holds, loaded: shared by all threads.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ingest/nlp/architecture.h"
#include "ingest/nlp/attribute_ruler.h"
#include "ingest/nlp/biluo.h"
#include "ingest/nlp/encoder.h"
#include "ingest/nlp/lemmatizer.h"
#include "ingest/nlp/tokenizer.h"
#include "ingest/nlp/transition_scorer.h"
#include "ingest/nlp/vocabulary.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// Which classes may be chosen, as a number to add to each score: 0, or minus infinity.
class ClassMasks {
 public:
  ClassMasks() = default;
  ClassMasks(std::size_t masks, std::size_t stride);
  void allow(std::size_t mask, std::size_t which) { penalties_[mask * stride_ + which] = 0.0F; }
  /// The allowed class with the highest score, the first of equals; -1 if none is allowed.
  int best(std::size_t mask, const float* scores) const;
  static constexpr float kCertain = 100;  // more than any lead
  /// By how much it leads the next best allowed one; `scores` comes back as it was.
  float lead(std::size_t mask, float* scores, int best) const;

 private:
  std::size_t stride_ = 0;
  std::vector<float> penalties_;
};

struct Networks {
  std::shared_ptr<const WeightsFile> file;
  Architecture architecture;
  Vocabulary vocabulary;
  Tokenizer tokenizer;
  Encoder shared;
  std::optional<Encoder> entity_own;
  LinearLayer tagger;
  TransitionScorer parser, entities;
  ClassMasks parser_masks;  // by the bits of ArcEagerState::valid_actions
  ClassMasks entity_masks;  // by EntityCondition::index
  AttributeRuler ruler;
  Lemmatizer lemmatizer;

  static Result<std::unique_ptr<Networks>> load(std::shared_ptr<const WeightsFile> file);
};

}  // namespace dossier::ingest::nlp
