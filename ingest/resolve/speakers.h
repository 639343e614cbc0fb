// On whose word direct speech stands.
#pragma once

#include <span>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"

namespace dossier::ingest {

/// What is said inside quotation marks stands on the speaker's word, in every sentence of the quotation; what
/// is said in an interview, on the word of whose turn it is.
class Speakers {
 public:
  Speakers(const DocumentTree& tree, std::span<const Extraction> extractions);

  /// The extraction with its quotation's or turn's speaker as claimant, if it has none of its own; who `I` and
  /// `we` think is the speaker too.
  Extraction attributed(Extraction extraction) const;

  /// A token of a name of who says the token, or kNoToken.
  std::uint32_t speaker_of(std::uint32_t token) const;

 private:
  bool quotes_somebody(std::uint32_t token) const;
  std::uint32_t speaker_beside(TokenRange quotation) const;
  std::uint32_t token_of(const Extraction& extraction) const;

  const DocumentTree& tree_;
  std::vector<std::uint32_t> speakers_;  // by quotation
};

}  // namespace dossier::ingest
