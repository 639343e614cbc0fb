// Tokens in, tokens with tags, heads, labels, lemmas and entities out, for many texts at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"
#include "ingest/nlp/arc_eager.h"
#include "ingest/nlp/kernels.h"
#include "ingest/nlp/networks.h"
#include "ingest/nlp/projectivity.h"
#include "ingest/nlp/word_cache.h"

namespace dossier::ingest::nlp {

/// One text, or a part of a long one, on its way.
struct Reading {
  std::size_t document = 0;  // whose it is
  bool one_sentence = false;
  std::vector<Piece> pieces;
  std::vector<std::string_view> forms;  // what the networks are to read for each piece
  // Made by BatchReader:
  std::vector<const Lexeme*> words;  // until the next batch
  std::vector<Tag> tags;
  std::vector<float> arc_margins, tag_margins;
  std::vector<std::uint8_t> is_space, starts;
  Tree tree;
  std::vector<EntitySpan> entities;
  std::vector<RuledToken> ruled;
};

/// The arcs that the parser has made, some of them lifted.
Tree tree_of(const ArcEagerState& state, std::uint32_t count, const std::vector<ParserClass>& classes);

/// What one thread needs to read batches. Not for two threads at a time.
class BatchReader {
 public:
  explicit BatchReader(const Networks& networks) : networks_(networks) {}

  Tokenizer::Session& tokenizer_session() { return tokenizer_session_; }
  WordCache& words() { return words_; }
  std::vector<Piece>& pieces() { return pieces_; }  // room for the tokens of one text

  /// Fills in what the networks say of each reading.
  ///
  /// Cost     memory for 6 KiB a token of all readings, kept for the next batch.
  void read(std::vector<Reading>& readings);

 private:
  void find_words(Reading& reading);
  const float* encode(const std::vector<Reading>& readings, const Encoder& encoder, std::size_t which);
  void tag(std::vector<Reading>& readings, const float* vectors);
  void parse(std::vector<Reading>& readings, const float* vectors);
  void find_entities(std::vector<Reading>& readings, const float* vectors);
  void apply_rules(Reading& reading);

  const Networks& networks_;
  Tokenizer::Session tokenizer_session_;
  WordCache words_;
  std::vector<Piece> pieces_;
  std::vector<WordCache::Wanted> wanted_;
  RowLayout layout_;
  std::vector<const float*> parts_;
  AlignedFloats matrix_, scratch_, tag_scores_;
  TransitionScorer::Workspace workspace_;  // of parser and entities in turn
};

}  // namespace dossier::ingest::nlp
