// The model's rules for what tags, labels and words imply: coarse tags, morphology, some lemmas.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/ingest/document.h"
#include "dossier/result.h"
#include "ingest/nlp/pattern.h"
#include "ingest/nlp/vocabulary.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// The features that the lemmatizer asks for.
struct Morphology {
  bool number_singular = false, number_absent = true;
  bool form_infinitive = false, form_finite = false, form_none = false;
  bool tense_present = false, degree_positive = false;
};

/// What the rules see of a token, and what they set.
struct RuledToken {
  const Lexeme* word = nullptr;
  Tag tag = Tag::kOther;
  Deprel deprel = Deprel::kOther;
  Upos upos = Upos::kX;
  bool has_upos = false;
  Morphology morphology;
  const std::string* lemma = nullptr;  // null: the lemmatizer's to find
};

class AttributeRuler {
 public:
  static Result<AttributeRuler> load(const WeightsFile& file, const Vocabulary& vocabulary);

  /// Tests every rule on the tokens as they are given, then applies those that hold, later ones over earlier
  /// ones.
  void apply(std::vector<RuledToken>& tokens, Matcher& matcher) const;

 private:
  enum class Field : std::uint8_t { kTag, kDeprel, kLower, kOrth, kIsSpace };
  struct Condition {
    Field field = Field::kTag;
    bool negated = false;
    std::vector<std::uint64_t> values;  // of a tag or label: its number; of a word: its id
    std::optional<Pattern> pattern;     // instead of values
  };
  using TokenConditions = std::vector<Condition>;
  struct Rule {
    std::vector<TokenConditions> tokens;
    std::size_t index = 0;  // of the token that is changed, in the row that matched
    std::optional<Tag> tag;
    std::optional<Deprel> deprel;
    std::optional<Upos> upos;
    std::optional<Morphology> morphology;
    std::optional<std::string> lemma;
  };
  struct Loader;

  bool holds(const Condition& condition, const RuledToken& token, Matcher& matcher) const;
  bool matches(const Rule& rule, const std::vector<RuledToken>& tokens, std::size_t at,
               Matcher& matcher) const;
  void add_candidates();

  std::vector<Rule> rules_;
  std::vector<std::vector<std::uint32_t>> by_tag_;  // rules that a token of this tag may begin, ascending
};

}  // namespace dossier::ingest::nlp
