// What the extractor knows of single words: verb classes, irregular forms, the verb behind a noun. From
// WordNet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// Bit numbers of VerbFacts::classes, in the order of data/make_lexicon.cc; data/verb_classes.txt says what
/// each holds.
enum class VerbClass : std::uint8_t {
  kDemand,
  kPlan,
  kRefuse,
  kDeny,
  kDoubt,
  kFactive,
  kLight,
  kReciprocal,
  kSeem,
  kSay,
  kAssign,
  kCause,
  kContact,
  kForce,
  kPermit,
  kForbid,
  kPrevent,
  kRepay,
  kEnd,
  kUndergo,
  kAttest,
  kDefeat,
  kPursue,
  kVoice,
  kShow,
  kGrow,
  kGo,
  kOpen,
  kGuess,
  kDescribe,
  kSeek
};

/// WordNet's lexicographer files that rules ask for.
enum class NounKind : std::uint8_t {
  kAct = 4,
  kArtifact = 6,
  kAttribute = 7,
  kBody = 8,
  kCognition = 9,
  kCommunication = 10,
  kEvent = 11,
  kFeeling = 12,
  kGroup = 14,
  kLocation = 15,
  kObject = 17,
  kPerson = 18,
  kPhenomenon = 19,
  kPossession = 21,
  kProcess = 22,
  kQuantity = 23,
  kRelation = 24,
  kShape = 25,
  kState = 26,
  kTime = 28,
};
enum class VerbKind : std::uint8_t {
  kChange = 30,
  kCognition = 31,
  kCommunication = 32,
  kCompetition = 33,
  kConsumption = 34,
  kCreation = 36,
  kEmotion = 37,
  kMotion = 38,
  kPerception = 39,
  kPossession = 40,
  kSocial = 41,
  kStative = 42
};

bool verb_is(std::string_view lemma, VerbClass verb_class);
bool verb_means(std::string_view lemma, VerbKind kind);         // among its three most frequent senses
bool verb_mostly_means(std::string_view lemma, VerbKind kind);  // its most frequent sense
bool takes_person(std::string_view verb);                       // as its direct object
bool takes_thing(std::string_view verb);
bool thing_may(std::string_view verb);         // its subject may be a thing: `the treaty expired`
bool person_may(std::string_view verb);        // its subject may be somebody: nobody takes place
bool gives_to(std::string_view verb);          // something to somebody
bool takes_phrase(std::string_view verb);      // a prepositional phrase beside its object
bool needs_phrase(std::string_view verb);      // beside its object: `put it on alert`
bool takes_infinitive(std::string_view verb);  // `agreed to stop`, no `crowded in to see`
bool takes_nothing(std::string_view verb);     // `he died`
bool takes_no_object(std::string_view verb);   // in its first two senses: `it collapsed`
bool says_little(std::string_view verb);       // `she went`, `it looked`
bool makes_do(std::string_view verb);          // `asked him to leave`, `let him go`
bool takes_two(std::string_view verb);         // `gave him money`, `called him a liar`
bool takes_with(std::string_view verb);        // `charged him with fraud`: no company
bool takes_of(std::string_view verb);          // `accused him of fraud`
bool wants_done(std::string_view verb);        // `wants it sold`: it is not sold yet
bool provides_with(std::string_view verb);     // `provided him with money`
bool names_so(std::string_view verb);          // `called him a liar`: of two objects one is what the other is
bool takes_clause(std::string_view verb);      // `said that he left`
bool verb_is_met(
    std::string_view lemma);           // in the texts that WordNet's senses were told in: `call`, no `ideate`
bool is_verb(std::string_view lemma);  // of several words too: `take_place`, `look_forward`
bool is_noun(std::string_view lemma);
bool is_adjective(std::string_view word);
bool opposes(std::string_view one, std::string_view other);  // adjectives: `inner` and `outer`
bool is_adverb_phrase(std::string_view words);               // `for_example`, `in_fact`: of several words
bool noun_means(std::string_view lemma, NounKind kind);
bool noun_is_met(
    std::string_view lemma);  // in the texts that WordNet's senses were told in: `hunter`, no `tucker`
bool noun_mostly_means(std::string_view lemma, NounKind kind);
/// WordNet's lexicographer file of the most frequent sense, of which NounKind and VerbKind name some; 0 for a word it lacks.
unsigned main_noun_kind(std::string_view lemma);
unsigned main_verb_kind(std::string_view lemma);

/// The verb whose event or state the noun names ("arrest" -> "arrest", "expiry" -> "expire"); empty for none.
std::string_view event_verb_of(std::string_view noun);

/// Simple past of a verb ("buy" -> "bought", "stop" -> "stopped"); regular where WordNet knows no other.
std::string past_of(std::string_view lemma);
std::string participle_of(std::string_view lemma);
std::string gerund_of(std::string_view lemma);

}  // namespace dossier::ingest
