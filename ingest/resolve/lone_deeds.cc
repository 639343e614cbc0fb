#include "ingest/resolve/lone_deeds.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/statement_subjects.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

// The passengers of "two of the passengers"
std::uint32_t counted_noun(const DocumentTree& tree, std::uint32_t noun) {
  const std::uint32_t of = tree.child(noun, Deprel::kPrep);
  const Token& token = tree.token(noun);
  if (of != noun + 1 || tree.lower(of) != "of" ||
      !(token.tag == Tag::kCd || token.tag == Tag::kDt || token.tag == Tag::kJjs))
    return noun;
  const std::uint32_t whole = tree.child(of, Deprel::kPobj);
  return whole == DocumentTree::kNoToken ? noun : whole;
}

bool people(const DocumentTree& tree, std::uint32_t noun) {
  noun = counted_noun(tree, noun);
  const Token& token = tree.token(noun);
  const auto children = tree.children(noun);  // "Eleven people", which the parser takes for an adjective
  const bool counted = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.token(c).deprel == Deprel::kNummod ||
           (tree.token(c).deprel == Deprel::kAmod && find_value(tree.lower(c)));
  });
  return token.upos == Upos::kNoun && (noun_mostly_means(to_lower(token.lemma), NounKind::kPerson) ||
                                       (counted && tree.lower(noun) == "people"));
}

// "Dozens were injured", "Two others were arrested": what is done to somebody. "Two others later died"
bool counted_people(const DocumentTree& tree, const Extraction& extraction) {
  const Token& noun = tree.token(extraction.subject.head);
  const bool count = tree.lower(extraction.subject.head) == "others" ||
                     (noun.tag == Tag::kNns && noun_mostly_means(to_lower(noun.lemma), NounKind::kQuantity));
  const std::string& verb = tree.token(extraction.relation_tokens.back()).lemma;
  return count &&
         (extraction.predicate.starts_with("was ") ? takes_person(verb)
                                                   : noun.tag == Tag::kNns && takes_nothing(verb) &&
                                                         tree.lower(extraction.subject.head) == "others");
}

// "Windows were broken", "A concert has been cancelled": once; not "Drugs are used", "was planned", nor the first of "were
// posted and shared online", which both have where
bool befell(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t was = tree.child(verb, Deprel::kAuxpass), has = tree.child(verb, Deprel::kAux);
  const std::uint32_t twin = tree.child(verb, Deprel::kConj);
  if (was == DocumentTree::kNoToken || verb_is(tree.token(verb).lemma, VerbClass::kPlan) ||
      (twin != DocumentTree::kNoToken && tree.child(twin, Deprel::kNsubj) == DocumentTree::kNoToken &&
       tree.child(twin, Deprel::kNsubjpass) == DocumentTree::kNoToken) ||
      turn_of(tree.turns(), verb) != nullptr)
    return false;
  return tree.token(was).tag == Tag::kVbd ||
         (tree.token(was).tag == Tag::kVbn && has != DocumentTree::kNoToken &&
          tree.token(has).lemma == "have");
}

// "The bill was suspended", "Ana's trial was moved": what the sentence itself, or who is quoted, tells of a thing that
// is known; not "the drop was described", which wants to know as what.
bool known_thing(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t noun = counted_noun(tree, extraction.subject.head);
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  std::uint32_t verb = extraction.relation_tokens.back();
  const bool known = (article != DocumentTree::kNoToken && tree.lower(article) == "the") ||
                     tree.child(noun, Deprel::kPoss) != DocumentTree::kNoToken || befell(tree, verb);
  // "the announcement was made": no more than that it was announced
  const bool made = verb_is(tree.token(verb).lemma, VerbClass::kLight) &&
                    noun_mostly_means(to_lower(tree.token(noun).lemma), NounKind::kCommunication);
  if (made || verb_mostly_means(tree.token(verb).lemma, VerbKind::kCommunication)) return false;
  while (tree.token(verb).deprel == Deprel::kConj ||
         (tree.token(verb).deprel == Deprel::kXcomp &&
          tree.token(tree.token(verb).head).lemma == "have"))  // "has yet to be counted"
    verb = tree.token(verb).head;
  const Deprel deprel = tree.token(verb).deprel;
  return known && (deprel == Deprel::kRoot || deprel == Deprel::kCcomp) &&
         tree.token(noun).upos == Upos::kNoun;
}

// "No arrests were made": it happened to none of them; "Nobody was hurt"
bool none_of_it(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head, article = tree.child(noun, Deprel::kDet);
  if (is_nobody(tree, noun)) return extraction.negated;
  return extraction.negated && article != DocumentTree::kNoToken && tree.lower(article) == "no" &&
         tree.token(noun).upos == Upos::kNoun;
}

// "Residents were told to leave", "Thousands were forced to flee": what people were made to do
bool made_to(const DocumentTree& tree, const Extraction& extraction) {
  const auto& words = extraction.relation_tokens;
  if (extraction.negated || !extraction.predicate.starts_with("was ") ||
      (extraction.modality != Modality::kAsserted && extraction.modality != Modality::kDemanded))
    return false;
  const std::uint32_t told = tree.token(words.back()).head, noun = extraction.subject.head;
  const bool counts = tree.token(noun).tag == Tag::kNns &&
                      noun_mostly_means(to_lower(tree.token(noun).lemma), NounKind::kQuantity);
  return tree.token(words.back()).deprel == Deprel::kXcomp && makes_do(tree.token(told).lemma) &&
         (counts || people(tree, noun)) &&
         std::count(extraction.predicate.begin(), extraction.predicate.end(), ' ') == 3;
}

// "3,000 buildings were hit": how many, and what befell them
bool counted_thing(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head;
  return tree.token(noun).upos == Upos::kNoun &&
         tree.child(noun, Deprel::kNummod) != DocumentTree::kNoToken &&
         !verb_mostly_means(tree.token(extraction.relation_tokens.back()).lemma, VerbKind::kCommunication);
}

// As WordNet has it: `go_up` of "went up"
std::string verb_of(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t last = extraction.relation_tokens.back();
  const Token& word = tree.token(last);
  return word.deprel == Deprel::kPrt ? tree.token(word.head).lemma + "_" + tree.lower(last) : word.lemma;
}

// "The number of tigers has increased", "prices fell", "prices went up"
bool grows(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head;
  return tree.token(noun).upos == Upos::kNoun && extraction.modality == Modality::kAsserted &&
         !extraction.negated && verb_is(verb_of(tree, extraction), VerbClass::kGrow);
}

// "died", "was hurt", "passed away"
bool of_one_verb(const DocumentTree& tree, const Extraction& extraction) {
  const std::string& predicate = extraction.predicate;
  const auto space = predicate.find(' ', predicate.starts_with("was ") ? 4 : 0);
  const bool particle = tree.token(extraction.relation_tokens.back()).deprel == Deprel::kPrt;
  return space == std::string::npos || (particle && space == predicate.rfind(' '));
}

// A clause among the noun's words, or one that they are compared with
bool holds_clause(const DocumentTree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Token& token = tree.token(c);
    return token.deprel == Deprel::kAcl || token.deprel == Deprel::kRelcl || token.deprel == Deprel::kPcomp ||
           token.tag == Tag::kJjr || (c > noun && token.deprel == Deprel::kAmod) || holds_clause(tree, c);
  });
}

// What can be said to be there with no more than an adjective: "there was severe flooding", not "serious problems"
bool happens(const DocumentTree& tree, std::uint32_t noun) {
  const std::string lemma = to_lower(tree.token(noun).lemma);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
         noun_mostly_means(lemma, NounKind::kProcess) || noun_mostly_means(lemma, NounKind::kPhenomenon);
}

// "There are limits on fishing": the noun's words are all that is said; not "more than", "the time when", "rallies in Oslo
// and Lund", "just as there were riots in May"
bool is_told_whole(const DocumentTree& tree, const Extraction& extraction) {
  static constexpr std::string_view kPlaces[] = {"in", "at", "near", "inside", "among", "across", "around"};
  const std::uint32_t noun = extraction.subject.head;
  const auto children = tree.children(noun);
  const auto complements = std::count_if(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.token(c).deprel == Deprel::kPrep;
  });
  const bool placed = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.token(c).deprel == Deprel::kPrep &&
           std::find(std::begin(kPlaces), std::end(kPlaces), tree.lower(c)) != std::end(kPlaces);
  });
  const std::uint32_t mark = tree.child(tree.token(noun).head, Deprel::kMark);
  if (mark != DocumentTree::kNoToken && (tree.lower(mark) == "as" || tree.lower(mark) == "than"))
    return false;
  if (complements == 0 && extraction.arguments.empty() && !happens(tree, noun)) return false;
  return !extraction.negated && tree.token(noun).upos == Upos::kNoun && complements < 2 && !placed &&
         !noun_mostly_means(to_lower(tree.token(noun).lemma), NounKind::kTime) && !holds_clause(tree, noun) &&
         std::none_of(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& a) {
           return a.role != ArgumentRole::kTime && !a.preposition.empty() && a.preposition != "according to";
         });
}

}  // namespace

bool exists_or_not(const DocumentTree& tree, const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head;
  const auto children = tree.children(noun);
  const bool told = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Deprel deprel = tree.token(c).deprel;
    const std::uint32_t object = tree.child(c, Deprel::kPobj);
    return deprel == Deprel::kCompound || (deprel == Deprel::kNummod && !extraction.arguments.empty()) ||
           (deprel == Deprel::kAmod && tree.lower(c) != "such" && tree.lower(c) != "other") ||
           (deprel == Deprel::kPrep && c == noun + 1 && object != DocumentTree::kNoToken &&
            tree.token(object).upos != Upos::kPron && tree.token(object).entity != EntityLabel::kDate);
  });
  const bool clause = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Deprel deprel = tree.token(c).deprel;
    return c > noun && (deprel == Deprel::kAcl || deprel == Deprel::kRelcl || deprel == Deprel::kCcomp ||
                        deprel == Deprel::kConj ||
                        (deprel == Deprel::kPrep && tree.child(c, Deprel::kPobj) == DocumentTree::kNoToken));
  });
  return told && !clause && (is_told_whole(tree, extraction) || none_of_it(tree, extraction)) &&
         extraction.modality == Modality::kAsserted &&
         std::none_of(extraction.arguments.begin(), extraction.arguments.end(),
                      [](const Argument& a) { return a.role == ArgumentRole::kClause; }) &&
         turn_of(tree.turns(), noun) == nullptr;
}

bool worth_a_loop(const DocumentTree& tree, const Extraction& extraction, const graph::EntityRecord& entity,
                  const Qualifiers& qualifiers, bool claimed) {
  if (entity.type != "Concept" || made_to(tree, extraction)) return true;
  const bool names = std::any_of(entity.name.begin() + !entity.name.empty(), entity.name.end(),
                                 [](char c) { return c >= 'A' && c <= 'Z'; });
  // "Six people died", "two others were injured"
  if (extraction.modality == Modality::kAsserted &&
      (people(tree, extraction.subject.head) || counted_people(tree, extraction)) &&
      of_one_verb(tree, extraction))
    return true;
  if (extraction.predicate.starts_with("was "))
    return (names || known_thing(tree, extraction) || counted_thing(tree, extraction) ||
            none_of_it(tree, extraction)) &&
           extraction.modality == Modality::kAsserted && extraction.predicate.rfind(' ') == 3;
  if (grows(tree, extraction)) return true;
  const bool talk = turn_of(tree.turns(), extraction.subject.head) != nullptr;
  return names || (claimed && !talk) || !qualifiers.when.empty() || !qualifiers.where.empty();
}

}  // namespace dossier::ingest
