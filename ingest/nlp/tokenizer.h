// Text into tokens, as spaCy's tokenizer does it. tokenizer.cc tells how.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/result.h"
#include "ingest/nlp/pattern.h"
#include "ingest/nlp/vocabulary.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// A token: bytes [begin, end) of the text.
struct Piece {
  std::uint32_t begin = 0, end = 0;
  std::uint64_t norm = 0;    // id of the norm that an exception gives it; 0 for none
  bool space_after = false;  // one ASCII space follows, and is in no token
  bool may_start_phrase = false;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

class Tokenizer {
 public:
  /// What one thread keeps between texts: room to match, and the tokens of chunks seen before.
  struct Session {
    Matcher matcher;
    StringMap<std::vector<Piece>> chunks;  // spans count from the chunk's begin
    std::vector<Piece> suffixes;
  };

  static Result<Tokenizer> load(const WeightsFile& file, const Vocabulary& vocabulary);

  /// Appends the tokens of `text`, which must be valid UTF-8. Every byte is in a token, but for single
  /// spaces.
  ///
  /// Cost     linear, save for chunks without white space: those over 10,000 bytes are one token.
  void tokenize(std::string_view text, Session& session, std::vector<Piece>& pieces) const;

 private:
  struct Word {
    std::string text;
    std::uint64_t norm = 0;
  };
  using Special = std::vector<Word>;

  Status add_phrases();
  void append_chunks(std::string_view text, bool use_specials, Session& session,
                     std::vector<Piece>& pieces) const;
  void append_cached(std::string_view text, Span chunk, Session& session, std::vector<Piece>& pieces) const;
  void split_chunk(std::string_view text, Span chunk, bool use_specials, Session& session,
                   std::vector<Piece>& pieces) const;
  Span strip_affixes(std::string_view text, Span chunk, bool use_specials, Session& session,
                     std::vector<Piece>& pieces) const;
  void append_core(std::string_view text, Span core, bool use_specials, Session& session,
                   std::vector<Piece>& pieces) const;
  const Special* find_special(std::string_view text, bool use_specials) const;
  void join_numero(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const;
  void join_percent(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const;
  void replace_phrases(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const;
  Piece make_piece(std::string_view text, Span span, std::uint64_t norm = 0) const;

  Pattern prefix_, suffix_, infix_, url_;
  StringMap<Special> specials_;
  StringMap<std::vector<std::vector<std::string>>> phrases_;  // by their first token
};

}  // namespace dossier::ingest::nlp
