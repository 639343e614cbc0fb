// Direct speech: which tokens stand between quotation marks, and who speaks.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

struct Quotes {
  std::vector<std::uint32_t> region_of;  // token -> region, or kNone
  std::vector<TokenRange> regions;       // without the marks
};

/// Finds spoken passages; marks around a few words without a verb are no speech.
///
/// Shape    a passage that a paragraph leaves open goes on to the next mark, at most eight sentences further.
Quotes find_quotes(const DocumentTree& tree);

/// The subject of the verb of saying beside a region ("...", said KCNA), or kNoToken.
std::uint32_t find_speaker(const DocumentTree& tree, const Quotes& quotes, std::uint32_t region);

}  // namespace dossier::ingest
