#include "ingest/resolve/speakers.h"

namespace dossier::ingest {

Speakers::Speakers(const DocumentTree& tree, std::span<const Extraction> extractions)
    : quotes_(find_quotes(tree)), speakers_(quotes_.regions.size(), DocumentTree::kNoToken) {
  for (const Extraction& extraction : extractions) {
    const std::uint32_t region = region_of(extraction);
    if (region == kNone || !extraction.attribution || speakers_[region] != DocumentTree::kNoToken) continue;
    const std::uint32_t head = extraction.attribution->claimant.head;
    if (quotes_.region_of[head] == kNone) speakers_[region] = head;
  }
  for (std::uint32_t region = 0; region < speakers_.size(); ++region) {
    if (speakers_[region] == DocumentTree::kNoToken) speakers_[region] = find_speaker(tree, quotes_, region);
  }
}

std::uint32_t Speakers::region_of(const Extraction& extraction) const {
  if (!extraction.relation_tokens.empty()) return quotes_.region_of[extraction.relation_tokens.front()];
  return extraction.subject.empty() ? kNone : quotes_.region_of[extraction.subject.head];
}

Extraction Speakers::attributed(Extraction extraction) const {
  const std::uint32_t region = region_of(extraction);
  if (region == kNone || extraction.attribution || speakers_[region] == DocumentTree::kNoToken)
    return extraction;
  extraction.attribution = Attribution{{speakers_[region], {speakers_[region]}}, Stance::kAsserts};
  return extraction;
}

}  // namespace dossier::ingest
