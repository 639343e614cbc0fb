#include "ingest/extract/confidence.h"

namespace dossier::ingest {

std::map<std::string, float> features_of(const Tree&, const Extraction& extraction) {
  return {{"rule=" + std::string(extraction.rule), 1.0f}};
}

float confidence_of(const Tree&, const Extraction& extraction) { return extraction.implicit ? 0.4f : 0.7f; }

}  // namespace dossier::ingest
