// Weights of the model of definite noun phrases; tools/train_links.py writes the table.
#pragma once

#include "ingest/resolve/nominal_features.h"

namespace dossier::ingest {

extern const float kNominalWeights[kNominalFeatures];
extern const float kNewWeights[kNewFeatures];

}  // namespace dossier::ingest
