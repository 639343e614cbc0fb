// On whose word direct speech stands.
#pragma once

#include <span>
#include <vector>

#include "ingest/extract/extraction.h"
#include "ingest/resolve/quotes.h"

namespace dossier::ingest {

/// What is said inside quotation marks stands on the speaker's word, in every sentence of the quotation.
class Speakers {
 public:
  Speakers(const DocumentTree& tree, std::span<const Extraction> extractions);

  /// The extraction with its quotation's speaker as claimant, if it has none of its own.
  Extraction attributed(Extraction extraction) const;

 private:
  std::uint32_t region_of(const Extraction& extraction) const;

  Quotes quotes_;
  std::vector<std::uint32_t> speakers_;  // by region
};

}  // namespace dossier::ingest
