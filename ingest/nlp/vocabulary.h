// What a model knows of a word from its letters alone: ids of the word, its norm, its ends and its shape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dossier/result.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// A distinct word, with the norm that a tokenizer exception gave it if it did.
struct Lexeme {
  std::string text, lower;
  std::uint64_t orth = 0, lower_id = 0, norm = 0, prefix = 0, suffix = 0, shape = 0;
  bool is_space = false;
  std::uint32_t slot = 0;  // its row in the caches of the thread that made it
};

/// Ids of strings and the norms of words.
///
/// Threads  const after load.
class Vocabulary {
 public:
  static Result<Vocabulary> load(const WeightsFile& file);

  /// 0 for no text, a small number for the names that spaCy reserves, else the hash.
  std::uint64_t id(std::string_view text) const;

  /// `norm` is that of a tokenizer exception, or 0. The slot is left to the caller.
  Lexeme make_lexeme(std::string_view word, std::uint64_t norm) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> symbols_;
  std::unordered_map<std::uint64_t, std::uint64_t> norms_;  // of a word's id: its norm's id
};

}  // namespace dossier::ingest::nlp
