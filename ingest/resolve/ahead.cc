#include "ingest/resolve/ahead.h"

#include <algorithm>

#include "ingest/dates/time_words.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {

bool begins_then(const DocumentTree& tree, const Extraction& extraction) {
  if (extraction.relation_tokens.empty() || extraction.negated) return false;
  const Token& verb = tree.token(extraction.relation_tokens.front());
  return (verb.tag == Tag::kVbz || verb.tag == Tag::kVbp) && verb.lemma != "be" && verb.lemma != "have";
}

bool lies_ahead(const DocumentTree& tree, const Extraction& extraction, std::string_view when,
                std::string_view article) {
  if (extraction.implicit || extraction.relation_tokens.empty() || extraction.negated ||
      extraction.modality != Modality::kAsserted)
    return false;
  // `runs through May 3`: it does already
  if (std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& argument) {
        return argument.preposition == "through" || argument.preposition == "until";
      }))
    return false;
  const Token& first = tree.token(extraction.relation_tokens.front());
  const Token& last = tree.token(extraction.relation_tokens.back());
  const bool is_doing = first.lemma == "be" && first.tag != Tag::kVbd && last.tag == Tag::kVbg;
  const std::string_view day = when.substr(0, std::min(when.find('/'), article.size()));
  return (begins_then(tree, extraction) || is_doing) && !day.empty() && day > article.substr(0, day.size()) &&
         !verb_mostly_means(last.lemma, VerbKind::kCommunication) &&
         !verb_mostly_means(last.lemma, VerbKind::kCognition);
}

bool is_of_object(const DocumentTree& tree, const Extraction& extraction, const Argument& date) {
  if (date.preposition != "for" || date.phrase.empty()) return false;
  const auto words = read_time_words(tree.text_of(date.phrase.tokens));
  if (std::any_of(words.begin(), words.end(), [](const TimeWord& word) { return word.shift < 0; }))
    return false;
  return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& other) {
    if (other.role != ArgumentRole::kObject || other.phrase.empty()) return false;
    const std::string& lemma = tree.token(other.phrase.head).lemma;
    return other.phrase.head < date.phrase.head && !noun_mostly_means(lemma, NounKind::kAct) &&
           !noun_mostly_means(lemma, NounKind::kEvent);
  });
}

}  // namespace dossier::ingest
