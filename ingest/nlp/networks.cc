#include "ingest/nlp/networks.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "dossier/status_macros.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kParserMasks = 32;

ClassMasks make_parser_masks(const Architecture& architecture, std::size_t stride) {
  ClassMasks masks(kParserMasks, stride);
  for (std::size_t mask = 0; mask < kParserMasks; ++mask) {
    for (std::size_t i = 0; i < architecture.parser_classes.size(); ++i) {
      const auto action = static_cast<unsigned>(architecture.parser_classes[i].action);
      if ((mask >> action & 1) != 0) masks.allow(mask, i);
    }
  }
  return masks;
}

ClassMasks make_entity_masks(const Architecture& architecture, std::size_t stride) {
  ClassMasks masks(EntityCondition::kCount, stride);
  for (std::size_t mask = 0; mask < EntityCondition::kCount; ++mask) {
    for (std::size_t i = 0; i < architecture.entity_classes.size(); ++i) {
      if (EntityCondition::at(mask).allows(architecture.entity_classes[i])) masks.allow(mask, i);
    }
  }
  return masks;
}

}  // namespace

ClassMasks::ClassMasks(std::size_t masks, std::size_t stride)
    : stride_(stride), penalties_(masks * stride, -std::numeric_limits<float>::infinity()) {}

int ClassMasks::best(std::size_t mask, const float* scores) const {
  return best_class(scores, penalties_.data() + mask * stride_, stride_);
}

float ClassMasks::lead(std::size_t mask, float* scores, int best) const {
  const float highest = std::exchange(scores[best], -std::numeric_limits<float>::infinity());
  const int second = this->best(mask, scores);
  scores[best] = highest;
  return second < 0 ? kCertain : std::min(kCertain, highest - scores[second]);
}

Result<std::unique_ptr<Networks>> Networks::load(std::shared_ptr<const WeightsFile> file) {
  auto made = std::make_unique<Networks>();
  made->file = std::move(file);
  const WeightsFile& weights = *made->file;
  DOSSIER_ASSIGN_OR_RETURN(made->architecture, Architecture::load(weights));
  const Architecture& architecture = made->architecture;
  DOSSIER_ASSIGN_OR_RETURN(made->vocabulary, Vocabulary::load(weights));
  DOSSIER_ASSIGN_OR_RETURN(made->tokenizer, Tokenizer::load(weights, made->vocabulary));
  DOSSIER_ASSIGN_OR_RETURN(made->shared, Encoder::load(weights, "t2v", architecture.shared));
  if (!architecture.shared_for_entities) {
    DOSSIER_ASSIGN_OR_RETURN(made->entity_own, Encoder::load(weights, "n2v", architecture.entity_own));
  }
  const std::size_t width = architecture.shared.width, tags = architecture.tags.size();
  DOSSIER_ASSIGN_OR_RETURN(const auto tagger, weights.floats("tagger.W", {tags, width}));
  DOSSIER_ASSIGN_OR_RETURN(const auto tagger_bias, weights.floats("tagger.b", {tags}));
  made->tagger = make_linear_layer(width, tags, tagger, tagger_bias);
  DOSSIER_ASSIGN_OR_RETURN(made->parser,
                           TransitionScorer::load(weights, "parser", architecture.parser, width));
  DOSSIER_ASSIGN_OR_RETURN(made->entities, TransitionScorer::load(weights, "ner", architecture.entities,
                                                                  architecture.entity_own.width));
  made->parser_masks = make_parser_masks(architecture, made->parser.score_stride());
  made->entity_masks = make_entity_masks(architecture, made->entities.score_stride());
  DOSSIER_ASSIGN_OR_RETURN(made->ruler, AttributeRuler::load(weights, made->vocabulary));
  DOSSIER_ASSIGN_OR_RETURN(made->lemmatizer, Lemmatizer::load(weights));
  return made;
}

}  // namespace dossier::ingest::nlp
