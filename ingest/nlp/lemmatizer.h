// Base forms of words: by exceptions, by endings, checked against the words that are known.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"
#include "dossier/result.h"
#include "ingest/nlp/attribute_ruler.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// Reads its two word lists where the weights file is mapped: the file must outlive it.
///
/// Source   spaCy pipeline/lemmatizer.py and lang/en/lemmatizer.py; the tables are WordNet's.
class Lemmatizer {
 public:
  static Result<Lemmatizer> load(const WeightsFile& file);

  /// Whether the word is its own lemma, whatever the tables say. If not, lemma() depends on word and part of speech alone.
  static bool is_base_form(Upos upos, const Morphology& morphology);
  std::string lemma(const Lexeme& word, Upos upos, const Morphology& morphology) const;

 private:
  struct Ending {
    std::string old_ending, new_ending;
  };
  struct Tables {
    bool present = false;
    std::vector<Ending> endings;
    std::string_view known;      // a word a line, in order of bytes
    std::string_view irregular;  // "went\tgo", in order of bytes
  };
  std::vector<std::string> forms(const std::string& word, const Tables& tables) const;

  std::array<Tables, 18> tables_;  // by Upos
};

}  // namespace dossier::ingest::nlp
