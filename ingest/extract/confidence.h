// How likely an extraction is right: a logistic regression over what is known of it.
#pragma once

#include <map>
#include <string>

#include "ingest/extract/extraction.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// What the regression looks at, as names of binary and numeric features with their values; see tools/train_confidence.py.
std::map<std::string, float> features_of(const Tree& tree, const Extraction& extraction);

/// The probability, in [0, 1], that a careful reader would take this extraction from its sentence.
float confidence_of(const Tree& tree, const Extraction& extraction);

}  // namespace dossier::ingest
