// How an argument is told beside the object: its link with what belongs to it, and which phrases stand on their own.
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/statement_arguments.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

// When, why or how something came: told of whoever did it, with or without what it was done to.
bool is_circumstance(std::string_view preposition) {
  static constexpr std::string_view kCircumstances[] = {"after",  "amid",   "because of", "before", "despite",
                                                        "due to", "during", "via",        "without"};
  return std::find(std::begin(kCircumstances), std::end(kCircumstances), preposition) !=
         std::end(kCircumstances);
}

// `used a knife like a clerk`, `ran it along with the army`, `support for murder by agents`: no part of the deed
bool stands_beside(std::string_view preposition) {
  static constexpr std::string_view kBeside[] = {
      "along with", "besides",    "by",   "compared to", "compared with", "except", "in addition to",
      "including",  "instead of", "like", "rather than", "than",          "unlike"};
  return std::find(std::begin(kBeside), std::end(kBeside), preposition) != std::end(kBeside);
}

}  // namespace

// Of the prepositions those whose phrase is part of what is done: not when, like whom, because of what, in whose
// company.
bool ArgumentReader::takes_part(std::string_view preposition) {
  static constexpr std::string_view kPart[] = {"about", "across", "against", "as",   "at",
                                               "for",   "from",   "in",      "into", "of",
                                               "on",    "out of", "over",    "to",   "via"};
  return std::find(std::begin(kPart), std::end(kPart), preposition) != std::end(kPart);
}

// "fired rounds into the north": of what, it does not say
bool ArgumentReader::is_direction(std::string_view word) {
  return word == "north" || word == "south" || word == "east" || word == "west";
}

// "lies 20 km north of Oslo", "died two days before the vote": how far is part of the link; `from` alone would say that
// it lies elsewhere.
std::string ArgumentReader::link_of(const Argument& argument) const {
  if (argument.preposition_tokens.empty()) return argument.preposition;
  const std::uint32_t first = argument.preposition_tokens.front();
  const std::uint32_t measure = tree_->child(first, Deprel::kNpadvmod);
  const std::uint32_t last =
      tree_->word(first - 1) == ")" ? first - 1 : measure;  // "20 km (12 miles) north of"
  if (measure == DocumentTree::kNoToken ||
      (last == measure ? measure + 1 != first : tree_->token(last).head != measure) ||
      tree_->child(measure, Deprel::kNummod) == DocumentTree::kNoToken)
    return argument.preposition;
  const std::uint32_t count = tree_->child(measure, Deprel::kNummod);
  const auto before = tree_->children(count);  // `more than 20`, `about 20`
  const std::uint32_t begin = before.empty() ? count : std::min(count, before.front());
  std::string words;
  for (std::uint32_t t = begin; t <= measure; ++t) words += tree_->lower(t) + " ";
  return words + argument.preposition;
}

// "gave the boy an option" gave him an option; "gave to" alone would say less. A name stays out of the
// predicate.
std::string ArgumentReader::noun_between(const Extraction& extraction, const Argument* object) const {
  if (object == nullptr || object->role != ArgumentRole::kObject || extraction.implicit) return {};
  const std::uint32_t head = object->phrase.head;
  const Entity* entity = resolution_->entity_at(head);
  if (tree_->token(head).upos != Upos::kNoun || (entity && entity->named)) return {};
  // "gave the town 5 dollars": gave to it
  if (pays(head)) return {};
  // "fired dozens of rounds into Oslo": fired rounds
  const std::uint32_t of = tree_->child(head, Deprel::kPrep);
  const std::uint32_t counted = of == DocumentTree::kNoToken ? of : tree_->child(of, Deprel::kPobj);
  const bool counts = counted != DocumentTree::kNoToken && tree_->lower(of) == "of" &&
                      tree_->token(counted).upos == Upos::kNoun &&
                      noun_mostly_means(common_lemma(tree_->token(head)), NounKind::kQuantity);
  // "found signs of water on the moon"
  const bool of_stuff = !counts && counted == of + 1 && of == head + 1 && tree_->lower(of) == "of" &&
                        tree_->token(counted).upos == Upos::kNoun && tree_->children(counted).empty();
  return " " + tree_->lower(counts ? counted : head) + (of_stuff ? " of " + tree_->lower(counted) : "");
}

// "in response", "at work": no thing of its own
bool ArgumentReader::is_bare(std::uint32_t noun) const {
  const auto children = tree_->children(noun);
  return tree_->token(noun).tag == Tag::kNn &&
         std::none_of(children.begin(), children.end(),
                      [&](std::uint32_t c) { return c < noun && tree_->token(c).deprel != Deprel::kPunct; });
}

bool ArgumentReader::tells_more(const Extraction& extraction, const Argument* object,
                                const Argument& argument) const {
  if (extraction.implicit || extraction.relation_tokens.empty() || argument.phrase.empty() ||
      argument.preposition_tokens.empty() ||
      argument.preposition_tokens.front() < extraction.relation_tokens.back() ||
      tree_->token(extraction.relation_tokens.back()).lemma == "be")
    return false;
  const std::uint32_t noun = argument.phrase.head;
  if (tree_->token(noun).upos != Upos::kNoun || is_bare(noun) || is_direction(tree_->lower(noun)) ||
      is_occasion(argument) || noun_mostly_means(common_lemma(tree_->token(noun)), NounKind::kTime))
    return false;
  if (is_circumstance(argument.preposition)) return true;
  return !noun_between(extraction, object).empty() && !stands_beside(argument.preposition) &&
         argument.preposition_tokens.front() > object->phrase.head &&
         tree_->word(argument.preposition_tokens.front() - 1) !=
             ",";  // "noted heavy seas, with waves of 3 m"
}

std::pair<std::string, std::uint32_t> ArgumentReader::joined_by(const Extraction& extraction,
                                                                const Argument& argument) const {
  static constexpr std::string_view kFirst[] = {"as", "at", "by", "in", "on"};
  if (extraction.implicit || extraction.relation_tokens.empty() || argument.phrase.empty() ||
      argument.role != ArgumentRole::kPrepositional ||
      tree_->token(extraction.relation_tokens.back()).lemma == "be" ||
      std::find(std::begin(kFirst), std::end(kFirst), argument.preposition) == std::end(kFirst))
    return {};
  const std::uint32_t bare = argument.phrase.head;
  const std::uint32_t second = tree_->child(bare, Deprel::kPrep);
  if (tree_->token(bare).upos != Upos::kNoun || second != bare + 1 || !is_bare(bare)) return {};
  const std::uint32_t noun = tree_->child(second, Deprel::kPobj);
  const std::string link = tree_->lower(second);
  if (noun == DocumentTree::kNoToken || link == "in" || link == "at")
    return {};  // "the man in question in it"
  const std::string words = argument.preposition + " " + tree_->lower(bare) + " " + link;
  if (stands_beside(words)) return {};
  return {" " + words, noun};
}

bool ArgumentReader::listed(std::uint32_t noun) const {
  return tree_->token(noun).upos == Upos::kPropn &&
         (tree_->token(noun).deprel == Deprel::kConj ||
          tree_->child(noun, Deprel::kConj) != DocumentTree::kNoToken);
}

std::string ArgumentReader::timed_predicate(const Extraction& extraction, bool dated) const {
  const Argument* time = nullptr;
  for (const Argument& argument : extraction.arguments) {
    if (argument.role != ArgumentRole::kTime || argument.preposition.empty()) continue;
    if (dated && extraction.negated && (argument.preposition == "until" || argument.preposition == "till"))
      return extraction.predicate;  // "did not start until May"
    if (dated && qualifiers_->dates(argument)) return extraction.predicate + " " + argument.preposition;
    if (time == nullptr) time = &argument;
  }
  return time == nullptr ? extraction.predicate : extraction.predicate + " " + time->preposition;
}

}  // namespace dossier::ingest
