// How likely an extraction is right: a logistic regression over what is known of it.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/extract/regression.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// The probability, in [0, 1], that a careful reader would take this extraction from its sentence.
///
/// Source   weights in confidence_weights.tsv, trained by tools/train_confidence.py; its reliability curve is
///          in docs/extraction.md.
float confidence_of(const Tree& tree, const Extraction& extraction);

/// What the regression looks at.
Features features_of(const Tree& tree, const Extraction& extraction);

}  // namespace dossier::ingest
