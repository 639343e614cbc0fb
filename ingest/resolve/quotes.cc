#include "ingest/resolve/quotes.h"

#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kMaxSentences = 8;

enum class Mark : std::uint8_t { kNone, kOpen, kClose, kEither };

Mark mark_of(std::string_view word) {
  if (word == "\"" || word == "''") return Mark::kEither;
  if (word == "“" || word == "``" || word == "«") return Mark::kOpen;
  if (word == "”" || word == "»") return Mark::kClose;
  return Mark::kNone;
}

bool paragraph_begins(const DocumentTree& tree, std::uint32_t t) {
  if (t == 0) return true;
  const std::string_view between =
      std::string_view(tree.document().text)
          .substr(tree.token(t - 1).span.end, tree.token(t).span.begin - tree.token(t - 1).span.end);
  return between.find('\n') != std::string_view::npos;
}

bool spoken(const DocumentTree& tree, TokenRange range) {
  bool verb = false, subject = false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    verb = verb || tree.token(t).upos == Upos::kVerb || tree.token(t).upos == Upos::kAux;
    subject = subject || tree.token(t).deprel == Deprel::kNsubj || tree.token(t).deprel == Deprel::kNsubjpass;
  }
  return verb && subject && range.size() >= 4;
}

}  // namespace

Quotes find_quotes(const DocumentTree& tree) {
  Quotes quotes;
  quotes.region_of.assign(tree.size(), kNone);
  std::uint32_t open = DocumentTree::kNoToken;
  const auto close = [&](std::uint32_t end) {
    const TokenRange range{open + 1, end};
    open = DocumentTree::kNoToken;
    if (range.end <= range.begin || !spoken(tree, range) ||
        tree.sentence_of(range.end - 1) - tree.sentence_of(range.begin) > kMaxSentences)
      return;
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      quotes.region_of[t] = static_cast<std::uint32_t>(quotes.regions.size());
    quotes.regions.push_back(range);
  };
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const Mark mark = mark_of(tree.word(t));
    if (mark == Mark::kNone) continue;
    const bool inside = open != DocumentTree::kNoToken;
    if (inside && paragraph_begins(tree, t))
      continue;  // each paragraph of a long quotation begins with a mark
    if (mark == Mark::kClose || (mark == Mark::kEither && inside)) {
      if (inside) close(t);
    } else {
      open = t;
    }
  }
  return quotes;
}

std::uint32_t find_speaker(const DocumentTree& tree, const Quotes& quotes, std::uint32_t region) {
  const TokenRange range = quotes.regions[region];
  for (const std::uint32_t sentence : {tree.sentence_of(range.end - 1), tree.sentence_of(range.begin)}) {
    const TokenRange words = tree.document().sentences[sentence];
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      if (quotes.region_of[t] != kNone || tree.token(t).upos != Upos::kVerb ||
          !verb_mostly_means(tree.token(t).lemma, VerbKind::kCommunication))
        continue;
      for (const Deprel deprel : {Deprel::kNsubj}) {
        const std::uint32_t subject = tree.child(t, deprel);
        if (subject != DocumentTree::kNoToken && quotes.region_of[subject] == kNone) return subject;
      }
    }
  }
  return DocumentTree::kNoToken;
}

}  // namespace dossier::ingest
