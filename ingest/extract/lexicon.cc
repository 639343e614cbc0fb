#include "ingest/extract/lexicon.h"

#include <algorithm>

#include "ingest/extract/lexicon_tables.h"

namespace dossier::ingest {
namespace {

using namespace lexicon_tables;

const VerbRow* find_verb(std::string_view lemma) { return find_row(kVerbs, kVerbSlots, kVerbMask, lemma); }
const NounRow* find_noun(std::string_view lemma) { return find_row(kNouns, kNounSlots, kNounMask, lemma); }

bool has_frame(std::string_view verb, std::uint32_t frames) {
  const VerbRow* row = find_verb(verb);
  return row && (row->frames & frames) != 0;
}
// Of a verb that WordNet lacks nobody can say that it has not.
bool may_have_frame(std::string_view verb, std::uint32_t frames) {
  return has_frame(verb, frames) || !find_verb(verb);
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The consonant before -ed and -ing doubles after one stressed short vowel. Stress is not written, so only
// words of one syllable double by rule; WordNet lists the others ("admitted").
bool doubles(std::string_view lemma) {
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || std::string_view("wxy").find(lemma[n - 1]) != std::string_view::npos)
    return false;
  if (!is_vowel(lemma[n - 2])) return false;
  return std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1;
}

std::string regular_past(std::string_view lemma) {
  std::string past(lemma);
  if (lemma.ends_with("e")) return past + "d";
  if (lemma.size() > 1 && lemma.ends_with("y") && !is_vowel(lemma[lemma.size() - 2])) {
    past.back() = 'i';
    return past + "ed";
  }
  if (doubles(lemma)) past += lemma.back();
  return past + "ed";
}

}  // namespace

bool verb_is(std::string_view lemma, VerbClass verb_class) {
  const VerbRow* row = find_verb(lemma);
  return row && (row->classes >> static_cast<unsigned>(verb_class) & 1);
}

bool verb_means(std::string_view lemma, VerbKind kind) {
  const VerbRow* row = find_verb(lemma);
  if (kind == VerbKind::kCommunication && verb_is(lemma, VerbClass::kSay)) return true;
  return row && (row->lexnames >> (static_cast<unsigned>(kind) - 29) & 1);
}

bool verb_mostly_means(std::string_view lemma, VerbKind kind) {
  const VerbRow* row = find_verb(lemma);
  if (row && row->classes >> static_cast<unsigned>(VerbClass::kSay) & 1)
    return kind == VerbKind::kCommunication;
  return row && row->first_lexname == static_cast<unsigned>(kind);
}

bool takes_person(std::string_view verb) { return has_frame(verb, kPerson); }
bool takes_thing(std::string_view verb) { return has_frame(verb, kThing); }
bool thing_may(std::string_view verb) { return may_have_frame(verb, kThingMay); }
bool person_may(std::string_view verb) { return may_have_frame(verb, kPersonMay); }
bool gives_to(std::string_view verb) { return has_frame(verb, kGivesTo); }
bool takes_phrase(std::string_view verb) { return may_have_frame(verb, kPhrase); }
bool needs_phrase(std::string_view verb) { return has_frame(verb, kNeedsPhrase); }
bool takes_infinitive(std::string_view verb) { return may_have_frame(verb, kInfinitive); }
bool takes_nothing(std::string_view verb) { return may_have_frame(verb, kNothing); }
bool takes_no_object(std::string_view verb) { return has_frame(verb, kNoObject); }
bool says_little(std::string_view verb) { return has_frame(verb, kSaysLittle); }
bool makes_do(std::string_view verb) { return has_frame(verb, kMakesDo); }
bool takes_two(std::string_view verb) { return has_frame(verb, kTwo | kNamesSo); }
bool takes_with(std::string_view verb) { return has_frame(verb, kWith); }
bool verb_is_met(std::string_view verb) { return has_frame(verb, kMet); }
bool takes_of(std::string_view verb) { return has_frame(verb, kOf); }

bool wants_done(std::string_view verb) {
  return verb == "want" || verb == "need" || verb == "like" || verb == "prefer";
}

bool provides_with(std::string_view verb) {
  return has_frame(verb, kFirstWith) && verb_mostly_means(verb, VerbKind::kPossession);
}

// What is given to somebody is not what he is, nor is what is asked or what it costs.
bool names_so(std::string_view verb) {
  if (has_frame(verb, kMayGive)) return false;
  return has_frame(verb, kNamesSo) || (has_frame(verb, kTwo) && !verb_is(verb, VerbClass::kDemand) &&
                                       !verb_mostly_means(verb, VerbKind::kStative));
}

bool takes_clause(std::string_view verb) { return has_frame(verb, kClause); }

bool is_verb(std::string_view lemma) { return find_verb(lemma) != nullptr; }

bool is_noun(std::string_view lemma) { return find_noun(lemma) != nullptr; }

bool is_adverb_phrase(std::string_view words) {
  return find_row(kAdverbPhrases, kAdverbPhraseSlots, kAdverbPhraseMask, words) != nullptr;
}

bool is_adjective(std::string_view word) {
  return find_row(kAdjectives, kAdjectiveSlots, kAdjectiveMask, word) != nullptr;
}

bool opposes(std::string_view one, std::string_view other) {
  const std::string pair = std::string(std::min(one, other)) + " " + std::string(std::max(one, other));
  return find_row(kOpposites, kOppositeSlots, kOppositeMask, pair) != nullptr;
}

bool noun_means(std::string_view lemma, NounKind kind) {
  const NounRow* row = find_noun(lemma);
  return row && (row->lexnames >> static_cast<unsigned>(kind) & 1);
}

bool noun_is_met(std::string_view lemma) {
  const NounRow* row = find_noun(lemma);
  return row && (row->lexnames >> 31 & 1);
}

bool noun_mostly_means(std::string_view lemma, NounKind kind) {
  const NounRow* row = find_noun(lemma);
  return row && row->first_lexname == static_cast<unsigned>(kind);
}

unsigned main_noun_kind(std::string_view lemma) {
  const NounRow* row = find_noun(lemma);
  return row ? row->first_lexname : 0;
}

unsigned main_verb_kind(std::string_view lemma) {
  const VerbRow* row = find_verb(lemma);
  return row ? row->first_lexname : 0;
}

std::string_view event_verb_of(std::string_view noun) {
  const NounRow* row = find_noun(noun);
  return row ? std::string_view(kText + row->verb) : std::string_view();
}

std::string past_of(std::string_view lemma) {
  const VerbRow* row = find_verb(lemma);
  return row && kText[row->past] ? std::string(kText + row->past) : regular_past(lemma);
}

std::string participle_of(std::string_view lemma) {
  const VerbRow* row = find_verb(lemma);
  return row && kText[row->participle] ? std::string(kText + row->participle) : regular_past(lemma);
}

std::string gerund_of(std::string_view lemma) {
  std::string gerund(lemma);
  if (lemma.ends_with("ie")) return gerund.substr(0, gerund.size() - 2) + "ying";
  if (lemma.ends_with("e") && !lemma.ends_with("ee") && lemma != "be")
    gerund.pop_back();
  else if (const std::string past = past_of(lemma); past.ends_with("ed") && past.size() == lemma.size() + 3)
    gerund += lemma.back();
  else if (!past.ends_with("ed") && doubles(lemma))
    gerund += lemma.back();
  return gerund + "ing";
}

}  // namespace dossier::ingest
