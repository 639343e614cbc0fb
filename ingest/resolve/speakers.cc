#include "ingest/resolve/speakers.h"

#include "ingest/data/facts.h"

namespace dossier::ingest {

Speakers::Speakers(const DocumentTree& tree, std::span<const Extraction> extractions)
    : tree_(tree),
      quotes_(find_quotes(tree)),
      speakers_(quotes_.regions.size(), DocumentTree::kNoToken) {
  for (const Extraction& extraction : extractions) {
    const std::uint32_t token = token_of(extraction);
    const std::uint32_t region = token == DocumentTree::kNoToken ? kNone : quotes_.region_of[token];
    if (region == kNone || !extraction.attribution || speakers_[region] != DocumentTree::kNoToken) continue;
    const std::uint32_t head = extraction.attribution->claimant.head;
    if (quotes_.region_of[head] == kNone) speakers_[region] = head;
  }
  for (std::uint32_t region = 0; region < speakers_.size(); ++region) {
    if (speakers_[region] == DocumentTree::kNoToken) speakers_[region] = find_speaker(tree, quotes_, region);
  }
}

std::uint32_t Speakers::token_of(const Extraction& extraction) const {
  if (!extraction.relation_tokens.empty()) return extraction.relation_tokens.front();
  return extraction.subject.empty() ? DocumentTree::kNoToken : extraction.subject.head;
}

// `She told me, 'I'm 80'`: within words that the speaker quotes.
bool Speakers::quotes_somebody(std::uint32_t token) const {
  bool open = false;
  for (std::uint32_t t = tree_.sentence_range(token).begin; t < token; ++t) {
    const std::string_view word = tree_.word(t);
    if (word != "'" && word != "‘" && word != "’") continue;
    const bool apart = t == 0 || tree_.token(t - 1).span.end < tree_.token(t).span.begin;
    open = word == "‘" || (word == "'" && apart && tree_.token(t + 1).span.begin == tree_.token(t).span.end);
  }
  return open;
}

std::uint32_t Speakers::speaker_of(std::uint32_t token) const {
  if (token >= quotes_.region_of.size() || quotes_somebody(token)) return DocumentTree::kNoToken;
  if (const std::uint32_t region = quotes_.region_of[token]; region != kNone) return speakers_[region];
  const Turn* turn = turn_of(tree_.turns(), token);
  return turn && turn->speaker ? *turn->speaker : DocumentTree::kNoToken;
}

Extraction Speakers::attributed(Extraction extraction) const {
  if (extraction.attribution) {
    const Pronoun* claimant = Facts::get().find_pronoun(tree_.lower(extraction.attribution->claimant.head));
    if (claimant == nullptr || claimant->person != 1) return extraction;
  }
  const std::uint32_t speaker = speaker_of(token_of(extraction));
  if (speaker == DocumentTree::kNoToken) return extraction;
  const Stance stance = extraction.attribution ? extraction.attribution->stance : Stance::kAsserts;
  extraction.attribution = Attribution{{speaker, {speaker}}, stance};
  return extraction;
}

}  // namespace dossier::ingest
