// Weights of the pronoun model; tools/train_links.py writes the table.
#pragma once

#include "ingest/resolve/pronoun_features.h"

namespace dossier::ingest {

/// By PronounClass, then by feature.
extern const float kPronounWeights[3][kPronounFeatures];
extern const float kNothingWeights[3][kNothingFeatures];

}  // namespace dossier::ingest
