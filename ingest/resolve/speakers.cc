#include "ingest/resolve/speakers.h"

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

Speakers::Speakers(const DocumentTree& tree, std::span<const Extraction> extractions)
    : tree_(tree), speakers_(tree.quotations().all.size(), DocumentTree::kNoToken) {
  for (const Extraction& extraction : extractions) {
    const std::uint32_t speech = tree.speech_at(token_of(extraction));
    if (speech == kNone || !extraction.attribution || speakers_[speech] != DocumentTree::kNoToken) continue;
    const std::uint32_t head = extraction.attribution->claimant.head;
    if (tree.speech_at(head) == kNone) speakers_[speech] = head;
  }
  for (std::uint32_t speech = 0; speech < speakers_.size(); ++speech) {
    if (speakers_[speech] == DocumentTree::kNoToken)
      speakers_[speech] = speaker_beside(tree.quotations().all[speech].words);
  }
}

// `"...", said KCNA`
std::uint32_t Speakers::speaker_beside(TokenRange quotation) const {
  if (quotation.size() == 0) return DocumentTree::kNoToken;
  for (const std::uint32_t sentence :
       {tree_.sentence_of(quotation.end - 1), tree_.sentence_of(quotation.begin)}) {
    const TokenRange words = tree_.document().sentences[sentence];
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      if (tree_.speech_at(t) != kNone || tree_.token(t).upos != Upos::kVerb ||
          !verb_mostly_means(tree_.token(t).lemma, VerbKind::kCommunication))
        continue;
      const std::uint32_t subject = tree_.child(t, Deprel::kNsubj);
      if (subject != DocumentTree::kNoToken && tree_.speech_at(subject) == kNone) return subject;
    }
  }
  return DocumentTree::kNoToken;
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
  if (token >= tree_.size()) return DocumentTree::kNoToken;
  const std::uint32_t speech = tree_.speech_at(token);
  const Turn* turn = speech == kNone ? turn_of(tree_.turns(), token) : nullptr;
  const std::uint32_t speaker = speech != kNone         ? speakers_[speech]
                                : turn && turn->speaker ? *turn->speaker
                                                        : DocumentTree::kNoToken;
  return speaker == DocumentTree::kNoToken || quotes_somebody(token) ? DocumentTree::kNoToken : speaker;
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
  // it has a source
  if (extraction.modality == Modality::kReported) extraction.modality = Modality::kAsserted;
  return extraction;
}

}  // namespace dossier::ingest
