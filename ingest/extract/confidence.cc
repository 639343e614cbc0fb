#include "ingest/extract/confidence.h"

namespace dossier::ingest {

float confidence_of(const Tree&, const Extraction& extraction) { return extraction.implicit ? 0.4f : 0.7f; }

}  // namespace dossier::ingest
