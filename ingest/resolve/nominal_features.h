// What speaks for and against each thing that a definite noun phrase may stand for: "the city", "the attack".
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Each is 0 or 1 unless said otherwise. The order is that of the row in nominal_weights.cc.
enum class NominalFeature : std::uint8_t {
  kByRole,  // the sieve of nominal_clusters.cc that takes it
  kByHead,
  kByKind,
  kByHeadName,      // the sieve of heads takes a name
  kSameHead,        // "the treaty" for "a peace treaty"
  kAgain,           // so, and with its modifiers
  kMoreModifiers,   // so, with others: "the burning hotel"
  kApart,           // so, and both have modifiers, none in common
  kSameHeadNarrow,  // so, and the noun has a complement: "the number of users"
  kNameHead,        // "the palace" for Blenheim Palace
  kNameWord,        // "the hotel" for Hotel Arpit Palace
  kSameSense,       // "the strike" for "an attack"
  kNearKind,        // "the accident" for "a crash": a kind one or two steps up
  kKind,            // three or four steps up
  kFarKind,
  kNarrower,    // "the airstrike" for "an attack"
  kSiblings,    // "the collision" for "a crash"
  kNameIsA,     // WordNet knows the name as one: "the planet" for Mars
  kTypeAgrees,  // named, and of the type that the noun describes
  kTypeDiffers,
  kCityFits,      // "the town" for a known city
  kCountryFits,   // "the nation" for a country
  kPlaceMisfits,  // "the town" for a country, "the country" for none
  kRole,          // "the coach", of whom a role is told; "the retailer", introduced so
  kRoleKind,      // "the official" for a minister
  kSameSentence,  // of the last mention before
  kPreviousSentence,
  kTwoBack,
  kFar,      // more than four back
  kNearest,  // no other candidate was named since
  kBetween,  // log(1 + candidates named since)
  kSubject,  // the last mention's place in its clause
  kObject,
  kRootSubject,
  kBothSubjects,
  kNamed,
  kPerson,
  kOften,         // log of the number of mentions before
  kTopic,         // named in the first sentences
  kIntroduced,    // "a toilet"
  kPredicate,     // last said of another: "is a killer"
  kQuoteBorder,   // one stands inside a quotation, the other outside
  kOnlySameHead,  // no other candidate has its head
  kNearestSameHead,
  kNearestName,  // of the candidates with a name
  kOftenestName,
  kBareKind,      // related in WordNet, and the noun stands alone
  kBareType,      // of its type, and the noun stands alone
  kGeneralType,   // of its type, and the noun is one for things named before: "the group"
  kNameIsANear,   // of that kind one or two steps up
  kNameModified,  // named, and the noun has modifiers: "the new town"
  kNameNarrow,    // named, and the noun has a complement: "the highest ranking city in the US"
  kOfCountry,     // "the German company" for "German battery maker Voltwerk"
  kDidSo,         // "the attackers" for rebels who attacked, "the buyer"
  kCharged,       // "the suspects" for three men who were arrested
  kCount,
};
inline constexpr std::size_t kNominalFeatures = static_cast<std::size_t>(NominalFeature::kCount);

/// What speaks for the noun phrase standing for nothing that was named before.
enum class NewFeature : std::uint8_t {
  kAlways,
  kOf,        // "the number of users"
  kClause,    // "the mine that made it rich"
  kPhrase,    // "the war in Syria"
  kModified,  // "the economic crisis"
  kUnique,    // "the first, best, same, only ..."
  kThis,
  kPlural,
  kPerson,
  kTime,  // a time, amount, attribute or relation
  kAct,   // an act or event
  kPredicate,
  kFirstSentence,
  kQuoted,
  kGeneral,  // a noun for things named before: "the group"
  kTyped,    // a noun that tells a type: "the boat"
  kFewCandidates,
  kCount,
};
inline constexpr std::size_t kNewFeatures = static_cast<std::size_t>(NewFeature::kCount);

struct NominalCandidate {
  std::uint32_t entity = kNone;
  std::array<float, kNominalFeatures> features{};
  float probability = 0;
};

struct NominalCase {
  std::vector<NominalCandidate> candidates;  // the most recently mentioned first
  std::array<float, kNewFeatures> nothing{};
};

/// What the sieves take a noun phrase for, kNone for nothing.
struct NominalSieves {
  std::uint32_t by_role = kNone, by_head = kNone, by_kind = kNone;

  bool take(std::uint32_t entity) const {
    return entity == by_role || entity == by_head || entity == by_kind;
  }
};

/// Describes what a definite noun phrase may stand for.
class NominalDescriber {
 public:
  NominalDescriber(const DocumentTree& tree, const Resolution& resolution);

  /// Of the entities that `may_mean` lets pass.
  NominalCase describe(const Mention& mention, const NominalSieves& sieves,
                       const std::function<bool(std::uint32_t)>& may_mean);

  /// The closest relation between any of the senses of the two nouns.
  const NounRelation& relation(const std::string& first, const std::string& second);

  /// "the union" after "the union Solid": the only named thing, no person, that the article has called so; kNone for none.
  std::uint32_t only_called(const Mention& mention) const;

  /// "company", "airline", "planemaker": a body that does business.
  bool trades(const std::string& noun);

 private:
  const NounSenses& senses(const std::string& noun);
  bool candidate(const Mention& mention, const NominalSieves& sieves, NominalCandidate& candidate);
  bool describe_kind(const Mention& mention, std::array<float, kNominalFeatures>& features,
                     const Entity& entity);
  bool describe_nominal(const Mention& mention, std::array<float, kNominalFeatures>& features,
                        const Mention& other);
  bool describe_name(const Mention& mention, std::array<float, kNominalFeatures>& features,
                     const Entity& entity);
  void describe_place(const Mention& mention, std::array<float, kNominalFeatures>& features,
                      const Entity& entity, const Mention& last);
  void describe_new(const Mention& mention, NominalCase& described) const;
  static void compare(std::vector<NominalCandidate>& candidates);
  std::string introduced_as(const Mention& name) const;
  bool described_before(const Mention& mention, const Mention& name) const;
  void describe_deeds(const Mention& mention, std::array<float, kNominalFeatures>& features,
                      const Entity& entity) const;
  std::vector<std::string> modifiers(std::uint32_t head) const;
  bool compatible(const Mention& mention, const Entity& entity) const;
  bool other_body(const Mention& mention, const Entity& entity);
  bool governs(const std::string& noun);
  bool apart(const Mention& mention, const Entity& entity) const;

  const DocumentTree& tree_;
  const Resolution& out_;
  std::unordered_map<std::string, NounSenses> senses_;
  std::unordered_map<std::string, std::unordered_map<std::string, NounRelation>>
      relations_;  // by second, by first
};

/// Fills in the candidates' probabilities: a log-linear model over them and "nothing".
void weigh(NominalCase& described);

}  // namespace dossier::ingest
