// What speaks for and against each thing that a pronoun may stand for.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Each is 0 or 1 unless said otherwise. The order is that of the rows in pronoun_weights.cc.
enum class PronounFeature : std::uint8_t {
  kSameSentence,  // of the last mention before the pronoun
  kPreviousSentence,
  kTwoBack,
  kNearest,  // no other candidate was named since
  kBetween,  // log(1 + candidates named since)
  kSubject,  // the last mention's place in its clause
  kObject,
  kNested,       // within another noun phrase
  kOwner,        // "Iran's"
  kParallel,     // both are subjects
  kSpeaksAbove,  // subject of the clause that the pronoun's clause is said in
  kOwnSubject,   // "Iran closed its ports"
  kSameClause,   // another argument of it
  kFronted,      // "During his call with Xi, Putin ..."
  kContains,     // "a planet in its star's zone"
  kNamed,
  kPerson,
  kOrganization,
  kPlace,
  kGroupNoun,     // "the team"
  kOneForMany,    // "they" for one body
  kCoordination,  // "Xi and Putin"
  kOften,         // log of the number of mentions before
  kTopic,         // named in the first sentence
  kChain,         // a pronoun of the same form stood for it in this sentence or the one before
  kUnlikelyGender,
  kLifelessActor,  // a thing for the subject of a verb that somebody does
  kIndefinite,     // "a bus"
  kAbstract,       // an act, event, state or time
  kQuoteBorder,    // one stands inside a quotation, the other outside
  kRootSubject,    // subject of its sentence's main verb
  kSubjectBefore,  // subject of the sentence before, and the pronoun begins its own
  kSpoke,          // "..., said Yonhap. ..., it added": who spoke just before the pronoun speaks
  kAgreesInKind,   // owns what such a thing owns: a body its members, a person his life
  kBesideAbove,    // subject of the clause that the pronoun's hangs on or stands beside
  kHigherAbove,    // subject of a clause further up, or of what the pronoun is no subject in
  kParagraph,      // last named in another paragraph
  kBothObjects,
  kActor,        // somebody, and the pronoun does what somebody does
  kLately,       // log of the number of mentions in this sentence and the one before
  kJoinedOwner,  // "Biden and [his] son"
  kOwnNoun,      // "a man who left [his] car", "a man accused of hitting [his] son"
  kSaidToBe,     // "the beers ... they were lighter beers"
  kSaidNotToBe,  // another kind of thing than what the clause says it is
  kThingDoes,    // somebody, for the subject of a verb that only things do
  kObjectFits,  // somebody, for the object of a verb that is done to people; a thing, of one that is done to things
  kLifelessOwner,  // a thing, for the owner of a body or a mind
  kOftenSubject,   // log of the number of clauses of the last eight sentences that it is the subject of
  kSameVerb,       // it did before, or suffered, what the pronoun does or suffers
  kApart,          // log of the words since
  kObjectBefore,   // object in the sentence before, and the pronoun begins its own
  kKnownGender,
  kLikelyGender,  // of most who bear the name
  kBothSuffer,    // "arrested [three men]. [They] were questioned"
  kDidSuffers,    // "[Police] arrested three men. [They] were questioned"
  kJudged,        // "thanked [Erik] for [his] help"
  kAgent,         // "was chosen by [Ana] as [her] deputy"
  kToldByBody,  // "[the ministry] said [it] had closed two ports": a body that tells what something did or will do
  kCount,
};
inline constexpr std::size_t kPronounFeatures = static_cast<std::size_t>(PronounFeature::kCount);

/// What speaks for the pronoun standing for nothing that the article names.
enum class NothingFeature : std::uint8_t {
  kAlways,
  kQuoted,
  kCopula,     // "it is ..."
  kAdjective,  // "it is hard"
  kNounSaid,   // "it is a good start", what was said before
  kObject,
  kOwns,
  kFewCandidates,
  kClauseBelow,  // "it means that ..."
  kSentenceStart,
  kQuotedCopula,
  kClauseBefore,  // the sentence before could be meant: "The ban was lifted. It caused protests"
  kMeasured,      // "it took 115 years"
  kTold,          // "it was announced that"
  kOpenAbove,     // the subject of its clause is a pronoun like it that stayed open
  kOpenBefore,    // the last pronoun like it stayed open
  kCandidates,    // log of their number
  kCount,
};
inline constexpr std::size_t kNothingFeatures = static_cast<std::size_t>(NothingFeature::kCount);

enum class PronounClass : std::uint8_t { kPerson, kThing, kMany };  // "he", "it", "they"

struct PronounCandidate {
  std::uint32_t entity = kNone;
  std::array<float, kPronounFeatures> features{};
  float probability = 0;
};

struct PronounCase {
  PronounClass pronoun_class = PronounClass::kThing;
  std::vector<PronounCandidate> candidates;  // the most recently mentioned first
  std::array<float, kNothingFeatures> nothing{};
};

/// Describes the candidates for a pronoun; `agrees` has chosen them.
PronounCase describe_pronoun(const DocumentTree& tree, const Resolution& resolution, const Mention& mention,
                             const std::vector<std::uint32_t>& agreeing);

/// Fills in the candidates' probabilities: a log-linear model over them and "nothing".
void weigh(PronounCase& pronoun);

}  // namespace dossier::ingest
